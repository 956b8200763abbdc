/** One connection of its own, for transactions that move rows in mass. */
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import type { Db } from './database.ts'

export type Connection = {
  /** Everything on this one connection, so that COPY takes part in its transactions. */
  readonly db: Db
  /** Runs `copy … to stdout`; `take` gets the bytes as they come. */
  readonly copyOut: (statement: string, take: (bytes: Uint8Array) => void | Promise<void>) => Promise<void>
  /** Runs `copy … from stdin` with the bytes of all pieces. If a piece fails, nothing is copied. */
  readonly copyIn: (statement: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
  /** `copy … to stdout` as a stream; `count` is the number of rows once it has ended. */
  readonly copyFrom: (statement: string) => { readonly bytes: Readable; readonly count: () => number }
  /** `copy … from stdin` as a stream. */
  readonly copyInto: (statement: string) => { readonly bytes: Writable }
  readonly close: () => Promise<void>
  /** Ends it at once, from another connection: the server undoes what was not committed. */
  readonly cut: () => Promise<void>
}

/** Opens a connection that lasts until it is closed; the server undoes what was not committed by then. */
export const openConnection = async (url: string): Promise<Connection> => {
  const client = new pg.Client({ connectionString: url, application_name: 'planwright' })
  client.on('error', () => {})
  await client.connect()
  const line = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => line, end: async () => {}, options: {} }
  return {
    db: new Kysely<Record<never, never>>({ dialect: new PostgresDialect({ pool: pool as never }) }),
    copyOut: async (statement, take) => {
      for await (const bytes of client.query(copyTo(statement))) await take(bytes as Uint8Array)
    },
    copyIn: (statement, pieces) => pipeline(Readable.from(pieces, { objectMode: false }), client.query(copyFrom(statement))),
    copyFrom: (statement) => {
      const bytes = client.query(copyTo(statement))
      return { bytes, count: () => bytes.rowCount }
    },
    copyInto: (statement) => ({ bytes: client.query(copyFrom(statement)) }),
    close: () => client.end(),
    cut: async () => {
      const other = new pg.Client({ connectionString: url })
      await other.connect()
      await other.query('select pg_terminate_backend($1)', [(client as unknown as { readonly processID: number }).processID])
      await other.end()
    },
  }
}
