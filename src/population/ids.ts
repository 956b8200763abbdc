/** The ids of enterprises as they stand in the file: bytes that go from input to output without becoming text. */
import { textOfBytes } from './cell.ts'
import { type Problem, problemOf } from './messages.ts'
import { sharedSlots } from './shared.ts'
import { addWord, addWordUnsought, findWord, hashOf, newWords, seekable, type Words } from './words.ts'

/** The id of row i lies in `bytes` from `ends[i]` to `ends[i + 1]`. Null stands for the numbers from 1. */
export type Ids = { readonly bytes: Uint8Array; readonly ends: Int32Array } | null

/**
 * Ids while they are collected. As long as each comes after the one before, none can be there twice and none is looked for.
 * `unique`: whether repeats are looked for at all.
 */
export type IdList = { readonly words: Words; readonly unique: boolean; ascending: boolean }

export const newIds = (unique: boolean): IdList => ({ words: newWords(), unique, ascending: true })

const MAX_ID = 200

/** Whether these bytes come after the last id: longer, or as long and later in the order of bytes. */
const isLater = (words: Words, bytes: Uint8Array, from: number, to: number): boolean => {
  if (words.count === 0) return true
  const start = words.ends[words.count - 1]!
  const length = words.ends[words.count]! - start
  if (length !== to - from) return length < to - from
  for (let at = 0; at < length; at++) {
    const difference = bytes[from + at]! - words.bytes[start + at]!
    if (difference !== 0) return difference > 0
  }
  return false
}

/** Whether these bytes may be an id: 1 to 200, none of them a control character. */
export const isIdForm = (bytes: Uint8Array, from: number, to: number): boolean => {
  if (to - from < 1 || to - from > MAX_ID) return false
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte < 0x20 || byte === 0x7f) return false
  }
  return true
}

/** Takes an id, or says what is wrong with it. */
export const takeId = (ids: IdList, bytes: Uint8Array, from: number, to: number): Problem | null => {
  if (!isIdForm(bytes, from, to)) return problemOf('population.id', { limit: MAX_ID })
  let ascii = true
  for (let at = from; at < to; at++) if (bytes[at]! > 0x7f) ascii = false
  if (!ascii && textOfBytes(bytes, from, to) === null) return problemOf('population.encoding', {})
  if (ids.ascending && isLater(ids.words, bytes, from, to)) {
    addWordUnsought(ids.words, bytes, from, to)
    return null
  }
  if (ids.ascending) {
    if (ids.unique) seekable(ids.words)
    ids.ascending = false
  }
  if (!ids.unique) {
    addWordUnsought(ids.words, bytes, from, to)
    return null
  }
  const hash = hashOf(bytes, from, to)
  if (findWord(ids.words, bytes, from, to, hash) >= 0) return problemOf('population.id-twice', { id: textOfBytes(bytes, from, to) ?? '' })
  addWord(ids.words, bytes, from, to, hash)
  return null
}

/** The ids that were collected, in shared memory. */
export const idsOf = ({ words: { count, bytes, ends } }: IdList): Ids => {
  const shared = sharedSlots('Uint8Array', ends[count]!) as Uint8Array
  shared.set(bytes.subarray(0, ends[count]!))
  const sharedEnds = sharedSlots('Int32Array', count + 1) as Int32Array
  sharedEnds.set(ends.subarray(0, count + 1))
  return { bytes: shared, ends: sharedEnds }
}

/** Whether no id is there twice, in ids that ascend from each of the `seams` to the next, or may not (`ascending`). */
export const areUnique = ({ bytes, ends }: NonNullable<Ids>, seams: readonly number[], ascending: boolean): boolean => {
  const count = ends.length - 1
  const words: Words = { ...newWords(), bytes, ends, count }
  const isSeam = (row: number): boolean => row > 0 && row < count
  if (ascending && seams.filter(isSeam).every((row) => isLater({ ...words, count: row }, bytes, ends[row]!, ends[row + 1]!))) return true
  words.hashes = new Int32Array(count)
  return seekable(words)
}

const digits = new TextEncoder()

/** The id of a row. */
export const idAt = (ids: Ids, row: number): Uint8Array =>
  ids === null ? digits.encode(String(row + 1)) : ids.bytes.subarray(ids.ends[row]!, ids.ends[row + 1]!)

/** The row of an id among so many; -1 if there is none. */
export const rowOf = (ids: Ids, count: number, id: string): number => {
  if (ids === null) return /^[1-9]\d{0,8}$/.test(id) && Number(id) <= count ? Number(id) - 1 : -1
  const sought = digits.encode(id)
  if (sought.length === 0) return -1
  const all = Buffer.from(ids.bytes.buffer, ids.bytes.byteOffset, ids.bytes.byteLength)
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
    const row = rowAt(ids.ends, at)
    if (ids.ends[row] === at && ids.ends[row + 1] === at + sought.length) return row
  }
  return -1
}

/** The last row that begins at this byte or before it. */
const rowAt = (ends: Int32Array, byte: number): number => {
  let [low, high] = [0, ends.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (ends[middle]! <= byte) low = middle
    else high = middle
  }
  return low
}
