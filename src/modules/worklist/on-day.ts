/** The tasks of a year as they stood on a day, for whoever reports on them; and what was done with each. */
import type { Day } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import type { Look } from '../../kernel/module.ts'
import { tasksByIds, tasksOf } from './queries.ts'
import { tasksFrom } from './read.ts'
import type { Lamp, Obligation } from './rules/lamp.ts'
import type { TaskState } from './rules/task.ts'
import { type Done, historyOf } from './views.ts'

/** `open`: everybody may know of it. `events`: how many of its events were counted, the first ones. */
export type TaskOn = {
  readonly id: string
  readonly open: boolean
  readonly number: string
  readonly category: Text
  readonly title: Text
  readonly lead: Text | null
  readonly namedLead: string | null
  readonly due: Day | null
  readonly state: TaskState
  readonly lamp: Lamp | null
  readonly late: readonly Pick<Obligation, 'key' | 'kind' | 'due'>[]
  readonly events: number
}

export const tasksOn = async (look: Look, year: number, day: Day): Promise<readonly TaskOn[]> => {
  // A pack tells of its tasks as they were before it came here.
  const rows = (await tasksOf(look.db, year)).filter(({ origin, added_at }) => origin === 'pack' || look.dayOf(added_at) <= day)
  return (await tasksFrom(look, rows, day)).map(({ row, events, now, standing, lead }) => ({
    id: row.id,
    open: row.open,
    number: row.number,
    category: { zh: row.category_zh, en: row.category_en },
    title: { zh: row.title_zh, en: row.title_en },
    lead: lead?.name ?? null,
    namedLead: row.named_lead || null,
    due: now.due ?? row.due_on,
    state: now.state,
    lamp: standing.lamp,
    late: standing.late.map(({ key, kind, due }) => ({ key, kind, due })),
    events: events.length,
  }))
}

/** Everything that was ever done with tasks, by their ids. */
export const taskHistories = async (look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Done[]>> => {
  const found = new Map<string, readonly Done[]>()
  for (const task of await tasksFrom(look, await tasksByIds(look.db, ids))) found.set(task.row.id, await historyOf(look, task))
  return found
}

/** The department that leads a task now, by its id; null where nobody does. */
export const leadOf = async (look: Look, id: string): Promise<string | null> => {
  const [task] = await tasksFrom(look, await tasksByIds(look.db, [id]))
  return task?.now.lead ?? null
}
