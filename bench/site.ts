/** The built site as a process of its own, on a database of the benchmark's server, with the pack that ships. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { newId } from '../src/kernel/ids.ts'
import { newToken, tokenHash } from '../src/kernel/random.ts'
import { withServer } from './postgres.ts'

const HOME = path.resolve(import.meta.dirname, '..')
const NAME = 'bench_site'

export type BenchSite = { readonly address: string; readonly url: string }

/** The site runs as long as the work does. */
export const withSite = <T>(work: (site: BenchSite) => Promise<T>): Promise<T> =>
  withServer(async ({ client, urlOf }) => {
    const entry = path.join(HOME, 'build/server/index.js')
    if (!existsSync(entry)) throw new Error('the site is not built; run `npm run build` first')
    await client.query(`drop database if exists ${NAME} with (force)`)
    await client.query(`create database ${NAME}`)
    const url = urlOf(NAME)
    const child = spawn(process.execPath, ['--enable-source-maps', entry, 'serve'], {
      cwd: HOME,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PLANWRIGHT_HOME: HOME,
        DATABASE_URL: url,
        PORT: '0',
        PLANWRIGHT_DEMO: '1000',
        PLANWRIGHT_DEMO_RUN: '0',
        PLANWRIGHT_LAB: '1000',
        PLANWRIGHT_REQUESTS: '1000000',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
    try {
      let output = ''
      const address = await new Promise<string>((resolve, reject) => {
        child.stdout.on('data', (chunk: Buffer) => {
          output += chunk
          const found = /http:\/\/\S+/.exec(output)
          if (found) resolve(found[0])
        })
        void ended.then(() => reject(new Error(`the site did not start:\n${output}`)))
      })
      return await work({ address, url })
    } finally {
      child.kill('SIGTERM')
      await ended
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
