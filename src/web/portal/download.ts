import type { LoaderFunctionArgs } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { tableNames } from '../../pack/tables.ts'
import { siteContext } from '../context.ts'
import { orTrouble } from '../loading.ts'

const HEADERS = { 'cache-control': 'public, max-age=0, must-revalidate', 'access-control-allow-origin': '*' }

/** A table of the pack as it stands: one file, or the rows of several under one head. `?indicator=` keeps the rows of one. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const wanted = params.table ?? ''
    if (wanted === 'datapackage.json')
      return new Response(pack.files.get(wanted), { headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' } })
    const name = tableNames.find((each) => `${each}.csv` === wanted)
    if (!name) throw new Response(null, { status: 404 })
    const parts = [...pack.files]
      .filter(([file]) => file === wanted || (name === 'facts' && file.startsWith('facts/') && file.endsWith('.csv')))
      .map(([, text]) => text.trimEnd())
    const [head = '', ...rest] = parts.flatMap((text, index) => (index === 0 ? text.split('\n') : text.split('\n').slice(1)))
    const indicator = new URL(request.url).searchParams.get('indicator')
    const rows = indicator === null ? rest : rest.filter((line) => line.startsWith(`${indicator},`))
    return new Response(`${[head, ...rows].join('\n')}\n`, {
      headers: { ...HEADERS, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}.csv"` },
    })
  })
