/**
 * Whether a task was done on time: reported complete no later than the day that stood when it ended, and closed by a second person. A task that was put off is judged by
 * its new day; one that is not closed is not done.
 */
import type { Day } from '../../../core/dates.ts'
import type { TaskEvent } from './events.ts'
import { taskNow } from './task.ts'

/** Raised whenever it judges otherwise. */
export const ON_TIME_VERSION = 1

export type OnTime =
  | { readonly counts: true; readonly isOnTime: boolean; readonly due: Day }
  | { readonly counts: false; readonly why: 'no-due' | 'put-off' | 'other-period'; readonly due: Day | null }

/** A task counts for the period in which its day lies. */
export const onTime = (events: readonly TaskEvent[], span: { readonly first: Day; readonly last: Day }): OnTime => {
  const { due, state } = taskNow(events)
  if (due === null) return { counts: false, why: 'no-due', due }
  const isIn = (day: Day): boolean => span.first <= day && day <= span.last
  if (!isIn(due)) {
    const before = events.some((each) => each.kind === 'assign' && each.due !== null && isIn(each.due))
    return { counts: false, why: before && due > span.last ? 'put-off' : 'other-period', due }
  }
  const done = events.findLast(({ kind, complete }) => kind === 'report' && complete)
  return { counts: true, isOnTime: state === 'closed' && done !== undefined && done.on <= due, due }
}
