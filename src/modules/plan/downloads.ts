import { type Static, Type } from 'typebox'
import { type Look, view } from '../../kernel/module.ts'
import type { ColumnType, Table } from '../../kernel/spreadsheet/write.ts'
import type { Pack } from '../../pack/pack.ts'
import { optionalTables, type TableName, tableNames, tables } from '../../pack/tables.ts'
import { packInService } from '../edition/index.ts'
import { AskReadings } from './contract.ts'
import { keptByDay, keptWith } from './kept.ts'
import { fail } from './messages.ts'
import { packWithReadings } from './reading/known.ts'
import { readingRows, rowsOf, sourcedCsvOf, sourcedRows, tableJsonOf } from './rules/exports.ts'
import { PUBLISHED, PUBLISHED_READINGS, publishedPackage, publishedReadings } from './rules/published.ts'
import { readingsSdmx } from './sdmx.ts'
import { readings } from './views.ts'

export type Download = { readonly name: string; readonly type: 'csv' | 'json' | 'markdown'; readonly text: string }

const CSV = '.sourced.csv'
const SDMX = 'readings.sdmx.csv'
const tableIn = (name: string, ending: string): TableName | undefined =>
  name.endsWith(ending) ? tableNames.find((each) => each === name.slice(0, -ending.length)) : undefined

const typeOf = (name: string): Download['type'] => (name.endsWith('.csv') ? 'csv' : name.endsWith('.json') ? 'json' : 'markdown')

/** A file of the pack exactly as it stands, so that its hash and its data package hold. */
const asItStands = (pack: Pack, file: string): Download => ({
  name: file.split('/').at(-1) ?? file,
  type: typeOf(file),
  text: pack.files.get(file) ?? fail('plan.no-such-file', { file: file.slice(0, 100) }),
})

const today = (look: { readonly today: string }) => ({ asOf: look.today, known: look.today })
const published = keptByDay((pack: Pack, { asOf }) => ({
  descriptor: publishedPackage(pack, asOf),
  readings: publishedReadings(pack, asOf),
}))
/** The rows of a table; readings are those that were asked for. */
const rowsAsked = async (look: Look, pack: Pack, table: TableName, asked: Static<typeof AskReadings>) => {
  const all = rowsOf(pack, table)
  return table === 'readings' ? readingRows(all, await readings.run(look, asked)) : all
}

/**
 * One file to take along: a file of the pack as it stands, or a table with its sources (`readings.sourced.csv`, `readings.json`), or all readings as SDMX-CSV; or
 * the published package with its table of readings.
 * Readings can be narrowed to one indicator and to what was known on a day.
 */
export const download = view(
  'plan.download',
  'public',
  Type.Object({ file: Type.String({ maxLength: 200 }), ...AskReadings.properties }),
  async (look, { file, ...asked }): Promise<Download> => {
    const pack = await packWithReadings(look)
    if (file === PUBLISHED) return { name: file, type: 'json', text: published(pack, today(look)).descriptor }
    if (file === PUBLISHED_READINGS) return { name: file, type: 'csv', text: published(pack, today(look)).readings }
    if (file === SDMX) return { name: file, type: 'csv', text: await readingsSdmx.run(look, asked) }
    const [csv, json] = [tableIn(file, CSV), tableIn(file, '.json')]
    const table = csv ?? json
    if (!table) return asItStands(pack, file)
    const rows = await rowsAsked(look, pack, table, asked)
    return csv
      ? { name: file, type: 'csv', text: sourcedCsvOf(pack, rows) }
      : { name: file, type: 'json', text: tableJsonOf(pack, table, rows) }
  },
)

/** A table with its sources, for a workbook. `synthetic`: it is of an invented city. */
export type SheetDownload = { readonly table: Table; readonly synthetic: boolean }

const typeOfColumn = (table: TableName, name: string): ColumnType => {
  const kind = tables[table].find((each) => each.name === name)?.kind
  return kind === 'decimal' || kind === 'number' ? 'number' : kind === 'day' ? 'day' : 'text'
}

/** What `TABLE.sourced.csv` holds, as the sheet of a workbook: numbers are numbers, days are days, and no text is a formula. */
export const downloadSheet = view(
  'plan.download-sheet',
  'public',
  Type.Object({ file: Type.String({ maxLength: 200 }), ...AskReadings.properties }),
  async (look, { file, ...asked }): Promise<SheetDownload> => {
    const pack = await packWithReadings(look)
    const name = tableIn(file, '.xlsx') ?? fail('plan.no-such-file', { file: file.slice(0, 100) })
    const { head, lines } = sourcedRows(pack, await rowsAsked(look, pack, name, asked))
    return {
      table: { name, columns: head.map((column) => ({ head: column, type: typeOfColumn(name, column) })), rows: lines },
      synthetic: pack.synthetic,
    }
  },
)

export type DataPage = {
  readonly pack: Pack
  readonly tables: readonly { readonly name: TableName; readonly rows: number }[]
  readonly latestReading: string | null
  readonly latestDocument: string | null
  readonly confidence: Readonly<Record<string, number>>
}
const latest = (days: readonly (string | null)[]): string | null =>
  days
    .flatMap((day) => (day === null ? [] : [day]))
    .sort()
    .at(-1) ?? null

const latestReadingIn = keptWith((pack: Pack): string | null => latest(pack.readings.map((each) => each.published)))

const pageOf = keptWith((pack: Pack): Omit<DataPage, 'latestReading'> => {
  const confidence: Record<string, number> = {}
  for (const source of pack.sources.values()) confidence[source.confidence] = (confidence[source.confidence] ?? 0) + 1
  return {
    pack,
    tables: tableNames
      .map((name) => ({ name, rows: rowsOf(pack, name).length }))
      .filter(({ name, rows }) => rows > 0 || !optionalTables.has(name)),
    latestDocument: latest([...pack.documents.values()].map((each) => each.issued)),
    confidence,
  }
})

/** What there is to take along, how much of it, and how fresh it is, readings that were entered here among them. */
export const dataPage = view(
  'plan.data',
  'public',
  Type.Object({}),
  async (look): Promise<DataPage> => ({
    ...pageOf(await packInService(look)),
    latestReading: latestReadingIn(await packWithReadings(look)),
  }),
)
