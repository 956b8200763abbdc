/**
 * Exact decimal numbers in SQL. PostgreSQL's `numeric` adds and multiplies without rounding, so only division needs care: it has none here.
 * Where the range of a whole number is proven to fit, the expression is of type bigint, otherwise numeric.
 */
import { add, compare, denominator, type Exact, multiply, numerator, ratio, subtract } from '../../exact.ts'
import { roundTo } from '../../money.ts'
import {
  EVERYTHING,
  hull,
  type Interval,
  magnitude,
  minus as minusRange,
  opposite,
  plus as plusRange,
  point,
  times as timesRange,
} from '../interval.ts'
import type { Comparison } from '../tree.ts'
import { raw, type Sql, sql } from './fragment.ts'

/** Of type bigint if `isBigint`, otherwise numeric. `range` holds every known value. `constant`: the value, where it is the same in every row. */
export type Decimal = { readonly sql: Sql; readonly isBigint: boolean; readonly range: Interval; readonly constant: Exact | null }

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
  return { sql: raw(digits.startsWith('-') ? `(${digits})` : digits), isBigint: decimals === 0 && fits(range), range, constant: value }
}
export const ZERO = constant(0)
export const ONE = constant(1)
/** A number that is never known. */
export const NOTHING: Decimal = { sql: raw('null::numeric'), isBigint: false, range: EVERYTHING, constant: null }

/** A whole number of known range, of type bigint. */
export const whole = (value: Sql, range: Interval): Decimal => ({ sql: value, isBigint: true, range, constant: null })
export const numeric = (value: Sql, range: Interval = EVERYTHING): Decimal => ({ sql: value, isBigint: false, range, constant: null })
/** What is written with others: of type bigint where all of them are and the range fits. */
export const made = (value: Sql, from: readonly Decimal[], range: Interval): Decimal =>
  from.every(({ isBigint }) => isBigint) && fits(range) ? whole(value, range) : numeric(value, range)
/** A whole number of type numeric, as bigint where its range fits. */
const narrowed = (value: Sql, range: Interval): Decimal => (fits(range) ? whole(sql`${value}::bigint`, range) : numeric(value, range))

/** With its type written out where a bare literal would be read as a shorter one. */
export const branch = ({ sql: value, isBigint, constant }: Decimal): Sql => (isBigint && constant !== null ? sql`${value}::bigint` : value)
export const asNumeric = ({ sql: value, isBigint }: Decimal): Sql => (isBigint ? sql`${value}::numeric` : value)

export const isAtLeast = ({ range }: Decimal, least: number): boolean => range.low !== null && compare(range.low, least) >= 0

const operated = (a: Decimal, sign: string, b: Decimal, range: Interval): Decimal => {
  if (!a.isBigint || !b.isBigint || fits(range)) return made(sql`(${a.sql} ${sign} ${b.sql})`, [a, b], range)
  return numeric(sql`(${asNumeric(a)} ${sign} ${b.sql})`, range)
}

export const plus = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(add(a.constant, b.constant))
  if (a.constant === 0) return b
  return b.constant === 0 ? a : operated(a, '+', b, plusRange(a.range, b.range))
}
export const minus = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(subtract(a.constant, b.constant))
  return b.constant === 0 ? a : operated(a, '-', b, minusRange(a.range, b.range))
}
export const times = (a: Decimal, b: Decimal): Decimal => {
  if (a.constant !== null && b.constant !== null) return constant(multiply(a.constant, b.constant))
  if (a.constant === 1) return b
  return b.constant === 1 ? a : operated(a, '*', b, timesRange(a.range, b.range))
}
export const negative = (a: Decimal): Decimal => {
  const range = opposite(a.range)
  if (a.constant !== null) return constant(subtract(0, a.constant))
  return a.isBigint && fits(range) ? whole(sql`(-${a.sql})`, range) : numeric(sql`(-${asNumeric(a)})`, range)
}
export const absolute = (a: Decimal): Decimal => {
  if (isAtLeast(a, 0)) return a
  const range = magnitude(a.range)
  return a.isBigint && fits(range) ? whole(sql`abs(${a.sql})`, range) : numeric(sql`abs(${asNumeric(a)})`, range)
}

const floorOf = (value: Exact | null): Exact | null => value && roundTo(value, 'floor', 1)
/** The whole numbers at or below those of a range. */
export const floored = (value: Sql, { low, high }: Interval): Decimal => narrowed(value, { low: floorOf(low), high: floorOf(high) })

const SIGNS: Readonly<Record<Comparison, string>> = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }
export const signOf = (op: Comparison): string => SIGNS[op]
export const compared = (a: Decimal, op: Comparison, b: Decimal): Sql => sql`(${a.sql} ${signOf(op)} ${b.sql})`

/** One of several, as `write` chooses among their texts. */
export const chosen = (from: readonly Decimal[], write: (texts: readonly Sql[]) => Sql): Decimal =>
  made(write(from.map(branch)), from, from.map(({ range }) => range).reduce(hull, from[0]?.range ?? EVERYTHING))
