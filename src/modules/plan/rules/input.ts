/** Exactly what an assessment is computed from: equal inputs give equal assessments, whatever the day and the rest of the pack. */
import type { Day } from '../../../core/dates.ts'
import type { Indicator, Pack, Reading, Target } from '../../../pack/pack.ts'
import { isWhole, lastOf, readingsAsOf, setOn, targetsOf } from './known.ts'

export type AssessmentInput = {
  readonly indicator: Indicator
  readonly target: Target
  /** The day the promise was made; null: not known. */
  readonly setOn: Day | null
  /** The period of the target has ended. */
  readonly isOver: boolean
  /** Every reading of the indicator that was known, oldest first. */
  readonly readings: readonly Reading[]
  /** Where no reading fits the target: what indicators of another scope say. */
  readonly related: readonly Reading[]
  /** A later promise for the same period. */
  readonly supersededBy: Target | null
}

/** The reading a target is judged by: that of its year for an annual goal, otherwise the latest whole one up to its period. */
export const latestFor = (target: Target, readings: readonly Reading[]): Reading | null =>
  (target.kind === 'annual'
    ? readings.findLast((each) => each.period === target.period)
    : readings.findLast((each) => isWhole(each) && lastOf(each.period) <= lastOf(target.period))) ?? null

/** The latest whole reading of each related indicator; for the goal of a year, that of the year. */
const relatedReadings = (pack: Pack, { related }: Indicator, target: Target, asOf: Day, known: Day): readonly Reading[] =>
  related.flatMap((id) => {
    const own = readingsAsOf(pack, id, asOf, known)
    const fitting = target.kind === 'annual' ? own.filter((each) => each.period === target.period) : own
    const found = fitting.findLast(isWhole) ?? fitting.at(-1)
    return found ? [found] : []
  })

const laterPromise = (pack: Pack, target: Target, known: Day): Target | null => {
  const made = (each: Target): string => setOn(each, pack) ?? ''
  const later = (each: Target): boolean => each.period === target.period && made(each) > made(target) && made(each) <= known
  return targetsOf(pack, target.indicator).findLast(later) ?? null
}

export const inputOf = (pack: Pack, target: Target, asOf: Day, known: Day): AssessmentInput => {
  const indicator = pack.indicators.get(target.indicator)
  if (!indicator) throw new Error(`the target names ${target.indicator}, which the pack does not have`)
  const readings = readingsAsOf(pack, indicator.id, asOf, known)
  return {
    indicator,
    target,
    setOn: setOn(target, pack),
    isOver: lastOf(target.period) <= asOf,
    readings,
    related: latestFor(target, readings) ? [] : relatedReadings(pack, indicator, target, asOf, known),
    supersededBy: laterPromise(pack, target, known),
  }
}
