/** A list as an address: what is asked for, which columns, which rows are chosen; the same address shows the same list. */

import { fill, type Text } from '../core/messages.ts'
import { type ListRow, type ListWish, PAGE_SIZE, PAGE_SIZES } from '../kernel/listing.ts'
import type { ColumnType } from '../kernel/spreadsheet/write.ts'
import type { Asked, ListColumnView } from './parts/list.tsx'
import { tableFile } from './table-file.ts'

const MOST_CHOSEN = 200

const sizeIn = (text: string | null): number | undefined => PAGE_SIZES.find((size) => String(size) === text)

/** What an address, or a form that carries the same fields, asks of a list with these columns. */
export const askedIn = (given: URLSearchParams | FormData, columns: readonly ListColumnView[]): Asked => {
  const text = (name: string): string | null => {
    const value = given.get(name)
    return typeof value === 'string' ? value : null
  }
  const texts = (name: string): readonly string[] => given.getAll(name).flatMap((each) => (typeof each === 'string' ? [each] : []))
  const filters = columns.flatMap(({ name, filter }): [string, string][] => {
    if (filter === 'range') {
      const [from, to] = [text(`${name}-from`)?.trim() ?? '', text(`${name}-to`)?.trim() ?? '']
      return from === '' && to === '' ? [] : [[name, `${from}..${to}`]]
    }
    const value = filter ? text(name)?.trim() : ''
    return value ? [[name, value.slice(0, 200)]] : []
  })
  const shown = texts('show').filter((name) => columns.some((column) => column.name === name))
  return {
    sort: text('sort') ?? undefined,
    at: text('at') ?? undefined,
    size: sizeIn(text('size')),
    sizes: { offered: PAGE_SIZES, usual: PAGE_SIZE },
    filters: Object.fromEntries(filters),
    shown: shown.length > 0 ? shown : columns.filter(({ folded }) => !folded).map(({ name }) => name),
    chosen: [...new Set(texts('chosen'))].slice(0, MOST_CHOSEN),
    everything: text('everything') === 'yes',
  }
}

/** The wish that a view takes. */
export const wishOf = ({ sort, at, size, filters }: Asked): ListWish => ({
  ...(sort ? { sort } : {}),
  ...(at ? { at } : {}),
  ...(size ? { size } : {}),
  ...(Object.keys(filters).length > 0 ? { filters } : {}),
})

const DOWNLOADED = { zh: '共 {count} 行', en: '{count} rows' } as const

/** What a spreadsheet makes of the cells of a column. */
const typeOf = ({ numeric, filter }: ListColumnView): ColumnType => (numeric ? 'number' : filter === 'range' ? 'day' : 'text')

/** The columns that are shown, of every row that fits, as a file in the form that the address ends with; `notes` stand above them, or on a sheet before. */
export const listFile = (
  pathname: string,
  name: string,
  rows: readonly ListRow[],
  columns: readonly ListColumnView[],
  { shown }: Pick<Asked, 'shown'>,
  say: (text: Text) => string,
  notes: readonly string[] = [],
): Response => {
  const own = columns.filter((column) => shown.includes(column.name))
  const table = {
    name,
    columns: own.map((column) => ({ head: say(column.label), type: typeOf(column) })),
    rows: rows.map((row) => own.map((column) => row[column.name] ?? null)),
  }
  return tableFile(pathname, name, [table], [...notes, fill(say(DOWNLOADED), { count: rows.length })])
}
