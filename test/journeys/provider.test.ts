/** Somebody signs in through their organisation's provider, in a real browser and at a real provider. */
import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { invite } from '../../src/app/invitations.ts'
import { appOf } from '../../src/app.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { groundOf } from '../database.ts'
import { CLIENT, startProvider } from '../oidc.ts'
import { postFor, somebody } from '../people.ts'
import { freshSiteWithDatabase } from '../site.ts'

/** A port that is free now: provider and site have to know each other's before either starts. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

describe.skipIf(!hasBrowser)('a sign-in provider', async () => {
  if (!hasBrowser) return
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const provider = await startProvider([`${origin}/sign-in/provider/back`, `${origin}/en/sign-in/provider/back`], [`${origin}/`])
  const [site, browser] = await Promise.all([
    freshSiteWithDatabase({
      PORT: String(port),
      PLANWRIGHT_OIDC_ISSUER: provider.issuer,
      PLANWRIGHT_OIDC_CLIENT_ID: CLIENT.clientId,
      PLANWRIGHT_OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      PLANWRIGHT_OIDC_NAME: 'City ID',
    }),
    openBrowser(),
  ])
  const enter = async (login: string, path = '/en/sign-in'): Promise<Page> => {
    const { page } = await browser.visit(site.address + path)
    await page.click('main a[href*="/sign-in/provider"]')
    await page.fill('[name=login]', login)
    await page.click('button')
    return page
  }
  const pathOf = (page: Page): string => new URL(page.url()).pathname

  it('lets in whoever has an account here, to the page they came for, and out again at both places', async () => {
    await somebody(site.database, { name: 'Li', email: 'li@example.cn' })
    const page = await enter('li', '/en/sign-in?to=%2Fen%2Faccount%2Fkeys')
    expect(pathOf(page)).toBe('/en/account/keys')
    expect(await page.locator('header .own a').allTextContents()).toContain('Li')

    await page.goto(`${site.address}/en/sign-out`)
    await page.click('main button[type=submit]')
    const there = page.locator('main a')
    expect(await there.innerText()).toBe('Sign out of City ID as well')
    await expectNoBarriers(page)
    expect(new URL((await there.getAttribute('href')) ?? '').origin).toBe(provider.issuer)
    await page.goto(`${site.address}/en/account`)
    expect(pathOf(page)).toBe('/en/sign-in')
  })

  it('counts as a second factor where it says so, and is asked for one where not', async () => {
    for (const login of ['wang', 'zhao']) {
      const person = await somebody(site.database, { name: login, email: `${login}@example.cn` })
      await postFor(site.database, person, ['auditor'])
    }
    expect(pathOf(await enter('wang+mfa'))).toBe('/en/my')
    expect(pathOf(await enter('zhao'))).toBe('/en/account/second-factor')
  })

  it('is told that nobody here knows somebody, in the language they read', async () => {
    const page = await enter('stranger', '/sign-in')
    expect(await page.textContent('main')).toContain('这里没有人认识您（stranger@example.cn）')
    expect(await (await enter('open+open')).textContent('main')).toContain('Nobody here knows you')
  })

  it('opens the account of somebody who was invited, with the post that was promised', async () => {
    const { id: post } = await postFor(site.database, await somebody(site.database), ['officer'])
    const app = appOf(groundOf(site.database, new Date().toISOString()))
    await app.perform({ kind: 'operator', name: 'test' }, invite, { email: 'newcomer@example.cn', name: 'Newcomer', posts: [post] })
    const page = await enter('newcomer')
    expect(await page.textContent('header .person')).toBe('Newcomer')
    expect(await page.textContent('main')).toContain(`Post ${post}`)
  })

  it('may replace its keys while people sign in', async () => {
    await somebody(site.database, { name: 'Chen', email: 'chen@example.cn' })
    await enter('chen')
    provider.rotate()
    expect(pathOf(await enter('chen'))).toBe('/en/my')
  })

  it('is not believed if an answer comes from nowhere', async () => {
    const { page } = await browser.visit(`${site.address}/en/sign-in/provider/back?code=x&state=y`)
    expect(await page.textContent('main')).toContain('City ID did not confirm who you are')
  })
})
