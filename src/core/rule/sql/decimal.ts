/**
 * Exact decimal numbers in SQL. PostgreSQL's `numeric` adds and multiplies without rounding, so only division needs care: it has none here.
 * Where the range of a whole number is proven to fit, the expression is of type bigint, otherwise numeric.
 */
import { add, compare, denominator, type Exact, multiply, numerator, ratio, subtract } from '../../exact.ts'
import { hull, type Interval, minus as minusRange, opposite, plus as plusRange, point, times as timesRange } from '../interval.ts'
import type { Comparison } from '../tree.ts'
import { raw, type Sql, sql } from './fragment.ts'

/** `range` is null where the expression is of type numeric. `constant`: the value, where it is the same in every row. */
export type Decimal = { readonly sql: Sql; readonly range: Interval | null; readonly constant: Exact | null }

export const LEAST_BIGINT = ratio(-(2n ** 63n))
export const GREATEST_BIGINT = ratio(2n ** 63n - 1n)

const fits = ({ low, high }: Interval): boolean =>
  low !== null && high !== null && compare(low, LEAST_BIGINT) >= 0 && compare(high, GREATEST_BIGINT) <= 0

const power = (n: bigint, base: bigint): number => {
  let count = 0
  for (let rest = n; rest % base === 0n; rest /= base) count++
  return count
}

/** The number of decimals with which a number ends; null for those that never end, such as 1/3. */
const decimalsOf = (value: Exact): number | null => {
  const bottom = denominator(value)
  const [twos, fives] = [power(bottom, 2n), power(bottom, 5n)]
  return 2n ** BigInt(twos) * 5n ** BigInt(fives) === bottom ? Math.max(twos, fives) : null
}
export const isDecimal = (value: Exact): boolean => decimalsOf(value) !== null

/** Plain digits, never an exponent. */
const digitsOf = (value: Exact, decimals: number): string => {
  const whole = (numerator(value) * 10n ** BigInt(decimals)) / denominator(value)
  const digits = (whole < 0n ? -whole : whole).toString().padStart(decimals + 1, '0')
  return `${whole < 0n ? '-' : ''}${decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`}`
}

/** A constant; the caller has made sure that it ends (`isDecimal`). */
export const constant = (value: Exact): Decimal => {
  const decimals = decimalsOf(value)
  if (decimals === null) throw new Error(`constant: ${numerator(value)}/${denominator(value)} has no end in decimals`)
  const digits = digitsOf(value, decimals)
  const range = point(value)
  return { sql: raw(digits.startsWith('-') ? `(${digits})` : digits), range: decimals === 0 && fits(range) ? range : null, constant: value }
}
export const ZERO = constant(0)
export const ONE = constant(1)
/** A number that is never known. */
export const NOTHING: Decimal = { sql: raw('null::numeric'), range: null, constant: null }

/** A whole number of known range, of type bigint. */
export const whole = (value: Sql, range: Interval): Decimal => ({ sql: value, range, constant: null })
export const numeric = (value: Sql): Decimal => ({ sql: value, range: null, constant: null })

/** With its type written out where a bare literal would be read as a shorter one. */
export const branch = ({ sql: value, range, constant }: Decimal): Sql =>
  range !== null && constant !== null ? sql`${value}::bigint` : value
export const asNumeric = ({ sql: value, range }: Decimal): Sql => (range === null ? value : sql`${value}::numeric`)

const operated = (a: Decimal, sign: string, b: Decimal, range: Interval | null): Decimal => {
  if (range !== null && fits(range)) return whole(sql`(${a.sql} ${sign} ${b.sql})`, range)
  const left = a.range !== null && b.range !== null ? asNumeric(a) : a.sql
  return numeric(sql`(${left} ${sign} ${b.sql})`)
}
const ranged = (a: Decimal, b: Decimal, of: (a: Interval, b: Interval) => Interval): Interval | null =>
  a.range === null || b.range === null ? null : of(a.range, b.range)

export const plus = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(add(a.constant, b.constant))
  if (a.constant === 0) return b
  return b.constant === 0 ? a : operated(a, '+', b, ranged(a, b, plusRange))
}
export const minus = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(subtract(a.constant, b.constant))
  return b.constant === 0 ? a : operated(a, '-', b, ranged(a, b, minusRange))
}
export const times = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(multiply(a.constant, b.constant))
  if (a.constant === 1) return b
  return b.constant === 1 ? a : operated(a, '*', b, ranged(a, b, timesRange))
}
export const negative = (a: Decimal): Decimal => {
  const range = a.range && opposite(a.range)
  if (a.constant !== null) return constant(subtract(0, a.constant))
  return range !== null && fits(range) ? whole(sql`(-${a.sql})`, range) : numeric(sql`(-${asNumeric(a)})`)
}

const SIGNS: Readonly<Record<Comparison, string>> = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }
export const signOf = (op: Comparison): string => SIGNS[op]
export const compared = (a: Decimal, op: Comparison, b: Decimal): Sql => sql`(${a.sql} ${signOf(op)} ${b.sql})`

/** One of several, as `write` chooses among their texts. */
export const chosen = (from: readonly Decimal[], write: (texts: readonly Sql[]) => Sql): Decimal => {
  const value = write(from.map(branch))
  const ranges = from.flatMap(({ range }) => range ?? [])
  const [first, ...rest] = ranges
  return first && ranges.length === from.length ? whole(value, rest.reduce(hull, first)) : numeric(value)
}
