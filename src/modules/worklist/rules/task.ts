/** Where a task is, and why somebody may not do something with it now. */
import type { Day } from '../../../core/dates.ts'
import type { EventKind, TaskEvent } from './events.ts'

/** `done`: the lead department says so and nobody has looked yet. */
export const TASK_STATES = ['unassigned', 'assigned', 'underway', 'done', 'returned', 'reviewed', 'closed'] as const
export type TaskState = (typeof TASK_STATES)[number]

export type TaskNow = {
  readonly state: TaskState
  /** The department that leads: that of the last assignment, so exactly one; null before the first. */
  readonly lead: string | null
  readonly due: Day | null
  readonly isSigned: boolean
  /** The number of the report nobody has answered yet. */
  readonly openReport: number | null
  /** The number of the request to put the task off that nobody has answered yet. */
  readonly openRequest: number | null
}

const lastOf = (events: readonly TaskEvent[], ...kinds: readonly EventKind[]): TaskEvent | null =>
  events.findLast(({ kind }) => kinds.includes(kind)) ?? null

const stateOf = (events: readonly TaskEvent[], isSigned: boolean): TaskState => {
  if (lastOf(events, 'close')) return 'closed'
  if (!lastOf(events, 'assign')) return 'unassigned'
  if (!isSigned) return 'assigned'
  const report = lastOf(events, 'report')
  const answer = events.find(({ kind, refers }) => (kind === 'return' || kind === 'review') && refers === report?.number)
  if (answer?.kind === 'return') return 'returned'
  if (!report?.complete) return 'underway'
  return answer ? 'reviewed' : 'done'
}

/** Folds the events of a task, in their order, into where it is. */
export const taskNow = (events: readonly TaskEvent[]): TaskNow => {
  const [assigned, signed, report, request] = [
    lastOf(events, 'assign'),
    lastOf(events, 'sign'),
    lastOf(events, 'report'),
    lastOf(events, 'ask-extension'),
  ]
  const isSigned = assigned !== null && signed !== null && signed.number > assigned.number
  const isAnswered = (asked: TaskEvent | null): boolean => asked === null || events.some(({ refers }) => refers === asked.number)
  return {
    state: stateOf(events, isSigned),
    lead: assigned?.department ?? null,
    due: lastOf(events, 'assign', 'extend')?.due ?? null,
    isSigned,
    openReport: isAnswered(report) ? null : (report?.number ?? null),
    openRequest: isAnswered(request) ? null : (request?.number ?? null),
  }
}

export type Obstacle =
  | 'worklist.closed'
  | 'worklist.not-assigned'
  | 'worklist.not-taken-over'
  | 'worklist.signed'
  | 'worklist.not-signed'
  | 'worklist.report-open'
  | 'worklist.no-report'
  | 'worklist.not-done'
  | 'worklist.request-open'
  | 'worklist.no-request'

/**
 * The first thing that stands in the way of doing this with a task now; null if nothing does. Who may is another question. `isHere`: something was done with it here,
 * and not only before it came here.
 */
export const obstacleTo = (kind: EventKind, { state, isSigned, openReport, openRequest }: TaskNow, isHere = true): Obstacle | null => {
  if (state === 'closed') return 'worklist.closed'
  if (kind === 'assign') return null
  if (state === 'unassigned') return 'worklist.not-assigned'
  if (!isHere) return 'worklist.not-taken-over'
  if (kind === 'sign') return isSigned ? 'worklist.signed' : null
  if (kind === 'return' || kind === 'review') return openReport === null ? 'worklist.no-report' : null
  if (kind === 'close') return state === 'reviewed' ? null : 'worklist.not-done'
  if (kind === 'extend' || kind === 'refuse-extension') return openRequest === null ? 'worklist.no-request' : null
  if (kind === 'remind') return null
  if (!isSigned) return 'worklist.not-signed'
  if (kind === 'report') return openReport === null ? null : 'worklist.report-open'
  return openRequest === null ? null : 'worklist.request-open'
}
