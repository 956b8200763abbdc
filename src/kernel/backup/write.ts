/** Makes a backup: one moment of the database and the files beside it, in a folder that has its name only once it is whole. */
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { headsIn } from '../audit/checkpoints.ts'
import { type Connection, openConnection } from '../connection.ts'
import { isAway } from '../database.ts'
import { Failure } from '../failure.ts'
import type { Manifest } from './manifest.ts'
import { soundBackup } from './manifest.ts'
import { fail } from './messages.ts'
import { MANIFEST, type Part, SUMS, sumsOf, syncFolder, syncFolders, writePart } from './parts.ts'
import { copiedColumns, quotedName, sequencesIn, type TableShape, tablesIn } from './schema.ts'
import { newSealer, type Sealer } from './seal.ts'

const LOCK = 4_620_002
const NAME = /^planwright-\d{8}T\d{6}Z$/
const UNFINISHED = /^\.planwright-.*\.unfinished$/
const DAY_MS = 86_400_000

export type BackupOrder = {
  readonly url: string
  /** The folder in which backups lie. */
  readonly to: string
  /** Where files that people hand in are kept; null: there are none. */
  readonly files: string | null
  readonly passphrase: string | null
  /** How many backups stay in the folder; null: all. */
  readonly keep: number | null
  readonly version: string
  readonly now: Date
}
export type BackupDone = {
  readonly folder: string
  readonly takenAt: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  readonly bytes: number
  readonly encrypted: boolean
}

const copyTable = async (connection: Connection, folder: string, table: TableShape, sealer: Sealer | null) => {
  const rows = connection.copyFrom(`copy ${quotedName(table)} (${copiedColumns(table)}) to stdout (format binary)`)
  const part = await writePart(
    folder,
    `tables/${table.schema}.${table.name.replace(/[^\w.-]/g, (sign) => `-${sign.codePointAt(0)}-`)}.copy.gz`,
    [rows.bytes, createGzip()],
    sealer,
  )
  return { ...table, part, rows: rows.count() }
}

const copyFiles = async (from: string, folder: string, sealer: Sealer | null): Promise<readonly Part[]> => {
  const entries = await readdir(from, { withFileTypes: true, recursive: true }).catch(() => [])
  const kept = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
  const parts: Part[] = []
  for (const { name, parentPath } of kept.sort((a, b) => (a.name < b.name ? -1 : 1)))
    parts.push(await writePart(folder, `files/${name}`, [createReadStream(path.join(parentPath, name))], sealer))
  return parts
}

/** The names of whole backups in a folder, the latest first. */
export const backupsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch(() => []))
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()

/** Backups beyond those that stay, and what was left behind by one that was killed a day ago or longer. */
const tidy = async (folder: string, keep: number | null, now: Date): Promise<void> => {
  for (const name of keep === null ? [] : (await backupsIn(folder)).slice(keep)) await rm(path.join(folder, name), { recursive: true })
  for (const name of (await readdir(folder)).filter((each) => UNFINISHED.test(each))) {
    const place = path.join(folder, name)
    if (now.getTime() - (await stat(place)).mtimeMs > DAY_MS) await rm(place, { recursive: true })
  }
}

const written = async (connection: Connection, unfinished: string, order: BackupOrder): Promise<Omit<BackupDone, 'folder'>> => {
  const sealer = order.passphrase === null ? null : newSealer(order.passphrase)
  const { manifest, parts } = await connection.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const tables: Manifest['tables'][number][] = []
      const shapes = await tablesIn(db)
      const { rows } = await sql<{ name: string }>`select name from kernel_migration order by at, name`.execute(db)
      const heads = await headsIn(db)
      for (const shape of shapes) tables.push(await copyTable(connection, unfinished, shape, sealer))
      // Sequences keep no moment: read last, they are at least as far as the rows are.
      const sequences = await sequencesIn(db)
      const files = order.files === null ? [] : await copyFiles(order.files, unfinished, sealer)
      const made: Manifest = {
        format: 1,
        version: order.version,
        takenAt: order.now.toISOString(),
        migrations: rows.map(({ name }) => name),
        tables,
        sequences,
        files,
        heads,
      }
      return { manifest: made, parts: [...tables.map(({ part }) => part), ...files] }
    })
  const own = await writePart(unfinished, MANIFEST, [Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)])], sealer)
  const all = [...parts, own]
  await writePart(unfinished, SUMS, [Readable.from([Buffer.from(sumsOf(all))])], null)
  return {
    takenAt: manifest.takenAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.length,
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    encrypted: sealer !== null,
  }
}

/**
 * Backs up a database and its files while the site goes on, then reads the whole backup once and holds it against its hashes. A backup that did not come to its end
 * leaves only a hidden folder, which nobody takes for one.
 */
export const backUp = async (order: BackupOrder): Promise<BackupDone> => {
  const connection = await openConnection(order.url)
  try {
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${LOCK}) as held`.execute(connection.db)
    if (!rows[0]?.held) fail('backup.under-way', {})
    const name = `planwright-${order.now.toISOString().replace(/[-:]|\.\d+/g, '')}`
    const folder = path.join(order.to, name)
    const unfinished = path.join(order.to, `.${name}-${process.pid}.unfinished`)
    try {
      await mkdir(unfinished, { recursive: true, mode: 0o700 })
      const done = await written(connection, unfinished, order)
      await soundBackup(unfinished, order.passphrase)
      await syncFolders(unfinished)
      await rename(unfinished, folder)
      await syncFolder(order.to)
      await tidy(order.to, order.keep, order.now)
      return { folder, ...done }
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true }).catch(() => {})
      const { code } = error as NodeJS.ErrnoException
      if (error instanceof Failure || isAway(error) || !/^E[A-Z]+$/.test(code ?? '')) throw error
      return fail('backup.folder', { folder: order.to, reason: code! })
    }
  } finally {
    await connection.close()
  }
}
