/** Roots and logarithms to fifty digits in whole numbers, so that no category is ever decided by binary noise. */
import { denominator, type Exact, numerator, ratio } from '../../../core/exact.ts'

const DIGITS = 50n
const ONE = 10n ** DIGITS

const bitLength = (x: bigint): number => x.toString(2).length

/** The whole number whose n-th power is the largest not above `x`; Newton's method from above. */
const wholeRoot = (x: bigint, n: number): bigint => {
  if (x < 2n) return x
  const degree = BigInt(n)
  let guess = 1n << BigInt(Math.ceil(bitLength(x) / n))
  for (;;) {
    const next = ((degree - 1n) * guess + x / guess ** (degree - 1n)) / degree
    if (next >= guess) return guess
    guess = next
  }
}

/** The n-th root of a positive number, cut after fifty digits. */
export const root = (x: Exact, n: number): Exact => {
  if (n === 1) return x
  const scaled = (numerator(x) * ONE ** BigInt(n)) / denominator(x)
  return ratio(wholeRoot(scaled, n), ONE)
}

export const power = (x: Exact, n: number): Exact => ratio(numerator(x) ** BigInt(n), denominator(x) ** BigInt(n))

/** 2·atanh(z) for small z, as a fixed-point number. */
const twiceAtanh = (z: bigint): bigint => {
  const square = (z * z) / ONE
  let term = z
  let sum = 0n
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k
    term = (term * square) / ONE
  }
  return 2n * sum
}
const LN2 = twiceAtanh(ONE / 3n)

/** The natural logarithm of a positive number, to some forty-five digits: the argument is brought near 1 by powers of two. */
export const ln = (x: Exact): Exact => {
  let fixed = (numerator(x) * ONE) / denominator(x)
  let shift = 0n
  while (fixed > (ONE * 3n) / 2n) {
    fixed /= 2n
    shift++
  }
  while (fixed < (ONE * 3n) / 4n) {
    fixed *= 2n
    shift--
  }
  return ratio(twiceAtanh(((fixed - ONE) * ONE) / (fixed + ONE)) + shift * LN2, ONE)
}
