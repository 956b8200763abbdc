/** A table of readings as it comes out of a spreadsheet: copied (cells apart by tabs) or saved as CSV. */
import type { Text } from '../../../core/messages.ts'
import { readCsv } from '../../../pack/csv.ts'
import { COLUMNS, type Column, type Typed } from './proposed.ts'

/** What the columns are called; a head may use these names in either language, or those of the API. */
export const columnText: Readonly<Record<Column, Text>> = {
  indicator: { zh: '指标编号', en: 'Indicator id' },
  series: { zh: '口径', en: 'Scope' },
  period: { zh: '时期', en: 'Period' },
  value: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  precision: { zh: '精确程度', en: 'Precision' },
  status: { zh: '数据状态', en: 'Status' },
  title: { zh: '来源标题', en: 'Source title' },
  publisher: { zh: '发布者', en: 'Publisher' },
  date: { zh: '来源日期', en: 'Source date' },
  address: { zh: '网址', en: 'Address' },
  confidence: { zh: '可信度', en: 'Confidence' },
  hash: { zh: '文件 SHA-256', en: 'SHA-256 of the file' },
  note: { zh: '说明', en: 'Note' },
  scope: { zh: '新口径的不同', en: 'What is new in the scope' },
  reason: { zh: '更正理由', en: 'Reason for the correction' },
}
export const NEEDED: readonly Column[] = ['indicator', 'series', 'period', 'value', 'title']
export const MOST_ROWS = 10_000

export type TableProblem = {
  readonly code:
    | 'plan.table-xlsx'
    | 'plan.table-text'
    | 'plan.table-head'
    | 'plan.table-missing'
    | 'plan.table-row'
    | 'plan.table-long'
    | 'plan.readings-none'
  readonly params: Readonly<Record<string, string | number>>
}
export type Table = { readonly rows: readonly Typed[] } | { readonly problem: TableProblem }

type Line = { readonly line: number; readonly cells: readonly string[] }

const tabbed = (text: string): readonly Line[] =>
  text
    .split(/\r\n?|\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

const columnOf = (head: string): Column | null =>
  COLUMNS.find((column) =>
    [column, columnText[column].zh, columnText[column].en].some((name) => name.toLowerCase() === head.toLowerCase()),
  ) ?? null

const typedIn = (heads: readonly string[], lines: readonly Line[]): Table => {
  const columns = heads.map(columnOf)
  const strange = heads.find((_, index) => columns[index] === null || columns.indexOf(columns[index]!) !== index)
  if (strange !== undefined) return { problem: { code: 'plan.table-head', params: { name: strange.slice(0, 80) } } }
  const missing = NEEDED.find((column) => !columns.includes(column))
  if (missing) return { problem: { code: 'plan.table-missing', params: { name: `${columnText[missing].zh} ${missing}` } } }
  const ragged = lines.find(({ cells }) => cells.length !== heads.length)
  if (ragged) return { problem: { code: 'plan.table-row', params: { line: ragged.line } } }
  if (lines.length === 0) return { problem: { code: 'plan.readings-none', params: {} } }
  if (lines.length > MOST_ROWS) return { problem: { code: 'plan.table-long', params: { most: MOST_ROWS } } }
  return { rows: lines.map(({ cells }) => Object.fromEntries(cells.map((cell, index) => [columns[index]!, cell]))) }
}

/** The rows of a table, every cell as its text. A column that is named twice is refused, in whatever language. */
export const readTable = (given: string): Table => {
  const text = given.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { problem: { code: 'plan.readings-none', params: {} } }
  if (/^[^\r\n]*\t/.test(text.trimStart())) {
    const [head, ...lines] = tabbed(text)
    return typedIn(head?.cells ?? [], lines)
  }
  const { head, rows, problems } = readCsv(text, '')
  const [first] = problems
  if (first?.code === 'pack.csv-header')
    return { problem: { code: 'plan.table-head', params: { name: String(first.params.name ?? '').slice(0, 80) } } }
  if (first) return { problem: { code: 'plan.table-row', params: { line: first.place.line } } }
  return typedIn(
    head.map((cell) => cell.text),
    rows.map((row) => ({ line: row[0]?.place.line ?? 0, cells: row.map((cell) => cell.text) })),
  )
}

/** The bytes of a file as such a table. Workbooks are archives, and are not read yet. */
export const readTableFile = (bytes: Uint8Array): Table => {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { problem: { code: 'plan.table-xlsx', params: {} } }
  try {
    return readTable(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { problem: { code: 'plan.table-text', params: {} } }
  }
}
