/** Reads a population from the bytes of a CSV file as they come: one pass, no text for a plain cell, nothing dropped without a word. */
import type { Diagnostic } from '../core/diagnostic.ts'
import type { RawColumn } from '../core/rule/columns/column.ts'
import { columnNamed, ID, type Names } from './catalogue.ts'
import { type Cell, COMMA, findCell, MALFORMED, NEEDS_BYTES, NEWLINE, newCell, ROW_ENDS, textOfBytes, undoubled } from './cell.ts'
import { clear, columnOfField, type Field, fieldOf, readNumber, readPlainNumber, readWord, resize } from './field.ts'
import { type IdList, type Ids, idsOf, newIds, takeId } from './ids.ts'
import { type Problem, problemOf } from './messages.ts'

export const MAX_ROW = 1 << 20
const MAX_COLUMNS = 1000
/** Findings that are kept; all are counted. */
const MAX_FINDINGS = 100

export type CsvReading = {
  readonly count: number
  readonly columns: ReadonlyMap<string, RawColumn>
  readonly ids: Ids
  /** Rows that were left out, each with one finding; only the first findings are kept. */
  readonly bad: number
  readonly findings: readonly Diagnostic[]
  /** Whether the header could not be read, so that no row was. */
  readonly refused: boolean
}

export type CsvReader = {
  readonly push: (bytes: Uint8Array) => void
  readonly end: () => CsvReading
}

type State = {
  readonly file: string
  readonly size: number
  readonly names: Names
  readonly cell: Cell
  bytes: Uint8Array
  /** Where the row that is read next begins, and where the bytes end. */
  at: number
  filled: number
  consumed: number
  line: number
  header: boolean
  refused: boolean
  skipping: boolean
  /** By column; null for one that is not used. */
  fields: readonly (Field | null)[]
  idColumn: number
  readonly ids: IdList
  capacity: number
  count: number
  /** Rows of data so far, wrong ones included: the id of a row where the file has none. */
  seen: number
  bad: number
  readonly findings: Diagnostic[]
}

const report = (state: State, line: number, column: number, { code, message }: Problem): void => {
  if (state.findings.length >= MAX_FINDINGS) return
  state.findings.push({ code, message, severity: 'error', place: { file: state.file, line, column, end: column + 1 } })
}

/** Characters before `at` on its line, counted from 1. */
const columnAt = (bytes: Uint8Array, start: number, at: number): number => {
  const before = at > start ? bytes.lastIndexOf(NEWLINE, at - 1) : -1
  const from = Math.max(start, before + 1)
  return [...new TextDecoder().decode(bytes.subarray(from, at))].length + 1
}

const HEADER = /^([^[\]［］]+?)\s*(?:[[［]([^[\]［］]+)[\]］])?$/

/** The field of a header cell: null for one that is not used, `ID` for the ids. */
const fieldNamed = (state: State, written: string): Field | null | typeof ID | Problem => {
  const text = written.trim()
  if (text.startsWith('#')) return null
  if (text.toLowerCase() === ID && !state.names.facts.has(text)) return ID
  const [, name = text, unit = ''] = HEADER.exec(text) ?? []
  const found = columnNamed(name, state.names)
  if ('problem' in found) return found.problem
  return fieldOf(found.key, found.declaration, unit.trim()) ?? problemOf('population.column-unit', { column: name, unit: unit.trim() })
}

const isProblem = (value: Field | Problem): value is Problem => 'code' in value

/** Reads the header, or finds that bytes are missing (false). */
const readHeader = (state: State, last: boolean): boolean => {
  const { cell, bytes } = state
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) state.at = 3
  const written: { text: string | null; from: number }[] = []
  let at = state.at
  do {
    findCell(cell, bytes, at, state.filled, last)
    if (cell.after === NEEDS_BYTES && state.filled - state.at <= MAX_ROW) return false
    if (cell.after === NEEDS_BYTES || cell.after === MALFORMED || written.length > MAX_COLUMNS) break
    const inner = cell.doubled ? undoubled(bytes, cell.from, cell.to) : bytes.subarray(cell.from, cell.to)
    written.push({ text: textOfBytes(inner, 0, inner.length), from: cell.from })
    at = cell.next
  } while (cell.after !== ROW_ENDS)
  const refuse = (column: number, problem: Problem): void => {
    state.refused = true
    report(state, 1, column, problem)
  }
  if (cell.after === MALFORMED) refuse(columnAt(bytes, state.at, cell.from), problemOf('population.quote', {}))
  else if (cell.after !== ROW_ENDS || written.length > MAX_COLUMNS || written.every(({ text }) => text?.trim() === ''))
    refuse(1, problemOf('population.columns', { limit: MAX_COLUMNS }))
  else takeHeader(state, written, refuse)
  state.header = true
  state.line += 1 + cell.lines
  state.consumed = at
  state.at = at
  return true
}

const takeHeader = (
  state: State,
  written: readonly { readonly text: string | null; readonly from: number }[],
  refuse: (column: number, problem: Problem) => void,
): void => {
  const taken = new Set<string>()
  state.fields = written.map(({ text, from }, index) => {
    const column = columnAt(state.bytes, state.at, from)
    if (text === null) {
      refuse(column, problemOf('population.encoding', {}))
      return null
    }
    const found = fieldNamed(state, text)
    if (found === null) return null
    if (found !== ID && isProblem(found)) {
      refuse(column, found)
      return null
    }
    const key = found === ID ? ID : found.key
    if (taken.has(key)) refuse(column, problemOf('population.column-twice', { column: key }))
    taken.add(key)
    if (found !== ID) return found
    state.idColumn = index
    return null
  })
}

const grow = (state: State): void => {
  const ahead = state.count === 0 ? 0 : Math.ceil((state.size / Math.max(1, state.consumed)) * state.count * 1.01)
  state.capacity = Math.max(1024, ahead, Math.ceil(state.capacity * 1.5))
  for (const field of state.fields) if (field !== null) resize(field, state.capacity)
}

const clearRow = (state: State): void => {
  for (const field of state.fields) if (field !== null) clear(field, state.count)
}

const readCell = (field: Field, bytes: Uint8Array, from: number, to: number, row: number): Problem | null => {
  if (field.form === 'word') return readWord(field, bytes, from, to, row)
  return readPlainNumber(field, bytes, from, to, row) ? null : readNumber(field, bytes, from, to, row)
}

/** Leaves a row out and says why. */
const leaveOut = (state: State, line: number, column: number, problem: Problem): void => {
  state.bad++
  report(state, line, column, problem)
  clearRow(state)
}

const decimalId = new TextEncoder()

/** Reads the row at `state.at`; false if it does not end within the bytes at hand. */
const readRow = (state: State, last: boolean): boolean => {
  const { cell, bytes, fields, filled, at: start, line, count: row, idColumn } = state
  const width = fields.length
  let at = start
  let lines = 1
  let column = 0
  let problem: Problem | null = null
  let place = start
  let idBytes = bytes
  let idFrom = 0
  let idTo = 0
  for (; ; column++) {
    // Most cells of a population are empty.
    if (at < filled && bytes[at] === COMMA) {
      at++
      continue
    }
    findCell(cell, bytes, at, filled, last)
    if (cell.after === NEEDS_BYTES) {
      clearRow(state)
      return false
    }
    if (cell.after === MALFORMED) {
      // The next line may well be a row again: nothing that follows goes unread.
      state.skipping = true
      state.seen++
      leaveOut(state, line, columnAt(bytes, start, cell.from), problemOf('population.quote', {}))
      return true
    }
    lines += cell.lines
    at = cell.next
    if (cell.to > cell.from && problem === null && column < width) {
      const source = cell.doubled ? undoubled(bytes, cell.from, cell.to) : bytes
      const from = cell.doubled ? 0 : cell.from
      const to = cell.doubled ? source.length : cell.to
      const field = fields[column]!
      if (field !== null) {
        problem = readCell(field, source, from, to, row)
        if (problem !== null) place = cell.from
      } else if (column === idColumn) {
        idBytes = source
        idFrom = from
        idTo = to
      }
    }
    if (cell.after === ROW_ENDS) break
  }
  state.at = at
  state.line += lines
  // A line without anything is no row; where there is one column, an empty line is an unknown value.
  if (column === 0 && cell.to === cell.from && width > 1) return true
  state.seen++
  if (at - start > MAX_ROW) {
    leaveOut(state, line, 1, problemOf('population.row-long', { limit: MAX_ROW }))
    return true
  }
  if (column + 1 !== width) [problem, place] = [problemOf('population.cells', { count: column + 1, expected: width }), start]
  if (problem === null && idColumn < 0) {
    idBytes = decimalId.encode(String(state.seen))
    idTo = idBytes.length
  }
  problem ??= takeId(state.ids, idBytes, idFrom, idTo)
  if (problem !== null) {
    leaveOut(state, line, columnAt(bytes, start, place), problem)
    return true
  }
  state.count++
  return true
}

/** Moves to the line after the one at hand; false if it does not end within the bytes. */
const skipLine = (state: State): boolean => {
  const found = state.bytes.subarray(0, state.filled).indexOf(NEWLINE, state.at)
  state.at = found < 0 ? state.filled : found + 1
  if (found < 0) return false
  state.line++
  state.skipping = false
  return true
}

const read = (state: State, last: boolean): void => {
  if (!state.header && !readHeader(state, last)) return
  if (state.refused) {
    state.at = state.filled
    return
  }
  const began = state.at
  for (;;) {
    if (state.skipping && !skipLine(state)) break
    if (state.at >= state.filled) break
    if (state.count === state.capacity) {
      state.consumed += state.at - began
      grow(state)
      state.consumed -= state.at - began
    }
    if (readRow(state, last)) continue
    if (state.filled - state.at <= MAX_ROW) break
    state.seen++
    state.skipping = true
    leaveOut(state, state.line, 1, problemOf('population.row-long', { limit: MAX_ROW }))
  }
  state.consumed += state.at - began
}

const append = (state: State, more: Uint8Array): void => {
  const kept = state.filled - state.at
  if (kept + more.length > state.bytes.length) {
    const larger = new Uint8Array(kept + more.length + MAX_ROW)
    larger.set(state.bytes.subarray(state.at, state.filled))
    state.bytes = larger
  } else state.bytes.copyWithin(0, state.at, state.filled)
  state.bytes.set(more, kept)
  state.at = 0
  state.filled = kept + more.length
}

/** A reader for a file of `size` bytes (a guess will do). `file` is how findings call it. */
export const csvReader = (file: string, size: number, names: Names): CsvReader => {
  const state: State = {
    file,
    size,
    names,
    cell: newCell(),
    bytes: new Uint8Array(0),
    at: 0,
    filled: 0,
    consumed: 0,
    line: 1,
    header: false,
    refused: false,
    skipping: false,
    fields: [],
    idColumn: -1,
    ids: newIds(),
    capacity: 0,
    count: 0,
    seen: 0,
    bad: 0,
    findings: [],
  }
  return {
    push: (bytes) => {
      append(state, bytes)
      read(state, false)
    },
    end: () => {
      read(state, true)
      const fields = state.fields.filter((field) => field !== null)
      return {
        count: state.count,
        columns: new Map(fields.map((field) => [field.key, columnOfField(field, state.count)])),
        ids: idsOf(state.ids),
        bad: state.bad,
        findings: state.findings,
        refused: state.refused,
      }
    },
  }
}
