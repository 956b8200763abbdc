/** Statements that read a population table: how much there is, what is wrong with it, which content it has, its rows. */
import { quoted, textLiteral } from './fragment.ts'
import { ID, type TableColumn, tableName } from './layout.ts'

const column = ({ name }: TableColumn): string => quoted(name)
const isDecimal = ({ type }: TableColumn): boolean => type === 'numeric'

/** What each wrong or doubtful thing is called in the answer of a statement. */
export const scaleName = (index: number): string => `scale ${index}`
export const wrongName = (index: number): string => `wrong ${index}`

/** The rows, and the decimal places that each decimal column needs at most. */
export const sizeQuery = (columns: readonly TableColumn[], table: string): string => {
  const scales = columns.flatMap((each, index) =>
    isDecimal(each) ? [`max(min_scale(${column(each)})) as ${quoted(scaleName(index))}`] : [],
  )
  return `select ${['count(*) as "rows"', ...scales].join(', ')} from ${tableName(table)}`
}

const testsOf = (each: TableColumn): string | null =>
  each.kind === 'enum' ? `${column(each)} collate "C" in (${each.choices.map(textLiteral).join(', ')})` : each.test

/** The hash of one row. `bigint` is folded to 32 bits before it is hashed, so its upper half is hashed beside it; the second hash keeps sums of rows from being sums of columns. */
const rowHash = (columns: readonly TableColumn[]): string => {
  const values = [
    quoted(ID),
    ...columns.map(column),
    ...columns.flatMap((each) => (each.type === 'bigint' ? [`(${column(each)} >> 32)::int`] : [])),
  ]
  return `hashtextextended(hash_record_extended(row(${values.join(', ')}), 0)::text, 0)`
}

/** Ids as the reading of files takes them: a text of 1 to 200 bytes without control characters. */
const GOOD_ID = `octet_length(${quoted(ID)}) between 1 and 200 and ${quoted(ID)} !~ '[\\x01-\\x1f\\x7f]'`

/**
 * How many rows there are, and the sum of their hashes, whatever order they lie in. `looking`: also how many rows have no id that can be used, and for each column how
 * many values are none that the catalogue allows.
 */
export const contentQuery = (columns: readonly TableColumn[], table: string, looking: boolean): string => {
  const wrong = columns.flatMap((each, index) => {
    const test = testsOf(each)
    return test === null ? [] : [`count(*) filter (where not (${test})) as ${quoted(wrongName(index))}`]
  })
  const items = [
    `count(*) as "rows"`,
    `coalesce(sum(${rowHash(columns)}), 0)::text as "sum"`,
    ...(looking ? [`count(*) - count(*) filter (where ${GOOD_ID}) as "without id"`, ...wrong] : []),
  ]
  return `select ${items.join(',\n  ')}\nfrom ${tableName(table)}`
}

/** Ids that several rows share, some of them. */
export const doubledQuery = (table: string): string =>
  `select ${quoted(ID)} as "id" from ${tableName(table)} group by 1 having count(*) > 1 order by 1 limit 1`

/** The ids and columns of all rows, ordered by id. */
export const rowsQuery = (columns: readonly TableColumn[], table: string): string =>
  `select ${[quoted(ID), ...columns.map(column)].join(', ')} from ${tableName(table)} order by ${quoted(ID)}`

/** The rows with every column that a query names: what the table lacks is unknown for everybody. */
export const wholeQuery = (columns: readonly TableColumn[], present: ReadonlySet<string>, table: string): string => {
  const items = columns.map((each) => (present.has(each.name) ? column(each) : `null::${each.type} as ${column(each)}`))
  return `select ${[quoted(ID), ...items].join(', ')} from ${tableName(table)}`
}
