/** From a line of a mass run to its reasons, its computation, and whether it holds; without a script on any page. */
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

describe.skipIf(!hasBrowser)('a stranger with one line of a run', async () => {
  if (!hasBrowser) return
  const site = await freshSite('xincheng')
  const browser = await openBrowser()
  const visit = async (path: string) => (await browser.visit(site.address + path, { javaScriptEnabled: false })).page
  const explained = async (path: string, fields: Readonly<Record<string, string>>) => {
    const page = await visit(path)
    for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
    const [reply] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.locator('form.explain button').click(),
    ])
    return { page, reply }
  }

  it('comes from the list of measures, pastes the line, and reads the reasons beside their clauses', async () => {
    const list = await visit('/measures')
    await list.getByRole('link', { name: '全量运行里的任何一行，为什么？' }).click()
    expect(new URL(list.url()).pathname).toBe('/explain')
    const { page, reply } = await explained('/explain', { row: 'E1,research-subsidy,ineligible,,6', on: '2025-06-30' })
    expect([reply.status(), reply.headers()['cache-control'], new URL(page.url()).search]).toEqual([200, 'no-store', ''])
    expect(await page.locator('#answer .verdict').innerText()).toBe('不符合：2 项条件未满足。')
    expect(await page.locator('#a1 .clause').innerText()).toContain('上年营业收入1000万元以上的独立法人')
    expect(await page.locator('#a1 .computed li').allInnerTexts()).toEqual(['营业收入不低于收入门槛（1,000 万元）'])
    expect(await page.locator('#a2 .computed li').allInnerTexts()).toEqual(['严重失信须为“否”'])
    expect(await page.locator('#answer .note').innerText()).toContain('没有给出事实')
  })

  it('adds the facts in the form, and reads values, distances and that the line holds', async () => {
    const { page } = await explained('/en/explain', { row: 'E1,research-subsidy,ineligible,,2', on: '2025-06-30' })
    await page.locator('input[name="独立法人"][value="是"]').check()
    await page.locator('input[name="营业收入"]').fill('999 万元')
    await page.locator('input[name="严重失信"][value="否"]').check()
    await page.locator('form.explain button').click()
    await expect.poll(() => page.locator('#answer .note').innerText()).toContain('Computed again from facts and rule: the same.')
    expect(await page.locator('#a1 .computed li.no').innerText()).toContain('10,000 yuan short')
    expect(await page.locator('input[name="营业收入"]').inputValue()).toBe('999 万元')
    expect(new URL(page.url()).search).toBe('')
  })

  it('pastes header and line of the population, and reads which measure was paid instead', async () => {
    const { page } = await explained('/explain', {
      row: 'E2,growth-award,eligible,0,0',
      on: '2025-06-30',
      pasted: 'enterprise,独立法人,营业收入[万元],营业收入增长率[%],研发投入[fen],严重失信\nE1,否,1,1,1,是\nE2,是,2000,20,500000000,否',
    })
    expect(await page.locator('#answer').innerText()).toContain('就高不重复：已取“研发投入补助”，本项 20 万元 不另给')
    expect(await page.locator('table.steps tbody tr').count()).toBeGreaterThan(2)
    expect(await page.locator('#answer .note.holds').count()).toBe(1)
  })

  it('is told that a line differs, by how much, and on which day it would not', async () => {
    const { page } = await explained('/en/explain', {
      row: 'E1,rent-support,eligible,2640000,0',
      on: '2025-06-30',
      pasted: '{"企业规模":"小型","成立日期":"2024-01-31","月租金单价":"22","租用面积":"100","租用月数":"12"}',
    })
    const note = await page.locator('#answer .note.differs').innerText()
    expect(note).toContain('On 2026-01-01 it is the same')
    expect(note).toMatch(/Award\s+26,400 yuan\s+24,000 yuan/)
  })

  it('chooses the measure and types the mask where no line is at hand', async () => {
    const page = await visit('/explain')
    await page.locator('form.explain summary').click()
    await page.getByLabel('措施', { exact: true }).selectOption('scenario-award')
    await page.getByLabel('掩码').fill('4')
    await page.getByLabel('这次运行的决定日').fill('2025-06-30')
    await page.getByRole('button', { name: '解释' }).click()
    await expect.poll(() => page.locator('#answer .verdict').innerText()).toBe('还不能判断：1 项判断还没有作出。')
  })

  it('gets everything typed back when something is wrong', async () => {
    const { page, reply } = await explained('/explain', {
      row: 'E1,research-subsidy,eligible,,0',
      on: '2025-06-30',
      pasted: '{"营业收入":"1e3"}',
    })
    expect(reply.status()).toBe(400)
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      '这不是运行结果的一行：fen 不对。请写作 enterprise,measure,status,fen,mask。',
      expect.stringContaining('“1e3”不是数'),
    ])
    expect(await page.locator('[name=row]').inputValue()).toBe('E1,research-subsidy,eligible,,0')
    expect(await page.locator('[name=pasted]').inputValue()).toBe('{"营业收入":"1e3"}')
  })
})
