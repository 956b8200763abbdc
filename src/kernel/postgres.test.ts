import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Failure } from './failure.ts'
import { ensureServer, type Server, stateFolder, stopServer, urlOf } from './postgres.ts'

const home = path.resolve(import.meta.dirname, '../..')
// A folder as people have it; open to the account that runs the server for root.
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'pw 城市-'))
fs.chmodSync(root, 0o755)
const folder = path.join(root, '数据 文件夹', 'main')

const start = (at = folder): Promise<Server> => ensureServer(at, home)
const ask = async (server: Server, statement: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  try {
    return (await client.query(statement)).rows[0]
  } finally {
    await client.end()
  }
}
const gone = async (pid: number): Promise<void> => {
  while (fs.existsSync(`/proc/${pid}/exe`)) await sleep(10)
}
const kill = async ({ pid }: Server): Promise<void> => {
  process.kill(pid, 'SIGKILL')
  await gone(pid)
}

/** The server that this run of the tests uses. */
const testServer = async (): Promise<number> => {
  const client = new pg.Client({ connectionString: inject('postgres').url })
  await client.connect()
  const { rows } = await client.query<{ file: string }>("select pg_read_file('postmaster.pid') file")
  await client.end()
  return Number.parseInt(rows[0]?.file ?? '', 10)
}

afterAll(async () => {
  await stopServer(await start(), true)
  fs.rmSync(root, { recursive: true })
})

describe('the embedded server', () => {
  let server: Server
  beforeEach(async () => {
    server = await start()
  })

  it('starts in a folder whose name has blanks and Chinese characters, without a port, in UTF-8', async () => {
    expect(
      await ask(server, "select current_setting('listen_addresses') listens, pg_encoding_to_char(encoding) encoding from pg_database"),
    ).toEqual({
      listens: '',
      encoding: 'UTF8',
    })
    expect(fs.statSync(server.socket).mode & 0o777).toBe(0o700)
  })

  it('is adopted by the next start, also through a link to its folder', async () => {
    const link = path.join(root, 'link')
    fs.symlinkSync(folder, link)
    expect((await start()).pid).toBe(server.pid)
    expect((await start(link)).pid).toBe(server.pid)
  })

  it('comes back after kill -9 with everything that was committed', async () => {
    await ask(server, 'create table if not exists kept (n int)')
    await ask(server, 'insert into kept values (7)')
    await kill(server)
    const again = await start()
    expect(again.pid).not.toBe(server.pid)
    expect(await ask(again, 'select n from kept')).toEqual({ n: 7 })
  })

  it('is one server when three starts come at once', async () => {
    await stopServer(server, true)
    expect(new Set((await Promise.all([start(), start(), start()])).map((each) => each.pid)).size).toBe(1)
  })

  it('is one server when two first starts come at once', async () => {
    const fresh = path.join(root, 'fresh')
    const both = await Promise.all([start(fresh), start(fresh)])
    expect(both[0]).toEqual(both[1])
    expect(fs.readdirSync(fresh).sort()).toEqual(['data', 'password', 'postgres.log'])
    await stopServer(both[0], true)
  })

  it.each([
    ['that does not exist any more', async () => 2 ** 22],
    ['that was handed out again', async () => process.pid],
    ['that is the server of another installation', testServer],
  ])('does not trust a pid file with a process %s', async (_what, pid) => {
    await stopServer(server, true)
    const other = await pid()
    expect(other).not.toBe(server.pid)
    fs.writeFileSync(
      path.join(server.data, 'postmaster.pid'),
      [other, server.data, '1', '5432', server.socket, '', '', 'ready', ''].join('\n'),
    )
    fs.writeFileSync(path.join(server.socket, '.s.PGSQL.5432.lock'), `${other}\n`)
    const again = await start()
    expect(again.pid).not.toBe(other)
    expect(await ask(again, 'select 1 as one')).toEqual({ one: 1 })
  })

  it('is not stopped while somebody else is connected', async () => {
    const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
    await client.connect()
    expect(await stopServer(server)).toBe(false)
    await client.end()
    await expect.poll(() => stopServer(server)).toBe(true)
    expect(fs.existsSync(path.join(server.data, 'postmaster.pid'))).toBe(false)
  })

  it('says where the reason is when it does not start', async () => {
    await stopServer(server, true)
    const settings = path.join(server.data, 'postgresql.conf')
    const before = fs.readFileSync(settings, 'utf8')
    fs.appendFileSync(settings, '\nno_such_setting = 1\n')
    const failure: Failure = await start().then(
      () => expect.unreachable(),
      (error) => error,
    )
    fs.writeFileSync(settings, before)
    expect([failure.kind, failure.code, failure.params.log]).toEqual([
      'unavailable',
      'kernel.database-start',
      path.join(folder, 'postgres.log'),
    ])
  })
})

it('says that there is no PostgreSQL for a platform without its package', async () => {
  await expect(ensureServer(path.join(root, 'none', 'main'), root)).rejects.toMatchObject({
    code: 'kernel.no-binary',
    params: { platform: `${process.platform}-${process.arch}` },
  })
})

describe('what the disk refuses', () => {
  it('is said as missing permission', async () => {
    const file = path.join(root, 'file')
    fs.writeFileSync(file, '')
    await expect(start(path.join(file, 'main'))).rejects.toMatchObject({
      code: 'kernel.no-permission',
      params: { path: path.join(file, 'main') },
    })
  })

  const full = path.join(root, 'full')
  const mounted = (() => {
    try {
      fs.mkdirSync(full)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', full], { stdio: 'ignore' })
      return true
    } catch {
      console.warn('SKIPPED: a full disk can only be tried by root with the right to mount.')
      return false
    }
  })()
  afterAll(() => void (mounted && execFileSync('umount', [full])))

  it.skipIf(!mounted)('is said as a full disk, and the half copy is taken away again', async () => {
    await expect(start(path.join(full, 'main'))).rejects.toMatchObject({
      code: 'kernel.no-space',
      params: { path: path.join(full, 'main') },
    })
    expect(fs.readdirSync(full)).toEqual(['main'])
  })
})

describe('the state folder', () => {
  it('is the same for a checkout and a link to it', () => {
    const link = path.join(root, 'checkout')
    fs.symlinkSync(home, link)
    expect(stateFolder(link, null)).toBe(stateFolder(home, null))
  })

  it('differs for tests and site, and follows PLANWRIGHT_DATA', () => {
    expect(stateFolder(home, null, 'test')).not.toBe(stateFolder(home, null))
    expect(stateFolder(home, '/srv/data')).toBe('/srv/data/main')
  })
})
