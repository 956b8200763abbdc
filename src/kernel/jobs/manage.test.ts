import { sql } from 'kysely'
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { atEnd } from '../../../test/at-end.ts'
import { freshDatabase, groundOf } from '../../../test/database.ts'
import { eventually } from '../../../test/eventually.ts'
import { personWith, postWith } from '../../../test/people.ts'
import { perform } from '../action.ts'
import { newId } from '../ids.ts'
import { type Action, action, type View } from '../module.ts'
import { discardDelivery, failedCount, queueState, retriedCount, retryAllDeliveries, retryDelivery } from './manage.ts'
import { startWorker } from './worker.ts'

const database = await freshDatabase()
const { db } = database
const ground = groundOf(database)
const administrator = personWith({ posts: [postWith('administrator')] })
const LISTENER = 'test.listen'

/** A message that its listener failed to take in. */
const failure = async (): Promise<string> => {
  const message = newId()
  await sql`insert into kernel_failed (message, listener, type, body, reason, tries, sent_at, failed_at)
    values (${message}, ${LISTENER}, 'test.happened', '{"thing": "one"}', 'kernel.forbidden', 10, '2024-06-29', '2024-06-30')`.execute(db)
  return message
}
const state = () => perform(ground, administrator, queueState, {})
const outbox = async () => (await sql`select id, type, body, listener from kernel_outbox order by seq`.execute(db)).rows
const clear = async () => {
  await sql`delete from kernel_outbox`.execute(db)
  await sql`delete from kernel_failed`.execute(db)
}

describe('the queue, to whoever looks after it', () => {
  it('shows what waits, since when, and what failed and why', async () => {
    const message = await failure()
    await sql`insert into kernel_outbox (id, type, body, at) values (${newId()}, 'test.happened', '{}', '2024-06-30T03:00:00Z')`.execute(db)
    expect(await state()).toEqual({
      waiting: 1,
      again: 0,
      active: 0,
      heard: 0,
      oldest: new Date('2024-06-30T03:00:00Z'),
      failed: 1,
      failures: [expect.objectContaining({ message, listener: LISTENER, type: 'test.happened', reason: 'kernel.forbidden', tries: 10 })],
      letters: { unsent: 0, sent: 0 },
    })
    expect(await perform(ground, administrator, failedCount, {})).toBe(1)
    await clear()
    expect(await state()).toMatchObject({ waiting: 0, oldest: null, failed: 0, failures: [] })
  })

  it('is for administrators alone', async () => {
    const uses: readonly (View | Action)[] = [queueState, failedCount, retriedCount, retryAllDeliveries, retryDelivery, discardDelivery]
    for (const use of uses)
      for (const who of [personWith(), personWith({ posts: [postWith('officer', 'finance', 'auditor', 'planner')] })])
        await expect(perform(ground, who, use, {})).rejects.toThrow('kernel.forbidden')
  })

  it('takes a failed message back for the one who failed, or all of them', async () => {
    const [first, second, third] = [await failure(), await failure(), await failure()]
    await perform(ground, administrator, retryDelivery, { message: second, listener: LISTENER })
    expect(await outbox()).toEqual([{ id: second, type: 'test.happened', body: { thing: 'one' }, listener: LISTENER }])
    expect(await perform(ground, administrator, retryAllDeliveries, {})).toBe(2)
    expect((await outbox()).map((row) => (row as { id: string }).id).sort()).toEqual([first, second, third].sort())
    await clear()
  })

  it('gives a failed message up only with a reason', async () => {
    const message = await failure()
    await expect(perform(ground, administrator, discardDelivery, { message, listener: LISTENER, reason: '' })).rejects.toThrow(
      'kernel.input',
    )
    await perform(ground, administrator, discardDelivery, { message, listener: LISTENER, reason: '对象已撤回' })
    expect([await outbox(), (await state()).failed]).toEqual([[], 0])
  })

  it('knows nothing of a message that did not fail', async () => {
    const which = { message: newId(), listener: LISTENER }
    for (const work of [
      () => perform(ground, administrator, retryDelivery, which),
      () => perform(ground, administrator, retryAllDeliveries, {}),
      () => perform(ground, administrator, discardDelivery, { ...which, reason: 'x' }),
    ])
      await expect(work()).rejects.toThrow('kernel.delivery-unknown')
  })

  it('hands a message that is tried again to its listener once', async () => {
    await sql`create table test_effect (thing text not null)`.execute(db)
    const listen = action(LISTENER, 'operate', Type.Object({ thing: Type.String() }), async (act, { thing }) => {
      await sql`insert into test_effect values (${thing})`.execute(act.db)
      await act.record('test.heard', { object: ['test.thing', thing] })
    })
    const worker = await startWorker(ground, database.pool, [{ hears: { 'test.happened': listen } }])
    atEnd(worker.stop)
    await failure()
    await perform(ground, administrator, retryAllDeliveries, {})
    await eventually(
      async () => (await sql`select from test_effect`.execute(db)).rows.length,
      (count) => count === 1,
    )
    await eventually(state, ({ waiting, active, heard }) => waiting === 0 && active === 0 && heard === 1)
  })
})
