/** An App, and a site, on a database of the test file's own. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { type App, appOf, load } from '../src/app.ts'
import { siteOf } from '../src/http/server.ts'
import { atEnd } from './at-end.ts'
import { freshDatabase, freshUrl, groundOf, type TestDatabase } from './database.ts'
import { home, type PackName, packs } from './packs.ts'

export { home, packs }

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

export type Running = {
  readonly address: string
  /** Everything the site has written so far. */
  readonly output: () => string
  /** Ends it the hard way. */
  readonly kill: () => Promise<void>
  /** Ends it as an operator does; answers with the exit code. */
  readonly stop: () => Promise<number | null>
}

const launch = (environment: Readonly<Record<string, string>>) => {
  const entry = path.join(home, 'build/server/index.js')
  if (!existsSync(entry)) throw new Error('The site is not built; run `npm run build` first.')
  const child = spawn(process.execPath, ['--enable-source-maps', entry, 'serve'], {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PLANWRIGHT_HOME: home,
      PORT: '0',
      PLANWRIGHT_DEMO: '50',
      PLANWRIGHT_DEMO_RUN: '0',
      PLANWRIGHT_LAB: '20000',
      PLANWRIGHT_REQUESTS: '1000000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return { output: () => output, ended, stop: () => end('SIGTERM'), kill: async () => void (await end('SIGKILL')) }
}

/**
 * Starts the built site (`npm run build` makes it) as its own process, by default on any free port; answers once it has said what it is waited for: its
 * address, unless another pattern is given.
 */
export const startBuilt = async (environment: Readonly<Record<string, string>>, until = /http:\/\/\S+/): Promise<Running> => {
  const site = launch(environment)
  let code: number | null | undefined
  void site.ended.then((given) => {
    code = given
  })
  for (;;) {
    const said = until.exec(site.output())?.[0]
    if (said !== undefined) return { ...site, address: said }
    if (code !== undefined) throw new Error(`The site ended with ${code}:\n${site.output()}`)
    await sleep(20)
  }
}

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
