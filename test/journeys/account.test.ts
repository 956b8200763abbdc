/** An account from its invitation on, in a real browser without a script: sessions here and elsewhere, a new password, name and contact. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { newToken, tokenHash } from '../../src/kernel/random.ts'
import { expectNoBarriers, hasBrowser, openBrowser } from '../browser.ts'
import { freshUrl } from '../database.ts'
import { home, packs } from '../packs.ts'
import { freshSite } from '../site.ts'

const NO_SCRIPT = { javaScriptEnabled: false } as const
const PASSWORD = 'nine egrets left the lake'
const NEXT = 'seven barges under the bridge'

describe.skipIf(!hasBrowser)('an account', async () => {
  if (!hasBrowser) return
  const browser = await openBrowser()
  const DATABASE_URL = await freshUrl()
  const site = await freshSite('xincheng', { DATABASE_URL })
  const visit = async (address: string) => (await browser.visit(site.address + address, NO_SCRIPT)).page
  /** The path of a link that the command line prints for an administrator. */
  const invited = async (email: string): Promise<string> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.join(home, 'src/cli/main.ts'), 'administrator', '--email', email, '--name', 'Li Na', '--lang', 'en'],
      { env: { PATH: process.env.PATH, DATABASE_URL, PLANWRIGHT_PACK: packs.xincheng } },
    )
    return new URL(/http:\S+/.exec(stdout)?.[0] ?? '').pathname
  }
  /** A token as it would stand in the letter to an address: what is kept of the one that was sent cannot be read. */
  const letterOf = async (email: string): Promise<string> => {
    const client = new pg.Client({ connectionString: DATABASE_URL })
    await client.connect()
    const token = newToken()
    await client.query('update identity_address_change set token_hash = $1 where email = $2', [tokenHash(token), email])
    await client.end()
    return token
  }
  const choose = async (page: Page, password: string, again = password) => {
    await page.getByLabel('New password', { exact: true }).fill(password)
    await page.getByLabel('The new password once more').fill(again)
  }
  const enter = async (email: string, password: string) => {
    const page = await visit('/en/sign-in?to=/en/account')
    await page.getByLabel('E-mail, mobile or staff number').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    return page
  }
  /** Administrators are led to their second factor first; the account is there without it. */
  const atAccount = async (email: string, password: string) => {
    const page = await enter(email, password)
    await page.goto(`${site.address}/en/account`)
    return page
  }
  const joined = async (email: string) => {
    const page = await visit(await invited(email))
    await choose(page, PASSWORD)
    await page.getByRole('button', { name: 'Open your account' }).click()
    return page
  }

  it('is opened by invitation, once, with a password that is not easily guessed', async () => {
    const link = await invited('first@example.cn')
    const page = await visit(link)
    expect(await page.textContent('main')).toContain('first@example.cn')
    await choose(page, 'Password2026!')
    await page.getByRole('button', { name: 'Open your account' }).click()
    expect(await page.textContent('.errors')).toContain('one of the passwords that are tried first')
    expect(await page.getByLabel('Name').inputValue()).toBe('Li Na')
    await choose(page, PASSWORD)
    await page.getByRole('button', { name: 'Open your account' }).click()
    expect(await page.locator('header .own a').allTextContents()).toContain('Li Na')
    const again = await visit(link)
    expect(await again.textContent('main')).toContain('This invitation was accepted or withdrawn')
  })

  it('shows where its owner is signed in; a session that was ended elsewhere asks to sign in again', async () => {
    await joined('second@example.cn')
    const [here, there] = [await atAccount('second@example.cn', PASSWORD), await atAccount('second@example.cn', PASSWORD)]
    await here.reload()
    expect(await here.locator('tbody tr').count()).toBe(3)
    expect(await here.textContent('tbody')).toContain('Chrome · Linux')
    await here.getByRole('button', { name: 'End all the others' }).click()
    expect(await here.textContent('.done')).toBe('All the other sessions have ended.')
    expect(await here.locator('tbody tr').count()).toBe(1)
    await there.reload()
    expect(new URL(there.url()).pathname).toBe('/en/sign-in')
  })

  it('has a new password, with which every other session ends and this one goes on', async () => {
    const first = await joined('third@example.cn')
    const page = await enter('third@example.cn', PASSWORD)
    await page.goto(`${site.address}/en/account/password`)
    await page.getByLabel('Present password').fill('not the password')
    await choose(page, NEXT)
    await page.getByRole('button', { name: 'Change the password' }).click()
    expect(await page.textContent('.errors')).toContain('The present password is wrong.')
    await page.getByLabel('Present password').fill(PASSWORD)
    await choose(page, NEXT)
    await page.getByRole('button', { name: 'Change the password' }).click()
    expect(await page.textContent('.done')).toContain('The password was changed')
    await first.goto(`${site.address}/en/account`)
    expect(new URL(first.url()).pathname).toBe('/en/sign-in')
    expect(await (await enter('third@example.cn', PASSWORD)).textContent('.errors')).toContain('Name or password is wrong')
    expect(await (await atAccount('third@example.cn', NEXT)).textContent('h1')).toBe('My account')
  })

  it('has a name, a language and ways to be reached that its owner changes', async () => {
    await joined('fourth@example.cn')
    const page = await enter('fourth@example.cn', PASSWORD)
    await page.goto(`${site.address}/en/account/profile`)
    await page.getByLabel('Name', { exact: true }).fill('Li Nana')
    await page.locator('#profile button').click()
    expect(await page.locator('header .own a').allTextContents()).toContain('Li Nana')
    await page.goto(`${site.address}/en/account/profile`)
    await page.getByRole('textbox', { name: 'E-mail' }).fill('Fourth.New@example.cn')
    await page.getByRole('textbox', { name: 'Mobile number' }).fill('12345')
    await page.getByLabel('Present password').fill(PASSWORD)
    await page.locator('#contact button').click()
    expect(await page.textContent('.errors')).toContain('"12345" is no mobile number')
    await page.getByRole('textbox', { name: 'Mobile number' }).fill('139 0000 1234')
    await page.getByLabel('Present password').fill(PASSWORD)
    await page.locator('#contact button').click()
    expect(await page.textContent('.done')).toContain('the new e-mail address waits to be confirmed')
    expect(await page.textContent('main')).toContain('Waits to be confirmed: fourth.new@example.cn')
    await page.goto(`${site.address}/en/account`)
    expect(await page.textContent('main')).toContain('fourth@example.cn, 13900001234')
    await page.goto(`${site.address}/en/account/address/${await letterOf('fourth.new@example.cn')}`)
    await page.getByRole('button', { name: 'Confirm the address' }).click()
    expect(await page.textContent('.done')).toContain('The new e-mail address is confirmed.')
    expect(await page.textContent('main')).toContain('fourth.new@example.cn, 13900001234')
  })

  it('gives the same answer about a forgotten password, whoever asks', async () => {
    const said: (string | null)[] = []
    for (const email of ['first@example.cn', 'nobody@example.cn']) {
      const page = await visit('/en/sign-in/forgotten')
      await page.getByLabel('E-mail').fill(email)
      await page.getByRole('button').click()
      said.push(await page.textContent('main'))
    }
    expect(said[0]).toContain('If an account has this address')
    expect(said[1]).toBe(said[0])
  })

  it('has no barriers on any of its pages', async () => {
    const link = await invited('fifth@example.cn')
    const { page } = await browser.visit(site.address + link)
    await expectNoBarriers(page)
    await choose(page, 'short')
    await page.getByRole('button', { name: 'Open your account' }).click()
    await expectNoBarriers(page)
    await choose(page, PASSWORD)
    await page.getByRole('button', { name: 'Open your account' }).click()
    for (const address of ['/account', '/account/password', '/account/profile', '/sign-in/forgotten'])
      for (const prefix of ['', '/en']) {
        await page.goto(site.address + prefix + address)
        await expectNoBarriers(page)
        await page.setViewportSize({ width: 320, height: 700 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
        await page.setViewportSize({ width: 1280, height: 900 })
      }
  })
})
