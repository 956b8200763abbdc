/** RFC 4180 with the place of every cell. A file that is not a table is reported, never guessed at. */
import type { Place } from '../core/diagnostic.ts'

export type Cell = { readonly text: string; readonly place: Place }
export type CsvProblem = {
  readonly code: 'pack.csv-quote' | 'pack.csv-cells' | 'pack.csv-empty' | 'pack.csv-header' | 'pack.csv-large'
  readonly place: Place
  readonly params: Readonly<Record<string, string | number>>
}
export type Csv = { readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[]; readonly problems: readonly CsvProblem[] }

/** More cells than this are not read: a table of a pack is read by people. */
export const MAX_CELLS = 1_000_000

type Scanned = { readonly value: string; readonly next: number; readonly badQuote: number | null }

/** A cell in quotes, from its opening quote on; `next` is the separator behind it. */
const quoted = (text: string, start: number): Scanned => {
  let value = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { value: value + text.slice(at), next: text.length, badQuote: start }
    value += text.slice(at, close)
    at = close + 1
    if (text[at] !== '"') break
    value += '"'
    at++
  }
  const next = endOfCell(text, at)
  return { value, next, badQuote: text.slice(at, next) === '' ? null : start }
}

/** The next comma or line break at or after `at`, or the end. */
const endOfCell = (text: string, at: number): number => {
  let end = at
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

const plain = (text: string, start: number): Scanned => {
  const next = endOfCell(text, start)
  const value = text.slice(start, next)
  const stray = value.indexOf('"')
  return { value, next, badQuote: stray < 0 ? null : start + stray }
}

/**
 * Splits a text into records of cells; white space around a value is dropped, an empty line is no record. A quote inside an unquoted cell, a quote that is not
 * closed, or anything but a comma after a closing quote is a problem, as are a column without a name or named twice and a row of another width than the head.
 */
export const readCsv = (text: string, file: string): Csv => {
  const records: Cell[][] = []
  const problems: CsvProblem[] = []
  let record: Cell[] = []
  let [at, line, lineStart, cells] = [0, 1, 0, 0]
  const place = (offset: number, length: number): Place => {
    const column = offset - lineStart + 1
    return { file, line, column, end: column + Math.max(1, length) }
  }

  for (;;) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at)
    const source = text.slice(at, cell.next)
    const firstLine = source.search(/\r|\n/)
    if (++cells > MAX_CELLS) {
      problems.push({ code: 'pack.csv-large', place: place(at, 1), params: { limit: MAX_CELLS } })
      break
    }
    if (cell.badQuote !== null) problems.push({ code: 'pack.csv-quote', place: place(cell.badQuote, 1), params: {} })
    record.push({ text: cell.value.trim(), place: place(at, firstLine < 0 ? source.length : firstLine) })
    for (const found of source.matchAll(/\r\n?|\n/g)) {
      line++
      lineStart = at + found.index + found[0].length
    }
    at = cell.next
    if (text[at] === ',') {
      at++
      continue
    }
    if (record.length > 1 || record[0]!.text !== '') records.push(record)
    record = []
    if (at >= text.length) break
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    line++
    lineStart = at
  }

  const [head = [], ...rows] = records
  if (records.length === 0) problems.push({ code: 'pack.csv-empty', place: { file, line: 1, column: 1, end: 2 }, params: {} })
  const seen = new Set<string>()
  for (const { text: name, place: at } of head) {
    if (name === '' || seen.has(name)) problems.push({ code: 'pack.csv-header', place: at, params: { name } })
    seen.add(name)
  }
  const whole = rows.filter((row) => {
    if (row.length === head.length) return true
    problems.push({ code: 'pack.csv-cells', place: row[0]!.place, params: { found: row.length, expected: head.length } })
    return false
  })
  return { head, rows: whole, problems }
}
