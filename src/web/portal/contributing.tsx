/** What is done for an indicator or a measure: tasks of the years with their lamps, and measures. */
import { Fragment } from 'react'
import type { Text } from '../../core/messages.ts'
import type { ContributingTask } from '../../modules/worklist/index.ts'
import type { Pack } from '../../pack/pack.ts'
import { useSay } from '../language.ts'
import { TaskTable } from '../worklist/tasks.tsx'

const WORDS = {
  plan: { zh: '规划任务', en: 'Tasks of the plan' },
  tasks: { zh: '年度任务', en: 'Tasks of the years' },
  measures: { zh: '相关措施', en: 'Measures' },
} as const

export type Named = { readonly id: string; readonly title: Text }

/** The measures that serve the same task of the plan as an indicator, and those that its tasks of the years name. */
export const measuresFor = (pack: Pack, indicator: string, tasks: readonly ContributingTask[]): readonly Named[] => {
  const own = pack.indicators.get(indicator)?.tasks ?? []
  const named = new Set(tasks.flatMap(({ measures }) => measures))
  return [...pack.measures.values()]
    .filter((measure) => named.has(measure.id) || measure.tasks.some((task) => own.includes(task)))
    .map((measure) => ({ id: measure.id, title: { zh: measure.title, en: measure.titleEnglish ?? measure.title } }))
}

/** The tasks of the plan with these ids. */
export const planTasksOf = (pack: Pack, tasks: readonly string[]): readonly Named[] =>
  tasks.flatMap((id) => {
    const task = pack.tasks.get(id)
    return task ? [{ id, title: task.title }] : []
  })

export const Contributing = ({
  title,
  tasks,
  measures = [],
  plan = [],
}: {
  readonly title: Text
  readonly tasks: readonly ContributingTask[]
  readonly measures?: readonly Named[]
  readonly plan?: readonly Named[]
}) => {
  const { say, to, marks } = useSay()
  if (tasks.length + measures.length + plan.length === 0) return null
  return (
    <>
      <h2>{say(title)}</h2>
      {plan.length > 0 && (
        <p>
          {`${say(WORDS.plan)}${marks.colon}`}
          {plan.map(({ id, title: name }, index) => (
            <Fragment key={id}>
              {index > 0 && marks.comma}
              <a href={`${to('/plan')}#${id}`}>{say(name)}</a>
            </Fragment>
          ))}
        </p>
      )}
      {tasks.length > 0 && <TaskTable caption={WORDS.tasks} tasks={tasks} />}
      {measures.length > 0 && (
        <details>
          <summary>
            {say(WORDS.measures)} <span className="count">{measures.length}</span>
          </summary>
          <ul>
            {measures.map((measure) => (
              <li key={measure.id}>
                <a href={to(`/measures/${measure.id}`)}>{say(measure.title)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
