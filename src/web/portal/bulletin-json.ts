import type { LoaderFunctionArgs } from 'react-router'
import { canonicalJson, type Json } from '../../core/evidence/canonical.ts'
import { bulletinData } from '../../modules/bulletin/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'

/** A bulletin as canonical JSON: the SHA-256 of `content`, as it stands in the file, is `hash`. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const data = await app.perform(who, bulletinData, { bulletin: params.bulletin ?? '' })
    return new Response(canonicalJson(data as unknown as Json), { headers: { 'content-type': 'application/json; charset=utf-8' } })
  })
