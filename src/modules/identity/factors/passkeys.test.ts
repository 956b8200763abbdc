import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { authenticator } from '../../../../test/authenticator.ts'
import { groundOf } from '../../../../test/database.ts'
import { somebody, type TestPerson } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { canHavePasskeys } from '../../../kernel/passkey.ts'
import type { Who } from '../../../kernel/who.ts'
import {
  addPasskey,
  enterWithPasskey,
  givePasskey,
  myFactors,
  offerPasskey,
  passkeySignIn,
  removePasskey,
  renamePasskey,
  secondStep,
} from '../index.ts'

const { app, database } = await freshApp()
const { db } = database
const later = appOf(groundOf(database, '2024-06-30T04:05:01Z'))
const origin = 'https://plan.example.cn'
const visitor: Who = { kind: 'visitor' }
const device = { address: '127.0.0.1', agent: 'test' }

const withPasskey = async () => {
  const [who, key] = [await somebody(database), authenticator()]
  const answer = key.make(await app.perform(who, offerPasskey, { origin }), origin)
  const { token, codes } = await app.perform(who, addPasskey, { answer, origin, name: ' 办公室电脑 ' })
  return { who, key, answer, token, codes }
}
const halfway = async ({ id: user }: TestPerson): Promise<Who> => {
  const other = await somebody(database)
  await sql`update identity_session set user_id = ${user} where id = ${other.session}`.execute(db)
  return app.recognise(other.token)
}
const optionsOf = async (who: Who): Promise<object> => (await app.perform(who, secondStep, { origin }))?.passkey ?? {}
const alone = async () => (await app.perform(visitor, passkeySignIn, { origin })) ?? {}
const enter = (answer: string, at = origin) => app.perform(visitor, enterWithPasskey, { answer, origin: at, device, replaces: null })
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code

describe('a passkey', () => {
  it('is registered under a name, and makes the session strong', async () => {
    const { who, token, codes } = await withPasskey()
    expect(await app.recognise(token)).toMatchObject({ kind: 'person', id: who.id })
    expect(codes).toHaveLength(10)
    expect((await app.perform(who, myFactors, {})).passkeys).toMatchObject([{ name: '办公室电脑', synced: false, usedAt: null }])
  })

  it('finishes signing in after a password', async () => {
    const { who, key } = await withPasskey()
    const found = await halfway(who)
    const token = await app.perform(found, givePasskey, { answer: key.use(await optionsOf(found), origin), origin })
    expect(await app.recognise(token)).toMatchObject({ kind: 'person', id: who.id })
  })

  it('signs in alone, for a strong session', async () => {
    const { who, key } = await withPasskey()
    expect(await app.recognise(await enter(key.use(await alone(), origin)))).toMatchObject({ kind: 'person', id: who.id })
  })

  it('answers each challenge once', async () => {
    const { key } = await withPasskey()
    const answer = key.use(await alone(), origin, { count: 0 })
    await enter(answer)
    expect(await codeOf(enter(answer))).toBe('identity.passkey-answer')
  })

  it('counts up: a copy that lags behind is not taken', async () => {
    const { key } = await withPasskey()
    await enter(key.use(await alone(), origin, { count: 7 }))
    expect(await codeOf(enter(key.use(await alone(), origin, { count: 7 })))).toBe('identity.passkey-answer')
  })

  it.each([
    ['without having asked its owner', { verified: false }],
    ['at another origin', { at: 'https://plan.example.com' }],
  ])('is not taken %s', async (_what, { verified = true, at = origin }: { readonly verified?: boolean; readonly at?: string }) => {
    const { key } = await withPasskey()
    expect(await codeOf(enter(key.use(await alone(), at, { verified })))).toBe('identity.passkey-answer')
  })

  it('is not taken five minutes later, nor for a challenge of another session', async () => {
    const { who, key } = await withPasskey()
    const old = key.use(await alone(), origin)
    expect(await codeOf(later.perform(visitor, enterWithPasskey, { answer: old, origin, device, replaces: null }))).toBe(
      'identity.passkey-answer',
    )
    const [one, two] = [await halfway(who), await halfway(who)]
    const answer = key.use(await optionsOf(one), origin)
    expect(await codeOf(app.perform(two, givePasskey, { answer, origin }))).toBe('identity.passkey-answer')
    expect(await codeOf(enter(key.use(await optionsOf(one), origin)))).toBe('identity.passkey-answer')
  })

  it('of one person is nobody else’s second step', async () => {
    const [one, two] = [await withPasskey(), await withPasskey()]
    const found = await halfway(one.who)
    const answer = two.key.use(await optionsOf(found), origin)
    expect(await codeOf(app.perform(found, givePasskey, { answer, origin }))).toBe('identity.passkey-answer')
  })

  it('of a closed account opens nothing', async () => {
    const { who, key } = await withPasskey()
    await sql`update identity_user set disabled_at = now() where id = ${who.id}`.execute(db)
    expect(await codeOf(enter(key.use(await alone(), origin)))).toBe('identity.passkey-answer')
  })

  it.each(['', '{}', '[]', 'null', '{"id":"AAAA"}', '{"id":"AAAA","response":{"clientDataJSON":"x"}}'])(
    'is no answer that is none: %s',
    async (answer) => {
      const who = await somebody(database)
      expect(await codeOf(enter(answer))).toBe('identity.passkey-answer')
      expect(await codeOf(app.perform(who, addPasskey, { answer, origin, name: 'x' }))).toBe('identity.passkey-answer')
    },
  )

  it('wants a name and is registered once', async () => {
    const { who, key } = await withPasskey()
    const add = async (name: string) =>
      app.perform(who, addPasskey, { answer: key.make(await app.perform(who, offerPasskey, { origin }), origin), origin, name })
    expect(await codeOf(add(' '))).toBe('identity.passkey-name')
    expect(await codeOf(add('twice'))).toBe('identity.passkey-there')
  })

  it('is renamed and removed by its owner alone', async () => {
    const [{ who }, other] = [await withPasskey(), await withPasskey()]
    const passkey = (await app.perform(who, myFactors, {})).passkeys[0]?.id ?? ''
    for (const work of [
      () => app.perform(other.who, renamePasskey, { passkey, name: 'mine' }),
      () => app.perform(other.who, removePasskey, { passkey }),
    ])
      expect(await codeOf(work())).toBe('identity.factor-not-there')
    await app.perform(who, renamePasskey, { passkey, name: '笔记本' })
    expect((await app.perform(who, myFactors, {})).passkeys).toMatchObject([{ name: '笔记本' }])
    await app.perform(who, removePasskey, { passkey })
    expect(await app.perform(who, myFactors, {})).toEqual({ totpAt: null, passkeys: [], codesLeft: 0 })
  })
})

describe('an origin', () => {
  it.each([
    ['https://plan.example.cn', true],
    ['http://localhost:4620', true],
    ['http://127.0.0.1:4620', false],
    ['http://plan.example.cn', false],
    ['https://192.0.2.1', false],
    ['https://[2001:db8::1]', false],
  ])('%s keeps passkeys: %s', async (at, can) => {
    expect(canHavePasskeys(at)).toBe(can)
    expect((await app.perform(visitor, passkeySignIn, { origin: at })) !== null).toBe(can)
  })
})
