import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it, vi } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { type Ground, perform } from '../action.ts'
import { fail } from '../messages.ts'
import { action } from '../module.ts'
import type { Who } from '../who.ts'
import { prepareQueues } from './queue.ts'
import { type Listening, startWorker, type Worker } from './worker.ts'

const database = await freshDatabase()
const { db } = database
await prepareQueues(database.url, { tries: 3, delaySeconds: 0, longestSeconds: 1 })
await sql`create table test_effect (message text not null, listener text not null)`.execute(db)

const operator: Who = { kind: 'operator', name: 'tester' }
let worker: Worker | null = null
const ground: Ground = { ...groundOf(database), emitted: () => worker?.wake() }
const Say = Type.Object({ type: Type.String(), word: Type.String(), times: Type.Optional(Type.Integer()) })
const say = action('test.say', 'operate', Say, async (act, { type, word, times = 1 }) => {
  for (let time = 0; time < times; time++) act.emit({ type, word })
  await act.record('test.said', { object: ['test.word', word] })
})
const Word = Type.Object({ word: Type.String() })
const hearing = (name: string, before: (word: string) => void = () => {}) =>
  action(name, 'operate', Word, async (act, { word }) => {
    await sql`insert into test_effect values (${word}, ${name})`.execute(act.db)
    before(word)
    await act.record('test.heard', { object: ['test.word', word] })
  })
const tell = (type: string, word: string, times = 1) => perform(ground, operator, say, { type, word, times })
const effects = async (word: string): Promise<readonly string[]> =>
  (await sql<{ listener: string }>`select listener from test_effect where message = ${word} order by 1`.execute(db)).rows.map(
    (row) => row.listener,
  )
const failed = async () =>
  (
    await sql<{
      listener: string
      reason: string
      tries: number
      type: string
    }>`select listener, reason, tries, type from kernel_failed`.execute(db)
  ).rows

const attempts = new Map<string, number>()
const attempt = (word: string): number => {
  const next = (attempts.get(word) ?? 0) + 1
  attempts.set(word, next)
  return next
}
let heardNothing = 0
const askingNothing = action('test.asking-nothing', 'operate', Type.Object({}), async (act) => {
  await act.record('test.heard', { object: ['test.word', ''] })
  heardNothing += 1
})
const modules: readonly Listening[] = [
  { hears: { 'test.silent': askingNothing } },
  {
    hears: {
      'test.said': hearing('test.first'),
      'test.hard': hearing('test.third-time', (word) => void (attempt(word) < 3 && fail('kernel.forbidden', {}))),
    },
  },
  { hears: { 'test.said': hearing('test.second'), 'test.never': hearing('test.never', () => fail('kernel.not-there', {})) } },
  {
    hears: {
      'test.broken': hearing('test.broken', () => {
        throw new Error('Zhang San’s address is …')
      }),
    },
  },
]
worker = await startWorker(ground, database.pool, modules)
atEnd(() => worker?.stop())

describe('a message', () => {
  it('is heard by everyone who hears its type, once each', async () => {
    await tell('test.said', 'hello')
    expect(
      await eventually(
        () => effects('hello'),
        (all) => all.length === 2,
      ),
    ).toEqual(['test.first', 'test.second'])
  })

  it('has no second effect when it is delivered again', async () => {
    await tell('test.said', 'twice')
    await eventually(
      () => effects('twice'),
      (all) => all.length === 2,
    )
    const { rows } = await sql<{
      message: string
    }>`select message from kernel_inbox where listener = 'test.first' order by at desc limit 1`.execute(db)
    await sql`insert into kernel_outbox (id, type, body, listener)
      values (${rows[0]?.message}, 'test.said', '{"word": "twice"}', 'test.first'), (${rows[0]?.message}, 'test.said', '{"word": "twice"}', 'test.first')`.execute(
      db,
    )
    await tell('test.said', 'after')
    await eventually(
      () => effects('after'),
      (all) => all.length === 2,
    )
    expect(await effects('twice')).toEqual(['test.first', 'test.second'])
  })

  it('is heard by those who ask for less of it than it says', async () => {
    await tell('test.silent', 'silent')
    await eventually(
      async () => heardNothing,
      (times) => times > 0,
    )
    expect(await failed()).toEqual([])
  })

  it('that nobody hears is gone', async () => {
    await tell('test.unheard', 'nobody')
    await eventually(
      async () => (await sql`select from kernel_outbox`.execute(db)).rows.length,
      (left) => left === 0,
    )
  })

  it('is tried again, and what failed attempts did is undone', async () => {
    await tell('test.hard', 'hard')
    expect(
      await eventually(
        () => effects('hard'),
        (all) => all.length > 0,
      ),
    ).toEqual(['test.third-time'])
    expect(attempts.get('hard')).toBe(3)
  })

  it('that fails every time is put aside with the code of its refusal', async () => {
    await tell('test.never', 'never')
    expect(await eventually(failed, (all) => all.length > 0)).toEqual([
      { listener: 'test.never', reason: 'kernel.not-there', tries: 3, type: 'test.never' },
    ])
    expect(await effects('never')).toEqual([])
    await sql`delete from kernel_failed`.execute(db)
  })

  it('that meets a bug is put aside with the number under which the log has it, and nothing about people', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await tell('test.broken', 'broken')
    const [one] = await eventually(failed, (all) => all.length > 0)
    expect(one?.reason).toMatch(/^incident [0-9a-f]{8}$/)
    expect(log.mock.calls.some(([text]) => String(text).includes(one?.reason.split(' ')[1] ?? '?'))).toBe(true)
    log.mockRestore()
    await sql`delete from kernel_failed`.execute(db)
  })

  it('for a listener that is no longer there is put aside at once', async () => {
    await sql`insert into kernel_outbox (id, type, body, listener) values (gen_random_uuid(), 'test.said', '{}', 'test.gone')`.execute(db)
    expect(await eventually(failed, (all) => all.length > 0)).toEqual([
      { listener: 'test.gone', reason: 'no-listener', tries: 1, type: 'test.said' },
    ])
  })
})

describe('the queue', () => {
  it('can be lost without any message', async () => {
    const other = await freshDatabase()
    const ofOther: Ground = groundOf(other)
    let tries = 0
    let heard = 0
    const listen = action('test.fragile', 'operate', Word, async (act, { word }) => {
      if (tries++ === 0) fail('kernel.forbidden', {})
      heard++
      await act.record('test.heard', { object: ['test.word', word] })
    })
    const start = () => startWorker(ofOther, other.pool, [{ hears: { 'test.fragile': listen } }])
    const first = await start()
    await perform(ofOther, operator, say, { type: 'test.fragile', word: 'fragile' })
    await eventually(
      () => tries,
      (count) => count === 1,
    )
    await first.stop()
    await sql`truncate planwright_jobs.job`.execute(other.db)
    const second = await start()
    await eventually(
      () => heard,
      (count) => count === 1,
    )
    await second.stop()
    const { rows } = await sql`select from kernel_parcel`.execute(other.db)
    expect([tries, heard, rows.length]).toEqual([2, 1, 0])
  })
})

describe('the calendar', () => {
  it('is what the modules say: an occurrence is run once, and jobs that are gone are forgotten', async () => {
    const other = await freshDatabase()
    const run = action('test.nightly', 'operate', Type.Object({}), (act) => act.record('test.ran', { object: ['test.job', 'nightly'] }))
    const job = { name: 'test.nightly', cron: '* * * * *', run }
    const schedules = async () =>
      (await sql<{ key: string; timezone: string }>`select key, timezone from planwright_jobs.schedule`.execute(other.db)).rows
    const first = await startWorker(groundOf(other), other.pool, [{ jobs: [job] }])
    expect(await schedules()).toEqual([{ key: 'test.nightly', timezone: 'Asia/Shanghai' }])
    await first.stop()
    const second = await startWorker(groundOf(other), other.pool, [])
    expect(await schedules()).toEqual([])
    await second.stop()
  })

  it('makes up once for what was missed while nothing ran', async () => {
    const other = await freshDatabase()
    const run = action('test.yearly', 'operate', Type.Object({}), (act) => act.record('test.ran', { object: ['test.job', 'yearly'] }))
    const start = () => startWorker(groundOf(other), other.pool, [{ jobs: [{ name: 'test.yearly', cron: '0 * * * *', run }] }])
    const runs = async () => (await sql`select from kernel_inbox where listener = 'test.yearly'`.execute(other.db)).rows.length
    const first = await start()
    await first.stop()
    await sql`update planwright_jobs.version set cron_on = now() - interval '5 hours'`.execute(other.db)
    await sql`update planwright_jobs.schedule set created_on = now() - interval '6 hours', updated_on = now() - interval '6 hours'`.execute(
      other.db,
    )
    const second = await start()
    await eventually(runs, (count) => count > 0)
    await second.stop()
    expect(await runs()).toBe(1)
  })
})

it('refuses two listeners of one name', async () => {
  await expect(
    startWorker(ground, database.pool, [{ hears: { a: hearing('test.same') } }, { hears: { b: hearing('test.same') } }]),
  ).rejects.toThrow('two listeners are called test.same')
})
