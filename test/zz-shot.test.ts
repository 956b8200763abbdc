import { it } from 'vitest'
import { openBrowser } from './browser.ts'
import { freshSite } from './site.ts'
it('shoots', async () => {
  const site = await freshSite('wuhan')
  const browser = await openBrowser()
  const { page, complaints } = await browser.visit(`${site.address}/lab?m=public-service-platform&on=2024-06-30`, { viewport: { width: 1200, height: 1000 } })
  await page.waitForTimeout(4000)
  console.log(complaints, await page.locator('.note').allInnerTexts())
  await page.reload()
  await page.waitForTimeout(1500)
  await page.locator('input[type=range]').first().fill('45')
  await page.waitForTimeout(1500)
  console.log(complaints, page.url(), site.output().slice(-1500))
  await page.screenshot({ path: '/tmp/shots/lab.png', fullPage: true })
}, 90000)
