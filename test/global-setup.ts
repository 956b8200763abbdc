/**
 * One PostgreSQL for all test files of a run: a second embedded server in a state folder of its own, so that it never meets a running site, and one template
 * with every table. Runs in the same checkout share the server but not a database: each has its own prefix.
 */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { allMigrations } from '../src/app.ts'
import { migrate, openDatabase } from '../src/kernel/database.ts'
import { ensureServer, type Server, stateFolder, stopServer, urlOf } from '../src/kernel/postgres.ts'

const home = path.resolve(import.meta.dirname, '..')
/** Nothing here has to survive a power failure. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }

declare module 'vitest' {
  interface ProvidedContext {
    /** `url` of the server's own database, `prefix` of this run's databases, `template` to copy. */
    readonly postgres: { readonly url: string; readonly prefix: string; readonly template: string }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Databases of runs that were killed. The number in a name is the run's process. */
const dropLeftovers = async (admin: pg.Client): Promise<void> => {
  const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like 'pwt\\_%'")
  for (const { datname } of rows) if (!isAlive(Number(datname.split('_')[1]))) await drop(admin, datname)
}

const drop = async (admin: pg.Client, name: string): Promise<void> => {
  await admin.query(`alter database ${name} is_template false`).catch(() => {})
  await admin.query(`drop database if exists ${name} with (force)`)
}

/** The connection is kept for the whole run: as long as it is there, no other run stops the server. */
const connected = async (): Promise<{ readonly server: Server; readonly admin: pg.Client }> => {
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

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { server, admin } = await connected()
  await dropLeftovers(admin)
  const prefix = `pwt_${process.pid}`
  const template = `${prefix}_template`
  await admin.query(`create database ${template} strategy file_copy`)
  const database = await openDatabase(urlOf(server, template))
  await migrate(database.db, allMigrations())
  await database.close()
  await admin.query(`alter database ${template} is_template true allow_connections false`)
  project.provide('postgres', { url: urlOf(server, 'postgres'), prefix, template })
  return async () => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
      `${prefix}_`,
    ])
    for (const { datname } of rows) await drop(admin, datname)
    await admin.end()
    await stopServer(server)
  }
}
