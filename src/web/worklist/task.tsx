/** One task with all that is known of it, as the departments see it. */
import { Fragment } from 'react'
import type { Text } from '../../core/messages.ts'
import { type Done, owedText, stateText, type TaskPage } from '../../modules/worklist/index.ts'
import { useSay } from '../language.ts'
import { History } from '../parts/history.tsx'
import { Lead, TaskLamp } from './tasks.tsx'
import { kindText, WORDS } from './words.ts'

const OWN = {
  late: { zh: '现在逾期', en: 'Late now' },
  next: { zh: '接下来', en: 'Next' },
  caughtUp: { zh: '曾经逾期', en: 'Was late' },
  milestones: { zh: '节点', en: 'Milestones' },
  indicators: { zh: '服务的指标', en: 'Serves the indicators' },
  measures: { zh: '服务的措施', en: 'Serves the measures' },
  document: { zh: '文件', en: 'Document' },
  history: { zh: '全部经过', en: 'The whole history' },
  nothing: { zh: '还没有办理。', en: 'Nothing has been done yet.' },
  what: { zh: '事项', en: 'What' },
  who: { zh: '谁', en: 'Who' },
  when: { zh: '何时', en: 'When' },
  said: { zh: '内容', en: 'What was said' },
  calendar: { zh: '按日历自动', en: 'by the calendar' },
  complete: { zh: '报告整项任务完成', en: 'reports that the whole task is done' },
  until: { zh: '时限', en: 'due' },
  defects: { zh: '缺少或不对的', en: 'What is wrong' },
  together: { zh: '配合单位', en: 'Together with' },
} as const

const Owed = ({ label, list }: { readonly label: Text; readonly list: TaskPage['late'] }) => {
  const { say, marks } = useSay()
  if (list.length === 0) return null
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>
        {list.map((each) => (
          <div key={each.key}>{`${say(owedText(each))}${marks.comma}${each.due}`}</div>
        ))}
      </dd>
    </>
  )
}

const Links = ({ label, ids, at }: { readonly label: Text; readonly ids: readonly string[]; readonly at: string }) => {
  const { say, to } = useSay()
  if (ids.length === 0) return null
  return (
    <>
      <dt>{say(label)}</dt>
      <dd>
        {ids.map((id) => (
          <div key={id}>
            <a href={to(`${at}/${id}`)}>{id}</a>
          </div>
        ))}
      </dd>
    </>
  )
}

/** What a task is and what it owes. */
export const TaskFacts = ({ task }: { readonly task: TaskPage }) => {
  const { say } = useSay()
  return (
    <>
      <p className="lead">
        <TaskLamp lamp={task.lamp} /> {say(stateText(task.state))}
      </p>
      {say(task.content) !== '' && <p>{say(task.content)}</p>}
      <dl className="facts">
        <dt>{say(WORDS.category)}</dt>
        <dd>{say(task.category)}</dd>
        <dt>{say(WORDS.lead)}</dt>
        <dd>
          <Lead {...task} />
        </dd>
        <dt>{say(WORDS.due)}</dt>
        <dd>{task.due ?? say(WORDS.unknown)}</dd>
        <Owed label={OWN.late} list={task.late} />
        <Owed label={OWN.next} list={task.next} />
        <Owed label={OWN.caughtUp} list={task.caughtUp} />
        {task.milestones.length > 0 && (
          <>
            <dt>{say(OWN.milestones)}</dt>
            <dd>
              {task.milestones.map(({ number, title, due }) => (
                <div key={number}>
                  {due} <span lang="zh-CN">{title}</span>
                </div>
              ))}
            </dd>
          </>
        )}
        {Object.entries(task.fields).map(([name, value]) => (
          <Fragment key={name}>
            <dt lang="zh-CN">{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </Fragment>
        ))}
        <Links label={OWN.indicators} ids={task.indicators} at="/plan" />
        <Links label={OWN.measures} ids={task.measures} at="/measures" />
        <Links label={OWN.document} ids={task.document === null ? [] : [task.document]} at="/documents" />
      </dl>
    </>
  )
}

const Said = ({ done }: { readonly done: Done }) => {
  const { say, to, marks } = useSay()
  const parts = [
    done.department && say(done.department),
    done.due && `${say(OWN.until)} ${done.due}`,
    done.kind === 'remind' ? null : done.period,
    done.complete && say(OWN.complete),
    done.milestone && `${say(OWN.milestones)}${marks.colon}${done.milestone}`,
  ].filter(Boolean)
  return (
    <>
      {parts.length > 0 && <p>{parts.join(' · ')}</p>}
      {done.note !== '' && <p>{done.note}</p>}
      {done.list.length > 0 && (
        <>
          <p>{`${say(done.kind === 'return' ? OWN.defects : OWN.together)}${marks.colon}`}</p>
          <ul>
            {done.list.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
      {done.evidence.map(({ id, name, sha256 }) => (
        <p key={id}>
          <a href={to(`/worklist/evidence/${id}`).replace(/^\/en/, '')}>{name}</a> <code>{sha256.slice(0, 12)}</code>
        </p>
      ))}
    </>
  )
}

/** Everything that was done: what, by whom in which post, when. */
export const TaskHistory = ({ history }: { readonly history: readonly Done[] }) => {
  const { say } = useSay()
  if (history.length === 0) return <p className="quiet">{say(OWN.nothing)}</p>
  return (
    <History
      words={OWN}
      lines={history.map((done) => ({
        ...done,
        what: say(kindText(done.kind)),
        who: done.who ?? say(OWN.calendar),
        said: <Said done={done} />,
      }))}
    />
  )
}

export const HISTORY = OWN.history
