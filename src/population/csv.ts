/** Reads a population from the bytes of a CSV file as they come, in one thread. */
import type { Diagnostic } from '../core/diagnostic.ts'
import type { RawColumn } from '../core/rule/columns/column.ts'
import type { Names } from './catalogue.ts'
import { columnOfField } from './field.ts'
import { type Header, readHeader } from './header.ts'
import { type Ids, idsOf } from './ids.ts'
import { newRows, type Rows, readRows } from './rows.ts'
import { newWindow, roomIn, took } from './window.ts'

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

/** What a header that is refused comes to. */
const refusedReading = (findings: readonly Diagnostic[]): CsvReading => ({
  count: 0,
  columns: new Map(),
  ids: null,
  bad: 0,
  findings,
  refused: true,
})

/** What was read into one set of rows. */
export const readingOf = ({ fields, count, bad, findings, idColumn, ids }: Rows): CsvReading => ({
  count,
  columns: new Map(fields.filter((field) => field !== null).map((field) => [field.key, columnOfField(field, count)])),
  ids: idColumn < 0 && bad === 0 ? null : idsOf(ids),
  bad,
  findings,
  refused: false,
})

/** A reader for a file of `size` bytes (a guess will do). `file` is how findings call it. */
export const csvReader = (file: string, size: number, names: Names): CsvReader => {
  const window = newWindow()
  let header: Header | null = null
  let rows: Rows | null = null
  const read = (last: boolean): void => {
    if (header === null) {
      header = readHeader(window, last, file, names)
      if (header === null) return
      window.at = header.next - window.base
      if (header.findings.length === 0) rows = newRows(file, size, window, header, true)
    }
    if (rows !== null) readRows(rows, Number.POSITIVE_INFINITY, last)
    else window.at = window.filled
  }
  return {
    push: (bytes) => {
      roomIn(window, bytes.length).set(bytes)
      took(window, bytes.length)
      read(false)
    },
    end: () => {
      read(true)
      return rows === null ? refusedReading(header?.findings ?? []) : readingOf(rows)
    },
  }
}
