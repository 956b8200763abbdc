/** From nothing to a listening site, one step after another, each said with its time. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ServerBuild } from 'react-router'
import { allMigrations, appOf, demo, demoCount, load } from '../app.ts'
import { type Config, configOf } from '../kernel/config.ts'
import { createIfMissing, holdDatabase, migrate, openDatabase } from '../kernel/database.ts'
import { Failure } from '../kernel/failure.ts'
import { fail } from '../kernel/messages.ts'
import { ensureServer, type Server, stateFolder, stopServer, urlOf } from '../kernel/postgres.ts'
import { siteOf } from './server.ts'

const DATABASE = 'planwright'
const SEED = 1

/** The database a site or a command works on: one's own, or the embedded one of this installation. */
export const databaseUrl = async (config: Config): Promise<{ readonly url: string; readonly server: Server | null }> => {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, server: null }
  const server = await ensureServer(stateFolder(config.home, config.dataFolder), config.home)
  await createIfMissing(urlOf(server, 'postgres'), DATABASE)
  return { url: urlOf(server, DATABASE), server }
}

/** The packs that ship with the installation, by folder. */
export const packFolders = (home: string): readonly string[] =>
  readdirSync(path.join(home, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(home, 'packs', entry.name))
    .sort()

const step = async <T>(zh: string, en: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now()
  const result = await work()
  console.log(`${`  ${zh} · ${en}`.padEnd(52)}${((performance.now() - began) / 1000).toFixed(2)} s`)
  return result
}

/** A sentence in both languages, then the end; a stack trace only for bugs. */
export const explainAndExit = (error: unknown): void => {
  if (error instanceof Failure) {
    console.error(`\n  ${error.text.zh}\n  ${error.text.en}`)
    for (const each of error.fields.slice(0, 20)) console.error(`    ${each.field}  ${each.code}  ${each.message.zh} / ${each.message.en}`)
  } else console.error(error)
  process.exitCode = 1
}

const listenFailure = (error: unknown, port: number): never => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return fail('kernel.port-taken', { port })
  if (code === 'EACCES') return fail('kernel.port-denied', { port })
  throw error
}

export const startSite = async ({
  home,
  version,
  build,
}: {
  readonly home: string
  readonly version: string
  readonly build: ServerBuild
}): Promise<void> => {
  const closing: (() => Promise<unknown>)[] = []
  let ending = false
  const end = async (): Promise<void> => {
    if (ending) return
    ending = true
    for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end())
  try {
    const config = configOf(process.env, home)
    const { url, server: postgres } = await step('数据库', 'database', () => databaseUrl(config))
    if (postgres) closing.push(() => stopServer(postgres))
    const held = await holdDatabase(url).catch((error: Error) =>
      fail('kernel.database-unreachable', { reason: error.message || String((error as NodeJS.ErrnoException).code) }),
    )
    if (!held) return fail('kernel.already-running', {})
    closing.push(held.release)
    const database = await openDatabase(url)
    closing.push(database.close)
    await step('数据表', 'tables', () => migrate(database.db, allMigrations()))
    const app = appOf({ db: database.db, timeZone: config.timeZone, now: () => new Date() })
    const folder = config.packFolder ?? packFolders(home)[0]
    if (folder) {
      try {
        await step('包', `pack ${path.basename(folder)}`, () => load(app, folder, 'start'))
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'edition.findings') throw error
        console.error(`  ${error.text.zh}\n  ${error.text.en}`)
      }
    }
    if (config.demoEnterprises > 0 && (await demoCount(app)) === 0)
      await step('演示企业', `${config.demoEnterprises} synthetic enterprises`, () => demo(app, config.demoEnterprises, SEED, 'start'))
    const site = await siteOf(app, build, { home, version, requestsPerMinute: config.requestsPerMinute })
    closing.push(() => site.close())
    await step('网站', 'site', () => site.listen({ port: config.port, host: config.host })).catch((error: unknown) =>
      listenFailure(error, config.port),
    )
    const address = site.server.address()
    const port = typeof address === 'object' && address ? address.port : config.port
    console.log(`\n  策行 Planwright  http://${config.host}:${port}\n`)
  } catch (error) {
    explainAndExit(error)
    await end()
  }
}
