/** From the plan to the source of a number, and from one language to the other. */
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

describe.skipIf(!hasBrowser)('a reader of the plan', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const visit = async (path: string) => (await browser.visit(site.address + path, { javaScriptEnabled: false })).page

  it('gets from the plan over an indicator to who published the number and when', async () => {
    const page = await visit('/')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '规划', exact: true }).click()
    await page.getByRole('link', { name: '数字经济核心产业增加值占GDP比重' }).first().click()
    expect(new URL(page.url()).pathname).toBe('/plan/core_va_share')
    const text = await page.locator('main').innerText()
    expect(text).toContain('超过 14%')
    expect(text).toContain('14.6%')
    for (const folded of await page.locator('main details').all()) await folded.evaluate((each) => each.setAttribute('open', ''))
    expect(await page.locator('main').innerText()).toMatch(/发布.*\d{4}-\d{2}-\d{2}/)
  })

  it.each(['', '/en'])('takes the chart of an indicator along as a file that stands alone: %s', async (language) => {
    const page = await visit(`${language}/plan/core_va_share`)
    const href = (await page.locator('figcaption a[download]').getAttribute('href')) ?? ''
    const reply = await page.request.get(new URL(href, page.url()).href)
    expect(reply.headers()['content-type']).toContain('image/svg+xml')
    const svg = await reply.text()
    for (const each of ['14.6', '14%', new URL(page.url()).pathname, 'CC-BY']) expect(svg).toContain(each)
    expect(svg).not.toMatch(/class=|<style|var\(/)
    expect((await page.request.get(`${site.address}${language}/plan/nothing/chart.svg`)).status()).toBe(404)
  })

  it.each(['/', '/plan', '/plan/core_va_share', '/measures', '/measures/public-service-platform', '/check', '/documents', '/data', '/api'])(
    'stays on %s when the language changes, and comes back',
    async (path) => {
      const page = await visit(path)
      const title = await page.locator('h1').innerText()
      await page.getByRole('link', { name: 'English', exact: true }).click()
      expect(new URL(page.url()).pathname).toBe(path === '/' ? '/en/' : `/en${path}`)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await page.locator('h1').innerText()).not.toBe(title)
      await page.getByRole('link', { name: '中文', exact: true }).click()
      expect(new URL(page.url()).pathname).toBe(path)
      expect(await page.locator('h1').innerText()).toBe(title)
    },
  )
})
