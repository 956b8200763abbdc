import fc from 'fast-check'
import { sql } from 'kysely'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { personWith, postFor, postWith, somebody, type TestPerson } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { newCodeSecret, stepOfCode } from '../../../kernel/one-time-code.ts'
import { newCode } from '../../../kernel/random.ts'
import type { Who } from '../../../kernel/who.ts'
import { dormantPosts } from '../../office/index.ts'
import { addTotp, giveCode, myFactors, newRecoveryCodes, offerTotp, removePasskey, removeTotp, resetFactors, secondStep } from '../index.ts'
import { codeShown, codeTyped, oneTimeCodeTyped } from './rules.ts'

const { app, database } = await freshApp()
const { db } = database
const BEGAN = Date.parse('2024-06-30T04:00:00Z')
/** The same house so many seconds later. */
const later = (seconds: number) => appOf(groundOf(database, new Date(BEGAN + seconds * 1000).toISOString()))
const codeOf = (secret: string, seconds = 0): string => TOTP.generate({ secret: secretOf(secret), timestamp: BEGAN + seconds * 1000 })
const secretOf = (text: string) => new TOTP({ secret: text }).secret
let devices = 0
/** A device that nobody has failed on before. */
const newDevice = () => ({ address: `10.1.${++devices >> 8}.${devices & 255}`, agent: 'test' })

/** Somebody with an authenticator app, and what they know. */
const withApp = async (person?: TestPerson) => {
  const who = person ?? (await somebody(database))
  const { secret, offer } = await app.perform(who, offerTotp, {})
  const { token, codes } = await app.perform(who, addTotp, { offer, code: codeOf(secret) })
  return { who, secret, token, codes }
}
/** Another session of theirs, begun with a password alone. */
const halfway = async ({ id: user }: TestPerson): Promise<Who> => {
  const other = await somebody(database)
  await sql`update identity_session set user_id = ${user} where id = ${other.session}`.execute(db)
  return app.recognise(other.token)
}

describe('an authenticator app', () => {
  it('is set up with a code that it shows, and makes the session strong under another token', async () => {
    const { who, token, codes } = await withApp()
    expect(await app.recognise(token)).toMatchObject({ kind: 'person', id: who.id, session: who.session })
    expect((await app.recognise(who.token)).kind).toBe('visitor')
    expect(codes).toHaveLength(10)
    expect(await app.perform(who, myFactors, {})).toEqual({ totpAt: new Date(BEGAN), passkeys: [], codesLeft: 10 })
  })

  it('is not set up with another code, and shows the same picture again', async () => {
    const who = await somebody(database)
    const { secret, offer } = await app.perform(who, offerTotp, {})
    const failure = await refusalOf(app.perform(who, addTotp, { offer, code: codeOf(secret, 120) }))
    expect([failure.code, failure.fields[0]?.field]).toEqual(['identity.totp-code', 'code'])
    expect((await app.perform(who, offerTotp, { offer })).secret).toBe(secret)
    expect((await app.perform(who, offerTotp, {})).secret).not.toBe(secret)
  })

  it('is set up by whom it was offered to, in half an hour, once', async () => {
    const [who, other] = [await somebody(database), await somebody(database)]
    const { secret, offer } = await app.perform(who, offerTotp, {})
    const add = (by: TestPerson, seconds = 0) => later(seconds).perform(by, addTotp, { offer, code: codeOf(secret, seconds) })
    expect((await refusalOf(add(other))).code).toBe('identity.totp-offer')
    expect((await refusalOf(add(who, 1801))).code).toBe('identity.totp-offer')
    await add(who)
    expect((await refusalOf(add(who))).code).toBe('identity.totp-there')
  })

  it('is kept under seal: neither the database nor the record can show its codes', async () => {
    const { secret } = await withApp()
    const bytes = Buffer.from(secretOf(secret).bytes)
    const { rows } = await sql<{ sealed_secret: Buffer }>`select sealed_secret from identity_totp`.execute(db)
    expect(rows.length).toBeGreaterThan(0)
    for (const { sealed_secret } of rows) expect(sealed_secret.includes(bytes)).toBe(false)
  })

  it('does not open for another row than its own', async () => {
    const [one, two] = [await withApp(), await withApp()]
    await sql`update identity_totp a set sealed_secret = b.sealed_secret, last_step = 0 from identity_totp b
      where a.user_id = ${two.who.id} and b.user_id = ${one.who.id}`.execute(db)
    const code = codeOf(one.secret, 300)
    expect((await refusalOf(giveCode(later(300).perform, await halfway(two.who), { code, device: newDevice() }))).code).toBe(
      'identity.second-code',
    )
  })
})

describe('a session with a password alone', () => {
  it('is nobody’s as long as its user has a factor that was not given', async () => {
    const { who } = await withApp()
    const found = await halfway(who)
    expect(found).toMatchObject({ kind: 'visitor', halfway: { user: who.id } })
    expect((await refusalOf(app.perform(found, myFactors, {}))).code).toBe('kernel.sign-in')
    expect(await app.perform(found, secondStep, { origin: 'http://localhost' })).toEqual({ hasTotp: true, codesLeft: 10, passkey: null })
    expect(await app.perform(who, secondStep, { origin: 'http://localhost' })).toBeNull()
  })

  it('becomes somebody’s with the code of the app', async () => {
    const { who, secret } = await withApp()
    const token = await giveCode(later(60).perform, await halfway(who), {
      code: codeOf(secret, 60).replace(/(...)/, '$1 '),
      device: newDevice(),
    })
    expect(await app.recognise(token)).toMatchObject({ kind: 'person', id: who.id })
  })

  it('takes a code one step early or late, and no further', async () => {
    for (const [seconds, isTaken] of [
      [-60, false],
      [-30, true],
      [30, true],
      [60, false],
    ] as const) {
      const { who, secret } = await withApp()
      const given = giveCode(later(300).perform, await halfway(who), { code: codeOf(secret, 300 + seconds), device: newDevice() })
      if (isTaken) expect(await given).toMatch(/^[\w-]{43}$/)
      else expect((await refusalOf(given)).code).toBe('identity.second-code')
    }
  })

  it('takes no code twice, nor one from before it, in whatever order and however many at once', async () => {
    const { who, secret } = await withApp()
    const give = async (seconds: number) =>
      giveCode(later(60).perform, await halfway(who), { code: codeOf(secret, seconds), device: newDevice() })
    const results = await Promise.allSettled([give(60), give(60), give(60)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const seconds of [60, 30]) expect((await refusalOf(give(seconds))).code).toBe('identity.second-code')
    // The code with which the app was set up is used as well.
    const fresh = await withApp()
    const again = giveCode(app.perform, await halfway(fresh.who), { code: codeOf(fresh.secret), device: newDevice() })
    expect((await refusalOf(again)).code).toBe('identity.second-code')
  })

  it('takes each recovery code once, however it is typed, and only from its owner', async () => {
    const [{ who, codes }, other] = [await withApp(), await withApp()]
    const typed = (codes[3] ?? '').toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O')
    expect((await refusalOf(giveCode(app.perform, await halfway(other.who), { code: typed, device: newDevice() }))).code).toBe(
      'identity.second-code',
    )
    expect(await giveCode(app.perform, await halfway(who), { code: typed, device: newDevice() })).toMatch(/^[\w-]{43}$/)
    expect((await refusalOf(giveCode(app.perform, await halfway(who), { code: typed, device: newDevice() }))).code).toBe(
      'identity.second-code',
    )
    expect((await app.perform(who, myFactors, {})).codesLeft).toBe(9)
  })

  it('has to wait after wrong codes, even for the right one', async () => {
    const { who, secret } = await withApp()
    const give = async (code: string) => giveCode(later(90).perform, await halfway(who), { code, device: newDevice() })
    const codes = []
    for (let attempt = 0; attempt < 8; attempt++) codes.push((await refusalOf(give('000000'))).code)
    expect(codes.filter((code) => code === 'identity.second-code').length).toBe(5)
    expect((await refusalOf(give(codeOf(secret, 90)))).code).toBe('identity.wait')
  })

  it('is over once somebody else has it no more', async () => {
    expect((await refusalOf(giveCode(app.perform, { kind: 'visitor' }, { code: '000000', device: newDevice() }))).code).toBe(
      'identity.second-over',
    )
    const { who, secret } = await withApp()
    const found = await halfway(who)
    await sql`update identity_session set ended_at = now() where user_id = ${who.id}`.execute(db)
    expect((await refusalOf(giveCode(later(60).perform, found, { code: codeOf(secret, 60), device: newDevice() }))).code).toBe(
      'identity.session-over',
    )
  })
})

describe('a post that wants a second factor', () => {
  it('waits for one, and counts from when it is set up', async () => {
    const who = await somebody(database)
    const [money, plain] = [await postFor(database, who, ['finance']), await postFor(database, who, ['officer'])]
    const weak = await app.recognise(who.token)
    expect(weak).toMatchObject({ kind: 'person', posts: [plain] })
    expect(await app.perform(weak, dormantPosts, {})).toEqual([money])
    const strong = await app.recognise((await withApp(who)).token)
    expect(strong.kind === 'person' && strong.posts.map(({ id }) => id).sort()).toEqual([money.id, plain.id].sort())
    expect(await app.perform(strong, dormantPosts, {})).toEqual([])
  })
})

describe('removing', () => {
  it('the last factor takes the recovery codes with it, and only what is there can be removed', async () => {
    const { who } = await withApp()
    await app.perform(who, removeTotp, {})
    expect(await app.perform(who, myFactors, {})).toEqual({ totpAt: null, passkeys: [], codesLeft: 0 })
    const passkey = '0190a5d1-0000-7000-8000-000000000000'
    const again = [
      () => app.perform(who, removeTotp, {}),
      () => app.perform(who, removePasskey, { passkey }),
      () => app.perform(who, newRecoveryCodes, {}),
    ]
    for (const work of again) expect((await refusalOf(work())).code).toBe('identity.factor-not-there')
  })

  it('recovery codes for new ones kills the old', async () => {
    const { who, codes } = await withApp()
    const fresh = await app.perform(who, newRecoveryCodes, {})
    expect(new Set([...codes, ...fresh]).size).toBe(20)
    expect((await refusalOf(giveCode(app.perform, await halfway(who), { code: codes[0] ?? '', device: newDevice() }))).code).toBe(
      'identity.second-code',
    )
    expect(await giveCode(app.perform, await halfway(who), { code: fresh[0] ?? '', device: newDevice() })).toMatch(/^[\w-]{43}$/)
  })

  it('everything somebody else has lost is for an administrator, and ends their sessions', async () => {
    const { who, token } = await withApp()
    const administrator = personWith({ posts: [postWith('administrator')] })
    expect((await refusalOf(app.perform(who, resetFactors, { user: who.id }))).code).toBe('kernel.forbidden')
    expect((await refusalOf(app.perform(administrator, resetFactors, { user: administrator.id }))).code).toBe('identity.factor-own')
    expect((await refusalOf(app.perform(administrator, resetFactors, { user: postWith('officer').id }))).code).toBe('kernel.not-there')
    await app.perform(administrator, resetFactors, { user: who.id })
    expect((await app.recognise(token)).kind).toBe('visitor')
    expect(await app.perform(who, myFactors, {})).toEqual({ totpAt: null, passkeys: [], codesLeft: 0 })
  })
})

describe('the tables', () => {
  it('take no step back and no code up twice', async () => {
    const { who } = await withApp()
    await expect(sql`update identity_totp set last_step = last_step - 1 where user_id = ${who.id}`.execute(db)).rejects.toThrow('step_back')
    await sql`update identity_recovery_code set used_at = now() where user_id = ${who.id}`.execute(db)
    await expect(sql`update identity_recovery_code set used_at = null where user_id = ${who.id}`.execute(db)).rejects.toThrow('code_used')
  })
})

describe('codes', () => {
  it('are read as they are typed', () => {
    fc.assert(
      fc.property(fc.constant(null).map(newCode), (code) => {
        expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{24}$/)
        expect(codeTyped(` ${codeShown(code).toUpperCase()} `)).toBe(code)
      }),
    )
    expect(oneTimeCodeTyped(' 123 456 ')).toBe('123456')
    expect(oneTimeCodeTyped('１２３４５６')).toBe('123456')
    expect(oneTimeCodeTyped('12345')).toBeNull()
  })

  it('are those of RFC 6238', () => {
    const secret = Buffer.from('12345678901234567890')
    for (const [second, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [20000000000, '353130'],
    ] as const)
      expect(stepOfCode(secret, code, new Date(second * 1000))).toBe(Math.floor(second / 30))
    expect(newCodeSecret()).toHaveLength(20)
  })
})
