import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { personWith, postWith, somebody } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { signerOf } from '../../kernel/audit/key.ts'
import { action } from '../../kernel/module.ts'
import type { Who } from '../../kernel/who.ts'
import {
  checkpoint,
  checkpoints,
  dutyReport,
  eraseEvent,
  eventList,
  exportWith,
  listEvents,
  objectHistory,
  openEvent,
  recordState,
  verifyRecord,
} from './index.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database, '2024-06-30T16:30:00Z')
const operator: Who = { kind: 'operator', name: 'tester' }
const auditor = personWith({ name: '审计', posts: [postWith('auditor')] })
const administrator = personWith({ posts: [postWith('administrator')] })
const anna = await somebody(database, { name: '安娜' })

const paint = action(
  'test.paint',
  'person',
  Type.Object({ thing: Type.String(), colour: Type.String() }),
  async (act, { thing, colour }) => {
    await act.duty('paint', ['test.thing', thing])
    await act.record('test.painted', { object: ['test.thing', thing], before: null, after: { colour } })
  },
)
for (const [thing, colour] of [
  ['a', 'red'],
  ['b', 'blue'],
  ['a', 'green'],
] as const)
  await perform(ground, anna, paint, { thing, colour })

const signer = signerOf(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { readonly code?: string }) => error.code,
  )
const recorded = async () =>
  (await sql<{ event: string }>`select event from kernel_audit order by seq`.execute(db)).rows.map(({ event }) => event)

describe('the record in its room', () => {
  it('shows auditors who did what, found by the name of a person, and nobody else', async () => {
    const part = await perform(ground, auditor, eventList, { filters: { actor: '安' } })
    expect(part.rows.map(({ objectId, event }) => [objectId, event])).toEqual(Array.from(['a', 'b', 'a'], (id) => [id, 'test.painted']))
    expect(part.names).toEqual({ [`person:${anna.id}`]: '安娜' })
    const one = await perform(ground, auditor, eventList, { filters: { objectId: 'b', at: '2024-07-01..2024-07-01' }, size: 1 })
    expect([one.total, one.rows[0]?.key]).toEqual([1, '0/2'])
    expect((await perform(ground, auditor, eventList, { filters: { at: '..2024-06-30' } })).total).toBe(0)
    expect(await codeOf(perform(ground, anna, eventList, {}))).toBe('kernel.forbidden')
  })

  it('turns its pages by the place of the last row', async () => {
    const first = await perform(ground, auditor, eventList, { size: 2 })
    const second = await perform(ground, auditor, eventList, { size: 2, at: first.next! })
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(['0/3', '0/2', '0/1'])
    expect(second.next).toBe(null)
  })

  it('opens an event with its contents, and records that it did', async () => {
    const opened = await perform(ground, auditor, openEvent, { lane: 0, seq: 1 })
    expect(opened).toMatchObject({ erased: false, holds: true, contents: { before: null, after: { colour: 'red' }, details: null } })
    expect((await recorded()).at(-1)).toBe('audit.opened')
    expect(await codeOf(perform(ground, auditor, openEvent, { lane: 5, seq: 1 }))).toBe('audit.unknown-event')
  })

  it('tells the history of one thing, the latest first', async () => {
    const { events, names } = await perform(ground, auditor, objectHistory, { type: 'test.thing', id: 'a' })
    expect(events.map(({ event, erased }) => [event.seq, event.actor, erased])).toEqual([
      [3, `person:${anna.id}`, false],
      [1, `person:${anna.id}`, false],
    ])
    expect(Object.values(names)).toEqual(['安娜'])
  })

  it('tells who did what in which matter', async () => {
    const { matters, rules } = await perform(ground, auditor, dutyReport, { scope: 'test.thing' })
    expect(matters.map(({ id, acts }) => [id, acts.map(({ role }) => role)])).toEqual([
      ['a', ['paint', 'paint']],
      ['b', ['paint']],
    ])
    expect(rules.every(({ severity }) => severity === 'block' || severity === 'warn')).toBe(true)
    expect((await perform(ground, auditor, dutyReport, { scope: 'test.thing', id: 'b' })).matters).toHaveLength(1)
  })

  it('gives a list as rows, and records which', async () => {
    const { rows } = await perform(ground, auditor, listEvents, { filters: { event: 'test.painted' } })
    expect(rows).toHaveLength(3)
    const { rows: last } = await sql`select event, details from kernel_audit order by seq desc limit 1`.execute(db)
    expect(last).toEqual([{ event: 'audit.listed', details: { filters: { event: 'test.painted' }, rows: 3 } }])
  })
})

describe('checkpoints', () => {
  it('follow one another, each signed over everything before it, for everybody to see', async () => {
    const first = await perform({ ...ground, signer }, operator, checkpoint, {})
    await perform(ground, anna, paint, { thing: 'c', colour: 'grey' })
    const second = await perform({ ...ground, signer, hash: 'sm3' }, operator, checkpoint, {})
    expect([first.number, second.number, second.previous, second.alg]).toEqual([1, 2, first.hash, 'sm3'])
    expect(second.lanes.map(({ lane, from }) => [lane, from])).toEqual([[0, first.events]])
    expect(await perform(ground, { kind: 'visitor' }, checkpoints, {})).toEqual([second, first])
  })

  it('need a key', async () => {
    expect(await codeOf(perform(ground, operator, checkpoint, {}))).toBe('kernel.no-signing-key')
  })

  it('are the operator’s to take', async () => {
    expect(await codeOf(perform(ground, auditor, checkpoint, {}))).toBe('kernel.forbidden')
  })
})

describe('verification', () => {
  it('walks all of it and records what came out, for the state of the record', async () => {
    const report = await perform(ground, auditor, verifyRecord, { most: 1000 })
    expect(report).toMatchObject({ checkpoints: 2, erased: 0, keys: [signer.key], findings: [] })
    const state = await perform(ground, auditor, recordState, {})
    expect(state).toMatchObject({ events: report.events + 1, last: { actor: `person:${auditor.id}`, report }, checkpoint: { number: 2 } })
  })

  it('refuses to walk more than a page can wait for', async () => {
    expect(await codeOf(perform(ground, auditor, verifyRecord, { most: 2 }))).toBe('audit.too-long')
  })

  it('exports every line of it', async () => {
    const lines: string[] = []
    const count = await perform(
      ground,
      auditor,
      exportWith((line) => void lines.push(line)),
      {},
    )
    expect(lines).toHaveLength(count + 1)
  })
})

describe('erasing', () => {
  it('takes the contents away for good and leaves the record whole', async () => {
    expect(await perform(ground, administrator, eraseEvent, { lane: 0, seq: 1, reason: '当事人请求' })).toEqual({ place: '0/1' })
    expect(await perform(ground, auditor, openEvent, { lane: 0, seq: 1 })).toMatchObject({ erased: true, holds: true, contents: null })
    expect(await perform(ground, auditor, verifyRecord, {})).toMatchObject({ erased: 1, findings: [] })
    expect((await sql`select from kernel_content where lane = 0 and seq = 1`.execute(db)).rows).toEqual([])
  })

  it('is refused where there is nothing, without a reason, and to auditors', async () => {
    expect(await codeOf(perform(ground, administrator, eraseEvent, { lane: 0, seq: 1, reason: 'x' }))).toBe('audit.no-contents')
    expect(await codeOf(perform(ground, administrator, eraseEvent, { lane: 0, seq: 2, reason: ' ' }))).toBe('kernel.input')
    expect(await codeOf(perform(ground, auditor, eraseEvent, { lane: 0, seq: 2, reason: 'x' }))).toBe('kernel.forbidden')
  })
})
