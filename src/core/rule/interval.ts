/** Ranges of exact numbers; null is unbounded. They answer "at most how much?" while facts are missing. */
import { add, compare, divide, type Exact, multiply, negate } from '../exact.ts'

export type Interval = { readonly low: Exact | null; readonly high: Exact | null }

export const EVERYTHING: Interval = { low: null, high: null }
export const point = (value: Exact): Interval => ({ low: value, high: value })

const least = (a: Exact | null, b: Exact | null): Exact | null => (a === null || b === null ? null : compare(a, b) <= 0 ? a : b)
const most = (a: Exact | null, b: Exact | null): Exact | null => (a === null || b === null ? null : compare(a, b) >= 0 ? a : b)

/** The smallest range that holds both. */
export const hull = (a: Interval, b: Interval): Interval => ({ low: least(a.low, b.low), high: most(a.high, b.high) })

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low === null || b.low === null ? null : add(a.low, b.low),
  high: a.high === null || b.high === null ? null : add(a.high, b.high),
})
export const opposite = (a: Interval): Interval => ({
  low: a.high === null ? null : negate(a.high),
  high: a.low === null ? null : negate(a.low),
})
export const minus = (a: Interval, b: Interval): Interval => plus(a, opposite(b))

const isPoint = (a: Interval, value: number): boolean => a.low === value && a.high === value
const atLeastZero = (a: Interval): boolean => a.low !== null && compare(a.low, 0) >= 0
const atMostZero = (a: Interval): boolean => a.high !== null && compare(a.high, 0) <= 0

/** Exact where both have one sign; wider than need be (everything) where an unbounded range meets a sign change. */
export const times = (a: Interval, b: Interval): Interval => {
  if (isPoint(a, 0) || isPoint(b, 0)) return point(0)
  if (atLeastZero(a) && atLeastZero(b)) {
    return { low: multiply(a.low!, b.low!), high: a.high === null || b.high === null ? null : multiply(a.high, b.high) }
  }
  if (atMostZero(a) && !atLeastZero(a)) return opposite(times(opposite(a), b))
  if (atMostZero(b) && !atLeastZero(b)) return opposite(times(a, opposite(b)))
  if (a.low === null || a.high === null || b.low === null || b.high === null) return EVERYTHING
  const corners = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)]
  return corners.map(point).reduce(hull)
}

/** Everything if the divisor may be 0. */
export const over = (a: Interval, b: Interval): Interval => {
  if (b.low !== null && compare(b.low, 0) > 0) return times(a, { low: b.high === null ? 0 : divide(1, b.high), high: divide(1, b.low) })
  if (b.high !== null && compare(b.high, 0) < 0) return opposite(over(a, opposite(b)))
  return EVERYTHING
}

/** The range of the smaller of two: bounded above by either bound alone. */
export const lower = (a: Interval, b: Interval): Interval => ({
  low: least(a.low, b.low),
  high: a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high),
})
export const upper = (a: Interval, b: Interval): Interval => ({
  low: a.low === null ? b.low : b.low === null ? a.low : most(a.low, b.low),
  high: most(a.high, b.high),
})
export const magnitude = (a: Interval): Interval =>
  atLeastZero(a) ? a : atMostZero(a) ? opposite(a) : upper(point(0), upper(a, opposite(a)))
