/** Rows of the tables from text to typed values, each with the place it was read from. */
import { dayOf, spanOf } from '../core/dates.ts'
import type { Place } from '../core/diagnostic.ts'
import { exactOf } from '../core/exact.ts'
import type { FactDeclaration } from '../core/facts.ts'
import { hintOf } from '../core/nearest.ts'
import type { Cell, Csv } from './csv.ts'
import type { Department, District, Goal, Indicator, PlanTask, PolicyDocument, Reading, Source, Target } from './pack.ts'
import type { Report } from './report.ts'
import { type Column, type ColumnKind, type TableName, tables } from './tables.ts'

/** One row: its cells by column name; absent or empty cells are null. */
export type Row = {
  readonly place: Place
  readonly text: (name: string) => string | null
  readonly cell: (name: string) => Cell | undefined
}

const wanted = (kind: ColumnKind): { zh: string; en: string } => {
  if (typeof kind === 'object') {
    if ('choice' in kind) return { zh: `可选 ${kind.choice.join('、')}`, en: `choose from ${kind.choice.join(', ')}` }
    const table = 'one' in kind ? kind.one : kind.many
    return { zh: `${table} 中的编号`, en: `an id of ${table}` }
  }
  return {
    id: { zh: '小写字母、数字、连字符或下划线', en: 'lower-case letters, digits, hyphens or underscores' },
    text: { zh: '文字', en: 'text' },
    number: { zh: '整数', en: 'a whole number' },
    decimal: { zh: '十进制数，如 14.6', en: 'a plain decimal such as 14.6' },
    'yes-no': { zh: 'yes 或 no', en: 'yes or no' },
    day: { zh: '日期，如 2022-05-10', en: 'a day such as 2022-05-10' },
    date: { zh: '日期、月或年，如 2022-05-10、2022-05、2022', en: 'a day, a month or a year' },
    period: { zh: '时期，如 2024、2024-09、2025-Q1、2024-01/2024-09', en: 'a period such as 2024, 2024-09, 2025-Q1, 2024-01/2024-09' },
    'in-force': { zh: '有效期，如 2022-06-01..2025-05-31', en: 'a validity such as 2022-06-01..2025-05-31' },
  }[kind]
}

const fits = (kind: ColumnKind, text: string): boolean => {
  if (typeof kind === 'object') return 'choice' in kind ? kind.choice.includes(text) : true
  switch (kind) {
    case 'id':
      return /^[a-z0-9]+([-_][a-z0-9]+)*$/.test(text)
    case 'text':
      return text.length <= 4000
    case 'number':
      return /^\d{1,9}$/.test(text)
    case 'decimal':
      return exactOf(text) !== null
    case 'yes-no':
      return text === 'yes' || text === 'no'
    case 'day':
      return dayOf(text) !== null
    case 'date':
      return !text.includes('/') && !text.includes('Q') && spanOf(text) !== null
    case 'period':
      return spanOf(text) !== null
    case 'in-force': {
      const [from, to, ...rest] = text.split('..')
      return to !== undefined && rest.length === 0 && [from!, to].every((day) => day === '' || dayOf(day) !== null)
    }
  }
}

/** The good rows of a table; every column and cell is held against its declaration. */
export const rowsOf = (name: TableName, csv: Csv, report: Report): readonly Row[] => {
  const columns = tables[name]
  const known = columns.map((column) => column.name)
  for (const cell of csv.head) {
    if (!known.includes(cell.text))
      report('pack.column-unknown', cell.place, { table: name, name: cell.text, hint: hintOf(cell.text, known) })
  }
  const index = new Map(csv.head.map((cell, at) => [cell.text, at]))
  const absent = columns.filter((column) => column.required && !index.has(column.name))
  if (csv.head[0]) for (const column of absent) report('pack.column-missing', csv.head[0].place, { table: name, name: column.name })
  if (absent.length > 0) return []
  return csv.rows.flatMap((cells) => {
    let good = true
    const check = (column: Column): void => {
      const at = index.get(column.name)
      const cell = at === undefined ? undefined : cells[at]
      if (!cell || cell.text === '') {
        if (!column.required) return
        good = false
        report('pack.value-missing', cell?.place ?? cells[0]!.place, { name: column.name })
      } else if (!fits(column.kind, cell.text)) {
        good = false
        report('pack.value', cell.place, { name: column.name, value: cell.text.slice(0, 80), expected: wanted(column.kind) })
      }
    }
    for (const column of columns) check(column)
    if (!good) return []
    const cell = (column: string): Cell | undefined => {
      const at = index.get(column)
      return at === undefined ? undefined : cells[at]
    }
    return [{ place: cells[0]!.place, cell, text: (column) => cell(column)?.text || null }]
  })
}

const list = (text: string | null): readonly string[] =>
  (text ?? '')
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
const both = (row: Row, zh: string, en: string) => ({ zh: row.text(zh)!, en: row.text(en)! })
const maybeBoth = (row: Row, zh: string, en: string) =>
  row.text(zh) === null ? null : { zh: row.text(zh)!, en: row.text(en) ?? row.text(zh)! }

export const sourceOf = (row: Row): Source => ({
  id: row.text('id')!,
  title: row.text('title')!,
  publisher: row.text('publisher'),
  date: row.text('date'),
  address: row.text('address'),
  linkable: row.text('linkable') === 'yes',
  confidence: row.text('confidence') as Source['confidence'],
  note: row.text('note'),
  place: row.place,
})
export const documentOf = (row: Row): PolicyDocument => ({
  id: row.text('id')!,
  kind: row.text('kind') as PolicyDocument['kind'],
  title: both(row, 'title', 'title_en'),
  number: row.text('number'),
  issuer: row.text('issuer'),
  issued: row.text('issued'),
  inForce: row.text('in_force'),
  supersedes: row.text('supersedes'),
  status: row.text('status') as PolicyDocument['status'],
  note: maybeBoth(row, 'note', 'note_en'),
  sources: list(row.text('sources')),
  place: row.place,
})
export const departmentOf = (row: Row): Department => ({
  name: row.text('name')!,
  label: both(row, 'name', 'name_en'),
  note: row.text('note'),
  place: row.place,
})
export const districtOf = (row: Row): District => ({
  code: row.text('code')!,
  name: row.text('name')!,
  label: both(row, 'name', 'name_en'),
  kind: row.text('kind') as District['kind'],
  ownCode: row.text('own_code') === 'yes',
  source: row.text('source'),
  place: row.place,
})
export const taskOf = (row: Row): PlanTask => ({
  id: row.text('id')!,
  parent: row.text('parent'),
  kind: row.text('kind') as PlanTask['kind'],
  title: both(row, 'title', 'title_en'),
  content: maybeBoth(row, 'content', 'content_en'),
  document: row.text('document')!,
  year: row.text('year') === null ? null : Number(row.text('year')),
  lead: row.text('lead'),
  source: row.text('source')!,
  place: row.place,
})
export const indicatorOf = (row: Row): Indicator => ({
  id: row.text('id')!,
  name: both(row, 'name', 'name_en'),
  unit: both(row, 'unit', 'unit_en'),
  kind: row.text('kind') as Indicator['kind'],
  direction: row.text('direction') as Indicator['direction'],
  min: row.text('min'),
  max: row.text('max'),
  origin: row.text('origin') as Indicator['origin'],
  definition: both(row, 'definition', 'definition_en'),
  tasks: list(row.text('tasks')),
  related: list(row.text('related')),
  place: row.place,
})
export const targetOf = (row: Row): Target => ({
  indicator: row.text('indicator')!,
  period: row.text('period')!,
  comparator: row.text('comparator') as Target['comparator'],
  value: row.text('value')!,
  baseline:
    row.text('baseline_period') && row.text('baseline_value')
      ? { period: row.text('baseline_period')!, value: row.text('baseline_value')! }
      : null,
  path: row.text('path') as Target['path'],
  document: row.text('document'),
  kind: row.text('kind') as Target['kind'],
  note: row.text('note'),
  source: row.text('source')!,
  place: row.place,
})
export const readingOf = (row: Row): Reading => ({
  indicator: row.text('indicator')!,
  series: row.text('series')!,
  period: row.text('period')!,
  value: row.text('value')!,
  unit: row.text('unit')!,
  precision: row.text('precision') as Reading['precision'],
  published: row.text('published'),
  note: row.text('note'),
  source: row.text('source')!,
  place: row.place,
})
export const goalOf = (row: Row): Goal => ({
  id: row.text('id')!,
  year: Number(row.text('year')),
  text: both(row, 'text', 'text_en'),
  document: row.text('document')!,
  source: row.text('source')!,
  place: row.place,
})

export const factOf = (row: Row): FactDeclaration => {
  const [zh, en] = [list(row.text('values')), list(row.text('values_en'))]
  const number = (name: string) => (row.text(name) === null ? null : exactOf(row.text(name)!))
  return {
    name: row.text('name')!,
    label: both(row, 'name', 'label_en'),
    type: row.text('type') as FactDeclaration['type'],
    unit: row.text('unit'),
    values: zh.map((value, at) => ({ zh: value, en: en[at] ?? value })),
    min: number('min'),
    max: number('max'),
    question: both(row, 'question_zh', 'question_en'),
    registry: row.text('registry'),
    changeable: row.text('changeable') === 'yes',
    yearly: row.text('period') === 'year',
    competition: row.text('competition') as FactDeclaration['competition'],
    place: row.place,
  }
}
