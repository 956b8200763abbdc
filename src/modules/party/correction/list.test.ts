import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { demo } from '../../../app.ts'
import { correctionList, correctionsChosen, correctionsWaiting } from '../index.ts'

const MANY = 620
const { app, database } = await freshApp()
const { db } = database
await demo(app, 5, 1, 'test')
const person = await somebody(database)
const officer = { ...(await somebody(database, { name: '甲' })), posts: [postWith('officer')] }

describe('the list of corrections', () => {
  beforeAll(async () => {
    await sql`insert into party_correction (id, enterprise_id, fact, value, valid_on, reason, proposed_by, proposed_at)
      select gen_random_uuid(), (select id from party_enterprise order by uscc offset n % 5 limit 1), '营业收入', n || ' 元', '2024-01-01', '不符', ${person.id},
        timestamptz '2024-06-01' + n * interval '1 minute' from generate_series(1, ${MANY}::integer) n`.execute(db)
    await sql`insert into party_correction_due (correction_id, due_on, provisional, at)
      select id, date '2024-06-20' + extract(minute from proposed_at)::integer % 20, false, proposed_at from party_correction`.execute(db)
    await sql`insert into party_correction_step (correction_id, step, user_id, verdict, reason, at)
      select id, 'review', ${officer.id}, 'accept', '', now() from party_correction order by proposed_at limit 7`.execute(db)
  })

  it('counts every one that waits for the officer, however many, and names the most urgent', async () => {
    const { count, text, first = [] } = await app.perform(officer, correctionsWaiting, {})
    expect(count).toBe(MANY - 7)
    expect(text.en).toMatch(/^613 corrections of facts to judge, \d+ of them late$/)
    expect([first.length, first.every(({ isLate }) => isLate)]).toEqual([5, true])
    expect(first.map(({ due }) => due)).toEqual(Array(5).fill('2024-06-20'))
  })

  it('leads through all of them page by page, the most urgent first, each once', async () => {
    const keys: string[] = []
    const days: string[] = []
    let at: string | null = ''
    while (at !== null) {
      const part: Awaited<ReturnType<typeof correctionList.run>> = await app.perform(officer, correctionList, { at, size: 200 })
      expect(part.total).toBe(MANY)
      keys.push(...part.rows.map(({ key }) => key))
      days.push(...part.rows.map(({ due }) => due ?? ''))
      at = part.next
    }
    expect([keys.length, new Set(keys).size]).toEqual([MANY, MANY])
    expect(days).toEqual(days.toSorted())
  })

  it('says what the first officer thought, how many files there are, and what the facts in it are', async () => {
    const reviewed = await app.perform(officer, correctionList, { filters: { state: 'reviewed' } })
    expect(reviewed.rows.map(({ review, files }) => [review, files])).toEqual(Array(7).fill(['accept', '0']))
    expect(reviewed.facts.营业收入?.label.en).toBe('revenue')
    const proposed = await app.perform(officer, correctionList, { filters: { state: 'proposed' }, size: 1 })
    expect(proposed.rows.map(({ review }) => review)).toEqual([''])
    expect((await app.perform(officer, correctionList, { filters: { review: 'refuse' } })).total).toBe(0)
  })

  it('is narrowed by state', async () => {
    expect((await app.perform(officer, correctionList, { filters: { state: 'reviewed' } })).total).toBe(7)
    expect((await app.perform(officer, correctionList, { filters: { state: 'proposed' } })).total).toBe(MANY - 7)
    expect((await app.perform(officer, correctionList, { filters: { turn: 'me' } })).total).toBe(MANY - 7)
    expect((await app.perform(officer, correctionList, { filters: { turn: 'others' } })).total).toBe(7)
  })

  it('has those that are closed after all that are not, however long ago they were due', async () => {
    const [first] = (await app.perform(officer, correctionList, { size: 1 })).rows
    await sql`insert into party_correction_step (correction_id, step, user_id, verdict, reason, at)
      values (${first!.key}::uuid, 'withdraw', ${officer.id}, null, '', now())`.execute(db)
    const { rows } = await app.perform(officer, correctionList, { size: 1 })
    expect(rows.map(({ key }) => key)).not.toEqual([first!.key])
    const [last] = (await app.perform(officer, correctionList, { size: 1, sort: '-work' })).rows
    expect(last).toMatchObject({ key: first!.key, turn: 'nobody', due: '2024-06-20' })
  })

  it('gives what was chosen, and refuses more than can be judged at once', async () => {
    expect((await app.perform(officer, correctionsChosen, { wish: { filters: { state: 'reviewed' } } })).rows.length).toBe(7)
    expect((await refusalOf(app.perform(officer, correctionsChosen, { wish: {} }))).code).toBe('kernel.list-long')
  })
})
