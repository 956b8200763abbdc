/** What became of a task between two days. */
import type { Day } from '../../../core/dates.ts'
import type { Milestone, TaskEvent } from './events.ts'
import { type Standing, standingOf } from './lamp.ts'
import { type TaskNow, taskNow } from './task.ts'

/** `assigned`: another department leads; `put-off`: due on another day; `red`, `yellow`: the lamp became so; `closed`: it is done for good. */
export type TaskChangeKind = 'assigned' | 'put-off' | 'red' | 'yellow' | 'closed'
export type OnDay = { readonly now: TaskNow; readonly standing: Standing }

/** A task as it stood at the end of a day, from the events up to then. */
export const onDay = (milestones: readonly Milestone[], events: readonly TaskEvent[], day: Day): OnDay => {
  const then = events.filter(({ on }) => on <= day)
  return { now: taskNow(then), standing: standingOf(milestones, then, day) }
}

/** Everything that is otherwise. */
export const taskChanges = (before: OnDay, after: OnDay): readonly TaskChangeKind[] => {
  const became = (lamp: 'red' | 'yellow'): boolean => after.standing.lamp === lamp && before.standing.lamp !== lamp
  const all: readonly (readonly [TaskChangeKind, boolean])[] = [
    ['red', became('red')],
    ['yellow', became('yellow')],
    ['closed', after.now.state === 'closed' && before.now.state !== 'closed'],
    ['assigned', after.now.lead !== before.now.lead],
    ['put-off', before.now.due !== null && after.now.due !== before.now.due],
  ]
  return all.filter(([, holds]) => holds).map(([kind]) => kind)
}
