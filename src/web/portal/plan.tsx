import { type LinksFunction, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { overview, periodText } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, SourceLine } from '../parts/basic.tsx'
import { DatePicker } from './date-picker.tsx'
import { askedDates } from './dates.ts'
import planStyle from './plan.css?url'
import { Targets } from './plan-targets.tsx'
import { Tree } from './plan-tree.tsx'
import { planView } from './plan-view.ts'
import yearStyle from './year.css?url'
import { Year } from './year.tsx'

export const links: LinksFunction = () => [planStyle, yearStyle].map((href) => ({ rel: 'stylesheet', href }))

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return planView(await app.perform(who, overview, askedDates(request)))
  })

const WORDS = {
  title: { zh: '规划许诺了什么？', en: 'What does the plan promise?' },
  asOf: { zh: '截至', en: 'As of' },
  vision: { zh: '远景', en: 'The long view' },
  tasks: { zh: '大重点任务', en: 'key tasks' },
  projects: { zh: '大工程', en: 'projects' },
  list: { zh: '年工作清单', en: ': the work list' },
  later: { zh: '其他文件的目标', en: 'Targets of other documents' },
  documents: { zh: '文件', en: 'Documents' },
  document: { zh: '文件', en: 'Document' },
  number: { zh: '文号', en: 'Number' },
  issued: { zh: '日期', en: 'Date' },
  goals: { zh: '年的目标', en: ' goals' },
  other: { zh: '换一天看', en: 'Look at another day' },
  unknown: { zh: '— 未查到', en: '— not found' },
} as const

const NUMERALS = {
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'],
} as const

export default function Plan() {
  const view = useLoaderData<typeof loader>()
  const { say, to, language, marks } = useSay()
  const top = (kind: string) => view.tasks.filter((task) => task.parent === null && task.kind === kind)
  const counted = (count: number, words: { readonly zh: string; readonly en: string }): string => {
    const numeral = NUMERALS[language][count] ?? String(count)
    return language === 'zh' ? `${numeral}${words.zh}` : `${numeral} ${words.en}`
  }
  const [tasks, projects, categories] = [top('task'), top('project'), top('category')]
  const listYear = categories[0]?.year
  const listTitle = listYear ? `${listYear}${say(WORDS.list)}` : ''
  const parts = [
    { id: 'vision', title: say(WORDS.vision), any: view.goals.length > 0 },
    { id: 'tasks', title: counted(tasks.length, WORDS.tasks), any: tasks.length > 0 },
    { id: 'projects', title: counted(projects.length, WORDS.projects), any: projects.length > 0 },
    ...view.years.map(({ year }) => ({ id: `y${year}`, title: `${year}${say(WORDS.goals)}`, any: true })),
    { id: 'list', title: listTitle, any: categories.length > 0 },
    { id: 'later', title: say(WORDS.later), any: view.later.length > 0 },
    { id: 'documents', title: say(WORDS.documents), any: true },
  ].filter((part) => part.any)
  return (
    <>
      <title>{`${say(WORDS.title)} · ${say(view.city)} · 策行 Planwright`}</title>
      <meta name="description" content={say(view.summary)} />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">
        {say(WORDS.asOf)} {periodText(view.asOf, language)}
        {language === 'zh' ? '，' : ', '}
        {say(view.summary)}
        {marks.stop}
      </p>
      <ul className="toc">
        {parts.map((part) => (
          <li key={part.id}>
            <a href={`#${part.id}`}>{part.title}</a>
          </li>
        ))}
      </ul>
      <h2 id="vision">{say(WORDS.vision)}</h2>
      {view.goals.map((goal) => (
        <div key={goal.id}>
          <blockquote className="vision">{say(goal.text)}</blockquote>
          {goal.source && (
            <p className="small quiet">
              <SourceLine source={goal.source} language={language} />
            </p>
          )}
        </div>
      ))}
      <h2 id="tasks">{counted(tasks.length, WORDS.tasks)}</h2>
      <Tree tasks={view.tasks} top={tasks} />
      {projects.length > 0 && (
        <>
          <h2 id="projects">{counted(projects.length, WORDS.projects)}</h2>
          <Tree tasks={view.tasks} top={projects} />
        </>
      )}
      {view.years.map((year) => (
        <Year key={year.year} year={year} />
      ))}
      {categories.length > 0 && (
        <>
          <h2 id="list">{listTitle}</h2>
          {view.workLists.map((list) => (
            <div key={list.id}>
              <p>
                <a href={to(`/documents/${list.id}`)}>{say(list.title)}</a>
              </p>
              {list.note && <p className="note">{say(list.note)}</p>}
            </div>
          ))}
          <Tree tasks={view.tasks} top={categories} />
        </>
      )}
      {view.later.length > 0 && (
        <>
          <h2 id="later">{say(WORDS.later)}</h2>
          <Targets caption={WORDS.later} rows={view.later} />
        </>
      )}
      <h2 id="documents">{say(WORDS.documents)}</h2>
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(WORDS.documents)}</caption>
          <Heads names={[WORDS.document, WORDS.number, WORDS.issued].map(say)} />
          <tbody>
            {view.documents.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={to(`/documents/${each.id}`)}>{say(each.title)}</a>
                </th>
                <td data-head={say(WORDS.number)}>{each.number ?? say(WORDS.unknown)}</td>
                <td data-head={say(WORDS.issued)} className="date">
                  {each.issued ?? say(WORDS.unknown)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details>
        <summary>{say(WORDS.other)}</summary>
        <DatePicker asOf={view.asOf} known={view.known} />
      </details>
    </>
  )
}
