import crypto from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { refusalOf } from '../../../test/refused.ts'
import { appOf } from '../../app.ts'
import { type Act, action } from '../../kernel/module.ts'
import { hashPassword } from '../../kernel/password.ts'
import { tokenHash } from '../../kernel/random.ts'
import type { Person, Who } from '../../kernel/who.ts'
import { countAttempt } from './attempts.ts'
import { createDemoUser, createUser, endSessionsOf, enterDemo, renewSession, signIn, signOut } from './index.ts'
import { setPassword } from './queries.ts'

const database = await freshDatabase()
const { db } = database
let now = new Date('2026-11-24T08:00:00Z')
const app = appOf({ ...groundOf(database), now: () => now })
const later = (seconds: number): void => {
  now = new Date(now.getTime() + seconds * 1000)
}

const operator: Who = { kind: 'operator', name: 'test' }
const visitor: Who = { kind: 'visitor' }
const act = <R>(work: (act: Act) => Promise<R>): Promise<R> =>
  app.perform(
    operator,
    action('test.act', 'operate', Type.Object({}), async (each) => {
      await each.record('test.acted', { object: ['test', '1'] })
      return work(each)
    }),
    {},
  )

const PASSWORD = '长江大桥的第三座桥墩'
const kept = await hashPassword(PASSWORD)
const user = await act(async (each) => {
  const id = await createUser(each, {
    name: '李娜',
    email: 'li.na@example.cn',
    mobile: '13900000001',
    staffNumber: 'A1024',
    language: 'zh',
    demo: false,
  })
  await setPassword(each.db, id, kept, now)
  return id
})

let last = 0
const enter = (given: Partial<{ name: string; password: string; address: string; replaces: string | null }> = {}): Promise<string> =>
  signIn(app.perform, {
    name: given.name ?? 'li.na@example.cn',
    password: given.password ?? PASSWORD,
    // Each attempt from a place of its own, unless the test is about places.
    device: { address: given.address ?? `192.0.2.${++last}`, agent: 'test' },
    replaces: given.replaces ?? null,
  })
const signedInWith = async (token: string): Promise<Person> => {
  const who = await app.recognise(token)
  return who.kind === 'person' ? who : expect.unreachable('nobody is signed in with this token')
}
const events = async (): Promise<readonly string[]> =>
  (await sql<{ event: string }>`select event from kernel_audit order by seq`.execute(db)).rows.map((row) => row.event)

afterEach(() => void vi.restoreAllMocks())

describe('signing in', () => {
  it.each(['li.na@example.cn', ' Li.Na@EXAMPLE.cn', '13900000001', '+86 139 0000 0001', 'A1024', 'a1024'])(
    'takes e-mail, mobile and staff number, however they are typed: %s',
    async (name) => {
      expect(await app.recognise(await enter({ name }))).toMatchObject({ kind: 'person', id: user, name: '李娜', key: null })
    },
  )

  it('keeps only a hash of the token, which nobody can use', async () => {
    const token = await enter()
    const { rows } = await sql<{
      token_hash: Buffer
    }>`select token_hash from identity_session where token_hash = ${tokenHash(token)}`.execute(db)
    expect(rows).toHaveLength(1)
    expect(await app.recognise(rows[0]?.token_hash.toString('base64url') ?? '')).toEqual(visitor)
    const everything = await sql<{ row: string }>`select row_to_json(each)::text as row from kernel_audit each`.execute(db)
    expect(everything.rows.filter(({ row }) => row.includes(token) || row.includes(PASSWORD))).toEqual([])
  })

  it('says the same of a wrong password, an unknown name, a name without password and a disabled account', async () => {
    const [noPassword, disabled] = await act(async (each) => {
      const made = { name: '某', mobile: null, language: 'zh', demo: false } as const
      const ids = [
        await createUser(each, { ...made, email: 'none@example.cn', staffNumber: null }),
        await createUser(each, { ...made, email: 'gone@example.cn', staffNumber: null }),
      ]
      await setPassword(each.db, ids[1]!, kept, now)
      return ids
    })
    await sql`update identity_user set disabled_at = now() where id = ${disabled}`.execute(db)
    expect(noPassword).toBeDefined()
    const derive = vi.spyOn(crypto, 'argon2')
    for (const given of [
      { password: 'not the password' },
      { name: 'nobody@example.cn' },
      { name: 'none@example.cn' },
      { name: 'gone@example.cn' },
    ]) {
      const failure = await refusalOf(enter(given))
      expect([failure.kind, failure.code, failure.params]).toEqual(['refused', 'identity.sign-in', {}])
    }
    const work = derive.mock.calls.map(([kind, { memory, passes, parallelism, tagLength }]) => [
      kind,
      memory,
      passes,
      parallelism,
      tagLength,
    ])
    expect(work).toEqual(Array(4).fill(['argon2id', 19456, 2, 1, 32]))
  })

  it('hashes the password anew when it was kept with other parameters', async () => {
    const salt = Buffer.from('0123456789abcdef')
    const hash = crypto.argon2Sync('argon2id', { message: PASSWORD, nonce: salt, memory: 8192, passes: 3, parallelism: 1, tagLength: 32 })
    const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
    await setPassword(db, user, `$argon2id$v=19$m=8192,t=3,p=1$${text(salt)}$${text(hash)}`, now)
    await enter()
    const { rows } = await sql<{ hash: string }>`select hash from identity_password where user_id = ${user}`.execute(db)
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    await enter()
  })

  it('lets nobody in with a password that was changed while it was being verified', async () => {
    const changed = await hashPassword('汉口江滩的第七盏灯')
    // The moment between the two transactions of signing in.
    const perform: typeof app.perform = async (who, use, input) => {
      const result = await app.perform(who, use, input)
      if (use.name === 'identity.try-name') await setPassword(db, user, changed, now)
      return result
    }
    const late = signIn(perform, { name: 'A1024', password: PASSWORD, device: { address: '192.0.2.240', agent: 'test' }, replaces: null })
    expect((await refusalOf(late)).code).toBe('identity.sign-in')
    await setPassword(db, user, kept, now)
  })

  it('leaves a record of who tried and of what began', async () => {
    const before = await events()
    await refusalOf(enter({ password: 'not the password' }))
    await enter()
    expect((await events()).slice(before.length)).toEqual(['identity.sign-in-tried', 'identity.sign-in-tried', 'identity.session-begun'])
  })
})

describe('attempts that fail', () => {
  it('make an account wait, longer each time, whether it exists or not, and a success begins anew', async () => {
    for (const name of ['13900000001', 'stranger']) {
      for (let attempt = 0; attempt < 5; attempt++) expect((await refusalOf(enter({ name, password: 'x' }))).code).toBe('identity.sign-in')
      const failure = await refusalOf(enter({ name, password: PASSWORD }))
      expect([failure.kind, failure.code, failure.params]).toEqual(['limited', 'identity.wait', { seconds: 2 }])
      later(2)
      expect((await refusalOf(enter({ name, password: 'x' }))).code).toBe('identity.sign-in')
      expect((await refusalOf(enter({ name }))).params).toEqual({ seconds: 4 })
      later(4)
    }
    await enter({ name: '13900000001' })
    expect((await refusalOf(enter({ name: '13900000001', password: 'x' }))).code).toBe('identity.sign-in')
    expect((await refusalOf(enter({ name: '13900000001', password: 'x' }))).code).toBe('identity.sign-in')
  })

  it('count for one account however its name is typed, and not for another', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await refusalOf(enter({ name: 'A1024', password: 'x' }))
    expect((await refusalOf(enter({ name: ' a1024 ' }))).code).toBe('identity.wait')
    await enter({ name: 'li.na@example.cn' })
    later(3600)
  })

  it('make an address wait that tries many accounts, and others not', async () => {
    const one = '2001:db8:0:7::1'
    for (let attempt = 0; attempt < 50; attempt++) await act((each) => countAttempt(each, { account: `somebody ${attempt}`, address: one }))
    expect((await refusalOf(enter({ address: '2001:db8:0:7::2' }))).code).toBe('identity.wait')
    await enter({ address: '2001:db8:0:8::1' })
    later(3600)
  })

  it('cannot be made side by side before the first is counted', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, () => act((each) => countAttempt(each, { account: 'in a rush', address: '192.0.2.250' }))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })
})

describe('a session', () => {
  it('replaces the one the browser had before, whose token is dead at once', async () => {
    const first = await enter()
    const second = await enter({ replaces: (await signedInWith(first)).session })
    expect(await app.recognise(first)).toEqual(visitor)
    expect((await app.recognise(second)).kind).toBe('person')
  })

  it('has another token after its rights have changed, and is stronger with a second factor', async () => {
    const first = await enter()
    const { session } = await signedInWith(first)
    const second = await act((each) => renewSession(each, session!, { strong: true }))
    expect(await app.recognise(first)).toEqual(visitor)
    expect((await signedInWith(second)).session).toBe(session)
    const { rows } = await sql<{
      strong: boolean
    }>`select strong_at is not null strong from identity_session where id = ${session}`.execute(db)
    expect(rows).toEqual([{ strong: true }])
  })

  it('ends where it is, and cannot be renewed after that', async () => {
    const [here, there] = [await enter(), await enter()]
    const who = await signedInWith(here)
    await app.perform(who, signOut, {})
    expect(await app.recognise(here)).toEqual(visitor)
    expect((await app.recognise(there)).kind).toBe('person')
    for (const again of [() => app.perform(who, signOut, {}), () => act((each) => renewSession(each, who.session!, { strong: true }))]) {
      const failure = await refusalOf(again())
      expect([failure.kind, failure.code]).toEqual(['conflict', 'identity.session-over'])
    }
  })

  it('ends everywhere, or everywhere else', async () => {
    const tokens = [await enter(), await enter(), await enter()]
    const { session } = await signedInWith(tokens[0]!)
    await act((each) => endSessionsOf(each, user, session))
    const kinds = async () => (await Promise.all(tokens.map(app.recognise))).map(({ kind }) => kind)
    expect(await kinds()).toEqual(['person', 'visitor', 'visitor'])
    expect(await act((each) => endSessionsOf(each, user))).toBe(1)
    expect(await kinds()).toEqual(['visitor', 'visitor', 'visitor'])
  })

  it('lives on with signs of life, written once a minute, until it has had its time', async () => {
    const token = await enter()
    const { session } = await signedInWith(token)
    const seen = async () =>
      (await sql<{ seen_at: Date }>`select seen_at from identity_session where id = ${session}`.execute(db)).rows[0]?.seen_at
    const first = await seen()
    later(59)
    await app.recognise(token)
    later(2)
    expect(await seen()).toEqual(first)
    await app.recognise(token)
    await expect.poll(seen).toEqual(now)
    for (let hours = 0; hours < 66; hours += 11) {
      later(11 * 3600)
      expect((await app.recognise(token)).kind).toBe('person')
      await expect.poll(seen).toEqual(now)
    }
    later(6 * 3600)
    expect(await app.recognise(token)).toEqual(visitor)
  })

  it('is over after half a day without a sign of life, and when its user is disabled', async () => {
    const [idle, disabled] = [await enter(), await enter()]
    later(12 * 3600 + 1)
    expect(await app.recognise(idle)).toEqual(visitor)
    const token = await enter()
    await sql`update identity_user set disabled_at = now() where id = ${user}`.execute(db)
    expect([await app.recognise(token), await app.recognise(disabled)]).toEqual([visitor, visitor])
    await sql`update identity_user set disabled_at = null where id = ${user}`.execute(db)
  })
})

describe('a demo account', () => {
  it('lets everybody in, as with a second factor', async () => {
    const id = await act((each) => createDemoUser(each, 'demo-officer', '演示经办'))
    const device = { address: '192.0.2.251', agent: '' }
    const token = await app.perform(visitor, enterDemo, { user: id, device, replaces: null })
    expect(await app.recognise(token)).toMatchObject({ id, name: '演示经办' })
    const { rows } = await sql`select 1 from identity_session where user_id = ${id} and strong_at is not null`.execute(db)
    expect(rows).toHaveLength(1)
  })

  it('is none of a real person', async () => {
    const failure = await refusalOf(app.perform(visitor, enterDemo, { user, device: { address: '', agent: '' }, replaces: null }))
    expect([failure.kind, failure.code]).toEqual(['unknown', 'identity.no-demo'])
  })
})

describe('the tables', () => {
  it.each([
    [
      'a session token in the clear',
      "insert into identity_session (id, token_hash, user_id, address, agent, created_at, seen_at) select id, 'token', id, '', '', now(), now() from identity_user limit 1",
    ],
    [
      'a password in the clear',
      "insert into identity_password select id, 'secret', now() from identity_user where email = 'none@example.cn'",
    ],
    ['a mobile number as a staff number', "update identity_user set staff_number = '13900000009' where email = 'none@example.cn'"],
    ['two people of one staff number', "update identity_user set staff_number = 'a1024' where email = 'none@example.cn'"],
    ['two people of one e-mail address', "update identity_user set email = 'li.na@example.cn' where email = 'none@example.cn'"],
  ])('refuse %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/violates (check|unique) constraint/)
  })
})
