/** Cells of a CSV file (RFC 4180) as places in its bytes. */

const QUOTE = 0x22
export const COMMA = 0x2c
export const RETURN = 0x0d
export const NEWLINE = 0x0a

const MORE_CELLS = 0
export const ROW_ENDS = 1
export const NEEDS_BYTES = 2
export const MALFORMED = 3

/** Where a cell lies and what comes after it. One is used for all cells, so that reading allocates nothing. */
export type Cell = {
  from: number
  to: number
  /** Where the next cell or row begins. */
  next: number
  after: typeof MORE_CELLS | typeof ROW_ENDS | typeof NEEDS_BYTES | typeof MALFORMED
  /** Whether a quote is doubled within. */
  doubled: boolean
  /** Line breaks within. */
  lines: number
}

export const newCell = (): Cell => ({ from: 0, to: 0, next: 0, after: NEEDS_BYTES, doubled: false, lines: 0 })

/** Finds the cell that begins at `start`; `last` says that nothing follows the bytes up to `end`. */
export const findCell = (cell: Cell, bytes: Uint8Array, start: number, end: number, last: boolean): void => {
  cell.doubled = false
  cell.lines = 0
  if (start < end && bytes[start] === QUOTE) {
    findQuoted(cell, bytes, start, end, last)
    return
  }
  let at = start
  let byte = 0
  while (at < end) {
    byte = bytes[at]!
    if (byte === COMMA || byte === NEWLINE) break
    at++
  }
  cell.from = start
  cell.to = at
  if (at === end) {
    cell.next = end
    cell.after = last ? ROW_ENDS : NEEDS_BYTES
    if (last && at > start && bytes[at - 1] === RETURN) cell.to--
  } else {
    cell.next = at + 1
    cell.after = byte === COMMA ? MORE_CELLS : ROW_ENDS
    if (byte === NEWLINE && at > start && bytes[at - 1] === RETURN) cell.to--
  }
}

const findQuoted = (cell: Cell, bytes: Uint8Array, start: number, end: number, last: boolean): void => {
  let at = start + 1
  for (; at < end; at++) {
    const byte = bytes[at]
    if (byte === NEWLINE) cell.lines++
    if (byte !== QUOTE) continue
    if (at + 1 < end && bytes[at + 1] === QUOTE) {
      cell.doubled = true
      at++
    } else break
  }
  cell.from = start + 1
  cell.to = at
  cell.after = NEEDS_BYTES
  if (at === end) {
    if (last) cell.after = MALFORMED
    return
  }
  let after = at + 1
  if (after < end && bytes[after] === RETURN) after++
  if (after === end) {
    cell.next = end
    if (last) cell.after = ROW_ENDS
  } else if (bytes[after] === NEWLINE) {
    cell.next = after + 1
    cell.after = ROW_ENDS
  } else if (bytes[after] === COMMA && after === at + 1) {
    cell.next = after + 1
    cell.after = MORE_CELLS
  } else cell.after = MALFORMED
}

/** The bytes of a cell in which quotes were doubled, each pair as one. */
export const undoubled = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
  const single = new Uint8Array(to - from)
  let length = 0
  for (let at = from; at < to; at++) {
    single[length++] = bytes[at]!
    if (bytes[at] === QUOTE) at++
  }
  return single.subarray(0, length)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The bytes as text; null if they are not UTF-8. */
export const textOfBytes = (bytes: Uint8Array, from: number, to: number): string | null => {
  try {
    return utf8.decode(bytes.subarray(from, to))
  } catch {
    return null
  }
}

/** The character at `at` on its line, counted from 1, in a row that begins at `start`. */
export const columnAt = (bytes: Uint8Array, start: number, at: number): number => {
  const before = at > start ? bytes.lastIndexOf(NEWLINE, at - 1) : -1
  const from = Math.max(start, before + 1)
  return [...new TextDecoder().decode(bytes.subarray(from, at))].length + 1
}
