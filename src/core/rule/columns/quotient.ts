/** Exact numbers in generated code: a whole number over a positive one. Nothing is divided before it is rounded. */
import { denominator, type Exact, numerator } from '../../exact.ts'
import type { RoundingMode } from '../../money.ts'
import type { Comparison } from '../tree.ts'
import { type Answer, any, choose, type Test } from './answer.ts'
import type { Bind, Whole } from './whole.ts'
import * as whole from './whole.ts'

/** `bottom` is positive in every row where the value is known. */
export type Quotient = { readonly unknown: Test; readonly top: Whole; readonly bottom: Whole }

export const ofWhole = (top: Whole, unknown: Test = null): Quotient => ({ unknown, top, bottom: whole.ONE })
export const ofExact = (value: Exact): Quotient => ({
  unknown: null,
  top: whole.constant(numerator(value)),
  bottom: whole.constant(denominator(value)),
})
export const NOTHING: Quotient = { unknown: 'true', top: whole.ZERO, bottom: whole.ONE }

export const bound = (a: Quotient, bind: Bind): Quotient => ({
  unknown: a.unknown === null ? null : a.unknown === 'true' ? a.unknown : bind(a.unknown),
  top: whole.bound(a.top, bind),
  bottom: whole.bound(a.bottom, bind),
})

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

/** Both without their common factor, where both are constants. */
const reduced = (top: Whole, bottom: Whole): [Whole, Whole] => {
  const [n, d] = [whole.constantOf(top), whole.constantOf(bottom)]
  if (n === null || d === null) return [top, bottom]
  const g = gcd(n, d)
  return g > 1n ? [whole.constant(n / g), whole.constant(d / g)] : [top, bottom]
}

/** The tops of both over one bottom. */
const aligned = (a: Quotient, b: Quotient): { left: Whole; right: Whole; bottom: Whole } => {
  if (a.bottom.code === b.bottom.code) return { left: a.top, right: b.top, bottom: a.bottom }
  const [aFactor, bFactor] = reduced(a.bottom, b.bottom)
  return { left: whole.times(a.top, bFactor), right: whole.times(b.top, aFactor), bottom: whole.times(a.bottom, bFactor) }
}

const both = (a: Quotient, b: Quotient): Test => any([a.unknown, b.unknown])

export const plus = (a: Quotient, b: Quotient): Quotient => {
  const { left, right, bottom } = aligned(a, b)
  return { unknown: both(a, b), top: whole.plus(left, right), bottom }
}
export const minus = (a: Quotient, b: Quotient): Quotient => {
  const { left, right, bottom } = aligned(a, b)
  return { unknown: both(a, b), top: whole.minus(left, right), bottom }
}

export const times = (a: Quotient, b: Quotient): Quotient => {
  const [aTop, bBottom] = reduced(a.top, b.bottom)
  const [bTop, aBottom] = reduced(b.top, a.bottom)
  return { unknown: both(a, b), top: whole.times(aTop, bTop), bottom: whole.times(aBottom, bBottom) }
}

/** Upside down, with the sign on top; unknown where the value is 0. */
const inverse = (a: Quotient, bind: Bind): Quotient => {
  const top = whole.bound(a.top, bind)
  const bottom = top.low < 0n && top.high <= 0n ? whole.negative(a.bottom) : a.bottom
  const unknown = top.low <= 0n && top.high >= 0n ? any([a.unknown, whole.compared(top, '=', whole.ZERO)]) : a.unknown
  if (top.low >= 0n || top.high <= 0n) return { unknown, top: bottom, bottom: whole.positive(whole.absolute(top)) }
  const named = whole.bound(bottom, bind)
  const signed = whole.either(whole.compared(top, '<', whole.ZERO), whole.negative(named), named)
  return { unknown, top: signed, bottom: whole.positive(whole.absolute(top)) }
}

/** No value where `b` is 0. */
export const over = (a: Quotient, b: Quotient, bind: Bind): Quotient => {
  if (whole.constantOf(b.top) === 0n) return NOTHING
  return times(a, inverse(b, bind))
}

export const compared = (a: Quotient, op: Comparison, b: Quotient): Answer => {
  const { left, right } = aligned(a, b)
  return { unknown: both(a, b), yes: whole.compared(left, op, right) }
}

/** One of the two, by a test. */
export const either = (test: string, a: Quotient, b: Quotient, bind: Bind): Quotient => {
  const named = bind(test)
  const unknown = choose(named, a.unknown, b.unknown)
  const isFixed = whole.constantOf(a.bottom) !== null && whole.constantOf(b.bottom) !== null
  if (!isFixed) return { unknown, top: whole.either(named, a.top, b.top), bottom: whole.either(named, a.bottom, b.bottom) }
  const { left, right, bottom } = aligned(a, b)
  return { unknown, top: whole.either(named, left, right), bottom }
}

const extreme = (a: Quotient, b: Quotient, op: '<' | '>', bind: Bind): Quotient => {
  const aligning = aligned(a, b)
  const [left, right] = [whole.bound(aligning.left, bind), whole.bound(aligning.right, bind)]
  return { unknown: both(a, b), top: (op === '<' ? whole.least : whole.most)(left, right), bottom: aligning.bottom }
}
export const least = (a: Quotient, b: Quotient, bind: Bind): Quotient => extreme(a, b, '<', bind)
export const most = (a: Quotient, b: Quotient, bind: Bind): Quotient => extreme(a, b, '>', bind)

export const absolute = (a: Quotient, bind: Bind): Quotient => ({ ...a, top: whole.absolute(whole.bound(a.top, bind)) })

/** The whole number that n / d rounds to; as in `money.ts`, half is decided by value, not by size. */
const rounders: Record<RoundingMode, (n: Whole, d: Whole, bind: Bind) => Whole> = {
  floor: (n, d) => whole.floored(n, d),
  ceiling: (n, d) => whole.negative(whole.floored(whole.negative(n), d)),
  'half-up': (n, d) => {
    const [n2, half, d2] = halved(n, d)
    return whole.floored(whole.plus(n2, half), d2)
  },
  'half-down': (n, d) => {
    const [n2, half, d2] = halved(n, d)
    return whole.negative(whole.floored(whole.minus(half, n2), d2))
  },
  'half-even': (n, d, bind) => {
    const [top, bottom] = [whole.bound(n, bind), whole.bound(d, bind)]
    const low = whole.bound(whole.floored(top, bottom), bind)
    const twice = whole.bound(whole.times(whole.constant(2n), whole.rest(top, bottom, low)), bind)
    const below = `${whole.compared(twice, '<', bottom)} || ${whole.compared(twice, '=', bottom)} && ${whole.isEven(low)}`
    return whole.either(`(${below})`, low, whole.plus(low, whole.ONE))
  },
}

/** n, d / 2 and d, all doubled unless d is even: half of it is then whole as it stands. */
const halved = (n: Whole, d: Whole): [Whole, Whole, Whole] => {
  const fixed = whole.constantOf(d)
  if (fixed !== null && fixed % 2n === 0n) return [n, whole.constant(fixed / 2n), d]
  const two = whole.constant(2n)
  return [whole.times(two, n), d, whole.times(two, d)]
}

/** Rounds to a whole multiple of `step`, which is positive wherever it is known. */
export const rounded = (a: Quotient, mode: RoundingMode, step: Quotient, bind: Bind): Quotient => {
  const [aTop, stepTop] = [whole.times(a.top, step.bottom), whole.times(a.bottom, whole.positive(step.top))]
  const [top, bottom] = reduced(aTop, stepTop)
  const quotient = whole.constantOf(bottom) === 1n ? top : rounders[mode](top, whole.positive(bottom), bind)
  return { unknown: both(a, step), top: whole.times(quotient, step.top), bottom: step.bottom }
}
