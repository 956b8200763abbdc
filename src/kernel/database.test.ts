import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { freshDatabase, freshUrl } from '../../test/database.ts'
import { checkServer, createIfMissing, type Db, holdDatabase, type Migration, migrate, openDatabase } from './database.ts'

const step = (name: string, statement: string): Migration => ({ name, up: (db) => sql.raw(statement).execute(db) })

/** Another database of this run, beside that of the address; it is dropped with all others at the end of the run. */
const siblingOf = (url: string, suffix: string): { readonly name: string; readonly url: string } => {
  const name = `${/\/(pwt_\w+)\?/.exec(url)?.[1]}_${suffix}`
  return { name, url: url.replace(/\/pwt_\w+\?/, `/${name}?`) }
}

describe('migrations', () => {
  const first = step('test/1-first', 'create table test_first (n int)')
  const second = step('test/2-second', 'insert into test_first values (1)')
  const numbers = async (db: Db) => (await sql<{ n: number }>`select n from test_first`.execute(db)).rows.map((row) => row.n)

  it('run each once and in order, also when a later program brings more', async () => {
    const { db } = await freshDatabase({ empty: true })
    expect(await migrate(db, [first])).toBe(1)
    expect(await migrate(db, [first, second])).toBe(1)
    expect(await migrate(db, [first, second])).toBe(0)
    expect(await numbers(db)).toEqual([1])
  })

  it('run once though two starts come together', async () => {
    const { db } = await freshDatabase({ empty: true })
    expect((await Promise.all([migrate(db, [first, second]), migrate(db, [first, second])])).sort()).toEqual([0, 2])
    expect(await numbers(db)).toEqual([1])
  })

  it('leave nothing behind when one of them fails', async () => {
    const { db } = await freshDatabase({ empty: true })
    await expect(migrate(db, [first, step('test/2-broken', 'select nonsense')])).rejects.toThrow('nonsense')
    await expect(numbers(db)).rejects.toThrow('does not exist')
    expect(await migrate(db, [first, second])).toBe(2)
  })

  it('refuse a database that a newer program made, and touch nothing', async () => {
    const { db } = await freshDatabase({ empty: true })
    await migrate(db, [first, second])
    await expect(migrate(db, [first, step('test/3-third', 'drop table test_first')])).rejects.toMatchObject({
      code: 'kernel.database-newer',
      params: { name: 'test/2-second' },
    })
    expect(await numbers(db)).toEqual([1])
  })
})

describe('opening a database', () => {
  it('says that nobody answers', async () => {
    await expect(openDatabase('postgresql://nobody@127.0.0.1:1/none')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'kernel.database-unreachable',
      params: { reason: expect.stringContaining('ECONNREFUSED') },
    })
  })

  it('says that the password is wrong', async () => {
    const url = (await freshUrl()).replace(/:[^:@]+@/, ':wrong@')
    await expect(openDatabase(url)).rejects.toMatchObject({ code: 'kernel.database-unreachable' })
  })

  it('refuses a database that is not in UTF-8', async () => {
    const url = await freshUrl()
    const other = siblingOf(url, 'ascii')
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    await admin.query(`create database ${other.name} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`)
    await admin.end()
    await expect(openDatabase(other.url)).rejects.toMatchObject({
      code: 'kernel.database-encoding',
      params: { encoding: 'SQL_ASCII' },
    })
  })

  it('refuses a PostgreSQL that is too old', () => {
    expect(() => checkServer(140_012, 'UTF8')).toThrow(expect.objectContaining({ code: 'kernel.database-old', params: { version: 14 } }))
    expect(() => checkServer(150_000, 'UTF8')).not.toThrow()
  })

  it('keeps days as texts and whole numbers whole', async () => {
    const { db } = await freshDatabase()
    const { rows } = await sql`select date '2024-02-29' as day, 9007199254740993::bigint as number`.execute(db)
    expect(rows).toEqual([{ day: '2024-02-29', number: 9007199254740993n }])
  })
})

describe('a database', () => {
  it('is made once though two starts want it', async () => {
    const url = await freshUrl({ empty: true })
    const other = siblingOf(url, 'two')
    await Promise.all([createIfMissing(url, other.name), createIfMissing(url, other.name)])
    const { close } = await openDatabase(other.url)
    await close()
  })

  it('closes within seconds though a query runs on', async () => {
    const watcher = await freshDatabase()
    const { db, close } = await openDatabase(watcher.url)
    const endless = sql`select pg_sleep(600)`.execute(db).catch((error: Error) => error)
    const running = async () =>
      (await sql`select from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%'`.execute(watcher.db))
        .rows.length
    await expect.poll(running).toBe(1)
    const began = Date.now()
    await close()
    expect(Date.now() - began).toBeLessThan(15_000)
    expect(await endless).toBeInstanceOf(Error)
  })

  it('serves one site at a time', async () => {
    const url = await freshUrl()
    const one = await holdDatabase(url)
    expect(await holdDatabase(url)).toBeNull()
    await one?.release()
    const two = await holdDatabase(url)
    expect(two).not.toBeNull()
    await two?.release()
  })
})
