/** Brings a backup into an empty database, in one transaction: all of it, or nothing. */
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import { headsIn } from '../audit/checkpoints.ts'
import { verified, wholeRecord } from '../audit/walk.ts'
import { type Connection, openConnection } from '../connection.ts'
import { type Db, type Migration, migrateWithin } from '../database.ts'
import { Failure } from '../failure.ts'
import type { Files } from '../files.ts'
import { type Manifest, type SoundBackup, soundBackup } from './manifest.ts'
import { fail } from './messages.ts'
import { collected, SEALED } from './parts.ts'
import { copiedColumns, quotedName, statementsFor, type TableShape, tablesIn } from './schema.ts'

export type RestoreOrder = {
  readonly url: string
  readonly folder: string
  readonly passphrase: string | null
  /** Every step this program knows. */
  readonly migrations: readonly Migration[]
  readonly files: Pick<Files, 'keep'>
}
export type RestoreDone = { readonly takenAt: string; readonly tables: number; readonly rows: number; readonly files: number }

const refuseWhatIsThere = async (db: Db): Promise<void> => {
  const [first] = await tablesIn(db)
  if (first) fail('backup.not-empty', { table: first.name })
}

const refuseNewer = ({ migrations, version }: Manifest, known: readonly Migration[]): void => {
  const names = new Set(known.map(({ name }) => name))
  const step = migrations.find((name) => !names.has(name))
  if (step !== undefined) fail('backup.newer', { step, version })
}

const shapeOf = ({ columns }: TableShape): string =>
  JSON.stringify(columns.map(({ name, type, generated }) => [name, type, generated]).sort())

/** Tables as migrations make them, and those besides which the manifest describes. */
const makeTables = async (db: Db, { migrations, tables }: Manifest, known: readonly Migration[]): Promise<void> => {
  const wanted = new Set(migrations)
  await migrateWithin(
    db,
    known.filter(({ name }) => wanted.has(name)),
  )
  const made = new Map((await tablesIn(db)).map((table) => [quotedName(table), table]))
  for (const table of tables) {
    const own = made.get(quotedName(table))
    if (own && shapeOf(own) !== shapeOf(table)) fail('backup.differs', { table: table.name, what: 'columns' })
    if (!own) for (const statement of statementsFor(table)) await sql.raw(statement).execute(db)
  }
}

type Guards = { readonly off: readonly string[]; readonly on: readonly string[] }

/** What keeps rows from coming in just as they were: triggers sleep, and references wait until all tables are there. */
const guardsOf = async (db: Db): Promise<Guards> => {
  const { rows: triggers } = await sql<{ table: string; name: string; state: string }>`select tgrelid::regclass::text as table,
    quote_ident(tgname) as name, tgenabled as state from pg_trigger where not tgisinternal and tgenabled <> 'D' and tgparentid = 0`.execute(
    db,
  )
  const { rows: references } = await sql<{
    table: string
    name: string
    deferrable: boolean
    deferred: boolean
  }>`select conrelid::regclass::text as table,
    quote_ident(conname) as name, condeferrable as deferrable, condeferred as deferred from pg_constraint where contype = 'f' and conparentid = 0`.execute(
    db,
  )
  const awake: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }
  return {
    off: [
      ...triggers.map(({ table, name }) => `alter table ${table} disable trigger ${name}`),
      ...references.map(({ table, name }) => `alter table ${table} alter constraint ${name} deferrable initially deferred`),
    ],
    on: [
      ...references.map(({ table, name, deferrable, deferred }) => {
        const form = deferrable ? `deferrable initially ${deferred ? 'deferred' : 'immediate'}` : 'not deferrable'
        return `alter table ${table} alter constraint ${name} ${form}`
      }),
      ...triggers.map(({ table, name, state }) => `alter table ${table} ${awake[state]!} trigger ${name}`),
    ],
  }
}

const all = async (db: Db, statements: readonly string[]): Promise<void> => {
  for (const each of statements) await sql.raw(each).execute(db)
}

const fill = async (connection: Connection, db: Db, { manifest, stages }: SoundBackup): Promise<void> => {
  for (const table of manifest.tables) {
    const name = quotedName(table)
    const rows = connection.copyInto(`copy ${name} (${copiedColumns(table)}) from stdin (format binary)`)
    await pipeline([...stages(table.part.part), createGunzip(), rows.bytes])
    const { rows: counted } = await sql<{ n: string }>`select count(*)::text as n from ${sql.raw(name)}`.execute(db)
    if (counted[0]!.n !== String(table.rows)) fail('backup.differs', { table: table.name, what: `${counted[0]!.n} ≠ ${table.rows}` })
  }
  for (const { schema, name, last, isCalled } of manifest.sequences)
    await sql`select setval(${quotedName({ schema, name })}::regclass, ${last}::bigint, ${isCalled})`.execute(db)
}

/** Files are kept under their own hash, so one that is there already, or is not needed in the end, does no harm. */
const keepFiles = async ({ manifest, stages }: SoundBackup, { keep }: Pick<Files, 'keep'>): Promise<void> => {
  for (const file of manifest.files) {
    const name = file.part.replace(/^files\//, '').replace(SEALED, '')
    if ((await keep(await collected(stages(file.part)))) !== name) fail('backup.damaged', { part: file.part })
  }
}

/** Walks the record from its beginning to where the backup says it ends. */
const refuseBrokenRecord = async (db: Db, { heads }: Manifest): Promise<void> => {
  const { findings } = await verified(await wholeRecord(db))
  const ends = await headsIn(db)
  const isThere = heads.every((each) => ends.some(({ lane, seq, head }) => lane === each.lane && seq === each.seq && head === each.head))
  if (findings.length > 0 || !isThere || ends.length !== heads.length) fail('backup.record', {})
}

/** Restores a backup; refused, with the database as empty as before, where anything is not what it was. */
export const restore = async ({ url, folder, passphrase, migrations, files }: RestoreOrder): Promise<RestoreDone> => {
  const backup = await soundBackup(folder, passphrase)
  const { manifest } = backup
  refuseNewer(manifest, migrations)
  const connection = await openConnection(url)
  try {
    await connection.db.transaction().execute(async (db) => {
      await refuseWhatIsThere(db)
      await makeTables(db, manifest, migrations)
      const guards = await guardsOf(db)
      await all(db, guards.off)
      await sql.raw(`truncate ${manifest.tables.map(quotedName).join(', ')}`).execute(db)
      await fill(connection, db, backup)
      await sql`set constraints all immediate`.execute(db)
      await all(db, guards.on)
      await keepFiles(backup, files)
      await refuseBrokenRecord(db, manifest)
    })
    await sql`analyze`.execute(connection.db)
  } catch (error) {
    if (error instanceof Failure) throw error
    // A reference that leads nowhere, a value that a constraint refuses: the rows are not those of one moment.
    const { code, table = '', message } = error as { readonly code?: string; readonly table?: string; readonly message: string }
    if (code?.startsWith('23')) return fail('backup.differs', { table, what: message })
    throw error
  } finally {
    await connection.close()
  }
  return {
    takenAt: manifest.takenAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.length,
  }
}
