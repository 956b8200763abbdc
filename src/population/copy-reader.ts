/** Reads a population from the bytes of a binary COPY as they come: an id, then one field for each column. */
import { type Exact, multiply } from '../core/exact.ts'
import { type RoundingMode, roundTo } from '../core/money.ts'
import { type CodeArray, NULL_SLOT, type NumberKind, type RawColumn } from '../core/rule/columns/column.ts'
import { ID } from '../core/rule/sql/layout.ts'
import { textOfBytes } from './cell.ts'
import { COPY_HEADER, FIRST_DAY, int16At, int32At, int64At, numericAt } from './copy-bytes.ts'
import { type Ids, idsOf, isIdForm, newIds } from './ids.ts'
import { type Problem, problemOf } from './messages.ts'
import { type NumberSlots, sharedSlots } from './shared.ts'
import { newWindow, roomIn, took } from './window.ts'
import { addWord, addWordUnsought, findWord, hashOf, isWord, newWords, type Words } from './words.ts'

/** One column of the table. `scale`: the decimal places of its values at most; `low`, `high`, `choices`: what it may hold. */
export type CopiedColumn = {
  readonly key: string
  readonly name: string
  readonly kind: RawColumn['kind']
  readonly scale: number
  readonly low: Exact | null
  readonly high: Exact | null
  readonly choices: readonly string[]
}

type WordSlots = { readonly words: Words; readonly values: CodeArray; readonly isOpen: boolean; recent: number }
type Target = {
  readonly column: CopiedColumn
  /** Takes the field at these bytes; false if it holds no value of the column. */
  readonly take: (bytes: Uint8Array, at: number, length: number, row: number) => boolean
  readonly miss: (row: number) => void
  readonly raw: (count: number) => RawColumn
}

/** The first or last slot within a limit of the catalogue; there are none beyond 2^53. */
const slotOf = (limit: Exact, { scale }: CopiedColumn, mode: RoundingMode): number => {
  const slot = roundTo(multiply(limit, 10 ** scale), mode, 1)
  return typeof slot === 'number' ? slot : slot.n > 0n ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

const numbers = (
  column: CopiedColumn,
  values: NumberSlots,
  missing: number,
  valueAt: (bytes: Uint8Array, at: number) => number,
): Target => {
  const least = column.low === null ? Number.NEGATIVE_INFINITY : slotOf(column.low, column, 'ceiling')
  const most = column.high === null ? Number.POSITIVE_INFINITY : slotOf(column.high, column, 'floor')
  return {
    column,
    take: (bytes, at, _length, row) => {
      const value = valueAt(bytes, at)
      values[row] = value
      // NaN is neither.
      return value >= least && value <= most
    },
    miss: (row) => {
      values[row] = missing
    },
    raw: (count) => ({ kind: column.kind as NumberKind, values: values.subarray(0, count) as NumberSlots, scale: column.scale }),
  }
}

/** Words are codes in the order in which they are met; those of an enum are there from the start, and no other is taken. */
const takeWord = (slots: WordSlots, bytes: Uint8Array, from: number, length: number, row: number): boolean => {
  const { words, values } = slots
  const to = from + length
  if (!isWord(words, slots.recent, bytes, from, to)) {
    const hash = hashOf(bytes, from, to)
    slots.recent = findWord(words, bytes, from, to, hash)
    if (slots.recent < 0 && slots.isOpen) slots.recent = addWord(words, bytes, from, to, hash)
  }
  values[row] = slots.recent
  return slots.recent >= 0
}

const wordsTarget = (column: CopiedColumn, capacity: number): Target => {
  const isOpen = column.kind === 'text'
  const words = newWords()
  for (const choice of column.choices) {
    const bytes = new TextEncoder().encode(choice)
    addWord(words, bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length))
  }
  const array = isOpen || column.choices.length >= NULL_SLOT.Uint8Array ? 'Int32Array' : 'Uint8Array'
  const values = sharedSlots(array, capacity) as CodeArray
  const slots: WordSlots = { words, values, isOpen, recent: -1 }
  const textOf = (_: unknown, word: number): string => textOfBytes(words.bytes, words.ends[word]!, words.ends[word + 1]!) ?? ''
  return {
    column,
    take: (bytes, at, length, row) => takeWord(slots, bytes, at, length, row),
    miss: (row) => {
      values[row] = NULL_SLOT[array]
    },
    raw: (count) => {
      const taken = values.subarray(0, count) as CodeArray
      return isOpen ? { kind: 'text', values: taken, texts: Array.from({ length: words.count }, textOf) } : { kind: 'enum', values: taken }
    },
  }
}

const targetOf = (column: CopiedColumn, capacity: number): Target => {
  switch (column.kind) {
    case 'enum':
    case 'text':
      return wordsTarget(column, capacity)
    case 'yes-no': {
      const values = sharedSlots('Uint8Array', capacity) as Uint8Array
      return {
        column,
        take: (bytes, at, _length, row) => {
          values[row] = bytes[at]!
          return true
        },
        miss: (row) => {
          values[row] = NULL_SLOT.Uint8Array
        },
        raw: (count) => ({ kind: 'yes-no', values: values.subarray(0, count) }),
      }
    }
    case 'date':
      return numbers(
        column,
        sharedSlots('Int32Array', capacity) as Int32Array,
        NULL_SLOT.Int32Array,
        (bytes, at) => int32At(bytes, at) + FIRST_DAY,
      )
    case 'money':
    case 'integer':
      return numbers(column, sharedSlots('Float64Array', capacity) as Float64Array, NULL_SLOT.Float64Array, int64At)
    case 'number':
    case 'percent':
      return numbers(column, sharedSlots('Float64Array', capacity) as Float64Array, NULL_SLOT.Float64Array, (bytes, at) =>
        numericAt(bytes, at, column.scale),
      )
  }
}

export type CopyReading = { readonly count: number; readonly columns: ReadonlyMap<string, RawColumn>; readonly ids: Ids }

export type CopyReader = {
  readonly push: (bytes: Uint8Array) => void
  /** Whether every id and value so far is one that can be used. */
  readonly isSound: () => boolean
  readonly end: () => CopyReading | { readonly problem: Problem }
}

/** A reader of at most `capacity` rows. What is wrong with the first wrong value is said at the end. */
export const copyReader = (columns: readonly CopiedColumn[], capacity: number): CopyReader => {
  const targets = columns.map((column) => targetOf(column, capacity))
  const ids = newIds(false)
  const window = newWindow()
  let isBegun = false
  let isEnded = false
  let count = 0
  let problem: Problem | null = null

  const refuse = (name: string, idFrom: number, idTo: number, bytes: Uint8Array): void => {
    problem ??= problemOf('population.table-value', { column: name, id: textOfBytes(bytes, idFrom, idTo) ?? '' })
  }

  /** Reads the row at `start`; answers with where it ends, or -1 if it does not end before `filled`. */
  const readRow = (bytes: Uint8Array, start: number, filled: number): number => {
    if (start + 6 > filled) return -1
    const idFrom = start + 6
    const idTo = idFrom + Math.max(0, int32At(bytes, start + 2))
    let at = idTo
    for (const target of targets) {
      if (at + 4 > filled) return -1
      const length = int32At(bytes, at)
      at += 4
      if (length < 0) target.miss(count)
      else {
        if (at + length > filled) return -1
        if (!target.take(bytes, at, length, count)) refuse(target.column.name, idFrom, idTo, bytes)
        at += length
      }
    }
    if (at > filled) return -1
    if (!isIdForm(bytes, idFrom, idTo)) refuse(ID, idFrom, idTo, bytes)
    addWordUnsought(ids.words, bytes, idFrom, idTo)
    count++
    return at
  }

  const readRows = (): void => {
    const { bytes, filled } = window
    if (!isBegun) {
      if (filled < COPY_HEADER.length) return
      window.at = COPY_HEADER.length
      isBegun = true
    }
    while (!isEnded && window.at + 2 <= filled) {
      isEnded = int16At(bytes, window.at) < 0
      const next = isEnded ? -1 : readRow(bytes, window.at, filled)
      if (next < 0) return
      window.at = next
    }
  }

  return {
    push: (more) => {
      roomIn(window, more.length).set(more)
      took(window, more.length)
      readRows()
    },
    isSound: () => problem === null,
    end: () => {
      if (!isEnded) throw new Error('copy: the bytes end within a row')
      if (problem !== null) return { problem }
      return { count, columns: new Map(targets.map(({ column, raw }) => [column.key, raw(count)])), ids: idsOf(ids) }
    },
  }
}
