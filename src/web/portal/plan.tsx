import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { overview, summaryOf } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Lamp, SourceLine } from '../parts/basic.tsx'
import { tileOf } from './home.tsx'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const page = await app.perform(who, overview, {})
    const { pack } = page
    const tasks = page.tasks.map((task) => ({
      id: task.id,
      parent: task.parent,
      kind: task.kind,
      title: task.title,
      content: task.content,
      lead: task.lead,
      indicators: page.plan.filter((each) => each.indicator.tasks.includes(task.id)).map(tileOf),
      measures: [...pack.measures.values()]
        .filter((measure) => measure.tasks.includes(task.id))
        .map((measure) => ({ id: measure.id, title: { zh: measure.title, en: measure.titleEnglish ?? measure.title } })),
    }))
    return {
      city: pack.city,
      asOf: page.asOf,
      tasks,
      summary: summaryOf(page.plan),
      annualSummary: summaryOf(page.annual),
      annual: page.annual.map(tileOf),
      later: page.later.map(tileOf),
      goals: page.goals.map((goal) => ({ year: goal.year, text: goal.text, source: pack.sources.get(goal.source)! })),
      documents: [...pack.documents.values()]
        .filter((each) => ['plan', 'policy', 'work-list'].includes(each.kind))
        .map((each) => ({ id: each.id, title: each.title, number: each.number, issued: each.issued })),
    }
  })

const WORDS = {
  title: { zh: '规划许诺了什么？', en: 'What does the plan promise?' },
  tasks: { zh: '五大重点任务', en: 'Five key tasks' },
  projects: { zh: '五大工程', en: 'Five projects' },
  year: { zh: '2022 年工作清单', en: 'The work list of 2022' },
  yearNote: {
    zh: '清单共 7 个大项、54 个小项，全文没有公开。这里只列出已知的事项；它们与 54 项的对应关系未经证实。',
    en: 'The list has seven categories and 54 items and is not public. Only what is known stands here; its place among the 54 is not proven.',
  },
  annual: { zh: '2022 年的六项目标', en: 'Six goals of 2022' },
  later: { zh: '以后的文件提出的目标', en: 'Targets set by later documents' },
  goal: { zh: '年愿景', en: ': the long-term goal' },
  measures: { zh: '相关措施', en: 'Measures' },
  documents: { zh: '文件', en: 'Documents' },
  lead: { zh: '牵头', en: 'Lead' },
  target: { zh: '目标', en: 'Target' },
  latest: { zh: '最新数据', en: 'Latest' },
  status: { zh: '状态', en: 'Status' },
  indicator: { zh: '指标', en: 'Indicator' },
  when: { zh: '目标期', en: 'For' },
} as const

type Tile = ReturnType<typeof tileOf>

const Targets = ({ caption, tiles }: { readonly caption: Text; readonly tiles: readonly Tile[] }) => {
  const { say, to } = useSay()
  return (
    <div className="scroll">
      <table>
        <caption>{say(caption)}</caption>
        <thead>
          <tr>
            {[WORDS.indicator, WORDS.when, WORDS.target, WORDS.latest, WORDS.status].map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tiles.map((tile, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two promises may name the same indicator and period
            <tr key={`${tile.id}${index}`}>
              <th scope="row">
                <a href={to(`/plan/${tile.id}`)}>{say(tile.name)}</a>
              </th>
              <td>{say(tile.period)}</td>
              <td>{say(tile.promise)}</td>
              <td>{tile.value ? `${say(tile.value)}（${say(tile.when!)}）` : '—'}</td>
              <td>
                <Lamp category={tile.category}>{say(tile.verdict)}</Lamp>
                {tile.reason && <div className="small quiet">{say(tile.reason)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export default function Plan() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const below = (parent: string | null) => data.tasks.filter((task) => task.parent === parent)
  const branch = (task: (typeof data.tasks)[number], level: number) => (
    <li key={task.id}>
      <strong>{say(task.title)}</strong>
      {task.content && <p>{say(task.content)}</p>}
      {task.lead && (
        <p className="small quiet">
          {say(WORDS.lead)}：{task.lead}
        </p>
      )}
      {task.indicators.length > 0 && (
        <ul className="small">
          {task.indicators.map((tile) => (
            <li key={tile.id}>
              <a href={to(`/plan/${tile.id}`)}>{say(tile.name)}</a> {say(tile.promise)} ·{' '}
              <Lamp category={tile.category}>{say(tile.verdict)}</Lamp>
            </li>
          ))}
        </ul>
      )}
      {task.measures.length > 0 && (
        <details className="small">
          <summary>
            {say(WORDS.measures)}（{task.measures.length}）
          </summary>
          <ul>
            {task.measures.map((measure) => (
              <li key={measure.id}>
                <a href={to(`/measures/${measure.id}`)}>{say(measure.title)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {level < 3 && below(task.id).length > 0 && <ul>{below(task.id).map((each) => branch(each, level + 1))}</ul>}
    </li>
  )
  return (
    <>
      <title>{`${say(WORDS.title)} · ${say(data.city)} · 策行 Planwright`}</title>
      <meta name="description" content={say(data.summary)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">
        {say(data.summary)}
        {language === 'zh' ? '。' : '.'} <span className="quiet">{data.asOf}</span>
      </p>
      {data.goals.map((goal) => (
        <section key={goal.year} className="note">
          <h2>
            {goal.year}
            {say(WORDS.goal)}
          </h2>
          <p>{say(goal.text)}</p>
          <p className="small">
            <SourceLine source={goal.source} language={language} />
          </p>
        </section>
      ))}
      <h2>{say(WORDS.tasks)}</h2>
      <ul>
        {below(null)
          .filter((task) => task.kind === 'task')
          .map((task) => branch(task, 1))}
      </ul>
      <h2>{say(WORDS.projects)}</h2>
      <ul>
        {below(null)
          .filter((task) => task.kind === 'project')
          .map((task) => branch(task, 1))}
      </ul>
      <h2>{say(WORDS.annual)}</h2>
      <p>
        {say(data.annualSummary)}
        {language === 'zh' ? '。' : '.'}
      </p>
      <Targets caption={WORDS.annual} tiles={data.annual} />
      <h2>{say(WORDS.year)}</h2>
      <p className="quiet">{say(WORDS.yearNote)}</p>
      <ul>
        {below(null)
          .filter((task) => task.kind === 'category')
          .map((task) => branch(task, 1))}
      </ul>
      <h2>{say(WORDS.later)}</h2>
      <Targets caption={WORDS.later} tiles={data.later} />
      <h2>{say(WORDS.documents)}</h2>
      <ul>
        {data.documents.map((each) => (
          <li key={each.id}>
            <a href={to(`/documents/${each.id}`)}>{say(each.title)}</a>{' '}
            <span className="quiet">
              {each.number} {each.issued}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
