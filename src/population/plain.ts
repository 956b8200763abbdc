/** Cells that are written plainly, each read in one go from where it begins: no second look at a byte, no text, nothing allocated. */
import { daysInMonth, numberOfDay } from '../core/dates.ts'
import { COMMA, NEWLINE, RETURN } from './cell.ts'
import { type Field, type NumberField, POWERS, type WordField } from './field.ts'

const ZERO = 0x30
const MINUS = 0x2d
const POINT = 0x2e
const PERCENT = 0x25

/** What a reader answers where the cell is not plain: it is then read as people write. */
export const NOT_PLAIN = -1

const ends = (byte: number | undefined): boolean => byte === COMMA || byte === NEWLINE || byte === RETURN

/** Reads digits, at most one point, a `%` where one belongs. */
const plainNumber = (field: NumberField, bytes: Uint8Array, at: number, row: number): number => {
  const first = bytes[at] === MINUS ? at + 1 : at
  let end = first
  let number = 0
  let digit = bytes[end]! - ZERO
  while (digit >= 0 && digit <= 9) {
    number = number * 10 + digit
    digit = bytes[++end]! - ZERO
  }
  let digits = end - first
  if (digits === 0 || (digits > 1 && bytes[first] === ZERO)) return NOT_PLAIN
  let places = 0
  if (bytes[end] === POINT) {
    const point = end
    digit = bytes[++end]! - ZERO
    while (digit >= 0 && digit <= 9) {
      number = number * 10 + digit
      digit = bytes[++end]! - ZERO
    }
    places = end - point - 1
    digits += places
    if (places === 0 || places > 12) return NOT_PLAIN
  }
  // What fifteen digits say is below 2^53.
  if (digits > 15 || places > field.room) return NOT_PLAIN
  if (field.signed && bytes[end++] !== PERCENT) return NOT_PLAIN
  const more = field.room - places
  if (!ends(bytes[end]) || more >= POWERS.length) return NOT_PLAIN
  const size = more === 0 ? number : number * POWERS[more]!
  const slot = first === at ? size : 0 - size
  if (size > field.most || slot < field.low || slot > field.high) return NOT_PLAIN
  field.values[row] = slot
  return end
}

const FIRST_YEAR = 1900
const YEARS = 300
/** The first day of each month of the calendar, and of the one after it. */
const MONTHS = Int32Array.from({ length: YEARS * 12 + 1 }, (_, index) => {
  const text = (month: number) => `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  if (index < YEARS * 12) return numberOfDay(text(index))
  return numberOfDay(text(index - 1)) + daysInMonth(FIRST_YEAR + YEARS - 1, 12)
})

/** Reads `2024-02-29`. */
const plainDate = (field: WordField, bytes: Uint8Array, at: number, row: number): number => {
  if (bytes[at + 4] !== MINUS || bytes[at + 7] !== MINUS || !ends(bytes[at + 10])) return NOT_PLAIN
  const a = bytes[at]! - ZERO
  const b = bytes[at + 1]! - ZERO
  const c = bytes[at + 2]! - ZERO
  const d = bytes[at + 3]! - ZERO
  const e = bytes[at + 5]! - ZERO
  const f = bytes[at + 6]! - ZERO
  const g = bytes[at + 8]! - ZERO
  const h = bytes[at + 9]! - ZERO
  if (a < 0 || b < 0 || c < 0 || d < 0 || e < 0 || f < 0 || g < 0 || h < 0) return NOT_PLAIN
  if (a > 9 || b > 9 || c > 9 || d > 9 || e > 9 || f > 9 || g > 9 || h > 9) return NOT_PLAIN
  const year = a * 1000 + b * 100 + c * 10 + d - FIRST_YEAR
  const month = e * 10 + f
  const day = g * 10 + h
  if (year < 0 || year >= YEARS || month < 1 || month > 12 || day < 1) return NOT_PLAIN
  const start = MONTHS[year * 12 + month - 1]!
  if (start + day > MONTHS[year * 12 + month]!) return NOT_PLAIN
  field.values[row] = start + day - 1
  return at + 10
}

/** Reads `true` and `false`. */
const plainAnswer = (field: WordField, bytes: Uint8Array, at: number, row: number): number => {
  let end = NOT_PLAIN
  let slot = 0
  if (bytes[at] === 0x66) {
    if (bytes[at + 1] === 0x61 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x73 && bytes[at + 4] === 0x65) end = at + 5
  } else if (bytes[at] === 0x74) {
    slot = 1
    if (bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65) end = at + 4
  }
  if (end === NOT_PLAIN || !ends(bytes[end])) return NOT_PLAIN
  field.values[row] = slot
  return end
}

/** Reads the word that the column had last. */
const sameWord = (field: WordField, bytes: Uint8Array, at: number, row: number): number => {
  const { lastFrom, lastTo } = field
  const end = at + lastTo - lastFrom
  if (end === at || !ends(bytes[end])) return NOT_PLAIN
  const known = field.words.bytes
  for (let from = lastFrom, own = at; from < lastTo; from++, own++) if (bytes[own] !== known[from]) return NOT_PLAIN
  field.values[row] = field.lastSlot
  return end
}

/** Reads a cell that begins at `at` and is not empty; answers with the place of the comma or line end behind it, or NOT_PLAIN. */
export const plainCell = (field: Field, bytes: Uint8Array, at: number, row: number): number => {
  if (field.form === 'number') return plainNumber(field, bytes, at, row)
  if (field.kind === 'date') return plainDate(field, bytes, at, row)
  if (field.kind === 'yes-no') {
    const end = plainAnswer(field, bytes, at, row)
    if (end !== NOT_PLAIN) return end
  }
  return sameWord(field, bytes, at, row)
}
