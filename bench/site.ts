/** The built site as a process of its own, on a database of the benchmark's server, with the pack that ships. */
import pg from 'pg'
import { startBuilt } from '../scripts/built-site.ts'
import { newId } from '../src/kernel/ids.ts'
import { newToken, tokenHash } from '../src/kernel/random.ts'
import { withServer } from './postgres.ts'

const NAME = 'bench_site'

export type BenchSite = { readonly address: string; readonly url: string }

/** The site runs as long as the work does. */
export const withSite = <T>(work: (site: BenchSite) => Promise<T>): Promise<T> =>
  withServer(async ({ client, urlOf }) => {
    await client.query(`drop database if exists ${NAME} with (force)`)
    await client.query(`create database ${NAME}`)
    const url = urlOf(NAME)
    const site = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_DEMO: '1000', PLANWRIGHT_LAB: '1000' })
    try {
      return await work({ address: site.address, url })
    } finally {
      await site.stop()
      await client.query(`drop database if exists ${NAME} with (force)`)
    }
  })

/** The cookie of somebody with an account and nothing else. */
export const somebodysCookie = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const [user, token] = [newId(), newToken()]
  await client.query("insert into identity_user (id, name) values ($1, 'bench')", [user])
  await client.query(
    "insert into identity_session (id, token_hash, user_id, address, agent, created_at, seen_at) values ($1, $2, $3, '127.0.0.1', 'bench', now(), now())",
    [newId(), tokenHash(token), user],
  )
  await client.end()
  return `__Host-planwright=${token}`
}
