/** Tasks as they are now, put together from their rows. */
import type { Day } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import type { Look } from '../../kernel/module.ts'
import type { Progress } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { departmentsById, type NamedDepartment } from '../office/index.ts'
import { type EventRow, type EvidenceRow, eventsOf, evidenceOf, type MilestoneRow, milestonesOfTasks, type TaskRow } from './queries.ts'
import { eventsBefore } from './rules/before.ts'
import type { TaskEvent } from './rules/events.ts'
import { type Standing, standingOf } from './rules/lamp.ts'
import { type TaskNow, taskNow } from './rules/task.ts'

/** A task with all that belongs to it. */
export type Task = {
  readonly row: TaskRow
  /** What was done with it before it came here, as the pack tells it. */
  readonly before: readonly Progress[]
  readonly rows: readonly EventRow[]
  /** Both, in their order. */
  readonly events: readonly TaskEvent[]
  readonly milestones: readonly MilestoneRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly now: TaskNow
  readonly standing: Standing
  readonly lead: NamedDepartment | null
}

export const eventOf = (row: EventRow, dayOf: (instant: Date) => Day): TaskEvent => ({
  number: row.number,
  kind: row.kind,
  on: dayOf(row.at),
  user: row.user_id,
  department: row.department_id,
  due: row.due_on,
  period: row.period,
  complete: row.complete,
  milestone: row.milestone,
  refers: row.refers,
})

/** What the pack in service tells of its own tasks; nothing where no pack is in service. */
const told = async (look: Look, rows: readonly TaskRow[]): Promise<ReadonlyMap<string, readonly Progress[]>> =>
  rows.some(({ origin }) => origin === 'pack') ? Map.groupBy((await packInService(look)).progress, ({ task }) => task) : new Map()

/** Rows with their events, all of them or those up to the end of a day, folded, in the same order. */
export const tasksFrom = async (look: Look, rows: readonly TaskRow[], day: Day | null = null): Promise<readonly Task[]> => {
  const isIn = (on: Day): boolean => day === null || on <= day
  const ids = rows.map(({ id }) => id)
  const [events, milestones, evidence] = [
    await eventsOf(look.db, ids),
    await milestonesOfTasks(look.db, ids),
    await evidenceOf(look.db, ids),
  ]
  const departments = await departmentsById(look)
  const byName = new Map([...departments.values()].map(({ id, name }) => [name.zh, id]))
  const before = await told(look, rows)
  const byTask = <R extends { readonly task_id: string }>(list: readonly R[]) => Map.groupBy(list, ({ task_id }) => task_id)
  const [eventsBy, milestonesBy, evidenceBy] = [byTask(events), byTask(milestones), byTask(evidence)]
  return rows.map((row) => {
    const own = (eventsBy.get(row.id) ?? []).filter(({ at }) => isIn(look.dayOf(at)))
    const steps = milestonesBy.get(row.id) ?? []
    const earlier = row.origin === 'pack' ? (before.get(row.number) ?? []) : []
    const done = [...eventsBefore(earlier, byName).filter(({ on }) => isIn(on)), ...own.map((each) => eventOf(each, look.dayOf))]
    const now = taskNow(done)
    return {
      row,
      before: earlier,
      rows: own,
      events: done,
      milestones: steps,
      evidence: evidenceBy.get(row.id) ?? [],
      now,
      standing: standingOf(
        steps.map(({ number, due_on }) => ({ number, due: due_on })),
        done,
        day ?? look.today,
      ),
      lead: now.lead === null ? null : (departments.get(now.lead) ?? null),
    }
  })
}

export const textIn = (zh: string, en: string): Text => ({ zh, en })
