/** Reads a population from the bytes of a binary COPY as they come: an id, then one field for each column. */
import { type CodeArray, NULL_SLOT, type NumberKind, type RawColumn } from '../core/rule/columns/column.ts'
import { textOfBytes } from './cell.ts'
import { COPY_HEADER, FIRST_DAY, int16At, int32At, int64At, numericAt } from './copy-bytes.ts'
import { type Ids, idsOf, newIds } from './ids.ts'
import { type Problem, problemOf } from './messages.ts'
import { type NumberSlots, sharedSlots } from './shared.ts'
import { addWord, addWordUnsought, findWord, hashOf, isWord, newWords, type Words } from './words.ts'

/** One column of the table. `scale`: the decimal places of its values at most; `choices`: the words that an enum may hold. */
export type CopiedColumn = {
  readonly key: string
  readonly name: string
  readonly kind: RawColumn['kind']
  readonly scale: number
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

const numbers = (
  column: CopiedColumn,
  values: NumberSlots,
  missing: number,
  valueAt: (bytes: Uint8Array, at: number) => number,
): Target => ({
  column,
  take: (bytes, at, _length, row) => {
    const value = valueAt(bytes, at)
    values[row] = value
    return !Number.isNaN(value)
  },
  miss: (row) => {
    values[row] = missing
  },
  raw: (count) => ({ kind: column.kind as NumberKind, values: values.subarray(0, count) as NumberSlots, scale: column.scale }),
})

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
  readonly end: () => CopyReading | { readonly problem: Problem }
}

/** A reader of at most `capacity` rows. What is wrong with the first wrong value is said at the end. */
export const copyReader = (columns: readonly CopiedColumn[], capacity: number): CopyReader => {
  const targets = columns.map((column) => targetOf(column, capacity))
  const ids = newIds(false)
  let rest: Uint8Array = new Uint8Array(0)
  let isBegun = false
  let isEnded = false
  let count = 0
  let problem: Problem | null = null

  const refuse = ({ name }: CopiedColumn, idFrom: number, idTo: number, bytes: Uint8Array): void => {
    problem ??= problemOf('population.table-value', { column: name, id: textOfBytes(bytes, idFrom, idTo) ?? '' })
  }

  /** Reads the row at `start`; answers with where it ends, or -1 if it does not end within the bytes. */
  const readRow = (bytes: Uint8Array, start: number): number => {
    const { length: filled } = bytes
    if (start + 6 > filled) return -1
    const idFrom = start + 6
    const idTo = idFrom + int32At(bytes, start + 2)
    let at = idTo
    for (const target of targets) {
      if (at + 4 > filled) return -1
      const length = int32At(bytes, at)
      at += 4
      if (length < 0) target.miss(count)
      else {
        if (at + length > filled) return -1
        if (!target.take(bytes, at, length, count)) refuse(target.column, idFrom, idTo, bytes)
        at += length
      }
    }
    if (at > filled) return -1
    addWordUnsought(ids.words, bytes, idFrom, idTo)
    count++
    return at
  }

  const read = (bytes: Uint8Array): void => {
    let at = 0
    if (!isBegun) {
      if (bytes.length < COPY_HEADER.length) {
        rest = bytes
        return
      }
      at = COPY_HEADER.length
      isBegun = true
    }
    while (!isEnded && at + 2 <= bytes.length) {
      if (int16At(bytes, at) < 0) {
        isEnded = true
        return
      }
      const next = readRow(bytes, at)
      if (next < 0) break
      at = next
    }
    rest = bytes.slice(at)
  }

  return {
    push: (more) => {
      if (rest.length === 0) {
        read(more)
        return
      }
      const all = new Uint8Array(rest.length + more.length)
      all.set(rest)
      all.set(more, rest.length)
      read(all)
    },
    end: () => {
      if (!isEnded) throw new Error('copy: the bytes end within a row')
      if (problem !== null) return { problem }
      return { count, columns: new Map(targets.map(({ column, raw }) => [column.key, raw(count)])), ids: idsOf(ids) }
    },
  }
}
