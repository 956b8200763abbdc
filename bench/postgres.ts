/** A PostgreSQL for the benchmark alone: the embedded one, in a state folder of its own, with one process for each query. */
import path from 'node:path'
import pg from 'pg'
import { type Database as Opened, openDatabase } from '../src/kernel/database.ts'
import { ensureServer, stateFolder, stopServer, urlOf } from '../src/kernel/postgres.ts'

const HOME = path.resolve(import.meta.dirname, '..')
/** Nothing has to survive a power failure here. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  max_parallel_workers_per_gather: '0',
  statement_timeout: '300s',
}

export type Database = {
  readonly client: pg.Client
  /** The address of a database of this server. */
  readonly urlOf: (name: string) => string
}

const runWith = async <T>(
  folder: string,
  settings: Readonly<Record<string, string>>,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const server = await ensureServer(stateFolder(HOME, process.env.PLANWRIGHT_DATA ?? null, folder), HOME, settings)
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    return await work({ client, urlOf: (name) => urlOf(server, name) })
  } finally {
    await client.end()
    await stopServer(server)
  }
}

/** The server runs as long as the work does. */
export const withServer = <T>(work: (database: Database) => Promise<T>): Promise<T> => runWith('bench', FORGETFUL, work)

/** One with the settings of a site's own: what is acknowledged stands on the disk. The database is new and has no tables. */
export const withDurableDatabase = <T>(name: string, work: (database: Opened) => Promise<T>): Promise<T> =>
  runWith('bench-durable', {}, async ({ client, urlOf }) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
    const database = await openDatabase(urlOf(name))
    try {
      return await work(database)
    } finally {
      await database.close()
      await client.query(`drop database ${name} with (force)`)
    }
  })
