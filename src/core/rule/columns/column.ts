/** One fact of a whole population as a typed array. Whole numbers only; a slot of its own says "unknown". */
import { isDayNumber } from '../../dates.ts'

export type NumberKind = 'money' | 'integer' | 'number' | 'percent' | 'date'
/** Bigints hold what 53 bits cannot; they are slower by far. */
export type NumberArray = Float64Array | Int32Array | BigInt64Array
export type CodeArray = Uint8Array | Uint16Array | Int32Array

/** A column as it is handed in. Money is fen, dates are days since 1970-01-01, yes is 1 and no 0, an enum's code is its place in the catalogue. */
export type RawColumn =
  | { readonly kind: NumberKind; readonly values: NumberArray; readonly scale?: number }
  | { readonly kind: 'enum'; readonly values: CodeArray }
  | { readonly kind: 'text'; readonly values: CodeArray; readonly texts: readonly string[] }
  | { readonly kind: 'yes-no'; readonly values: Uint8Array }

/** What generated code may rely on for every row; `complete` says that no row is unknown. */
export type NumberLayout = {
  readonly kind: NumberKind
  readonly array: 'Float64Array' | 'Int32Array' | 'BigInt64Array'
  /** A slot holds the value times 10 to this power: 8.25 % at scale 4 is 825. */
  readonly scale: number
  readonly low: number | bigint
  readonly high: number | bigint
  readonly complete: boolean
}
export type CodeLayout = {
  readonly kind: 'enum' | 'text'
  readonly array: 'Uint8Array' | 'Uint16Array' | 'Int32Array'
  readonly texts: readonly string[]
  readonly complete: boolean
}
export type YesNoLayout = { readonly kind: 'yes-no'; readonly array: 'Uint8Array'; readonly complete: boolean }
export type ColumnLayout = NumberLayout | CodeLayout | YesNoLayout

export type Column = { readonly layout: ColumnLayout; readonly values: NumberArray | CodeArray }

/** What a slot without a value holds. */
export const NULL_SLOT = {
  Uint8Array: 255,
  Uint16Array: 65_535,
  Int32Array: -2_147_483_648,
  Float64Array: Number.NaN,
  BigInt64Array: -(2n ** 63n),
} as const

const ARRAYS = { Uint8Array, Uint16Array, Int32Array, Float64Array, BigInt64Array } as const
const NAMES = Object.keys(ARRAYS) as (keyof typeof ARRAYS)[]

export const arrayOf = (values: NumberArray | CodeArray): keyof typeof ARRAYS =>
  NAMES.find((name) => values instanceof ARRAYS[name]) ?? 'Float64Array'

export const isNumeric = (layout: ColumnLayout): layout is NumberLayout =>
  layout.kind !== 'enum' && layout.kind !== 'text' && layout.kind !== 'yes-no'

/** As many decimal places as a fact can have. */
export const MAX_SCALE = 15

const broken = (key: string, row: number, what: string): RangeError => new RangeError(`column ${key}, row ${row}: ${what}`)

const SCALED: readonly NumberKind[] = ['number', 'percent']

type Range = { readonly low: number | bigint; readonly high: number | bigint; readonly complete: boolean }

/** Days that exist, and whole numbers that doubles tell from the next. */
const refusal = (kind: NumberKind, value: number): string | null =>
  !Number.isSafeInteger(value)
    ? `${value} is no whole number below 2^53`
    : kind === 'date' && !isDayNumber(value)
      ? `${value} is no day of the years 1900 to 2199`
      : null

/** Stops at the first slot that is none. */
const refuse = (key: string, kind: NumberKind, values: Float64Array | Int32Array, missing: number): void => {
  for (const [row, value] of values.entries()) {
    const problem = value === missing || Number.isNaN(value) ? null : refusal(kind, value)
    if (problem !== null) throw broken(key, row, problem)
  }
}

/** Looks at every slot; only if one is not whole, or the least or the greatest is out of range, does it look for the one to name. */
const rangeOf = (key: string, kind: NumberKind, values: Float64Array | Int32Array): Range => {
  const missing = values instanceof Int32Array ? NULL_SLOT.Int32Array : Number.NaN
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let known = 0
  let whole = true
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    // biome-ignore lint/suspicious/noSelfCompare: only NaN is not itself, and asking so is faster than a call
    if (value === missing || value !== value) continue
    known++
    if (value < low) low = value
    if (value > high) high = value
    if (Math.floor(value) !== value) whole = false
  }
  const complete = known === values.length
  if (low > high) return { low: 0, high: 0, complete }
  if (!whole || refusal(kind, low) !== null || refusal(kind, high) !== null) refuse(key, kind, values, missing)
  return { low, high, complete }
}

const wideRangeOf = (values: BigInt64Array): Range => {
  const known = [...values].filter((value) => value !== NULL_SLOT.BigInt64Array)
  const complete = known.length === values.length
  if (known.length === 0) return { low: 0, high: 0, complete }
  return { low: known.reduce((a, b) => (b < a ? b : a)), high: known.reduce((a, b) => (b > a ? b : a)), complete }
}

/** The range of the known values; whoever relies on it relies on every slot having been looked at. */
const measuredNumbers = (key: string, raw: Extract<RawColumn, { kind: NumberKind }>): NumberLayout => {
  const { kind, values, scale = 0 } = raw
  if (!Number.isInteger(scale) || scale < 0 || scale > MAX_SCALE) throw new RangeError(`column ${key}: there is no scale ${scale}`)
  if (scale > 0 && !SCALED.includes(kind)) throw new RangeError(`column ${key}: ${kind} is whole and has no scale`)
  const array = arrayOf(values) as NumberLayout['array']
  if (!(values instanceof BigInt64Array)) return { kind, array, scale, ...rangeOf(key, kind, values) }
  if (kind === 'date') throw new RangeError(`column ${key}: days need no more than 32 bits`)
  return { kind, array, scale, ...wideRangeOf(values) }
}

/** Whether every slot holds a code below `count`; a code beyond it is refused. */
const measuredCodes = (key: string, values: CodeArray, count: number): boolean => {
  const missing = NULL_SLOT[arrayOf(values) as CodeLayout['array']]
  if (missing > 0 && count > missing) throw new RangeError(`column ${key}: ${count} codes do not fit in ${arrayOf(values)}`)
  let known = 0
  let low = 0
  let high = 0
  for (let row = 0; row < values.length; row++) {
    const code = values[row]!
    if (code === missing) continue
    known++
    if (code < low) low = code
    if (code > high) high = code
  }
  if (known > 0 && (low < 0 || high >= count)) {
    const row = values.findIndex((code) => code !== missing && (code < 0 || code >= count))
    throw broken(key, row, `there is no code ${values[row]}`)
  }
  return known === values.length
}

/** Looks at every slot once and says what holds for all of them. Throws a RangeError that names column and row where a slot is none. */
export const columnOf = (key: string, raw: RawColumn, choices: readonly string[]): Column => {
  switch (raw.kind) {
    case 'enum':
    case 'text': {
      const texts = raw.kind === 'text' ? raw.texts : choices
      const complete = measuredCodes(key, raw.values, texts.length)
      const array = arrayOf(raw.values) as CodeLayout['array']
      return { values: raw.values, layout: { kind: raw.kind, array, texts, complete } }
    }
    case 'yes-no':
      return { values: raw.values, layout: { kind: 'yes-no', array: 'Uint8Array', complete: measuredCodes(key, raw.values, 2) } }
    default:
      return { values: raw.values, layout: measuredNumbers(key, raw) }
  }
}

/** Whether a column of the layout `own` may be read by code that was generated for `expected`. */
export const fits = (own: ColumnLayout, expected: ColumnLayout): boolean => {
  if (own.array !== expected.array || own.kind !== expected.kind || (expected.complete && !own.complete)) return false
  if (isNumeric(own) && isNumeric(expected)) return own.scale === expected.scale && own.low >= expected.low && own.high <= expected.high
  if ('texts' in own && 'texts' in expected)
    return own.texts.length === expected.texts.length && own.texts.every((text, code) => text === expected.texts[code])
  return true
}
