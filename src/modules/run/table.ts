/** A population that is a table of the database. */
import { Type } from 'typebox'
import { hexOf, sha256 } from '../../core/evidence/sha256.ts'
import { quoted } from '../../core/rule/sql/fragment.ts'
import { ID, type TableColumn, tableName } from '../../core/rule/sql/layout.ts'
import { rowsQuery } from '../../core/rule/sql/read.ts'
import type { Connection } from '../../kernel/connection.ts'
import type { Db } from '../../kernel/database.ts'
import { action, view } from '../../kernel/module.ts'
import { fail } from './messages.ts'
import { analyse, columnTypes, contentOf, createTable, doubledId, exportMoment, importMoment, sizeOf } from './queries.ts'

const ID_TYPE = 'text'

/** Those of the wanted columns that the table has. Refuses a table that is not there, and a column of another type. */
export const columnsIn = async (db: Db, table: string, wanted: readonly TableColumn[]): Promise<readonly TableColumn[]> => {
  const types = (await columnTypes(db, table)) ?? fail('run.table-unknown', { table })
  if (types.get(ID) !== ID_TYPE) fail('run.table-id', { table })
  for (const { name, type: expected } of wanted) {
    const type = types.get(name)
    if (type !== undefined && type !== expected) fail('run.column-type', { table, column: name, type, expected })
  }
  return wanted.filter(({ name }) => types.has(name))
}

/**
 * How many rows there are, and the hash of what is read of them: the same for the same rows, whatever order they lie in. Refuses ids that are there twice and, if it
 * is `looking`, rows without an id and values that the catalogue does not allow.
 */
export const contentIn = async (
  db: Db,
  table: string,
  columns: readonly TableColumn[],
  looking = true,
): Promise<{ readonly rows: number; readonly hash: string }> => {
  const { rows, sum, withoutId, wrong } = await contentOf(db, columns, table, looking)
  if (withoutId > 0) fail('run.id-form', { table, count: withoutId })
  for (const [index, count] of wrong.entries()) if (count > 0) fail('run.column-value', { table, column: columns[index]!.name, count })
  const id = await doubledId(db, table)
  if (id !== null) fail('run.id-twice', { table, id })
  const names = columns.map(({ name, type }) => [name, type])
  return { rows, hash: hexOf(sha256(new TextEncoder().encode(JSON.stringify([names, rows, sum])))) }
}

/** What a reader is told before the bytes come: the columns with the decimal places that each needs, and the number of rows. */
export type TableSize = { readonly columns: readonly (TableColumn & { readonly scale: number })[]; readonly rows: number }

/** Takes the bytes of a table, and looks at every id and value on the way. */
export type TableReader = { readonly push: (bytes: Uint8Array) => void; readonly isSound: () => boolean }

/**
 * Reads a table through a binary COPY, ordered by id. `readerOf` gets its size and answers with what takes the bytes. `beside` performs on another connection:
 * there the content is hashed meanwhile, as of the same moment. If the reader met what it cannot use, the database says what is wrong.
 */
export const readTable = (
  connection: Connection,
  wanted: readonly TableColumn[],
  readerOf: (size: TableSize) => TableReader,
  beside: (content: ReturnType<typeof contentAt>) => Promise<{ readonly hash: string }>,
) =>
  view(
    'run.read-table',
    'operate',
    Type.Object({ table: Type.String() }),
    async ({ db }, { table }): Promise<{ readonly hash: string }> => {
      const moment = await exportMoment(db)
      const columns = await columnsIn(db, table, wanted)
      const { rows, scales } = await sizeOf(db, columns, table)
      const reader = readerOf({ columns: columns.map((column, index) => ({ ...column, scale: scales[index]! })), rows })
      const [{ hash }] = await Promise.all([
        beside(contentAt(moment, table, columns)),
        connection.copyOut(`copy (${rowsQuery(columns, table)}) to stdout (format binary)`, reader.push),
      ])
      if (!reader.isSound()) await contentIn(db, table, columns)
      return { hash }
    },
  )

/** The content of a table as of a moment that another connection exported. */
const contentAt = (moment: string, table: string, columns: readonly TableColumn[]) =>
  view('run.table-content', 'operate', Type.Object({}), async ({ db }) => {
    await importMoment(db, moment)
    return contentIn(db, table, columns, false)
  })

/** Creates a table by its layout and fills it with the rows of a binary COPY: ids, then the columns of these names. */
export const fillTable = (connection: Connection, layout: string, names: readonly string[], rows: Iterable<Uint8Array>) =>
  action('run.fill-table', 'operate', Type.Object({ table: Type.String() }), async ({ db, record }, { table }): Promise<void> => {
    if ((await columnTypes(db, table)) !== null) fail('run.table-exists', { table })
    await createTable(db, layout)
    await connection.copyIn(`copy ${tableName(table)} (${[ID, ...names].map(quoted).join(', ')}) from stdin (format binary)`, rows)
    await analyse(db, table)
    await record('run.table-filled', { object: ['run.table', table] })
  })
