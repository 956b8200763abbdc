/** What a clerk learns who was refused: what would make it possible, and what is taken together. The answers come in a saved link. */
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const PATIENCE = { timeout: 10_000 }
const REFUSED = { on: '2025-05-31', task: 'digital-industry', 认定级别: '区级', 平台类型: '开源平台', 软硬件投资额: '1000 万元' }
const RIVALS = { on: '2026-06-30', 营业收入: '6 亿元', 营业收入增长率: '40%', 研发投入: '600 万元', 独立法人: '是', 严重失信: '否' }
const link = (answers: Readonly<Record<string, string>>): string => `#${new URLSearchParams(answers)}`

describe.skipIf(!hasBrowser)('a clerk whose enterprise was refused', async () => {
  if (!hasBrowser) return
  const [wuhan, xincheng] = [await freshSite('wuhan'), await freshSite('xincheng')]
  const browser = await openBrowser()

  it.each([
    ['', '怎样才能符合', '认定级别 区级 → 市级或省级或国家级'],
    ['/en', 'What would make it possible', 'recognition level: district → city or provincial or national'],
  ])('learns at "%s/check" what would make the measure possible, and what follows', async (language, title, change) => {
    const { page, complaints } = await browser.visit(`${wuhan.address}${language}/check${link(REFUSED)}`)
    const refused = page.locator('#g-not #public-service-platform .ways')
    await expect.poll(() => refused.count(), PATIENCE).toBe(1)
    await page.locator('#g-not').evaluate((group) => group.setAttribute('open', ''))
    const text = await refused.innerText()
    expect(text).toContain(title)
    expect(text).toContain(change)
    expect(await refused.getByRole('link').first().getAttribute('href')).toBe(`${language}/measures/public-service-platform#a1`)
    await expectNoBarriers(page)
    expect(complaints).toEqual([])
  })

  it.each(['', '/en'])(
    'sees at "%s/check" what is taken together and which clause leaves one out, in a picture and in a table',
    async (language) => {
      const { page } = await browser.visit(`${xincheng.address}${language}/check${link(RIVALS)}`)
      const section = page.locator('section.together')
      await expect.poll(() => section.count(), PATIENCE).toBe(1)
      expect(await section.locator('svg.desk g.out').count()).toBe(1)
      expect(await section.locator('svg.desk path.bow').count()).toBe(1)
      expect(await section.locator('tbody tr').count()).toBe(2)
      await expectNoBarriers(page)
    },
  )

  it('learns from the calculator of a measure what would make it possible', async () => {
    const { page } = await browser.visit(`${wuhan.address}/measures/public-service-platform`, { javaScriptEnabled: false })
    await page.locator('input[name="认定级别"][value="区级"]').check()
    await page.getByRole('button', { name: '计算' }).click()
    expect(await page.locator('#result .ways').innerText()).toMatch(/认定级别 区级 → 市级.*还须查明/)
  })
})
