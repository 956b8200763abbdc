/** Where a target stands: a pure function of what was known of it. */
import { addDays, type Day, monthsBetween } from '../../../core/dates.ts'
import { compare, divide, type Exact, exactOf, multiply, subtract } from '../../../core/exact.ts'
import type { Indicator, Pack, Reading, Target } from '../../../pack/pack.ts'
import { countsEvents, eventFan } from './events.ts'
import type { Forecast } from './forecast.ts'
import { type AssessmentInput, inputOf, latestFor } from './input.ts'
import { isWhole, lastOf, targetsKnown } from './known.ts'
import { fanOf } from './outlook.ts'
import { onPath } from './path.ts'
import { type Category, holds, type Method, methodFor, type Point, paceOf, type Reason, yearlyGrowth, yearsBetween } from './status.ts'

/** A speed: growth a year as a share (0.1 is 10 %) for levels, otherwise the indicator's unit a year (points, where that is %). */
export type Speed = { readonly kind: 'growth' | 'step'; readonly value: Exact }

export type Assessment = {
  readonly indicator: Indicator
  readonly target: Target
  readonly latest: Reading | null
  readonly status: Category
  readonly reason: Reason | null
  /** The verdict compares a value whose scope differs from that of the values before it. */
  readonly doubt: 'other-series' | null
  readonly method: Method | null
  /** Observed pace over needed pace, in the indicator's own terms. */
  readonly ratio: Exact | null
  /** What should have been reached by the latest reading, in the indicator's unit. */
  readonly due: Exact | null
  readonly baseline: { readonly period: string; readonly value: string } | null
  /** The other method, where it says something else. */
  readonly other: { readonly method: Method; readonly category: Category } | null
  /** From the next step to the target; the last one is the forecast of the target's period. */
  readonly fan: readonly Forecast[]
  /** Still to go, in the indicator's unit and the direction that is better; null once there. */
  readonly distance: Exact | null
  /** Speed from the first to the latest reading of the series; null with fewer than two. */
  readonly pace: Speed | null
  /** Speed that the rest of the way needs; null once there or once the time is over. */
  readonly needed: Speed | null
  /** Where there is no reading: what indicators of another scope say, to inform and never to compare. */
  readonly related: readonly Reading[]
  /** A later promise for the same period; this one stays in sight. */
  readonly supersededBy: Target | null
}

/** The method and its version, named on every page and in every report. */
export const METHOD_VERSION = 'planwright-status 2'
/** The method before counts from operations were told apart from other series. */
export const FIRST_METHOD = 'planwright-status 1'

const numberOf = (text: string): Exact => exactOf(text) ?? 0
const inTerms = (indicator: Indicator, text: string): Exact => (indicator.kind === 'ratio' ? divide(numberOf(text), 100) : numberOf(text))

const speedOf = (indicator: Indicator, from: Exact, to: Exact, years: Exact): Speed | null => {
  if (compare(years, 0) <= 0) return null
  if (indicator.kind !== 'level') return { kind: 'step', value: divide(subtract(to, from), years) }
  return compare(from, 0) > 0 && compare(to, 0) > 0 ? { kind: 'growth', value: yearlyGrowth(from, to, years) } : null
}

const seriesSpeed = (indicator: Indicator, series: readonly Reading[]): Speed | null => {
  const [first, latest] = [series[0], series.at(-1)]
  if (!first || !latest) return null
  return speedOf(indicator, numberOf(first.value), numberOf(latest.value), yearsBetween(lastOf(first.period), lastOf(latest.period)))
}

/** A value reported as 超过 14 is more than 14, so that it keeps a promise of “more than 14”. */
const keeps = (reading: Reading, target: Target): boolean | null =>
  reading.precision === 'over' && target.comparator === '>' && compare(numberOf(reading.value), numberOf(target.value)) === 0
    ? true
    : holds(numberOf(reading.value), target.comparator, numberOf(target.value))

/** The value a path starts from: the promise's own, otherwise the first of the series that was counted before the promise was made. */
const baselineOf = ({ target, setOn }: AssessmentInput, latest: Reading, series: readonly Reading[]): Assessment['baseline'] => {
  const before = (each: Reading): boolean => lastOf(each.period) < lastOf(latest.period) && (setOn === null || lastOf(each.period) <= setOn)
  return target.baseline ?? series.find(before) ?? null
}

/** Whether the promise's own baseline was counted in another way than the latest value: no pace leads from the one to the other. */
const isBroken = ({ target, readings }: AssessmentInput, latest: Reading): boolean => {
  const counted = readings.filter(({ period }) => period === target.baseline?.period)
  return counted.length > 0 && counted.every(({ series }) => series !== latest.series)
}

/** What the logit path asks for, to six digits: it is shown and decides nothing. */
const drawnDue = (method: Method, baseline: NonNullable<Assessment['baseline']>, latest: Reading, target: Target): Exact | null => {
  const [from, now, to] = [lastOf(baseline.period), lastOf(latest.period), lastOf(target.period)]
  if (method !== 'logit' || now <= from) return null
  const share = monthsBetween(addDays(from, 1), addDays(now, 1)) / monthsBetween(addDays(from, 1), addDays(to, 1))
  const value = onPath('logit', Number(baseline.value), Number(target.value), share)
  return value === null ? null : exactOf(value.toFixed(6))
}

/** A count of events since a day grows with them; everything else walks at random from its readings. */
const outlookOf = (
  { indicator, target }: AssessmentInput,
  latest: Reading,
  series: readonly Reading[],
  method: string,
): readonly Forecast[] =>
  method !== FIRST_METHOD && countsEvents(indicator) && indicator.countedSince !== null
    ? eventFan(indicator, target, indicator.countedSince, latest)
    : fanOf(indicator, target, series)

/** The assessment of an input by a method, today's unless another is named; nothing else has a part in it. */
export const assessed = (input: AssessmentInput, by: string = METHOD_VERSION): Assessment => {
  const { indicator, target, readings, supersededBy } = input
  const latest = latestFor(target, readings)
  const end = lastOf(target.period)
  const none = {
    doubt: null,
    method: null,
    ratio: null,
    due: null,
    baseline: null,
    other: null,
    fan: [],
    distance: null,
    pace: null,
    needed: null,
    related: [],
  }
  if (!latest) {
    const reason = target.kind !== 'annual' ? 'no-reading' : input.isOver ? 'no-reading-in-period' : 'not-yet'
    return { ...none, indicator, target, latest, supersededBy, related: input.related, status: 'not-assessable', reason }
  }
  const series = readings.filter((each) => each.series === latest.series && (each === latest || isWhole(each)))
  const kept = keeps(latest, target)
  const [value, goal] = [numberOf(latest.value), numberOf(target.value)]
  const gap = indicator.direction === 'up' ? subtract(goal, value) : subtract(value, goal)
  const base = {
    ...none,
    indicator,
    target,
    latest,
    supersededBy,
    pace: seriesSpeed(indicator, series),
    distance: kept !== false || compare(gap, 0) <= 0 ? null : gap,
  }
  const unable = (reason: Reason): Assessment => ({ ...base, status: 'not-assessable', reason })
  if (kept === null) return unable('approximate')
  const reached = lastOf(latest.period) >= end
  if (kept || reached) {
    const mixed = readings.some((each) => isWhole(each) && each.series !== latest.series && lastOf(each.period) < lastOf(latest.period))
    return { ...base, status: kept ? 'met' : 'missed', reason: null, doubt: mixed ? 'other-series' : null }
  }
  if (input.isOver) return unable('no-reading-in-period')

  const needed = speedOf(indicator, value, goal, yearsBetween(lastOf(latest.period), end))
  const way = { needed, fan: outlookOf(input, latest, series, by) }
  const baseline = baselineOf(input, latest, series)
  if (!baseline) return { ...unable('no-baseline'), ...way }
  if (isBroken(input, latest)) return { ...unable('series-changed'), ...way, baseline }
  if (target.path === 'milestones') return { ...unable('milestones'), ...way, baseline }
  const point = (period: string, text: string): Point => ({ on: lastOf(period), value: inTerms(indicator, text) })
  const [from, to] = [point(baseline.period, baseline.value), point(latest.period, latest.value)]
  const paceBy = (method: Method) => paceOf(method, from, to, { on: end, value: inTerms(indicator, target.value) }, indicator.direction)
  const method = target.path ?? methodFor(indicator.kind, from.value, inTerms(indicator, target.value))
  const pace = paceBy(method)
  const other = paceBy(method === 'linear' ? 'growth' : 'linear')
  return {
    ...base,
    ...way,
    status: pace.category,
    reason: pace.reason,
    method,
    ratio: pace.ratio,
    due: pace.due === null ? drawnDue(pace.method, baseline, latest, target) : multiply(pace.due, indicator.kind === 'ratio' ? 100 : 1),
    baseline,
    other: other.category !== pace.category && other.reason === null ? other : null,
  }
}

/** One target assessed as of a day, with what was known on another. */
export const assess = (pack: Pack, target: Target, asOf: Day, known: Day): Assessment => assessed(inputOf(pack, target, asOf, known))

/** All promises of a kind that had been made by the day of knowledge, in the order of the pack. */
export const assessAll = (pack: Pack, asOf: Day, known: Day, kind?: Target['kind']): readonly Assessment[] =>
  targetsKnown(pack, known)
    .filter((each) => kind === undefined || each.kind === kind)
    .map((target) => assess(pack, target, asOf, known))
