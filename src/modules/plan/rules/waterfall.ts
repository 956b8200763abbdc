/**
 * What moved a rate from one period to another: a change of its numerator, and a change of its denominator. The two effects add up to the whole change exactly, and
 * neither depends on which of the two is taken to have moved first: each is the mean over both orders (Shapley 1953; for two factors as in Sun 1998, Energy Economics 20).
 */
import {
  add,
  compare,
  denominator as denominatorOf,
  divide,
  type Exact,
  exactOf,
  isZero,
  multiply,
  negate,
  numerator as numeratorOf,
  ratio,
  subtract,
} from '../../../core/exact.ts'

export type Parts = { readonly numerator: Exact; readonly denominator: Exact }
/** All in the unit of the rate; `from` + `byNumerator` + `byDenominator` = `to`. */
export type Waterfall = {
  readonly from: Exact
  readonly byNumerator: Exact
  readonly byDenominator: Exact
  readonly to: Exact
}

const half = (value: Exact): Exact => divide(value, 2)

/** The steps from one rate to another; null where a denominator is 0. `scale`: 100 for percent. */
export const waterfall = (from: Parts, to: Parts, scale: Exact = 1): Waterfall | null => {
  if (isZero(from.denominator) || isZero(to.denominator)) return null
  const [before, after] = [divide(1, from.denominator), divide(1, to.denominator)]
  const byNumerator = multiply(subtract(to.numerator, from.numerator), half(add(before, after)))
  const byDenominator = multiply(half(add(from.numerator, to.numerator)), subtract(after, before))
  const inUnit = (value: Exact): Exact => multiply(value, scale)
  return {
    from: inUnit(multiply(from.numerator, before)),
    byNumerator: inUnit(byNumerator),
    byDenominator: inUnit(byDenominator),
    to: inUnit(multiply(to.numerator, after)),
  }
}

/** In units of the last shown digit, half away from zero. */
const unitsOf = (value: Exact, places: number): bigint => {
  const size = compare(value, 0) < 0 ? negate(value) : value
  const units = (2n * numeratorOf(size) * 10n ** BigInt(places) + denominatorOf(size)) / (2n * denominatorOf(size))
  return compare(value, 0) < 0 ? -units : units
}

/**
 * The same for a page, rounded so that what is shown adds up. Both rates are rounded as everywhere; what is then left over between them and the rounded effects is
 * given, one unit of the last digit at a time, to the effect that is furthest from its own value.
 */
export const shownWaterfall = ({ from, byNumerator, byDenominator, to }: Waterfall, places: number): Waterfall => {
  const scale = 10n ** BigInt(places)
  const inUnits = (value: Exact): Exact => multiply(value, ratio(scale))
  const [start, end] = [unitsOf(from, places), unitsOf(to, places)]
  const exact = [inUnits(byNumerator), inUnits(byDenominator)] as const
  const shown: [bigint, bigint] = [unitsOf(byNumerator, places), unitsOf(byDenominator, places)]
  for (let left = end - start - shown[0] - shown[1]; left !== 0n; left = end - start - shown[0] - shown[1]) {
    const step = left > 0n ? 1n : -1n
    const short = exact.map((value, index) => multiply(subtract(value, ratio(shown[index]!)), ratio(step)))
    shown[compare(short[0]!, short[1]!) >= 0 ? 0 : 1] += step
  }
  const back = (units: bigint): Exact => ratio(units, scale)
  return { from: back(start), byNumerator: back(shown[0]), byDenominator: back(shown[1]), to: back(end) }
}

/** Whether a reported rate is what its parts give, to the digits that it is reported with. */
export const isRateOf = (reported: string, parts: Parts, scale: Exact): boolean => {
  const value = exactOf(reported)
  if (value === null || isZero(parts.denominator)) return false
  const places = reported.split('.')[1]?.length ?? 0
  return unitsOf(multiply(divide(parts.numerator, parts.denominator), scale), places) === unitsOf(value, places)
}
