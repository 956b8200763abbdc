import type { LoaderFunctionArgs } from 'react-router'
import { rulesForBrowser } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'

/** The rules of a published pack, for readers who decide in their own browser. Under a hash nothing ever changes. */
export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return new Response(
      await app.perform(who, rulesForBrowser, { hash: params.hash ?? '', ...(params.id ? { measure: params.id } : {}) }),
      {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' },
      },
    )
  })
