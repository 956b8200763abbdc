/** Tasks and readings as items of a meeting: each leads to where something is done about it. */
import type { ReactNode } from 'react'
import { fill, type Text } from '../../core/messages.ts'
import { owedText, type TaskLine } from '../../modules/worklist/index.ts'
import { useSay } from '../language.ts'
import { Lead, TaskLamp } from '../worklist/tasks.tsx'
import type { Meeting } from './meeting.ts'
import { taskChangeText } from './words.ts'

const WORDS = {
  due: { zh: '，限 {day}', en: ', due {day}' },
  firstDue: { zh: '，最早限 {day}', en: ', the first due {day}' },
  until: { zh: '申请延至 {day}：{reason}', en: 'asks for time until {day}: {reason}' },
  more: { zh: '另有 {more} 项', en: '{more} more' },
  corrects: { zh: '更正 {value}', en: 'corrects {value}' },
} as const

/** A task with its lead and its lamp, and what is said of it here. */
const Task = ({ task, children }: { readonly task: TaskLine; readonly children?: ReactNode }) => {
  const { say, to } = useSay()
  return (
    <li>
      <a href={to(`/board/worklist/${task.id}`)}>
        <code>{task.number}</code> {say(task.title)}
      </a>{' '}
      <span className="quiet">
        <Lead {...task} />
      </span>{' '}
      <TaskLamp lamp={task.lamp} />
      {children && <div>{children}</div>}
    </li>
  )
}

type Tasks = Meeting['tasks']

export const ChangedTasks = ({ tasks }: { readonly tasks: Tasks['changes'] }) => {
  const { say, marks } = useSay()
  return (
    <ul className="items">
      {tasks.map((task) => (
        <Task key={task.id} task={task}>
          {task.kinds.map((kind) => say(taskChangeText[kind])).join(marks.comma)}
        </Task>
      ))}
    </ul>
  )
}

export const LateTasks = ({ tasks }: { readonly tasks: Tasks['late'] }) => {
  const { say, marks } = useSay()
  return (
    <ul className="items">
      {tasks.map((task) => (
        <Task key={task.id} task={task}>
          {task.late.map((each) => `${say(owedText(each))}${fill(say(WORDS.due), { day: each.due })}`).join(marks.comma)}
        </Task>
      ))}
    </ul>
  )
}

export const Requests = ({ tasks }: { readonly tasks: Tasks['requests'] }) => {
  const { say } = useSay()
  return (
    <ul className="items">
      {tasks.map((task) => (
        <Task key={task.id} task={task}>
          {fill(say(WORDS.until), { day: task.asked.due ?? '—', reason: task.asked.reason })}
        </Task>
      ))}
    </ul>
  )
}

export const PlainTasks = ({ tasks }: { readonly tasks: readonly TaskLine[] }) => (
  <ul className="items">
    {tasks.map((task) => (
      <Task key={task.id} task={task} />
    ))}
  </ul>
)

export const LateReadings = ({ readings }: { readonly readings: Meeting['readings']['late'] }) => {
  const { say, to, marks } = useSay()
  return (
    <ul className="items">
      {readings.map((each) => (
        <li key={each.id}>
          <a href={to(`/plan/${each.id}`)}>{say(each.name)}</a> {each.periods.map(say).join(marks.comma)}
          {fill(say(each.periods.length > 1 ? WORDS.firstDue : WORDS.due), { day: each.dueOn })}
        </li>
      ))}
    </ul>
  )
}

export const WaitingReadings = ({ readings }: { readonly readings: Meeting['readings']['waiting'] }) => {
  const { say, to, marks } = useSay()
  return (
    <ul className="items">
      {readings.map((each) => (
        <li key={each.id}>
          <a href={to('/board/readings')}>{say(each.name)}</a> {say(each.period)}
          {marks.colon}
          {say(each.value)} <span className="quiet">{`${say(each.by.post)} ${each.by.on}`}</span>
          {each.corrects && <div>{fill(say(WORDS.corrects), { value: each.corrects.value })}</div>}
        </li>
      ))}
    </ul>
  )
}

/** Of a list that has to fit, the first few, and how many more there are. */
export const fewOf = <T,>(list: readonly T[], most: number): { readonly few: readonly T[]; readonly more: number } => ({
  few: list.slice(0, most),
  more: Math.max(0, list.length - most),
})

export const More = ({ more, at }: { readonly more: number; readonly at: string }) => {
  const { say, to } = useSay()
  if (more === 0) return null
  return (
    <p className="small quiet">
      <a href={to(at)}>{fill(say(WORDS.more), { more })}</a>
    </p>
  )
}

/** A heading with how many there are; nothing below it where there is none. */
export const Part = ({ title, count, children }: { readonly title: Text; readonly count: number; readonly children: ReactNode }) => {
  const { say } = useSay()
  return (
    <section>
      <h3>
        {say(title)} <span className="count">{count}</span>
      </h3>
      {count > 0 && children}
    </section>
  )
}
