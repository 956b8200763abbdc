/** An officer among many enterprises: filters, order, pages, columns, a file with the same rows; all of it without a script. */
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/kernel/database.ts'
import { demoUscc } from '../../src/modules/party/index.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { postFor, somebody } from '../people.ts'
import { sessionCookie } from '../session.ts'
import { packs, startBuilt } from '../site.ts'

const url = await freshUrl()
const site = await startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng, PLANWRIGHT_DEMO: '130' })
atEnd(() => site.stop())
const database = { ...(await openDatabase(url)), url }
atEnd(database.close)
const officer = await somebody(database, { at: new Date().toISOString() })
await postFor(database, officer, ['officer'])
const other = await somebody(database, { name: '李四', at: new Date().toISOString() })

const get = (path: string, token?: string) =>
  fetch(`${site.address}${path}`, { redirect: 'manual', headers: token === undefined ? {} : { cookie: `__Host-planwright=${token}` } })

describe('the list of enterprises', () => {
  it('is for officers: others read why not, visitors sign in first', async () => {
    expect((await get('/office/enterprises', officer.token)).status).toBe(200)
    expect((await get('/office/enterprises', other.token)).status).toBe(403)
    const asked = await get('/en/office/enterprises?name=1')
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/en/sign-in?to=%2Fen%2Foffice%2Fenterprises%3Fname%3D1'])
    expect((await get('/office/enterprises.csv')).status).toBe(303)
  })

  it('gives the rows that the page shows as a file, in order, and says that they are synthetic', async () => {
    const text = await (await get('/en/office/enterprises.csv?sort=-uscc&name=00012&show=name', officer.token)).text()
    expect(text.split('\r\n').slice(1, -1)).toEqual([
      '11 rows',
      'Enterprise',
      ...Array.from({ length: 10 }, (_, n) => `演示企业00012${9 - n}号`),
      '演示企业000012号',
    ])
    expect(text).toMatch(/synthetic enterprises/)
  })

  it('refuses a column it does not have, in words', async () => {
    const answer = await get('/en/office/enterprises?sort=password', officer.token)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('The list has no column')
  })
})

describe.skipIf(!hasBrowser)('in a browser without scripts', async () => {
  const { visit } = hasBrowser ? await openBrowser() : { visit: () => expect.unreachable() }
  const signedIn = async (path: string, javaScriptEnabled = false) => {
    const { page, complaints } = await visit('about:blank', { javaScriptEnabled })
    await page.context().addCookies([sessionCookie(site.address, officer.token)])
    await page.goto(`${site.address}${path}`)
    return { page, complaints }
  }

  it('is walked page by page, and the address shows the same list again', async () => {
    const { page } = await signedIn('/office/enterprises?size=25&sort=-name')
    const names = () => page.locator('tbody td[data-head="企业"]').allTextContents()
    const first = await names()
    expect(first[0]).toBe('演示企业000130号')
    await page.getByRole('button', { name: '下一页' }).click()
    const second = await names()
    expect(second[0]).toBe('演示企业000105号')
    await page.goto(page.url())
    expect(await names()).toEqual(second)
    await page.getByRole('button', { name: '上一页' }).click()
    expect(await names()).toEqual(first)
    await page.getByRole('searchbox', { name: '企业' }).fill('00007')
    await page.getByRole('button', { name: '查看' }).click()
    expect(await names()).toEqual([
      '演示企业000079号',
      '演示企业000078号',
      '演示企业000077号',
      '演示企业000076号',
      '演示企业000075号',
      '演示企业000074号',
      '演示企业000073号',
      '演示企业000072号',
      '演示企业000071号',
      '演示企业000070号',
      '演示企业000007号',
    ])
  })

  it('keeps what was ticked on one page while another is read, and says of each row what came of it', async () => {
    const { page } = await signedIn('/office/enterprises?size=25')
    await page.getByLabel('选择 演示企业000001号').check()
    await page.getByRole('button', { name: '下一页' }).click()
    await page.getByLabel('选择 演示企业000026号').check()
    await page.getByRole('button', { name: '算一算' }).click()
    expect(await page.locator('.outcomes tbody th').allTextContents()).toEqual(['演示企业000001号', '演示企业000026号'])
    for (const text of await page.locator('.outcomes td').allTextContents()) expect(text).toMatch(/可得/)
    await page.getByRole('link', { name: '演示企业000026号' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('关于这家企业，登记部门知道些什么？')
  })

  it('acts on every row that fits, also on those that no page has shown, and says when nothing was chosen', async () => {
    const { page } = await signedIn('/en/office/enterprises?size=25&name=00012')
    await page.getByLabel(/For all 11 rows/).check()
    await page.getByRole('button', { name: /Compute/ }).click()
    expect(await page.locator('.outcomes tbody tr').count()).toBe(11)
    await page.goto(`${site.address}/en/office/enterprises`)
    await page.getByRole('button', { name: /Compute/ }).click()
    expect(await page.getByRole('status').textContent()).toContain('No enterprise was chosen')
  })

  it('has no barriers, on a phone and on a desk', async () => {
    for (const path of ['/office/enterprises', '/en/office/enterprises?size=25', `/office/enterprises/${demoUscc(1)}`]) {
      const { page, complaints } = await signedIn(path, true)
      await expectNoBarriers(page)
      await page.setViewportSize({ width: 320, height: 700 })
      await expectNoBarriers(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(complaints).toEqual([])
    }
  })
})
