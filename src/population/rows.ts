/** Reads the rows of a CSV file into columns: a plain cell costs one look at its bytes, and nothing is dropped without a word. */
import type { Diagnostic } from '../core/diagnostic.ts'
import { type Cell, COMMA, columnAt, findCell, MALFORMED, NEEDS_BYTES, NEWLINE, newCell, ROW_ENDS, undoubled } from './cell.ts'
import { clear, type Field, prepare, readNumber, readWord, resize } from './field.ts'
import { type Header, MAX_ROW } from './header.ts'
import { type IdList, newIds, takeId } from './ids.ts'
import { findingAt, type Problem, problemOf } from './messages.ts'
import { NOT_PLAIN, plainCell } from './plain.ts'
import type { Window } from './window.ts'

/** Findings that are kept; all are counted. */
export const MAX_FINDINGS = 100
/** Rows that are made ready at a time: what is written next is still near. */
const READY = 2048
const FIRST_CAPACITY = 4096

export type Rows = {
  readonly file: string
  /** Of the file, in bytes; a guess will do. */
  readonly size: number
  readonly window: Window
  readonly fields: readonly (Field | null)[]
  readonly idColumn: number
  readonly ids: IdList
  readonly cell: Cell
  /** Bytes that were read so far. */
  consumed: number
  line: number
  /** Whether the line at hand is passed over. */
  skipping: boolean
  capacity: number
  ready: number
  count: number
  /** Rows of data so far, wrong ones included: the id of a row where the file has none. */
  seen: number
  bad: number
  findings: Diagnostic[]
}

/** `unique`: whether ids that were met are looked for; otherwise whoever puts rows together does it. */
export const newRows = (file: string, size: number, window: Window, { fields, idColumn, line }: Header, unique: boolean): Rows => ({
  file,
  size,
  window,
  fields,
  idColumn,
  ids: newIds(unique),
  cell: newCell(),
  consumed: 0,
  line,
  skipping: false,
  capacity: 0,
  ready: 0,
  count: 0,
  seen: 0,
  bad: 0,
  findings: [],
})

/** Room for further rows: as many as the file will have if they go on like this. */
const grow = (rows: Rows): void => {
  const ahead = rows.count === 0 ? 0 : Math.ceil((rows.size / Math.max(1, rows.consumed)) * rows.count * 1.05)
  rows.capacity = Math.max(FIRST_CAPACITY, ahead, Math.ceil(rows.capacity * 1.5))
  for (const field of rows.fields) if (field !== null) resize(field, rows.capacity)
}

const makeReady = (rows: Rows): void => {
  if (rows.count === rows.capacity) grow(rows)
  rows.ready = Math.min(rows.capacity, rows.count + READY)
  for (const field of rows.fields) if (field !== null) prepare(field, rows.ready)
}

const clearRow = ({ fields, count }: Rows): void => {
  for (const field of fields) if (field !== null) clear(field, count)
}

const decimal = new TextEncoder()

/** Without a column of ids the number of a row is its id, which needs no writing until one was left out. */
const writeNumbers = (rows: Rows): void => {
  for (let row = 1; row <= rows.count; row++) takeNumber(rows, row)
}
const takeNumber = ({ ids }: Rows, number: number): void => {
  const bytes = decimal.encode(String(number))
  takeId(ids, bytes, 0, bytes.length)
}

/** Leaves a row out and says why. */
const leaveOut = (rows: Rows, line: number, column: number, problem: Problem): void => {
  if (rows.bad++ === 0 && rows.idColumn < 0) writeNumbers(rows)
  rows.seen++
  if (rows.findings.length < MAX_FINDINGS) rows.findings.push(findingAt(rows.file, line, column, problem))
  clearRow(rows)
}

const leaveOutLong = (rows: Rows): true => {
  rows.skipping = true
  leaveOut(rows, rows.line, 1, problemOf('population.row-long', { limit: MAX_ROW }))
  return true
}

/** Reads the row at hand; false if it does not end within the bytes. */
const readRow = (rows: Rows, last: boolean): boolean => {
  const { window, cell, fields, line, count: row, idColumn } = rows
  const { bytes, at: start, filled } = window
  const width = fields.length
  const limit = Math.min(filled, start + MAX_ROW + 1)
  let at = start
  let lines = 1
  let column = 0
  let problem: Problem | null = null
  let place = start
  let idBytes = bytes
  let idFrom = 0
  let idTo = 0
  let blank = false
  for (; ; column++) {
    // Most cells of a population are empty or plain.
    if (bytes[at] === COMMA) {
      at++
      continue
    }
    const field = column < width ? fields[column]! : null
    if (field !== null) {
      const end = plainCell(field, bytes, at, row)
      if (end !== NOT_PLAIN) {
        if (bytes[end] === COMMA) {
          at = end + 1
          continue
        }
        if (bytes[end] === NEWLINE) {
          at = end + 1
          break
        }
      }
    }
    findCell(cell, bytes, at, limit, last && limit === filled)
    if (cell.after === NEEDS_BYTES) {
      if (filled - start > MAX_ROW) return leaveOutLong(rows)
      clearRow(rows)
      return false
    }
    if (cell.after === MALFORMED) {
      // The next line may well be a row again: nothing that follows goes unread.
      rows.skipping = true
      leaveOut(rows, line, columnAt(bytes, start, cell.from), problemOf('population.quote', {}))
      return true
    }
    lines += cell.lines
    if (cell.to > cell.from && problem === null) {
      const source = cell.doubled ? undoubled(bytes, cell.from, cell.to) : bytes
      const from = cell.doubled ? 0 : cell.from
      const to = cell.doubled ? source.length : cell.to
      if (field !== null) {
        problem = field.form === 'word' ? readWord(field, source, from, to, row, cell.from > at) : readNumber(field, source, from, to, row)
        if (problem !== null) place = cell.from
      } else if (column === idColumn) {
        idBytes = source
        idFrom = from
        idTo = to
      }
    }
    at = cell.next
    if (cell.after === ROW_ENDS) {
      blank = column === 0 && cell.to === cell.from
      break
    }
  }
  if (at - start > MAX_ROW) return leaveOutLong(rows)
  window.at = at
  rows.line += lines
  rows.consumed += at - start
  // A line without anything is no row; where there is one column, an empty line is an unknown value.
  if (blank && width > 1) return true
  if (column + 1 !== width) [problem, place] = [problemOf('population.cells', { count: column + 1, expected: width }), start]
  if (problem === null && idColumn >= 0) problem = takeId(rows.ids, idBytes, idFrom, idTo)
  if (problem !== null) {
    leaveOut(rows, line, columnAt(bytes, start, place), problem)
    return true
  }
  rows.seen++
  if (idColumn < 0 && rows.bad > 0) takeNumber(rows, rows.seen)
  rows.count++
  return true
}

/** Moves to the line after the one at hand; false if it does not end within the bytes. */
const skipLine = (rows: Rows): boolean => {
  const { window } = rows
  const found = window.bytes.subarray(0, window.filled).indexOf(NEWLINE, window.at)
  const next = found < 0 ? window.filled : found + 1
  rows.consumed += next - window.at
  window.at = next
  if (found < 0) return false
  rows.line++
  rows.skipping = false
  return true
}

/** Reads the rows at hand that begin before `stop`, a place in the file; `last` says that nothing follows the bytes. */
export const readRows = (rows: Rows, stop: number, last: boolean): void => {
  const { window } = rows
  for (;;) {
    if (rows.skipping && !skipLine(rows)) return
    if (window.at >= window.filled || window.base + window.at >= stop) return
    if (rows.count === rows.ready) makeReady(rows)
    if (!readRow(rows, last)) return
  }
}
