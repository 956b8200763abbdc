import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { currentPack } from '../../modules/measure/index.ts'
import { tableNames, tables } from '../../pack/tables.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const pack = await app.perform(who, currentPack, {})
    const latest =
      pack.readings
        .map((each) => each.published)
        .filter((each) => each !== null)
        .sort()
        .at(-1) ?? null
    const size = (name: (typeof tableNames)[number]): number => {
      const table = pack[name]
      return 'size' in table ? table.size : table.length
    }
    return {
      hash: pack.hash,
      version: pack.version,
      licence: pack.licence,
      latest,
      measures: pack.measures.size,
      tables: tableNames.map((name) => ({ name, rows: size(name), columns: tables[name].length })),
    }
  })

const WORDS = {
  title: { zh: '数据怎么拿走？', en: 'How can the data be taken along?' },
  tables: { zh: '数据表', en: 'Tables' },
  rows: { zh: '行', en: 'rows' },
  columns: { zh: '列', en: 'columns' },
  fresh: { zh: '最近一个公布的数据', en: 'Latest published reading' },
  licence: { zh: '许可', en: 'Licence' },
  api: { zh: '接口', en: 'API' },
  table: { zh: '表', en: 'Table' },
  whole: {
    zh: '整个包是一个 Data Package 2.0，每份文件都可以直接下载。',
    en: 'The whole pack is a Data Package 2.0; each of its files can be downloaded.',
  },
} as const

export default function Data() {
  const page = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.whole)} />
      <h1>{say(WORDS.title)}</h1>
      <p>
        {say(WORDS.whole)} <a href={to('/data/datapackage.json')}>datapackage.json</a>
      </p>
      <dl className="facts">
        <dt>{language === 'zh' ? '版本' : 'Version'}</dt>
        <dd>
          {page.version} <code>{page.hash}</code>
        </dd>
        <dt>{say(WORDS.licence)}</dt>
        <dd>{page.licence}</dd>
        <dt>{say(WORDS.fresh)}</dt>
        <dd>{page.latest ?? '—'}</dd>
        <dt>{say(WORDS.api)}</dt>
        <dd>
          <a href={to('/api')}>{to('/api')}</a> · <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
        </dd>
      </dl>
      <h2>{say(WORDS.tables)}</h2>
      <div className="scroll">
        <table>
          <caption>{say(WORDS.tables)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.table)}</th>
              <th scope="col" className="n">
                {say(WORDS.rows)}
              </th>
              <th scope="col" className="n">
                {say(WORDS.columns)}
              </th>
              <th scope="col">CSV</th>
            </tr>
          </thead>
          <tbody>
            {page.tables.map((each) => (
              <tr key={each.name}>
                <th scope="row">{each.name}</th>
                <td className="n">{each.rows}</td>
                <td className="n">{each.columns}</td>
                <td>
                  <a href={to(`/data/${each.name}.csv`)}>{each.name}.csv</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <a href="/api/v1/measures">{language === 'zh' ? `${page.measures} 项措施（JSON）` : `${page.measures} measures (JSON)`}</a> ·{' '}
        <a href="/api/v1/targets">{language === 'zh' ? '目标与状态（JSON）' : 'Targets with status (JSON)'}</a>
      </p>
    </>
  )
}
