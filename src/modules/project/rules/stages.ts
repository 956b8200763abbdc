/** How far a key project has come: what a source tells, and what its lead department reported and somebody else confirmed. */
import type { Day } from '../../../core/dates.ts'
import { STAGES, type Stage } from '../../../pack/pack.ts'

/** `reach`: the lead department says that a stage was reached; it counts once it is confirmed. `merge`: the project became part of another. */
export const EVENT_KINDS = ['lead', 'reach', 'confirm', 'return', 'merge'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What a kind does not have is null. `isProven`: files speak for it that may be opened. */
export type ProjectEvent = {
  readonly number: number
  readonly kind: EventKind
  readonly user: string | null
  readonly department: string | null
  readonly stage: Stage | null
  readonly reachedOn: Day | null
  readonly refers: number | null
  readonly into: string | null
  readonly isProven: boolean
}

/** `told`: a source of the pack says so; otherwise the number of the event that reported it. */
export type Reached = { readonly on: Day; readonly by: 'told' | number; readonly isProven: boolean }

export type ProjectNow = {
  /** The department that leads: that of the last `lead`; null where nobody has been named here. */
  readonly lead: string | null
  readonly reached: Readonly<Record<Stage, Reached | null>>
  /** The furthest stage that is known to be reached. */
  readonly stage: Stage | null
  /** The report nobody has answered yet. */
  readonly open: ProjectEvent | null
  readonly mergedInto: string | null
}

const isConfirmed = (events: readonly ProjectEvent[], report: ProjectEvent): boolean =>
  events.some(({ kind, refers }) => kind === 'confirm' && refers === report.number)

/** Folds what is told and what was done into how far a project is; of two confirmed days of one stage the later report stands. */
export const projectNow = (
  told: { readonly lead: string | null; readonly stages: Readonly<Record<Stage, Day | null>>; readonly mergedInto: string | null },
  events: readonly ProjectEvent[],
): ProjectNow => {
  const last = (kind: EventKind): ProjectEvent | undefined => events.findLast((each) => each.kind === kind)
  const reachedOf = (stage: Stage): Reached | null => {
    const own = events.findLast((each) => each.kind === 'reach' && each.stage === stage && isConfirmed(events, each))
    if (own?.reachedOn) return { on: own.reachedOn, by: own.number, isProven: own.isProven }
    const day = told.stages[stage]
    return day === null ? null : { on: day, by: 'told', isProven: true }
  }
  const reached = { signed: reachedOf('signed'), started: reachedOf('started'), operating: reachedOf('operating') }
  const report = last('reach')
  return {
    lead: last('lead')?.department ?? told.lead,
    reached,
    stage: STAGES.findLast((stage) => reached[stage] !== null) ?? null,
    open: report && !events.some(({ refers }) => refers === report.number) ? report : null,
    mergedInto: last('merge')?.into ?? told.mergedInto,
  }
}

export type Obstacle = 'project.merged' | 'project.report-open' | 'project.no-report'

/** The first thing that stands in the way of doing this with a project now; null if nothing does. Who may is another question. */
export const obstacleTo = (kind: EventKind, { open, mergedInto }: ProjectNow): Obstacle | null => {
  if (kind === 'confirm' || kind === 'return') return open === null ? 'project.no-report' : null
  if (mergedInto !== null) return 'project.merged'
  return (kind === 'reach' || kind === 'merge') && open !== null ? 'project.report-open' : null
}

/** Whether a stage can have been reached on a day: not before the stages ahead of it, not after those behind it. */
export const fitsIn = (reached: ProjectNow['reached'], stage: Stage, on: Day): boolean => {
  const at = STAGES.indexOf(stage)
  return STAGES.every((each, index) => {
    const day = reached[each]?.on
    return day === undefined || index === at || (index < at ? day <= on : day >= on)
  })
}
