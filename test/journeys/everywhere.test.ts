/** Every page of every wing, as somebody who may see it, in both languages: the same promises everywhere, held by one visit to each page. */
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { pages } from '../../src/web/addresses.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { sessionCookie } from '../session.ts'
import { freshSite } from '../site.ts'
import { type Account, makeRuns, PASSED, type Stop, tourOf } from '../tour.ts'

const DESK = { width: 1280, height: 900 }
/** A phone; a desk at 200 %, which has half its pixels; and the narrowest page on which rows of a table stand side by side. */
const WIDTHS = [320, 640, 660]
/** The printable width of A4 with the margins of the site's style, in CSS pixels. */
const PAPER = { width: 657, height: 980 }
/** Script on the wire, in bytes, on pages that come alive. All others have none, and are the same without. */
const MOST_SCRIPT = 120_000
const ALIVE = new Set(['check', 'lab', 'sign-in/passkey', 'sign-in/second', 'account/second-factor', 'measures/:id'])

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })

/** What stands out of the page sideways; on paper also what a scrolling part hides. */
const sideways = (page: Page, onPaper: boolean) =>
  page.evaluate((paper) => {
    const room = document.documentElement.clientWidth
    const cut = [...document.querySelectorAll('main *')].filter((each) => {
      if (paper && each.classList.contains('scroll') && each.scrollWidth > each.clientWidth + 1) return true
      const { right, width, height } = each.getBoundingClientRect()
      return width > 1 && height > 1 && right > room + 1 && !each.closest('.scroll') && !each.closest('.unseen')
    })
    return cut.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))
  }, onPaper)

/** Words of the head and of the ways to other pages that are written over each other. */
const overWritten = (page: Page) =>
  page.evaluate(() => {
    const words = [...document.querySelectorAll('header.site a, nav a, h1, .invented')].filter((each) => each.checkVisibility())
    // A link may go on in the next line.
    const boxes = words.flatMap((each) => [...each.getClientRects()].map((box) => ({ each, box })))
    const over = boxes.filter(({ each: one, box: a }, index) =>
      boxes.slice(0, index).some(({ each: other, box: b }) => {
        if (one === other) return false
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        return width > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 8
      }),
    )
    return over.slice(0, 3).map(({ each }) => each.outerHTML.slice(0, 120))
  })

/** Controls that a keyboard does not reach, or where the focus cannot be seen. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    return controls
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !(each as HTMLButtonElement).disabled)
      .filter((each) => {
        each.focus({ focusVisible: true } as FocusOptions)
        const { outlineStyle, outlineWidth } = getComputedStyle(each)
        const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        // Of a group of radio buttons, one is reached by Tab and the others by arrows.
        return each.tabIndex !== 0 || document.activeElement !== each || !isShown
      })
      .slice(0, 3)
      .map((each) => each.outerHTML.slice(0, 120))
  })

/** Buttons that forced colours leave without an edge. */
const edgeless = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=range]), select, textarea',
      ),
    ]
      .filter((each) => each.checkVisibility() && Number.parseFloat(getComputedStyle(each).borderTopWidth) === 0)
      .slice(0, 3)
      .map((each) => each.outerHTML.slice(0, 120)),
  )

/** Forms that only a script could send. */
const scriptOnly = (page: Page) =>
  page.evaluate(() => {
    const forms = [...document.querySelectorAll('main form')].filter(
      (each) => !each.querySelector('button:not([type=button]), [type=submit]'),
    )
    return forms.map((each) => each.outerHTML.slice(0, 120))
  })

const contrast = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
      runOnly: ['color-contrast', 'link-in-text-block'],
    }),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}

describe.skipIf(!hasBrowser)('everywhere', async () => {
  if (!hasBrowser) return
  const url = await freshUrl()
  const [{ address }, browser] = await Promise.all([freshSite('wuhan', { DATABASE_URL: url }), openBrowser()])
  await makeRuns({ DATABASE_URL: url })
  const { stops, sessions } = await tourOf(address)

  const contexts = new Map<Account | null, BrowserContext>()
  const contextOf = async (who: Account | null): Promise<BrowserContext> => {
    const known = contexts.get(who)
    if (known) return known
    const { page } = await browser.visit('about:blank', { viewport: DESK })
    const context = page.context()
    // What moves after it was shown is added up from the first moment on.
    await context.addInitScript(() => {
      const own = globalThis as unknown as { shifted: number }
      own.shifted = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) own.shifted += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const value = who === null ? undefined : sessions.get(who)
    if (value !== undefined) await context.addCookies([sessionCookie(address, value)])
    contexts.set(who, context)
    return context
  }

  it('leaves no page out', () => {
    const seen = new Set(stops.map(({ page }) => page))
    expect(pages.map(({ path }) => path).filter((path) => !seen.has(path) && !PASSED.has(path))).toEqual([])
  })

  const hold = async ({ page: pattern, path, who }: Stop, prefix: string): Promise<void> => {
    const page = await (await contextOf(who)).newPage()
    try {
      const complaints: string[] = []
      const elsewhere: string[] = []
      let script = 0
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('response', async (response) => {
        if (!response.url().startsWith(address)) elsewhere.push(response.url())
        if (response.request().resourceType() === 'script') script += (await response.request().sizes()).responseBodySize
      })
      const reply = await page.goto(address + (prefix + path || '/'), { waitUntil: 'load' })
      expect(reply?.status()).toBe(200)
      await page.waitForLoadState('networkidle')
      // A long page that arrives in parts moves its foot, and nothing else moves.
      expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)).toBeLessThan(0.01)
      expect(script).toBeLessThanOrEqual(ALIVE.has(pattern) ? MOST_SCRIPT : 0)
      await unfold(page)
      if (!ALIVE.has(pattern)) expect(await scriptOnly(page)).toEqual([])
      expect(await unseenFocus(page)).toEqual([])
      // Pages of the portal are read by axe in every guise in access.test.ts.
      if (who !== null) {
        await expectNoBarriers(page)
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await contrast(page)).toEqual([])
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
      expect(await edgeless(page)).toEqual([])
      await page.emulateMedia({ forcedColors: 'none' })
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 700 })
        expect([width, await sideways(page, false), await overWritten(page)]).toEqual([width, [], []])
      }
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(PAPER)
      expect(await sideways(page, true)).toEqual([])
      expect(complaints).toEqual([])
      expect(elsewhere).toEqual([])
    } finally {
      await page.close()
    }
  }

  describe.each(['', '/en'])('in “%s”', (prefix) => {
    it.each(stops)('keeps every promise: $path', (stop) => hold(stop, prefix))
  })
})
