import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { postFor, postWith, somebody } from '../../../../test/people.ts'
import { refusalOf } from '../../../../test/refused.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import type { HeldPost } from '../../../kernel/who.ts'
import { dataPage, download } from '../downloads.ts'
import {
  approveReadings,
  enterableIndicators,
  enterReading,
  enterReadings,
  indicatorPage,
  myReadings,
  overview,
  previewReadings,
  readings,
  readingsDue,
  readingsTemplate,
  readingVersions,
  returnedReading,
  returnReadings,
  waitingIds,
  waitingReadings,
} from '../index.ts'
import { readingsToEnter, readingsWaiting } from './views.ts'

const { app, database } = await freshApp('xincheng', '2026-06-30T04:00:00Z')
const { db } = database
/** The same site on another day. */
const on = (day: string) => appOf(groundOf(database, `${day}T04:00:00Z`))
const visitor = { kind: 'visitor' } as const
const [typist, checker, third] = await Promise.all(
  ['录入', '审核', '第三人'].map(async (name) => ({ ...(await somebody(database, { name })), posts: [postWith('planner')] })),
)
const stations = (over: object = {}) => ({
  indicator: 'stations',
  series: '统计公报',
  period: '2025',
  value: '26',
  title: '2025年统计公报',
  address: 'https://example.cn/2025',
  ...over,
})
const enter = async (over: object = {}, by = typist!) => (await app.perform(by, enterReading, stations(over))).id
const approve = (...ids: readonly string[]) => app.perform(checker!, approveReadings, { readings: [...ids] })
const values = async (known: string, id = 'stations', at = app) =>
  (await at.perform(visitor, readings, { indicator: id, known, asOf: '2026-06-30' })).map(({ period, value }) => `${period} ${value}`)

describe('a reading', () => {
  it('counts from the day on which a second person approved it, and says who did', async () => {
    const id = await enter()
    expect(await values('2026-06-30')).not.toContain('2025 26')
    await approve(id)
    expect([await values('2026-06-29'), await values('2026-06-30')].map((list) => list.includes('2025 26'))).toEqual([false, true])
    const page = await app.perform(visitor, indicatorPage, { id: 'stations' })
    expect(page.readings.at(-1)?.entered).toMatchObject({ id, enteredBy: { zh: '岗位' }, approvedOn: '2026-06-30', replaces: null })
    expect((await app.perform(visitor, overview, {})).plan.find(({ indicator }) => indicator.id === 'stations')?.latest?.value).toBe('26')
    for (const file of ['readings.sourced.csv', 'readings.json', 'readings.sdmx.csv'])
      expect((await app.perform(visitor, download, { file, indicator: 'stations' })).text).toContain('2025年统计公报')
  })

  it('is the latest that the page of data tells of', async () => {
    expect((await app.perform(visitor, dataPage, {})).latestReading).toBe('2026-06-30')
  })

  it('is corrected with a reason, and what it was stays known as of then', async () => {
    const failure = await refusalOf(enter({ value: '26.5' }))
    expect([failure.code, failure.fields.map(({ code, field }) => [code, field])]).toEqual([
      'plan.readings-fields',
      [['plan.reading-reason', 'reason']],
    ])
    const later = on('2026-07-10')
    const { id } = await later.perform(typist!, enterReading, stations({ value: '26.5', reason: '公报勘误' }))
    await later.perform(checker!, approveReadings, { readings: [id] })
    const known = (day: string) => values(day, 'stations', later)
    expect([(await known('2026-07-09')).at(-1), (await known('2026-07-10')).at(-1)]).toEqual(['2025 26', '2025 26.5'])
    const versions = await later.perform(typist!, readingVersions, { indicator: 'stations' })
    expect(versions.map(({ value, replaces }) => [value, replaces])).toEqual([
      ['26.5', { value: '26', reason: '公报勘误' }],
      ['26', null],
    ])
  })

  it('replaces one of the pack with a reason as well', async () => {
    const later = on('2026-07-11')
    const { id } = await later.perform(typist!, enterReading, stations({ period: '2024', value: '22.2', reason: '年报修订' }))
    await later.perform(checker!, approveReadings, { readings: [id] })
    expect(await values('2026-07-10', 'stations', later)).toContain('2024 22')
    expect(await values('2026-07-11', 'stations', later)).toContain('2024 22.2')
  })

  it('is returned with a reason, and never counts', async () => {
    const id = await enter({ indicator: 'cloud_firms', series: '市数据局', value: '1100' })
    expect(
      (await refusalOf(app.perform(checker!, returnReadings, { readings: [id], reason: ' ' }))).fields.map(({ code }) => code),
    ).toEqual(['plan.return-reason'])
    await app.perform(checker!, returnReadings, { readings: [id], reason: '来源不符' })
    expect(await values('2030-01-01', 'cloud_firms')).not.toContain('2025 1100')
    expect((await app.perform(typist!, readingVersions, { indicator: 'cloud_firms' }))[0]).toMatchObject({
      state: 'returned',
      decided: { who: '审核', reason: '来源不符' },
    })
  })

  it('starts a scope of its own only where somebody says how it differs', async () => {
    const failure = await refusalOf(enter({ series: '普查', period: '2020' }))
    expect(failure.fields.map(({ code }) => code)).toEqual(['plan.reading-scope'])
    await approve(await enter({ series: '普查', period: '2020', scope: '按普查人口' }))
    expect((await app.perform(visitor, readings, { indicator: 'stations' }))[0]).toMatchObject({
      series: '普查',
      entered: { scope: '按普查人口' },
    })
  })
})

describe('deciding', () => {
  it('is for another person than entered it, whatever their posts', async () => {
    const id = await enter({ indicator: 'core_growth', series: '统计公报', value: '9' })
    const failure = await refusalOf(app.perform(typist!, approveReadings, { readings: [id] }))
    expect([failure.code, failure.fields.map(({ code, field }) => [code, field])]).toEqual([
      'plan.nothing-decided',
      [['plan.reading-own', id]],
    ])
    expect((await refusalOf(app.perform({ ...typist!, posts: [postWith('officer')] }, approveReadings, { readings: [id] }))).code).toBe(
      'kernel.forbidden',
    )
    await approve(id)
  })

  it('asks for a row where none was chosen', async () => {
    for (const refused of [
      app.perform(checker!, approveReadings, { readings: [] }),
      app.perform(checker!, returnReadings, { readings: [], reason: '' }),
    ])
      expect((await refusalOf(refused)).code).toBe('plan.nothing-chosen')
  })

  it('says for each what came of it; one that fails holds back no other', async () => {
    const good = await enter({ indicator: 'approval_days', series: '市数据局', period: '2025', value: '14' })
    const own = await enter({ indicator: 'approval_days', series: '市数据局', period: '2024', value: '15' }, checker!)
    const results = await approve(good, own, good, newId(), 'nonsense')
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual([
      null,
      'plan.reading-own',
      'plan.reading-unknown',
      'plan.reading-unknown',
    ])
    expect((await refusalOf(approve(good))).fields.map(({ code }) => code)).toEqual(['plan.reading-decided'])
    await app.perform(third!, approveReadings, { readings: [own] })
  })

  it('refuses what was compared with a value that no longer stands', async () => {
    const id = await enter({ indicator: 'approval_days', series: '市数据局', period: '2025', value: '13', reason: '重算' })
    expect(
      (await refusalOf(enter({ indicator: 'approval_days', series: '市数据局', period: '2025', value: '12', reason: '重算' }))).fields.map(
        ({ code }) => code,
      ),
    ).toEqual(['plan.reading-waiting'])
    // Two that were typed at once: the second one is a row nobody could see yet.
    await sql`insert into plan_reading select (jsonb_populate_record(r, jsonb_build_object('id', ${newId()}::text, 'value', '11'))).* from plan_reading r where id = ${id}`.execute(
      db,
    )
    const twin = (await sql<{ id: string }>`select id from plan_reading where value = '11'`.execute(db)).rows[0]!.id
    const results = await approve(id, twin)
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual([null, 'plan.reading-moved'])
    expect((await refusalOf(approve(twin))).fields.map(({ code }) => code)).toEqual(['plan.reading-moved'])
    await app.perform(checker!, returnReadings, { readings: [twin], reason: '已有更正' })
  })

  it('refuses what was entered under another definition', async () => {
    const id = await enter({ indicator: 'core_growth', series: '快报', period: '2025', value: '8' })
    const old = newId()
    await sql`insert into plan_reading select (jsonb_populate_record(r, jsonb_build_object('id', ${old}::text, 'definition', '别的'))).* from plan_reading r where id = ${id}`.execute(
      db,
    )
    expect((await refusalOf(approve(old))).fields.map(({ code }) => code)).toEqual(['plan.reading-definition'])
    await app.perform(checker!, returnReadings, { readings: [id, old], reason: '不用' })
  })
})

describe('many readings', () => {
  it('are entered all or none, with the cell of each mistake', async () => {
    const rows = [
      stations({ period: '2019', value: '9' }),
      stations({ period: '2018', value: '' }),
      stations({ period: '2018', unit: '%', value: '8' }),
    ]
    const failure = await refusalOf(app.perform(typist!, enterReadings, { rows }))
    expect(failure.fields.map(({ field, code }) => [field, code])).toEqual([
      ['rows/1/value', 'plan.reading-value'],
      ['rows/2/unit', 'plan.reading-unit'],
    ])
    expect((await app.perform(typist!, readingVersions, { indicator: 'stations' })).some(({ period }) => period === '2019')).toBe(false)
    expect((await refusalOf(app.perform(typist!, enterReadings, { rows: [] }))).code).toBe('plan.readings-none')
    const preview = await app.perform(typist!, previewReadings, { rows })
    expect(preview.map(({ problems }) => problems.length)).toEqual([0, 1, 1])
  })

  it('are approved together, each of them recorded', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      stations({
        period: `20${String(10 + Math.floor(index / 12)).padStart(2, '0')}-${String((index % 12) + 1).padStart(2, '0')}`,
        value: String(index + 1),
      }),
    )
    const { ids } = await app.perform(typist!, enterReadings, { rows })
    expect((await app.perform(checker!, readingsWaiting, {})).count).toBeGreaterThanOrEqual(40)
    expect((await approve(...ids)).every(({ problem }) => problem === null)).toBe(true)
    const { rows: events } =
      await sql`select from kernel_event where event = 'plan.reading-approved' and object_id = any(${[...ids]})`.execute(db)
    expect(events).toHaveLength(40)
  })
})

describe('who enters what', () => {
  it('is the planner, and an officer for what the pack gives to their department', async () => {
    const person = await somebody(database, { name: '经信局' })
    const post: HeldPost = await postFor(database, person, ['officer'])
    const { rows } = await sql<{ id: string }>`select id from office_department where name_zh = '市经信局'`.execute(db)
    const officer = { ...person, posts: [{ ...post, department: rows[0]!.id }] }
    const own = await app.perform(officer, enterableIndicators, {})
    expect(own.map(({ indicator }) => indicator.id)).toEqual(['core_share'])
    const failure = await refusalOf(app.perform(officer, enterReading, stations({ period: '2017' })))
    expect(failure.fields.map(({ code }) => code)).toEqual(['plan.reading-department'])
    await app.perform(officer, enterReading, stations({ indicator: 'core_share', series: '新口径', value: '9.9' }))
    expect((await app.perform(typist!, enterableIndicators, {})).length).toBe(5)
  })

  it('sees what is late, and what waits', async () => {
    const due = await app.perform(checker!, readingsDue, {})
    expect(due.every(({ late, dueOn }) => late === dueOn < '2026-06-30')).toBe(true)
    expect(due.map(({ indicator }) => indicator.id)).not.toContain('cloud_firms')
    const { part, readings: waiting } = await app.perform(checker!, waitingReadings, { filters: { indicator: 'core_share' } })
    expect([part.total, waiting.length, waiting[0]?.indicator, waiting[0]?.own]).toEqual([1, 1, 'core_share', false])
    expect((await refusalOf(app.perform(checker!, readingVersions, { indicator: 'no' }))).code).toBe('plan.indicator-unknown')
    const waits = await app.perform(checker!, readingsToEnter, {})
    expect([waits.page, waits.count]).toEqual(['/board/readings/mine', due.length])
  })

  it('gets a table to fill in, with what they may enter', async () => {
    const { readings: rows, indicators, synthetic } = await app.perform(typist!, readingsTemplate, { language: 'zh' })
    expect([indicators.rows.length, synthetic]).toEqual([5, true])
    // What waits is not asked for again.
    expect(rows.rows.map(([id, , , period]) => `${id} ${period}`)).not.toContain('core_share 2025')
  })
})

describe('a reading that was returned', () => {
  const EARLY = { indicator: 'core_growth', series: '统计公报', period: '2016', value: '7' }
  const returned = async (over: object = {}) => {
    const id = await enter({ ...EARLY, ...over })
    await app.perform(checker!, returnReadings, { readings: [id], reason: '缺公报' })
    return id
  }
  const stateOf = async (id: string) =>
    (await app.perform(typist!, myReadings, { size: 200 })).readings.find((each) => each.id === id)?.state

  it('shows its reason to whoever entered it, and can be mended and entered again, once', async () => {
    const id = await returned()
    expect([await stateOf(id), (await app.perform(typist!, returnedReading, { reading: id })).decided?.reason]).toEqual([
      'returned',
      '缺公报',
    ])
    expect((await refusalOf(app.perform(checker!, returnedReading, { reading: id }))).code).toBe('plan.reading-unknown')
    // The period was wrong, so the place is another one.
    const again = await enter({ ...EARLY, period: '2015', again: id })
    expect([await stateOf(id), await stateOf(again)]).toEqual(['again', 'waiting'])
    const failure = await refusalOf(enter({ ...EARLY, again: id }))
    expect(failure.fields.map(({ code, field }) => [code, field])).toEqual([['plan.reading-not-returned', 'again']])
    await approve(again)
    expect(await stateOf(again)).toBe('approved')
  })

  it('is entered again with any reading of the same place, such as one of a table', async () => {
    const id = await returned()
    await app.perform(typist!, enterReadings, { rows: [stations(EARLY)] })
    expect(await stateOf(id)).toBe('again')
    expect((await refusalOf(app.perform(typist!, returnedReading, { reading: id }))).code).toBe('plan.reading-unknown')
  })

  it('is told to whoever entered it', async () => {
    await returned({ period: '2014' })
    const { rows } = await sql<{ body: { user: string; params: object } }>`select body from kernel_outbox
      where body ->> 'kind' = 'plan.readings-returned' order by id desc limit 1`.execute(db)
    expect(rows[0]?.body).toMatchObject({ user: typist!.id, params: { count: '1' } })
  })
})

describe('lists', () => {
  it('of what waits are read a page at a time, and decided on as a whole by their filters', async () => {
    const rows = Array.from({ length: 60 }, (_, index) =>
      stations({ period: `${2000 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`, value: String(index + 1) }),
    )
    const { submission } = await app.perform(typist!, enterReadings, { rows })
    const wish = { filters: { submission }, sort: 'period', size: 25 }
    const first = await app.perform(checker!, waitingReadings, wish)
    const second = await app.perform(checker!, waitingReadings, { ...wish, at: first.part.next! })
    expect([first.part.total, first.readings[0]?.period, second.readings[0]?.period]).toEqual([60, '2000-01', '2002-02'])
    const ids = await app.perform(checker!, waitingIds, wish)
    expect(ids.length).toBe(60)
    expect((await approve(...ids)).every(({ problem }) => problem === null)).toBe(true)
    expect((await app.perform(checker!, waitingReadings, wish)).part.total).toBe(0)
  })

  it("of what one entered show nobody else's", async () => {
    const { readings: own } = await app.perform(third!, myReadings, {})
    expect(own).toEqual([])
  })
})

describe('the database itself', () => {
  const hostile = (statement: string) => sql.raw(statement).execute(db)

  it.each([
    ['overwrites no reading', "update plan_reading set value = '0'"],
    ['deletes no reading', 'delete from plan_reading'],
    ['empties no table', 'truncate plan_reading cascade'],
    ['changes no decision', "update plan_reading_decision set verdict = 'returned', reason = 'x'"],
    ['deletes no decision', 'delete from plan_reading_decision'],
    ['decides no reading twice', 'insert into plan_reading_decision select * from plan_reading_decision limit 1'],
  ])('%s', async (_what, statement) => {
    await expect(hostile(statement)).rejects.toThrow()
  })

  it('lets nobody decide on their own reading, and nobody approve in a place that has moved on', async () => {
    const id = await enter({ period: '2016', value: '3' })
    const decision = (by: string, reading: string) =>
      hostile(`insert into plan_reading_decision (reading_id, verdict, decided_at, decided_by, post_id, post_zh, post_en)
        values ('${reading}', 'approved', now(), '${by}', 'p', 'p', 'p')`)
    await expect(decision(typist!.id, id)).rejects.toThrow(/another person/)
    await approve(id)
    const twin = newId()
    await hostile(
      `insert into plan_reading select (jsonb_populate_record(r, '{"id":"${twin}","value":"4"}')).* from plan_reading r where id = '${id}'`,
    )
    await expect(decision(checker!.id, twin)).rejects.toThrow(/come to stand/)
    await app.perform(checker!, returnReadings, { readings: [twin], reason: '重复' })
  })
})
