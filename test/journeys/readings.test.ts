/** A reading from the spreadsheet to the public page: looked at first, entered by one person, approved by another; without a script, no barrier, room on a phone. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/kernel/database.ts'
import { readSheet } from '../../src/kernel/spreadsheet/read.ts'
import { workbookOf, XLSX } from '../../src/kernel/spreadsheet/write.ts'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { packs } from '../packs.ts'
import { postFor, somebody, type TestPerson } from '../people.ts'
import { signedIn } from '../session.ts'
import { startBuilt } from '../site.ts'

const PHONE = { width: 320, height: 700 }
const HEAD = '指标编号\t口径\t时期\t数值\t来源标题'
/** The months of 2021, as a planner copies them from a spreadsheet. */
const ROWS = Array.from({ length: 12 }, (_, index) => {
  const month = `2021-${String(index + 1).padStart(2, '0')}`
  return `stations\t统计公报\t${month}\t${(index + 100) / 10}\t${month} 月报`
})
const WRONG = ROWS.with(4, ROWS[4]!.replace('10.4', '一十'))

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
      ...signedIn(site.address, token),
      javaScriptEnabled: false,
      ...more,
    })

  it('come from a table of twelve rows that is looked at first: one is wrong, and nothing is kept until it is mended', async () => {
    const { page } = await visit('/board/readings/upload', typist)
    const table = page.getByLabel('从电子表格复制粘贴')
    await table.fill([HEAD, ...WRONG].join('\n'))
    await page.getByRole('button', { name: '先看结果' }).click()
    expect(await page.getByRole('status').innerText()).toContain('12 行中有 1 行不对，什么都没有保存。')
    const [first] = await page.getByRole('status').getByRole('row').filter({ hasText: '2021-05' }).all()
    expect(await first!.innerText()).toContain('数值：请写一个数，如 14.6，不用千分位。没有数据就不报，不写 0。')
    expect(await first!.getByRole('rowheader').innerText()).toBe('6')
    expect(await page.getByRole('button', { name: '全部报送' }).count()).toBe(0)
    // The table stands in its field, to be mended there.
    await table.fill((await table.inputValue()).replace('一十', '10.4'))
    await page.getByRole('button', { name: '先看结果' }).click()
    expect(await page.getByRole('status').innerText()).toContain('12 行都可以报送。还没有保存。')
    await page.getByRole('button', { name: '全部报送' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已报送，等待另一人审核。')
    expect(await page.getByRole('heading', { name: '我报的数 12' }).count()).toBe(1)
  })

  it('come from a workbook that was taken along, filled in and brought back', async () => {
    const { page } = await visit('/board/readings/upload', typist)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Excel' }).click()])
    const { rows } = readSheet(readFileSync(await download.path()), ['读数'])
    const [head, ...lines] = rows.map(({ cells }) => cells)
    const filled = lines
      .filter(([id]) => id === 'cloud_firms')
      .map((cells) => head!.map((name, index) => (name === '数值' ? '1,100.0' : name === '来源标题' ? '年报' : (cells[index] ?? ''))))
    const columns = head!.map((name) => ({ head: name }))
    const workbook = (table: readonly (readonly string[])[]) => Buffer.from(workbookOf([{ name: '读数', columns, rows: table }]))
    const hand = async (buffer: Buffer) => {
      await page.getByLabel('或选一个 Excel（.xlsx）、CSV 或 SDMX 文件').setInputFiles({ name: '报送.xlsx', mimeType: XLSX, buffer })
      await page.getByRole('button', { name: '先看结果' }).click()
    }
    await hand(workbook(filled))
    expect(await page.getByRole('status').innerText()).toContain('有 1 行不对')
    await hand(workbook(filled.map((cells) => cells.map((cell) => cell.replace('1,100.0', '1100')))))
    await page.getByRole('button', { name: '全部报送' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已报送，等待另一人审核。')
  })

  it('are entered one by one, with what was typed and every wrong field when something is missing', async () => {
    const { page } = await visit('/board/readings/new?indicator=stations', typist)
    await page.getByLabel('时期').fill('2024')
    expect(await page.getByRole('main').innerText()).toContain('以“个/万人”计')
    await page.getByLabel('口径', { exact: true }).fill('统计公抱')
    await page.getByLabel('数值').fill('22.6')
    await page.getByRole('button', { name: '报送' }).click()
    expect(await page.getByRole('link', { name: '已有的是：统计公报。' }).getAttribute('href')).toBe('#enter-series')
    expect(await page.locator('datalist option[value="统计公报"]').first().getAttribute('label')).toContain('5G')
    await page.getByLabel('口径', { exact: true }).fill('统计公报')
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
    expect(await own.page.getByRole('checkbox', { name: /^选择/ }).count()).toBe(0)
    const { page } = await visit('/board/readings', checker)
    await page.getByRole('checkbox', { name: /^选择 .*上云/ }).check()
    await page.getByLabel('退回的理由').fill('数值与年报不符')
    await page.getByRole('button', { name: '退回选中的' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已退回。')
    // Nothing is chosen: that alone is said, and no longer what was done before.
    await page.getByRole('button', { name: '审核通过选中的' }).click()
    expect(await page.getByRole('alert').innerText()).toBe('请先选至少一行。')
    expect(await page.getByRole('status').count()).toBe(0)
    await page.getByRole('checkbox', { name: '对符合条件的全部 13 行' }).check()
    await page.getByRole('button', { name: '审核通过选中的' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已审核，从今天起公开。')
    const { page: shown } = await browser.visit(`${site.address}/plan/stations`)
    const text = await shown.getByRole('main').innerText()
    for (const expected of ['22.6', '10.4', '11.1', '公报修订', '审核（']) expect(text).toContain(expected)
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
    const { page: before } = await browser.visit(`${site.address}/plan/stations?known=${yesterday}`)
    expect(await before.getByRole('main').innerText()).not.toContain('22.6')
  })

  it('that were returned are mended by whoever entered them, and entered again', async () => {
    const { page } = await visit('/board/readings/mine', typist)
    expect(await page.getByRole('row').filter({ hasText: '被退回' }).innerText()).toContain('数值与年报不符')
    await page.getByRole('link', { name: /改好再报/ }).click()
    expect(await page.getByRole('main').innerText()).toContain('这个数被退回，理由： 数值与年报不符')
    expect(await page.getByLabel('数值').inputValue()).toBe('1100')
    await page.getByLabel('数值').fill('1010')
    await page.getByRole('button', { name: '报送' }).click()
    expect(await page.getByRole('status').innerText()).toBe('已重报，等待另一人审核。')
    expect(await page.getByRole('link', { name: /改好再报/ }).count()).toBe(0)
  })

  it.each(['', '/en'])('have pages without barriers, on a phone as well (%s)', async (language) => {
    for (const path of ['/board/readings', '/board/readings/mine', '/board/readings/new', '/board/readings/upload']) {
      const { page } = await visit(language + path, checker, { viewport: PHONE, javaScriptEnabled: true })
      await expectNoBarriers(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    }
  })
})
