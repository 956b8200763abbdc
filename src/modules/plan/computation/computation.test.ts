import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { postFor, postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf, house } from '../../../app.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { operationsOf } from '../../../kernel/operation.ts'
import { QUERIES } from '../../../pack/pack.ts'
import { addProject, confirmStage, oneProject, reachStage } from '../../project/index.ts'
import {
  approveReadings,
  computationFile,
  enterReading,
  howCounted,
  indicatorPage,
  keptComputation,
  liveCount,
  operationIndicators,
  proposeReading,
} from '../index.ts'
import { indicatorComputations } from './published.ts'

const { app, database } = await freshApp('sample', '2026-11-20T04:00:00Z')
const { db } = database
const on = (day: string) => appOf(groundOf(database, `${day}T04:00:00Z`))
const visitor = { kind: 'visitor' } as const
const [planner, checker, auditor] = await Promise.all(
  (
    [
      ['计算', 'planner'],
      ['审核', 'planner'],
      ['审计', 'auditor'],
    ] as const
  ).map(async ([name, role]) => ({ ...(await somebody(database, { name })), posts: [postWith(role)] })),
)
const live = (indicator: string, period: string, at = app) => at.perform(planner!, liveCount, { indicator, period })
const propose = async (indicator: string, period: string, more: object = {}, at = app) =>
  (await at.perform(planner!, proposeReading, { indicator, period, hash: (await live(indicator, period, at)).parts.hash, ...more }))
    .computation
const kept = (computation: string, at = app) => at.perform(auditor!, keptComputation, { computation })
const approve = async (computation: string, at = app) =>
  at.perform(checker!, approveReadings, { readings: [(await kept(computation, at)).reading] })
const ONLY = '本站计算 · project.started 1'

describe('an indicator counted from what is recorded', () => {
  it('names everything that was looked at: what counts, and why the rest does not', async () => {
    const found = await live('new_projects', '2025')
    const counting = found.rows.filter(({ leftOut }) => leftOut === null)
    expect([found.value, found.parts.numerator, found.parts.denominator]).toEqual([String(counting.length), String(counting.length), null])
    expect(counting.map(({ on: day }) => day?.slice(0, 4))).toEqual(counting.map(() => '2025'))
    expect(found.rows.find(({ name }) => name?.zh === '智能传感器产业园配套厂房')?.leftOut?.en).toContain('part of another project')
    expect(counting.length + found.parts.leftOut.reduce((sum, { things }) => sum + things, 0)).toBe(found.rows.length)
  })

  it('counts from its first day on where it is cumulative', async () => {
    const [until2025, until2026] = [await live('operating_projects', '2025'), await live('operating_projects', '2026-10')]
    expect(until2026.span).toEqual({ first: '2024-01-01', last: '2026-10-31' })
    expect(Number(until2026.value)).toBeGreaterThan(Number(until2025.value))
  })

  it('is a rate of tasks that were due and done, in percent', async () => {
    const { value, parts, rows } = await live('tasks_on_time', '2026-01/2026-10')
    const due = rows.filter(({ denominator }) => denominator === '1')
    const done = due.filter(({ numerator }) => numerator === '1')
    expect([parts.numerator, parts.denominator]).toEqual([String(done.length), String(due.length)])
    expect(done.length).toBeGreaterThan(0)
    expect(Number(value)).toBeCloseTo((100 * done.length) / due.length, 9)
  })

  it('is unknown where nothing was due, and not 0', async () => {
    expect(await live('tasks_on_time', '2024')).toMatchObject({ value: null, why: 'zero' })
    const { hash } = (await live('tasks_on_time', '2024')).parts
    expect((await refusalOf(app.perform(planner!, proposeReading, { indicator: 'tasks_on_time', period: '2024', hash }))).code).toBe(
      'plan.computation-zero',
    )
  })

  it('has a whole city that records nothing answer with nothing', async () => {
    const { app: empty, database: other } = await freshApp('wuhan', '2026-11-20T04:00:00Z')
    const someone = { ...(await somebody(other, { name: '计算' })), posts: [postWith('planner')] }
    const found = await empty.perform(someone, liveCount, { indicator: 'new_key_projects', period: '2022' })
    expect([found.value, found.why]).toEqual([null, 'nothing'])
    const input = { indicator: 'new_key_projects', period: '2022', hash: found.parts.hash }
    expect((await refusalOf(empty.perform(someone, proposeReading, input))).code).toBe('plan.computation-nothing')
  })

  it('is offered for every query that a pack can name', async () => {
    expect([...operationsOf(house).keys()].sort()).toEqual(Object.keys(QUERIES).sort())
    const list = await app.perform(planner!, operationIndicators, {})
    expect(list.filter(({ indicator, query }) => indicator.query !== null && query === null)).toEqual([])
    expect(list.filter(({ indicator }) => indicator.query === null).every(({ indicator }) => indicator.origin === 'operations')).toBe(true)
    expect((await refusalOf(live('patents', '2025'))).code).toBe('plan.no-query')
    expect((await refusalOf(kept('no id'))).code).toBe('plan.computation-unknown')
  })
})

describe('a computed reading', () => {
  it('counts once a second person approved it, in a scope of its own, with its numbers and the hash of its rows', async () => {
    const computation = await propose('new_projects', '2025')
    const pageOf = () => app.perform(visitor, indicatorPage, { id: 'new_projects' })
    expect((await pageOf()).readings.filter(({ series }) => series === ONLY)).toEqual([])
    const before = await kept(computation)
    expect(before.state).toBe('waiting')
    const own = await app.perform(planner!, approveReadings, { readings: [before.reading] }).catch((error) => error.fields[0].code)
    expect(own).toBe('plan.reading-own')
    await approve(computation)
    const reading = (await pageOf()).readings.find(({ series }) => series === ONLY)
    expect(reading).toMatchObject({ period: '2025', entered: { source: { hash: before.parts.hash } } })
    expect(reading?.value).toBe(before.parts.numerator)
    const [published] = await app.perform(visitor, indicatorComputations, { id: 'new_projects' })
    expect(published).toMatchObject({
      query: 'project.started',
      version: 1,
      numerator: reading?.value,
      denominator: null,
      first: '2025-01-01',
    })
    expect(JSON.stringify(published)).not.toContain('传感器')
  })

  it('keeps the list of what was looked at, byte for byte what the hash is of', async () => {
    const [line] = (await app.perform(auditor!, operationIndicators, {})).find(
      ({ indicator }) => indicator.id === 'new_projects',
    )!.computations
    const { bytes } = await app.perform(auditor!, computationFile, { computation: line!.id })
    const text = new TextDecoder().decode(bytes)
    expect(sha256Hex(text)).toBe((await kept(line!.id)).parts.hash)
    expect(JSON.parse(text)).toMatchObject({ query: 'project.started', version: 1, span: { first: '2025-01-01', last: '2025-12-31' } })
  })

  it('is proposed only as it was seen, and not twice', async () => {
    const seen = (await live('new_projects', '2024')).parts.hash
    expect(
      (await refusalOf(app.perform(planner!, proposeReading, { indicator: 'new_projects', period: '2024', hash: 'f'.repeat(64) }))).code,
    ).toBe('plan.computation-moved')
    await app.perform(planner!, proposeReading, { indicator: 'new_projects', period: '2024', hash: seen })
    expect((await live('new_projects', '2024')).isWaiting).toBe(true)
    const again = app.perform(planner!, proposeReading, { indicator: 'new_projects', period: '2024', hash: seen })
    expect((await refusalOf(again)).fields.map(({ code }) => code)).toEqual(['plan.reading-waiting'])
  })

  it('that says what stands already is refused, and one of a period that goes on too', async () => {
    const { hash } = (await live('new_projects', '2025')).parts
    const same = app.perform(planner!, proposeReading, { indicator: 'new_projects', period: '2025', hash, reason: '再算' })
    expect((await refusalOf(same)).fields.map(({ code }) => code)).toEqual(['plan.reading-same'])
    expect((await refusalOf(live('new_projects', '2026'))).fields.map(({ code }) => code)).toEqual(['plan.reading-period-open'])
    expect((await refusalOf(live('new_projects', 'soon'))).fields.map(({ code }) => code)).toEqual(['plan.reading-period'])
  })

  it('cannot be typed: its scope takes what was computed and nothing else, down to the database', async () => {
    const typed = { indicator: 'new_projects', series: ONLY, period: '2023', value: '9', title: '手工', scope: '手工' }
    expect((await refusalOf(app.perform(planner!, enterReading, typed))).fields.map(({ code }) => code)).toEqual(['plan.reading-series'])
    const computation = await propose('new_projects', '2026-09')
    const { reading } = await kept(computation)
    const forged = sql`insert into plan_computation select gen_random_uuid(), ${reading}, query, version, first_day, last_day, '99', denominator, scale,
      counted, left_out, rows_hash, computed_at from plan_computation where id = ${computation}`
    expect((await refusalOf(forged.execute(db))).message).toContain('a computed reading says what was computed')
    expect((await refusalOf(sql`update plan_computation set numerator = '99' where id = ${computation}`.execute(db))).message).toContain(
      'plan_computation',
    )
    const copied = sql`insert into plan_reading select gen_random_uuid(), submission, indicator, series, scope, definition, '2022', '2022-01-01', '2022-12-31',
      value, unit, precision, status, source_title, source_publisher, source_date, source_address, source_confidence, source_hash, note, null, null, null,
      recorded_at, recorded_by, post_id, post_zh, post_en, null from plan_reading where id = ${reading} returning id`
    const { rows } = (await copied.execute(db)) as { rows: { id: string }[] }
    expect((await refusalOf(app.perform(checker!, approveReadings, { readings: [rows[0]!.id] }))).message).toContain(
      'counts only if it was computed',
    )
  })

  it('stands beside the records of today: what has changed since is named, and can be computed anew with a reason', async () => {
    const computation = await propose('operating_projects', '2026-10')
    await approve(computation)
    expect((await kept(computation)).since).toMatchObject({ rows: [] })
    const officer = { ...(await somebody(database, { name: '经办' })) }
    const post = await postFor(database, officer, ['officer'])
    const who = { ...officer, posts: [post] }
    const form = { number: 'late', name: '补报的项目', nameEnglish: '', lead: post.department, district: '', investment: '', open: true }
    const { id: project } = await app.perform(planner!, addProject, form)
    const evidence = [{ name: '投产.txt', bytes: new TextEncoder().encode('投产') }]
    await app.perform(who, reachStage, { project, stage: 'operating', day: '2026-10-20', note: '', evidence })
    const { openReport } = await app.perform(planner!, oneProject, { project })
    await app.perform(checker!, confirmStage, { project, report: openReport! })

    const { since, value } = await kept(computation)
    expect(since?.rows.map(({ name, on: day }) => [name?.zh, day])).toEqual([['补报的项目', '2026-10-20']])
    expect(since?.value).toBe(String(Number(value) + 1))
    const { hash } = (await live('operating_projects', '2026-10')).parts
    const anew = (reason: string) =>
      app.perform(planner!, proposeReading, { indicator: 'operating_projects', period: '2026-10', hash, reason })
    expect((await refusalOf(anew(''))).fields.map(({ code }) => code)).toEqual(['plan.reading-reason'])
    const { computation: later } = await anew('投产证明补报')
    await approve(later)
    expect([(await kept(computation)).state, (await kept(later)).state]).toEqual(['replaced', 'approved'])
  })
})

describe('how a rate came about', () => {
  it('is shown with the numerator and the denominator that the pack names, month by month', async () => {
    const { rate, change, parts } = await app.perform(visitor, howCounted, { id: 'online_rate' })
    expect(rate.apart).toEqual([])
    expect(rate.points.length).toBeGreaterThan(24)
    expect(parts?.numerator.id).toBe('online_cases')
    expect([change?.from.period, change?.to.period]).toEqual(rate.points.slice(-2).map(({ period }) => period))
    const year = await app.perform(visitor, howCounted, { id: 'online_rate', from: '2024-10', to: '2025-10' })
    expect([year.change?.from.period, year.change?.to.period]).toEqual(['2024-10', '2025-10'])
  })

  it('is shown with what was computed here, and between two periods of one scope only', async () => {
    for (const period of ['2026-Q3', '2026-10']) await approve(await propose('tasks_on_time', period))
    const { rate, change, computations } = await app.perform(visitor, howCounted, { id: 'tasks_on_time' })
    expect(rate.points.map(({ period, computed }) => [period, computed])).toEqual([
      ['2026-Q3', true],
      ['2026-10', true],
    ])
    expect(change?.to.period).toBe('2026-10')
    expect(computations.map(({ period }) => period).sort()).toEqual(['2026-10', '2026-Q3'])
    expect((await app.perform(visitor, howCounted, { id: 'core_share' })).change).toBeNull()
  })

  it('is what was known on a day: nothing that was approved later', async () => {
    const { computations } = await app.perform(visitor, howCounted, { id: 'tasks_on_time', known: '2026-11-19' })
    expect(computations).toEqual([])
    expect((await on('2026-11-21').perform(visitor, howCounted, { id: 'tasks_on_time' })).computations).toHaveLength(2)
  })
})
