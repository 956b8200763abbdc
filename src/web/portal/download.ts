import type { LoaderFunctionArgs } from 'react-router'
import { workbookOf, XLSX } from '../../kernel/spreadsheet/write.ts'
import { download, downloadSheet } from '../../modules/plan/index.ts'
import { type Site, siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'
import { INVENTED } from '../parts/synthetic.tsx'
import { askedDates } from './dates.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  xlsx: XLSX,
} as const

type Asked = { readonly file: string; readonly indicator?: string; readonly asOf?: string; readonly known?: string }
type Taken = { readonly name: string; readonly type: keyof typeof TYPES; readonly body: string | Uint8Array<ArrayBuffer> }

const taken = async ({ app, who }: Site, asked: Asked): Promise<Taken> => {
  if (!asked.file.endsWith('.xlsx')) {
    const { name, type, text } = await app.perform(who, download, asked)
    return { name, type, body: text }
  }
  const { table, synthetic } = await app.perform(who, downloadSheet, asked)
  return { name: asked.file, type: 'xlsx', body: workbookOf([table], synthetic ? [INVENTED.zh, INVENTED.en] : []) }
}

/** A file to take along. `?indicator=`, `?asOf=` and `?known=` narrow readings. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const indicator = new URL(request.url).searchParams.get('indicator')
    const asked = { file: params['*'] ?? '', ...(indicator ? { indicator } : {}), ...askedDates(request) }
    const { name, type, body } = await taken(context.get(siteContext), asked)
    return new Response(body, {
      headers: {
        'cache-control': 'public, max-age=0, must-revalidate',
        'access-control-allow-origin': '*',
        'content-type': TYPES[type],
        ...(type === 'csv' || type === 'xlsx' ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
      },
    })
  })
