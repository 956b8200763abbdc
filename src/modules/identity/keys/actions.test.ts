import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { postFor, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApi } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { tokenHash } from '../../../kernel/random.ts'
import { SESSION_COOKIE } from '../../../web/session.ts'
import { makeKey, myKeys, revokeKey } from '../index.ts'
import { keyParts, keyText, lastDayFrom } from './rules.ts'

const { api, app, database } = await freshApi()
const { db } = database
/** The same house at another time. */
const at = (now: string) => appOf(groundOf(database, now))
const WISH = { name: '对账程序', uses: ['identity.me'], expiresOn: '2024-12-31' }
const me = (key: string) => api.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${key}` } })

describe('a key', () => {
  it('opens the API for what it was made for, in the name of its owner', async () => {
    const owner = await somebody(database)
    const { text } = await app.perform(owner, makeKey, WISH)
    const reply = await me(text)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['cache-control']).toBe('no-store')
    expect(reply.json()).toMatchObject({ id: owner.id, key: { id: keyParts(text)?.id, uses: ['identity.me'] }, posts: [] })
  })

  it('of somebody who comes through a provider counts as strong for ninety days after that was last vouched for', async () => {
    const owner = await somebody(database, { strong: true })
    const post = await postFor(database, owner, ['auditor'])
    const { text } = await app.perform(owner, makeKey, WISH)
    await sql`insert into identity_link (issuer, subject, user_id, linked_at) values ('https://id.example.cn', ${owner.id}, ${owner.id}, now())`.execute(
      db,
    )
    const posts = async (day: string) => (await at(day).recogniseKey(text)).posts.map(({ id }) => id)
    expect(await posts('2024-09-27T04:00:00Z')).toEqual([post.id])
    expect(await posts('2024-09-29T04:00:00Z')).toEqual([])
  })

  it('opens nothing else', async () => {
    const { text } = await app.perform(await somebody(database), makeKey, { ...WISH, uses: ['identity.my-keys'] })
    const reply = await me(text)
    expect([reply.statusCode, reply.json().code, reply.headers['www-authenticate']]).toEqual([403, 'kernel.forbidden', undefined])
  })

  it('can do what its owner may do at that moment, and no more', async () => {
    const owner = await somebody(database)
    const { text } = await app.perform(owner, makeKey, WISH)
    const post = await postFor(database, owner, ['officer'])
    expect((await me(text)).json().posts).toEqual([post])
    await sql`update office_assignment set ended_at = now() where user_id = ${owner.id}`.execute(db)
    expect((await me(text)).json().posts).toEqual([])
  })

  it('counts posts that want a second factor only if it was made with one', async () => {
    const [weak, strong] = [await somebody(database), await somebody(database, { strong: true })]
    for (const owner of [weak, strong]) await postFor(database, owner, ['finance'])
    await sql`insert into identity_totp values (${strong.id}, '\\x00', 0, now())`.execute(db)
    const [first, second] = [await app.perform(weak, makeKey, WISH), await app.perform(strong, makeKey, WISH)]
    const posts = async ({ text }: typeof first) => (await me(text)).json().posts.length
    expect([await posts(first), await posts(second)]).toEqual([0, 1])
    // Whoever has no second factor any more could not do as much themselves.
    await sql`delete from identity_totp where user_id = ${strong.id}`.execute(db)
    expect(await posts(second)).toBe(0)
  })

  it('is kept as a hash of its secret only', async () => {
    const { text } = await app.perform(await somebody(database), makeKey, WISH)
    const { id = '', secret = '' } = keyParts(text) ?? {}
    const { rows } = await sql<{ secret_hash: Buffer }>`select * from identity_key where id = ${id}`.execute(db)
    expect(rows[0]?.secret_hash).toEqual(tokenHash(secret))
    const everything =
      await sql`select row_to_json(k)::text as key from identity_key k union all select row_to_json(a)::text from kernel_audit a`.execute(
        db,
      )
    expect(JSON.stringify(everything.rows)).not.toContain(secret)
  })

  it('is noted as used, at most once a minute', async () => {
    const owner = await somebody(database)
    const { text } = await app.perform(owner, makeKey, WISH)
    const usedAt = async () => (await app.perform(owner, myKeys, {})).keys[0]?.usedAt?.toISOString()
    expect(await usedAt()).toBeUndefined()
    for (const second of ['00', '01', '59']) await at(`2024-06-30T04:00:${second}Z`).recogniseKey(text)
    expect(await usedAt()).toBe('2024-06-30T04:00:00.000Z')
    await at('2024-06-30T04:01:00Z').recogniseKey(text)
    expect(await usedAt()).toBe('2024-06-30T04:01:00.000Z')
  })

  it('works through its last day where the rules are in force', async () => {
    const { text } = await app.perform(await somebody(database), makeKey, { ...WISH, expiresOn: '2024-07-01' })
    expect((await at('2024-07-01T15:59:59Z').recogniseKey(text)).kind).toBe('person')
    const failure = await refusalOf(at('2024-07-01T16:00:00Z').recogniseKey(text))
    expect([failure.code, failure.params]).toEqual(['identity.key-expired', { on: '2024-07-01' }])
  })

  it('ends when it is revoked, and stays among the keys of its owner', async () => {
    const owner = await somebody(database)
    const { text } = await app.perform(owner, makeKey, WISH)
    const id = keyParts(text)?.id ?? ''
    const first = await app.perform(owner, revokeKey, { key: id })
    expect((await at('2024-07-01T00:00:00Z').perform(owner, revokeKey, { key: id })).revokedAt).toEqual(first.revokedAt)
    const reply = await me(text)
    expect([reply.statusCode, reply.json().code]).toEqual([401, 'identity.key-revoked'])
    expect((await app.perform(owner, myKeys, {})).keys).toMatchObject([{ id, name: WISH.name }])
  })

  it('ends when the account of its owner is closed', async () => {
    const owner = await somebody(database)
    const { text } = await app.perform(owner, makeKey, WISH)
    await sql`update identity_user set disabled_at = now() where id = ${owner.id}`.execute(db)
    expect((await me(text)).json().code).toBe('identity.key-refused')
  })

  it('makes no keys itself', async () => {
    const { text } = await app.perform(await somebody(database), makeKey, WISH)
    const failure = await refusalOf(app.perform(await app.recogniseKey(text), makeKey, WISH))
    expect(failure.code).toBe('kernel.forbidden')
  })

  it.each([
    ['without a name', { name: '  ' }, 'identity.key-name'],
    ['for nothing', { uses: [] }, 'identity.key-uses'],
    ['that ended yesterday', { expiresOn: '2024-06-29' }, 'identity.key-expiry'],
    ['for more than a year', { expiresOn: '2025-07-01' }, 'identity.key-expiry'],
    ['until a day that does not exist', { expiresOn: '2024-06-31' }, 'identity.key-expiry'],
  ])('is not made %s', async (_what, wrong, code) => {
    expect((await refusalOf(app.perform(await somebody(database), makeKey, { ...WISH, ...wrong }))).code).toBe(code)
  })

  it('of somebody else does not exist', async () => {
    const { text } = await app.perform(await somebody(database), makeKey, WISH)
    const failure = await refusalOf(app.perform(await somebody(database), revokeKey, { key: keyParts(text)?.id ?? '' }))
    expect([failure.kind, failure.code]).toEqual(['unknown', 'identity.key-not-there'])
  })
})

describe('the API', () => {
  it('asks a machine that brings no key to say who it is', async () => {
    const reply = await api.inject('/api/v1/me')
    expect([reply.statusCode, reply.json().code, reply.headers['www-authenticate']]).toEqual([
      401,
      'kernel.sign-in',
      'Bearer realm="planwright"',
    ])
  })

  it('never takes the cookie of a page', async () => {
    const { token } = await somebody(database)
    expect((await app.recognise(token)).kind).toBe('person')
    const reply = await api.inject({ url: '/api/v1/me', cookies: { [SESSION_COOKIE]: token } })
    expect(reply.statusCode).toBe(401)
  })

  it.each([
    ['nothing', ''],
    ['another scheme', 'Basic dTpw'],
    ['no key', 'Bearer x'],
    ['a key that nobody has', `Bearer ${keyText('0190a5d1-0000-7000-8000-000000000000', 'A'.repeat(43))}`],
  ])('refuses %s as a key, on public routes as well', async (_what, authorization) => {
    for (const url of ['/api/v1/me', '/api/v1/measures']) {
      const reply = await api.inject({ url, headers: { authorization } })
      expect([reply.statusCode, reply.json().code, reply.headers['www-authenticate']]).toEqual([
        401,
        'identity.key-refused',
        'Bearer realm="planwright", error="invalid_token"',
      ])
    }
  })
})

describe('the table', () => {
  const insert = async (uses: readonly string[], expiresOn: string, hash = Buffer.alloc(32, Math.random().toString())) => {
    const { id } = await somebody(database)
    return sql`insert into identity_key (id, user_id, name, uses, secret_hash, strong, made_at, expires_on)
      values (gen_random_uuid(), ${id}, 'x', ${[...uses]}, ${hash}, false, '2024-06-30T04:00:00Z', ${expiresOn})`.execute(db)
  }
  it('refuses a key for nothing, for more than a year, and a hash that is none', async () => {
    await insert(['identity.me'], lastDayFrom('2024-06-30'))
    await expect(insert([], '2024-12-31')).rejects.toThrow('check constraint')
    await expect(insert(['identity.me'], '2025-07-02')).rejects.toThrow('identity_key_year')
    await expect(insert(['identity.me'], '2024-12-31', Buffer.alloc(31))).rejects.toThrow('check constraint')
  })
})
