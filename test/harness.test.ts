import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from './browser.ts'
import { freshDatabase } from './database.ts'
import { freshApi, freshSite } from './site.ts'

it('gives each test file a database of its own with every table', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()]
  await sql`create table test_only (n int)`.execute(one.db)
  expect(one.url).not.toBe(two.url)
  await expect(sql`select from test_only`.execute(two.db)).rejects.toThrow('does not exist')
  expect((await sql`select from kernel_event`.execute(two.db)).rows).toEqual([])
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
