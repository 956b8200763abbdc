/** Every page, both languages, light and dark, desk and phone: no barrier, no complaint, nothing from elsewhere, no script, no sideways scrolling. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 320, height: 700 }

const pages = [
  '/',
  '/plan',
  '/plan/core_va_share',
  '/measures',
  '/measures/public-service-platform',
  '/measures/identifier-node',
  '/measures/hongshan-title-upgrade',
  '/measures/data-sharing',
  '/check',
  '/documents',
  '/documents/wh-policy-2022',
  '/data',
  '/api',
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Colours are all that a dark scheme changes. */
const paleOnes = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      runOnly: ['color-contrast', 'link-in-text-block'],
    }),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** Folded parts are read as well. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })

const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('main *')]
      .filter((each) => each.getBoundingClientRect().right > room + 1 && !each.closest('.scroll'))
      .slice(0, 5)
      .map((each) => each.outerHTML.slice(0, 120))
  })

const expectForEverybody = async (page: Page): Promise<void> => {
  await unfold(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESK)
  await expectNoBarriers(page)
  await page.setViewportSize(PHONE)
  expect(await tooWide(page)).toEqual([])
  await expectNoBarriers(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paleOnes(page)).toEqual([])
}

describe.skipIf(!hasBrowser)('every page', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()

  it.each(pages.flatMap((path) => [path, `/en${path}`]))('is for everybody: %s', async (path) => {
    const { page, complaints } = await browser.visit('about:blank')
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    const reply = await page.goto(site.address + path)
    expect(reply?.status()).toBe(200)
    const policy = reply?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(await page.locator('script').count()).toBe(0)
    await expectForEverybody(page)
    expect([...hosts]).toEqual([new URL(site.address).host])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(['/no-such-page', '/en/no-such-page', '/measures/no-such-measure', '/en/plan/no-such-indicator'])(
    'also where there is nothing: %s',
    async (path) => {
      const { page } = await browser.visit(site.address + path)
      await expectForEverybody(page)
    },
  )

  it.each(['/check', '/en/check'])('also after answers, right and wrong: %s', async (path) => {
    const { page } = await browser.visit(site.address + path)
    await page.locator('[name=on]').fill('2025-05-31')
    await page.locator('[name=uscc]').fill((await page.locator('.scope code').first().innerText()).trim())
    await page.locator('.asking button').first().click()
    await expectForEverybody(page)
    await page.locator('input[name="营业收入"]').fill('一亿')
    await page.locator('.asking button').first().click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await expectForEverybody(page)
  })

  it.each(['/measures/public-service-platform', '/en/measures/public-service-platform'])('also beside an amount: %s', async (path) => {
    const { page } = await browser.visit(site.address + path)
    await page.locator('input[name="认定级别"][value="市级"]').check()
    await page.locator('input[name="平台类型"][value="开源平台"]').check()
    await page.locator('input[name="软硬件投资额"]').fill('2000 万元')
    await page.locator('.calculator button').click()
    expect(await page.locator('.verdict.amount').count()).toBe(1)
    await expectForEverybody(page)
  })
})
