import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { line, packCopy } from '../../test/line.ts'
import { packs } from '../../test/packs.ts'

const { db, url } = await freshDatabase()
const before = process.env.DATABASE_URL
beforeAll(() => {
  process.env.DATABASE_URL = url
})
afterAll(() => {
  if (before === undefined) delete process.env.DATABASE_URL
  else process.env.DATABASE_URL = before
})

const inService = async () =>
  (await sql<{ id: string }>`select id from edition_pack join edition_term using (hash) where until is null`.execute(db)).rows

describe('planwright load', () => {
  it('publishes a pack, and changes nothing the second time', async () => {
    expect((await line('load', packs.xincheng)).out).toMatch(/^[0-9a-f]{12} 已发布。$/)
    expect((await line('load', packs.xincheng, '--lang', 'en')).out).toMatch(/was in service already; nothing changed\.$/)
    expect(await inService()).toEqual([{ id: 'xincheng' }])
  })

  it('leaves the earlier pack in service when the new one has errors', async () => {
    const folder = packCopy()
    const file = path.join(folder, 'measures/research-subsidy.md')
    writeFileSync(file, readFileSync(file, 'utf8').replace('- 独立法人', '- 独立法师'))
    const { code, out, err } = await line('load', folder, '--lang', 'en')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('rule.name-unknown')
    expect(err).toMatch(/Not loaded; the earlier pack stays in service\.$/)
    expect(await inService()).toEqual([{ id: 'xincheng' }])
  })
})

describe('planwright demo', () => {
  it('loads as many synthetic enterprises as asked', async () => {
    expect((await line('demo', '--enterprises', '12', '--seed', '3')).out).toBe('已装入 12 家演示企业（种子 3）。')
    const { rows } = await sql`select count(*)::int n, bool_and(synthetic) synthetic from party_enterprise`.execute(db)
    expect(rows).toEqual([{ n: 12, synthetic: true }])
  })
})

describe('a database that does not answer', () => {
  it('is said in one sentence', async () => {
    process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none'
    const { code, out, err } = await line('load', packs.xincheng, '--lang', 'en')
    process.env.DATABASE_URL = url
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^planwright: The database cannot be reached: .*ECONNREFUSED.*\. Check DATABASE_URL\.$/)
  })
})
