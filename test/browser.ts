/** A real browser for the few tests that need one. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { atEnd } from './at-end.ts'

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => each && existsSync(each))
if (!executablePath && process.env.CI) throw new Error('Chromium is required in CI: apt-get install chromium, or set CHROMIUM.')
if (!executablePath) console.warn('SKIPPED: browser tests need Chromium (Debian: apt-get install chromium; elsewhere set CHROMIUM=/path).')

/** For `describe.skipIf(!hasBrowser)`. */
export const hasBrowser = executablePath !== undefined

export type Visit = {
  readonly page: Page
  /** Everything the browser complained about: scripts, the content security policy, files that are missing. */
  readonly complaints: readonly string[]
}

export type Visitor = { readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Visit> }

/** One browser for a test file. Each visit is a fresh person: no cookies, no storage. */
export const openBrowser = async (): Promise<Visitor> => {
  const browser: Browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  atEnd(() => browser.close())
  return {
    visit: async (address, options = {}) => {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`))
      await page.goto(address)
      return { page, complaints }
    },
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Fails with every barrier that axe finds on the page, each with the element that has it. */
export const expectNoBarriers = async (page: Page): Promise<void> => {
  // `evaluate` is not subject to the page's content security policy; a script tag would be.
  await page.evaluate(await axeSource)
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
