/** Numbers as FEEL has them: decimals of 34 digits. The language's own are exact, so the two meet only where FEEL rounds nothing. */
import { compare, denominator, type Exact, exactOf, multiply, numerator, ratio, subtract } from '../exact.ts'

const DIGITS = 34
const LIMIT = 10n ** BigInt(DIGITS)

const LEXICAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/

/** A number of the kit, such as `.041`, `3` or `1.5E2`; null if it is none. */
export const numberOfText = (text: string): Exact | null => {
  const [, sign = '', whole = '', part = '', exponent = '0'] = LEXICAL.exec(text.trim()) ?? []
  const digits = exactOf(`${sign === '-' ? '-' : ''}${whole || '0'}.${part || '0'}`)
  if (`${whole}${part}` === '' || digits === null) return null
  const power = ratio(10n ** BigInt(Math.abs(Number(exponent))))
  return Number(exponent) < 0 ? multiply(digits, ratio(1n, numerator(power))) : multiply(digits, power)
}

/** Digits behind the point in the text of a number; one with an exponent has none. */
const placesOf = (text: string): number => /^[^eE]*\.(\d*)\s*$/.exec(text)?.[1]?.length ?? 0

/** How often 2 and 5 go into the denominator at most, if nothing else does; null where the decimal does not end. */
const decimalsOf = (bottom: bigint): number | null => {
  let rest = bottom
  let [twos, fives] = [0, 0]
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1]
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1]
  return rest === 1n ? Math.max(twos, fives) : null
}

/** Whether FEEL holds exactly this number: a decimal of at most 34 digits. */
export const isFeelNumber = (value: Exact): boolean => {
  if (typeof value === 'number') return true
  const decimals = decimalsOf(denominator(value))
  if (decimals === null) return false
  let digits = (numerator(value) * 10n ** BigInt(decimals)) / denominator(value)
  while (digits !== 0n && digits % 10n === 0n) digits /= 10n
  return digits < LIMIT && digits > -LIMIT
}

/** Decimals from which on a shorter expected value is taken for one that the kit has rounded. */
const ROUNDED_FROM = 8

/** The very number; or, where ours does not end within 34 digits, the one that the kit wrote with fewer. */
export const equalsText = (value: Exact, text: string): boolean => {
  const expected = numberOfText(text)
  if (expected === null) return false
  if (compare(value, expected) === 0) return true
  const places = placesOf(text)
  if (isFeelNumber(value) || places < ROUNDED_FROM) return false
  const difference = subtract(value, expected)
  const half = ratio(1n, 2n * 10n ** BigInt(places))
  return compare(difference, half) <= 0 && compare(difference, subtract(0, half)) >= 0
}
