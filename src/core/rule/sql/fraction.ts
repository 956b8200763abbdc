/** Exact numbers in SQL: a decimal over a positive one. Nothing is divided before it is rounded, and two numbers are compared by cross multiplication. */
import { denominator, divide, type Exact, numerator, ratio } from '../../exact.ts'
import type { RoundingMode } from '../../money.ts'
import { lower, point, times as timesRange, upper } from '../interval.ts'
import type { Comparison } from '../tree.ts'
import type { Decimal } from './decimal.ts'
import * as decimal from './decimal.ts'
import { type Bind, joined, type Sql, sql } from './fragment.ts'

/** Unknown where `top` or `bottom` is null. `bottom` is a constant, or of type numeric. */
export type Fraction = { readonly top: Decimal; readonly bottom: Decimal }

export const of = (top: Decimal): Fraction => ({ top, bottom: decimal.ONE })
export const NOTHING: Fraction = of(decimal.NOTHING)

/** Decimals as they are written, everything else over its denominator. */
export const ofExact = (value: Exact): Fraction =>
  decimal.isDecimal(value)
    ? of(decimal.constant(value))
    : { top: decimal.constant(ratio(numerator(value))), bottom: decimal.constant(ratio(denominator(value))) }

/** The value, where it is the same in every row. */
export const constantOf = ({ top, bottom }: Fraction): Exact | null =>
  top.constant === null || bottom.constant === null ? null : divide(top.constant, bottom.constant)

export const bound = ({ top, bottom }: Fraction, bind: Bind): Fraction => ({
  top: { ...top, sql: bind(top.sql) },
  bottom: { ...bottom, sql: bind(bottom.sql) },
})

export const isKnown = ({ top, bottom }: Fraction): Sql =>
  bottom.constant === null ? sql`(${top.sql} is not null and ${bottom.sql} is not null)` : sql`(${top.sql} is not null)`

/** The tops of both over one bottom. */
const aligned = (a: Fraction, b: Fraction): { left: Decimal; right: Decimal; bottom: Decimal } => {
  if (a.bottom.sql.text === b.bottom.sql.text) return { left: a.top, right: b.top, bottom: a.bottom }
  const [own, other] = [a.bottom.constant, b.bottom.constant]
  const common = own !== null && other !== null ? divide(own, other) : null
  // With two constants only what they do not share has to be multiplied.
  const aFactor = common === null ? b.bottom : decimal.constant(ratio(denominator(common)))
  const bFactor = common === null ? a.bottom : decimal.constant(ratio(numerator(common)))
  return { left: decimal.times(a.top, aFactor), right: decimal.times(b.top, bFactor), bottom: decimal.times(a.bottom, aFactor) }
}

export const plus = (a: Fraction, b: Fraction): Fraction => {
  const { left, right, bottom } = aligned(a, b)
  return { top: decimal.plus(left, right), bottom }
}
export const minus = (a: Fraction, b: Fraction): Fraction => {
  const { left, right, bottom } = aligned(a, b)
  return { top: decimal.minus(left, right), bottom }
}
export const times = (a: Fraction, b: Fraction): Fraction => ({
  top: decimal.times(a.top, b.top),
  bottom: decimal.times(a.bottom, b.bottom),
})

/** No value where `b` is 0. The sign goes to the top, so that the bottom stays positive. */
export const over = (a: Fraction, b: Fraction, bind: Bind): Fraction => {
  const value = constantOf(b)
  if (value === 0) return NOTHING
  if (value !== null) return times(a, ofExact(divide(1, value)))
  const divisor = bind(decimal.asNumeric(b.top))
  if (decimal.isAtLeast(b.top, 0)) return times(a, { top: b.bottom, bottom: decimal.numeric(sql`nullif(${divisor}, 0)`, b.top.range) })
  const signed = {
    top: decimal.times(decimal.numeric(sql`sign(${divisor})`, { low: -1, high: 1 }), b.bottom),
    bottom: decimal.numeric(sql`nullif(abs(${divisor}), 0)`),
  }
  return times(a, signed)
}

export const compared = (a: Fraction, op: Comparison, b: Fraction): Sql => {
  const { left, right, bottom } = aligned(a, b)
  const isCompared = decimal.compared(left, op, right)
  // A bottom that both share was not multiplied, so its null has not reached the tops.
  return bottom.constant === null && bottom.sql.text === a.bottom.sql.text && bottom.sql.text === b.bottom.sql.text
    ? sql`case when ${bottom.sql} is not null then ${isCompared} end`
    : isCompared
}

/** The tops of all over one bottom, where every bottom is constant. */
const levelled = (from: readonly Fraction[]): { readonly tops: readonly Decimal[]; readonly bottom: Decimal } => {
  const bottom = from.reduce((common, each) => aligned({ top: decimal.ONE, bottom: common }, each).bottom, decimal.ONE)
  return { tops: from.map((each) => aligned({ top: decimal.ONE, bottom }, each).right), bottom }
}

/** One of several, as `write` chooses among their texts. */
export const chosen = (from: readonly Fraction[], write: (texts: readonly Sql[]) => Sql): Fraction => {
  if (from.some(({ bottom }) => bottom.constant === null)) {
    const bottoms = from.map(({ bottom }) => decimal.numeric(decimal.asNumeric(bottom), bottom.range))
    return {
      top: decimal.chosen(
        from.map(({ top }) => top),
        write,
      ),
      bottom: decimal.chosen(bottoms, write),
    }
  }
  const { tops, bottom } = levelled(from)
  return { top: decimal.chosen(tops, write), bottom }
}

const extreme = (parts: readonly Fraction[], name: 'least' | 'greatest', bind: Bind): Fraction => {
  const [first, ...rest] = parts
  if (!first) return NOTHING
  if (parts.every(({ bottom }) => bottom.constant !== null)) {
    const named = parts.map((part) => bound(part, bind))
    const known = joined(
      named.filter(({ top }) => top.constant === null).map(({ top }) => sql`${top.sql} is not null`),
      ' and ',
    )
    // PostgreSQL skips nulls here; in the language an unknown part makes the whole unknown.
    const { tops, bottom } = levelled(named)
    const value = decimal.chosen(tops, (texts) => sql`case when ${known} then ${name}(${joined(texts, ', ')}) end`)
    const range = tops.map((top) => top.range).reduce(name === 'least' ? lower : upper)
    return { top: { ...value, range }, bottom }
  }
  return rest.reduce((a, b) => {
    const sides = aligned(a, b)
    const [left, right] = [bind(sides.left.sql), bind(sides.right.sql)]
    const [own, other] = name === 'least' ? ['<=', '>'] : ['>=', '<']
    const top = sql`case when ${left} ${own} ${right} then ${left} when ${left} ${other} ${right} then ${right} end`
    return { top: decimal.numeric(top), bottom: sides.bottom }
  }, first)
}

export const least = (parts: readonly Fraction[], bind: Bind): Fraction => extreme(parts, 'least', bind)
export const most = (parts: readonly Fraction[], bind: Bind): Fraction => extreme(parts, 'greatest', bind)

export const absolute = (a: Fraction): Fraction => ({ ...a, top: decimal.absolute(a.top) })

/** Whether it is known to be a whole number. */
export const isWhole = ({ top, bottom }: Fraction): boolean => bottom.constant === 1 && top.isBigint

/** `div` goes toward zero and `mod` has the sign of what is divided: below zero, one less unless it comes out even. */
const dividedDown = (top: Decimal, bottom: Decimal, bind: Bind): Sql => {
  const [n, d] = [bind(decimal.asNumeric(top)), bind(bottom.sql)]
  return decimal.isAtLeast(top, 0) ? sql`div(${n}, ${d})` : sql`(div(${n}, ${d}) - (mod(${n}, ${d}) < 0)::int)`
}

/** The greatest whole number that is not above the value. */
export const floorOf = ({ top, bottom }: Fraction, bind: Bind): Decimal => {
  if (isWhole({ top, bottom })) return top
  if (bottom.constant !== null) {
    const inverse = divide(1, bottom.constant)
    const range = timesRange(top.range, point(inverse))
    if (decimal.isDecimal(inverse))
      return decimal.floored(sql`floor(${decimal.asNumeric(decimal.times(top, decimal.constant(inverse)))})`, range)
    return decimal.floored(dividedDown(top, bottom, bind), range)
  }
  return decimal.numeric(dividedDown(top, bottom, bind))
}

const HALF = ofExact(ratio(1n, 2n))
const negative = (a: Fraction): Fraction => ({ ...a, top: decimal.negative(a.top) })

/** The whole number that a value rounds to, as in `money.ts`: half is decided by value, not by size. */
const rounders: Readonly<Record<RoundingMode, (x: Fraction, bind: Bind) => Decimal>> = {
  floor: floorOf,
  ceiling: (x, bind) => decimal.negative(floorOf(negative(x), bind)),
  'half-up': (x, bind) => floorOf(plus(x, HALF), bind),
  'half-down': (x, bind) => decimal.negative(floorOf(plus(negative(x), HALF), bind)),
  'half-even': (x, bind) => {
    const raised = bound(plus(x, HALF), bind)
    const floor = floorOf(raised, bind)
    const up = { ...floor, sql: bind(floor.sql) }
    const isTie = compared(raised, '=', of(up))
    const less = decimal.whole(sql`case when ${isTie} and mod(${up.sql}, 2) <> 0 then 1 else 0 end`, { low: 0, high: 1 })
    return decimal.minus(up, less)
  },
}

/** Rounds to a whole multiple of `step`; no value where the step is not positive. */
export const rounded = (x: Fraction, mode: RoundingMode, step: Fraction, bind: Bind): Fraction => {
  const fixed = constantOf(step)
  if (fixed !== null && numerator(fixed) <= 0n) return NOTHING
  const parts = bound(over(x, step, bind), bind)
  const result = times(of(isWhole(parts) ? parts.top : rounders[mode](parts, bind)), step)
  if (fixed !== null) return result
  return { ...result, top: { ...result.top, sql: sql`case when ${step.top.sql} > 0 then ${result.top.sql} end` } }
}
