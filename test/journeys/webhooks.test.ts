/** An administrator has a machine told of events, without a script on the page, and sees what became of each. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../at-end.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { eventually } from '../eventually.ts'
import { postFor, somebody } from '../people.ts'
import { sessionCookie } from '../session.ts'
import { freshSiteWithDatabase } from '../site.ts'

describe.skipIf(!hasBrowser)('an administrator with a receiver of events', async () => {
  if (!hasBrowser) return
  let answer = 204
  const got: string[] = []
  const receiver = createServer((request, response) => {
    request
      .on('data', () => {})
      .on('end', () => {
        got.push(String(request.headers['webhook-id']))
        response.writeHead(answer).end()
      })
  })
  const port = await new Promise<number>((resolve) =>
    receiver.listen(0, '127.0.0.1', () => resolve((receiver.address() as AddressInfo).port)),
  )
  atEnd(() => receiver.close())
  const site = await freshSiteWithDatabase({
    PLANWRIGHT_WEBHOOKS: `open-data=http://127.0.0.1:${port}/in?token=sesame`,
    PLANWRIGHT_WEBHOOK_OPEN_DATA: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  })
  const person = await somebody(site.database, { name: '赵六', at: new Date().toISOString(), strong: true })
  await postFor(site.database, person, ['administrator'])
  const { visit } = await openBrowser()
  const open = async (
    at: string,
    options: { readonly javaScriptEnabled?: boolean; readonly viewport?: { width: number; height: number } } = {},
  ): Promise<Page> => {
    const { page } = await visit('about:blank', { javaScriptEnabled: false, ...options })
    await page.context().addCookies([sessionCookie(site.address, person.token)])
    await page.goto(site.address + at)
    return page
  }
  const text = async (page: Page) => page.locator('main').innerText()

  it('reads where events go, without what may be secret of the address', async () => {
    const page = await open('/admin/webhooks')
    expect(await text(page)).toContain(`127.0.0.1:${port}`)
    expect(await page.content()).not.toContain('sesame')
  })

  it('chooses what it is told, and finds it chosen', async () => {
    const page = await open('/en/admin/webhooks')
    await page.getByLabel('a bulletin was published').check()
    await page.locator('#choose-open-data button').click()
    expect(new URL(page.url()).pathname).toBe('/en/admin/webhooks')
    expect(await text(page)).toContain('Saved')
    expect(await page.getByLabel('a bulletin was published').isChecked()).toBe(true)
    expect(await page.getByLabel('a task turned red').isChecked()).toBe(false)
  })

  it('sends a test, sees that it failed, and sends it again', async () => {
    answer = 500
    const page = await open('/admin/webhooks')
    await page.locator('#test-open-data button').click()
    await eventually(
      async () => {
        await page.goto(`${site.address}/admin/webhooks`)
        return text(page)
      },
      (shown) => shown.includes('接收方答复 500'),
    )
    answer = 204
    await page.getByRole('button', { name: '重新推送' }).click()
    await eventually(
      async () => {
        await page.goto(`${site.address}/admin/webhooks`)
        return text(page)
      },
      (shown) => shown.includes('已送达'),
    )
    expect(new Set(got).size).toBe(1)
  })

  it('pauses and resumes it', async () => {
    const page = await open('/admin/webhooks')
    await page.locator('#pause-open-data button').click()
    expect(await text(page)).toContain('已暂停')
    expect(await page.locator('#test-open-data').count()).toBe(0)
    await page.locator('#resume-open-data button').click()
    expect(await text(page)).toContain('已恢复')
  })

  it('meets no barrier, on a phone either', async () => {
    for (const at of ['/admin/webhooks', '/en/admin/webhooks']) await expectNoBarriers(await open(at, { javaScriptEnabled: true }))
    const phone = await open('/admin/webhooks', { javaScriptEnabled: true, viewport: { width: 320, height: 700 } })
    if (process.env.PICTURES) await phone.screenshot({ path: `${process.env.PICTURES}/phone.png`, fullPage: true })
    if (process.env.PICTURES) await (await open('/admin/webhooks')).screenshot({ path: `${process.env.PICTURES}/desk.png`, fullPage: true })
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
