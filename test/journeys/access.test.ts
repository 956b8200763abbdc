/** Every page, both languages, light and dark, desk and phone: no barrier, no complaint, nothing from elsewhere, no script but an island's, no sideways scrolling. */
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 320, height: 700 }

/** The city that ships, with its long names and long lists. */
const shipped = [
  '/',
  '/plan',
  '/plan/core_va_share',
  '/measures',
  '/measures/public-service-platform',
  '/measures/public-service-platform/versions',
  '/measures/identifier-node',
  '/measures/hongshan-title-upgrade',
  '/check',
  '/explain',
  '/documents',
  '/documents/wh-policy-2022',
  '/lab',
  '/verify',
  '/data',
  '/api',
  '/authority',
]
/** The invented city: a page of every kind, short enough to be read by axe in every guise. */
const invented = [
  '/',
  '/plan',
  '/plan/core_share',
  '/measures',
  '/measures/rent-support',
  '/measures/rent-support/versions',
  '/measures/growth-award',
  '/measures/scenario-award',
  '/measures/cloud-voucher',
  '/measures/open-data',
  '/check',
  '/explain',
  '/documents',
  '/documents/xc-policy-2024',
  '/lab',
  '/verify',
  '/data',
  '/api',
  '/sign-in',
  '/sign-in/passkey',
  '/sign-out',
  '/authority',
]
const inBoth = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => [path, `/en${path}`])

/** What some rules of axe find on a page that `expectNoBarriers` has read before: axe is in it already. */
const found = async (page: Page, rules: readonly string[]): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(
    (runOnly) => (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly }),
    rules,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

/** Folded parts are read as well. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })

const expectRoomForAll = async (page: Page): Promise<void> => {
  await page.setViewportSize(PHONE)
  const outside = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.querySelectorAll('main *')]
      .filter((each) => each.getBoundingClientRect().right > room + 1 && !each.closest('.scroll'))
      .slice(0, 5)
      .map((each) => each.outerHTML.slice(0, 120))
  })
  expect(outside).toEqual([])
}

/** All rules on a desk, then what a phone and the dark can change. */
const expectForEverybody = async (page: Page): Promise<void> => {
  await unfold(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(DESK)
  await expectNoBarriers(page)
  await expectRoomForAll(page)
  expect(await found(page, ['target-size', 'scrollable-region-focusable', 'meta-viewport'])).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await found(page, ['color-contrast', 'link-in-text-block'])).toEqual([])
}

describe.skipIf(!hasBrowser)('every page', async () => {
  if (!hasBrowser) return
  const [wuhan, xincheng, browser] = await Promise.all([freshSite('wuhan'), freshSite('xincheng'), openBrowser()])

  it.each(inBoth(shipped))('comes whole and alone, and fits a phone: %s', async (path) => {
    const { page, complaints } = await browser.visit('about:blank')
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    const reply = await page.goto(wuhan.address + path)
    expect(reply?.status()).toBe(200)
    const policy = reply?.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    // The check-up and the lab come alive; every other page loads no script.
    expect(await page.locator('script[src]').count()).toBe(/\/(check|lab)$/.test(path) ? 1 : 0)
    await unfold(page)
    await expectRoomForAll(page)
    expect([...hosts]).toEqual([new URL(wuhan.address).host])
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(inBoth(invented))('has no barrier, by day and night, on desk and phone: %s', async (path) => {
    const { page, complaints } = await browser.visit(xincheng.address + path)
    await expectForEverybody(page)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it.each(['/no-such-page', '/en/no-such-page', '/measures/no-such-measure', '/en/plan/no-such-indicator'])(
    'has none where there is nothing: %s',
    async (path) => {
      const { page } = await browser.visit(xincheng.address + path)
      await expectForEverybody(page)
    },
  )

  it.each(inBoth(['/check']))('has none after answers, right and wrong: %s', async (path) => {
    const { page } = await browser.visit(xincheng.address + path)
    await page.locator('section.tools').waitFor()
    await page.locator('[name=on]').fill('2025-06-30')
    await page.locator('[name=uscc]').fill((await page.locator('.scope code').first().innerText()).trim())
    await page.locator('[name=uscc]').press('Enter')
    await page.locator('[name=looked_up]').waitFor({ state: 'attached' })
    await expectForEverybody(page)
    await unfold(page)
    await page.locator('input[name="营业收入"]').fill('一亿')
    await page.locator('input[name="营业收入"]').press('Tab')
    await page.getByRole('alert').waitFor()
    await expectForEverybody(page)
  })

  it.each(inBoth(['/measures/scenario-award']))('has none beside an amount: %s', async (path) => {
    const { page } = await browser.visit(xincheng.address + path)
    await page.locator('input[name="示范场景级别"][value="市级"]').check()
    await page.locator('input[name="场景投资额"]').fill('500 万元')
    await page.locator('input[name="scenario-award.择优"][value="是"]').check()
    await page.locator('[name=on]').fill('2025-06-30')
    await page.locator('.verdict.amount').waitFor()
    await expectForEverybody(page)
  })

  it.each(inBoth(['/explain']))('has none beside an explained line, right and wrong: %s', async (path) => {
    const { page } = await browser.visit(xincheng.address + path)
    await page.locator('[name=row]').fill('E1,scenario-award,undetermined,,6')
    await page.locator('[name=on]').fill('2025-06-30')
    await page.locator('[name=pasted]').fill('{"示范场景级别":"市级","场景投资额":"100 万元"}')
    await page.locator('form.explain button').click()
    expect(await page.locator('.note.differs').count()).toBe(1)
    await expectForEverybody(page)
    await page.locator('[name=row]').fill('E1,scenario-award,undetermined,6')
    await page.locator('form.explain button').click()
    expect(await page.getByRole('alert').count()).toBe(1)
    await expectForEverybody(page)
  })

  it.each(inBoth(['/measures/public-service-platform']))('fits a phone beside an amount: %s', async (path) => {
    const { page } = await browser.visit(wuhan.address + path)
    await page.locator('input[name="认定级别"][value="市级"]').check()
    await page.locator('input[name="平台类型"][value="开源平台"]').check()
    await page.locator('input[name="软硬件投资额"]').fill('2000 万元')
    await page.locator('.verdict.amount').waitFor()
    await expectRoomForAll(page)
  })
})
