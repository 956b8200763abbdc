/** The database under a running site: found or started, held by one site at a time, and brought back if it goes away. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from '../kernel/config.ts'
import { createIfMissing, holdDatabase } from '../kernel/database.ts'
import { fail } from '../kernel/messages.ts'
import { ensureServer, type Server, stateFolder, stopServer, urlOf } from '../kernel/postgres.ts'

const DATABASE = 'planwright'
const AGAIN_MS = 500

/** The database a site or a command works on: one's own, or the embedded one of this installation. */
export const databaseUrl = async (config: Config): Promise<{ readonly url: string; readonly server: Server | null }> => {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, server: null }
  const server = await ensureServer(stateFolder(config.home, config.dataFolder), config.home)
  await createIfMissing(urlOf(server, 'postgres'), DATABASE)
  return { url: urlOf(server, DATABASE), server }
}

const unreachable = (error: Error): never =>
  fail('kernel.database-unreachable', { reason: error.message || String((error as NodeJS.ErrnoException).code) })

/**
 * Takes the one place on the database. If the line is cut, an embedded server is started again and the place taken again, until `release`; requests in
 * between are told to come back shortly. Refused if another site has the place.
 */
export const keepDatabase = async (config: Config): Promise<{ readonly url: string; readonly release: () => Promise<void> }> => {
  let ended = false
  let { url, server } = await databaseUrl(config)
  const takeAgain = async (): Promise<void> => {
    console.error('  数据库断开，正在恢复 · the database is gone, bringing it back')
    while (!ended) {
      await sleep(AGAIN_MS)
      try {
        ;({ url, server } = await databaseUrl(config))
        held = await holdDatabase(url, lost)
        if (held) {
          console.error('  数据库已恢复 · the database is back')
          return
        }
      } catch {
        // Not yet; the next round tries again.
      }
    }
  }
  const lost = (): void => {
    if (!ended) void takeAgain()
  }
  let held = await holdDatabase(url, lost).catch(unreachable)
  if (!held) return fail('kernel.already-running', {})
  return {
    url,
    release: async () => {
      ended = true
      await held?.release()
      if (server) await stopServer(server)
    },
  }
}
