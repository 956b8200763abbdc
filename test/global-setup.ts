/**
 * One PostgreSQL for all test files of a run, and one template with every table. Runs in the same checkout share the server but not a database: each has its own prefix.
 */
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { allMigrations } from '../src/app.ts'
import { grantSite } from '../src/kernel/audit/site-role.ts'
import { migrate, openDatabase } from '../src/kernel/database.ts'
import { prepareQueues, SCHEMA } from '../src/kernel/jobs/queue.ts'
import { stopServer, urlOf } from '../src/kernel/postgres.ts'
import { databasePrefix, dropDatabase, testServer } from './server.ts'

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
  for (const { datname } of rows) if (!isAlive(Number(datname.split('_')[1]))) await dropDatabase(admin, datname)
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { server, admin } = await testServer()
  await dropLeftovers(admin)
  const prefix = databasePrefix
  const template = `${prefix}_template`
  await admin.query(`create database ${template} strategy file_copy`)
  const database = await openDatabase(urlOf(server, template))
  await migrate(database.db, allMigrations())
  await prepareQueues(urlOf(server, template))
  await grantSite(database.db, ['public', SCHEMA])
  await database.close()
  await admin.query(`alter database ${template} is_template true allow_connections false`)
  project.provide('postgres', { url: urlOf(server, 'postgres'), prefix, template })
  return async () => {
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [
      `${prefix}_`,
    ])
    for (const { datname } of rows) await dropDatabase(admin, datname)
    await admin.end()
    await stopServer(server)
  }
}
