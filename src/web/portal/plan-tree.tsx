import { useSay } from '../language.ts'
import { Lamp } from '../parts/basic.tsx'
import type { PlanView } from './plan-view.ts'

type Task = PlanView['tasks'][number]

const WORDS = {
  lead: { zh: '牵头', en: 'Lead' },
  noLead: { zh: '牵头单位未查到', en: 'who leads was not found' },
  measures: { zh: '相关措施', en: 'Measures' },
} as const

const Aims = ({ task }: { readonly task: Task }) => {
  const { say, to, language, marks } = useSay()
  return (
    <>
      {task.aims.length > 0 && (
        <ul className="aims">
          {task.aims.map((aim) => (
            <li key={aim.key}>
              <a href={to(`/plan/${aim.id}`)}>{say(aim.name)}</a>
              {language === 'zh' ? ' ' : ': '}
              {say(aim.period)}
              {language === 'zh' ? '' : ' '}
              {say(aim.promise)} <Lamp category={aim.lamp}>{say(aim.now ? aim.verdict : (aim.caveat ?? aim.verdict))}</Lamp>
            </li>
          ))}
        </ul>
      )}
      {task.measures.length > 0 && (
        <details className="small">
          <summary>
            {say(WORDS.measures)}
            {marks.open}
            {task.measures.length}
            {marks.close}
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
    </>
  )
}

/** Tasks of one kind with everything that hangs on them: content, indicators, measures, work items. */
export const Tree = ({ tasks, top }: { readonly tasks: readonly Task[]; readonly top: readonly Task[] }) => {
  const { say, marks } = useSay()
  return (
    <ul className="tree">
      {top.map((task) => (
        <li key={task.id} id={task.id}>
          <div>
            <h3>{say(task.title)}</h3>
            {task.content && <p className="small quiet">{say(task.content)}</p>}
          </div>
          <div>
            <Aims task={task} />
            <ul className="below">
              {tasks
                .filter((each) => each.parent === task.id)
                .map((each) => (
                  <li key={each.id} id={each.id}>
                    <h4>{say(each.title)}</h4>
                    {each.content && <p className="small">{say(each.content)}</p>}
                    {each.kind === 'item' && (
                      <p className="small quiet">{each.lead ? `${say(WORDS.lead)}${marks.colon}${say(each.lead)}` : say(WORDS.noLead)}</p>
                    )}
                    <Aims task={each} />
                  </li>
                ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  )
}
