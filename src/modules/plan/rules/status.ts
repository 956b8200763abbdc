/** Where a target stands: the four methods, and every reason why it cannot be said. All arithmetic that decides a category is exact or to fifty digits. */
import { addDays, type Day, monthsBetween } from '../../../core/dates.ts'
import { compare, divide, type Exact, greater, isZero, multiply, negate, ratio, subtract } from '../../../core/exact.ts'
import type { Comparator, IndicatorKind } from '../../../pack/pack.ts'
import { ln, root } from './decimal.ts'

export type Method = 'growth' | 'linear' | 'logit'
export type Category = 'met' | 'missed' | 'on-track' | 'accelerate' | 'limited' | 'moving-away' | 'not-assessable'
export type Reason =
  | 'no-reading'
  | 'no-reading-in-period'
  | 'no-baseline'
  | 'series-changed'
  | 'same-day'
  | 'approximate'
  | 'no-path'
  | 'signs'
  | 'bounds'
  | 'milestones'
  | 'not-yet'

/** A value at the end of its period. */
export type Point = { readonly on: Day; readonly value: Exact }
export type Pace = {
  readonly category: Category
  readonly method: Method
  readonly ratio: Exact | null
  readonly due: Exact | null
  readonly reason: Reason | null
}

const ON_TRACK = ratio(95n, 100n)
const ACCELERATE = ratio(60n, 100n)
/** Roots and logarithms are rounded to fifty digits; nearer than this to a threshold they stand on it. */
const NEAR = ratio(1n, 10n ** 40n)

const atLeast = (a: Exact, b: Exact): boolean => compare(a, subtract(b, NEAR)) >= 0

/** Whether a value keeps the promise. 超过 is strict. An approximate promise (≈) is never judged by a comparison. */
export const holds = (value: Exact, comparator: Comparator, target: Exact): boolean | null => {
  const order = compare(value, target)
  return comparator === '>'
    ? order > 0
    : comparator === '>='
      ? order >= 0
      : comparator === '<'
        ? order < 0
        : comparator === '<='
          ? order <= 0
          : null
}

/** Years between two days in whole months, as an exact number: 2022-12-31 to 2024-12-31 is 2. */
export const yearsBetween = (from: Day, to: Day): Exact => ratio(BigInt(monthsBetween(addDays(from, 1), addDays(to, 1))), 12n)

/** The method by the kind of indicator: shares near a bound move on the logit, levels grow, everything else moves in a straight line. Values of a ratio are shares. */
export const methodFor = (kind: IndicatorKind, baseline: Exact, target: Exact): Method => {
  if (kind === 'level') return 'growth'
  if (kind !== 'ratio') return 'linear'
  const inside = (x: Exact): boolean => compare(x, ratio(1n, 5n)) >= 0 && compare(x, ratio(4n, 5n)) <= 0
  return inside(baseline) && inside(target) ? 'linear' : 'logit'
}

/** (yi / y0)^(1/n) − 1 with n in years of whole months. */
export const yearlyGrowth = (from: Exact, to: Exact, years: Exact): Exact => {
  const months = Number(multiply(years, 12))
  return subtract(root(divide(to, from), months, 12), 1)
}

const logit = (p: Exact): Exact => ln(divide(p, subtract(1, p)))

const category = (r: Exact): Category =>
  atLeast(r, ON_TRACK) ? 'on-track' : atLeast(r, ACCELERATE) ? 'accelerate' : atLeast(r, 0) ? 'limited' : 'moving-away'

const unable = (method: Method, reason: Reason): Pace => ({ category: 'not-assessable', method, ratio: null, due: null, reason })

/**
 * The pace so far over the pace that is needed: R of PLAN's four methods. Baseline at t0, latest at ti, target at tT, d = ±1 by direction.
 * Refuses what has no rate: equal days, values of different sign, shares at a bound.
 */
export const paceOf = (method: Method, baseline: Point, latest: Point, target: Point, direction: 'up' | 'down'): Pace => {
  const n = yearsBetween(baseline.on, latest.on)
  const N = yearsBetween(baseline.on, target.on)
  if (compare(n, 0) <= 0 || compare(N, 0) <= 0) return unable(method, 'same-day')
  const signed = (x: Exact): Exact => (direction === 'up' ? x : negate(x))
  if (method === 'growth') {
    if (compare(baseline.value, 0) <= 0 || compare(target.value, 0) <= 0 || compare(latest.value, 0) <= 0) return unable(method, 'signs')
    const needed = yearlyGrowth(baseline.value, target.value, N)
    if (compare(greater(needed, negate(needed)), NEAR) <= 0) return unable(method, 'no-path')
    const observed = yearlyGrowth(baseline.value, latest.value, n)
    const r = divide(signed(observed), greater(needed, negate(needed)))
    const months = Number(multiply(n, 12))
    const total = Number(multiply(N, 12))
    const due = multiply(baseline.value, root(divide(target.value, baseline.value), total, months))
    return { category: category(r), method, ratio: r, due, reason: null }
  }
  const on = method === 'logit' ? logit : (x: Exact): Exact => x
  if (method === 'logit') {
    const open = (x: Exact): boolean => compare(x, 0) > 0 && compare(x, 1) < 0
    if (!open(baseline.value) || !open(latest.value) || !open(target.value)) return unable(method, 'bounds')
  }
  const needed = divide(subtract(on(target.value), on(baseline.value)), N)
  if (isZero(needed)) return unable(method, 'no-path')
  const observed = divide(subtract(on(latest.value), on(baseline.value)), n)
  const r = divide(signed(observed), greater(needed, negate(needed)))
  const due = method === 'linear' ? subtract(baseline.value, negate(multiply(needed, n))) : null
  return { category: category(r), method, ratio: r, due, reason: null }
}
