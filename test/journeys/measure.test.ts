/** From the list of measures to an amount and its reason, without a script on any page. */
import { describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const MEASURE = 'public-service-platform'

describe.skipIf(!hasBrowser)('a person who looks for one measure', async () => {
  if (!hasBrowser) return
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const visit = async (path: string) => (await browser.visit(site.address + path, { javaScriptEnabled: false })).page

  it('finds the platform subsidy, types 2000 万元 at city level, and reads 5 million yuan and why', async () => {
    const page = await visit('/')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '政策措施' }).click()
    await page.getByLabel('搜索').fill('开源平台')
    await page.getByRole('button', { name: '查看' }).click()
    await page.getByRole('link', { name: /数字经济公共服务平台、开源平台或社区补助/ }).click()
    expect(new URL(page.url()).pathname).toBe(`/measures/${MEASURE}`)

    await page.getByRole('radio', { name: '市级' }).check()
    await page.getByRole('radio', { name: '开源平台' }).check()
    await page.getByLabel('平台的软硬件投资额是多少元？').fill('2000 万元')
    await page.getByRole('button', { name: '计算' }).click()
    const answer = page.locator('#result')
    await expect.poll(() => answer.locator('.verdict').textContent()).toBe('可得 500 万元。')
    const steps = await answer.locator('table.steps tbody tr').allInnerTexts()
    expect(steps.map((row) => row.split('\t').slice(0, 2).join(' '))).toEqual([
      '软硬件投资额 2,000 万元',
      '补助比例 30%',
      '软硬件投资额 × 补助比例（30%） 600 万元',
      '补助上限 500 万元',
      '取较小者（软硬件投资额 × 补助比例（30%）；补助上限（500 万元）） 500 万元',
      '四舍五入到分（未改变） 500 万元',
    ])
    // What was typed is in the form again, and nowhere in the address.
    expect(await page.getByLabel('平台的软硬件投资额是多少元？').inputValue()).toBe('2000 万元')
    expect(await page.getByRole('radio', { name: '市级' }).isChecked()).toBe(true)
    expect(new URL(page.url()).search).toBe('')
  })

  it('is led from a number of the clause to the parameter it sets', async () => {
    const page = await visit(`/measures/${MEASURE}`)
    await page.locator('.clause a', { hasText: '500万元' }).click()
    expect(decodeURIComponent(decodeURIComponent(new URL(page.url()).hash))).toBe('#n-p-补助上限')
    expect(await page.locator(':target').innerText()).toContain('500 万元')
  })

  it('reads rounding and conditions in words, and the rule itself one click away', async () => {
    const page = await visit(`/measures/${MEASURE}`)
    const computed = page.locator('#a1 .computed')
    expect(await computed.innerText()).toContain('四舍五入到分')
    expect(await computed.innerText()).not.toContain('half-up')
    expect(await computed.locator('pre').isVisible()).toBe(false)
    await computed.locator('summary').click()
    expect(await computed.locator('pre').innerText()).toContain('amount: min(软硬件投资额 * 补助比例, 补助上限)')
  })

  it('reads in English who decides, what is paid once, and under which heading it stands', async () => {
    const page = await visit('/en/measures/identifier-node')
    expect(await page.locator('#a1 h3').innerText()).toBe('Award')
    const computed = await page.locator('#a1 .computed').innerText()
    expect(computed).toContain('The Economy and Information Technology Bureau holds a review and decides on merit.')
    expect(computed).toContain('once: An award paid once for the same node.')
    expect(computed).not.toMatch(/\p{Script=Han}/u)
    expect(await page.locator('dl.facts').innerText()).toMatch(/Once per\s+node/)
  })

  it('gets the form again with everything typed when something is wrong', async () => {
    const page = await visit(`/en/measures/${MEASURE}`)
    await page.getByRole('radio', { name: 'city', exact: true }).check()
    const investment = page.getByLabel('How much was invested in the platform’s hardware and software, in yuan?')
    await investment.fill('1e3')
    const [reply] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST'),
      page.getByRole('button', { name: 'Compute' }).click(),
    ])
    expect(reply.status()).toBe(400)
    expect(reply.headers()['cache-control']).toBe('no-store')
    expect(await investment.inputValue()).toBe('1e3')
    expect(await investment.getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByRole('radio', { name: 'city', exact: true }).isChecked()).toBe(true)
    await page.getByRole('alert').getByRole('link').click()
    expect(await page.locator(':target').getAttribute('name')).toBe('软硬件投资额')
  })

  it('sees which measures have ended, and can list those of a day on which they had not', async () => {
    const page = await visit('/measures?document=wh-policy-2022')
    expect(await page.locator('.measures .state').first().innerText()).toContain('已到期')
    await page.getByLabel('按哪一天看效力').fill('2023-06-30')
    await page.getByLabel('排序').selectOption('amount')
    await page.getByRole('button', { name: '查看' }).click()
    expect(await page.locator('.measures .state').first().innerText()).toContain('有效')
    const amounts = await page.locator('.measures .most').allInnerTexts()
    expect(amounts[0]).toContain('500 万元')
    expect(amounts.at(-1)).toContain('—')
  })

  it('is told what is wrong with a day, and still sees the list', async () => {
    const page = await visit('/en/measures?on=2023-02-30')
    expect(await page.getByRole('alert').innerText()).toContain('2023-02-30')
    expect(await page.locator('.measures > li').count()).toBeGreaterThan(50)
  })
})
