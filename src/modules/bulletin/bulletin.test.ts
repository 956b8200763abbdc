import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { refusalOf } from '../../../test/refused.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf } from '../../app.ts'
import { addDays } from '../../core/dates.ts'
import { canonicalJson, type Json } from '../../core/evidence/canonical.ts'
import { dayIn } from '../../kernel/config.ts'
import { newId } from '../../kernel/ids.ts'
import type { Person, Role } from '../../kernel/who.ts'
import { approveReadings, assessmentHistory, enterReading, keepAssessments } from '../plan/index.ts'
import {
  assignTask,
  boardTasks,
  bringList,
  importList,
  oneTask,
  quarterBefore,
  quarterOf,
  reportTask,
  signTask,
} from '../worklist/index.ts'
import { BulletinEntry } from './contract.ts'
import {
  bulletin,
  bulletinBoard,
  bulletinDraft,
  bulletins,
  bulletinTrail,
  type DraftBulletin,
  draftBulletin,
  issueNotice,
  notice,
  noticeDraft,
  noticesOn,
  publishBulletin,
} from './index.ts'
import { draftsWaiting } from './views.ts'

// The database's own clock stands behind every event of a task, so these people live today.
const NOW = new Date().toISOString()
const today = dayIn('Asia/Shanghai', new Date(NOW))
const YEAR = today.slice(0, 4)
const quarter = quarterOf(today)
const { app, database } = await freshApp('xincheng', NOW)
const { db } = database
const visitor = { kind: 'visitor' } as const
const holding = async (name: string, ...roles: Role[]): Promise<Person> => {
  const who = await somebody(database, { name, at: NOW })
  return { ...who, posts: [await postFor(database, who, roles)] }
}
const planner = await holding('起草人', 'planner')
const second = await holding('签发人', 'planner')
const officer = await holding('经办', 'officer')
const other = await holding('别家', 'officer')
const auditor = await holding('审计', 'auditor')

const WISH: DraftBulletin = { bulletin: '', quarter, scope: 'public', asOf: '', known: '', reason: '' }
const draft = async (over: Partial<DraftBulletin> = {}, who = planner, at = app) =>
  (await at.perform(who, draftBulletin, { ...WISH, ...over })).id
const publish = async (id: string, who = second, at = app) =>
  at.perform(who, publishBulletin, { bulletin: id, hash: (await at.perform(who, bulletinDraft, { bulletin: id })).hash })
const published = async (over: Partial<DraftBulletin> = {}) => {
  const id = await draft(over)
  await publish(id)
  return id
}
const codeOf = async (work: Promise<unknown>) => (await refusalOf(work)).code
const fieldsOf = async (work: Promise<unknown>) => (await refusalOf(work)).fields.map(({ field, code }) => [field, code])

const [public1, secret] = await (async () => {
  const text = '编号,类别,任务,公开\n甲,数据,公开的任务,是\n乙,数据,保密的任务,否\n'
  const { id } = await app.perform(planner, bringList, { year: YEAR, name: '清单.csv', bytes: new TextEncoder().encode(text) })
  await app.perform(planner, importList, { list: id })
  const { tasks } = await app.perform(planner, boardTasks, { year: YEAR })
  return tasks.map((task) => task.id)
})()
await app.perform(planner, assignTask, {
  task: public1!,
  department: officer.posts[0]!.department,
  together: [],
  due: addDays(today, 30),
  note: '',
})

describe('a bulletin', () => {
  it('is drawn up by one, published by another under the first number of its year, and kept as it was looked at', async () => {
    const id = await draft()
    expect((await app.perform(second, draftsWaiting, {})).count).toBe(1)
    expect((await app.perform(planner, draftsWaiting, {})).count).toBe(0)
    expect(await app.perform(visitor, bulletins, {})).toEqual([])
    const { hash } = await app.perform(planner, bulletinDraft, { bulletin: id })
    expect(await codeOf(publish(id, planner))).toBe('kernel.same-person')
    await publish(id)
    const [entry] = await app.perform(visitor, bulletins, {})
    expect(entry).toMatchObject({ id, hash, number: { zh: `通报〔${YEAR}〕1号` }, quarter, scope: 'public', replaces: null })
    const page = await app.perform(visitor, bulletin, { bulletin: id })
    expect(
      createHash('sha256')
        .update(canonicalJson(page.content as unknown as Json))
        .digest('hex'),
    ).toBe(hash)
    expect([...Value.Errors(BulletinEntry, entry)]).toEqual([])
    expect(page.documents.zh).toMatchObject({ number: `通报〔${YEAR}〕1号`, day: today })
    expect((await app.perform(planner, bulletinBoard, {})).drafts).toEqual([])
  })

  it('says nothing of what is not public but how many tasks that are, unless it is an internal one', async () => {
    const { content } = await app.perform(visitor, bulletin, { bulletin: (await app.perform(visitor, bulletins, {}))[0]!.id })
    expect(content.tasks).toMatchObject({ hidden: 1, items: [{ id: public1, number: '甲' }] })
    expect(JSON.stringify(content)).not.toContain('保密')
    const inner = await published({ scope: 'inner' })
    expect((await app.perform(officer, bulletin, { bulletin: inner })).content.tasks?.items.map(({ id }) => id)).toEqual([public1, secret])
    expect(await codeOf(app.perform(visitor, bulletin, { bulletin: inner }))).toBe('bulletin.unknown')
    expect(await codeOf(app.perform(visitor, bulletinTrail, { bulletin: inner }))).toBe('bulletin.unknown')
    expect((await app.perform(visitor, bulletins, {})).map(({ scope }) => scope)).toEqual(['public'])
    expect((await app.perform(auditor, bulletins, {})).map(({ number }) => number.zh).toSorted()).toEqual([
      `内部通报〔${YEAR}〕1号`,
      `通报〔${YEAR}〕1号`,
    ])
  })

  it('can be drawn anew until it is published, and what is published is what was looked at', async () => {
    const before = quarterBefore(quarter)
    const id = await draft({ quarter: before })
    const seen = await app.perform(second, bulletinDraft, { bulletin: id })
    await draft({ quarter: before, bulletin: id, asOf: addDays(seen.asOf, -10) })
    expect(await codeOf(app.perform(second, publishBulletin, { bulletin: id, hash: seen.hash }))).toBe('bulletin.moved')
    const anew = await app.perform(second, bulletinDraft, { bulletin: id })
    expect(anew).toMatchObject({ asOf: addDays(seen.asOf, -10), own: false, versions: [{ version: 2 }, { version: 1, who: '起草人' }] })
    // Whoever drew up an earlier version drew it up.
    await draft({ quarter: before, bulletin: id }, second)
    expect(await codeOf(publish(id, second))).toBe('kernel.same-person')
    expect(await codeOf(publish(id, planner))).toBe('kernel.same-person')
    const third = await holding('第三人', 'planner')
    await publish(id, third)
    expect(await codeOf(publish(id, third))).toBe('bulletin.published')
    expect(await codeOf(draft({ bulletin: id }))).toBe('bulletin.published')
    expect((await app.perform(visitor, bulletins, {}))[0]).toMatchObject({ number: { zh: `通报〔${YEAR}〕2号` }, quarter: before })
  })

  it('is corrected only by another one that names it and says why', async () => {
    const wrong = (await app.perform(visitor, bulletins, {})).find((each) => each.quarter === quarter)!
    expect(await fieldsOf(draft())).toEqual([['reason', 'bulletin.reason']])
    const [one, two] = [await draft({ reason: '漏了一项' }), await draft({ reason: '另一处' })]
    await publish(one)
    expect(await codeOf(publish(two))).toBe('bulletin.moved')
    const page = await app.perform(visitor, bulletin, { bulletin: one })
    expect(page.replaces).toMatchObject({ id: wrong.id, number: wrong.number })
    expect(page.documents.zh.body[0]).toMatchObject({ text: `本通报取代${wrong.number.zh}。理由：漏了一项` })
    expect((await app.perform(visitor, bulletin, { bulletin: wrong.id })).replacedBy).toMatchObject({ id: one })
  })

  it('says what changed since the one before, and reports the days it was asked for', async () => {
    const id = await draft({ quarter: '2025-Q1', known: '2025-04-01' })
    expect(await app.perform(planner, bulletinDraft, { bulletin: id })).toMatchObject({ asOf: '2025-03-31', known: '2025-04-01' })
    await publish(id)
    const later = await published({ quarter: '2025-Q3', known: '2025-10-20' })
    const { content } = await app.perform(visitor, bulletin, { bulletin: later })
    expect(content.comparison?.with).toMatchObject({ id, quarter: '2025-Q1' })
    expect(content.comparison?.changes.map(({ what }) => what.zh)).toEqual([
      '上云企业数（2028）',
      '核心产业增加值增速（2025）',
      '上云企业数（2025）',
    ])
    // The list of 2025 is the pack's; what offices brought today was not there then.
    expect(content.tasks).toMatchObject({ year: 2025, items: [{ number: 'open-100-datasets', state: 'unassigned', lamp: null }] })
  })

  it('refuses days and quarters that make no sense, each at its field', async () => {
    expect(await fieldsOf(draft({ quarter: '2026' }))).toEqual([['quarter', 'bulletin.quarter']])
    expect(await fieldsOf(draft({ quarter: '2199-Q1' }))).toEqual([['quarter', 'bulletin.quarter']])
    expect(await fieldsOf(draft({ scope: 'all' }))).toEqual([['scope', 'bulletin.scope']])
    expect(await fieldsOf(draft({ asOf: '31.3.' }))).toEqual([['asOf', 'bulletin.day']])
    expect(await fieldsOf(draft({ asOf: addDays(today, 1) }))).toEqual([['asOf', 'bulletin.as-of']])
    expect(await fieldsOf(draft({ known: '2020-01-01' }))).toEqual([['known', 'bulletin.known']])
    for (const id of ['x', newId()]) {
      expect(await codeOf(draft({ bulletin: id }))).toBe('bulletin.unknown')
      expect(await codeOf(app.perform(second, publishBulletin, { bulletin: id, hash: '' }))).toBe('bulletin.unknown')
    }
  })

  it('is for planners alone to draw up and publish', async () => {
    for (const who of [officer, auditor]) {
      expect(await codeOf(draft({}, who))).toBe('kernel.forbidden')
      expect(await codeOf(app.perform(who, publishBulletin, { bulletin: newId(), hash: '' }))).toBe('kernel.forbidden')
    }
  })
})

describe('the trail of a bulletin', () => {
  it('leads from a number to who entered and approved it, from which source, and what it replaced; people are named to planners and auditors', async () => {
    const enter = async (more: object) => {
      const typed = { indicator: 'stations', series: '统计公报', period: String(Number(YEAR) - 1), title: '公报', value: '26', ...more }
      const { id } = await app.perform(planner, enterReading, typed)
      await app.perform(second, approveReadings, { readings: [id] })
      return id
    }
    await enter({})
    await enter({ value: '27', reason: '公报勘误' })
    await app.perform({ kind: 'operator', name: 'test' }, keepAssessments, {})
    const id = await published({ reason: '有新数据' })
    const find = async (who: Person | typeof visitor) =>
      (await app.perform(who, bulletinTrail, { bulletin: id })).values.find(({ indicator }) => indicator === 'stations')!
    const seen = await find(auditor)
    expect(seen.latest).toMatchObject({ value: '27', series: '统计公报' })
    expect(seen.versions).toMatchObject([
      { value: '27', replaces: { value: '26', reason: '公报勘误' }, entered: { who: '起草人' }, approved: { who: '签发人' } },
      { value: '26', replaces: null, source: { title: '公报' } },
    ])
    const open = await find(visitor)
    const [kept] = await app.perform(visitor, assessmentHistory, { id: 'stations' })
    expect(open.assessment).toMatchObject({ id: kept?.id, inputHash: kept?.inputHash, on: kept?.on })
    const later = appOf(groundOf(database, new Date(Date.parse(NOW) + 60_000).toISOString()))
    await enter({ value: '28', reason: '再次勘误' })
    await later.perform({ kind: 'operator', name: 'test' }, keepAssessments, {})
    expect((await app.perform(visitor, assessmentHistory, { id: 'stations' }))[0]?.id).not.toBe(kept?.id)
    expect((await find(visitor)).assessment, 'what was kept afterwards is not behind it').toEqual(open.assessment)
    expect(open.versions.map(({ entered, approved }) => [entered.who, approved?.who])).toEqual([
      [null, null],
      [null, null],
    ])
    expect(JSON.stringify(await app.perform(visitor, bulletinTrail, { bulletin: id }))).not.toMatch(/起草人|签发人/)
  })

  it('shows the events of a task that were counted, and how many came after; reports stay with planners and auditors', async () => {
    await app.perform(officer, signTask, { task: public1! })
    const id = await published({ reason: '已签收' })
    await app.perform(officer, reportTask, {
      task: public1!,
      period: quarter,
      complete: false,
      milestone: '',
      note: '机密进展',
      evidence: [],
    })
    const trail = async (who: Person | typeof visitor) => (await app.perform(who, bulletinTrail, { bulletin: id })).tasks[0]!
    const open = await trail(visitor)
    expect(open).toMatchObject({
      since: 1,
      lamp: 'green',
      counted: [
        { kind: 'assign', who: null },
        { kind: 'sign', who: null },
      ],
    })
    expect((await trail(auditor)).counted[1]).toMatchObject({ who: '经办' })
    const later = await published({ reason: '已报告' })
    expect(JSON.stringify(await app.perform(visitor, bulletinTrail, { bulletin: later }))).not.toContain('机密')
    expect((await app.perform(auditor, bulletinTrail, { bulletin: later })).tasks[0]?.counted[2]).toMatchObject({ note: '机密进展' })
  })
})

describe('a supervision notice', () => {
  it('goes to the department that leads the task, with a number and a copy for the file, and stays as it was', async () => {
    const seen = await app.perform(planner, noticeDraft, { task: public1! })
    expect(seen.documents.zh).toMatchObject({ number: null, notice: expect.stringContaining('草稿'), copies: ['督办台账'] })
    const { id } = await app.perform(planner, issueNotice, { task: public1! })
    const again = await app.perform(planner, issueNotice, { task: public1! })
    const page = await app.perform(officer, notice, { notice: id })
    expect(page).toMatchObject({ number: { zh: `督办〔${YEAR}〕1号` }, task: public1, issuedOn: today })
    expect(page.documents.en).toMatchObject({ number: `Supervision notice ${YEAR}/1`, to: page.lead.en })
    expect((await app.perform(officer, noticesOn, { task: public1! })).map(({ number }) => number.zh)).toEqual([
      `督办〔${YEAR}〕2号`,
      `督办〔${YEAR}〕1号`,
    ])
    const told = await sql<{ n: number }>`select count(*)::int as n from kernel_outbox where body::text like ${`%${again.id}%`}`
      .execute(db)
      .then(({ rows }) => rows[0]?.n)
    expect(told).toBe(1)
  })

  it('is not there for another department, nor for anything that is none', async () => {
    const [{ id } = { id: '' }] = await app.perform(planner, noticesOn, { task: public1! })
    for (const name of ['x', newId()]) expect(await codeOf(app.perform(planner, notice, { notice: name }))).toBe('bulletin.notice-unknown')
    expect(await codeOf(app.perform(other, notice, { notice: id }))).toBe('bulletin.notice-unknown')
    expect(await app.perform(other, noticesOn, { task: public1! })).toEqual([])
    expect(await app.perform(planner, noticesOn, { task: 'x' })).toEqual([])
    expect((await app.perform(auditor, notice, { notice: id })).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('cannot be sent where nobody leads', async () => {
    expect(await codeOf(app.perform(planner, issueNotice, { task: secret! }))).toBe('bulletin.not-led')
    expect((await app.perform(planner, oneTask, { task: secret! })).lead).toBe(null)
  })
})

describe('the database', () => {
  it('alters and removes nothing, and takes no content that is not what was hashed', async () => {
    for (const table of ['bulletin_draft', 'bulletin_publication', 'bulletin_notice']) {
      await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow()
      await expect(sql`update ${sql.table(table)} set department_zh = '别人'`.execute(db)).rejects.toThrow()
    }
    const copy = (content: string) =>
      sql`insert into bulletin_draft select ${newId()}, 1, quarter, scope, ${content}, hash, null, drafted_by, drafted_at, department_zh, department_en
        from bulletin_draft limit 1`.execute(db)
    await expect(copy('{}')).rejects.toThrow(/check/)
  })

  it('numbers without a gap, publishes only the latest draft, by another person, one a quarter', async () => {
    const id = await draft({ quarter: '2024-Q1' })
    const put = (over: { number?: number; version?: number; by?: string; bulletin?: string }) =>
      sql`insert into bulletin_publication values (${over.bulletin ?? id}, ${over.version ?? 1}, 'public', 1999, ${over.number ?? 1}, ${today},
        ${over.by ?? second.id}, now(), '甲', 'A')`.execute(db)
    await expect(put({ number: 2 })).rejects.toThrow(/gap/)
    await expect(put({ by: planner.id })).rejects.toThrow(/drew up/)
    await draft({ quarter: '2024-Q1', bulletin: id })
    await expect(put({})).rejects.toThrow(/latest/)
    const rival = await draft({ quarter: '2024-Q1' })
    await publish(rival)
    await expect(put({ version: 2 })).rejects.toThrow(/another/)
    await expect(
      sql`insert into bulletin_notice select ${newId()}, task_id, lead_id, year, number + 5, content, hash, issued_on, issued_by, issued_at, department_zh, department_en
        from bulletin_notice limit 1`.execute(db),
    ).rejects.toThrow(/gap/)
  })

  it('gives two who publish at once two numbers, one after the other', async () => {
    const ids = await Promise.all(['2023-Q1', '2023-Q2', '2023-Q3'].map((each) => draft({ quarter: each })))
    await Promise.all(ids.map((id) => publish(id, second, appOf(groundOf(database, NOW)))))
    const numbers = (await app.perform(visitor, bulletins, {})).map(({ number }) => Number(/(\d+)号/.exec(number.zh)?.[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_each, index) => index + 1))
  })
})
