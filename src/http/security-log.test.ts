import { describe, expect, it, vi } from 'vitest'
import { somebody } from '../../test/people.ts'
import { freshApi } from '../../test/site.ts'
import { boundedLog, eventOf } from './security-log.ts'

const asked = (over: object) => ({ method: 'GET', place: 'measures/:id', status: 200, code: null, ...over })

describe('a refusal', () => {
  it.each([
    ['a form from another site', { method: 'POST', status: 403, code: 'kernel.page-foreign' }, 'foreign-form'],
    ['too many requests', { status: 429, code: 'kernel.too-many' }, 'too-many-requests'],
    ['a bug', { status: 500, code: 'kernel.incident' }, 'incident'],
    ['a key nobody has', { status: 401, code: 'identity.key-refused' }, 'key-refused'],
    ['a wrong password', { method: 'POST', place: 'sign-in', status: 422 }, 'proof-refused'],
    ['a link to a new password that is over', { method: 'POST', place: 'reset/:token', status: 404 }, 'proof-refused'],
    ['a page of another room', { status: 403, code: 'kernel.forbidden' }, 'right-refused'],
    ['an enterprise of others', { status: 404, code: 'kernel.not-there' }, 'right-refused'],
    ['a body beyond the limit', { method: 'POST', status: 413, code: 'kernel.body-large' }, 'too-large'],
    ['a mistyped address', { status: 404 }, null],
    ['a form with a mistake', { method: 'POST', place: 'account/profile', status: 400 }, null],
    ['an answer', {}, null],
  ])('is told by its kind: %s', (_what, over, event) => {
    expect(eventOf(asked(over))).toBe(event)
  })
})

describe('the log of a minute', () => {
  it('has a bound, and says how much was left out', () => {
    const lines: string[] = []
    let now = 0
    const log = boundedLog(
      (line) => void lines.push(line),
      () => now,
    )
    for (let i = 0; i < 1000; i++) log({ i })
    expect(lines.length).toBe(300)
    now = 60_000
    log({ i: 'next' })
    expect(lines.slice(300)).toEqual(['{"security":"left-out","lines":700}', '{"i":"next"}'])
  })
})

describe('what is logged of a refusal', () => {
  it('says when, what, where and who by id, and neither address, name, key nor what was typed', async () => {
    const { api, database } = await freshApi()
    const person = await somebody(database, { name: '李秘密' })
    const written: string[] = []
    const log = vi.spyOn(console, 'error').mockImplementation((line) => void written.push(String(line)))
    const secret = 'pw_0190a0a0-0000-7000-8000-000000000000_thesecretofthekey'
    await api.inject({ url: '/api/v1/me?q=typed', headers: { authorization: `Bearer ${secret}` }, remoteAddress: '203.0.113.77' })
    await api.inject({ url: '/api/v1/me', remoteAddress: '203.0.113.77' })
    await api.inject({ url: '/api/v1/measures', remoteAddress: '203.0.113.77' })
    log.mockRestore()
    const entries = written.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(entries.map(({ security, status, method, place }) => [security, status, method, place])).toEqual([
      ['key-refused', 401, 'GET', '/api/v1/me'],
      ['right-refused', 401, 'GET', '/api/v1/me'],
    ])
    expect(entries[0]?.from).toBe(entries[1]?.from)
    expect(Date.parse(String(entries[0]?.at))).not.toBeNaN()
    for (const hidden of [secret, 'thesecret', 'typed', '203.0.113', person.name]) expect(written.join('')).not.toContain(hidden)
  })
})
