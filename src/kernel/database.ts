/** The connection, and how the schema came to be. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { fail } from './messages.ts'

/** The database as a module sees it: `db.withTables<OwnTables>()` gives sight of its own tables only. */
export type Db = Kysely<Record<never, never>>

/** One step of the schema's history. Appended, never edited once shipped; `name` is `module/n-what`. */
export type Migration = { readonly name: string; readonly up: (db: Db) => Promise<unknown> }

// Days stay texts (a local-time Date would shift them) and whole numbers stay whole.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => BigInt(value))

/** How long closing waits for queries that still run. */
const GRACE_MS = 3000

export type Database = { readonly db: Db; readonly pool: pg.Pool; readonly close: () => Promise<void> }

const planned = new Map<string, string>()

/** A statement of fixed text that every connection plans once and keeps under this name, since it comes with every action. Answers the text. */
export const plannedOnce = (name: string, text: string): string => {
  planned.set(text, name)
  return text
}

/** Sends a connection's statements by name where they have one. */
const keepPlans = (client: pg.PoolClient): void => {
  const query = client.query.bind(client) as (...given: readonly unknown[]) => unknown
  client.query = ((text: unknown, values: unknown, ...rest: readonly unknown[]) => {
    const name = typeof text === 'string' ? planned.get(text) : undefined
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
  }) as typeof client.query
}

/** Refuses a server we cannot stand on. The version as PostgreSQL counts: 150004. */
export const checkServer = (version: number, encoding: string): void => {
  if (!(version >= 150_000)) fail('kernel.database-old', { version: Math.floor(version / 10_000) })
  if (encoding !== 'UTF8') fail('kernel.database-encoding', { encoding })
}

/** Opens a pool, on which everything is done as `role` if one is given, and checks that the server is one we can stand on: version 15, UTF-8. */
export const openDatabase = async (url: string, role: string | null = null): Promise<Database> => {
  const application = `planwright ${randomUUID()}`
  const pool = new pg.Pool({ connectionString: url, max: 20, application_name: application, ...(role && { options: `-c role=${role}` }) })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    keepPlans(client)
  })
  try {
    const { rows } = await pool.query<{ version: string; encoding: string }>(
      "select current_setting('server_version_num') version, pg_encoding_to_char(encoding) encoding from pg_database where datname = current_database()",
    )
    checkServer(Number(rows[0]?.version), rows[0]?.encoding ?? '')
  } catch (error) {
    await pool.end()
    if (error instanceof Error && error.name === 'Failure') throw error
    return fail('kernel.database-unreachable', {
      reason: error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error),
    })
  }
  const db = new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => closed(url, application, db.destroy()) }
}

/** Waits for queries that run to their end, and cuts those that do not: what they wanted to change is rolled back. */
const closed = async (url: string, application: string, ended: Promise<void>): Promise<void> => {
  const isDone = await Promise.race([ended.then(() => true), sleep(GRACE_MS, false, { ref: false })])
  if (isDone) return
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [application])
  await client.end()
  await ended
}

/** Whether a query failed because the server is not there: it stopped, is starting, or the line was cut. Asking again later may help. */
export const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { readonly code?: string }
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|57P0[1-3]|53300|08\w{3})$/.test(code) || /^Connection terminated/.test(error.message)
  )
}

/** Whether a query failed because a text in it has a NUL, which no database keeps: nothing there can be that. */
export const isNoText = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '22021'

/** Creates a database on the server if it is not there yet. */
export const createIfMissing = async (adminUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    // Another start was first.
    if ((error as { code?: string }).code !== '42P04' && (error as { code?: string }).code !== '23505') throw error
  } finally {
    await client.end()
  }
}

/** The steps that are missing, each once and in order, within a transaction that is open, under a lock. Refuses a database that knows steps this program does not. */
export const migrateWithin = async (transaction: Db, migrations: readonly Migration[]): Promise<number> => {
  await sql`select pg_advisory_xact_lock(7205759403792794)`.execute(transaction)
  await sql`create table if not exists kernel_migration (name text primary key, at timestamptz not null default now())`.execute(transaction)
  const done = new Set((await sql<{ name: string }>`select name from kernel_migration`.execute(transaction)).rows.map((row) => row.name))
  const names = new Set(migrations.map((each) => each.name))
  const foreign = [...done].find((name) => !names.has(name))
  if (foreign !== undefined) fail('kernel.database-newer', { name: foreign })
  const open = migrations.filter((each) => !done.has(each.name))
  for (const migration of open) {
    await migration.up(transaction)
    await sql`insert into kernel_migration (name) values (${migration.name})`.execute(transaction)
  }
  return open.length
}

/** Brings the schema up to date: all missing steps in one transaction. */
export const migrate = (db: Db, migrations: readonly Migration[]): Promise<number> =>
  db.transaction().execute((transaction) => migrateWithin(transaction, migrations))

const LOCK = 4_620_001

/**
 * Holds the one place of a running site on this database for as long as the process lives; null if somebody else has it. `lost` is called once if the line
 * is cut: then the place is free again.
 */
export const holdDatabase = async (url: string, lost: () => void = () => {}): Promise<{ readonly release: () => Promise<void> } | null> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) held', [LOCK])
  if (!rows[0]?.held) {
    await client.end()
    return null
  }
  client.once('end', lost)
  return {
    release: () => {
      client.off('end', lost)
      return client.end()
    },
  }
}
