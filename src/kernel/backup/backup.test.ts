import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, freshUrl } from '../../../test/database.ts'
import { reformed, xincheng } from '../../../test/pack.ts'
import { home } from '../../../test/packs.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { allMigrations, demo } from '../../app.ts'
import { propose } from '../../modules/edition/index.ts'
import { loadDepartments } from '../../modules/office/index.ts'
import { type Db, openDatabase } from '../database.ts'
import { filesIn } from '../files.ts'
import { newId } from '../ids.ts'
import { type RestoreOrder, restore } from './restore.ts'
import { quotedName, sequencesIn, tablesIn } from './schema.ts'
import { passphraseIn } from './seal.ts'
import { type BackupOrder, backUp, backupsIn } from './write.ts'

const scratch = mkdtempSync(path.join(os.tmpdir(), 'pw-backup-'))
atEnd(() => rmSync(scratch, { recursive: true }))
const place = (name: string): string => path.join(scratch, name)
const PASSPHRASE = 'correct horse battery staple'

/** Every row of every table as text, and how far each sequence is. */
const contentsOf = async (db: Db) => {
  const contents: Record<string, readonly string[]> = {}
  for (const table of await tablesIn(db)) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(quotedName(table))} t order by 1`.execute(db)
    contents[quotedName(table)] = rows.map(({ row }) => row)
  }
  return { contents, sequences: await sequencesIn(db) }
}
const tableNames = async (url: string): Promise<readonly string[]> => {
  const { db, close } = await openDatabase(url)
  const names = (await tablesIn(db)).map(({ name }) => name)
  await close()
  return names
}

const { app, database } = await freshApp()
const files = filesIn(place('files'), null)

beforeAll(async () => {
  await demo(app, 200, 1, 'test')
  const person = await somebody(database, { name: '张三' })
  const planner = { ...person, posts: [await postFor(database, person, ['planner'])] }
  const texts = Object.fromEntries(reformed(await xincheng()))
  await app.perform(planner, propose, { files: texts, origin: { kind: 'upload', name: 'a.zip' }, reason: '提高比例' })
  await files.keep(Buffer.from('附件一'))
  await files.keep(Buffer.alloc(200_000, 7))
  // A population is a table that no migration makes; this one has everything such a table can have.
  for (const statement of [
    `create table "人口 表" (id text primary key, "营业收入" numeric not null default 0, half numeric generated always as ("营业收入" / 2) stored, day date check (day > '1900-01-01'))`,
    `create index "人口 日" on "人口 表" (day) where day is not null`,
    `comment on table "人口 表" is '合成''企业'`,
    `comment on column "人口 表"."营业收入" is '元'`,
    'create table busy (n integer)',
    `insert into "人口 表" (id, "营业收入", day) select 'e' || n, n * 1.25, date '2020-01-01' + n from generate_series(1, 500) n`,
  ])
    await sql.raw(statement).execute(database.db)
})

const NOW = new Date('2026-03-01T18:30:05Z')
const order = (to: string, more: Partial<BackupOrder> = {}): BackupOrder => ({
  url: database.url,
  to: place(to),
  files: place('files'),
  passphrase: null,
  keep: null,
  version: '1.2.3',
  now: NOW,
  ...more,
})
const back = (url: string, folder: string, more: Partial<RestoreOrder> = {}) =>
  restore({ url, folder, passphrase: null, migrations: allMigrations(), files: filesIn(place('other-files'), null), ...more })
const emptyUrl = () => freshUrl({ empty: true })

describe('a backup', () => {
  it.each([
    ['open', null],
    ['encrypted', PASSPHRASE],
  ])('brings back every row, sequence, table and file as they were: %s', async (name, passphrase) => {
    const before = await contentsOf(database.db)
    const done = await backUp(order(name, { passphrase }))
    expect(done).toMatchObject({ takenAt: NOW.toISOString(), files: 2, encrypted: passphrase !== null })
    expect(path.basename(done.folder)).toBe('planwright-20260301T183005Z')
    const url = await emptyUrl()
    const target = `files-${name}`
    expect(await back(url, done.folder, { passphrase, files: filesIn(place(target), null) })).toMatchObject({
      rows: done.rows,
      tables: done.tables,
    })

    const { db, close } = await openDatabase(url)
    expect(await contentsOf(db)).toEqual(before)
    expect(await tablesIn(db)).toEqual(await tablesIn(database.db))
    const kept = createHash('sha256').update('附件一').digest('hex')
    expect(Buffer.from(await filesIn(place(target), null).read(kept)).toString()).toBe('附件一')
    // What protects the tables is awake again.
    await expect(sql`delete from kernel_event`.execute(db)).rejects.toThrow('append-only')
    const waiting = async (of: Db) =>
      (
        await sql`select conname from pg_constraint where contype = 'f' and condeferrable and connamespace = 'public'::regnamespace`.execute(
          of,
        )
      ).rows
    expect(await waiting(db)).toEqual(await waiting(database.db))
    await close()
  })

  it('holds one moment, whatever is written meanwhile', async () => {
    let writing = true
    const writer = (async () => {
      for (let n = 0; writing; n++) await sql`insert into busy (n) values (${n})`.execute(database.db)
    })()
    const done = await backUp(order('busy'))
    writing = false
    await writer
    const url = await emptyUrl()
    await back(url, done.folder)
    const { db, close } = await openDatabase(url)
    const { rows } = await sql<{ rows: bigint; last: number | null }>`select count(*) as rows, max(n) as last from busy`.execute(db)
    expect(Number(rows[0]!.rows)).toBe((rows[0]!.last ?? -1) + 1)
    // What comes next does not meet what came along.
    await sql`insert into edition_term (hash, how, since, until) select hash, 'loaded', now(), now() from edition_pack`.execute(db)
    await close()
  })

  it('holds messages that were on their way, which a start sends again to whoever has not heard them', async () => {
    const { url: own } = await freshDatabase()
    const { db: source, close: closeSource } = await openDatabase(own)
    const parcel = { message: newId(), listener: 'office.load-departments', type: 'edition.in-service' }
    await sql`insert into kernel_parcel (message, listener, type, body, sent_at)
      values (${parcel.message}, ${parcel.listener}, ${parcel.type}, '{}', ${NOW})`.execute(source)
    await closeSource()
    const done = await backUp(order('queue', { url: own }))
    const url = await emptyUrl()
    await back(url, done.folder)
    const { db, close } = await openDatabase(url)
    expect((await sql`select message, listener, type from kernel_parcel`.execute(db)).rows).toEqual([parcel])
    await close()
  })

  it('stays with the latest few', async () => {
    for (const day of [1, 2, 3]) await backUp(order('few', { keep: 2, now: new Date(Date.UTC(2026, 0, day)) }))
    expect(await backupsIn(place('few'))).toEqual(['planwright-20260103T000000Z', 'planwright-20260102T000000Z'])
  })

  it('is made once at a time, and only where it can be written', async () => {
    const both = await Promise.allSettled([backUp(order('twice')), backUp(order('twice', { now: new Date(Date.UTC(2026, 5, 1)) }))])
    const refused = both.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ code: 'backup.under-way' })
    writeFileSync(place('a-file'), '')
    expect((await refusalOf(backUp(order('a-file')))).code).toBe('backup.folder')
  })
})

describe('a backup that was killed in the middle', () => {
  it('is never taken for one', async () => {
    const url = await freshUrl()
    const { db, close } = await openDatabase(url)
    await sql`create table much as select n as id, repeat(md5(n::text), 20) as text from generate_series(1, 150000) n`.execute(db)
    await close()
    const to = place('killed')
    mkdirSync(to)
    const child = spawn(process.execPath, [path.join(home, 'src/cli/main.ts'), 'backup', '--to', to], {
      env: { ...process.env, DATABASE_URL: url },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)))
    const copied = (): number => {
      const [folder] = readdirSync(to)
      const part = folder && path.join(to, folder, 'tables/public.much.copy.gz')
      return part && existsSync(part) ? statSync(part).size : 0
    }
    while (copied() === 0 && child.exitCode === null) await sleep(2)
    child.kill('SIGKILL')
    expect(await ended).toBe('SIGKILL')
    const [left = ''] = readdirSync(to)
    expect(left).toMatch(/^\.planwright-.*\.unfinished$/)
    expect(await backupsIn(to)).toEqual([])
    expect((await refusalOf(back(await emptyUrl(), path.join(to, left)))).code).toBe('backup.none')
    await backUp(order('killed', { now: new Date(Date.now() + 2 * 86_400_000) }))
    expect(readdirSync(to)).toHaveLength(1)
  })
})

describe('a restoration', () => {
  let whole = ''
  let secret = ''
  beforeAll(async () => {
    whole = (await backUp(order('whole'))).folder
    secret = (await backUp(order('secret', { passphrase: PASSPHRASE }))).folder
  })
  const copied = (from: string): string => {
    const folder = mkdtempSync(path.join(scratch, 'copy-'))
    cpSync(from, folder, { recursive: true })
    return folder
  }

  it('refuses a backup with another byte anywhere, and leaves the database empty', async () => {
    const url = await emptyUrl()
    const names = readdirSync(whole, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(whole, path.join(entry.parentPath, entry.name)))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.integer({ min: 1, max: 255 }),
        async (name, where, change) => {
          const folder = copied(whole)
          const bytes = readFileSync(path.join(folder, name))
          bytes[Math.floor(where * bytes.length)]! ^= change
          writeFileSync(path.join(folder, name), bytes)
          expect((await refusalOf(back(url, folder))).code).toMatch(/^backup\.(damaged|none)$/)
          rmSync(folder, { recursive: true })
        },
      ),
      { numRuns: 60 },
    )
    expect(await tableNames(url)).toEqual([])
  })

  it('refuses a backup from which a part is missing', async () => {
    const folder = copied(whole)
    rmSync(path.join(folder, 'tables/public.kernel_event.copy.gz'))
    expect((await refusalOf(back(await emptyUrl(), folder))).code).toBe('backup.damaged')
    const sums = path.join(folder, 'SHA256SUMS')
    writeFileSync(sums, readFileSync(sums, 'utf8').replace(/.*kernel_event.*\n/, ''))
    expect((await refusalOf(back(await emptyUrl(), folder))).code).toBe('backup.damaged')
  })

  /** A backup whose manifest somebody changed, with sums to match. */
  const forged = (from: string, to: string): string => {
    const folder = copied(whole)
    const file = path.join(folder, 'manifest.json')
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(from)
    writeFileSync(file, text.replace(from, to))
    const sums = path.join(folder, 'SHA256SUMS')
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex')
    writeFileSync(
      sums,
      readFileSync(sums, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (line.endsWith('manifest.json') ? `${hash}  manifest.json\n` : `${line}\n`))
        .sort()
        .join(''),
    )
    return folder
  }

  it('refuses rows that are not as many as were written, and takes back what it had begun', async () => {
    const url = await emptyUrl()
    const failure = await refusalOf(back(url, forged('"rows": 500', '"rows": 501')))
    expect([failure.code, failure.params.what]).toEqual(['backup.differs', '500 ≠ 501'])
    expect(await tableNames(url)).toEqual([])
  })

  it('refuses a record that somebody rewrote before the backup was made, and takes back what it had begun', async () => {
    const { app: other, database: source } = await freshApp()
    await other.perform({ kind: 'operator', name: 'test' }, loadDepartments, {})
    await sql`alter table kernel_event disable trigger user`.execute(source.db)
    await sql`update kernel_event set event = 'nothing.happened' where seq = 1`.execute(source.db)
    const { folder } = await backUp(order('rewritten', { url: source.url }))
    const url = await emptyUrl()
    expect((await refusalOf(back(url, folder))).code).toBe('backup.record')
    expect(await tableNames(url)).toEqual([])
  })

  it('refuses a backup of a newer program, and a database that is not empty', async () => {
    const [, ...fewer] = allMigrations().toReversed()
    const failure = await refusalOf(back(await emptyUrl(), whole, { migrations: fewer.toReversed() }))
    expect([failure.code, failure.params.version]).toEqual(['backup.newer', '1.2.3'])
    expect((await refusalOf(back(await freshUrl(), whole))).code).toBe('backup.not-empty')
  })

  it('opens an encrypted backup with its passphrase only', async () => {
    const url = await emptyUrl()
    expect((await refusalOf(back(url, secret))).code).toBe('backup.key-needed')
    expect((await refusalOf(back(url, secret, { passphrase: 'another passphrase' }))).code).toBe('backup.sealed')
    expect((await refusalOf(back(url, whole, { passphrase: PASSPHRASE }))).code).toBe('backup.key-without-use')
    expect(readdirSync(secret, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|gz)$/.test(name))).toEqual([])
    writeFileSync(place('short'), 'short\n')
    expect((await refusalOf(passphraseIn(place('short')))).code).toBe('backup.key-short')
    expect((await refusalOf(passphraseIn(place('nowhere')))).code).toBe('backup.key-unreadable')
    writeFileSync(place('key'), `${PASSPHRASE}\n`)
    expect(await passphraseIn(place('key'))).toBe(PASSPHRASE)
  })

  it('that is killed in the middle leaves the database empty', async () => {
    const url = await emptyUrl()
    const child = spawn(process.execPath, [path.join(home, 'src/cli/main.ts'), 'restore', whole], {
      env: { ...process.env, DATABASE_URL: url, PLANWRIGHT_FILES: place('killed-files') },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    const watcher = await openDatabase(url)
    const isAtWork = async (): Promise<boolean> =>
      (await sql`select from pg_stat_activity where datname = current_database() and backend_xid is not null`.execute(watcher.db)).rows
        .length > 0
    while (!(await isAtWork()) && child.exitCode === null) await sleep(2)
    child.kill('SIGKILL')
    await ended
    while (await isAtWork()) await sleep(20)
    expect(child.signalCode).toBe('SIGKILL')
    expect(await tableNames(url)).toEqual([])
    await watcher.close()
  })
})
