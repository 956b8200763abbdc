/** One more event of a task: found, allowed, written, recorded. */
import { isId } from '../../kernel/ids.ts'
import type { Act } from '../../kernel/module.ts'
import { departmentsOf } from '../office/index.ts'
import { fail } from './messages.ts'
import { type EventRow, holdTask, insertEvent } from './queries.ts'
import { type Task, tasksFrom } from './read.ts'
import type { EventKind } from './rules/events.ts'
import { obstacleTo } from './rules/task.ts'

/** A task that is held for the rest of the transaction; unknown where there is none. */
export const heldTask = async (act: Act, id: string): Promise<Task> => {
  const row = isId(id) ? await holdTask(act.db, id) : undefined
  const [task] = row ? await tasksFrom(act, [row]) : []
  return task ?? fail('worklist.task-unknown', {})
}

/** The same for an officer: a task that a department of theirs leads. */
export const ownTask = async (act: Act, id: string): Promise<Task> => {
  const task = await heldTask(act, id)
  const own = departmentsOf(act.who, 'officer')
  return own === null || (task.now.lead !== null && own.includes(task.now.lead)) ? task : fail('worklist.task-unknown', {})
}

/** Refuses what the state of the task does not allow. */
export const mayNow = (kind: EventKind, { now, rows }: Task): void => {
  const obstacle = obstacleTo(kind, now, rows.length > 0)
  if (obstacle !== null) fail(obstacle, {})
}

/** What the record calls each. */
const EVENTS: Readonly<Record<EventKind, string>> = {
  assign: 'worklist.assign',
  sign: 'worklist.sign',
  report: 'worklist.report',
  return: 'worklist.return',
  review: 'worklist.review',
  close: 'worklist.close',
  remind: 'worklist.remind',
  'ask-extension': 'worklist.ask-extension',
  extend: 'worklist.extend',
  'refuse-extension': 'worklist.refuse-extension',
}

type More = Partial<Pick<EventRow, 'department_id' | 'due_on' | 'period' | 'complete' | 'milestone' | 'refers' | 'note' | 'list'>>

/** Writes and records what was done; answers with its number. Its instant is the database's. */
export const happened = async (act: Act, { row, rows, now }: Task, kind: EventKind, more: More): Promise<number> => {
  const number = rows.length + 1
  const post = act.standing.post?.title ?? null
  const event = {
    department_id: null,
    due_on: null,
    period: null,
    complete: false,
    milestone: null,
    refers: null,
    note: '',
    list: [],
    ...more,
  }
  await insertEvent(act.db, {
    task_id: row.id,
    number,
    kind,
    at: act.now,
    user_id: act.who.kind === 'person' ? act.who.id : null,
    post_zh: post?.zh ?? null,
    post_en: post?.en ?? null,
    ...event,
  })
  await act.record(EVENTS[kind], {
    object: ['worklist.task', row.id],
    before: { state: now.state, lead: now.lead, due: now.due },
    after: { number, ...Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null && value !== '')) },
    details: { year: row.year, task: row.number },
  })
  return number
}
