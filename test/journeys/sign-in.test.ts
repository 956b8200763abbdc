/** Signing in and out in a real browser, without a script: what a person with an account lives through. */
import { describe, expect, it } from 'vitest'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshSite } from '../site.ts'

const NO_SCRIPT = { javaScriptEnabled: false } as const

describe.skipIf(!hasBrowser)('/sign-in', async () => {
  if (!hasBrowser) return
  const browser = await openBrowser()
  const site = await freshSite()
  const visit = async (path: string) => (await browser.visit(site.address + path, NO_SCRIPT)).page

  it('lets a demo account in, says that everything is invented, and goes on to the page that was asked for', async () => {
    const page = await visit('/en/account')
    expect(new URL(page.url()).pathname).toBe('/en/sign-in')
    expect(await page.textContent('main')).toContain('invented')
    await page.getByRole('button', { name: /^Auditor/ }).click()
    expect(new URL(page.url()).pathname).toBe('/en/account')
    expect(await page.locator('header .own a').allTextContents()).toContain('王审计')
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ name: '__Host-planwright', httpOnly: true, secure: true, sameSite: 'Lax', path: '/', expires: -1 })
  })

  it('says the same of a wrong password and of an unknown name, keeps the name and forgets the password', async () => {
    const page = await visit('/en/sign-in')
    const said: (string | null)[] = []
    for (const name of ['demo-officer', 'nobody@example.cn']) {
      await page.getByLabel('E-mail, mobile or staff number').fill(name)
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      said.push(await page.textContent('.errors'))
      expect(await page.getByLabel('E-mail, mobile or staff number').inputValue()).toBe(name)
      expect(await page.getByLabel('Password').inputValue()).toBe('')
    }
    expect(new Set(said)).toEqual(new Set(['Name or password is wrong. Check both and try again.']))
  })

  it('has no barriers, with and without something wrong', async () => {
    for (const path of ['/sign-in', '/en/sign-in', '/sign-out', '/en/sign-out']) {
      const { page } = await browser.visit(site.address + path)
      await expectNoBarriers(page)
      if (!path.endsWith('in')) continue
      await page.locator('#password button').click()
      await expectNoBarriers(page)
    }
  })

  it('lets nobody be led to another site', async () => {
    const page = await visit('/sign-in?to=//elsewhere.example/')
    await page.getByRole('button', { name: /^规划/ }).click()
    expect(new URL(page.url()).origin).toBe(site.address)
  })

  it('ends a session in every tab of the browser, and what is posted there afterwards is not taken', async () => {
    const one = await visit('/sign-in')
    await one.getByRole('button', { name: /^财务/ }).click()
    const other = await one.context().newPage()
    await other.goto(`${site.address}/account`)
    expect(await other.locator('header .own a').allTextContents()).toContain('郑财务')
    await one.goto(`${site.address}/sign-out`)
    await one.getByRole('main').getByRole('button', { name: '退出登录' }).click()
    expect(new URL(one.url()).pathname).toBe('/')
    expect(await one.locator('header .own a').allTextContents()).toContain('登录')
    expect(await one.context().cookies()).toEqual([])
    await other.reload()
    expect(new URL(other.url()).pathname).toBe('/sign-in')
  })

  it('replaces the session of somebody who signs in as somebody else', async () => {
    const page = await visit('/sign-in')
    await page.getByRole('button', { name: /^规划/ }).click()
    const first = (await page.context().cookies())[0]?.value ?? ''
    await page.goto(`${site.address}/sign-in`)
    expect(await page.textContent('main')).toContain('您已登录为冯规划')
    await page.getByRole('button', { name: /^审计/ }).click()
    const reply = await fetch(`${site.address}/account`, { headers: { cookie: `__Host-planwright=${first}` }, redirect: 'manual' })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount'])
  })
})
