import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { line } from '../../../../test/line.ts'
import { edited, xincheng } from '../../../../test/pack.ts'
import { postWith, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import type { Who } from '../../../kernel/who.ts'
import { publish } from '../../edition/index.ts'
import {
  approveReadings,
  assessmentChanges,
  assessmentHistory,
  enterReading,
  indicatorPage,
  keepAssessments,
  verifyAssessments,
} from '../index.ts'

const { app, database } = await freshApp('xincheng', '2026-06-30T04:00:00Z')
const { db } = database
const visitor: Who = { kind: 'visitor' }
const operator: Who = { kind: 'operator', name: 'test' }
const auditor = { ...(await somebody(database, { name: '审计' })), posts: [postWith('auditor')] }
const [typist, checker] = await Promise.all(
  ['录入', '审核'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)
const on = (day: string) => appOf(groundOf(database, `${day}T04:00:00Z`))
const keep = (at = app) => at.perform(operator, keepAssessments, {})
const history = (indicator = 'stations') => app.perform(visitor, assessmentHistory, { id: indicator })
const approved = async (value: string, at = app) => {
  const typed = { indicator: 'stations', series: '统计公报', period: '2025', value, title: '2025年公报' }
  const { id } = await at.perform(typist!, enterReading, typed)
  await at.perform(checker!, approveReadings, { readings: [id] })
}
const outbox = async (type: string) =>
  (await sql<{ body: object }>`select body from kernel_outbox where type = ${type} order by seq`.execute(db)).rows.map(({ body }) => body)

describe('assessments', () => {
  it('are kept of every target when a pack is loaded, as its page says them', async () => {
    const page = await app.perform(visitor, indicatorPage, { id: 'stations' })
    const kept = await history()
    expect(kept.map(({ category, from }) => [category, from])).toEqual(page.assessments.map(({ status }) => [status, null]))
    expect(kept.every(({ input, inputHash }) => sha256Hex(input) === inputHash)).toBe(true)
  })

  it('are not kept again while the same goes in, whatever the day', async () => {
    expect(await keep()).toEqual({ kept: 0 })
    expect(await keep(on('2026-07-01'))).toEqual({ kept: 0 })
  })

  it('are kept again once a reading counts, with what they were before, and others are told when the category is another', async () => {
    await approved('31')
    expect((await outbox('plan.readings-approved')).at(-1)).toMatchObject({ indicators: ['stations'] })
    const before = await history()
    expect((await keep()).kept).toBe(before.length)
    const [latest] = await history()
    expect(latest).toMatchObject({ from: before[0]?.category, category: 'met', on: '2026-06-30' })
    expect(latest?.input).toContain('"value":"31"')
    expect((await outbox('plan.assessment-changed')).at(-1)).toMatchObject({
      indicator: 'stations',
      before: latest?.from,
      after: 'met',
      assessment: latest?.id,
    })
    expect((await app.perform(visitor, assessmentChanges, {})).map(({ id, indicator }) => [id, indicator])).toEqual([
      [latest?.id, 'stations'],
    ])
  })

  it('are kept when a day ends the time of a target', async () => {
    const later = on('2033-01-01')
    expect((await keep(later)).kept).toBeGreaterThan(0)
    expect((await later.perform(visitor, assessmentHistory, { id: 'core_share' }))[0]).toMatchObject({ on: '2033-01-01' })
    expect((await keep(later)).kept).toBe(0)
  })

  it('say so where an edition worded the definition otherwise, whatever the scope is called', async () => {
    const later = on('2033-02-01')
    const files = edited(await xincheng(), 'indicators.csv', '核心产业增加值 ÷ 地区生产总值。', '核心产业总产出 ÷ 地区生产总值。')
    await later.perform(operator, publish, { files: Object.fromEntries(files) })
    await keep(later)
    const [latest, ...rest] = await history('core_share')
    expect(latest).toMatchObject({ definedBefore: { zh: '核心产业增加值 ÷ 地区生产总值。' }, from: rest[0]?.category })
    expect(rest.every(({ definedBefore }) => definedBefore === null)).toBe(true)
    expect((await history('cloud_firms')).every(({ definedBefore }) => definedBefore === null)).toBe(true)
    await later.perform(operator, publish, { files: Object.fromEntries(await xincheng()) })
    await keep(later)
  })

  it('come out the same when they are judged again from their inputs', async () => {
    const report = await app.perform(auditor, verifyAssessments, {})
    expect(report.assessments).toBeGreaterThan(10)
    expect(report.faults).toEqual([])
  })

  it('are changed or deleted by nobody, and follow one of the same target with another input', async () => {
    const [last] = (await history()).filter(({ from }) => from !== null)
    const [other] = await history('core_share')
    for (const statement of [
      sql`update plan_assessment set category = 'met'`,
      sql`delete from plan_assessment`,
      sql`truncate plan_assessment cascade`,
      sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'input', '{}'))).* from plan_assessment a limit 1`,
      sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'follows', a.id))).* from plan_assessment a where id = ${last?.id}::uuid`,
      sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'follows', ${other?.id}::text))).* from plan_assessment a where id = ${last?.id}::uuid`,
      sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'method', 'x', 'follows', a.id, 'recorded_at', '2020-01-01'))).* from plan_assessment a where id = ${last?.id}::uuid`,
      sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'follows', null))).* from plan_assessment a limit 1`,
    ])
      await expect(statement.execute(db)).rejects.toThrow(
        /append-only|never changed|kept|violates|same input|same target|dated back|permission/i,
      )
  })

  it('that were slipped in are found out, by whoever asks the command line', async () => {
    const before = { ...process.env }
    process.env.DATABASE_URL = database.url
    try {
      expect(await line('report', '--verify', '--lang', 'en')).toMatchObject({ code: 0, out: expect.stringContaining('as they were kept') })
      const [last] = await history()
      for (const change of [{ category: 'missed' }, { method: 'none' }, { period: '1999', follows: null }])
        await sql`insert into plan_assessment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'follows', a.id,
          'input', a.input || ' ', 'input_hash', encode(sha256(convert_to(a.input || ' ', 'UTF8')), 'hex')) || ${JSON.stringify(change)}::jsonb)).*
          from plan_assessment a where ${'period' in change} and id = ${last?.id}::uuid or ${!('period' in change)}
            and not exists (select from plan_assessment b where b.follows = a.id) and indicator = 'stations' limit 1`.execute(db)
      const { faults } = await app.perform(auditor, verifyAssessments, {})
      expect(faults.map(({ fault }) => fault).sort()).toEqual(['method', 'outcome', 'target'])
      expect(await line('report', '--verify')).toMatchObject({ code: 1, out: expect.stringContaining('stations') })
    } finally {
      process.env = before
    }
  })
})
