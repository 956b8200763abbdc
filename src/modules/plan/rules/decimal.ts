/** Roots and logarithms to fifty digits in whole numbers, so that no category is ever decided by binary noise. */
import { denominator, type Exact, numerator, ratio } from '../../../core/exact.ts'

const ONE = 10n ** 50n
/** Fixed point on the way: some seventy digits, of which the last ones may be wrong. */
const BITS = 232
const UNIT = 1n << BigInt(BITS)
const UP = BigInt(BITS)

/** Digits of base two, to within four. */
const bitLength = (x: bigint): number => x.toString(16).length * 4

/** 2·atanh(z) for small z. */
const twiceAtanh = (z: bigint): bigint => {
  const square = (z * z) >> UP
  let term = z
  let sum = 0n
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    sum += term / k
    term = (term * square) >> UP
  }
  return 2n * sum
}
const LN2 = twiceAtanh(UNIT / 3n)

/** The natural logarithm of a positive number in fixed point: the argument is brought near 1 by powers of two. */
const fixedLn = (x: Exact): bigint => {
  const [top, bottom] = [numerator(x), denominator(x)]
  let shift = bitLength(top) - bitLength(bottom)
  let near = ((shift > 0 ? top : top << BigInt(-shift)) << UP) / (shift > 0 ? bottom << BigInt(shift) : bottom)
  while (near > (UNIT * 3n) / 2n) {
    near >>= 1n
    shift++
  }
  while (near < (UNIT * 3n) / 4n) {
    near <<= 1n
    shift--
  }
  return twiceAtanh(((near - UNIT) << UP) / (near + UNIT)) + BigInt(shift) * LN2
}

/** How often the argument of `exp` is halved, and its result squared. */
const HALVED = 8n

/** e to the power of a number in fixed point. */
const fixedExp = (y: bigint): bigint => {
  const shift = y / LN2
  const small = (y - shift * LN2) >> HALVED
  let [term, sum] = [UNIT, UNIT]
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * small) >> UP) / k
    sum += term
  }
  for (let k = 0n; k < HALVED; k++) sum = (sum * sum) >> UP
  return shift >= 0n ? sum << shift : sum >> -shift
}

/** The nearest number of fifty digits. */
const rounded = (fixed: bigint): Exact => ratio((fixed * ONE + UNIT / 2n) >> UP, ONE)

export const power = (x: Exact, n: number): Exact => ratio(numerator(x) ** BigInt(n), denominator(x) ** BigInt(n))

/** x to the power of `times`/`n` for a positive x: exact where that is whole or has at most fifty digits, otherwise the nearest number of fifty. */
export const root = (x: Exact, n: number, times = 1): Exact =>
  times % n === 0 ? power(x, times / n) : rounded(fixedExp((fixedLn(x) * BigInt(times)) / BigInt(n)))

/** The natural logarithm of a positive number, to fifty digits. */
export const ln = (x: Exact): Exact => rounded(fixedLn(x))
