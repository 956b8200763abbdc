/** RFC 4180 with the place of every cell. A file that is not a table is reported, never guessed at. */
import type { Place } from '../core/diagnostic.ts'

export type Cell = { readonly text: string; readonly place: Place }
export type CsvProblem = {
  readonly code: 'pack.csv-quote' | 'pack.csv-cells' | 'pack.csv-empty' | 'pack.csv-header'
  readonly place: Place
  readonly params: Readonly<Record<string, string | number>>
}
export type Csv = { readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[]; readonly problems: readonly CsvProblem[] }

/** Splits a text into records of cells. A quote inside an unquoted cell, or anything but a comma after a closing quote, is a problem. */
export const readCsv = (text: string, file: string): Csv => {
  const records: Cell[][] = []
  const problems: CsvProblem[] = []
  let record: Cell[] = []
  let at = 0
  let line = 1
  let lineStart = 0
  const placeFrom = (startLine: number, startColumn: number, length: number): Place => ({
    file,
    line: startLine,
    column: startColumn,
    end: startColumn + Math.max(1, length),
  })

  const endRecord = (): void => {
    if (record.length > 1 || record[0]?.text !== '') records.push(record)
    record = []
  }
  while (at <= text.length) {
    const [startLine, startColumn] = [line, at - lineStart + 1]
    let value = ''
    if (text[at] === '"') {
      at++
      let closed = false
      while (at < text.length) {
        const character = text[at]!
        if (character === '"' && text[at + 1] === '"') {
          value += '"'
          at += 2
        } else if (character === '"') {
          closed = true
          at++
          break
        } else {
          if (character === '\n') {
            line++
            lineStart = at + 1
          }
          value += character
          at++
        }
      }
      const next = text[at]
      if (!closed || (next !== undefined && next !== ',' && next !== '\n' && next !== '\r')) {
        problems.push({ code: 'pack.csv-quote', place: placeFrom(startLine, startColumn, 1), params: {} })
        while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
      }
    } else {
      const start = at
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
      value = text.slice(start, at)
      if (text[at] !== ',' && value.endsWith('\r')) value = value.slice(0, -1)
      if (value.includes('"'))
        problems.push({ code: 'pack.csv-quote', place: placeFrom(startLine, startColumn + value.indexOf('"'), 1), params: {} })
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    record.push({ text: value.trim(), place: placeFrom(startLine, startColumn, value.length) })
    const separator = text[at]
    at++
    if (separator === ',') continue
    endRecord()
    if (separator === undefined) break
    line++
    lineStart = at
  }

  const [head = [], ...rows] = records
  if (records.length === 0) problems.push({ code: 'pack.csv-empty', place: placeFrom(1, 1, 1), params: {} })
  const seen = new Set<string>()
  for (const cell of head) {
    if (cell.text === '' || seen.has(cell.text)) problems.push({ code: 'pack.csv-header', place: cell.place, params: { name: cell.text } })
    seen.add(cell.text)
  }
  const whole = rows.filter((cells) => {
    if (cells.length === head.length) return true
    problems.push({ code: 'pack.csv-cells', place: cells[0]!.place, params: { found: cells.length, expected: head.length } })
    return false
  })
  return { head, rows: whole, problems }
}
