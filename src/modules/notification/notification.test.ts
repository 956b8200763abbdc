import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { memberOf, somebody, type TestPerson } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { appOf, startJobs } from '../../app.ts'
import type { Ground } from '../../kernel/action.ts'
import type { Worker } from '../../kernel/jobs/worker.ts'
import type { Letter } from '../../kernel/mail/letter.ts'
import { countLetter, LETTERS_AN_HOUR } from '../../kernel/mail/limit.ts'
import { action } from '../../kernel/module.ts'
import { lend } from '../../kernel/seal.ts'
import type { Who } from '../../kernel/who.ts'
import { demoUscc } from '../party/index.ts'
import { chooseNotices, myNotices, notify, readAllNotices, readNotice, unreadCount, unsubscribe, unsubscribing } from './index.ts'

const database = await freshDatabase()
const { db } = database
let worker: Worker | null = null
const ground: Ground = { ...groundOf(database), emitted: () => worker?.wake() }
const app = appOf(ground)
worker = await startJobs(ground, database, null)
atEnd(() => worker?.stop())

const operator: Who = { kind: 'operator', name: 'tester' }
const visitor: Who = { kind: 'visitor' }
const [own, other] = [demoUscc(1), demoUscc(2)]
const DECIDED = 'party.correction-decided'
const GIVEN = 'office.post-given'

for (const uscc of [own, other])
  await sql`insert into party_enterprise (id, uscc, name, district, synthetic) values (md5('uscc:' || ${uscc}::text)::uuid, ${uscc}, ${uscc}, '区', true)`.execute(
    db,
  )

let people = 0
/** Somebody with an e-mail address, who is a member of the enterprise. */
const reader = async (uscc: string = own): Promise<TestPerson> => {
  const person = await somebody(database, { email: `reader${++people}@example.test` })
  await sql`insert into party_member (id, enterprise_id, user_id, level, from_on)
    values (gen_random_uuid(), md5('uscc:' || ${uscc}::text)::uuid, ${person.id}, 'view', '2020-01-01')`.execute(db)
  return { ...person, memberships: memberOf(uscc, 'view') }
}
const telling = action(
  'test.tell',
  'operate',
  Type.Object({ user: Type.String(), kind: Type.String(), enterprise: Type.String() }),
  async (act, input) => {
    const { user, enterprise } = input
    if (input.kind === DECIDED)
      notify(act, {
        user,
        kind: DECIDED,
        params: { enterprise, fact: '营业收入', verdict: { zh: '采纳', en: 'accepted' } },
        link: '/desk',
        enterprise,
      })
    else notify(act, { user, kind: GIVEN, params: { from: '2024-07-01', post: { zh: '经办', en: 'officer' } }, link: '/my' })
    await act.record('test.told', { object: ['identity.user', user] })
  },
)
const tell = (person: TestPerson, kind: string = DECIDED, enterprise: string = own) =>
  app.perform(operator, telling, { user: person.id, kind, enterprise })
const mine = (person: TestPerson) => app.perform(person, myNotices, {})
const told = (person: TestPerson, count: number) =>
  eventually(
    () => mine(person),
    ({ notices }) => notices.length === count,
  )
const heard = async (event: string, person: TestPerson): Promise<number> =>
  (await sql`select from kernel_event where event = ${event} and object_id = ${person.id}`.execute(db)).rows.length

/** The letters to somebody that wait, opened. */
const lettersTo = async ({ id }: TestPerson): Promise<readonly Letter[]> => {
  const { rows } = await sql<{ letter: Buffer }>`select letter from kernel_mail where letter is not null order by written_at`.execute(db)
  const { email } = (await sql<{ email: string }>`select email from identity_user where id = ${id}`.execute(db)).rows[0] ?? { email: '' }
  return rows.map(({ letter }) => JSON.parse(String(ground.seal.open('kernel.mail', letter))) as Letter).filter(({ to }) => to === email)
}
const tokenIn = (letter: Letter | undefined): string => letter?.unsubscribe?.split('token=')[1] ?? ''

describe('a notice', () => {
  it('is on the site and in a letter, in both languages, and unread', async () => {
    const person = await reader()
    await tell(person)
    const { notices, unread } = await told(person, 1)
    expect([notices[0]?.text, notices[0]?.link, notices[0]?.read, unread]).toEqual([
      {
        zh: `企业 ${own} 对“营业收入”提出的更正已有决定：采纳。`,
        en: `The correction of "营业收入" that enterprise ${own} proposed has been decided: accepted.`,
      },
      '/desk',
      false,
      1,
    ])
    const [letter] = await lettersTo(person)
    expect(letter).toMatchObject({ kind: DECIDED, language: 'zh', link: { path: '/desk' }, about: { user: person.id, enterprise: own } })
  })

  it('is withheld from whoever is no member of the enterprise, or was switched off', async () => {
    const [stranger, off] = [await reader(other), await reader()]
    await sql`update identity_user set disabled_at = now() where id = ${off.id}`.execute(db)
    for (const person of [stranger, off]) {
      await tell(person)
      await eventually(
        () => heard('notification.withheld', person),
        (count) => count === 1,
      )
      expect([(await mine(person)).notices, await lettersTo(person)]).toEqual([[], []])
    }
  })

  it('stands on the site where its reader has had as many letters this hour as there may be', async () => {
    const person = await reader()
    await app.perform(person, chooseNotices, { site: [], mail: [DECIDED] })
    const address = `reader${people}@example.test`
    const causes = { account: null, enterprise: null, address }
    for (let letter = 0; letter < LETTERS_AN_HOUR.notice.address; letter++) await countLetter({ db, now: ground.now() }, 'notice', causes)
    await tell(person)
    await told(person, 1)
    await tell(person, GIVEN)
    await told(person, 2)
    expect((await lettersTo(person)).map(({ kind }) => kind)).toEqual([GIVEN])
  })

  it('about an enterprise disappears with the membership', async () => {
    const person = await reader()
    await tell(person)
    await told(person, 1)
    const left: TestPerson = { ...person, memberships: [] }
    expect([(await mine(left)).notices, await app.perform(left, unreadCount, {})]).toEqual([[], 0])
    await app.perform(left, readAllNotices, {})
    expect((await mine(person)).unread).toBe(1)
  })

  it('is marked read one at a time or all at once, by its reader alone', async () => {
    const [person, stranger] = [await reader(), await reader()]
    for (let n = 0; n < 3; n++) await tell(person)
    const { notices } = await told(person, 3)
    const id = notices[0]?.id ?? ''
    expect((await refusalOf(app.perform(stranger, readNotice, { id }))).code).toBe('notification.unknown')
    await app.perform(person, readNotice, { id })
    await app.perform(person, readNotice, { id })
    expect(await app.perform(person, unreadCount, {})).toBe(2)
    await app.perform(stranger, readAllNotices, {})
    await app.perform(person, readAllNotices, {})
    expect(await app.perform(person, unreadCount, {})).toBe(0)
  })

  it('of no known kind is put aside', async () => {
    const person = await reader()
    await sql`insert into kernel_outbox (id, type, body, listener) values (gen_random_uuid(), 'notification.wanted',
      ${JSON.stringify({ user: person.id, kind: 'party.gone', params: {}, link: '/', enterprise: null })}::jsonb, 'notification.deliver')`.execute(
      db,
    )
    await eventually(
      async () =>
        (await sql<{ output: { reason: string } }>`select output from planwright_jobs.job where state = 'retry'`.execute(db)).rows,
      (rows) => rows.some(({ output }) => output.reason === 'notification.kind'),
    )
    await sql`delete from planwright_jobs.job where state = 'retry'`.execute(db)
  })

  it('cannot lead away from the site, not even by SQL', async () => {
    const person = await reader()
    for (const link of ['https://example.com', '//example.com', '/\\example.com', 'desk', ''])
      await expect(
        sql`insert into notification_notice (id, user_id, kind, params, link, at) values (gen_random_uuid(), ${person.id}, ${GIVEN}, '{}', ${link}, now())`.execute(
          db,
        ),
      ).rejects.toThrow('notification_notice_link_check')
  })
})

describe('what somebody wants to be told of', () => {
  it('is their choice for each kind, but mandatory ones come whatever they choose', async () => {
    const person = await reader()
    await app.perform(person, chooseNotices, { site: [], mail: [] })
    await tell(person)
    await eventually(
      () => heard('notification.told', person),
      (count) => count === 1,
    )
    await tell(person, GIVEN)
    const { notices, settings } = await told(person, 1)
    expect(notices[0]?.text.en).toBe('You hold a post from 2024-07-01: officer.')
    const letters = await lettersTo(person)
    expect(letters.map(({ kind, unsubscribe: link }) => [kind, link])).toEqual([[GIVEN, undefined]])
    expect([settings[DECIDED], settings[GIVEN]]).toEqual([
      { site: false, mail: false },
      { site: true, mail: true },
    ])
  })

  it('knows no kind that is not there', async () => {
    const person = await reader()
    expect((await refusalOf(app.perform(person, chooseNotices, { site: ['party.gone'], mail: [] }))).code).toBe('notification.kind')
  })

  it('can be changed from a letter without signing in, as often as one likes, and for that kind alone', async () => {
    const person = await reader()
    await tell(person)
    await told(person, 1)
    const token = tokenIn((await lettersTo(person))[0])
    expect(await app.perform(visitor, unsubscribing, { token })).toMatchObject({ isDone: false })
    await app.perform(visitor, unsubscribe, { token })
    await app.perform(visitor, unsubscribe, { token })
    expect(await app.perform(visitor, unsubscribing, { token })).toMatchObject({ isDone: true })
    await tell(person)
    await told(person, 2)
    expect(await lettersTo(person)).toHaveLength(1)
    expect((await mine(person)).settings[DECIDED]).toEqual({ site: true, mail: false })
  })

  it('is not changed by a token that is not ours, was changed, or is for something else', async () => {
    const person = await reader()
    await tell(person)
    await told(person, 1)
    const token = tokenIn((await lettersTo(person))[0])
    const mandatory = lend(ground.seal, 'notification.unsubscribe', { user: person.id, kind: GIVEN }, new Date('2025-01-01'))
    for (const wrong of ['', 'x', `${token.slice(0, -2)}AA`, mandatory])
      for (const use of [unsubscribing, unsubscribe])
        expect((await refusalOf(app.perform<typeof use.input, unknown>(visitor, use, { token: wrong }))).code).toBe('notification.token')
    expect((await mine(person)).settings[DECIDED].mail).toBe(true)
  })
})
