import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from './browser.ts'
import { freshDatabase } from './database.ts'
import { freshApi, freshSite } from './site.ts'

it('gives each test file a database of its own with every table', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()]
  await sql`insert into kernel_audit (who, event, details) values ('visitor', 'test.only', '{}')`.execute(one.db)
  const { rows } = await sql<{ n: bigint }>`select count(*) n from kernel_audit`.execute(two.db)
  expect(one.url).not.toBe(two.url)
  expect(rows).toEqual([{ n: 0n }])
})

it('answers requests in process over the invented city', async () => {
  const { api, hash } = await freshApi()
  const reply = await api.inject('/api/v1/health')
  expect(reply.json()).toEqual({ status: 'ok', version: '0.0.0', pack: hash })
})

describe.skipIf(!hasBrowser)('the built site in a browser', () => {
  it('shows its first page without a barrier and without a complaint of the browser', async () => {
    const { address } = await freshSite()
    const { page, complaints } = await (await openBrowser()).visit(address)
    await expectNoBarriers(page)
    expect(complaints).toEqual([])
  })
})
