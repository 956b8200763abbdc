import { Fragment } from 'react'
import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { assessmentHistory, howCounted, indicatorPage, periodText } from '../../modules/plan/index.ts'
import { contributing } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Lamp, SourceLine } from '../parts/basic.tsx'
import chartStyle from '../parts/chart.css?url'
import { Chart } from '../parts/chart.tsx'
import { LinkedData } from '../parts/linked-data.tsx'
import { Contributing, measuresFor } from './contributing.tsx'
import { indicatorDataset } from './datasets.ts'
import { DatePicker } from './date-picker.tsx'
import { askedDates } from './dates.ts'
import indicatorStyle from './indicator.css?url'
import { Counted } from './indicator-counted.tsx'
import { countedView } from './indicator-counted-view.ts'
import { AssessmentHistory, BackTestLine, Redefined } from './indicator-record.tsx'
import { recordView } from './indicator-record-view.ts'
import { type IndicatorView, indicatorView } from './indicator-view.ts'
import { both } from './target-view.ts'
import { editionPath } from './version-words.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: chartStyle },
  { rel: 'stylesheet', href: indicatorStyle },
]

/** Between which periods a change is shown; the latest two where none are asked for. */
const askedPeriods = (request: Request) => {
  const { searchParams } = new URL(request.url)
  const [from, to] = [searchParams.get('from'), searchParams.get('to')]
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }
}

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin } = context.get(siteContext)
    const page = await app.perform(who, indicatorPage, { id: params.indicator ?? '', ...askedDates(request) })
    const how = await app.perform(who, howCounted, { id: page.indicator.id, ...askedDates(request), ...askedPeriods(request) })
    const tasks = await app.perform(who, contributing, { indicator: page.indicator.id })
    const history = await app.perform(who, assessmentHistory, { id: page.indicator.id })
    const { title, city, version, licence, synthetic } = page.pack
    return {
      view: indicatorView(page),
      counted: countedView(how),
      record: recordView(page, history),
      about: { origin, title, city, version, licence, synthetic },
      contributing: { tasks, measures: measuresFor(page.pack, page.indicator.id, tasks) },
    }
  })

const WORDS = {
  plan: { zh: '规划', en: 'Plan' },
  ask: { zh: '这个目标能实现吗？', en: 'Will this target be met?' },
  what: { zh: '这个数是多少？', en: 'How large is it?' },
  none: { zh: '没有公开数据，因此不画图，也不写成 0。', en: 'There is no public data; so nothing is drawn, and nothing is written as 0.' },
  noTarget: { zh: '没有文件为这项指标定过目标。', en: 'No document has set a target for this indicator.' },
  unknown: { zh: '没有公开数据', en: 'no public data' },
  pending: { zh: '年度未结束，还没有全年的数', en: 'the year is not over: no value of the whole year yet' },
  distance: { zh: '距目标还差', en: 'Still to go' },
  due: { zh: '按路径此时应达到', en: 'Due by now on the path' },
  baseline: { zh: '路径起点', en: 'The path starts from' },
  pace: { zh: '至今的步伐', en: 'Pace so far' },
  needed: { zh: '此后需要', en: 'Needed from here' },
  method: { zh: '评估方法', en: 'Method' },
  ratio: { zh: '实际步伐 ÷ 所需步伐', en: 'Pace so far ÷ pace needed' },
  other: { zh: '换一种方法，结论不同', en: 'Another method says otherwise' },
  chance: { zh: '实现的可能性', en: 'Chance of attaining it' },
  apart: {
    zh: '步伐只看基期和最新的数，可能性看各期怎样起伏；两者这里说法不同，判定以步伐为准。',
    en: 'The pace looks at the baseline and the latest value alone, the chance at how all values went up and down. Here they point apart; the verdict goes by the pace.',
  },
  few: {
    zh: '同一口径的数据不足三个，只看步伐，不算可能性。',
    en: 'Fewer than three values of one scope: pace only, no probability can be computed.',
  },
  file: { zh: '下载此图（SVG）', en: 'Download this chart (SVG)' },
  chart: { zh: '图中的数', en: 'The numbers of the chart' },
  outlook: { zh: '展望', en: 'Outlook' },
  band50: { zh: '50% 区间', en: '50% interval' },
  band80: { zh: '80% 区间', en: '80% interval' },
  middle: { zh: '中值', en: 'Middle' },
  readings: { zh: '全部数据', en: 'Every reading' },
  break: { zh: '口径在此改变，上下不能相比', en: 'the scope changes here: values above and below do not compare' },
  promises: { zh: '历次承诺', en: 'Every promise' },
  contributing: { zh: '为它做什么', en: 'What contributes to it' },
  definition: { zh: '定义', en: 'Definition' },
  projects: { zh: '按规则计数是多少，计入哪些项目', en: 'How many the rule counts, and which projects' },
  related: { zh: '相关数据（口径不同，不能相比）', en: 'Related data (another scope, not to be compared)' },
  tasks: { zh: '属于任务', en: 'Part of the task' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  series: { zh: '口径', en: 'Scope' },
  published: { zh: '公布日', en: 'Published' },
  source: { zh: '来源', en: 'Source' },
  status: { zh: '状态', en: 'Status' },
  target: { zh: '目标', en: 'Target' },
  document: { zh: '文件', en: 'Document' },
  superseded: { zh: '后来改为', en: 'later' },
  take: { zh: '取走数据', en: 'Take the data' },
  otherDay: { zh: '换一天看', en: 'Look at another day' },
  entered: {
    zh: '{by}报送（{on}），{approvedBy}审核（{approvedOn}）',
    en: 'entered by {by} ({on}), approved by {approvedBy} ({approvedOn})',
  },
  edition: { zh: '随数据包第 {version} 版公布', en: 'published with edition {version} of the pack' },
  provisional: { zh: '初步数', en: 'provisional' },
  newScope: { zh: '新口径：', en: 'New scope: ' },
  oldDefinition: { zh: '当时的定义：', en: 'Defined then as: ' },
  replaces: { zh: '更正 {value}，理由：', en: 'Corrects {value}, because: ' },
  unknownDay: { zh: '未知', en: 'unknown' },
  counted: { zh: '由谁统计', en: 'Counted by' },
} as const

const ORIGINS = {
  operations: { zh: '运行数据', en: 'operations' },
  statistics: { zh: '统计部门', en: 'statistics' },
  declared: { zh: '主管部门申报', en: 'declared by the department' },
} as const

type Answer = NonNullable<IndicatorView['answer']>

const Verdict = ({ answer }: { readonly answer: Answer }) => {
  const { say } = useSay()
  return (
    <>
      <p className="number">
        {answer.value ? say(answer.value) : '—'}{' '}
        <span className="small quiet">{answer.when ? say(answer.when) : say(answer.isPending ? WORDS.pending : WORDS.unknown)}</span>
      </p>
      <p>
        <Lamp category={answer.lamp}>{say(answer.verdict)}</Lamp>
      </p>
      <p>{say(answer.sentence)}</p>
    </>
  )
}

/** What the verdict rests on: only what could be computed. */
const Grounds = ({ answer }: { readonly answer: Answer }) => {
  const { say, marks } = useSay()
  const facts = [
    [WORDS.distance, answer.distance && say(answer.distance)],
    [WORDS.due, answer.due && say(answer.due)],
    [WORDS.pace, answer.pace && say(answer.pace)],
    [WORDS.needed, answer.needed && say(answer.needed)],
    [WORDS.ratio, answer.ratio],
    [WORDS.method, answer.method && say(answer.method)],
    [WORDS.baseline, answer.baseline && say(answer.baseline)],
    [WORDS.other, answer.other && `${say(answer.other.method)}${marks.colon}${say(answer.other.verdict)}`],
    [WORDS.chance, answer.chance && `${say(answer.chance.text)}${marks.open}${answer.chance.percent}${marks.close}`],
  ] as const
  const known = facts.filter(([, text]) => text)
  return known.length === 0 ? null : (
    <div>
      <dl className="facts">
        {known.map(([name, text]) => (
          <Fragment key={name.en}>
            <dt>{say(name)}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
      {answer.isApart && <p className="small quiet">{say(WORDS.apart)}</p>}
      {answer.fewPoints && <p className="small quiet">{say(WORDS.few)}</p>}
    </div>
  )
}

const Outlook = ({ view }: { readonly view: IndicatorView }) => {
  const { say, language } = useSay()
  if (view.outlook[language].length === 0) return null
  return (
    <details>
      <summary>{say(WORDS.chart)}</summary>
      <table>
        <caption>{`${say(WORDS.outlook)} · ${say(view.unit)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{say(WORDS.period)}</th>
            {[WORDS.middle, WORDS.band50, WORDS.band80].map((each) => (
              <th key={each.en} scope="col" className="n">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.outlook[language].map((row) => (
            <tr key={row.period}>
              <th scope="row">{row.period}</th>
              <td className="n">{row.value}</td>
              <td className="n">{row.band50}</td>
              <td className="n">{row.band80}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** Who vouches for a value. */
const Vouched = ({ entered, version }: { readonly entered: IndicatorView['readings'][number]['entered']; readonly version: string }) => {
  const { say } = useSay()
  if (entered === null) return <div className="quiet">{fill(say(WORDS.edition), { version })}</div>
  const { by, on, approvedBy, approvedOn, provisional, scope, oldDefinition, replaces } = entered
  return (
    <div>
      {fill(say(WORDS.entered), { by: say(by), on, approvedBy: say(approvedBy), approvedOn })}
      {provisional && <div>{say(WORDS.provisional)}</div>}
      {[
        [WORDS.newScope, scope] as const,
        [WORDS.oldDefinition, oldDefinition] as const,
        [replaces && both((language) => fill(WORDS.replaces[language], { value: replaces.value[language] })), replaces?.reason] as const,
      ].map(([words, text]) =>
        words && text ? (
          <div key={words.en}>
            {say(words)}
            <span lang="zh-CN">{text}</span>
          </div>
        ) : null,
      )}
    </div>
  )
}

const Readings = ({ view }: { readonly view: IndicatorView }) => {
  const { say, language, marks } = useSay()
  const unit = say(view.unit)
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{say(view.name)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(WORDS.period)}</th>
            <th scope="col" className="n">
              {say(WORDS.value)}
              {unit && `${marks.open}${unit}${marks.close}`}
            </th>
            {[WORDS.series, WORDS.published, WORDS.source].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.readings.map((each, index) => (
            <Fragment key={each.key}>
              {index > 0 && view.readings[index - 1]?.series !== each.series && (
                <tr className="break">
                  <td colSpan={5}>↕ {say(WORDS.break)}</td>
                </tr>
              )}
              <tr>
                <th scope="row" className="date">
                  {say(each.period)}
                </th>
                <td className="n" data-head={`${say(WORDS.value)}${unit && `${marks.open}${unit}${marks.close}`}`}>
                  {say(each.value)}
                </td>
                <td data-head={say(WORDS.series)} lang="zh-CN">
                  {each.series}
                </td>
                <td className="date" data-head={say(WORDS.published)}>
                  {each.published ?? `— ${say(WORDS.unknownDay)}`}
                </td>
                <td className="small" data-head={say(WORDS.source)}>
                  {each.source && <SourceLine source={each.source} language={language} />}
                  <Vouched entered={each.entered} version={view.pack.version} />
                  {each.note && (
                    <div className="quiet" lang="zh-CN">
                      {each.note}
                    </div>
                  )}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Promises = ({ view }: { readonly view: IndicatorView }) => {
  const { say, to, language, marks } = useSay()
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{say(WORDS.promises)}</caption>
        <Heads names={[WORDS.period, WORDS.target, WORDS.status, WORDS.document, WORDS.source].map(say)} />
        <tbody>
          {view.promises.map((each) => (
            <tr key={each.key}>
              <th scope="row" className="date">
                {say(each.period)}
              </th>
              <td data-head={say(WORDS.target)}>
                {say(each.promise)}
                {each.superseded && (
                  <div className="small quiet">
                    {`${say(WORDS.superseded)}${marks.colon}${say(each.superseded.promise)}`}
                    {each.superseded.title && `${marks.open}${say(each.superseded.title)}${marks.close}`}
                  </div>
                )}
                {each.note && (
                  <div className="small quiet" lang="zh-CN">
                    {each.note}
                  </div>
                )}
              </td>
              <td data-head={say(WORDS.status)}>
                <Lamp category={each.lamp}>{say(each.verdict)}</Lamp>
                {each.caveat && <div className="small quiet">{say(each.caveat)}</div>}
              </td>
              <td data-head={say(WORDS.document)}>
                {each.document ? <a href={to(`/documents/${each.document.id}`)}>{say(each.document.title)}</a> : '—'}
              </td>
              <td className="small" data-head={say(WORDS.source)}>
                {each.source && <SourceLine source={each.source} language={language} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export default function Indicator() {
  const { view, counted, record, about, contributing: own } = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const days = `asOf=${view.asOf}&known=${view.known}`
  const dataset = indicatorDataset(about, view, language)
  const question = say(view.answer ? WORDS.ask : WORDS.what)
  return (
    <>
      <title>{`${say(view.name)}${marks.colon}${question} · 策行 Planwright`}</title>
      <meta name="description" content={view.answer ? say(view.answer.sentence) : say(view.definition)} />
      {dataset && <LinkedData value={dataset} />}
      <p className="crumb">
        <a href={to('/plan')}>{say(WORDS.plan)}</a> › {question}
      </p>
      <h1>{say(view.name)}</h1>
      <Redefined redefined={record.redefined} />
      {view.answer ? <Verdict answer={view.answer} /> : <p className="quiet">{say(WORDS.noTarget)}</p>}
      {view.readings.length === 0 ? (
        <p className="note">{say(WORDS.none)}</p>
      ) : (
        <div className="grounds">
          <Chart spec={view.chart[language]} language={language}>
            <a href={`${to(`/plan/${view.id}/chart.svg`)}?${days}`} download>
              {say(WORDS.file)}
            </a>
          </Chart>
          {view.answer && <Grounds answer={view.answer} />}
        </div>
      )}
      <Outlook view={view} />
      <BackTestLine backTest={record.backTest} />
      <Counted view={counted} days={{ asOf: view.asOf, known: view.known }} />
      {view.readings.length > 0 && (
        <>
          <h2>{say(WORDS.readings)}</h2>
          <Readings view={view} />
          <p>
            {say(WORDS.take)}
            {marks.colon}
            <a href={`${to('/data/readings.sourced.csv')}?indicator=${view.id}&${days}`}>CSV</a> ·{' '}
            <a href={`/api/v1/indicators/${view.id}?${days}`}>JSON</a> ·{' '}
            <a href={`${to('/data/readings.sdmx.csv')}?indicator=${view.id}&${days}`}>SDMX-CSV</a>
          </p>
        </>
      )}
      {view.related.length > 0 && (
        <>
          <h2>{say(WORDS.related)}</h2>
          <ul>
            {view.related.map((each) => (
              <li key={each.id}>
                <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> <span className="small quiet">{say(each.definition)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.promises.length > 0 && (
        <>
          <h2>{say(WORDS.promises)}</h2>
          <Promises view={view} />
        </>
      )}
      <Contributing title={WORDS.contributing} {...own} />
      <AssessmentHistory lines={record.lines} indicator={view.id} />
      <h2>{say(WORDS.definition)}</h2>
      <p>{say(view.definition)}</p>
      {view.countsProjects && (
        <p>
          <a href={`${to('/projects')}#count-${view.id}`}>{say(WORDS.projects)}</a>
        </p>
      )}
      <p className="small quiet">
        {`${say(WORDS.counted)}${marks.colon}${say(ORIGINS[view.origin])} · ${view.method} · ${view.pack.version} `}
        <a href={to(editionPath(view.pack.hash))}>
          <code>{view.pack.hash}</code>
        </a>
        {view.tasks.length > 0 && ` · ${say(WORDS.tasks)}${marks.colon}`}
        {view.tasks.map((task, index) => (
          <Fragment key={task.id}>
            {index > 0 && marks.comma}
            <a href={`${to('/plan')}#${task.id}`}>{say(task.title)}</a>
          </Fragment>
        ))}
      </p>
      <details>
        <summary>
          {say(WORDS.otherDay)}
          {marks.open}
          {periodText(view.asOf, language)}
          {marks.close}
        </summary>
        <DatePicker asOf={view.asOf} known={view.known} />
      </details>
    </>
  )
}
