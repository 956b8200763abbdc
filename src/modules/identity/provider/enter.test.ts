import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { postFor, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { enterThroughProvider, invite } from '../../../app/invitations.ts'
import type { Who } from '../../../kernel/who.ts'
import { failProvider, myProviderToken } from '../index.ts'
import { saysStrong, vouchedEmail } from './rules.ts'

const { app, database } = await freshApp()
const { db } = database
const door: Who = { kind: 'operator', name: 'door' }
const device = { address: '127.0.0.1', agent: 'test' }
const idToken = 'header.claims.signature'
let subjects = 0
const claimsOf = (email: string, over: object = {}) => ({
  iss: 'https://id.example.cn',
  sub: `s${++subjects}`,
  email,
  email_verified: true,
  ...over,
})
const enter = (claims: ReturnType<typeof claimsOf>) =>
  app.perform(door, enterThroughProvider, { claims, idToken, device, language: 'en', replaces: null })
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code

describe('somebody whom the provider names', () => {
  it('is whoever has the address it vouches for, and from then on whoever it means, whatever the address', async () => {
    const who = await somebody(database, { email: 'zhang@example.cn' })
    const claims = claimsOf('Zhang@Example.cn')
    expect(await app.recognise(await enter(claims))).toMatchObject({ kind: 'person', id: who.id })
    expect(await app.recognise(await enter({ ...claims, email: 'new@example.cn', email_verified: false }))).toMatchObject({ id: who.id })
  })

  it.each([
    ['an address that nobody here has', () => claimsOf('nobody@example.cn')],
    ['an address that it does not vouch for', () => claimsOf('open@example.cn', { email_verified: false })],
    ['an address that it vouches for in other words', () => claimsOf('open@example.cn', { email_verified: 'true' })],
    ['no address', () => claimsOf('', { email: undefined })],
  ])('is nobody with %s', async (_what, claims) => {
    await somebody(database, { email: 'open@example.cn' }).catch(() => {})
    expect(await codeOf(enter(claims()))).toBe('identity.provider-unknown')
  })

  it('is nobody once the account is closed', async () => {
    const who = await somebody(database, { email: 'closed@example.cn' })
    const claims = claimsOf('closed@example.cn')
    await enter(claims)
    await sql`update identity_user set disabled_at = now() where id = ${who.id}`.execute(db)
    expect(await codeOf(enter(claims))).toBe('identity.provider-unknown')
    expect(await codeOf(enter(claimsOf('closed@example.cn')))).toBe('identity.provider-unknown')
  })

  it('is nobody else who was given the same address later', async () => {
    await somebody(database, { email: 'shared@example.cn' })
    await enter(claimsOf('shared@example.cn'))
    expect(await codeOf(enter(claimsOf('shared@example.cn')))).toBe('identity.provider-other')
  })

  it('has an account with everything that was promised from then on, if the address was invited', async () => {
    const post = (await postFor(database, await somebody(database), ['officer'])).id
    for (const posts of [[post], []])
      await app.perform({ kind: 'operator', name: 'test' }, invite, { email: 'new.hire@example.cn', name: '新人', posts })
    expect(await codeOf(enter(claimsOf('new.hire@example.cn', { email_verified: false })))).toBe('identity.provider-unknown')
    const claims = claimsOf('New.Hire@example.cn')
    const both = await Promise.allSettled([enter(claims), enter(claims)])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    const who = await app.recognise(await enter(claims))
    expect(who).toMatchObject({ kind: 'person', name: '新人', posts: [{ id: post }] })
    const { rows } = await sql`select 1 from identity_invitation where email = 'new.hire@example.cn' and accepted_at is null`.execute(db)
    expect(rows).toEqual([])
  })

  it('has a strong session if a second factor was given there', async () => {
    await somebody(database, { email: 'mfa@example.cn' })
    const claims = claimsOf('mfa@example.cn')
    const strongIn = async (token: string): Promise<boolean> => {
      const who = await app.recognise(token)
      const { rows } =
        await sql`select from identity_session where id = ${who.kind === 'person' ? who.session : ''} and strong_at is not null`.execute(db)
      return rows.length === 1
    }
    expect(await strongIn(await enter(claims))).toBe(false)
    expect(await strongIn(await enter({ ...claims, amr: ['pwd', 'mfa'] } as typeof claims))).toBe(true)
  })

  it('is remembered with the session, under seal, so that signing out can tell the provider', async () => {
    const other = await somebody(database, { email: 'out@example.cn' })
    const who = await app.recognise(await enter(claimsOf('out@example.cn')))
    expect(await app.perform(who, myProviderToken, {})).toBe(idToken)
    expect(await app.perform(other, myProviderToken, {})).toBeNull()
    const { rows } = await sql<{ sealed_token: Buffer }>`select sealed_token from identity_provider_session`.execute(db)
    for (const { sealed_token } of rows) expect(sealed_token.includes(idToken)).toBe(false)
  })

  it('comes by the door alone', async () => {
    const claims = claimsOf('zhang@example.cn')
    expect(
      await codeOf(app.perform({ kind: 'visitor' }, enterThroughProvider, { claims, idToken, device, language: 'en', replaces: null })),
    ).toBe('kernel.forbidden')
  })
})

describe('what a provider says', () => {
  it('is taken at its word only', () => {
    expect([{ amr: ['mfa'] }, { acr: 'mfa' }, { amr: ['otp'] }, { amr: 'mfa' }, {}].map(saysStrong)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(vouchedEmail({ email: 1, email_verified: true })).toBeNull()
  })

  it('or does not say has words for people', () => {
    expect(() => failProvider('identity.provider-away', { name: 'X' })).toThrow('identity.provider-away')
    expect(() => failProvider('identity.provider-answer', { name: 'X' })).toThrow('identity.provider-answer')
  })
})

describe('the table', () => {
  it('links a subject to one user, and a user to one subject of an issuer', async () => {
    const { id } = await somebody(database)
    const insert = (subject: string) => sql`insert into identity_link values ('https://x.example', ${subject}, ${id}, now())`.execute(db)
    await insert('a')
    await expect(insert('a')).rejects.toThrow('identity_link_pkey')
    await expect(insert('b')).rejects.toThrow('identity_link_of_user')
  })
})
