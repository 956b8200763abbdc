/**
 * Exact numbers. A whole number below 2^53 is a plain `number`; everything else is a fraction in lowest terms.
 * No operation rounds, and none touches binary fractions.
 */
export type Fraction = { readonly n: bigint; readonly d: bigint }
export type Exact = number | Fraction

const MAX = BigInt(Number.MAX_SAFE_INTEGER)

/** `b` must be positive. What is small enough goes on in plain numbers, which are quicker. */
const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a
  let y = b
  while (y > MAX) [x, y] = [y, x % y]
  if (y === 0n) return x
  let [p, q] = [Number(y), Number(x % y)]
  while (q !== 0) [p, q] = [q, p % q]
  return BigInt(p)
}

/** The fraction n/d in its one form: lowest terms, positive denominator, a plain number where it fits. `d` must not be 0. */
export const ratio = (n: bigint, d: bigint = 1n): Exact => {
  if (d === 0n) throw new Error('ratio: the denominator is 0')
  const sign = d < 0n ? -1n : 1n
  const g = gcd(n, d * sign) * sign
  const top = n / g
  const bottom = d / g
  return bottom === 1n && top <= MAX && top >= -MAX ? Number(top) : { n: top, d: bottom }
}

/** The same for whole numbers below 2^53, which need no bigints on the way. */
const smallRatio = (n: number, d: number): Exact => {
  let [x, y] = [Math.abs(n), Math.abs(d)]
  while (y !== 0) [x, y] = [y, x % y]
  const g = d < 0 ? -x : x
  const top = n / g || 0
  return d === g ? top : { n: BigInt(top), d: BigInt(d / g) }
}

/** The parts as plain numbers. Parts of 2^53 or more come out inexact: whoever asks looks whether all is safe. */
const top = (x: Exact): number => (typeof x === 'number' ? x : Number(x.n))
const bottom = (x: Exact): number => (typeof x === 'number' ? 1 : Number(x.d))
const isSafe = Number.isSafeInteger

export const numerator = (x: Exact): bigint => (typeof x === 'number' ? BigInt(x) : x.n)
export const denominator = (x: Exact): bigint => (typeof x === 'number' ? 1n : x.d)

export const add = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (isSafe(sum)) return sum
  }
  const [ad, bd] = [denominator(a), denominator(b)]
  return ratio(numerator(a) * bd + numerator(b) * ad, ad * bd)
}

export const negate = (a: Exact): Exact => (typeof a === 'number' ? (a === 0 ? 0 : -a) : { n: -a.n, d: a.d })
export const subtract = (a: Exact, b: Exact): Exact => {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (isSafe(difference)) return difference
  }
  return add(a, negate(b))
}

// A product of safe numbers that is itself safe was exact. That either factor is 0 while the other is not safe does not matter: the product is 0.
export const multiply = (a: Exact, b: Exact): Exact => {
  const [n, d] = [top(a) * top(b), bottom(a) * bottom(b)]
  return isSafe(n) && isSafe(d) ? smallRatio(n, d) : ratio(numerator(a) * numerator(b), denominator(a) * denominator(b))
}

/** `b` must not be 0: callers decide what a division by zero means to them. */
export const divide = (a: Exact, b: Exact): Exact => {
  const [n, d] = [top(a) * bottom(b), bottom(a) * top(b)]
  return isSafe(n) && isSafe(d) && d !== 0 ? smallRatio(n, d) : ratio(numerator(a) * denominator(b), denominator(a) * numerator(b))
}

/** Negative, 0 or positive, as `a` is smaller than, equal to or greater than `b`. */
export const compare = (a: Exact, b: Exact): number => {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  const [x, y] = [top(a) * bottom(b), top(b) * bottom(a)]
  if (isSafe(x) && isSafe(y)) return x < y ? -1 : x > y ? 1 : 0
  const left = numerator(a) * denominator(b)
  const right = numerator(b) * denominator(a)
  return left < right ? -1 : left > right ? 1 : 0
}

export const isZero = (a: Exact): boolean => a === 0
export const isWhole = (a: Exact): boolean => denominator(a) === 1n
export const smaller = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a)
export const greater = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a)

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** Reads plain decimal text (`-12`, `0.30`); anything else (`1e3`, `１００`, ``, `.5`, `NaN`) is null. At most 40 digits. */
export const exactOf = (text: string): Exact | null => {
  const found = DECIMAL.exec(text)
  if (!found || text.length > 42) return null
  const [, sign, whole = '', part = ''] = found
  const n = BigInt(whole + part)
  return ratio(sign ? -n : n, 10n ** BigInt(part.length))
}

/**
 * Writes a number in decimal: exact if it ends within `places` digits, otherwise cut after rounding half up and marked with `…`.
 * `1/3` with 4 places is `0.3333…`.
 */
export const textOfExact = (x: Exact, places = 6): string => {
  if (typeof x === 'number') return String(x)
  const sign = x.n < 0n ? '-' : ''
  const top = x.n < 0n ? -x.n : x.n
  const scale = 10n ** BigInt(places)
  const scaled = top * scale
  const exact = scaled % x.d === 0n
  const digits = exact ? scaled / x.d : (2n * scaled + x.d) / (2n * x.d)
  const text = digits.toString().padStart(places + 1, '0')
  const whole = places === 0 ? text : text.slice(0, -places)
  const part = places === 0 ? '' : text.slice(-places).replace(/0+$/, '')
  return `${sign}${whole}${part ? `.${part}` : ''}${exact ? '' : '…'}`
}
