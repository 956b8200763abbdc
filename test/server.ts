/** The PostgreSQL of tests: a second embedded server in a state folder of its own, so that it never meets a running site. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureServer, type Server, stateFolder, urlOf } from '../src/kernel/postgres.ts'
import { home } from './packs.ts'

/** Nothing here has to survive a power failure. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

/** The server and a connection to it: as long as that is there, no other run stops the server. */
export const testServer = async (): Promise<{ readonly server: Server; readonly admin: pg.Client }> => {
  for (let attempt = 1; ; attempt++) {
    const server = await ensureServer(stateFolder(home, null, 'test'), home, SETTINGS)
    const admin = new pg.Client({ connectionString: urlOf(server, 'postgres') })
    admin.on('error', () => {})
    try {
      await admin.connect()
      return { server, admin }
    } catch (error) {
      // Another run was just stopping it.
      if (attempt === 5) throw error
      await sleep(200)
    }
  }
}

/** The name of a database says which process it belongs to, so that what a killed one left behind can be dropped. */
export const databasePrefix = `pwt_${process.pid}`

export const dropDatabase = async (admin: pg.Client, name: string): Promise<void> => {
  await admin.query(`alter database ${name} is_template false`).catch(() => {})
  await admin.query(`drop database if exists ${name} with (force)`)
}
