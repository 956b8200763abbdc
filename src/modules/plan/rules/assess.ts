/** One target assessed as of a day, with what was known on another: a pure function of the pack’s rows. */
import { type Day, spanOf } from '../../../core/dates.ts'
import { compare, divide, type Exact, exactOf, multiply, subtract } from '../../../core/exact.ts'
import type { Indicator, Pack, Reading, Target } from '../../../pack/pack.ts'
import { type Forecast, forecast, type Space } from './forecast.ts'
import { type Category, holds, type Method, methodFor, type Point, paceOf, type Reason, yearsBetween } from './status.ts'

export type Assessment = {
  readonly indicator: Indicator
  readonly target: Target
  readonly latest: Reading | null
  readonly status: Category
  readonly reason: Reason | null
  readonly method: Method | null
  /** Observed pace over needed pace, in the indicator's own terms. */
  readonly ratio: Exact | null
  /** What should have been reached by the latest reading. */
  readonly due: Exact | null
  readonly baseline: Reading | null
  /** The other method, where it says something else. */
  readonly sensitive: Category | null
  readonly forecast: Forecast | null
  /** Growth per year (levels) or points per year that the rest of the way needs. */
  readonly needed: { readonly kind: 'growth' | 'points'; readonly value: Exact } | null
  /** A later promise for the same period; this one stays in sight. */
  readonly supersededBy: Target | null
}

/** The method and its version, named on every page and in every report. */
export const METHOD_VERSION = 'planwright-status 1'

const last = (period: string): Day => spanOf(period)!.last
/** The day a reading became public: its own, otherwise the last day its source can have. Null: not known. */
export const publishedOn = (reading: Reading, pack: Pack): Day | null =>
  reading.published ?? (pack.sources.get(reading.source)?.date ? (spanOf(pack.sources.get(reading.source)!.date!)?.last ?? null) : null)
const setOn = (target: Target, pack: Pack): Day | null => {
  const date = (target.document && pack.documents.get(target.document)?.issued) || pack.sources.get(target.source)?.date
  return date ? (spanOf(date)?.last ?? null) : null
}

/** Readings of an indicator as of a day, as known on another; oldest first. A reading of unknown publication day is known. */
export const readingsAsOf = (pack: Pack, indicator: string, asOf: Day, known: Day): readonly Reading[] =>
  pack.readings
    .filter((each) => each.indicator === indicator && last(each.period) <= asOf && (publishedOn(each, pack) ?? '') <= known)
    .sort((a, b) => (last(a.period) < last(b.period) ? -1 : last(a.period) > last(b.period) ? 1 : 0))

/** Parts of a year are not put beside whole years. */
const isWhole = (reading: Reading): boolean => !reading.period.includes('/') && !reading.period.includes('Q')

const inTerms = (indicator: Indicator, text: string): Exact => (indicator.kind === 'ratio' ? divide(exactOf(text)!, 100) : exactOf(text)!)

const outlook = (indicator: Indicator, target: Target, series: readonly Reading[]): Forecast | null => {
  if (series.length < 3) return null
  const days = series.map((each) => last(each.period))
  const steps = days.slice(1).map((day, index) => yearsBetween(days[index]!, day))
  if (steps.some((step) => compare(step, steps[0]!) !== 0) || compare(steps[0]!, 0) <= 0) return null
  const horizon = Number(divide(yearsBetween(days.at(-1)!, last(target.period)), steps[0]!))
  if (!Number.isInteger(horizon) || horizon <= 0) return null
  const space: Space = indicator.kind === 'ratio' ? 'logit' : indicator.kind === 'level' ? 'log' : 'level'
  const share = (text: string): number => Number(text) / (indicator.kind === 'ratio' ? 100 : 1)
  return forecast(
    series.map((each) => share(each.value)),
    horizon,
    share(target.value),
    indicator.direction,
    space,
  )
}

export const assess = (pack: Pack, target: Target, asOf: Day, known: Day): Assessment => {
  const indicator = pack.indicators.get(target.indicator)!
  const readings = readingsAsOf(pack, indicator.id, asOf, known)
  const goal = inTerms(indicator, target.value)
  const end = last(target.period)
  const latest =
    (target.kind === 'annual'
      ? readings.filter((each) => each.period === target.period)
      : readings.filter((each) => isWhole(each) && last(each.period) <= end)
    ).at(-1) ?? null
  const later = pack.targets.filter(
    (each) =>
      each.indicator === target.indicator &&
      each.period === target.period &&
      (setOn(each, pack) ?? '') > (setOn(target, pack) ?? '') &&
      (setOn(each, pack) ?? '') <= known,
  )
  const base = {
    indicator,
    target,
    latest,
    method: null,
    ratio: null,
    due: null,
    baseline: null,
    sensitive: null,
    forecast: null,
    needed: null,
    supersededBy: later.at(-1) ?? null,
  }
  const unable = (reason: Reason): Assessment => ({ ...base, status: 'not-assessable', reason })
  if (!latest) return unable(target.kind === 'annual' ? (end > asOf ? 'not-yet' : 'no-reading-in-period') : 'no-reading')
  const value = inTerms(indicator, latest.value)
  const kept = holds(value, target.comparator, goal)
  if (kept === null) return unable('approximate')
  const reached = last(latest.period) >= end
  if (kept) return { ...base, status: 'met', reason: null }
  if (reached) return { ...base, status: 'missed', reason: null }
  if (end <= asOf) return unable('no-reading-in-period')

  const series = readings.filter((each) => each.series === latest.series && isWhole(each))
  const given = target.baseline
  const set = setOn(target, pack)
  const first = series.find((each) => last(each.period) < last(latest.period) && (set === null || last(each.period) <= set)) ?? null
  const point = (period: string, text: string): Point => ({ on: last(period), value: inTerms(indicator, text) })
  const baseline = given ? point(given.period, given.value) : first ? point(first.period, first.value) : null
  const left = yearsBetween(last(latest.period), end)
  const needed =
    compare(left, 0) > 0 && indicator.kind !== 'level' ? { kind: 'points' as const, value: divide(subtract(goal, value), left) } : null
  if (!baseline) return { ...unable('no-baseline'), needed }
  if (target.path === 'milestones') return unable('milestones')
  const method = target.path ?? methodFor(indicator.kind, baseline.value, goal)
  const pace = paceOf(method, baseline, point(latest.period, latest.value), { on: end, value: goal }, indicator.direction)
  const other = paceOf(
    method === 'linear' ? 'growth' : 'linear',
    baseline,
    point(latest.period, latest.value),
    { on: end, value: goal },
    indicator.direction,
  )
  const scale = indicator.kind === 'ratio' ? 100 : 1
  return {
    ...base,
    status: pace.category,
    reason: pace.reason,
    method,
    ratio: pace.ratio,
    due: pace.due === null ? null : multiply(pace.due, scale),
    baseline: first,
    sensitive: other.category !== pace.category && other.reason === null ? other.category : null,
    forecast: outlook(indicator, target, series),
    needed,
  }
}

/** All promises of a kind, in the order of the pack. */
export const assessAll = (pack: Pack, asOf: Day, known: Day, kind?: Target['kind']): readonly Assessment[] =>
  pack.targets.filter((each) => kind === undefined || each.kind === kind).map((target) => assess(pack, target, asOf, known))
