import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { freshDatabase, groundOf } from '../../test/database.ts'
import { perform } from './action.ts'
import type { Failure } from './failure.ts'
import { action, view } from './module.ts'
import type { Who } from './who.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database, '2024-06-30T16:30:00Z')
await sql`create table test_note (text text primary key)`.execute(db)

const operator: Who = { kind: 'operator', name: 'tester' }
const visitor: Who = { kind: 'visitor' }
const Note = Type.Object({ text: Type.String({ maxLength: 10 }), times: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })) })

const note = action('test.note', 'operate', Note, async (act, { text }) => {
  await sql`insert into test_note values (${text})`.execute(act.db)
  await act.record('test.noted', { object: ['test.note', text], after: { text, on: act.today } })
  return text.length
})
const silent = action('test.silent', 'operate', Note, async (act, { text }) => {
  await sql`insert into test_note values (${text})`.execute(act.db)
})
const sly = view('test.sly', 'public', Note, (look, { text }) => sql`insert into test_note values (${text})`.execute(look.db))

const notes = async () => (await sql<{ text: string }>`select text from test_note order by 1`.execute(db)).rows.map((row) => row.text)
const audit = async () =>
  (await sql`select actor, action, event, object_type, object_id, after from kernel_audit order by seq`.execute(db)).rows
const failureOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => expect.unreachable('it should have been refused'),
    (error) => error,
  )

describe('an action', () => {
  it('changes and records in one transaction, on the day in the business time zone', async () => {
    expect(await perform(ground, operator, note, { text: 'first' })).toBe(5)
    expect(await notes()).toEqual(['first'])
    expect(await audit()).toEqual([
      {
        actor: 'operator:tester',
        action: 'test.note',
        event: 'test.noted',
        object_type: 'test.note',
        object_id: 'first',
        after: { text: 'first', on: '2024-07-01' },
      },
    ])
  })

  it('is not committed without a record', async () => {
    const failure = await failureOf(perform(ground, operator, silent, { text: 'hidden' }))
    expect([failure.kind, failure.code, failure.params]).toEqual(['refused', 'kernel.no-record', { action: 'test.silent' }])
    expect(await notes()).toEqual(['first'])
  })

  it('leaves no record when it fails', async () => {
    const before = await audit()
    await expect(perform(ground, operator, note, { text: 'first' })).rejects.toThrow('duplicate key')
    expect(await audit()).toEqual(before)
  })

  it('is refused to whom it does not belong, before anything is looked at', async () => {
    const failure = await failureOf(perform(ground, visitor, note, { nonsense: true }))
    expect([failure.kind, failure.code]).toEqual(['forbidden', 'kernel.forbidden'])
  })

  it('is refused with every field that does not fit', async () => {
    const failure = await failureOf(perform(ground, operator, note, { text: 'much too long', times: 4, tims: 2 }))
    expect([failure.kind, failure.code, failure.params]).toEqual(['invalid', 'kernel.input', { count: 3 }])
    expect(failure.fields.map(({ field, code }) => [field, code])).toEqual([
      ['text', 'kernel.field-long'],
      ['times', 'kernel.field-range'],
      ['tims', 'kernel.field-unknown'],
    ])
    expect(failure.fields[2]?.message).toEqual({
      zh: '没有“tims”这个参数；是否指“times”？',
      en: 'There is no parameter "tims"; did you mean "times"?',
    })
  })
})

describe('a message', () => {
  const Messages = Type.Object({ fail: Type.Boolean() })
  const told: number[] = []
  const tell = action('test.tell', 'operate', Messages, async (act, { fail }) => {
    act.emit({ type: 'test.first', of: 'first' })
    act.emit({ type: 'test.second', of: 'second' })
    await act.record('test.told', { object: ['test.note', 'told'] })
    if (fail) throw new Error('in the end it failed')
  })
  const hearing = { ...ground, emitted: () => void told.push(told.length) }
  const outbox = async () => (await sql`select type, body, listener from kernel_outbox order by seq`.execute(db)).rows

  it('is not sent by an action that fails', async () => {
    await expect(perform(hearing, operator, tell, { fail: true })).rejects.toThrow('in the end it failed')
    expect([await outbox(), told]).toEqual([[], []])
  })

  it('lies in the outbox with the change, in the order in which it was sent', async () => {
    await perform(hearing, operator, tell, { fail: false })
    expect(await outbox()).toEqual([
      { type: 'test.first', body: { of: 'first' }, listener: null },
      { type: 'test.second', body: { of: 'second' }, listener: null },
    ])
    expect(told).toEqual([0])
  })
})

describe('a view', () => {
  it('cannot write', async () => {
    await expect(perform(ground, visitor, sly, { text: 'sly' })).rejects.toThrow('read-only')
    expect(await notes()).toEqual(['first'])
  })

  it('says which text it looked for cannot stand in any database', async () => {
    const search = view('test.search', 'public', Note, (look, { text }) => sql`select from test_note where text = ${text}`.execute(look.db))
    const failure = await failureOf(perform(ground, visitor, search, { text: 'a\0' }))
    expect([failure.kind, failure.code, failure.fields.map(({ field }) => field)]).toEqual(['invalid', 'kernel.input', ['text']])
  })

  it('says that the database is away when it is', async () => {
    const other = await freshDatabase()
    const look = view('test.look', 'public', Type.Object({}), ({ db: own }) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(own),
    )
    const failure = await failureOf(perform(groundOf(other), visitor, look, {}))
    expect([failure.kind, failure.code]).toEqual(['unavailable', 'kernel.database-away'])
  })
})
