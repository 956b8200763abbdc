/** The goal of a year against the time that has passed. */
import { type Day, spanOf } from '../../../core/dates.ts'
import { compare, divide, type Exact, exactOf, isZero, subtract } from '../../../core/exact.ts'
import type { Pack, Reading, Target } from '../../../pack/pack.ts'
import { elapsedShare, requiredRestGrowth, shareOfYearForecast } from './annual.ts'
import { countsEvents, eventFan } from './events.ts'
import type { Forecast } from './forecast.ts'
import { lastOf, readingsAsOf } from './known.ts'

/** Shares are of one. What cannot be said is null. */
export type YearProgress = {
  /** The latest value counted since the year began. */
  readonly toDate: Reading | null
  /** The last day that it counts; without a value the last day of the year that has passed. */
  readonly on: Day
  /** Of the year, passed by then (时序进度). */
  readonly elapsed: Exact
  /** Of the goal, done by then; null for percentages, which have none. */
  readonly completion: Exact | null
  /** Of the goal, planned to be done by then; null where there is no plan by months. */
  readonly planned: Exact | null
  /** Completion less what was planned, or less the time that has passed where nothing was; below zero the goal lags. */
  readonly lag: Exact | null
  /** Growth over the year before that the rest of the year needs. */
  readonly restGrowth: Exact | null
  /** The year as it would end if its rest kept last year's share of the whole, in the unit of what grows. */
  readonly forecast: Exact | null
  /** Of a count of events: what the whole year will probably come to. */
  readonly outlook: Forecast | null
}

const numberOf = (text: string): Exact => exactOf(text) ?? 0

/** The latest value that counts from the first day of a year on. */
const toDateOf = (readings: readonly Reading[], year: string): Reading | null =>
  readings.findLast(({ period }) => {
    const span = spanOf(period)
    return span !== null && span.first === `${year}-01-01` && span.last <= `${year}-12-31`
  }) ?? null

/** The value of one scope for a period, however that is written. */
const valueFor = (readings: readonly Reading[], series: string, period: string): Exact | null => {
  const wanted = spanOf(period)
  const found = readings.findLast((each) => {
    const span = spanOf(each.period)
    return each.series === series && span?.first === wanted?.first && span?.last === wanted?.last
  })
  return found && wanted ? numberOf(found.value) : null
}

/** What the year before says of the rest of this one: values of one scope to this day, to the same day a year before, and of all the year before. */
const restOf = (readings: readonly Reading[], year: string, goalFrom: (lastYear: Exact) => Exact | null) => {
  const nothing = { restGrowth: null, forecast: null }
  const toDate = toDateOf(readings, year)
  if (!toDate || lastOf(toDate.period) === `${year}-12-31`) return nothing
  const before = String(Number(year) - 1)
  const [lastYear, lastYearToDate] = [before, toDate.period.replaceAll(year, before)].map((period) =>
    valueFor(readings, toDate.series, period),
  )
  if (lastYear == null || lastYearToDate == null || compare(lastYear, lastYearToDate) <= 0) return nothing
  const [value, growth] = [numberOf(toDate.value), goalFrom(lastYear)]
  return {
    restGrowth: growth === null ? null : requiredRestGrowth(lastYear, lastYearToDate, value, growth),
    forecast: shareOfYearForecast(lastYear, lastYearToDate, value),
  }
}

/** The share of a year's goal that was planned to be done by a day; null where there is no plan by months. */
export const plannedBy = ({ milestones, value }: Target, on: Day): Exact | null => {
  const passed = milestones.findLast(({ period }) => lastOf(period) <= on)
  return passed && !isZero(numberOf(value)) ? divide(numberOf(passed.value), numberOf(value)) : null
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** How far the goal of a year is, as of a day and as known on another; null for a promise that is not one of a year. */
export const yearProgress = (pack: Pack, target: Target, asOf: Day, known: Day): YearProgress | null => {
  const indicator = pack.indicators.get(target.indicator)
  const { period: year } = target
  if (!indicator || target.kind !== 'annual' || !/^\d{4}$/.test(year)) return null
  const readings = readingsAsOf(pack, indicator.id, asOf, known)
  const toDate = toDateOf(readings, year)
  const on = toDate ? lastOf(toDate.period) : earlier(asOf, `${year}-12-31`)
  const elapsed = on < `${year}-01-01` ? 0 : elapsedShare(on)
  const goal = numberOf(target.value)
  const isAmount = (indicator.kind === 'level' || indicator.kind === 'count') && indicator.direction === 'up' && compare(goal, 0) > 0
  const completion = isAmount && toDate ? divide(numberOf(toDate.value), goal) : null
  const planned = isAmount ? plannedBy(target, on) : null
  const grown = indicator.kind === 'growth' ? indicator.growthOf : isAmount ? indicator.id : null
  const counts = toDate !== null && countsEvents(indicator) && indicator.countedSince === null
  return {
    outlook: counts ? (eventFan(indicator, target, `${year}-01-01`, toDate, 1)[0] ?? null) : null,
    toDate,
    on,
    elapsed,
    completion,
    planned,
    lag: completion === null ? null : subtract(completion, planned ?? elapsed),
    ...restOf(grown === null ? [] : readingsAsOf(pack, grown, asOf, known), year, (lastYear) =>
      indicator.kind === 'growth' ? divide(goal, 100) : isZero(lastYear) ? null : subtract(divide(goal, lastYear), 1),
    ),
  }
}
