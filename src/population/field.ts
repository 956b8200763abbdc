/** One column while its file is read. What is written plainly is read from the bytes; everything else as `readFact` reads it, once for each spelling. */
import { compare, denominator, type Exact, isWhole, multiply, numerator } from '../core/exact.ts'
import { type FactDeclaration, rangeOf, readFact } from '../core/facts.ts'
import { roundTo, yuanText } from '../core/money.ts'
import { type CodeArray, NULL_SLOT, type NumberKind, type RawColumn } from '../core/rule/columns/column.ts'
import { hasNoUnit, unitOf } from '../core/rule/units.ts'
import { textOfBytes } from './cell.ts'
import { type Problem, problemOf } from './messages.ts'
import { type ArrayName, type NumberSlots, resized, type Slots, sharedSlots } from './shared.ts'
import { addWord, findWord, hashOf, isWord, newWords, type Words } from './words.ts'

type Own = {
  readonly key: string
  readonly declaration: FactDeclaration
  /** The unit that the header names; empty: the fact's own. */
  readonly unit: string
  array: ArrayName
}
export type NumberField = Own & {
  readonly form: 'number'
  readonly kind: NumberKind
  values: NumberSlots
  /** A slot holds the value times 10 to this power. */
  scale: number
  /** The value of a written 1 as a power of ten; null: it is none. */
  readonly power: number | null
  /** Decimal places as written that a slot has room for; -1: no number is plain. */
  room: number
  /** What a slot may hold. */
  low: number
  high: number
  /** Whether a plain number ends with `%`. */
  readonly signed: boolean
}
export type WordField = Own & {
  readonly form: 'word'
  readonly kind: 'enum' | 'text' | 'yes-no' | 'date'
  values: CodeArray
  readonly words: Words
  /** The word that was last met with such an end and length; -1: none. */
  readonly recent: Int32Array
  /** The slot of each spelling that was met. */
  slots: Int32Array
  readonly texts: string[]
  readonly codes: Map<string, number>
}
export type Field = NumberField | WordField

const POWERS: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power)
const MAX_SCALE = 15
const MAX_INT = 2_147_483_647
const FEN = new Set(['分', 'fen'])
const SPELLED: Readonly<Record<string, string>> = { yuan: '元' }

const powerOf = (factor: Exact): number | null => {
  for (let power = 0; power <= MAX_SCALE; power++) {
    if (compare(factor, POWERS[power]!) === 0) return power
    if (compare(multiply(factor, POWERS[power]!), 1) === 0) return 0 - power
  }
  return null
}

/** A bound in slots: the smallest slot that is not below it, or the largest not above. */
const slotBound = (bound: Exact | null, scale: number, mode: 'ceiling' | 'floor'): number => {
  if (bound === null) return mode === 'ceiling' ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
  const slot = Number(numerator(roundTo(multiply(bound, 10 ** scale), mode, 1)))
  return Math.max(-Number.MAX_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, slot))
}

const adjust = (field: NumberField, scale: number): void => {
  const { low, high } = rangeOf(field.declaration)
  field.scale = scale
  field.room = field.power === null ? -1 : Math.max(-1, field.power + scale)
  field.low = slotBound(low, scale, 'ceiling')
  field.high = slotBound(high, scale, 'floor')
}

/** What a written 1 is worth, or null if the fact cannot be counted in that unit. */
const factorOf = (declaration: FactDeclaration, unit: string): Exact | null => {
  if (declaration.type === 'money' && FEN.has(unit)) return 1
  if (unit === '') {
    const own = declaration.type === 'money' ? '元' : declaration.type === 'percent' ? '%' : (declaration.unit ?? '')
    return unitOf(own)?.factor ?? null
  }
  const read = readFact(`0 ${unit}`, declaration.name, declaration)
  const meaning = unitOf(unit)
  if (!meaning || ('problem' in read && (read.problem.code === 'fact.unit' || read.problem.code === 'fact.number'))) return null
  // A scale without a unit counts in the fact's own unit.
  return hasNoUnit(meaning.unit) && !meaning.percent ? multiply(meaning.factor, factorOf(declaration, '') ?? 1) : meaning.factor
}

/** An empty column for a fact; null if it cannot be counted in the unit that the header names. */
export const fieldOf = (key: string, declaration: FactDeclaration, written: string): Field | null => {
  const unit = SPELLED[written] ?? written
  const { type } = declaration
  if (type === 'enum' || type === 'text' || type === 'yes-no' || type === 'date') {
    if (unit !== '') return null
    const texts = declaration.values.map(({ zh }) => zh)
    const array = type === 'yes-no' || (type === 'enum' && texts.length < 255) ? 'Uint8Array' : 'Int32Array'
    return {
      form: 'word',
      kind: type,
      key,
      declaration,
      unit,
      array,
      values: sharedSlots(array, 0) as CodeArray,
      words: newWords(),
      recent: new Int32Array(64).fill(-1),
      slots: new Int32Array(64),
      texts,
      codes: new Map(texts.map((text, code) => [text, code])),
    }
  }
  const factor = factorOf(declaration, unit)
  if (factor === null) return null
  const array = type === 'integer' ? 'Int32Array' : 'Float64Array'
  const field: NumberField = {
    form: 'number',
    kind: type,
    key,
    declaration,
    unit,
    array,
    values: sharedSlots(array, 0) as NumberSlots,
    scale: 0,
    power: powerOf(factor),
    room: -1,
    low: 0,
    high: 0,
    signed: type === 'percent' && unit === '',
  }
  adjust(field, type === 'percent' ? 2 : 0)
  return field
}

export const resize = (field: Field, length: number): void => {
  field.values = resized(field.values as Slots, field.array, length) as never
}
export const clear = (field: Field, row: number): void => {
  field.values[row] = NULL_SLOT[field.array]
}

/** Reads a plain number: digits, at most one point, a `%` where one belongs. False: it is not plain, or out of range. */
export const readPlainNumber = (field: NumberField, bytes: Uint8Array, from: number, to: number, row: number): boolean => {
  let end = to
  if (field.signed) {
    if (bytes[to - 1] !== 0x25) return false
    end--
  }
  const negative = bytes[from] === 0x2d
  let at = negative ? from + 1 : from
  // Fifteen digits and a point: what they say is below 2^53.
  if (end - at > 16 || at >= end) return false
  if (bytes[at] === 0x30 && at + 1 < end && bytes[at + 1] !== 0x2e) return false
  let number = 0
  let point = -1
  for (const start = at; at < end; at++) {
    const digit = bytes[at]! - 0x30
    if (digit >= 0 && digit <= 9) number = number * 10 + digit
    else if (digit === -2 && point < 0 && at > start && at + 1 < end) point = at
    else return false
  }
  if (point < 0 && end - from > 15) return false
  const places = point < 0 ? 0 : end - 1 - point
  if (places > field.room || places > 12) return false
  const size = number * POWERS[field.room - places]!
  const slot = negative ? 0 - size : size
  if (size > Number.MAX_SAFE_INTEGER || slot < field.low || slot > field.high) return false
  if (field.array === 'Int32Array' && (slot > MAX_INT || slot < -MAX_INT)) return false
  field.values[row] = slot
  return true
}

const tooLarge = (field: Field, value: string): Problem =>
  problemOf('population.decimals', { fact: field.declaration.name, value: value.length > 40 ? `${value.slice(0, 40)}…` : value })

/** Makes every slot of the column hold `more` further decimal places; false, and nothing changed, if one would not fit. */
const rescale = (field: NumberField, more: number): boolean => {
  const factor = POWERS[more]!
  for (const value of field.values) if (Math.abs(value) * factor > Number.MAX_SAFE_INTEGER) return false
  for (let row = 0; row < field.values.length; row++) field.values[row] = field.values[row]! * factor
  adjust(field, field.scale + more)
  return true
}

const keepNumber = (field: NumberField, value: Exact, text: string, row: number): Problem | null => {
  let scale = field.scale
  while (scale < MAX_SCALE && !isWhole(multiply(value, POWERS[scale]!))) scale++
  const slot = multiply(value, POWERS[scale]!)
  if (typeof slot !== 'number' || denominator(slot) !== 1n) return tooLarge(field, text)
  if (scale > field.scale && !rescale(field, scale - field.scale)) return tooLarge(field, text)
  if (field.array === 'Int32Array' && Math.abs(slot) > MAX_INT) {
    const wide = sharedSlots('Float64Array', field.values.length) as Float64Array
    for (let each = 0; each < wide.length; each++) {
      const known = field.values[each]!
      wide[each] = known === NULL_SLOT.Int32Array ? Number.NaN : known
    }
    field.values = wide
    field.array = 'Float64Array'
  }
  field.values[row] = slot
  return null
}

const WHOLE = /^-?(?:0|[1-9]\d{0,17})$/

/** A number in the header's unit as `readFact` wants it. */
const withUnit = ({ unit }: Field, text: string): string => {
  if (unit === '') return text
  // 分 is a point elsewhere; fen become yuan.
  return FEN.has(unit) && WHOLE.test(text) ? yuanText(BigInt(text)) : `${text} ${unit}`
}

const slotOf = (field: WordField, value: unknown): number => {
  if (field.kind === 'date') return value as number
  if (field.kind === 'yes-no') return value === true ? 1 : 0
  const text = String(value)
  const known = field.codes.get(text)
  if (known !== undefined) return known
  field.codes.set(text, field.texts.length)
  return field.texts.push(text) - 1
}

const learn = (field: WordField, bytes: Uint8Array, from: number, to: number, hash: number): Problem | null => {
  const text = textOfBytes(bytes, from, to)
  if (text === null) return problemOf('population.encoding', {})
  let slot: number = NULL_SLOT[field.array]
  if (text.trim() !== '') {
    const read = readFact(text, field.declaration.name, field.declaration)
    if ('problem' in read) return read.problem
    slot = slotOf(field, read.value)
  }
  const word = addWord(field.words, bytes, from, to, hash)
  if (word === field.slots.length) {
    const slots = new Int32Array(word * 2)
    slots.set(field.slots)
    field.slots = slots
  }
  field.slots[word] = slot
  return null
}

/** Reads a word: found among those met before, or learned. */
export const readWord = (field: WordField, bytes: Uint8Array, from: number, to: number, row: number): Problem | null => {
  const { words, slots } = field
  // Few words, met again and again: end and length mostly tell which.
  const guess = (bytes[to - 1]! ^ ((to - from) << 3)) & 63
  const recent = field.recent[guess]!
  if (isWord(words, recent, bytes, from, to)) {
    field.values[row] = slots[recent]!
    return null
  }
  const hash = hashOf(bytes, from, to)
  let word = findWord(words, bytes, from, to, hash)
  if (word < 0) {
    const problem = learn(field, bytes, from, to, hash)
    if (problem !== null) return problem
    word = words.count - 1
  }
  field.recent[guess] = word
  field.values[row] = field.slots[word]!
  return null
}

/** Reads a number as people write it. */
export const readNumber = (field: NumberField, bytes: Uint8Array, from: number, to: number, row: number): Problem | null => {
  const text = textOfBytes(bytes, from, to)?.trim()
  if (text === undefined) return problemOf('population.encoding', {})
  if (text === '') return null
  const read = readFact(withUnit(field, text), field.declaration.name, field.declaration)
  return 'problem' in read ? read.problem : keepNumber(field, read.value as Exact, text, row)
}

/** The column up to `count` rows. */
export const columnOfField = (field: Field, count: number): RawColumn => {
  const values = field.values.subarray(0, count)
  if (field.form === 'number') return { kind: field.kind, values: values as NumberSlots, scale: field.scale }
  switch (field.kind) {
    case 'text':
      return { kind: 'text', values: values as CodeArray, texts: field.texts }
    case 'enum':
      return { kind: 'enum', values: values as CodeArray }
    case 'yes-no':
      return { kind: 'yes-no', values: values as Uint8Array }
    case 'date':
      return { kind: 'date', values: values as Int32Array }
  }
}
