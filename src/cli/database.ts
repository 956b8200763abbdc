/** The database of this installation for one piece of work; a running site is not disturbed. */
import path from 'node:path'
import { type App, allMigrations, appOf } from '../app.ts'
import { databaseUrl } from '../http/keep.ts'
import { journalIn } from '../kernel/audit/journal.ts'
import { signerFor } from '../kernel/audit/key.ts'
import { configOf } from '../kernel/config.ts'
import { type Connection, openConnection } from '../kernel/connection.ts'
import { migrate, openDatabase } from '../kernel/database.ts'
import { engineOf } from '../kernel/engine.ts'
import { filesOf } from '../kernel/files.ts'
import { sealOf } from '../kernel/seal.ts'
import { secretsOf } from '../kernel/secret.ts'
import type { Who } from '../kernel/who.ts'

/** Whoever can run the command line. */
export const OPERATOR: Who = { kind: 'operator', name: 'command line' }

/** A connection of its own, and the same modules on it. */
export type Line = { readonly connection: Connection; readonly app: App }

/** `line` opens a connection; all are closed at the end. */
export type Opened = { readonly app: App; readonly line: () => Promise<Line> }

export const withDatabase = async <T>(work: (opened: Opened) => Promise<T>): Promise<T> => {
  const config = configOf(process.env, path.resolve(import.meta.dirname, '../..'))
  const { url } = await databaseUrl(config)
  const database = await openDatabase(url)
  const ground = {
    timeZone: config.timeZone,
    now: () => new Date(),
    engine: engineOf(config.home),
    files: filesOf(config),
    seal: sealOf(secretsOf(config)),
    hash: config.hash,
    signer: signerFor(config),
    journal: config.journalFolder === null ? null : journalIn(config.journalFolder),
  }
  const connections: Connection[] = []
  try {
    await migrate(database.db, allMigrations())
    const line = async (): Promise<Line> => {
      const connection = await openConnection(url)
      connections.push(connection)
      return { connection, app: appOf({ db: connection.db, ...ground }) }
    }
    return await work({ app: appOf({ db: database.db, ...ground }), line })
  } finally {
    await Promise.all(connections.map((connection) => connection.close().catch(() => {})))
    await database.close()
    await ground.journal?.close()
  }
}

export const withApp = <T>(work: (app: App) => Promise<T>): Promise<T> => withDatabase(({ app }) => work(app))
