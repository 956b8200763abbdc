/** PostgreSQL's binary COPY: what frames its rows, and how numbers stand in it. */

/** What stands before the first row: the signature, no flags, no extension. */
export const COPY_HEADER: Uint8Array = Uint8Array.of(
  ...new TextEncoder().encode('PGCOPY\n'),
  ...[0xff, 0x0d, 0x0a, 0],
  ...[0, 0, 0, 0],
  ...[0, 0, 0, 0],
)
/** What stands after the last row. */
export const COPY_END: Uint8Array = Uint8Array.of(0xff, 0xff)

/** The length that a field without a value has. */
export const NO_VALUE = -1
/** Days from 1970-01-01, where ours begin, to 2000-01-01, where PostgreSQL's do. */
export const FIRST_DAY = 10_957

export const int16At = (bytes: Uint8Array, at: number): number => ((bytes[at]! << 24) >> 16) | bytes[at + 1]!
export const int32At = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!

const UPPER = 4_294_967_296

/** A whole number of 64 bits; NaN if doubles do not tell it from the next. */
export const int64At = (bytes: Uint8Array, at: number): number => {
  const value = int32At(bytes, at) * UPPER + (int32At(bytes, at + 4) >>> 0)
  return Number.isSafeInteger(value) ? value : Number.NaN
}

/** Bytes that grow while fields are appended. */
export type Copying = { bytes: Uint8Array<ArrayBuffer>; filled: number }
export const newCopying = (): Copying => ({ bytes: new Uint8Array(1 << 16), filled: 0 })
export const copied = ({ bytes, filled }: Copying): Uint8Array<ArrayBuffer> => bytes.slice(0, filled)

const reserve = (to: Copying, more: number): void => {
  if (to.filled + more <= to.bytes.length) return
  const larger = new Uint8Array(Math.max(to.bytes.length * 2, to.filled + more))
  larger.set(to.bytes.subarray(0, to.filled))
  to.bytes = larger
}

const put16 = (to: Copying, value: number): void => {
  to.bytes[to.filled++] = value >> 8
  to.bytes[to.filled++] = value
}
const put32 = (to: Copying, value: number): void => {
  to.bytes[to.filled++] = value >> 24
  to.bytes[to.filled++] = value >> 16
  to.bytes[to.filled++] = value >> 8
  to.bytes[to.filled++] = value
}

/** Begins a row of so many fields. */
export const putRow = (to: Copying, fields: number): void => {
  reserve(to, 2)
  put16(to, fields)
}
export const putNull = (to: Copying): void => {
  reserve(to, 4)
  put32(to, NO_VALUE)
}
export const putBytes = (to: Copying, value: Uint8Array): void => {
  reserve(to, 4 + value.length)
  put32(to, value.length)
  // For a few bytes a loop is faster than `set`.
  for (let at = 0; at < value.length; at++) to.bytes[to.filled++] = value[at]!
}
export const putBoolean = (to: Copying, value: boolean): void => {
  reserve(to, 5)
  put32(to, 1)
  to.bytes[to.filled++] = value ? 1 : 0
}
export const putInt16 = (to: Copying, value: number): void => {
  reserve(to, 6)
  put32(to, 2)
  put16(to, value)
}
export const putInt32 = (to: Copying, value: number): void => {
  reserve(to, 8)
  put32(to, 4)
  put32(to, value)
}
export const putInt64 = (to: Copying, value: number): void => {
  reserve(to, 12)
  put32(to, 8)
  const high = Math.floor(value / UPPER)
  put32(to, high)
  put32(to, value - high * UPPER)
}

/** `numeric` counts in digits of ten thousand; the first stands for its value times 10,000 to the power `weight`. */
const DIGIT = 4
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power)
const NEGATIVE = 0x4000

/** The number at these bytes times 10 to the power `scale` as a whole number; NaN if it is none below 2^53. */
export const numericAt = (bytes: Uint8Array, at: number, scale: number): number => {
  const count = int16At(bytes, at)
  const weight = int16At(bytes, at + 2)
  const sign = int16At(bytes, at + 4)
  if (sign !== 0 && sign !== NEGATIVE) return Number.NaN
  let value = 0
  for (let index = 0; index < count; index++) {
    const digit = int16At(bytes, at + 8 + 2 * index)
    if (digit === 0) continue
    // What this digit is worth, as a power of ten.
    const power = DIGIT * (weight - index) + scale
    if (power >= 16 || power <= -DIGIT) return Number.NaN
    value += power >= 0 ? digit * POWERS[power]! : digit / POWERS[0 - power]!
  }
  return Number.isSafeInteger(value) ? (sign === 0 ? value : 0 - value) : Number.NaN
}

/** Writes a whole number divided by 10 to the power `scale`. */
export const putNumeric = (to: Copying, value: number, scale: number): void => {
  const size = Math.abs(value)
  let rest = size % POWERS[scale]!
  let whole = (size - rest) / POWERS[scale]!
  const digits: number[] = []
  for (; whole > 0; whole = Math.floor(whole / 10_000)) digits.unshift(whole % 10_000)
  const weight = digits.length - 1
  for (let left = scale; left > 0; left -= DIGIT) {
    const unit = POWERS[Math.max(0, left - DIGIT)]!
    const digit = Math.floor(rest / unit)
    rest -= digit * unit
    digits.push(left < DIGIT ? digit * POWERS[DIGIT - left]! : digit)
  }
  reserve(to, 12 + 2 * digits.length)
  put32(to, 8 + 2 * digits.length)
  put16(to, digits.length)
  put16(to, weight)
  put16(to, value < 0 ? NEGATIVE : 0)
  put16(to, scale)
  for (const digit of digits) put16(to, digit)
}
