/** Tables of tasks and of their numbers, as the public, planners and officers see them. */
import { fill, type Text } from '../../core/messages.ts'
import { type Counts, type Summary, stateText, type TaskEntry, type TaskLine } from '../../modules/worklist/index.ts'
import { useSay } from '../language.ts'
import { Heads, Lamp, Scroll } from '../parts/basic.tsx'
import { lampOf, WORDS } from './words.ts'

export const TaskLamp = ({ lamp }: Pick<TaskEntry, 'lamp'>) => {
  const { say } = useSay()
  const { shape, text } = lampOf(lamp)
  return <Lamp category={shape}>{say(text)}</Lamp>
}

/** Who leads: the department, or what the public text names where none has been made responsible. */
export const Lead = ({ lead, namedLead }: Pick<TaskEntry, 'lead' | 'namedLead'>) => {
  const { say } = useSay()
  if (lead) return <>{say(lead)}</>
  return namedLead === null ? (
    <span className="quiet">{say(WORDS.unknown)}</span>
  ) : (
    <span className="quiet">
      {say(WORDS.named)}
      <span lang="zh-CN">{namedLead}</span>
    </span>
  )
}

type Row = TaskEntry & Partial<Pick<TaskLine, 'id'>>

/** Tasks of one category; each leads to its own page where `at` says where those are. */
export const TaskTable = ({ caption, tasks, at }: { readonly caption: Text; readonly tasks: readonly Row[]; readonly at?: string }) => {
  const { say, to } = useSay()
  return (
    <Scroll label={say(caption)}>
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <Heads names={[WORDS.task, WORDS.lead, WORDS.due, WORDS.lamp, WORDS.state, WORDS.last].map(say)} />
        <tbody>
          {tasks.map((task) => (
            <tr key={`${task.year} ${task.number}`}>
              <th scope="row">
                <code>{task.number}</code>{' '}
                {at === undefined || task.id === undefined ? say(task.title) : <a href={to(`${at}/${task.id}`)}>{say(task.title)}</a>}
                {say(task.content) !== '' && <div className="small quiet">{say(task.content)}</div>}
              </th>
              <td data-head={say(WORDS.lead)}>
                <Lead {...task} />
              </td>
              <td data-head={say(WORDS.due)} className="date">
                {task.due ?? say(WORDS.unknown)}
              </td>
              <td data-head={say(WORDS.lamp)}>
                <TaskLamp lamp={task.lamp} />
              </td>
              <td data-head={say(WORDS.state)}>{say(stateText(task.state))}</td>
              <td data-head={say(WORDS.last)}>
                {task.lastReport
                  ? `${task.lastReport.on} · ${task.lastReport.period} · ${fill(say(WORDS.files), { count: task.lastReport.files })}`
                  : say(WORDS.none)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

const COLUMNS: readonly (keyof Counts)[] = ['all', 'closed', 'green', 'yellow', 'red', 'unassigned']

/** How many tasks of each category stand how, and their sum. */
export const SummaryTable = ({ caption, summary }: { readonly caption: Text; readonly summary: Summary }) => {
  const { say } = useSay()
  const cells = (counts: Counts) =>
    COLUMNS.map((name) => (
      <td key={name} className="n" data-head={say(WORDS[name])}>
        {counts[name]}
      </td>
    ))
  return (
    <Scroll label={say(caption)}>
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(WORDS.category)}</th>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className="n">
                {say(WORDS[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {summary.categories.map(({ category, ...counts }) => (
            <tr key={category.zh}>
              <th scope="row">{say(category)}</th>
              {cells(counts)}
            </tr>
          ))}
          <tr>
            <th scope="row">{say(WORDS.total)}</th>
            {cells(summary.total)}
          </tr>
        </tbody>
      </table>
    </Scroll>
  )
}

/** Tasks under the names of their categories, in the order of the list. */
export const ByCategory = ({ tasks, at }: { readonly tasks: readonly Row[]; readonly at?: string }) => {
  const { say } = useSay()
  return [...Map.groupBy(tasks, ({ category }) => category.zh).values()].map((own) => {
    const category = own[0]?.category ?? { zh: '', en: '' }
    return (
      <section key={category.zh}>
        <h3>{say(category)}</h3>
        <TaskTable caption={category} tasks={own} {...(at === undefined ? {} : { at })} />
      </section>
    )
  })
}

/** The years that have a list. */
export const Years = ({ years, year, at }: { readonly years: readonly number[]; readonly year: number | null; readonly at: string }) => {
  const { say, to, marks } = useSay()
  if (years.length < 2) return null
  return (
    <nav aria-label={say(WORDS.years)}>
      {`${say(WORDS.years)}${marks.colon}`}
      {years.map((each, index) => (
        <span key={each}>
          {index > 0 && ' · '}
          <a href={`${to(at)}?year=${each}`} aria-current={each === year ? 'true' : undefined}>
            {each}
          </a>
        </span>
      ))}
    </nav>
  )
}
