/** Pages made for somebody who is signed in: their own, the same compressed and not, whoever asked before. */
import { expect, it } from 'vitest'
import { SESSION_COOKIE } from '../../src/web/session.ts'
import { freshSite } from '../site.ts'
import { ACCOUNTS, enter } from '../tour.ts'

const { address } = await freshSite()
const [planner, clerk] = [await enter(address, 'planner'), await enter(address, 'clerk')]

const ask = async (path: string, session: string, { method = 'GET', encoding = 'identity', body = '' } = {}) => {
  const form = body === '' ? {} : { body, headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' } }
  const headers = { cookie: `${SESSION_COOKIE}=${session}`, 'accept-encoding': encoding, ...form.headers }
  const reply = await fetch(address + path, { ...form, method, headers, redirect: 'manual' })
  return { status: reply.status, headers: reply.headers, text: await reply.text() }
}
/** Without what is new in every answer. */
const still = (html: string): string => html.replaceAll(/nonce="[^"]*"/g, '')

it.each(['/', '/check', '/measures', '/plan', '/en/check', '/account'])('is the same compressed and not: %s', async (path) => {
  const [plain, zipped] = [await ask(path, planner), await ask(path, planner, { encoding: 'gzip' })]
  expect([plain.status, plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([200, null, 'accept-encoding'])
  expect([zipped.status, zipped.headers.get('content-encoding'), zipped.headers.get('vary')]).toEqual([200, 'gzip', 'accept-encoding'])
  expect(plain.text).toMatch(/<\/html>$/)
  expect(still(zipped.text)).toBe(still(plain.text))
})

it('has a head without a body', async () => {
  for (const encoding of ['identity', 'gzip']) {
    const { status, headers, text } = await ask('/measures', planner, { method: 'HEAD', encoding })
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/html; charset=utf-8', ''])
  }
})

it('has the check-up before anybody has typed anything the same for all, in either language, with one’s own name above it', async () => {
  const mainOf = ({ text }: { readonly text: string }): string => still(/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '')
  const before = [await ask('/check', planner), await ask('/en/check', planner)]
  const typed = await ask('/check', clerk, { method: 'POST', body: 'on=2025-06-30&uscc=91420100MA4KXXXX0X' })
  expect(typed.text).toContain('91420100MA4KXXXX0X')
  const after = [await ask('/check', planner), await ask('/en/check', planner)]
  expect(after.map(mainOf)).toEqual(before.map(mainOf))
  expect(before.map(({ text }) => /<html lang="([^"]*)"/.exec(text)?.[1])).toEqual(['zh-CN', 'en'])
  expect(mainOf(before[0]!)).not.toBe(mainOf(before[1]!))
  const own = await ask('/check', clerk)
  expect(own.text).toContain(ACCOUNTS.clerk)
  expect(own.text).not.toContain(ACCOUNTS.planner)
  expect(own.text).not.toContain('91420100MA4KXXXX0X')
})
