/** A new person in a browser: goes where visible words lead, and counts how often they had to click. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { rooms } from '../../../src/web/addresses.ts'
import type { Visitor } from '../../browser.ts'
import { ACCOUNTS, type Account } from '../../tour.ts'
import { languageOf, type Say } from './words.ts'

export type Walker = {
  readonly page: Page
  /** The main part of the page, as text. */
  readonly text: () => Promise<string>
  /** Follows a visible link, opens a visible fold or presses a visible button; `within` narrows where. */
  readonly go: (name: string | RegExp, within?: string) => Promise<void>
  readonly fill: (name: string, value: string) => Promise<void>
  /** Clicks since the page that says who one is. */
  readonly clicks: () => number
}

/** Signs in from the public home page by what can be seen there. */
export const enterAs = async (visitor: Visitor, address: string, say: Say, account: Account): Promise<Walker> => {
  const { page } = await visitor.visit(address + languageOf(say).home)
  page.setDefaultTimeout(8000)
  let clicks = 0
  const go = async (name: string | RegExp, within = 'body'): Promise<void> => {
    const named = page.locator(`${within} :is(a, button, summary):visible`).filter({ hasText: name })
    await press(named.first())
    clicks++
  }
  const press = async (what: Locator): Promise<void> => {
    await what.click()
    await page.waitForLoadState()
  }
  await go(say('登录', 'Sign in'), 'header')
  await go(ACCOUNTS[account], 'main')
  expect(new URL(page.url()).pathname).toBe(`${languageOf(say).prefix}/my`)
  clicks = 0
  return {
    page,
    go,
    text: () => page.locator('main').innerText(),
    fill: (name, value) => page.locator(`main [name="${name}"]:visible`).first().fill(value),
    clicks: () => clicks,
  }
}

/** Only these rooms are linked, and the others, typed by hand, say in words why not. */
export const expectRooms = async ({ page }: Walker, address: string, say: Say, own: readonly string[]): Promise<void> => {
  const { prefix } = languageOf(say)
  const linked = await page.locator('nav.rooms a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(new Set(linked)).toEqual(new Set(own.map((room) => `${prefix}/${room}`)))
  for (const room of rooms.map(({ path }) => path).filter((path) => !own.includes(path))) {
    const reply = await page.goto(`${address}${prefix}/${room}`)
    expect([room, reply?.status()]).toEqual([room, 403])
    expect(await page.locator('main').innerText()).toContain(say('这个请求办不到', 'This request cannot be met'))
    expect(await page.locator(`main a[href="${prefix}/authority"]`).count()).toBe(1)
  }
}
