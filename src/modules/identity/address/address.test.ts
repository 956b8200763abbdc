import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../../test/database.ts'
import { personWith, postWith } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { openAccount } from '../../../app/invitations.ts'
import { appOf } from '../../../app.ts'
import type { Letter } from '../../../kernel/mail/letter.ts'
import { type Act, action } from '../../../kernel/module.ts'
import { hashPassword } from '../../../kernel/password.ts'
import type { Person } from '../../../kernel/who.ts'
import {
  addressOffer,
  addressWanted,
  changeContact,
  confirmAddress,
  createUser,
  dropAddress,
  inviteUser,
  makeReset,
  myAccount,
  resetPassword,
  vouchForAddress,
} from '../index.ts'
import { setPassword } from '../queries.ts'
import { tidyAccounts } from '../tidy.ts'

const database = await freshDatabase()
const { db } = database
let now = new Date('2026-11-24T08:00:00Z')
/** A second passes with everything that is done. */
const ground = {
  ...groundOf(database),
  now: () => {
    now = new Date(now.getTime() + 1000)
    return now
  },
}
const app = appOf(ground)
const operator = { kind: 'operator', name: 'test' } as const
const administrator = personWith({ posts: [postWith('administrator')] })
const act = <R>(work: (act: Act) => Promise<R>): Promise<R> =>
  app.perform(
    operator,
    action('test.act', 'operate', Type.Object({}), async (each) => {
      await each.record('test.acted', { object: ['test', '1'] })
      return work(each)
    }),
    {},
  )

const PASSWORD = '长江大桥的第三座桥墩下'
const NEXT = '湖边绿道上的第九只白鹭飞走了'
const kept = await hashPassword(PASSWORD)
let count = 0
const newAddress = (): string => `address${++count}@example.cn`
const member = async (): Promise<{ who: Person; id: string; email: string }> => {
  const email = newAddress()
  const id = await act(async (each) => {
    const made = await createUser(each, { name: '李娜', email, mobile: null, staffNumber: null, language: 'zh', demo: false })
    await setPassword(each.db, made, kept, now)
    return made
  })
  return { who: personWith({ id }), id, email }
}
const change = (who: Person, email: string, mobile = '') =>
  changeContact(app.perform, who, { current: PASSWORD, address: `192.0.2.${++count}`, email, mobile })
const contactOf = async (who: Person) => {
  const { user, wanted } = await app.perform(who, myAccount, {})
  return { email: user.email, wanted }
}
/** The letters to an address, the last one first. */
const lettersTo = async (email: string): Promise<readonly Letter[]> => {
  const { rows } = await sql<{ letter: Buffer }>`select letter from kernel_mail order by written_at desc`.execute(db)
  return rows
    .map(({ letter }) => JSON.parse(ground.seal.open('kernel.mail', letter)?.toString() ?? '') as Letter)
    .filter(({ to }) => to === email)
}
const tokenFor = async (email: string): Promise<string> => (await lettersTo(email))[0]?.link?.path.split('/').at(-1) ?? 'no letter'

describe('a new e-mail address', () => {
  it('counts only once its letter has led back; the old one is told before and after', async () => {
    const { who, email } = await member()
    const next = newAddress()
    expect(await change(who, next.toUpperCase())).toBe('to-confirm')
    expect(await contactOf(who)).toEqual({ email, wanted: next })
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(['identity.address-asked'])
    const token = await tokenFor(next)
    expect(await app.perform(who, addressOffer, { token })).toEqual({ email: next })
    await app.perform(who, confirmAddress, { token })
    expect(await contactOf(who)).toEqual({ email: next, wanted: null })
    expect((await lettersTo(email)).map(({ kind }) => kind)).toEqual(['identity.contact-changed', 'identity.address-asked'])
    expect((await refusalOf(app.perform(who, confirmAddress, { token }))).code).toBe('identity.address-over')
  })

  it('is confirmed by nobody else, not after a day, and not once another one was asked for', async () => {
    const [one, other] = [await member(), await member()]
    const [first, second] = [newAddress(), newAddress()]
    await change(one.who, first)
    const token = await tokenFor(first)
    for (const use of [addressOffer, confirmAddress])
      expect((await refusalOf(app.perform(other.who, use, { token }))).code).toBe('identity.address-over')
    await change(one.who, second)
    expect((await refusalOf(app.perform(one.who, confirmAddress, { token }))).code).toBe('identity.address-over')
    const late = await tokenFor(second)
    now = new Date(now.getTime() + 24 * 3_600_000)
    expect((await refusalOf(app.perform(one.who, confirmAddress, { token: late }))).code).toBe('identity.address-over')
    expect(await contactOf(one.who)).toEqual({ email: one.email, wanted: null })
  })

  it('is given up by whoever asked, and by a new password', async () => {
    const { who, id, email } = await member()
    const [first, second] = [newAddress(), newAddress()]
    await change(who, first)
    await app.perform(who, dropAddress, {})
    expect((await refusalOf(app.perform(who, dropAddress, {}))).code).toBe('identity.address-over')
    await change(who, second)
    const { token } = await app.perform(administrator, makeReset, { user: id })
    await resetPassword(app.perform, { token, password: NEXT, again: NEXT })
    expect((await refusalOf(app.perform(who, confirmAddress, { token: await tokenFor(second) }))).code).toBe('identity.address-over')
    expect(await contactOf(who)).toEqual({ email, wanted: null })
  })

  it('that has an account is answered the same; only whoever reads it learns of it', async () => {
    const [one, other] = [await member(), await member()]
    const free = newAddress()
    expect([await change(one.who, other.email), (await contactOf(one.who)).wanted]).toEqual(['to-confirm', other.email])
    expect([await change(one.who, free), (await contactOf(one.who)).wanted]).toEqual(['to-confirm', free])
    const [letter] = await lettersTo(other.email)
    expect([letter?.kind, letter?.link]).toEqual(['identity.address', undefined])
    expect(letter?.lines[0]?.en).toContain('belongs to an account already')
  })

  it('is asked for a few times an hour', async () => {
    const { who } = await member()
    for (let letter = 0; letter < 5; letter++) await change(who, newAddress())
    expect((await refusalOf(change(who, newAddress()))).code).toBe('kernel.letters-account')
  })

  it('goes to one of two who confirm it at once; the other one is told that it is taken', async () => {
    const [one, other, wanted] = [await member(), await member(), newAddress()]
    await change(one.who, wanted)
    const mine = await tokenFor(wanted)
    await change(other.who, wanted)
    const theirs = await tokenFor(wanted)
    const results = await Promise.allSettled([
      app.perform(one.who, confirmAddress, { token: mine }),
      app.perform(other.who, confirmAddress, { token: theirs }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual(['identity.taken'])
  })

  it('is confirmed by an administrator who knows whose it is, as it was shown, and never their own', async () => {
    const { who, id, email } = await member()
    const next = newAddress()
    await change(who, next)
    expect(await app.perform(administrator, addressWanted, { user: id })).toBe(next)
    const vouch = (by: Person, shown: string) => app.perform(by, vouchForAddress, { user: id, email: shown })
    expect((await refusalOf(vouch(administrator, email))).code).toBe('identity.address-over')
    expect((await refusalOf(vouch({ ...administrator, id }, next))).code).toBe('identity.address-own')
    expect((await refusalOf(vouch(who, next))).code).toBe('kernel.forbidden')
    await vouch(administrator, next)
    expect(await contactOf(who)).toEqual({ email: next, wanted: null })
  })

  it('is cleared away when nobody has confirmed it for long', async () => {
    const { who } = await member()
    await change(who, newAddress())
    now = new Date(now.getTime() + 32 * 24 * 3_600_000)
    await app.perform(operator, tidyAccounts, {})
    expect((await sql`select 1 from identity_address_change`.execute(db)).rows).toEqual([])
  })
})

describe('a name to sign in with', () => {
  it('is taken by one of two at once, whichever way they come', async () => {
    const [one, other] = [await member(), await member()]
    const mobile = '13900001111'
    const results = await Promise.allSettled([change(one.who, one.email, mobile), change(other.who, other.email, mobile)])
    expect(results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual(['identity.taken'])

    const email = newAddress()
    const invited = () => act((each) => inviteUser(each, { email, name: '新人', grants: [], sender: null }))
    const tokens = [(await invited()).token, (await invited()).token]
    const opened = await Promise.allSettled(
      tokens.map((token) =>
        openAccount(app, {
          token,
          name: '新人',
          password: NEXT,
          again: NEXT,
          language: 'zh',
          device: { address: '192.0.2.1', agent: 'test' },
          replaces: null,
        }),
      ),
    )
    expect(opened.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))).toEqual(['identity.taken'])
  })
})
