/** One column while its file is read. What is written plainly is read from the bytes; everything else as `readFact` reads it, once for each spelling. */
import { compare, denominator, type Exact, isWhole, multiply, numerator } from '../core/exact.ts'
import { type FactDeclaration, rangeOf, readFact } from '../core/facts.ts'
import { roundTo, yuanText } from '../core/money.ts'
import { type CodeArray, NULL_SLOT, type NumberKind, type RawColumn } from '../core/rule/columns/column.ts'
import { hasNoUnit, unitOf } from '../core/rule/units.ts'
import { RETURN, textOfBytes } from './cell.ts'
import { type Problem, problemOf } from './messages.ts'
import { type ArrayName, type NumberSlots, resized, type Slots, sharedSlots } from './shared.ts'
import { addWord, findWord, hashOf, isWord, newWords, type Words } from './words.ts'

type Own = {
  readonly key: string
  readonly declaration: FactDeclaration
  /** The unit that the header names; empty: the fact's own. */
  readonly unit: string
  array: ArrayName
  /** Rows that hold a value or "unknown"; nothing is said of those beyond. */
  ready: number
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
  /** What a slot may hold, and the largest size that the array has room for. */
  low: number
  high: number
  most: number
  /** The largest size among rows that were left out, in slots. */
  widest: number
  /** Whether a plain number ends with `%`. */
  readonly signed: boolean
}
export type WordField = Own & {
  readonly form: 'word'
  readonly kind: 'enum' | 'text' | 'yes-no' | 'date'
  values: CodeArray
  readonly words: Words
  /** Where `words` has the last word that stood without quotes, and its slot. */
  lastFrom: number
  lastTo: number
  lastSlot: number
  /** The word that was last met with such an end and length; -1: none. */
  readonly recent: Int32Array
  /** The slot of each spelling that was met. */
  slots: Int32Array
  readonly texts: string[]
  readonly codes: Map<string, number>
}
export type Field = NumberField | WordField

export const POWERS: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power)
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
  field.most = field.array === 'Int32Array' ? MAX_INT : Number.MAX_SAFE_INTEGER
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
      ready: 0,
      values: sharedSlots(array, 0) as CodeArray,
      words: newWords(),
      lastFrom: 0,
      lastTo: 0,
      lastSlot: 0,
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
    ready: 0,
    values: sharedSlots(array, 0) as NumberSlots,
    scale: 0,
    power: powerOf(factor),
    room: -1,
    low: 0,
    high: 0,
    most: 0,
    widest: 0,
    signed: type === 'percent' && unit === '',
  }
  adjust(field, type === 'percent' ? 2 : 0)
  return field
}

/** Gives the column another length. */
export const resize = (field: Field, length: number): void => {
  field.values = resized(field.values as Slots, field.array, length, field.ready) as never
}

/** Makes the rows up to `end` unknown. */
export const prepare = (field: Field, end: number): void => {
  field.values.fill(NULL_SLOT[field.array], field.ready, end)
  field.ready = end
}

/** Makes a row that is left out unknown again. */
export const clear = (field: Field, row: number): void => {
  if (field.form === 'number') {
    const slot = field.values[row]!
    if (slot !== NULL_SLOT.Int32Array && Math.abs(slot) > field.widest) field.widest = Math.abs(slot)
  }
  field.values[row] = NULL_SLOT[field.array]
}

const tooLarge = (field: Field, value: string): Problem =>
  problemOf('population.decimals', { fact: field.declaration.name, value: value.length > 40 ? `${value.slice(0, 40)}…` : value })

/** Makes every slot of the column hold `more` further decimal places; false, and nothing changed, if one would not fit. */
const rescale = (field: NumberField, more: number): boolean => {
  const factor = POWERS[more]!
  const known = field.values.subarray(0, field.ready)
  for (const value of known) if (Math.abs(value) * factor > Number.MAX_SAFE_INTEGER) return false
  for (let row = 0; row < known.length; row++) known[row] = known[row]! * factor
  field.widest *= factor
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
    for (let each = 0; each < field.ready; each++) {
      const known = field.values[each]!
      wide[each] = known === NULL_SLOT.Int32Array ? Number.NaN : known
    }
    field.values = wide
    field.array = 'Float64Array'
    adjust(field, field.scale)
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

/** Has a word that stood without quotes looked for first. Between commas it is the same word again, unless a return at its end belongs to the line. */
const remember = (field: WordField, word: number): void => {
  const { ends, bytes } = field.words
  if (bytes[ends[word + 1]! - 1] === RETURN) return
  field.lastFrom = ends[word]!
  field.lastTo = ends[word + 1]!
  field.lastSlot = field.slots[word]!
}

/** Reads a word: found among those met before, or learned. */
export const readWord = (field: WordField, bytes: Uint8Array, from: number, to: number, row: number, quoted: boolean): Problem | null => {
  const { words, slots } = field
  // Few words, met again and again: end and length mostly tell which.
  const guess = (bytes[to - 1]! ^ ((to - from) << 3)) & 63
  const recent = field.recent[guess]!
  if (isWord(words, recent, bytes, from, to)) {
    field.values[row] = slots[recent]!
    if (!quoted) remember(field, recent)
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
  if (!quoted) remember(field, word)
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

/** Values of a kind of fact as a column. */
export const rawColumn = (
  kind: Field['kind'],
  { values, scale, texts }: { readonly values: Slots; readonly scale: number; readonly texts: readonly string[] },
): RawColumn => (kind === 'text' ? { kind, values, texts } : { kind, values, scale }) as RawColumn

/** The column up to `count` rows. */
export const columnOfField = (field: Field, count: number): RawColumn => {
  const values = field.values.subarray(0, count) as Slots
  return rawColumn(
    field.kind,
    field.form === 'number' ? { values, scale: field.scale, texts: [] } : { values, scale: 0, texts: field.texts },
  )
}
