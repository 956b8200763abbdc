/**
 * Whole numbers in generated code. Each expression carries the range that every known value is proven to lie in: while that stays below 2^53 the code
 * computes with doubles, which are exact there; where it may not, with bigints. Code of unknown rows computes with whatever the slots hold and must not throw.
 */

export type Whole = { readonly code: string; readonly low: bigint; readonly high: bigint; readonly big: boolean }

/** Gives an expression a name in the code that is being written, so that it is computed once. */
export type Bind = (code: string) => string

const LIMIT = 2n ** 53n
const isSafe = (value: bigint): boolean => value < LIMIT && value > -LIMIT

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const size = (a: Whole): bigint => greater(a.low < 0n ? -a.low : a.low, a.high < 0n ? -a.high : a.high)

export const constant = (value: bigint): Whole => {
  const big = !isSafe(value)
  const digits = `${value}${big ? 'n' : ''}`
  return { code: value < 0n ? `(${digits})` : digits, low: value, high: value, big }
}
export const ZERO = constant(0n)
export const ONE = constant(1n)
/** The value, where there is only one. */
export const constantOf = (a: Whole): bigint | null => (a.low === a.high ? a.low : null)

const asBig = (a: Whole): string =>
  a.big ? a.code : constantOf(a) === null ? `big(${a.code})` : `${a.low < 0n ? `(${a.low}n)` : `${a.low}n`}`

/** An expression over `parts` whose value lies from `low` to `high`; with bigints as soon as a part or the result needs them. */
const made = (low: bigint, high: bigint, parts: readonly Whole[], write: (...codes: string[]) => string): Whole => {
  if (low === high) return constant(low)
  const big = !isSafe(low) || !isSafe(high) || parts.some((part) => part.big)
  return { code: `(${write(...parts.map((part) => (big ? asBig(part) : part.code)))})`, low, high, big }
}

/** What stands in a slot or comes from a helper, of known range. */
export const measured = (code: string, low: number | bigint, high: number | bigint, big = false): Whole =>
  low === high ? constant(BigInt(low)) : { code, low: BigInt(low), high: BigInt(high), big }

export const bound = (a: Whole, bind: Bind): Whole => (constantOf(a) === null ? { ...a, code: bind(a.code) } : a)

export const plus = (a: Whole, b: Whole): Whole => {
  if (constantOf(a) === 0n) return b
  if (constantOf(b) === 0n) return a
  return made(a.low + b.low, a.high + b.high, [a, b], (x, y) => `${x} + ${y}`)
}
export const negative = (a: Whole): Whole => made(-a.high, -a.low, [a], (x) => `-${x}`)
export const minus = (a: Whole, b: Whole): Whole =>
  constantOf(b) === 0n ? a : made(a.low - b.high, a.high - b.low, [a, b], (x, y) => `${x} - ${y}`)

export const times = (a: Whole, b: Whole): Whole => {
  if (constantOf(a) === 1n) return b
  if (constantOf(b) === 1n) return a
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high]
  return made(corners.reduce(smaller), corners.reduce(greater), [a, b], (x, y) => `${x} * ${y}`)
}

/** Without its sign. `a` occurs twice in the code. */
export const absolute = (a: Whole): Whole =>
  a.low >= 0n ? a : a.high <= 0n ? negative(a) : made(0n, size(a), [a], (x) => `${x} < 0 ? -${x} : ${x}`)

/** One of the two, by a test; both occur once in the code. */
export const either = (test: string, a: Whole, b: Whole): Whole =>
  a.code === b.code ? a : made(smaller(a.low, b.low), greater(a.high, b.high), [a, b], (x, y) => `${test} ? ${x} : ${y}`)

const SIGNS = { '=': '===', '!=': '!==', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

export const compared = (a: Whole, op: keyof typeof SIGNS, b: Whole): string => {
  const big = a.big || b.big
  return `(${big ? asBig(a) : a.code} ${SIGNS[op]} ${big ? asBig(b) : b.code})`
}

/** The smaller or greater of two; both occur twice in the code. */
export const least = (a: Whole, b: Whole): Whole =>
  a.high <= b.low
    ? a
    : b.high <= a.low
      ? b
      : made(smaller(a.low, b.low), smaller(a.high, b.high), [a, b], (x, y) => `${x} < ${y} ? ${x} : ${y}`)
export const most = (a: Whole, b: Whole): Whole =>
  a.low >= b.high
    ? a
    : b.low >= a.high
      ? b
      : made(greater(a.low, b.low), greater(a.high, b.high), [a, b], (x, y) => `${x} > ${y} ? ${x} : ${y}`)

/** What is known to be positive wherever it is used. */
export const positive = (a: Whole): Whole => (a.low >= 1n ? a : { ...a, low: 1n, high: greater(a.high, 1n) })

const floorOf = (n: bigint, d: bigint): bigint => (n % d !== 0n && n < 0n ? n / d - 1n : n / d)

/**
 * The whole number at or below n / d; d is positive. A double quotient is rounded, but for whole numbers below 2^53 never up to a whole number k that n / d
 * does not reach: with 2^e < k ≤ 2^(e+1) it lies below k by r / d = r·k / (n + r) > 2^e·r / (n + r) ≥ 2^(e-53), half a step of the doubles there.
 */
export const floored = (n: Whole, d: Whole): Whole => {
  if (constantOf(d) === 1n) return n
  const corners = [floorOf(n.low, d.low), floorOf(n.low, d.high), floorOf(n.high, d.low), floorOf(n.high, d.high)]
  const low = corners.reduce(smaller)
  const high = corners.reduce(greater)
  if (low === high) return constant(low)
  if (!n.big && !d.big) return { code: `Math.floor(${n.code} / ${d.code})`, low, high, big: false }
  const code = `bigFloor(${asBig(n)}, ${asBig(d)})`
  return isSafe(low) && isSafe(high) ? { code: `Number(${code})`, low, high, big: false } : { code, low, high, big: true }
}

/** What is left of n after whole multiples of d, where `quotient` is `floored(n, d)`. */
export const rest = (n: Whole, d: Whole, quotient: Whole): Whole => {
  // The product lies between n - d and n, which multiplying the ranges would not see.
  const product = made(n.low - d.high, n.high, [quotient, d], (x, y) => `${x} * ${y}`)
  return made(0n, d.high - 1n, [n, product], (x, y) => `${x} - ${y}`)
}

export const isEven = (a: Whole): string => (a.big ? `(${a.code} % 2n === 0n)` : `(${a.code} % 2 === 0)`)

/** As a plain number for a helper that works on days; beyond 2^53 only its size matters there. */
export const asNumber = (a: Whole): string => (a.big ? `Number(${a.code})` : a.code)

/** As the double that an amount's slot holds. `checked` throws if the value does not fit; `+ 0` makes -0 a 0. */
export const asFen = (a: Whole, measure: number): string => (a.big ? `checked(${asBig(a)}, ${measure}, i)` : `${a.code} + 0`)
/** The most that an amount's slot can hold of it. */
export const slotted = (a: Whole): bigint => smaller(a.high, LIMIT - 1n)

/** As a double, where the value is known to fit although others beside it may not. */
export const narrowed = (a: Whole): Whole =>
  a.big && isSafe(a.low) && isSafe(a.high) ? { ...a, code: `Number(${a.code})`, big: false } : a
