import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { arrangedYears, editions } from '../../modules/edition/index.ts'
import { dataPage } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { confidenceText } from '../parts/basic.tsx'
import { LinkedData } from '../parts/linked-data.tsx'
import { CALENDAR_TITLE, CalendarYears } from './calendar-years.tsx'
import { siteDataset } from './datasets.ts'
import { HISTORY_TITLE, PackHistory } from './pack-history.tsx'
import { editionAnchor } from './version-words.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin } = context.get(siteContext)
    const { pack, ...page } = await app.perform(who, dataPage, {})
    return {
      ...page,
      origin,
      pack: {
        title: pack.title,
        city: pack.city,
        version: pack.version,
        hash: pack.hash,
        licence: pack.licence,
        synthetic: pack.synthetic,
      },
      measures: pack.measures.size,
      editions: await app.perform(who, editions, {}),
      years: await app.perform(who, arrangedYears, {}),
    }
  })

const WORDS = {
  title: { zh: '数据怎么拿走？', en: 'How can the data be taken along?' },
  whole: {
    zh: '全部内容是一个 Data Package 2.0：每份文件都可以原样下载，也可以下载写明来源的表。不用登录，不用申请。',
    en: 'All of it is a Data Package 2.0: every file can be downloaded as it stands, or as a table with its sources written out. No account, no request.',
  },
  published: {
    zh: '今天公布的全部内容：报送的数据连同来历，每个表的大小和 SHA-256',
    en: 'all that is published today: readings entered here with their trail, size and SHA-256 of each table',
  },
  pack: { zh: '数据包原样', en: 'the pack as it stands' },
  fresh: { zh: '有多新', en: 'How fresh it is' },
  version: { zh: '版本', en: 'Version' },
  licence: { zh: '许可', en: 'Licence' },
  reading: { zh: '最近公布的数据', en: 'Latest published reading' },
  document: { zh: '最近发布的文件', en: 'Latest document' },
  sources: { zh: '来源', en: 'Sources' },
  synthetic: { zh: '是否虚构', en: 'Invented?' },
  real: { zh: '否，全部来自公开来源', en: 'no, all of it is from public sources' },
  invented: { zh: '是，这个城市和它的数据都是虚构的', en: 'yes, this city and its data are invented' },
  tables: { zh: '数据表', en: 'Tables' },
  table: { zh: '表', en: 'Table' },
  holds: { zh: '内容', en: 'Holds' },
  rows: { zh: '行数', en: 'Rows' },
  take: { zh: '下载', en: 'Download' },
  sourced: { zh: '含来源的 CSV', en: 'CSV with sources' },
  plain: { zh: '原文件', en: 'file as it stands' },
  more: { zh: '其他', en: 'More' },
  sdmx: { zh: '在 R、Python、Excel 里怎么读', en: 'reading it from R, Python or Excel' },
  none: { zh: '— 未知', en: '— unknown' },
  demo: {
    zh: '演示企业由程序生成，全部虚构，不在这些文件里。',
    en: 'The demonstration enterprises are generated and made up; they are in none of these files.',
  },
} as const

const HOLDS = {
  sources: { zh: '来源：标题、发布者、日期、网址、可信度', en: 'sources: title, publisher, date, address, confidence' },
  documents: { zh: '规划、政策、规则、通知', en: 'plans, policies, rules, notices' },
  departments: { zh: '部门', en: 'departments' },
  districts: { zh: '各级和各区', en: 'levels and districts' },
  tasks: { zh: '任务、工程和事项', en: 'tasks, projects and items' },
  progress: { zh: '年度清单事项以前的经过', en: 'what was done with items of a year’s list before they came here' },
  projects: { zh: '重点项目及其签约、开工、投产之日', en: 'key projects with the days they were signed, started and went into operation' },
  indicators: { zh: '指标、单位和定义', en: 'indicators, units and definitions' },
  targets: { zh: '目标', en: 'targets' },
  readings: { zh: '公布过的数值', en: 'published values' },
  goals: { zh: '不带数字的远期目标', en: 'long-term goals in words' },
  facts: { zh: '规则要问的事实', en: 'the facts that rules ask for' },
  population: { zh: '供测算的合成企业如何生成', en: 'how the synthetic enterprises for simulations are made' },
  calendar: { zh: '放假和调休上班的日子', en: 'holidays and the weekends worked for them' },
} as const

export default function Data() {
  const page = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const confidences = Object.entries(page.confidence)
    .toSorted()
    .map(([mark, count]) => `${say(confidenceText(mark))} ${count}`)
    .join(marks.comma)
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta name="description" content={say(WORDS.whole)} />
      <LinkedData value={siteDataset({ origin: page.origin, ...page.pack }, { ...page, description: say(WORDS.whole) }, language)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.whole)}</p>
      <p>
        <a href={to('/data/published.datapackage.json')}>published.datapackage.json</a> {say(WORDS.published)}
        <br />
        <a href={to('/data/datapackage.json')}>datapackage.json</a> {say(WORDS.pack)} · <a href={to('/data/README.md')}>README.md</a>
      </p>
      <h2>{say(WORDS.fresh)}</h2>
      <dl className="facts">
        <dt>{say(WORDS.version)}</dt>
        <dd>
          {say(page.pack.title)} {page.pack.version}{' '}
          <a href={`#${editionAnchor(page.pack.hash)}`}>
            <code>{page.pack.hash}</code>
          </a>
        </dd>
        <dt>{say(WORDS.reading)}</dt>
        <dd>{page.latestReading ?? say(WORDS.none)}</dd>
        <dt>{say(WORDS.document)}</dt>
        <dd>{page.latestDocument ?? say(WORDS.none)}</dd>
        <dt>{say(WORDS.sources)}</dt>
        <dd>{confidences}</dd>
        <dt>{say(WORDS.licence)}</dt>
        <dd>{page.pack.licence}</dd>
        <dt>{say(WORDS.synthetic)}</dt>
        <dd>{say(page.pack.synthetic ? WORDS.invented : WORDS.real)}</dd>
      </dl>
      <h2>{say(WORDS.tables)}</h2>
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(WORDS.tables)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(WORDS.table)}</th>
              <th scope="col">{say(WORDS.holds)}</th>
              <th scope="col" className="n">
                {say(WORDS.rows)}
              </th>
              <th scope="col">{say(WORDS.take)}</th>
            </tr>
          </thead>
          <tbody>
            {page.tables.map(({ name, rows }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{say(HOLDS[name])}</td>
                <td className="n" data-head={say(WORDS.rows)}>
                  {rows}
                </td>
                <td>
                  <a href={to(`/data/${name}.sourced.csv`)}>{say(WORDS.sourced)}</a> · <a href={to(`/data/${name}.xlsx`)}>Excel</a> ·{' '}
                  <a href={to(`/data/${name}.json`)}>JSON</a>
                  {name !== 'facts' && name !== 'calendar' && (
                    <>
                      {' '}
                      · <a href={to(`/data/${name}.csv`)}>{say(WORDS.plain)}</a>
                    </>
                  )}
                  {name === 'readings' && (
                    <>
                      {' '}
                      · <a href={to('/data/readings.sdmx.csv')}>SDMX-CSV</a>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2 id="calendar">{say(CALENDAR_TITLE)}</h2>
      <CalendarYears years={page.years} />
      <h2>{say(HISTORY_TITLE)}</h2>
      <PackHistory editions={page.editions} />
      <h2>{say(WORDS.more)}</h2>
      <ul>
        <li>
          <a href="/api/v1/measures">{language === 'zh' ? `${page.measures} 项措施（JSON）` : `${page.measures} measures (JSON)`}</a>
        </li>
        <li>
          <a href="/api/v1/targets">{language === 'zh' ? '全部目标及其状态（JSON）' : 'every target with its status (JSON)'}</a>
        </li>
        <li>
          <a href={to('/api')}>{language === 'zh' ? '接口说明' : 'API reference'}</a> · <a href="/api/v1/openapi.json">OpenAPI 3.1</a>
        </li>
        <li>
          <a href="/sdmx/data/all?format=csv&labels=both">{language === 'zh' ? '全部指标数据（SDMX-CSV）' : 'all readings (SDMX-CSV)'}</a> ·{' '}
          <a href={`${to('/api')}#sdmx`}>{say(WORDS.sdmx)}</a>
        </li>
        <li className="quiet">{say(WORDS.demo)}</li>
      </ul>
    </>
  )
}
