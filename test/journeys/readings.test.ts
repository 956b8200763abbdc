/** A reading from the spreadsheet to the public page: looked at first, entered by one person, approved by another; without a script, no barrier, room on a phone. */
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/kernel/database.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { packs } from '../packs.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { startBuilt } from '../site.ts'

const COOKIE = {
  name: '__Host-planwright',
  domain: '127.0.0.1',
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'Lax' as const,
}
const PHONE = { width: 320, height: 700 }
const TABLE = [
  '指标编号\t口径\t时期\t数值\t来源标题',
  'stations\t统计公报\t2022\t15.2\t2022年公报',
  'stations\t统计公报\t2021\t12.5\t2021年公报',
]

describe.skipIf(!hasBrowser)('readings', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const [site, browser] = await Promise.all([startBuilt({ DATABASE_URL: url, PLANWRIGHT_PACK: packs.xincheng }), openBrowser()])
  atEnd(() => site.stop())
  const database = { ...(await openDatabase(url)), url }
  atEnd(() => database.close())
  const planner = async (name: string) => {
    const person = await somebody(database, { name, strong: true, at: new Date().toISOString() })
    await postFor(database, person, ['planner'])
    return person
  }
  const [typist, checker] = [await planner('录入员'), await planner('审核员')]
  const visit = (path: string, { token }: TestPerson, more: object = {}) =>
    browser.visit(site.address + path, {
      storageState: { cookies: [{ ...COOKIE, value: token }], origins: [] },
      javaScriptEnabled: false,
      ...more,
    })

  it('come from a table that is looked at first: one wrong row, and nothing is kept', async () => {
    const { page } = await visit('/board/readings/upload', typist)
    await page.getByLabel('从电子表格复制粘贴').fill([...TABLE, 'stations\t统计公报\t2020\t\t2020年公报'].join('\n'))
    await page.getByRole('button', { name: '先看结果' }).click()
    expect(await page.getByRole('status').innerText()).toContain('3 行中有 1 行不对，什么都没有保存。')
    expect(await page.getByRole('status').innerText()).toContain('没有数据就不报，不写 0')
    expect(await page.getByRole('button', { name: '全部报送' }).count()).toBe(0)
    await page.getByLabel('从电子表格复制粘贴').fill(TABLE.join('\n'))
    await page.getByRole('button', { name: '先看结果' }).click()
    expect(await page.getByRole('status').innerText()).toContain('2 行都可以报送。还没有保存。')
    await page.getByRole('button', { name: '全部报送' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已报送，等待另一人审核。')
  })

  it('are entered one by one, with what was typed and every wrong field when something is missing', async () => {
    const { page } = await visit('/board/readings/new?indicator=stations', typist)
    await page.getByLabel('时期').fill('2024')
    await page.getByLabel('口径', { exact: true }).fill('统计公报')
    await page.getByLabel('数值').fill('22.6')
    await page.getByLabel('来源标题').fill('2024年公报（修订）')
    await page.getByRole('button', { name: '报送' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('已有数 22')
    expect(await page.getByLabel('数值').inputValue()).toBe('22.6')
    await page.getByLabel('更正理由').fill('公报修订')
    await page.getByRole('button', { name: '报送' }).click()
    expect(await page.getByRole('status').innerText()).toContain('等待另一人审核')
  })

  it('are approved by another person, and then say on the public page who vouches for them', async () => {
    const own = await visit('/board/readings', typist)
    expect(await own.page.getByRole('checkbox').count()).toBe(0)
    const { page } = await visit('/board/readings', checker)
    for (const box of await page.getByRole('checkbox').all()) await box.check()
    await page.getByRole('button', { name: '审核通过选中的' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已审核，从今天起公开。')
    const { page: shown } = await browser.visit(`${site.address}/plan/stations`)
    const text = await shown.getByRole('main').innerText()
    for (const expected of ['22.6', '15.2', '12.5', '公报修订', '审核（']) expect(text).toContain(expected)
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
    const { page: before } = await browser.visit(`${site.address}/plan/stations?known=${yesterday}`)
    expect(await before.getByRole('main').innerText()).not.toContain('22.6')
  })

  it.each(['', '/en'])('have pages without barriers, on a phone as well (%s)', async (language) => {
    for (const path of ['/board/readings', '/board/readings/new', '/board/readings/upload']) {
      const { page } = await visit(language + path, checker, { viewport: PHONE, javaScriptEnabled: true })
      await expectNoBarriers(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    }
  })
})
