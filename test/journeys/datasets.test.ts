/** What search engines and catalogues read from the pages with data, in a real browser under the site's own policy. */
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

describe.skipIf(!hasBrowser)('pages with data', async () => {
  if (!hasBrowser) return
  const { address } = await freshSite('xincheng')
  const { visit } = await openBrowser()

  it.each([
    ['/data', 'DataCatalog'],
    ['/en/data', 'DataCatalog'],
    ['/plan/stations', 'Dataset'],
    ['/en/plan/stations', 'Dataset'],
  ])('%s says what it holds, and the policy for scripts lets it', async (path, type) => {
    const { page, complaints } = await visit(`${address}${path}`)
    const [text = '', ...others] = await page.locator('script[type="application/ld+json"]').allTextContents()
    expect(others).toEqual([])
    const statement = JSON.parse(text) as {
      '@type': string
      url: string
      description: string
      dataset?: { distribution: readonly { contentUrl: string }[] }
    }
    expect(statement).toMatchObject({ '@context': 'https://schema.org', '@type': type, url: `${address}${path}` })
    for (const { contentUrl } of statement.dataset?.distribution ?? []) expect((await fetch(contentUrl)).status, contentUrl).toBe(200)
    expect(complaints).toEqual([])
  })

  it('lead to the published package, whose tables are as large as it says', async () => {
    const base = `${address}/data/published.datapackage.json`
    const { resources } = (await (await fetch(base)).json()) as {
      resources: readonly { path: string | readonly string[]; bytes: number }[]
    }
    for (const { path, bytes } of resources) {
      const sizes = await Promise.all(
        [path].flat().map(async (file) => (await (await fetch(new URL(file, base))).arrayBuffer()).byteLength),
      )
      expect([path, sizes.reduce((sum, size) => sum + size, 0)]).toEqual([path, bytes])
    }
  })
})
