/** What an enterprise can get: from nothing, from a credit code, and with mistakes. No script on any page. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const WHILE_IN_FORCE = '2025-05-31'

describe.skipIf(!hasBrowser)('a clerk who asks what the enterprise can get', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const visit = async (path: string) => (await browser.visit(site.address + path, { javaScriptEnabled: false })).page
  const compute = (page: Page) => page.locator('.asking').getByRole('button').first().click()
  const total = (page: Page) => page.locator('.sums .now dd > span').first().innerText()
  const pick = (page: Page, fact: string, value: string) => page.locator(`input[name="${fact}"][value="${value}"]`).check()

  it('comes from nothing to an amount with three answers', async () => {
    const page = await visit('/check')
    expect(await total(page)).toBe('0 元')
    await page.getByLabel('领域').selectOption('digital-industry')
    await page.getByLabel('按哪一天计算').fill(WHILE_IN_FORCE)
    await compute(page)
    await pick(page, '认定级别', '市级')
    await pick(page, '平台类型', '开源平台')
    await page.locator('input[name="软硬件投资额"]').fill('1000 万元')
    await compute(page)
    expect(await total(page)).toBe('300 万元')
    expect(await page.locator('#g-entitled .outcome').innerText()).toContain('软硬件投资额（1,000 万元） × 补助比例（30%） = 300 万元')
    expect(new URL(page.url()).search).toBe('')
  })

  it('can change an answer without losing the others', async () => {
    const page = await visit('/check')
    await page.getByLabel('按哪一天计算').fill(WHILE_IN_FORCE)
    await page.getByLabel('领域').selectOption('digital-industry')
    await compute(page)
    await pick(page, '认定级别', '市级')
    await pick(page, '平台类型', '开源平台')
    await page.locator('input[name="软硬件投资额"]').fill('1000 万元')
    await compute(page)
    await pick(page, '认定级别', '区级')
    await compute(page)
    expect(await total(page)).toBe('0 元')
    const refused = page.locator('#g-not #public-service-platform')
    await page.locator('#g-not').evaluate((group) => group.setAttribute('open', ''))
    expect(await refused.innerText()).toContain('认定级别（区级）为国家级、省级、市级之一')
    expect(await refused.getByRole('link', { name: '条款' }).getAttribute('href')).toBe('/measures/public-service-platform#a1')
    await pick(page, '认定级别', '国家级')
    await compute(page)
    expect(await total(page)).toBe('300 万元')
    expect(await page.locator('input[name="软硬件投资额"]').inputValue()).toBe('1000 万元')
  })

  it('is told how many measures are in force and offered a day on which more were', async () => {
    const page = await visit('/en/check')
    await page.getByLabel('On which day').fill('2026-06-30')
    await compute(page)
    expect(await page.locator('.standing').innerText()).toMatch(/2026-06-30: of the measures that can be checked \d+ are in force/)
    await page.getByRole('button', { name: `Compute as of ${WHILE_IN_FORCE} instead` }).click()
    expect(await page.locator('.standing').innerText()).toContain(`${WHILE_IN_FORCE}: of the measures`)
    expect(await page.getByLabel('On which day').inputValue()).toBe(WHILE_IN_FORCE)
  })

  it('starts from a credit code, sees which register says what, and may differ', async () => {
    const page = await visit('/check')
    const code = (await page.locator('.scope code').first().innerText()).trim()
    await page.getByLabel(/统一社会信用代码/).fill(code.toLowerCase())
    await page.getByRole('button', { name: '查登记信息并计算' }).click()
    const register = page.locator('.asking details', { hasText: '登记信息' }).first()
    expect(await register.locator('.hint').first().textContent()).toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(await page.locator('#g-not .outcome, #g-possible .outcome, #g-entitled .outcome').count()).toBeGreaterThan(10)
    // The district of the enterprise is chosen, so that nobody is shown another district's rules.
    await page.locator('.scope summary').click()
    expect(await page.getByLabel('企业在哪个区').inputValue()).not.toBe('')

    const revenue = page.locator('input[name="营业收入"]')
    await page
      .locator('.asking details', { has: revenue })
      .first()
      .evaluate((group) => group.setAttribute('open', ''))
    const said = await revenue.inputValue()
    await revenue.fill('123 万元')
    await compute(page)
    expect(await revenue.inputValue()).toBe('123 万元')
    expect(await page.locator('.field', { has: revenue }).innerText()).toContain(`登记为 ${said}，您已改`)
  })

  it('keeps everything typed when some of it is wrong, and marks each field', async () => {
    const page = await visit('/check')
    await page.getByLabel(/统一社会信用代码/).fill('91000000000000')
    await page.getByLabel('领域').selectOption('digital-industry')
    await page.getByLabel('按哪一天计算').fill(WHILE_IN_FORCE)
    await compute(page)
    await pick(page, '平台类型', '开源社区')
    await page.locator('input[name="软硬件投资额"]').fill('两千万')
    const [reply] = await Promise.all([page.waitForResponse((each) => each.request().method() === 'POST'), compute(page)])
    expect(reply.status()).toBe(400)
    expect(reply.headers()['cache-control']).toBe('no-store')
    const summary = page.getByRole('alert')
    expect(await summary.getByRole('link').count()).toBe(2)
    expect(await page.getByLabel(/统一社会信用代码/).inputValue()).toBe('91000000000000')
    expect(await page.locator('input[name="软硬件投资额"]').inputValue()).toBe('两千万')
    expect(await page.locator('input[name="软硬件投资额"]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('input[name="平台类型"][value="开源社区"]').isChecked()).toBe(true)
    await summary.getByRole('link').last().click()
    expect(await page.locator(':target').getAttribute('name')).toBe('软硬件投资额')
  })

  it('leaves no trace of what was typed in the log of the site', async () => {
    const page = await visit('/check')
    await page.getByLabel('领域').selectOption('digital-industry')
    await page.getByLabel('按哪一天计算').fill(WHILE_IN_FORCE)
    await compute(page)
    await page.locator('input[name="软硬件投资额"]').fill('424242 元')
    await compute(page)
    await page.locator('input[name="软硬件投资额"]').fill('很多四二四二')
    await compute(page)
    expect(page.url()).toBe(`${site.address}/check`)
    expect(site.output()).not.toMatch(/424242|四二四二/)
  })
})
