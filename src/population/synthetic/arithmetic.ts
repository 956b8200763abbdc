/** Chance and powers that are the same to the last bit on every machine: whole numbers, and of doubles only + − × ÷ and the square root, which IEEE 754 fixes. */

/** Scatters 32 bits over 32 bits, one to one. */
export const mixed = (x: number): number => {
  let h = x ^ (x >>> 16)
  h = Math.imul(h, 0x7feb352d)
  h ^= h >>> 15
  h = Math.imul(h, 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** Where the draws of a row begin: another number for every row (below 2^32) of a seed. */
export const rowState = (seed: number, row: number): number => mixed(Math.imul(row, 0x9e3779b1) ^ mixed(seed ^ 0x5bd1e995))

/** A number of 32 bits for a text, such as the name of a column. */
export const saltOf = (text: string): number => {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  return mixed(h)
}

/** The draw of a row for a purpose: evenly from 0 to 2^32 − 1. */
export const drawn = (state: number, salt: number): number => mixed(Math.imul(state ^ salt, 0x85ebca6b) + salt)

export const TWO_32 = 4_294_967_296

const SERIES = 40

/** The natural logarithm of a positive number. */
export const logarithm = (x: number): number => {
  let [mantissa, halvings] = [x, 0]
  for (; mantissa > 1.5; halvings++) mantissa /= 2
  for (; mantissa < 0.75; halvings--) mantissa *= 2
  const ratio = (mantissa - 1) / (mantissa + 1)
  const square = ratio * ratio
  let [sum, power] = [0, ratio]
  for (let n = 1; n < SERIES; n += 2) {
    sum += power / n
    power *= square
  }
  return 2 * sum + halvings * 0.6931471805599453
}

/** e to a power, for powers from −700 to 700. */
export const exponential = (x: number): number => {
  const doublings = Math.floor(x / 0.6931471805599453 + 0.5)
  const rest = x - doublings * 0.6931471805599453
  let [sum, term] = [1, 1]
  for (let n = 1; n < 18; n++) {
    term *= rest / n
    sum += term
  }
  for (let n = 0; n < doublings; n++) sum *= 2
  for (let n = 0; n > doublings; n--) sum /= 2
  return sum
}

const ratioOf = (above: readonly number[], below: readonly number[], x: number): number => {
  const value = (factors: readonly number[]): number => {
    let sum = 0
    for (const factor of factors) sum = sum * x + factor
    return sum
  }
  return value(above) / value(below)
}

// Acklam's rational approximation to the normal quantile; its relative error is below 1.2e-9, far below what a sample could show.
const CENTRE = [
  [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239],
  [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
] as const
const TAIL = [
  [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783],
  [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
] as const
const TAIL_FROM = 0.02425

/** The standard normal deviate below which a share between 0 and 1 lies. */
export const normalQuantile = (share: number): number => {
  if (share > 1 - TAIL_FROM) return -normalQuantile(1 - share)
  if (share < TAIL_FROM) return ratioOf(...TAIL, Math.sqrt(-2 * logarithm(share)))
  const q = share - 0.5
  return q * ratioOf(...CENTRE, q * q)
}
