import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dayOf } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import { currentPack, here, type ListMeasures, type MeasureSummary, measures } from '../../modules/measure/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Badge, Money } from '../parts/basic.tsx'
import { ErrorSummary, fieldId, type ProblemView } from '../parts/fields.tsx'
import formCss from './form.css?url'
import css from './measures.css?url'
import { gradeWords, inForceText, serviceWords, stateWords, supportWords } from './words.ts'

export const links: LinksFunction = () => [formCss, css].map((href) => ({ rel: 'stylesheet', href }))

const FILTERS = ['q', 'level', 'department', 'task', 'support', 'grade', 'document', 'state', 'on', 'sort'] as const
const STATES = ['in-force', 'unknown', 'expired', 'draft', 'future'] as const

type Wish = { readonly [name in (typeof FILTERS)[number]]?: string }
type Choice = { readonly value: string; readonly label: Text }

/** What there is to choose from: only what some measure has. */
const choicesOf = (pack: Pack) => {
  const all = [...pack.measures.values()]
  const used = (keys: readonly string[]): readonly string[] => [...new Set(keys)]
  const tasks = new Set(all.flatMap((measure) => measure.tasks))
  return {
    level: used(all.map((each) => each.level)).map((value): Choice => ({ value, label: pack.districts.get(value)!.label })),
    department: used(all.map((each) => each.department)).map((value): Choice => ({ value, label: pack.departments.get(value)!.label })),
    document: used(all.map((each) => each.document)).map((value): Choice => ({ value, label: pack.documents.get(value)!.title })),
    task: [...pack.tasks.values()].filter((task) => tasks.has(task.id)).map((task): Choice => ({ value: task.id, label: task.title })),
  }
}

const wishOf = (address: string): Wish => {
  const asked = new URL(address).searchParams
  return Object.fromEntries(FILTERS.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)?.slice(0, 60) ?? '']] : [])))
}

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const typed = wishOf(request.url)
    const language = languageOfPath(new URL(request.url).pathname)
    const { today } = await app.perform(who, here, {})
    const badDay = typed.on !== undefined && dayOf(typed.on) === null
    const problems: ProblemView[] = badDay
      ? [
          {
            name: 'on',
            text:
              language === 'zh'
                ? `“${typed.on}”不是日期，请写作 2023-06-30；下面按今天列出。`
                : `"${typed.on}" is no date; write 2023-06-30. Listed as of today.`,
          },
        ]
      : []
    const { state, on, ...others } = typed
    const wish: ListMeasures = { ...others, ...(on && !badDay ? { on } : {}) }
    const pack = await app.perform(who, currentPack, {})
    // Filtered by everything but the state, so that each state can say how many it has.
    const found = await app.perform(who, measures, wish)
    return {
      typed,
      problems,
      on: wish.on ?? today,
      list: found.filter((each) => !state || each.state === state),
      counts: STATES.map((each) => ({ state: each, count: found.filter((own) => own.state === each).length })),
      found: found.length,
      total: pack.measures.size,
      choices: choicesOf(pack),
    }
  })

const WORDS = {
  explain: { zh: '全量运行里的任何一行，为什么？', en: 'Any line of a mass run: why?' },
  title: { zh: '有哪些支持政策？', en: 'Which measures are there?' },
  q: { zh: '搜索', en: 'Search' },
  level: { zh: '哪一级', en: 'Level' },
  department: { zh: '部门', en: 'Department' },
  document: { zh: '文件', en: 'Document' },
  support: { zh: '方式', en: 'Kind' },
  grade: { zh: '能否计算', en: 'Computable?' },
  task: { zh: '领域', en: 'Topic' },
  on: { zh: '按哪一天看效力', en: 'In force on' },
  sort: { zh: '排序', en: 'Sort by' },
  all: { zh: '全部', en: 'all' },
  others: { zh: '更多筛选和排序', en: 'More filters, and the order' },
  show: { zh: '查看', en: 'Show' },
  clear: { zh: '清除筛选', en: 'Clear the filters' },
  none: { zh: '没有符合条件的措施。请减少筛选条件，或换一个词。', en: 'No measure fits. Take a filter away, or try another word.' },
  states: { zh: '按效力', en: 'By state' },
  measure: { zh: '措施', en: 'Measure' },
  most: { zh: '最多可得', en: 'At most' },
  whom: { zh: '给谁', en: 'For whom' },
  until: { zh: '效力', en: 'Validity' },
  noLimit: { zh: '未载明上限', en: 'no limit stated' },
  noAmount: { zh: '没有金额', en: 'no amount' },
  original: { zh: '文件次序', en: 'order of the documents' },
  amount: { zh: '金额', en: 'amount' },
  closing: { zh: '到期日', en: 'closing date' },
  byTitle: { zh: '名称', en: 'title' },
  toCheck: { zh: '来源待核实', en: 'source to be verified' },
  wrong: { zh: '请改正：', en: 'Please correct:' },
} as const

const choices = (words: Readonly<Record<string, Text>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
const ORDERS: readonly Choice[] = [
  { value: 'amount', label: WORDS.amount },
  { value: 'closing', label: WORDS.closing },
  { value: 'title', label: WORDS.byTitle },
]

const addressWith = (path: string, typed: Wish, state: string | null): string => {
  const { state: _state, ...others } = typed
  const query = new URLSearchParams({ ...others, ...(state === null ? {} : { state }) }).toString()
  return query === '' ? path : `${path}?${query}`
}

const Row = ({ each }: { readonly each: MeasureSummary }) => {
  const { say, to, language } = useSay()
  const over = each.state === 'expired'
  return (
    <li className={over ? 'over' : undefined}>
      <div className="what">
        <h2>
          <a href={to(`/measures/${each.id}`)}>{say(each.title)}</a>
        </h2>
        <ul className="badges">
          <Badge>{say(each.level)}</Badge>
          <Badge>{say(supportWords[each.support]!)}</Badge>
          <Badge {...(each.grade === 'executable' ? { tone: 'good' as const } : {})}>{say(gradeWords[each.grade]!)}</Badge>
          {each.confidence === 'C' && <Badge tone="warn">{say(WORDS.toCheck)}</Badge>}
        </ul>
      </div>
      <p className="most">
        <span className="key">{say(WORDS.most)}</span>
        <Money yuan={each.atMost} language={language} none={say(each.grade === 'text' ? WORDS.noAmount : WORDS.noLimit)} />
      </p>
      <p>
        <span className="key">{say(WORDS.whom)}</span>
        {say(each.subject)}
      </p>
      <p>
        <span className="key">{say(WORDS.department)}</span>
        {say(each.department)} <span className="small quiet">{say(serviceWords[each.service]!)}</span>
      </p>
      <p className={over ? 'state over' : 'state'}>
        <span className="key">{say(WORDS.until)}</span>
        {say(stateWords[each.state]!)}
        {(each.inForce.from ?? each.inForce.to) !== null && <span className="small quiet"> {say(inForceText(each.inForce))}</span>}
      </p>
    </li>
  )
}

type Data = Awaited<ReturnType<typeof loader>>

const Filters = ({ data }: { readonly data: Data }) => {
  const { say, to } = useSay()
  const { typed, problems } = data
  const wrongDay = problems.find((each) => each.name === 'on')
  const narrowed = FILTERS.some((name) => name !== 'q' && name !== 'state' && typed[name])
  const select = (
    name: 'level' | 'department' | 'document' | 'support' | 'grade' | 'task' | 'sort',
    options: readonly Choice[],
    none: Text = WORDS.all,
  ) => (
    <div>
      <label htmlFor={fieldId(name)}>{say(WORDS[name])}</label>
      <select id={fieldId(name)} name={name} defaultValue={typed[name] ?? ''}>
        <option value="">{say(none)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {say(option.label)}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form method="get" className="filters">
      <div>
        <label htmlFor={fieldId('q')}>{say(WORDS.q)}</label>
        <input type="search" id={fieldId('q')} name="q" defaultValue={typed.q ?? ''} maxLength={60} />
      </div>
      <details className="others" open={narrowed}>
        <summary>{say(WORDS.others)}</summary>
        {select('level', data.choices.level)}
        {select('department', data.choices.department)}
        {select('task', data.choices.task)}
        {select('support', choices(supportWords))}
        {select('grade', choices(gradeWords))}
        {select('document', data.choices.document)}
        <div>
          <label htmlFor={fieldId('on')}>{say(WORDS.on)}</label>
          <input
            type="date"
            id={fieldId('on')}
            name="on"
            defaultValue={data.on}
            {...(wrongDay ? { 'aria-invalid': true, 'aria-describedby': 'problems' } : {})}
          />
        </div>
        {select('sort', ORDERS, WORDS.original)}
      </details>
      {typed.state && <input type="hidden" name="state" value={typed.state} />}
      <div>
        <button type="submit">{say(WORDS.show)}</button> <a href={to('/measures')}>{say(WORDS.clear)}</a>
      </div>
    </form>
  )
}

export default function Measures() {
  const data = useLoaderData<typeof loader>()
  const { say, to, language } = useSay()
  const { typed, list, counts } = data
  const sentence =
    language === 'zh'
      ? `${data.total} 项措施中符合筛选的 ${data.found} 项，${data.on} 的效力：`
      : `${data.found} of ${data.total} measures fit the filters; their state on ${data.on}:`
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <meta
        name="description"
        content={language === 'zh' ? `${data.total} 项措施，逐条可查、可算` : `${data.total} measures, each to read and to compute`}
      />
      <h1>{say(WORDS.title)}</h1>
      <div id="problems">
        <ErrorSummary title={say(WORDS.wrong)} problems={data.problems} />
      </div>
      <Filters data={data} />
      <nav aria-label={say(WORDS.states)}>
        <p className="quiet">{sentence}</p>
        <ul className="states">
          <li>
            <a href={addressWith(to('/measures'), typed, null)} aria-current={typed.state ? undefined : 'true'}>
              {say(WORDS.all)}
            </a>{' '}
            {data.found}
          </li>
          {counts
            .filter((each) => each.count > 0 || each.state === typed.state)
            .map((each) => (
              <li key={each.state}>
                <a href={addressWith(to('/measures'), typed, each.state)} aria-current={typed.state === each.state ? 'true' : undefined}>
                  {say(stateWords[each.state]!)}
                </a>{' '}
                {each.count}
              </li>
            ))}
        </ul>
      </nav>
      <p className="small">
        <a href={to('/explain')}>{say(WORDS.explain)}</a>
      </p>
      {list.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <>
          <div className="measures-head" aria-hidden="true">
            {[WORDS.measure, WORDS.most, WORDS.whom, WORDS.department, WORDS.until].map((head) => (
              <span key={head.en}>{say(head)}</span>
            ))}
          </div>
          <ol className="measures">
            {list.map((each) => (
              <Row key={each.id} each={each} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}
