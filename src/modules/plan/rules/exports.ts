/** The tables of a pack as a person takes them along: with their sources written out and the mark of an invented city. */
import { type Csv, readCsv } from '../../../pack/csv.ts'
import type { Pack, Source } from '../../../pack/pack.ts'
import { lineOf } from './cells.ts'
import type { KnownReading } from './known.ts'

/** The texts of a table: one file, or all of a folder under one head. */
const textsOf = (pack: Pack, table: string): readonly Csv[] =>
  [...pack.files]
    .filter(([file]) => file === `${table}.csv` || (file.startsWith(`${table}/`) && file.endsWith('.csv')))
    .map(([file, text]) => readCsv(text, file))

type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** Every row of a table as its texts have it, with the line it stands on. */
export const rowsOf = (pack: Pack, table: string): readonly Row[] =>
  textsOf(pack, table).flatMap(({ head, rows }) =>
    rows.map((row) => ({
      line: row[0]?.place.line ?? 0,
      cells: Object.fromEntries(head.map((column, index) => [column.text, row[index]?.text ?? ''])),
    })),
  )

/** The rows of these readings: as the pack has them, and one for each that was entered here. */
export const readingRows = (rows: readonly Row[], readings: readonly KnownReading[]): readonly Row[] => {
  const lines = new Set(readings.map((each) => each.place.line))
  const entered = readings.flatMap((each) =>
    each.entered
      ? [
          {
            line: 0,
            cells: {
              indicator: each.indicator,
              series: each.series,
              period: each.period,
              value: each.value,
              unit: each.unit,
              precision: each.precision,
              published: each.published ?? '',
              note: each.note ?? '',
              source: each.source,
            },
          },
        ]
      : [],
  )
  return [...rows.filter((row) => lines.has(row.line)), ...entered]
}

/** A row names its source, or several separated by |; a basis that is an assumption is none. */
const sourcesOf = (pack: Pack, cells: Row['cells']): readonly Source[] =>
  (cells.source ?? cells.sources ?? cells.basis ?? '').split('|').flatMap((id) => pack.sources.get(id.trim()) ?? [])

const SOURCE_COLUMNS: readonly (readonly [name: string, value: (source: Source) => string | null])[] = [
  ['source_title', (source) => source.title],
  ['source_publisher', (source) => source.publisher],
  ['source_date', (source) => source.date],
  ['source_address', (source) => source.address],
  ['source_confidence', (source) => source.confidence],
]

export type Sourced = { readonly head: readonly string[]; readonly lines: readonly (readonly string[])[] }

/** The rows with five columns that say where each is known from, where the table names sources, and `synthetic`. */
export const sourcedRows = (pack: Pack, rows: readonly Row[]): Sourced => {
  const own = Object.keys(rows[0]?.cells ?? {})
  const columns = ['source', 'sources', 'basis'].some((name) => own.includes(name)) ? SOURCE_COLUMNS : []
  const lines = rows.map(({ cells }) => {
    const sources = sourcesOf(pack, cells)
    const named = columns.map(([, value]) => sources.map((each) => value(each) ?? '').join(' | '))
    return [...own.map((column) => cells[column] ?? ''), ...named, String(pack.synthetic)]
  })
  return { head: [...own, ...columns.map(([name]) => name), 'synthetic'], lines }
}

/** The same as CSV. */
export const sourcedCsvOf = (pack: Pack, rows: readonly Row[]): string => {
  const { head, lines } = sourcedRows(pack, rows)
  return `${[head, ...lines].map(lineOf).join('\n')}\n`
}

/** The same as JSON: the pack, then the rows with their sources as objects; an empty cell is null. */
export const tableJsonOf = (pack: Pack, table: string, rows: readonly Row[]): string =>
  `${JSON.stringify(
    {
      pack: { id: pack.id, title: pack.title, version: pack.version, hash: pack.hash, licence: pack.licence, synthetic: pack.synthetic },
      table,
      rows: rows.map(({ cells }) => ({
        ...Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, text === '' ? null : text])),
        sources: sourcesOf(pack, cells).map(({ place: _place, ...source }) => source),
      })),
    },
    null,
    1,
  )}\n`
