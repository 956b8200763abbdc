/** The first row of a CSV file: which column holds what. */
import type { Diagnostic } from '../core/diagnostic.ts'
import { columnNamed, ID, type Names } from './catalogue.ts'
import { type Cell, columnAt, findCell, MALFORMED, NEEDS_BYTES, newCell, ROW_ENDS, textOfBytes, undoubled } from './cell.ts'
import { type Field, fieldOf } from './field.ts'
import { findingAt, type Problem, problemOf } from './messages.ts'
import type { Window } from './window.ts'

export const MAX_ROW = 1 << 20
const MAX_COLUMNS = 1000

export type Header = {
  /** By column; null for one that is not used. */
  readonly fields: readonly (Field | null)[]
  /** -1: there is none. */
  readonly idColumn: number
  /** Where the row after it begins in the file, and on which line. */
  readonly next: number
  readonly line: number
  /** Why the file is refused; none where it is not. */
  readonly findings: readonly Diagnostic[]
}

type Written = { readonly text: string | null; readonly from: number }

const NAME_AND_UNIT = /^([^[\]［］]+?)\s*(?:[[［]([^[\]［］]+)[\]］])?$/

/** The field of a header cell: null for one that is not used, `ID` for the ids. */
const fieldNamed = (written: string, names: Names): Field | null | typeof ID | Problem => {
  const text = written.trim()
  if (text.startsWith('#')) return null
  if (text.toLowerCase() === ID && !names.facts.has(text)) return ID
  const [, name = text, unit = ''] = NAME_AND_UNIT.exec(text) ?? []
  const found = columnNamed(name, names)
  if ('problem' in found) return found.problem
  return fieldOf(found.key, found.declaration, unit.trim()) ?? problemOf('population.column-unit', { column: name, unit: unit.trim() })
}

const isProblem = (value: Field | Problem): value is Problem => 'code' in value

/** The cells of the row at hand, and how it ended; null where bytes are missing. */
const cellsIn = (
  { bytes, at: start, filled }: Window,
  last: boolean,
): { readonly written: readonly Written[]; readonly cell: Cell } | null => {
  const written: Written[] = []
  const cell = newCell()
  let at = start
  let lines = 0
  do {
    findCell(cell, bytes, at, filled, last)
    lines += cell.lines
    if (cell.after === NEEDS_BYTES && filled - start <= MAX_ROW) return null
    if (cell.after === NEEDS_BYTES || cell.after === MALFORMED || written.length > MAX_COLUMNS) break
    const inner = cell.doubled ? undoubled(bytes, cell.from, cell.to) : bytes.subarray(cell.from, cell.to)
    written.push({ text: textOfBytes(inner, 0, inner.length), from: cell.from })
    at = cell.next
  } while (cell.after !== ROW_ENDS)
  return { written, cell: { ...cell, lines } }
}

/** Reads the header at the beginning of the file; null where bytes are missing. */
export const readHeader = (window: Window, last: boolean, file: string, names: Names): Header | null => {
  const { bytes } = window
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) window.at = 3
  const found = cellsIn(window, last)
  if (found === null) return null
  const { written, cell } = found
  const findings: Diagnostic[] = []
  const refuse = (column: number, problem: Problem) => findings.push(findingAt(file, 1, column, problem))
  const fields: (Field | null)[] = []
  let idColumn = -1
  const taken = new Set<string>()
  const take = ({ text, from }: Written): Field | null => {
    const column = columnAt(bytes, window.at, from)
    const named = text === null ? problemOf('population.encoding', {}) : fieldNamed(text, names)
    if (named === null) return null
    if (named !== ID && isProblem(named)) {
      refuse(column, named)
      return null
    }
    const key = named === ID ? ID : named.key
    if (taken.has(key)) refuse(column, problemOf('population.column-twice', { column: key }))
    taken.add(key)
    if (named !== ID) return named
    idColumn = fields.length
    return null
  }
  if (cell.after === MALFORMED) refuse(columnAt(bytes, window.at, cell.from), problemOf('population.quote', {}))
  else if (cell.after !== ROW_ENDS || written.length > MAX_COLUMNS || written.every(({ text }) => text?.trim() === ''))
    refuse(1, problemOf('population.columns', { limit: MAX_COLUMNS }))
  else for (const each of written) fields.push(take(each))
  return { fields, idColumn, next: window.base + cell.next, line: 2 + cell.lines, findings }
}
