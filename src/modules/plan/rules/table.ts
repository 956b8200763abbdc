/** A table of readings as it comes out of a spreadsheet: copied (cells apart by tabs), or saved as CSV. */
import type { Text } from '../../../core/messages.ts'
import { readCsv } from '../../../pack/csv.ts'
import { COLUMNS, type Column, type Typed } from './proposed.ts'
import { isSdmx, readingsOfSdmx } from './sdmx/readings.ts'

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
/** A column for whoever fills in a table; it is not read. */
export const INDICATOR_NAME: Text = { zh: '指标名称', en: 'Indicator name' }
export const MOST_ROWS = 10_000

export type TableProblem = {
  readonly code:
    | 'plan.table-text'
    | 'plan.table-head'
    | 'plan.table-missing'
    | 'plan.table-row'
    | 'plan.table-long'
    | 'plan.table-sdmx'
    | 'plan.readings-none'
  readonly params: Readonly<Record<string, string | number>>
}
/** Rows with the lines that they stand in, from 1; `passed`: how many say neither a value nor a source, and were not filled in. */
export type ReadTable = { readonly rows: readonly Typed[]; readonly lines: readonly number[]; readonly passed: number }
export type Table = ReadTable | { readonly problem: TableProblem }

type Line = { readonly line: number; readonly cells: readonly string[] }

/** A cell that spreadsheets put into quotes, because a tab or a line break is in it: what it holds, and how long it is as it stands. */
const quotedCell = (text: string, start: number): { readonly cell: string; readonly end: number } | null => {
  for (let at = start + 1; ; ) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    if (text[close + 1] === '"') {
      at = close + 2
      continue
    }
    const inside = text.slice(start + 1, close)
    const isWhole = close + 1 === text.length || /[\t\r\n]/.test(text[close + 1]!)
    return isWhole && /[\t\r\n]/.test(inside) ? { cell: inside.replaceAll('""', '"').replace(/\s+/g, ' '), end: close + 1 } : null
  }
}

/** Lines of cells apart by tabs, as spreadsheets copy them; empty lines count and are left out. */
const tabbed = (text: string): readonly Line[] => {
  const lines: Line[] = []
  let [at, line, begun] = [0, 1, 1]
  let cells: string[] = []
  const endLine = (): void => {
    if (cells.some((cell) => cell !== '')) lines.push({ line: begun, cells })
    cells = []
    line++
    begun = line
  }
  const ends = /[\t\r\n]/g
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null
    ends.lastIndex = at
    const end = quoted?.end ?? ends.exec(text)?.index ?? text.length
    if (quoted) line += text.slice(at, end).split(/\r\n?|\n/).length - 1
    cells.push((quoted?.cell ?? text.slice(at, end)).trim())
    if (text[end] !== '\t') endLine()
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return lines
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const columnOf = (head: string): Column | null =>
  COLUMNS.find((column) => [column, columnText[column].zh, columnText[column].en].some((name) => sameName(name, head))) ?? null

const isUnread = (head: string): boolean => sameName(head, INDICATOR_NAME.zh) || sameName(head, INDICATOR_NAME.en)

/** Above the names of the columns a sheet may have a title. */
const MOST_TITLES = 10
const headIn = (lines: readonly Line[]): number => {
  const found = lines
    .slice(0, MOST_TITLES)
    .findIndex(({ cells }) => NEEDED.every((column) => cells.some((cell) => columnOf(cell) === column)))
  return Math.max(0, found)
}

const typedIn = (heads: readonly string[], lines: readonly Line[]): Table => {
  const columns = heads.map(columnOf)
  const strange = heads.find((head, index) => !isUnread(head) && (columns[index] === null || columns.indexOf(columns[index]!) !== index))
  if (strange !== undefined) return { problem: { code: 'plan.table-head', params: { name: strange.slice(0, 80) } } }
  const missing = NEEDED.find((column) => !columns.includes(column))
  if (missing) return { problem: { code: 'plan.table-missing', params: { name: `${columnText[missing].zh} ${missing}` } } }
  const ragged = lines.find(({ cells }) => cells.length !== heads.length)
  if (ragged) return { problem: { code: 'plan.table-row', params: { line: ragged.line } } }
  const rows = lines.map(({ line, cells }) => ({
    line,
    row: Object.fromEntries(cells.flatMap((cell, index) => (columns[index] ? [[columns[index], cell]] : []))) as Typed,
  }))
  const filled = rows.filter(({ row }) => row.value !== '' || row.title !== '')
  if (filled.length === 0) return { problem: { code: 'plan.readings-none', params: {} } }
  if (filled.length > MOST_ROWS) return { problem: { code: 'plan.table-long', params: { most: MOST_ROWS } } }
  return { rows: filled.map(({ row }) => row), lines: filled.map(({ line }) => line), passed: rows.length - filled.length }
}

/** Empty cells at the end of a line of tabs may be missing, or stand where the head has none. */
const squared = (width: number, { line, cells }: Line): Line => ({
  line,
  cells:
    cells.length <= width
      ? [...cells, ...Array<string>(width - cells.length).fill('')]
      : cells.slice(0, Math.max(width, cells.findLastIndex((cell) => cell !== '') + 1)),
})

/** Whether tabs come first among what keeps cells apart. */
const isTabbed = (text: string): boolean =>
  text
    .split(/\r\n?|\n/, MOST_TITLES)
    .find((line) => /[\t,]/.test(line))
    ?.includes('\t') === true

/** Observations of an SDMX message as such a table: rows are counted as its observations are, in CSV below their head. */
const sdmxTable = (text: string): Table => {
  const read = readingsOfSdmx(text)
  if ('problem' in read) return { problem: read.problem }
  if (read.rows.length > MOST_ROWS) return { problem: { code: 'plan.table-long', params: { most: MOST_ROWS } } }
  const first = text.trimStart().startsWith('{') ? 1 : 2
  return { rows: read.rows, lines: read.rows.map((_, index) => index + first), passed: 0 }
}

/** The rows of a table, every cell as its text. A column that is named twice is refused, in whatever language. SDMX is read as well. */
export const readTable = (given: string): Table => {
  const text = given.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { problem: { code: 'plan.readings-none', params: {} } }
  if (isSdmx(text)) return sdmxTable(text)
  if (isTabbed(text)) {
    const lines = tabbed(text)
    const head = headIn(lines)
    const heads = lines[head]?.cells ?? []
    const width = heads.findLastIndex((cell) => cell !== '') + 1
    return typedIn(
      heads.slice(0, width),
      lines.slice(head + 1).map((line) => squared(width, line)),
    )
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
