/** Counts from operations: events that happen at a rate nobody knows, seen for a while. What the rest of the time will probably bring. */
import { type Day, numberOfDay } from '../../../core/dates.ts'
import { compare, denominator, type Exact, exactOf, numerator, subtract } from '../../../core/exact.ts'
import type { Comparator, Indicator, Reading, Target } from '../../../pack/pack.ts'
import { countAtLeast } from './distribution.ts'
import type { Forecast } from './forecast.ts'
import { dayAfter } from './known.ts'

/** Whether an indicator counts events that are recorded as they happen. */
export const countsEvents = ({ kind, origin }: Indicator): boolean => kind === 'count' && origin === 'operations'

/** Events seen in a time, and the time that remains, in one unit. */
export type Watched = { readonly events: number; readonly elapsed: number; readonly remaining: number }

/** The fewest further events with which a chance of at least `share` has been passed: a quantile of the negative binomial. */
const quantile = (share: number, watched: Watched): number => {
  const passes = (more: number): boolean => countAtLeast(more + 1, watched) <= 1 - share
  let high = 1
  while (!passes(high)) high *= 2
  let low = -1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}

const floor = (value: Exact): number => {
  const [n, d] = [numerator(value), denominator(value)]
  const cut = n / d
  return Number(n < 0n && cut * d !== n ? cut - 1n : cut)
}
const ceil = (value: Exact): number => -floor(subtract(0, value))

/** P(the count keeps a promise); about a value is at least that, or at most where fewer are better. */
const attainOf = (watched: Watched, comparator: Comparator, missing: Exact, direction: Indicator['direction']): number => {
  const wanted = comparator === '≈' ? (direction === 'up' ? '>=' : '<=') : comparator
  if (wanted === '>=') return countAtLeast(ceil(missing), watched)
  if (wanted === '>') return countAtLeast(floor(missing) + 1, watched)
  return 1 - countAtLeast(wanted === '<=' ? floor(missing) + 1 : ceil(missing), watched)
}

/** The forecast after a part of the remaining time, which ends `horizon` steps ahead. `already`: what is counted so far. */
const forecastIn = (
  watched: Watched,
  horizon: number,
  already: number,
  promise: Pick<Target, 'comparator' | 'value'>,
  direction: Indicator['direction'],
): Forecast => {
  const at = (share: number): number => already + quantile(share, watched)
  const shape = watched.events + 0.5
  const p = watched.elapsed / (watched.elapsed + watched.remaining)
  return {
    space: 'count',
    horizon,
    value: at(0.5),
    sigma: Math.sqrt(shape * (1 - p)) / p,
    band50: { low: at(0.25), high: at(0.75) },
    band80: { low: at(0.1), high: at(0.9) },
    attain: attainOf(watched, promise.comparator, subtract(exactOf(promise.value) ?? 0, already), direction),
  }
}

const days = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from)

/** A count as a whole number of events; null where it is none. */
const eventsIn = (reading: Reading): number | null => {
  const value = exactOf(reading.value)
  return typeof value === 'number' && compare(value, 0) >= 0 ? value : null
}

/** Steps into which the time that remains is divided: enough for the bend of the bands to show. */
const STEPS = 6

/** What a count since a day will have come to by the end of a promise, in equal steps; empty where nothing can be said. */
export const eventFan = (
  indicator: Indicator,
  target: Pick<Target, 'comparator' | 'value' | 'period'>,
  since: Day,
  latest: Reading,
  steps = STEPS,
): readonly Forecast[] => {
  const events = eventsIn(latest)
  const [now, end] = [dayAfter(latest.period), dayAfter(target.period)]
  const [elapsed, remaining] = [days(since, now), days(now, end)]
  if (events === null || elapsed <= 0 || remaining <= 0) return []
  return Array.from({ length: steps }, (_, index) =>
    forecastIn({ events, elapsed, remaining: (remaining * (index + 1)) / steps }, index + 1, events, target, indicator.direction),
  )
}
