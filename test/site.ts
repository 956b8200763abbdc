/** An App, and a site, on a database of the test file's own. */
import type { FastifyInstance } from 'fastify'
import { type Running, startBuilt as start } from '../scripts/built-site.ts'
import { type App, appOf, load } from '../src/app.ts'
import { siteOf } from '../src/http/server.ts'
import { atEnd } from './at-end.ts'
import { freshDatabase, freshUrl, groundOf, type TestDatabase } from './database.ts'
import { home, type PackName, packs } from './packs.ts'

export { home, packs, type Running }

export type TestApp = { readonly app: App; readonly database: TestDatabase; readonly hash: string }

/** An App on a fresh database with a pack in service. The clock stands at `now`. */
export const freshApp = async (pack: PackName = 'xincheng', now?: string): Promise<TestApp> => {
  const database = await freshDatabase()
  const app = appOf(groundOf(database, now))
  const { hash } = await load(app, packs[pack], 'test')
  return { app, database, hash }
}

/** The API of such an App, for `inject`: it does not listen and serves no pages. */
export const freshApi = async (
  pack: PackName = 'xincheng',
  { requestsPerMinute = 1_000_000, now }: { readonly requestsPerMinute?: number; readonly now?: string } = {},
): Promise<TestApp & { readonly api: FastifyInstance }> => {
  const own = await freshApp(pack, now)
  const api = await siteOf(own.app, null, { home, version: '0.0.0', requestsPerMinute })
  atEnd(() => api.close())
  return { ...own, api }
}

/** Small enough for a test: few made-up enterprises. */
const SMALL = { PLANWRIGHT_DEMO: '50', PLANWRIGHT_LAB: '20000' }

/** The built site with few made-up enterprises, see `scripts/built-site.ts`. */
export const startBuilt = (environment: Readonly<Record<string, string>>, until?: RegExp): Promise<Running> =>
  start({ ...SMALL, ...environment }, until)

/** The built site with its database open beside it, under a name that browsers keep passkeys for; it ends after the file's tests. */
export const freshSiteWithDatabase = async (
  environment: Readonly<Record<string, string>> = {},
): Promise<Running & { readonly database: TestDatabase }> => {
  const database = await freshDatabase()
  const running = await startBuilt({ DATABASE_URL: database.url, PLANWRIGHT_PACK: packs.xincheng, ...environment })
  atEnd(() => running.stop())
  return { ...running, address: running.address.replace('127.0.0.1', 'localhost'), database }
}

/** The built site on a database of the test file's own; it ends after the file's tests. */
export const freshSite = async (pack: PackName = 'xincheng', environment: Readonly<Record<string, string>> = {}): Promise<Running> => {
  const running = await startBuilt({ DATABASE_URL: await freshUrl(), PLANWRIGHT_PACK: packs[pack], ...environment })
  atEnd(() => running.stop())
  return running
}
