import pg from 'pg'
import { atEnd } from './at-end.ts'
import { freshUrl } from './database.ts'

/** A connection to an empty database of its own, in which no statement may take longer than ten seconds. */
export const freshClient = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: await freshUrl({ empty: true }), statement_timeout: 10_000 })
  await client.connect()
  atEnd(() => client.end())
  return client
}
