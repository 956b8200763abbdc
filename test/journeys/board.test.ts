/** A planner prepares a meeting, prints its brief, and shows its slides. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import type { PackName } from '../packs.ts'
import { sessionCookie } from '../session.ts'
import { freshSite } from '../site.ts'
import { enter } from '../tour.ts'

const SCREENS = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
]

describe.skipIf(!hasBrowser)('a meeting', async () => {
  if (!hasBrowser) return
  const browser = await openBrowser()
  const roomOf = async (pack: PackName) => {
    const { address } = await freshSite(pack)
    const session = await enter(address, 'planner')
    return async (path: string, viewport = SCREENS[0]!): Promise<Page> => {
      const { page } = await browser.visit('about:blank', { viewport, javaScriptEnabled: false })
      await page.context().addCookies([sessionCookie(address, session)])
      await page.goto(address + path)
      return page
    }
  }
  const rooms = { wuhan: await roomOf('wuhan'), sample: await roomOf('sample') } as const

  it('has its agenda since the last meeting, a day that stays in the address', async () => {
    const page = await rooms.sample('/board')
    await page.getByRole('navigation', { name: '看板的页面' }).getByRole('link', { name: '议程' }).click()
    await page.getByLabel('上次会议在哪一天').fill('2024-01-31')
    await page.getByRole('button', { name: '查看' }).click()
    expect(new URL(page.url()).searchParams.get('since')).toBe('2024-01-31')
    expect(await page.locator('main').innerText()).toContain('上次会议：2024-01-31')
    await page.getByRole('link', { name: '公共算力规模' }).first().click()
    expect(new URL(page.url()).pathname).toBe('/plan/compute')
  })

  it('shows the way to every page of the board on each of them', async () => {
    const page = await rooms.sample('/board')
    const parts = page.getByRole('navigation', { name: '看板的页面' }).getByRole('link')
    const addresses = await Promise.all((await parts.all()).map((link) => link.getAttribute('href')))
    // The slides fill a screen and nothing else.
    for (const address of addresses.filter((each) => each !== '/board/screen')) {
      await page.goto(new URL(address ?? '', page.url()).href)
      expect(await parts.count(), address ?? '').toBe(addresses.length)
      expect(await parts.and(page.locator('[aria-current=page]')).getAttribute('href')).toBe(address)
    }
  })

  it.each(
    (['wuhan', 'sample'] as const).flatMap((pack) =>
      ['/board/brief', '/en/board/brief', '/board/brief?since=2020-01-01', '/en/board/brief?since=2020-01-01'].map(
        (path) => [pack, path] as const,
      ),
    ),
  )('of %s has a brief that prints on exactly one page: %s', async (pack, path) => {
    const page = await rooms[pack](path)
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect([...printed.matchAll(/\/Type \/Pages\s*\/Count (\d+)|\/Count (\d+)/g)].map(([, one, other]) => one ?? other)).toEqual(['1'])
  })

  describe.each(SCREENS)('on a screen of $width × $height', (viewport) => {
    it.each(['/board/screen', '/en/board/screen'])('has slides that fit it, each an address: %s', async (path) => {
      for (const room of Object.values(rooms)) {
        const page = await room(path, viewport)
        const slides = await page.locator('.slide').all()
        expect(slides.length).toBeGreaterThan(4)
        const heights = await Promise.all(
          slides.map(async (slide) => [await slide.getAttribute('id'), (await slide.boundingBox())?.height]),
        )
        expect(heights.filter(([, height]) => height !== viewport.height)).toEqual([])
        expect(await page.locator('header.site').isVisible()).toBe(false)
      }
    })
  })

  it('turns its slides by the keys that turn pages, and by links', async () => {
    const page = await rooms.sample('/board/screen')
    const shown = () =>
      page.locator('.slide').evaluateAll((slides) => slides.findIndex((slide) => Math.abs(slide.getBoundingClientRect().top) < 2) + 1)
    expect(await shown()).toBe(1)
    await page.keyboard.press('PageDown')
    await expect.poll(shown).toBe(2)
    await page.keyboard.press('Space')
    await expect.poll(shown).toBe(3)
    await page.keyboard.press('PageUp')
    await expect.poll(shown).toBe(2)
    await page.locator('#s2').getByRole('link', { name: '下一页' }).click()
    expect(new URL(page.url()).hash).toBe('#s3')
    await expect.poll(shown).toBe(3)
    expect(await page.locator('.slide').last().innerText()).toContain('要定什么？')
    await page.locator('.slide').last().getByRole('link', { name: '退出大屏' }).click()
    expect(new URL(page.url()).pathname).toBe('/board')
  })
})
