import type { LoaderFunctionArgs } from 'react-router'
import { download } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { askedDates } from './dates.ts'

const TYPES = { csv: 'text/csv', json: 'application/json', markdown: 'text/markdown' } as const

/** A file to take along. `?indicator=`, `?asOf=` and `?known=` narrow readings. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const indicator = new URL(request.url).searchParams.get('indicator')
    const file = await app.perform(who, download, { file: params['*'] ?? '', ...(indicator ? { indicator } : {}), ...askedDates(request) })
    return new Response(file.text, {
      headers: {
        'cache-control': 'public, max-age=0, must-revalidate',
        'access-control-allow-origin': '*',
        'content-type': `${TYPES[file.type]}; charset=utf-8`,
        ...(file.type === 'csv' ? { 'content-disposition': `attachment; filename="${file.name}"` } : {}),
      },
    })
  })
