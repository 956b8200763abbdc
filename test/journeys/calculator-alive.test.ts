/** The calculator of a measure, alive once somebody reaches for it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite, home } from '../site.ts'

/** What a page that is mostly read may load of scripts before anybody reaches for them, compressed. */
const READING_LIMIT = 30 * 1024
const WHOLE_LIMIT = 120 * 1024
const PATIENCE = { timeout: 15_000 }

describe.skipIf(!hasBrowser)('a calculator that is alive', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const visit = async (address: string) => {
    const requests: Request[] = []
    const { page, complaints } = await browser.visit(site.address + address)
    page.on('request', (request) => requests.push(request))
    return { page, complaints, requests }
  }

  it('loads nothing before it is reached, then answers while somebody types, and sends nothing', async () => {
    const { page, complaints, requests } = await visit('/measures/public-service-platform')
    await page.waitForLoadState('networkidle')
    expect(requests).toEqual([])
    await page.locator('input[name="认定级别"][value="市级"]').focus()
    await page.getByText('规则已经在您的浏览器里运行').waitFor()
    expect(await page.getByRole('button', { name: '计算' }).count()).toBe(0)
    await page.locator('input[name="认定级别"][value="市级"]').check()
    await page.locator('input[name="平台类型"][value="开源平台"]').check()
    const field = page.locator('input[name="软硬件投资额"]')
    await field.pressSequentially('2000 万元')
    await expect.poll(() => page.locator('#result .verdict').innerText(), PATIENCE).toBe('可得 500 万元。')
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true)
    await field.press('Enter')
    await expect.poll(() => page.locator('#result table.steps tbody tr').count(), PATIENCE).toBe(6)
    expect(requests.filter((request) => request.method() !== 'GET' || /2000/.test(request.url()))).toEqual([])
    expect(complaints).toEqual([])
  })

  it('says what it cannot read once the field is left, and keeps it', async () => {
    const { page } = await visit('/en/measures/public-service-platform')
    const field = page.locator('input[name="软硬件投资额"]')
    await field.focus()
    await page.getByText('The rule now runs in your browser').waitFor()
    await field.pressSequentially('much')
    expect(await page.locator('.errors').count()).toBe(0)
    await field.press('Tab')
    await expect.poll(() => page.locator('.errors').count(), PATIENCE).toBe(1)
    expect(await field.inputValue()).toBe('much')
  })

  it('stays within what a page may load', async () => {
    const manifest = JSON.parse(readFileSync(path.join(home, 'build/client/assets/islands.json'), 'utf8')) as Record<
      string,
      { readonly file: string; readonly imports?: readonly string[] }
    >
    /** A file that several import is loaded once. */
    const loaded = (name: string): readonly string[] => [name, ...(manifest[name]?.imports ?? []).flatMap(loaded)]
    const weight = (name: string): number =>
      [...new Set(loaded(name))].reduce(
        (sum, each) => sum + readFileSync(path.join(home, 'build/client', `${manifest[each]?.file}.gz`)).length,
        0,
      )
    for (const name of ['check', 'calculator']) expect(weight(`src/web/islands/${name}.tsx`)).toBeLessThan(WHOLE_LIMIT)
    const page = await (await fetch(`${site.address}/measures/public-service-platform`)).text()
    expect(page).not.toMatch(/<script[^>]* src=/)
    expect([...page.matchAll(/<script[\s\S]*?<\/script>/g)].join('').length).toBeLessThan(READING_LIMIT)
  })
})
