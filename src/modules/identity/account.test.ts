import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { personWith, postFor, postWith, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { acceptInvitation, invitationOffer, invite, openAccount, resend, withdraw } from '../../app/invitations.ts'
import { appOf } from '../../app.ts'
import { type Act, action, view } from '../../kernel/module.ts'
import { hashPassword } from '../../kernel/password.ts'
import type { Person } from '../../kernel/who.ts'
import {
  askReset,
  changeContact,
  changePassword,
  changeProfile,
  createDemoUser,
  createUser,
  endEverySession,
  endOtherSessions,
  endOwnSession,
  invitationsOpen,
  makeReset,
  myAccount,
  resetOffer,
  resetPassword,
  signIn,
} from './index.ts'
import { setPassword } from './queries.ts'
import { answerReset } from './recovery.ts'
import { tidyAccounts } from './tidy.ts'

const database = await freshDatabase()
const { db } = database
let now = new Date('2026-11-24T08:00:00Z')
const app = appOf({ ...groundOf(database), now: () => now })
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}
const operator = { kind: 'operator', name: 'test' } as const
const visitor = { kind: 'visitor' } as const
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
/** Somebody with a password and so many sessions; the first is the one that asks. */
const member = async (sessions = 1) => {
  const email = `person${++count}@example.cn`
  const id = await act(async (each) => {
    const made = await createUser(each, { name: '李娜', email, mobile: null, staffNumber: null, language: 'zh', demo: false })
    await setPassword(each.db, made, kept, now)
    return made
  })
  const enter = (password = PASSWORD): Promise<string> =>
    signIn(app.perform, { name: email, password, device: { address: `192.0.2.${++count}`, agent: 'test' }, replaces: null })
  const tokens = await Promise.all(Array.from({ length: sessions }, () => enter()))
  const found = await app.recognise(tokens[0] ?? '')
  const who: Person = found.kind === 'person' ? found : expect.unreachable('nobody came in')
  return { id, email, enter, tokens, who }
}
const kinds = async (tokens: readonly string[]) => (await Promise.all(tokens.map(app.recognise))).map(({ kind }) => kind)
const address = '198.51.100.1'
/** How many letters of a kind were written. */
const letters = async (kind: string) => (await sql`select 1 from kernel_mail where kind = ${kind}`.execute(db)).rows.length
const faultOf = async (work: Promise<unknown>) => {
  const { kind, code, fields } = await refusalOf(work)
  return [kind, code, ...fields.map(({ field }) => field)]
}

describe('one’s own sessions', () => {
  it('are listed with the one that asks, and end one by one or all others at once', async () => {
    const { who, tokens } = await member(4)
    const list = async () => (await app.perform(who, myAccount, {})).sessions
    const [mine, other] = [(await list()).find(({ isThis }) => isThis), (await list()).find(({ isThis }) => !isThis)]
    expect([mine?.id, mine?.agent, (await list()).length]).toEqual([who.session, 'test', 4])
    await app.perform(who, endOwnSession, { session: other?.id ?? '' })
    expect((await kinds(tokens)).filter((kind) => kind === 'visitor')).toHaveLength(1)
    expect(await app.perform(who, endOtherSessions, {})).toBe(2)
    expect(await kinds(tokens)).toEqual(['person', 'visitor', 'visitor', 'visitor'])
  })

  it('are one’s own: those of others do not exist', async () => {
    const [one, other] = [await member(), await member()]
    for (const session of [other.who.session ?? '', 'nothing'])
      expect(await faultOf(app.perform(one.who, endOwnSession, { session }))).toEqual(['unknown', 'identity.session-unknown'])
    expect(await kinds(other.tokens)).toEqual(['person'])
  })
})

describe('changing one’s password', () => {
  const change = (who: Person, given: { current?: string; password?: string; again?: string } = {}) =>
    changePassword(app.perform, who, { current: PASSWORD, password: NEXT, again: given.password ?? NEXT, address, ...given })

  it('ends every other session, gives this one another token, and tells by letter', async () => {
    const { who, tokens, enter } = await member(3)
    const before = await letters('identity.password-changed')
    const token = await change(who)
    expect(await kinds([token, ...tokens])).toEqual(['person', 'visitor', 'visitor', 'visitor'])
    expect(await letters('identity.password-changed')).toBe(before + 1)
    expect((await refusalOf(enter())).code).toBe('identity.sign-in')
    expect((await app.recognise(await enter(NEXT))).kind).toBe('person')
  })

  it('wants the present one, and lets nobody guess it quickly', async () => {
    const { who } = await member()
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await faultOf(change(who, { current: 'guess' }))).toEqual(['refused', 'identity.password-wrong', 'password-current'])
    expect(await faultOf(change(who))).toEqual(['limited', 'identity.wait'])
    later(3600)
  })

  it.each([
    ['short', { password: '第九只白鹭' }, 'identity.password-short', 'password'],
    ['long', { password: '白鹭'.repeat(65) }, 'identity.password-long', 'password'],
    ['common', { password: 'woaini5201314' }, 'identity.password-common', 'password'],
    ['typed in two ways', { password: NEXT, again: `${NEXT} ` }, 'identity.password-differs', 'password-again'],
  ])('refuses one that is %s', async (_what, given, code, field) => {
    const { who } = await member()
    expect(await faultOf(change(who, given))).toEqual(['invalid', code, field])
  })

  it('refuses one’s own address', async () => {
    const { who, email } = await member()
    expect(await faultOf(change(who, { password: email }))).toEqual(['invalid', 'identity.password-personal', 'password'])
  })

  it('is nothing for demo accounts, which have none', async () => {
    const id = await act((each) => createDemoUser(each, `demo-${++count}`, '演示'))
    expect((await refusalOf(change(personWith({ id })))).code).toBe('identity.password-wrong')
    expect((await refusalOf(app.perform(personWith({ id }), changeProfile, { name: '某', language: 'zh' }))).code).toBe(
      'identity.demo-fixed',
    )
  })
})

describe('name and contact', () => {
  it('are changed, with what was before in the record', async () => {
    const { who, id, email } = await member()
    await app.perform(who, changeProfile, { name: ' 李娜娜 ', language: 'en' })
    const mobile = `139 0000 ${String(1000 + count)}`
    await changeContact(app.perform, who, { current: PASSWORD, address, email: email.toUpperCase(), mobile })
    const { user } = await app.perform(who, myAccount, {})
    expect(user).toMatchObject({ id, name: '李娜娜', language: 'en', email, mobile: mobile.replaceAll(' ', '') })
  })

  it.each([
    ['no name', { name: '  ' }, ['invalid', 'identity.name', 'name']],
    ['no address', { email: 'nobody' }, ['invalid', 'identity.email', 'email']],
    ['no number', { mobile: '123' }, ['invalid', 'identity.mobile', 'mobile']],
  ])('refuse %s', async (_what, given: { name?: string; email?: string; mobile?: string }, fault) => {
    const { who, email } = await member()
    const work =
      given.name !== undefined
        ? app.perform(who, changeProfile, { name: given.name, language: 'zh' })
        : changeContact(app.perform, who, { current: PASSWORD, address: `198.51.100.${++count}`, email, mobile: '', ...given })
    expect(await faultOf(work)).toEqual(fault)
  })

  it('refuse what belongs to somebody else, and a change without the password', async () => {
    const [one, other, mobile] = [await member(), await member(), '13900002222']
    await changeContact(app.perform, other.who, { current: PASSWORD, address, email: other.email, mobile })
    const change = (current: string) => changeContact(app.perform, one.who, { current, address, email: one.email, mobile })
    expect(await faultOf(change(PASSWORD))).toEqual(['conflict', 'identity.taken', 'mobile'])
    expect(await faultOf(change('guess'))).toEqual(['refused', 'identity.password-wrong', 'password-current'])
  })
})

describe('an invitation', () => {
  const administrator = async (): Promise<Person> => {
    const person = await somebody(database, { at: now.toISOString() })
    return { ...person, posts: [await postFor(database, person, ['administrator'])] }
  }
  const newPost = async () => (await postFor(database, await somebody(database), ['officer'])).id
  const invited = async (posts: readonly string[] = []) => {
    const email = `invited${++count}@example.cn`
    const by = await administrator()
    return { by, ...(await app.perform(by, invite, { email: ` ${email.toUpperCase()}`, name: '新人', posts: [...posts] })) }
  }
  const open = (token: string, given: Partial<{ password: string; again: string; name: string }> = {}) =>
    openAccount(app, {
      token,
      name: '新同事',
      password: NEXT,
      again: NEXT,
      language: 'zh',
      device: { address, agent: 'test' },
      replaces: null,
      ...given,
    })

  it('opens an account with what was promised, once, and signs in', async () => {
    const post = await newPost()
    const { email, token } = await invited([post])
    expect(await app.perform(visitor, invitationOffer, { token })).toMatchObject({ email, name: '新人', invitedBy: '张三' })
    const who = await app.recognise(await open(token))
    expect(who).toMatchObject({ kind: 'person', name: '新同事', posts: [{ id: post, roles: ['officer'] }] })
    expect(await faultOf(open(token))).toEqual(['unknown', 'identity.invitation-over'])
    expect(await letters('identity.invitation')).toBeGreaterThan(0)
  })

  it('is accepted by one of two at once', async () => {
    const { token } = await invited()
    const results = await Promise.allSettled([open(token), open(token)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []))
    expect(refused).toEqual(['identity.invitation-over'])
  })

  it('leaves out a post that was closed meanwhile, and says so in the record', async () => {
    const gone = '01890000-0000-7000-8000-000000000000'
    const { token } = await invited([gone])
    expect(await app.recognise(await open(token))).toMatchObject({ kind: 'person', posts: [] })
    const { rows } = await sql`select 1 from kernel_audit where event = 'app.grant-not-given'`.execute(db)
    expect(rows).toHaveLength(1)
  })

  it('brings no post from somebody who administers no more', async () => {
    const post = await newPost()
    const { by, token } = await invited([post])
    await sql`update office_assignment set ended_at = now() where user_id = ${by.id}`.execute(db)
    expect(await app.recognise(await open(token))).toMatchObject({ kind: 'person', posts: [] })
  })

  it('is over after a week, when it was withdrawn, and when its sender was switched off', async () => {
    const [old, withdrawn, orphan] = [await invited(), await invited(), await invited()]
    const list = view('test.open', 'operate', Type.Object({}), (look) => invitationsOpen(look, null))
    expect((await app.perform(operator, list, {})).map(({ id }) => id)).toEqual(expect.arrayContaining([old.id, withdrawn.id, orphan.id]))
    await app.perform(withdrawn.by, withdraw, { invitation: withdrawn.id })
    await sql`update identity_user set disabled_at = now() where id = ${orphan.by.id}`.execute(db)
    for (const { token } of [withdrawn, orphan]) expect((await refusalOf(open(token))).code).toBe('identity.invitation-over')
    expect((await refusalOf(app.perform(withdrawn.by, withdraw, { invitation: withdrawn.id }))).code).toBe('identity.invitation-over')
    later(7 * 24 * 3600)
    expect((await refusalOf(app.perform(visitor, invitationOffer, { token: old.token }))).code).toBe('identity.invitation-over')
  })

  it('wants an address, a name and a good password', async () => {
    const { email } = await member()
    const by = await administrator()
    const send = (given: { email?: string; name?: string }) =>
      app.perform(by, invite, { email: `i${++count}@example.cn`, name: '新人', posts: [], ...given })
    expect(await faultOf(send({ email: 'x' }))).toEqual(['invalid', 'identity.email', 'email'])
    expect(await faultOf(send({ name: ' ' }))).toEqual(['invalid', 'identity.name', 'name'])
    const { token } = await send({})
    expect(await faultOf(open(token, { password: 'short', again: 'short' }))).toEqual(['invalid', 'identity.password-short', 'password'])
    expect((await refusalOf(app.perform(await somebody(database), invite, { email, name: '', posts: [] }))).code).toBe('kernel.forbidden')
  })

  it('is accepted with the account of its address, which goes on under another token, and by no other', async () => {
    const [post, { email, who, tokens }, other] = [await newPost(), await member(), await member()]
    const by = await administrator()
    const { token } = await app.perform(by, invite, { email, name: '老同事', posts: [post] })
    expect(await app.perform(visitor, invitationOffer, { token })).toMatchObject({ hasAccount: true, posts: [{ id: post }] })
    expect(await faultOf(open(token))).toEqual(['conflict', 'identity.taken'])
    expect(await faultOf(app.perform(other.who, acceptInvitation, { token }))).toEqual(['refused', 'identity.invitation-other'])
    const next = await app.perform(who, acceptInvitation, { token })
    expect(await app.recognise(next)).toMatchObject({ id: who.id, session: who.session, posts: [{ id: post }] })
    expect(await kinds(tokens)).toEqual(['visitor'])
    expect(await faultOf(app.perform(who, acceptInvitation, { token }))).toEqual(['unknown', 'identity.invitation-over'])
    const { rows } = await sql`select granted_by from office_assignment where post_id = ${post} and granted_by = ${by.id}`.execute(db)
    expect(rows).toHaveLength(1)
  })

  it('stays open for whoever has an account where nothing of it can be given', async () => {
    const [{ email, who }, by] = [await member(), await administrator()]
    const { token } = await app.perform(by, invite, { email, name: '同事', posts: ['01890000-0000-7000-8000-000000000001'] })
    expect((await refusalOf(app.perform(who, acceptInvitation, { token }))).code).toBe('office.post-unknown')
    expect((await app.perform(visitor, invitationOffer, { token })).email).toBe(email)
  })

  it('gives nobody a post that they promised themself', async () => {
    const [post, { email, who }] = [await newPost(), await member()]
    const own: Person = { ...who, posts: [await postFor(database, who, ['administrator'])] }
    const { token } = await app.perform(own, invite, { email, name: '自己', posts: [post] })
    expect((await refusalOf(app.perform(who, acceptInvitation, { token }))).code).toBe('office.oneself')
  })

  it('is sent once more with another link, and the old one is dead', async () => {
    const { id, by, token } = await invited()
    const written = await letters('identity.invitation')
    later(6 * 24 * 3600)
    const again = await app.perform(by, resend, { invitation: id })
    expect(await letters('identity.invitation')).toBe(written + 1)
    expect((await refusalOf(open(token))).code).toBe('identity.invitation-over')
    later(2 * 24 * 3600)
    expect((await app.recognise(await open(again.token))).kind).toBe('person')
    for (const invitation of [id, 'nothing'])
      expect((await refusalOf(app.perform(by, resend, { invitation }))).code).toBe('identity.invitation-over')
  })

  it('goes to one address a few times an hour, whoever sends it', async () => {
    const [email, { id, by }] = [`many${++count}@example.cn`, await invited()]
    const send = async () => app.perform(await administrator(), invite, { email, name: '新人', posts: [] })
    for (let letter = 0; letter < 5; letter++) await send()
    expect(await faultOf(send())).toEqual(['limited', 'kernel.letters-address'])
    for (let letter = 0; letter < 4; letter++) await app.perform(by, resend, { invitation: id })
    expect(await faultOf(app.perform(by, resend, { invitation: id }))).toEqual(['limited', 'kernel.letters-address'])
    later(3600)
    await send()
  })

  it('keeps only a hash of its token', async () => {
    const { token } = await invited()
    const { rows } = await sql<{ row: string }>`select row_to_json(each)::text as row from identity_invitation each
      union all select row_to_json(each)::text from kernel_audit each
      union all select encode(letter, 'escape') from kernel_mail`.execute(db)
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([])
  })
})

describe('a forgotten password', () => {
  const ask = (email: string) => app.perform(visitor, askReset, { email, address: `203.0.113.${++count % 250}` })
  const asked = async () =>
    (
      await sql<{
        user: string | null
      }>`select body ->> 'user' as user from kernel_outbox where type = 'identity.reset-asked' order by id`.execute(db)
    ).rows.map(({ user }) => user)
  const administrator = personWith({ posts: [postWith('administrator')] })
  const linkFor = async (user: string) => (await app.perform(administrator, makeReset, { user })).token
  const reset = (token: string, password = NEXT) => resetPassword(app.perform, { token, password, again: password })

  it('is asked about in the same way whether the address is known, and answered by letter only then', async () => {
    const { email, id } = await member()
    const before = (await asked()).length
    expect([await ask(email), await ask('nobody@example.cn'), await ask('no address')]).toEqual([undefined, undefined, undefined])
    expect((await asked()).slice(before)).toEqual([id, null, null])
    const written = await letters('identity.reset')
    for (const user of [id, null]) await app.perform(operator, answerReset, { user })
    expect(await letters('identity.reset')).toBe(written + 1)
  })

  it('is answered by a few letters an hour, and the record says what was not', async () => {
    const { id } = await member()
    const written = await letters('identity.reset')
    for (let letter = 0; letter < 7; letter++) await app.perform(operator, answerReset, { user: id })
    expect(await letters('identity.reset')).toBe(written + 5)
    const { rows } = await sql`select from kernel_event where event = 'identity.reset-unanswered' and object_id = ${id}`.execute(db)
    expect(rows).toHaveLength(2)
  })

  it('is replaced once, within the hour, and every session ends', async () => {
    const { id, tokens, enter } = await member(2)
    const [token, spare] = [await linkFor(id), await linkFor(id)]
    expect((await app.perform(visitor, resetOffer, { token })).name).toBe('李娜')
    expect((await refusalOf(reset(token, 'short'))).code).toBe('identity.password-short')
    await reset(token)
    expect(await kinds(tokens)).toEqual(['visitor', 'visitor'])
    expect((await app.recognise(await enter(NEXT))).kind).toBe('person')
    for (const used of [token, spare]) expect(await faultOf(reset(used))).toEqual(['unknown', 'identity.reset-over'])
    const late = await linkFor(id)
    later(3600)
    expect((await refusalOf(reset(late))).code).toBe('identity.reset-over')
  })

  it('cannot be asked about again and again', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await ask('again@example.cn')
    expect(await faultOf(ask('again@example.cn'))).toEqual(['limited', 'identity.wait'])
  })

  it('is nobody’s where there is no such account, or a demo account', async () => {
    expect((await refusalOf(linkFor('01890000-0000-7000-8000-000000000000'))).code).toBe('identity.user-unknown')
    const id = await act((each) => createDemoUser(each, `demo-${++count}`, '演示'))
    expect((await refusalOf(linkFor(id))).code).toBe('identity.demo-fixed')
  })
})

describe('an administrator', () => {
  const administrator = personWith({ posts: [postWith('administrator')] })

  it('ends every session of somebody, and nobody else does', async () => {
    const [{ id, tokens }, other] = [await member(3), await member()]
    expect((await refusalOf(app.perform(other.who, endEverySession, { user: id }))).code).toBe('kernel.forbidden')
    await app.perform(administrator, endEverySession, { user: id })
    expect(await kinds(tokens)).toEqual(['visitor', 'visitor', 'visitor'])
    const nobody = '01890000-0000-7000-8000-000000000000'
    expect((await refusalOf(app.perform(administrator, endEverySession, { user: nobody }))).code).toBe('identity.user-unknown')
  })
})

describe('what is over', () => {
  it('is cleared away when it has been for long, and what still counts stays', async () => {
    const { id, tokens } = await member(2)
    const [ended, open] = tokens
    await app.perform(operator, tidyAccounts, {})
    const sessions = async () => (await sql`select 1 from identity_session where user_id = ${id}`.execute(db)).rows.length
    const who = await app.recognise(ended ?? '')
    if (who.kind === 'person') await app.perform(who, endOwnSession, { session: who.session ?? '' })
    await app.perform(operator, tidyAccounts, {})
    expect([await sessions(), (await app.recognise(open ?? '')).kind]).toEqual([2, 'person'])
    later(181 * 24 * 3600)
    await app.perform(operator, tidyAccounts, {})
    expect(await sessions()).toBe(0)
    const { rows } =
      await sql`select from identity_invitation union all select from identity_reset union all select from identity_attempt`.execute(db)
    expect(rows).toEqual([])
  })
})

describe('the tables', () => {
  it.each([
    [
      'an invitation for longer than a week',
      "insert into identity_invitation (id, token_hash, email, name, grants, invited_at, expires_at) values (gen_random_uuid(), sha256('x'), 'a@b.cn', 'x', '[]', now(), now() + interval '8 days')",
    ],
    [
      'an invitation that was accepted by nobody',
      "insert into identity_invitation (id, token_hash, email, name, grants, invited_at, expires_at, accepted_at) values (gen_random_uuid(), sha256('y'), 'a@b.cn', 'x', '[]', now(), now() + interval '1 day', now())",
    ],
    [
      'a way to a new password for longer than an hour',
      "insert into identity_reset (token_hash, user_id, asked_at, expires_at) select sha256('z'), id, now(), now() + interval '2 hours' from identity_user limit 1",
    ],
    [
      'a way to a new password used after its hour',
      "insert into identity_reset (token_hash, user_id, asked_at, expires_at, used_at) select sha256('z'), id, now(), now() + interval '1 hour', now() + interval '2 hours' from identity_user limit 1",
    ],
  ])('refuse %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow('violates check constraint')
  })
})
