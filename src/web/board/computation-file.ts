import type { LoaderFunctionArgs } from 'react-router'
import { computationFile } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'

/** Everything that a computation looked at, byte for byte what its hash is of. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { name, bytes } = await app.perform(who, computationFile, { computation: params.computation ?? '' })
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` },
    })
  })
