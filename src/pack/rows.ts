/** The cells of a table, held against what its columns want. */
import { dayOf, spanOf } from '../core/dates.ts'
import type { Place } from '../core/diagnostic.ts'
import { exactOf } from '../core/exact.ts'
import type { Text } from '../core/messages.ts'
import type { Cell, Csv } from './csv.ts'
import type { Reporter } from './report.ts'
import { type Column, type ColumnKind, type TableName, tables } from './tables.ts'

/** One row. `good` is false if a cell does not fit its column: such a row is known by name, but its values are not used. */
export type Row = {
  readonly place: Place
  readonly good: boolean
  /** The text of a cell; null if it is empty or the table has no such column. */
  readonly text: (column: string) => string | null
  /** Where a cell stands; the row's first cell where the table has no such column. */
  readonly placeOf: (column: string) => Place
}

/** The parts of a cell that holds several values separated by `|`. */
export const listOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const wanted = (kind: Exclude<ColumnKind, object> | { readonly choice: readonly string[] }): Text => {
  if (typeof kind === 'object') return { zh: `可选 ${kind.choice.join('、')}`, en: `choose from ${kind.choice.join(', ')}` }
  return {
    id: { zh: '小写字母、数字、连字符或下划线', en: 'lower-case letters, digits, hyphens or underscores' },
    text: { zh: `文字，最多 ${MAX_LENGTH} 字`, en: `text of at most ${MAX_LENGTH} characters` },
    address: { zh: '网址，如 https://example.cn/a.html', en: 'a web address such as https://example.cn/a.html' },
    list: { zh: '以 | 分隔的文字', en: 'texts separated by |' },
    number: { zh: '整数', en: 'a whole number' },
    decimal: { zh: '十进制数，如 14.6', en: 'a plain decimal such as 14.6' },
    'yes-no': { zh: 'yes 或 no', en: 'yes or no' },
    day: { zh: '日期，如 2022-05-10', en: 'a day such as 2022-05-10' },
    date: { zh: '日期、月或年，如 2022-05-10、2022-05、2022', en: 'a day, a month or a year such as 2022-05-10, 2022-05, 2022' },
    period: { zh: '时期，如 2024、2024-09、2025-Q1、2024-01/2024-09', en: 'a period such as 2024, 2024-09, 2025-Q1, 2024-01/2024-09' },
    'in-force': { zh: '有效期，如 2022-06-01..2025-05-31', en: 'a validity such as 2022-06-01..2025-05-31' },
  }[kind]
}

const MAX_LENGTH = 4000

const isInForce = (text: string): boolean => {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) return false
  return [from, to].every((day) => day === '' || dayOf(day) !== null) && (from === '' || to === '' || from <= to)
}

const fits = (kind: Exclude<ColumnKind, object> | { readonly choice: readonly string[] }, text: string): boolean => {
  if (typeof kind === 'object') return kind.choice.includes(text)
  switch (kind) {
    case 'id':
      return /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(text)
    case 'text':
    case 'list':
      return text.length <= MAX_LENGTH
    case 'address':
      // It becomes a link: nothing but a web address may stand here.
      return /^https?:\/\/[^\s"<>]+$/.test(text)
    case 'number':
      return /^\d{1,9}$/.test(text)
    case 'decimal':
      return exactOf(text) !== null
    case 'yes-no':
      return text === 'yes' || text === 'no'
    case 'day':
      return dayOf(text) !== null
    case 'date':
      return /^[\d-]+$/.test(text) && spanOf(text) !== null
    case 'period':
      return spanOf(text) !== null
    case 'in-force':
      return isInForce(text)
  }
}

/** A text that stands in an English column and has no word of English. */
const lacksEnglish = (text: string): boolean => /\p{Script=Han}/u.test(text) && !/[A-Za-z]/.test(text)

const checkCell = (column: Column, row: Omit<Row, 'good'>, { report }: Reporter): boolean => {
  const text = row.text(column.name)
  const place = row.placeOf(column.name)
  if (text === null) {
    if (column.required) report('pack.value-missing', place, { name: column.name })
    return !column.required
  }
  // References are looked up when all tables have been read.
  if (typeof column.kind === 'object' && !('choice' in column.kind)) return true
  if (fits(column.kind, text)) return true
  report('pack.value', place, { name: column.name, value: text.slice(0, 80), expected: wanted(column.kind) })
  return false
}

/** Chinese without its English, and English columns that hold Chinese, are warned of. */
const checkEnglish = (columns: readonly Column[], row: Omit<Row, 'good'>, { report }: Reporter): void => {
  for (const { name, kind } of columns) {
    if (kind !== 'text') continue
    const text = row.text(name)
    const needs = text !== null && columns.some((each) => each.name === `${name}_en`) && row.text(`${name}_en`) === null
    if (needs || (name.endsWith('_en') && text !== null && lacksEnglish(text)))
      report('pack.english-missing', row.placeOf(name), { what: name }, { severity: 'warning' })
  }
}

/** Reports one of two cells that belong together where the other is empty. */
export const checkPair = (row: Row, one: string, other: string, { report }: Reporter): void => {
  const [given, missing] = row.text(one) === null ? [other, one] : [one, other]
  if (row.text(given) !== null && row.text(missing) === null) report('pack.pair', row.placeOf(given), { given, missing })
}

/** The rows of a table; null if it lacks a column it needs. */
export const rowsOf = (name: TableName, csv: Csv, reporter: Reporter): readonly Row[] | null => {
  const { report, hint } = reporter
  const columns = tables[name]
  const known = columns.map((column) => column.name)
  for (const cell of csv.head) {
    if (cell.text !== '' && !known.includes(cell.text))
      report('pack.column-unknown', cell.place, { table: name, name: cell.text, hint: hint(cell.text, known) })
  }
  const [first] = csv.head
  if (!first) return null
  const index = new Map(csv.head.map((cell, at) => [cell.text, at]))
  const absent = columns.filter((column) => column.required && !index.has(column.name))
  for (const column of absent) report('pack.column-missing', first.place, { table: name, name: column.name })
  if (absent.length > 0) return null
  return csv.rows.map((cells): Row => {
    const cell = (column: string): Cell | undefined => {
      const at = index.get(column)
      return at === undefined ? undefined : cells[at]
    }
    const place = cells[0]!.place
    const row = { place, text: (column: string) => cell(column)?.text || null, placeOf: (column: string) => cell(column)?.place ?? place }
    const good = columns.map((column) => checkCell(column, row, reporter)).every(Boolean)
    if (good) checkEnglish(columns, row, reporter)
    return { ...row, good }
  })
}
