/** Somebody sets up a second factor, signs in with it, and gives a program a key. */
import { TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../src/kernel/who.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { passwordFor, postFor, somebody } from '../people.ts'
import { freshSiteWithDatabase } from '../site.ts'

const PASSWORD = 'a long password that nobody guesses'
const codeOf = (secret: string, stepsLater = 0): string => new TOTP({ secret }).generate({ timestamp: Date.now() + stepsLater * 30_000 })

describe.skipIf(!hasBrowser)('a second factor', async () => {
  if (!hasBrowser) return
  const [site, browser] = await Promise.all([freshSiteWithDatabase(), openBrowser()])
  let people = 0
  const account = async (...roles: readonly Role[]): Promise<string> => {
    const email = `p${++people}@example.cn`
    const person = await somebody(site.database, { email })
    await passwordFor(site.database, person, PASSWORD)
    if (roles.length > 0) await postFor(site.database, person, roles)
    return email
  }
  const signIn = async (email: string, to = '', javaScriptEnabled = false): Promise<Page> => {
    const { page } = await browser.visit(`${site.address}/en/sign-in${to}`, { javaScriptEnabled })
    await page.fill('[name=name]', email)
    await page.fill('[name=password]', PASSWORD)
    await page.click('#password button[type=submit]')
    return page
  }
  const pathOf = (page: Page): string => new URL(page.url()).pathname

  it('is asked for after the password, works once for each code, and needs no script', async () => {
    const email = await account()
    const page = await signIn(email)
    expect(pathOf(page)).toBe('/en/my')
    await page.goto(`${site.address}/en/account/second-factor`)
    const secret = (await page.locator('#app ~ p code').first().innerText()).replaceAll(' ', '')
    expect(await page.locator('svg.qr path').count()).toBe(1)

    await page.fill('#totp [name=code]', '12345')
    await page.click('#totp button')
    expect(await page.locator('#totp .errors').innerText()).toContain('The code is wrong')
    expect((await page.locator('#app ~ p code').first().innerText()).replaceAll(' ', '')).toBe(secret)

    const code = codeOf(secret)
    await page.fill('#totp [name=code]', code)
    await page.click('#totp button')
    expect(await page.textContent('h1')).toBe('Your recovery codes')
    const [recovery = ''] = await page.locator('.codes code').allInnerTexts()
    expect(await page.locator('.codes code').count()).toBe(10)
    await page.click('main a')
    expect(await page.locator('#remove-totp').count()).toBe(1)

    const second = await signIn(email, '?to=%2Fen%2Faccount%2Fkeys')
    expect(pathOf(second)).toBe('/en/sign-in/second')
    await second.goto(`${site.address}/en/account`)
    expect(pathOf(second)).toBe('/en/sign-in/second')
    await second.goBack()
    await second.fill('[name=code]', code)
    await second.click('#code button')
    expect(await second.locator('#code .errors').innerText()).toContain('was used before')
    await second.fill('[name=code]', codeOf(secret, 1))
    await second.click('#code button')
    expect(pathOf(second)).toBe('/en/account/keys')

    const third = await signIn(email)
    await third.fill('[name=code]', recovery.toUpperCase())
    await third.click('#code button')
    expect(pathOf(third)).toBe('/en/my')
  })

  it('is set up first by whoever holds a post that wants one', async () => {
    const page = await signIn(await account('finance'), '?to=%2Fen%2Fplan')
    expect(pathOf(page)).toBe('/en/account/second-factor')
    expect(await page.textContent('main')).toContain('ask for a second factor')
    const secret = (await page.locator('#app ~ p code').first().innerText()).replaceAll(' ', '')
    await page.fill('#totp [name=code]', codeOf(secret))
    await page.click('#totp button')
    await page.click('main a')
    expect(pathOf(page)).toBe('/en/plan')
  })

  it('can be a passkey, which also signs in alone', async () => {
    const page = await signIn(await account(), '?to=%2Fen%2Faccount%2Fsecond-factor', true)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    })
    await page.fill('#passkey form [name=name]', 'office computer')
    await page.click('#passkey form button')
    await page.locator('.codes').waitFor()
    await page.click('main a')
    expect(await page.textContent('main')).toContain('office computer')

    await page.goto(`${site.address}/en/sign-out`)
    await page.click('main button[type=submit]')
    await page.goto(`${site.address}/en/sign-in/passkey`)
    await page.click('#passkey form button')
    await page.waitForURL('**/en/my')

    await page.goto(`${site.address}/en/account/second-factor`)
    await page.click('text=office computer')
    await page.fill('#rename [name=name]', 'laptop')
    await page.click('#rename button')
    expect(await page.textContent('main')).toContain('laptop')
  })

  it('finishes signing in as a passkey after a password', async () => {
    const email = await account()
    const page = await signIn(email, '?to=%2Fen%2Faccount%2Fsecond-factor', true)
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    })
    await page.fill('#passkey form [name=name]', 'phone')
    await page.click('#passkey form button')
    await page.locator('.codes').waitFor()
    await page.goto(`${site.address}/en/sign-in`)
    await page.fill('[name=name]', email)
    await page.fill('[name=password]', PASSWORD)
    await page.click('#password button[type=submit]')
    await page.waitForURL('**/en/sign-in/second*')
    await page.click('#passkey form button')
    await page.waitForURL('**/en/my')
  })

  it('stands beside keys for programs, which are shown once and can be revoked', async () => {
    const page = await signIn(await account(), '?to=%2Fen%2Faccount%2Fkeys')
    await page.click('#make button')
    expect(await page.locator('#make .errors').innerText()).toContain('Give the key a name')
    await page.fill('#make [name=name]', 'reconciler')
    await page.check('#make [name=uses][value="identity.me"]')
    await page.fill('#make [name=expiresOn]', new Date(Date.now() + 86_400_000 * 30).toISOString().slice(0, 10))
    await page.click('#make button')
    const key = await page.locator('code.once').innerText()
    const ask = () => fetch(`${site.address}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } })
    expect(await (await ask()).json()).toMatchObject({ name: '张三', key: { uses: ['identity.me'] } })
    await page.click('text=Back to my keys')
    await page.click('text=reconciler')
    await page.click('summary')
    await page.click('#revoke button')
    expect(await page.textContent('main')).toContain('The key was revoked')
    expect((await ask()).status).toBe(401)
  })

  it('has no barrier on its pages, in both languages', async () => {
    const page = await signIn(await account('auditor'), '', true)
    for (const language of ['', '/en'])
      for (const path of ['/sign-in/passkey', '/account/second-factor', '/account/keys']) {
        await page.goto(site.address + language + path)
        await expectNoBarriers(page)
        await page.setViewportSize({ width: 320, height: 700 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
        await page.setViewportSize({ width: 1280, height: 900 })
      }
  })
})
