/** With a keyboard alone: every stop can be seen, and an amount can be reached. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

/** What has the focus: its name, and whether that can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const own = document.activeElement as HTMLElement & { name?: string; value?: string }
    const { outlineStyle, outlineWidth } = getComputedStyle(own)
    const box = own.getBoundingClientRect()
    return {
      text: own.innerText ?? '',
      name: own.getAttribute('name') ?? '',
      tag: own.tagName,
      shown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && box.width > 0 && box.height > 0,
    }
  })
type Focused = Awaited<ReturnType<typeof focused>>

const tabTo = async (page: Page, wanted: (own: Focused) => boolean): Promise<Focused> => {
  for (let stops = 0; stops < 120; stops++) {
    await page.keyboard.press('Tab')
    const own = await focused(page)
    if (wanted(own)) return own
  }
  throw new Error('120 stops, and not there yet')
}

describe.skipIf(!hasBrowser)('a person without a mouse', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()

  it('skips to the content first', async () => {
    const { page } = await browser.visit(`${site.address}/measures`)
    await page.keyboard.press('Tab')
    expect((await focused(page)).text).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#content')
    await page.keyboard.press('Tab')
    expect((await focused(page)).name).toBe('q')
  })

  it('reaches an amount', async () => {
    const { page } = await browser.visit(`${site.address}/measures/public-service-platform`)
    await tabTo(page, (own) => own.name === '认定级别')
    // The stop lies on "not known yet"; arrows go round to the third choice.
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    expect(await page.locator('input[name="认定级别"]:checked').inputValue()).toBe('市级')
    await tabTo(page, (own) => own.name === '平台类型')
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
    expect(await page.locator('input[name="平台类型"]:checked').inputValue()).toBe('开源平台')
    await tabTo(page, (own) => own.name === '软硬件投资额')
    await page.keyboard.type('2000 万元')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    expect(await page.locator('#result .verdict').innerText()).toBe('可得 500 万元。')
  })

  it.each(['/', '/check', '/en/measures/identifier-node', '/plan/core_va_share'])(
    'sees where the focus is at every stop of %s',
    async (path) => {
      const { page } = await browser.visit(site.address + path)
      const unseen: string[] = []
      for (let stops = 0; stops < 60; stops++) {
        await page.keyboard.press('Tab')
        const own = await focused(page)
        if (own.tag === 'BODY') break
        if (!own.shown) unseen.push(`${own.tag} ${own.name} ${own.text}`)
      }
      expect(unseen).toEqual([])
    },
  )
})
