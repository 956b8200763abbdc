import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { memberOf, postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf, demo } from '../../../app.ts'
import type { Person } from '../../../kernel/who.ts'
import {
  correction,
  correctionList,
  corrections,
  correctionsWaiting,
  correctionToJudge,
  demoUscc,
  enterprise,
  evidenceToJudge,
  factsPage,
  judgeCorrection,
  ownEvidence,
  proposeCorrection,
  withdrawCorrection,
} from '../index.ts'
import { scanEvidence } from './scan.ts'

const { app, database } = await freshApp()
const { db } = database
const [OWN, OTHER] = [demoUscc(1), demoUscc(2)]
await demo(app, 6, 1, 'test')
const clerk = { ...(await somebody(database, { name: '陈经办' })), memberships: memberOf(OWN, 'submit') }
const stranger = { ...(await somebody(database, { name: '别家' })), memberships: memberOf(OTHER, 'admin') }
const [first, second, third] = await Promise.all(
  ['甲', '乙', '丙'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('officer')] })),
)
const officers = [first!, second!, third!]
const text = (content: string, name = '证明.txt') => ({ name, bytes: new TextEncoder().encode(content) })

const heldNow = async (who: Person = clerk, uscc = OWN) => (await app.perform(who, factsPage, { enterprise: uscc })).facts
/** Facts of the enterprise that nobody has touched yet, money among them last. */
const free = (await heldNow()).filter(({ declaration }) => declaration.type === 'money' || declaration.type === 'percent')
let used = 0
const proposal = (more: Partial<Parameters<typeof app.perform<typeof proposeCorrection.input, unknown>>[2] & object> = {}) => ({
  enterprise: OWN,
  fact: free[used % free.length]!.fact,
  value: free[used % free.length]!.declaration.type === 'money' ? '123456.78 元' : '12.5%',
  validOn: '2024-06-01',
  reason: '审计报告不同',
  evidence: [],
  ...more,
})
const propose = async (more = {}): Promise<string> => (await app.perform(clerk, proposeCorrection, { ...proposal(), ...more })).id
const judge = (who: Person, id: string, step: 'review' | 'decide', verdict: 'accept' | 'refuse' = 'accept', reason = '') =>
  app.perform(who, judgeCorrection, { correction: id, step, verdict, reason })
const stateOf = async (id: string) => (await app.perform(clerk, correction, { enterprise: OWN, correction: id })).state

describe('a correction', () => {
  it('goes from the enterprise through two officers to a record that counts, beside the register’s', async () => {
    const [target] = free
    const id = await propose({ fact: target!.fact, evidence: [text('审计报告')] })
    const disputed = (await heldNow()).find(({ fact }) => fact === target!.fact)
    expect([disputed?.disputed?.id, disputed?.standing.value]).toEqual([id, target!.standing.value])
    expect(
      (await app.perform({ kind: 'visitor' }, enterprise, { uscc: OWN })).facts.find(({ name }) => name === target!.fact)?.disputed,
    ).toBe(true)

    await judge(first!, id, 'review')
    expect(await stateOf(id)).toBe('reviewed')
    await judge(second!, id, 'decide')
    expect(await stateOf(id)).toBe('accepted')
    const now = (await heldNow()).find(({ fact }) => fact === target!.fact)
    expect([now?.standing.source.kind, now?.disputed, now?.register?.value]).toEqual(['correction', null, target!.standing.value])
    expect(now?.versions.length).toBe(2)
    // Whoever tells the enterprise hears of it with the decision itself.
    const sent = await sql<{ body: unknown }>`select body from kernel_outbox where type = 'party.correction-moved' order by id`.execute(db)
    expect(sent.rows).toEqual(Array(3).fill({ body: { correction: id } }))
    used++
  })

  it('is refused with the reason, and nothing changes', async () => {
    const id = await propose()
    await judge(first!, id, 'review', 'refuse', '报告未盖章')
    await judge(second!, id, 'decide', 'refuse', '报告未盖章')
    const { state, done } = await app.perform(clerk, correction, { enterprise: OWN, correction: id })
    expect([state, done.at(-1)?.reason]).toEqual(['refused', '报告未盖章'])
    expect((await heldNow()).find(({ fact }) => fact === free[used]!.fact)?.standing.source.kind).toBe('registry')
  })

  it('can be taken back, and proposed again', async () => {
    const id = await propose()
    await app.perform(clerk, withdrawCorrection, { enterprise: OWN, correction: id })
    expect(await stateOf(id)).toBe('withdrawn')
    expect((await refusalOf(app.perform(clerk, withdrawCorrection, { enterprise: OWN, correction: id }))).code).toBe(
      'party.correction-closed',
    )
    expect((await refusalOf(judge(first!, id, 'review'))).code).toBe('party.correction-closed')
    await app.perform(clerk, withdrawCorrection, { enterprise: OWN, correction: await propose() })
  })

  it.each([
    ['a value that is none', { value: '很多' }, 'fact.number'],
    ['no value', { value: ' ' }, 'party.value-missing'],
    ['a day that is none', { validOn: '2024-02-30' }, 'party.day'],
    ['a day to come', { validOn: '2024-07-01' }, 'party.day-future'],
    ['no reason', { reason: ' ' }, 'party.reason-missing'],
  ])('names the field that is wrong: %s', async (_what, wrong, code) => {
    const failure = await refusalOf(propose(wrong))
    expect([failure.code, failure.fields.map((each) => each.code)]).toEqual(['party.correction-fields', [code]])
  })

  it('says when it would change nothing, in whatever spelling', async () => {
    const money = (await heldNow()).find(
      ({ declaration, standing }) => declaration.type === 'money' && standing.source.kind === 'registry',
    )!
    const failure = await refusalOf(propose({ fact: money.fact, value: `${money.standing.value} 元` }))
    expect(failure.fields.map((each) => each.code)).toEqual(['party.value-same'])
  })

  it.each([
    ['a fact that is none', { fact: '没有' }, 'party.fact-unknown'],
    ['a fact that no register holds', { fact: '租用面积' }, 'party.fact-own'],
    ['a file that is not what it says', { evidence: [text('%PDF-1.7\n')] }, 'kernel.file-content'],
  ])('is not taken for %s', async (_what, wrong, code) => expect((await refusalOf(propose(wrong))).code).toBe(code))

  it('is open once at a time for a fact, also when two come at once', async () => {
    const both = await Promise.allSettled([propose(), propose()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(propose())).code).toBe('party.correction-open')
    const open = (await app.perform(clerk, corrections, { enterprise: OWN })).find(({ state }) => state === 'proposed')!
    await app.perform(clerk, withdrawCorrection, { enterprise: OWN, correction: open.id })
  })
})

describe('four eyes', () => {
  let id = ''
  beforeAll(async () => {
    id = await propose()
  })
  const code = async (work: Promise<unknown>) => (await refusalOf(work)).code
  const step = (name: string, user: string) =>
    sql`insert into party_correction_step (correction_id, step, user_id, verdict, reason, at) values (${id}, ${name}, ${user}, 'accept', '', now())`.execute(
      db,
    )

  it('keep whoever belongs to the enterprise from judging', async () => {
    const insider = { ...first!, memberships: memberOf(OWN, 'view') }
    expect(await code(judge(insider, id, 'review'))).toBe('party.correction-side')
    expect(await code(judge({ ...clerk, memberships: [], posts: [postWith('officer')] }, id, 'review'))).toBe('party.four-eyes')
  })

  it('hold in the database: the proposer does not judge, nobody decides before a review', async () => {
    await expect(step('review', clerk.id)).rejects.toThrow('does not judge')
    await expect(step('decide', second!.id)).rejects.toThrow('reviewed before')
  })

  it('keep whoever reviewed from deciding, in the action and in the database', async () => {
    await judge(first!, id, 'review')
    expect(await code(judge(first!, id, 'decide'))).toBe('party.four-eyes')
    await expect(step('decide', first!.id)).rejects.toThrow('party_correction_four_eyes')
    expect(await code(judge(second!, id, 'review'))).toBe('party.correction-moved')
  })

  it('want a reason against the first opinion', async () => {
    const failure = await refusalOf(judge(second!, id, 'decide', 'refuse'))
    expect(failure.fields.map((each) => each.code)).toEqual(['party.reason-missing'])
  })

  it('decide once, whoever is quicker', async () => {
    const both = await Promise.allSettled([judge(second!, id, 'decide'), judge(third!, id, 'decide')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(step('decide', third!.id)).rejects.toThrow(/party_correction_(step_pkey|closed)/)
    used++
  })

  it.each([
    ["update party_correction set value = '1 元'", 'append-only'],
    ['delete from party_correction', 'append-only'],
    ["update party_correction_step set verdict = 'refuse'", 'append-only'],
    ['delete from party_correction_step', 'append-only'],
    ["update party_evidence set sha256 = repeat('0', 64)", 'append-only'],
    ['delete from party_evidence', 'append-only'],
    ["update party_record set facts = '{}'", 'append-only'],
  ])('are not undone by SQL: %s', async (statement, words) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(words)
  })
})

describe('who sees a correction', () => {
  let id = ''
  beforeAll(async () => {
    id = await propose({ evidence: [text('只给办理人员')] })
  })

  it('is the enterprise and the officers, and nobody of another enterprise', async () => {
    expect((await app.perform(first!, correctionToJudge, { correction: id })).correction.enterprise.uscc).toBe(OWN)
    for (const asked of [OWN, OTHER]) {
      const failure = await refusalOf(app.perform(stranger, correction, { enterprise: asked, correction: id }))
      expect(failure.kind).toBe('unknown')
    }
    expect((await refusalOf(app.perform(stranger, correction, { enterprise: OTHER, correction: id }))).code).toBe(
      'party.correction-unknown',
    )
    expect((await refusalOf(app.perform(first!, correctionToJudge, { correction: 'nothing' }))).code).toBe('party.correction-unknown')
    expect((await refusalOf(app.perform(stranger, withdrawCorrection, { enterprise: OTHER, correction: id }))).code).toBe(
      'party.correction-unknown',
    )
    expect((await refusalOf(app.perform(clerk, correctionsWaiting, {}))).kind).toBe('forbidden')
  })

  it('gets its files, as they were handed in', async () => {
    const { evidence } = await app.perform(clerk, correction, { enterprise: OWN, correction: id })
    const own = await app.perform(clerk, ownEvidence, { enterprise: OWN, evidence: evidence[0]!.id })
    expect([new TextDecoder().decode(own.bytes), own.name, own.scan]).toEqual(['只给办理人员', '证明.txt', 'not-scanned'])
    expect((await app.perform(first!, evidenceToJudge, { evidence: evidence[0]!.id })).type).toBe('text/plain')
    expect((await refusalOf(app.perform(stranger, ownEvidence, { enterprise: OTHER, evidence: evidence[0]!.id }))).code).toBe(
      'party.evidence-unknown',
    )
  })

  it('gets no file that a scanner has not passed', async () => {
    const { evidence } = await app.perform(clerk, correction, { enterprise: OWN, correction: id })
    for (const scan of ['pending', 'infected', 'error']) {
      await sql`update party_evidence set scan = ${scan} where id = ${evidence[0]!.id}`.execute(db)
      expect((await refusalOf(app.perform(first!, evidenceToJudge, { evidence: evidence[0]!.id }))).code).toBe('party.evidence-held')
    }
  })

  it('waits for whoever may take its next step, and for nobody else', async () => {
    const page = `/office/corrections/${id}`
    const waits = async (who: Person) => (await app.perform(who, correctionsWaiting, {})).first?.some((each) => each.page === page)
    const turn = async (who: Person) => {
      for (const name of ['me', 'others', 'nobody'])
        if ((await app.perform(who, correctionList, { filters: { turn: name } })).rows.some(({ key }) => key === id)) return name
    }
    const own = { ...second!, memberships: memberOf(OWN, 'view') }
    expect([await waits(first!), await waits(second!), await waits(own)]).toEqual([true, true, false])
    expect([await turn(first!), await turn(own)]).toEqual(['me', 'others'])
    await judge(first!, id, 'review')
    expect([await waits(first!), await waits(second!)]).toEqual([false, true])
    expect([await turn(first!), await turn(second!)]).toEqual(['others', 'me'])
  })

  it('as an agent let in for one measure, is what that measure asks', async () => {
    const { pack } = await app.perform(clerk, factsPage, { enterprise: OWN })
    const [measure] = [...pack.measures.values()].filter(({ facts }) => facts.includes('研发投入') || facts.includes('独立法人'))
    const agent = { ...(await somebody(database, { name: '代办' })), memberships: memberOf(OWN, 'submit', measure!.id) }
    const seen = (await heldNow(agent)).map(({ fact }) => fact)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.every((fact) => measure!.facts.some((key) => key.startsWith(fact)))).toBe(true)
    const hidden = (await heldNow()).find(({ fact }) => !seen.includes(fact))!
    const failure = await refusalOf(app.perform(agent, proposeCorrection, { ...proposal(), fact: hidden.fact }))
    expect(failure.code).toBe('party.fact-unknown')
  })
})

describe('a scanner', () => {
  it('looks at files once they were handed in, and lets through what it finds clean', async () => {
    const ground = groundOf(database)
    const scanning = appOf({ ...ground, files: { ...ground.files, unscanned: 'pending', scan: async () => 'clean' } })
    const { id } = await scanning.perform(clerk, proposeCorrection, {
      ...proposal(),
      enterprise: OWN,
      fact: '员工人数',
      value: '7',
      evidence: [text('待扫描')],
    })
    const [evidence] = (await scanning.perform(clerk, correction, { enterprise: OWN, correction: id })).evidence
    expect(evidence?.scan).toBe('pending')
    const sent = await sql<{ body: unknown }>`select body from kernel_outbox where type = 'party.evidence-handed-in'`.execute(db)
    expect(sent.rows).toEqual([{ body: { correction: id } }])
    await scanning.perform({ kind: 'operator', name: 'test' }, scanEvidence, { correction: id })
    expect((await scanning.perform(first!, evidenceToJudge, { evidence: evidence!.id })).scan).toBe('clean')
  })
})

describe('rows of other enterprises', () => {
  it('never appear, whoever asks for whatever', async () => {
    const codes = Array.from({ length: 6 }, (_, index) => demoUscc(index + 1))
    await fc.assert(
      fc.asyncProperty(fc.subarray(codes), fc.constantFrom(...codes), fc.constantFrom(...officers), async (own, asked, base) => {
        const who: Person = { ...base, posts: [], memberships: own.flatMap((code) => memberOf(code, 'view')) }
        for (const look of [
          () => app.perform(who, factsPage, { enterprise: asked }),
          () => app.perform(who, corrections, { enterprise: asked }),
        ])
          if (own.includes(asked)) await look()
          else expect((await refusalOf(look())).kind).toBe('unknown')
      }),
      { numRuns: 25 },
    )
  })
})

describe('demonstration enterprises', () => {
  it('are not made anew once somebody has worked with them', async () => {
    expect((await refusalOf(demo(app, 1, 1, 'test'))).code).toBe('party.demo-used')
  })
})
