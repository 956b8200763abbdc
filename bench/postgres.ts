/** A PostgreSQL for the benchmark alone: the embedded one, in a state folder of its own, with one process for each query. */
import path from 'node:path'
import pg from 'pg'
import { ensureServer, stateFolder, stopServer, urlOf } from '../src/kernel/postgres.ts'

const HOME = path.resolve(import.meta.dirname, '..')
/** Nothing has to survive a power failure here. */
const SETTINGS = {
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

/** The server runs as long as the work does. */
export const withServer = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const server = await ensureServer(stateFolder(HOME, process.env.PLANWRIGHT_DATA ?? null, 'bench'), HOME, SETTINGS)
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    return await work({ client, urlOf: (name) => urlOf(server, name) })
  } finally {
    await client.end()
    await stopServer(server)
  }
}
