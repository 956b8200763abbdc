import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { documentPage } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { SourceLine } from '../parts/basic.tsx'
import documentStyle from './document.css?url'
import { type DocumentView, documentView } from './document-view.ts'
import { kindWords, statusWords } from './document-words.ts'
import { Targets } from './plan-targets.tsx'
import { gradeWords } from './words.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: documentStyle }]

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return documentView(await app.perform(who, documentPage, { id: params.id ?? '' }))
  })

const WORDS = {
  documents: { zh: '文件', en: 'Documents' },
  ask: { zh: '原文说了什么，在哪里起作用？', en: 'What does it say, and where does it take effect?' },
  kind: { zh: '种类', en: 'Kind' },
  number: { zh: '文号', en: 'Number' },
  issuer: { zh: '发布', en: 'Issued by' },
  issued: { zh: '日期', en: 'Date' },
  inForce: { zh: '有效期', en: 'Validity' },
  status: { zh: '效力', en: 'State' },
  replaces: { zh: '取代', en: 'Replaces' },
  replacedBy: { zh: '被取代', en: 'Replaced by' },
  unknown: { zh: '— 未查到', en: '— not found' },
  sources: { zh: '来源', en: 'Sources' },
  goals: { zh: '远景', en: 'The long view' },
  promises: { zh: '由它而来的目标', en: 'Targets that come from it' },
  tasks: { zh: '由它而来的任务', en: 'Tasks that come from it' },
  measures: { zh: '由它而来的措施', en: 'Measures that come from it' },
  summaries: {
    zh: '左边是条款的概括（不是原文），右边是这句话在本站起作用之处。',
    en: 'Left the clause in our own words (not the original text), right where the sentence takes effect here.',
  },
  readings: { zh: '同一来源公布的数据', en: 'Values published in the same sources' },
  nothing: {
    zh: '本站没有由这份文件而来的目标、任务、措施和数据；列在这里，是因为别的文件提到它。',
    en: 'No target, task, measure or value here comes from this document; it is listed because others refer to it.',
  },
  read: { zh: '只供阅读，没有可以计算的内容', en: 'to be read; nothing in it can be computed' },
  see: { zh: '看措施', en: 'see the measure' },
  open: { zh: '看计算', en: 'see the computation' },
} as const

type Effect = DocumentView['parts'][number]['measures'][number]['sections'][number]['effect']
const EFFECTS = {
  parameters: { zh: '组参数', en: 'of parameters' },
  rules: { zh: '条规则', en: 'of rules' },
  judgements: { zh: '处由人判断', en: 'left to a person' },
  missing: { zh: '处未公开', en: 'not public' },
  cases: { zh: '组算例', en: 'of worked cases' },
} as const
const effectText = (effect: Effect, language: 'zh' | 'en'): string =>
  (Object.keys(EFFECTS) as (keyof Effect)[])
    .filter((key) => effect[key] > 0)
    .map((key) =>
      language === 'zh'
        ? `${effect[key]} ${EFFECTS[key].zh}`
        : `${effect[key]} ${effect[key] === 1 ? 'block' : 'blocks'} ${EFFECTS[key].en}`,
    )
    .join(language === 'zh' ? '、' : ', ')

const Measures = ({ part }: { readonly part: DocumentView['parts'][number] }) => {
  const { say, to, language } = useSay()
  // Without a heading for the part there is no level to skip.
  const Heading = part.part === null ? 'h3' : 'h4'
  return (
    <>
      {part.part !== null && <h3>{language === 'zh' ? `第 ${part.part} 部分` : `Part ${part.part}`}</h3>}
      {part.measures.map((measure) => (
        <section key={measure.id}>
          <Heading>
            <a href={to(`/measures/${measure.id}`)}>{say(measure.title)}</a>{' '}
            <span className="small quiet">
              <span lang="zh-CN">{measure.clause}</span> · {say(gradeWords[measure.grade] ?? { zh: measure.grade, en: measure.grade })}
            </span>
          </Heading>
          <ul className="sentences">
            {measure.sections.map((section) => {
              const effect = effectText(section.effect, language)
              return (
                <li key={section.anchor}>
                  <p>{say(section.clause)}</p>
                  <p className="small quiet">
                    {effect ? (
                      <>
                        {effect} ·{' '}
                        <a href={`${to(`/measures/${measure.id}`)}#${section.anchor}`}>
                          {say(section.effect.rules > 0 ? WORDS.open : WORDS.see)}
                        </a>
                      </>
                    ) : (
                      say(WORDS.read)
                    )}
                  </p>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

const Tasks = ({ view, parent }: { readonly view: DocumentView; readonly parent: string | null }) => {
  const { say, to } = useSay()
  const ids = new Set(view.tasks.map((task) => task.id))
  // A task below one of another document stands at the top here.
  const own = view.tasks.filter((task) => (parent === null ? task.parent === null || !ids.has(task.parent) : task.parent === parent))
  return own.length === 0 ? null : (
    <ul>
      {own.map((task) => (
        <li key={task.id}>
          <a href={`${to('/plan')}#${task.id}`}>{say(task.title)}</a> {task.content && <span className="small">{say(task.content)}</span>}
          <Tasks view={view} parent={task.id} />
        </li>
      ))}
    </ul>
  )
}

const Head = ({ view }: { readonly view: DocumentView }) => {
  const { say, to, language, marks } = useSay()
  const link = (each: { readonly id: string; readonly title: { readonly zh: string; readonly en: string } }) => (
    <a key={each.id} href={to(`/documents/${each.id}`)}>
      {say(each.title)}
    </a>
  )
  const [from, until] = (view.inForce ?? '').split('..')
  return (
    <div className="head">
      <dl className="facts">
        <dt>{say(WORDS.kind)}</dt>
        <dd>{say(kindWords[view.kind])}</dd>
        <dt>{say(WORDS.number)}</dt>
        <dd lang="zh-CN">{view.number ?? say(WORDS.unknown)}</dd>
        <dt>{say(WORDS.issuer)}</dt>
        <dd lang="zh-CN">{view.issuer ?? say(WORDS.unknown)}</dd>
        <dt>{say(WORDS.issued)}</dt>
        <dd>{view.issued ?? say(WORDS.unknown)}</dd>
        <dt>{say(WORDS.inForce)}</dt>
        <dd>{view.inForce ? `${from || '…'} ${language === 'zh' ? '至' : 'to'} ${until || '…'}` : say(WORDS.unknown)}</dd>
        <dt>{say(WORDS.status)}</dt>
        <dd>{say(statusWords[view.status])}</dd>
        {view.replaces && (
          <>
            <dt>{say(WORDS.replaces)}</dt>
            <dd>{link(view.replaces)}</dd>
          </>
        )}
        {view.replacedBy.length > 0 && (
          <>
            <dt>{say(WORDS.replacedBy)}</dt>
            <dd>{view.replacedBy.map((each, index) => [index > 0 && marks.comma, link(each)])}</dd>
          </>
        )}
      </dl>
      <div>
        <h2>{say(WORDS.sources)}</h2>
        <ul className="small">
          {view.sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} language={language} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export default function Document() {
  const view = useLoaderData<typeof loader>()
  const { say, to, marks } = useSay()
  const hasNothing = [view.goals, view.promises, view.tasks, view.parts, view.readings].every((list) => list.length === 0)
  return (
    <>
      <title>{`${say(view.title)} · 策行 Planwright`}</title>
      <meta name="description" content={view.note ? say(view.note) : say(view.title)} />
      <p className="crumb">
        <a href={to('/documents')}>{say(WORDS.documents)}</a> › {say(WORDS.ask)}
      </p>
      <h1>{say(view.title)}</h1>
      {view.note && <p>{say(view.note)}</p>}
      <Head view={view} />
      {hasNothing && <p className="note">{say(WORDS.nothing)}</p>}
      {view.goals.length > 0 && (
        <>
          <h2>{say(WORDS.goals)}</h2>
          {view.goals.map((goal) => (
            <blockquote key={goal.id}>{say(goal.text)}</blockquote>
          ))}
        </>
      )}
      {view.promises.length > 0 && (
        <>
          <h2>{say(WORDS.promises)}</h2>
          <Targets caption={WORDS.promises} rows={view.promises} />
        </>
      )}
      {view.tasks.length > 0 && (
        <>
          <h2>{say(WORDS.tasks)}</h2>
          <Tasks view={view} parent={null} />
        </>
      )}
      {view.parts.length > 0 && (
        <>
          <h2>{say(WORDS.measures)}</h2>
          <p className="small quiet">{say(WORDS.summaries)}</p>
          {view.parts.map((part) => (
            <Measures key={part.part} part={part} />
          ))}
        </>
      )}
      {view.readings.length > 0 && (
        <>
          <h2>{say(WORDS.readings)}</h2>
          <ul>
            {view.readings.map((each) => (
              <li key={each.key}>
                <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {say(each.period)}
                {marks.colon}
                {say(each.value)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
