import * as fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { freshDatabase, freshUrl } from '../../test/database.ts'
import { packCopy } from '../../test/line.ts'
import { home, packs } from '../../test/packs.ts'
import { startBuilt } from '../../test/site.ts'
import { configOf } from '../kernel/config.ts'
import { listenFailure, packToPublish } from './start.ts'

type Environment = Readonly<Record<string, string>>

/** How a start ends that cannot succeed. */
const failedStart = async (environment: Environment): Promise<string> => {
  const failure = await startBuilt(environment).then(
    async (running) => {
      await running.stop()
      return expect.unreachable('this start should have failed')
    },
    (error: Error) => error.message,
  )
  expect(failure).toContain('The site ended with 1:')
  expect(failure, 'a stack trace is for bugs only').not.toMatch(/^\s+at /m)
  return failure
}
const packHash = async (address: string): Promise<unknown> =>
  ((await (await fetch(`${address}/api/v1/health`)).json()) as { pack: unknown }).pack

describe('the pack that a start publishes', () => {
  it('is the one that ships and is not invented, unless the settings name another', () => {
    expect(packToPublish(configOf({}, home))).toBe(packs.wuhan)
    expect(packToPublish(configOf({ PLANWRIGHT_PACK: packs.sample }, home))).toBe(packs.sample)
  })
})

describe('a start that cannot succeed says why in one sentence of each language', () => {
  it('when the port is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1')
    await new Promise((done) => other.once('listening', done))
    const { port } = other.address() as net.AddressInfo
    const said = await failedStart({ DATABASE_URL: await freshUrl(), PLANWRIGHT_PACK: packs.xincheng, PORT: String(port) })
    other.close()
    expect(said).toContain(`端口 ${port} 已被占用。请设 PORT=其他端口 再启动。`)
    expect(said).toContain(`Port ${port} is taken. Set PORT to another one and start again.`)
  })

  it('when the port is for others', () => {
    const denied = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })
    const away = Object.assign(new Error('listen'), { code: 'EADDRNOTAVAIL' })
    expect(() => listenFailure(away, 80, '10.1.2.3')).toThrow(
      expect.objectContaining({ code: 'kernel.host', params: { host: '10.1.2.3' } }),
    )
    expect(() => listenFailure(denied, 80, '127.0.0.1')).toThrow(
      expect.objectContaining({ code: 'kernel.port-denied', params: { port: 80 } }),
    )
  })

  it('when a setting does not fit', async () => {
    const said = await failedStart({ PORT: '80a' })
    expect(said).toContain('设置 PORT=80a 不对，应为 0–65535。')
    expect(said).toContain('The setting PORT=80a does not fit; it should be 0–65535.')
  })

  it('when real people would come to a site without TLS, or to one where anybody may come in', async () => {
    const production = { DATABASE_URL: await freshUrl(), PLANWRIGHT_PACK: packs.xincheng, PLANWRIGHT_MODE: 'production' }
    const real = { ...production, PLANWRIGHT_ORIGIN: 'https://planwright.example', PLANWRIGHT_SECRET: 's'.repeat(32) }
    expect(await failedStart(production)).toContain('The setting PLANWRIGHT_ORIGIN= does not fit; it should be https://')
    expect(await failedStart({ ...real, PLANWRIGHT_SECRET: 's'.repeat(31) })).toContain('PLANWRIGHT_SECRET=…')
    await (await startBuilt({ DATABASE_URL: production.DATABASE_URL, PLANWRIGHT_PACK: packs.xincheng })).stop()
    expect(await failedStart(real)).toContain('The database has 11 demo accounts')
    const fresh = await startBuilt({ ...real, DATABASE_URL: await freshUrl() })
    expect(await (await fetch(`${fresh.address}/en/sign-in`)).text()).not.toContain('Demo accounts')
    expect(await fresh.stop()).toBe(0)
  })

  it('when DATABASE_URL leads nowhere', async () => {
    const said = await failedStart({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
    expect(said).toMatch(/连不上数据库：.*ECONNREFUSED.*。请检查 DATABASE_URL。/)
    expect(said).toMatch(/The database cannot be reached: .*ECONNREFUSED.*\. Check DATABASE_URL\./)
  })

  it('when a newer program made the database', async () => {
    const { db, url } = await freshDatabase()
    await sql`insert into kernel_migration (name) values ('future/1-thing')`.execute(db)
    const said = await failedStart({ DATABASE_URL: url })
    expect(said).toContain('数据库由更新的版本建立（步骤 future/1-thing）')
    expect(said).toContain('The database was made by a newer version (step future/1-thing).')
  })

  it('when the data folder cannot be written', async () => {
    const said = await failedStart({ PLANWRIGHT_DATA: '/dev/null/data' })
    expect(said).toContain('没有权限写入 /dev/null/data/main。')
    expect(said).toContain('No permission to write to /dev/null/data/main.')
  })

  it('when the pack has errors and no earlier one can go on serving', async () => {
    const folder = packCopy()
    const file = path.join(folder, 'measures/research-subsidy.md')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('- 独立法人', '- 独立法师'))
    const said = await failedStart({ DATABASE_URL: await freshUrl(), PLANWRIGHT_PACK: folder })
    expect(said).toMatch(/measures\/research-subsidy\.md:33:\d+ {2}rule\.name-unknown/)
    expect(await failedStart({ DATABASE_URL: await freshUrl(), PLANWRIGHT_PACK: '/no/such/pack' })).toContain('pack.folder')
  })
})

describe('a running site', () => {
  it('is alone on its database, and loses nothing when it is killed', async () => {
    const { db, url } = await freshDatabase()
    const environment = { DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng }
    const first = await startBuilt(environment)
    const pack = await packHash(first.address)
    const second = await failedStart(environment)
    expect(second).toContain('已有一个策行在运行')
    expect(second).toContain('A Planwright is already running on this database.')

    const kept = async () =>
      (
        await sql<{
          n: bigint
          events: string[]
        }>`select (select count(*) from party_enterprise) n, (select array_agg(event order by seq) from kernel_audit) events`.execute(db)
      ).rows[0]
    const before = await kept()
    await first.kill()
    expect(await kept()).toEqual(before)

    const again = await startBuilt(environment)
    expect(await packHash(again.address)).toBe(pack)
    expect(before).toMatchObject({
      n: 50n,
      events: expect.arrayContaining(['edition.published', 'party.demo-loaded', 'app.demo-accounts-made']),
    })
    expect(await kept()).toEqual({ n: 50n, events: [...(before?.events ?? []), 'edition.confirmed'] })
    expect(await again.stop()).toBe(0)
  })

  it('goes on with the earlier pack when the one at start has errors', async () => {
    const url = await freshUrl()
    const good = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng })
    const pack = await packHash(good.address)
    await good.stop()
    const folder = packCopy()
    fs.rmSync(path.join(folder, 'targets.csv'))
    const next = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: folder })
    expect(await packHash(next.address)).toBe(pack)
    expect(next.output()).toContain('the earlier one stays in service')
    expect(next.output()).toContain('pack.file-missing')
    await next.stop()
  })

  it('keeps the pack of another city that was put in service before', async () => {
    const url = await freshUrl()
    const first = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng })
    const pack = await packHash(first.address)
    await first.stop()
    const next = await startBuilt({ DATABASE_URL: url })
    expect(await packHash(next.address)).toBe(pack)
    await next.stop()
  })
})

describe('a site with its own database', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), '策行 数据-'))
  fs.chmodSync(root, 0o755)
  const pidFile = path.join(root, 'main/data/postmaster.pid')
  afterAll(() => fs.rmSync(root, { recursive: true }))

  it('starts from nothing below a path with blanks and Chinese, survives its database, and stops it with itself', async () => {
    const site = await startBuilt({ PLANWRIGHT_DATA: root, PLANWRIGHT_PACK: packs.xincheng })
    const pack = await packHash(site.address)
    expect(pack).toMatch(/^[0-9a-f]{64}$/)
    process.kill(Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10), 'SIGKILL')
    await expect.poll(() => packHash(site.address), { timeout: 20_000, interval: 100 }).toBe(pack)
    await expect.poll(() => site.output()).toContain('the database is back')
    expect(await site.stop()).toBe(0)
    expect(fs.existsSync(pidFile)).toBe(false)
  })

  it('ends quietly when it is stopped in the middle of a start', async () => {
    const environment = { PLANWRIGHT_DATA: root, PLANWRIGHT_PACK: packs.wuhan, PLANWRIGHT_DEMO: '2000000' }
    fs.rmSync(path.join(root, 'main'), { recursive: true })
    const site = await startBuilt(environment, /pack wuhan/)
    expect(await site.stop()).toBe(0)
    expect(site.output()).not.toMatch(/^\s+at /m)
    expect(fs.existsSync(pidFile)).toBe(false)
  })
})
