/** A planner in the lab: with and without a script, right and wrong, and the same numbers as a run. */
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite, packs } from '../site.ts'

const PATIENCE = { timeout: 20_000 }
const ON = '2024-06-30'
const MEASURE = 'public-service-platform'

describe.skipIf(!hasBrowser)('the policy lab', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const address = (more = ''): string => `${site.address}/lab?m=${MEASURE}&on=${ON}${more}`
  /** The enterprises are made when somebody first looks. */
  const ready = async (): Promise<void> => {
    for (;;) {
      const { state } = (await (await fetch(`${site.address}/lab/answer?m=${MEASURE}&on=${ON}`)).json()) as { state: string }
      if (state === 'ready') return
      await sleep(200)
    }
  }
  beforeAll(ready)

  it('says what the population is before the first number, and has the numbers of a run over it', async () => {
    const { page } = await browser.visit(address(), { javaScriptEnabled: false })
    const text = await page.locator('main').innerText()
    expect(text.indexOf('合成的企业')).toBeGreaterThan(0)
    expect(text.indexOf('合成的企业')).toBeLessThan(text.indexOf('支出'))
    const out: string[] = []
    const code = await main(['run', packs.wuhan, '--population', 'synthetic:20000', '--on', ON, '--json'], {
      out: (line) => out.push(line),
      err: () => {},
      terminal: false,
    })
    const run = JSON.parse(out.join('\n')) as { total: string; uncounted: string }
    const lab = (await (await fetch(`${site.address}/lab/answer?m=${MEASURE}&on=${ON}`)).json()) as {
      result: { before: { yuan: string; uncounted: string } }
    }
    expect(code).toBe(0)
    expect([lab.result.before.yuan, lab.result.before.uncounted]).toEqual([run.total, run.uncounted])
  })

  it('computes a typed change without a script, and its address gives it again', async () => {
    const { page } = await browser.visit(address(), { javaScriptEnabled: false })
    expect(await page.getByRole('slider').count()).toBe(0)
    await page.getByRole('textbox', { name: /补助比例/ }).fill('45%')
    await page.getByRole('button', { name: '重新计算' }).click()
    expect(await page.locator('.reform').innerText()).toContain('补助比例 30% → 45%')
    const again = await browser.visit(page.url(), { javaScriptEnabled: false })
    expect(await again.page.locator('.totals').innerText()).toBe(await page.locator('.totals').innerText())
  })

  it('is redrawn while a slider moves, in both languages, and the address follows', async () => {
    const { page, complaints } = await browser.visit(address().replace('/lab', '/en/lab'))
    const slider = page.getByRole('slider', { name: 'subsidy rate' })
    await page.locator('#lab[data-live]').waitFor()
    const before = await page.locator('.totals .cost td').nth(1).innerText()
    for (const value of ['35', '40', '50']) await slider.fill(value)
    await expect.poll(() => page.locator('.reform').innerText(), PATIENCE).toContain('subsidy rate 30% → 50%')
    expect(await page.locator('.totals .cost td').nth(1).innerText()).not.toBe(before)
    await expect.poll(() => new URL(page.url()).searchParams.get('r'), PATIENCE).toBe(`${MEASURE}.补助比例=50%`)
    expect(complaints).toEqual([])
    await expectNoBarriers(page)
    const redraws = await page.evaluate(() => performance.getEntriesByName('redraw').map(({ duration }) => duration))
    console.log(`change to redraw: ${redraws.map((each) => each.toFixed(0)).join(' ')} ms`)
  })

  it('says what is wrong with a value, and with a text as it is typed, in its place', async () => {
    const { page } = await browser.visit(address())
    await page.locator('#lab[data-live]').waitFor()
    await page.locator('input[name="p.public-service-platform.补助比例"]').fill('45 家')
    await expect.poll(() => page.locator('.errors').innerText(), PATIENCE).toMatch(/1:\d+/)
    await page.locator('input[name="p.public-service-platform.补助比例"]').fill('30%')
    await expect.poll(() => page.locator('.errors').count(), PATIENCE).toBe(0)
    await page.locator('details.text summary').click()
    const text = page.locator('textarea')
    const own = await text.inputValue()
    await text.fill(own.replace('软硬件投资额 * 补助比例', '软硬件投资 * 补助比例'))
    await expect.poll(() => page.locator('.errors').innerText(), PATIENCE).toContain('软硬件投资')
    await text.fill(own.replace('"国家级", "省级", "市级"', '"国家级", "省级"'))
    await expect.poll(() => page.locator('.reform').innerText(), PATIENCE).toContain('条件')
    expect(await page.locator('.totals').innerText()).toContain('-')
  })

  it('shows two reforms side by side, holds them against a budget, and hands the table over with what the population is', async () => {
    const reform = encodeURIComponent(`${MEASURE}.补助比例=45%`)
    const other = encodeURIComponent(`${MEASURE}.补助上限=300 万元`)
    const { page } = await browser.visit(address(`&r=${reform}&b=${other}&budget=1`), { javaScriptEnabled: false })
    expect(await page.locator('.totals thead').innerText()).toContain('另一方案')
    expect(await page.locator('.budget').innerText()).toContain('超出预算')
    const csv = await (await fetch(`${site.address}/lab/result.csv?m=${MEASURE}&on=${ON}&r=${reform}`)).text()
    const lines = csv.trim().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines.slice(1)) expect(line).toContain('synthetic enterprises')
  })
})
