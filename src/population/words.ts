/** A dictionary of byte sequences: finds a word of a file without making a string of it. */

export type Words = {
  count: number
  /** All words, one after another; word i ends at `ends[i + 1]`. */
  bytes: Uint8Array
  ends: Int32Array
  hashes: Int32Array
  /** Open addressing: 0 is free, otherwise the number of a word plus one. */
  table: Int32Array
}

export const newWords = (): Words => ({
  count: 0,
  bytes: new Uint8Array(1024),
  ends: new Int32Array(65),
  hashes: new Int32Array(64),
  table: new Int32Array(128),
})

/** FNV-1a, its upper half folded into the lower, which the table looks at. */
export const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = -2128831035
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 16777619)
  return hash ^ (hash >>> 15)
}

/** Whether these bytes are that word; there is no word -1. */
export const isWord = ({ ends, bytes: known }: Words, word: number, bytes: Uint8Array, from: number, to: number): boolean => {
  if (word < 0) return false
  const start = ends[word]!
  if (ends[word + 1]! - start !== to - from) return false
  for (let at = from; at < to; at++) if (bytes[at] !== known[start + at - from]) return false
  return true
}

/** The number of the word, or -1. */
export const findWord = (words: Words, bytes: Uint8Array, from: number, to: number, hash: number): number => {
  const { table, hashes } = words
  const mask = table.length - 1
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const word = table[slot]! - 1
    if (word < 0) return -1
    if (hashes[word] === hash && isWord(words, word, bytes, from, to)) return word
  }
}

const place = (table: Int32Array, hash: number, word: number): void => {
  const mask = table.length - 1
  let slot = hash & mask
  while (table[slot] !== 0) slot = (slot + 1) & mask
  table[slot] = word + 1
}

const larger = <T extends Uint8Array | Int32Array>(values: T, length: number): T => {
  const copy = new (values.constructor as new (length: number) => T)(length)
  copy.set(values)
  return copy
}

const append = (words: Words, bytes: Uint8Array, from: number, to: number): number => {
  const word = words.count++
  const start = words.ends[word]!
  const end = start + to - from
  if (end > words.bytes.length) words.bytes = larger(words.bytes, Math.max(end, words.bytes.length * 2))
  if (word === words.hashes.length) {
    words.hashes = larger(words.hashes, word * 2)
    words.ends = larger(words.ends, word * 2 + 1)
  }
  for (let at = from; at < to; at++) words.bytes[start + at - from] = bytes[at]!
  words.ends[word + 1] = end
  return word
}

/** Adds a word that is not there yet; answers with its number. */
export const addWord = (words: Words, bytes: Uint8Array, from: number, to: number, hash: number): number => {
  const word = append(words, bytes, from, to)
  words.hashes[word] = hash
  if (words.table.length < 2 * words.count) {
    words.table = new Int32Array(words.table.length * 2)
    for (let each = 0; each < word; each++) place(words.table, words.hashes[each]!, each)
  }
  place(words.table, hash, word)
  return word
}

/** Adds a word that nobody will look for, until `seekable`. */
export const addWordUnsought = (words: Words, bytes: Uint8Array, from: number, to: number): void => {
  append(words, bytes, from, to)
}

/** Makes words that were added unsought findable; false, and not all are, if one is there twice. */
export const seekable = (words: Words): boolean => {
  let size = words.table.length
  while (size < 2 * words.count) size *= 2
  words.table = new Int32Array(size)
  for (let word = 0; word < words.count; word++) {
    const [from, to] = [words.ends[word]!, words.ends[word + 1]!]
    const hash = hashOf(words.bytes, from, to)
    if (findWord(words, words.bytes, from, to, hash) >= 0) return false
    words.hashes[word] = hash
    place(words.table, hash, word)
  }
  return true
}
