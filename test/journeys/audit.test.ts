/** Everybody sees the checkpoints of the record; the record itself is closed. */
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

describe.skipIf(!hasBrowser)('the record', async () => {
  if (!hasBrowser) return
  const [site, browser] = await Promise.all([freshSite(), openBrowser()])

  it('shows everybody the checkpoints, signed, and how to check them', async () => {
    for (const path of ['/evidence', '/en/evidence']) {
      const { page } = await browser.visit(`${site.address}${path}`)
      await expectNoBarriers(page)
      expect(await page.locator('table tbody tr').count()).toBe(1)
      expect((await page.request.get(`${site.address}/checkers/audit.mjs`)).status()).toBe(200)
    }
  })

  it('is closed to others', async () => {
    const { page } = await browser.visit(`${site.address}/en/audit`)
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
  })
})
