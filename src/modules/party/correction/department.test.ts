import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { type Files, xincheng } from '../../../../test/pack.ts'
import { personWith, postWith, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { demo } from '../../../app.ts'
import type { Failure } from '../../../kernel/failure.ts'
import { ROLES } from '../../../kernel/who.ts'
import { publish } from '../../edition/index.ts'
import {
  correctionList,
  correctionsChosen,
  correctionsWaiting,
  correctionToJudge,
  demoUscc,
  evidenceToJudge,
  factsPage,
  judgeCorrection,
} from '../index.ts'

const { app, database } = await freshApp()
const { db } = database
const operator = { kind: 'operator', name: 'test' } as const
await demo(app, 3, 1, 'test')

/** Who answers for which fact; others are nobody's alone, also one that the pack no longer has. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['营业收入', '市统计局'],
  ['研发投入', '市经信局'],
])
const FACTS = ['营业收入', '研发投入', '营业收入增长率', '不再有的事实']
const DEPARTMENTS = ['市统计局', '市经信局', '市数据局']

const answered = (files: Files): Files => {
  const [head = '', ...rows] = (files.get('facts/common.csv') ?? '').trimEnd().split('\n')
  const lines = rows.map((row) => `${row},${ANSWERS.get(row.split(',')[0] ?? '') ?? ''}`)
  return new Map([...files, ['facts/common.csv', `${[`${head},department`, ...lines].join('\n')}\n`]])
}
await app.perform(operator, publish, { files: Object.fromEntries(answered(await xincheng())) })

const clerk = await somebody(database)
/** Corrections of random facts, some of them reviewed or withdrawn, each with a file. */
const MANY = 60
await sql`insert into party_correction (id, enterprise_id, fact, value, valid_on, reason, proposed_by, proposed_at)
  select gen_random_uuid(), (select id from party_enterprise where uscc = ${demoUscc(1)}), (${FACTS}::text[])[1 + (n * 7919) % 4], n || ' 元', '2024-01-01', '不符',
    ${clerk.id}, timestamptz '2024-06-01' + n * interval '1 minute' from generate_series(1, ${MANY}::integer) n`.execute(db)
await sql`insert into party_correction_due (correction_id, due_on, provisional, at) select id, '2024-07-01', false, now() from party_correction`.execute(
  db,
)
await sql`insert into party_correction_step (correction_id, step, user_id, verdict, reason, at)
  select id, case when value like '1%' then 'review' else 'withdraw' end, case when value like '1%' then ${(await somebody(database)).id}::uuid else ${clerk.id}::uuid end,
    case when value like '1%' then 'accept' end, '', now() from party_correction where value like '1%' or value like '2%'`.execute(db)
await sql`insert into party_evidence (id, correction_id, sha256, name, type, size, scan)
  select gen_random_uuid(), id, repeat('0', 64), 'a.txt', 'text/plain', 1, 'not-scanned' from party_correction`.execute(db)
const { rows: all } = await sql<{
  id: string
  fact: string
  open: boolean
  evidence: string
}>`select correction.id, fact, evidence.id as evidence,
  not exists (select from party_correction_step step where step.correction_id = correction.id and step <> 'review') as open
  from party_correction correction join party_evidence evidence on evidence.correction_id = correction.id`.execute(db)

/** Somebody with posts in departments, an officer's or others. */
const people = fc
  .array(fc.record({ departmentName: fc.constantFrom(...DEPARTMENTS), role: fc.constantFrom(...ROLES) }), { maxLength: 3 })
  .map((posts) => [...posts, { departmentName: '市教育局', role: 'officer' as const }])
  .map((posts) => ({
    own: posts.filter(({ role }) => role === 'officer').map(({ departmentName }) => departmentName),
    who: personWith({ posts: posts.map(({ departmentName, role }) => ({ ...postWith(role), departmentName })) }),
  }))
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ code }: Failure) => code,
  )
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort()

describe('a correction of a fact that a department answers for', () => {
  it('is there for officers of that department alone: in lists, counts, files and by itself', async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.shuffledSubarray(all, { minLength: 4, maxLength: 4 }), async ({ own, who }, some) => {
        const isMine = ({ fact }: { readonly fact: string }): boolean => own.includes(ANSWERS.get(fact) ?? own[0] ?? '')
        const mine = all.filter(isMine)
        const list = await app.perform(who, correctionList, { size: 200 })
        expect(list.total).toBe(mine.length)
        expect(sorted(list.rows.map(({ key }) => key))).toEqual(sorted(mine.map(({ id }) => id)))
        const { rows: chosen } = await app.perform(who, correctionsChosen, { ids: some.map(({ id }) => id), wish: {} })
        expect(sorted(chosen.map(({ key }) => key))).toEqual(sorted(some.filter(isMine).map(({ id }) => id)))
        expect((await app.perform(who, correctionsChosen, { wish: {} })).rows.length).toBe(mine.length)
        const { count, first } = await app.perform(who, correctionsWaiting, {})
        expect(count).toBe(mine.filter(({ open }) => open).length)
        expect(first?.every(({ page }) => mine.some(({ id }) => page.endsWith(id)))).toBe(true)
        for (const each of some) {
          const isThere = isMine(each)
          expect((await codeOf(app.perform(who, correctionToJudge, { correction: each.id }))) === 'done').toBe(isThere)
          const file = await codeOf(app.perform(who, evidenceToJudge, { evidence: each.evidence }))
          expect(file === 'party.evidence-unknown').toBe(!isThere)
          // A reason that is missing is said only to whoever may judge.
          const judged = await codeOf(
            app.perform(who, judgeCorrection, { correction: each.id, step: 'review', verdict: 'refuse', reason: '' }),
          )
          expect(judged === 'party.correction-unknown').toBe(!isThere)
        }
        const { facts } = await app.perform(who, factsPage, { enterprise: demoUscc(1) })
        expect(facts.filter(({ fact, disputed }) => disputed !== null && !isMine({ fact }))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('is there for the enterprise, and for the operator, whoever answers for it', async () => {
    expect((await app.perform(operator, correctionList, { size: 200 })).total).toBe(MANY)
    const own = personWith({ memberships: [{ enterprise: demoUscc(1), level: 'view', via: 'member', measure: null }] })
    const { facts } = await app.perform(own, factsPage, { enterprise: demoUscc(1) })
    expect(facts.some(({ fact, disputed }) => ANSWERS.has(fact) && disputed !== null)).toBe(true)
  })
})
