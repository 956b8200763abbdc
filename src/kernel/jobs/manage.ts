/** The queue as those see it who look after it: what waits, what failed and why, and what can be done about that. */
import { sql } from 'kysely'
import { Type } from 'typebox'
import type { Db } from '../database.ts'
import { fail } from '../messages.ts'
import { type Act, action, view } from '../module.ts'
import type { Right } from '../right.ts'
import { DELIVERY, SCHEMA } from './queue.ts'

const ADMINISTRATOR: Right = { post: ['administrator'] }
const SHOWN = 100

/** A message that one listener failed to take in, every time. It says nothing about people. */
export type FailedDelivery = {
  readonly message: string
  readonly listener: string
  readonly type: string
  /** The code of a refusal, `incident` with the number in the log, `interrupted` or `no-listener`. */
  readonly reason: string
  readonly tries: number
  readonly sentAt: Date
  readonly failedAt: Date
}

export type QueueState = {
  readonly waiting: number
  /** Of those, how many were tried before. */
  readonly again: number
  readonly active: number
  /** How many were heard within a day. */
  readonly heard: number
  /** When the oldest of those that wait was sent; null where none waits. */
  readonly oldest: Date | null
  readonly failed: number
  /** The last of them. */
  readonly failures: readonly FailedDelivery[]
  /** Letters that wait for a mail server, or for one to take them. */
  readonly letters: { readonly unsent: number; readonly sent: number }
}

const countsOf = async (db: Db) => {
  const { rows } = await sql<{ waiting: number; again: number; active: number; heard: number; oldest: Date | null }>`
    with parcel as (
      select state::text, coalesce((data ->> 'sentAt')::timestamptz, created_on) sent from ${sql.raw(SCHEMA)}.job where name = ${DELIVERY}
      union all select 'created', at from kernel_outbox)
    select count(*) filter (where state in ('created', 'retry'))::int waiting, count(*) filter (where state = 'retry')::int again,
      count(*) filter (where state = 'active')::int active, count(*) filter (where state = 'completed')::int heard,
      min(sent) filter (where state in ('created', 'retry')) oldest from parcel`.execute(db)
  return rows[0] ?? fail('kernel.delivery-unknown', {})
}

export const queueState = view('kernel.queue-state', ADMINISTRATOR, Type.Object({}), async ({ db }): Promise<QueueState> => {
  const failures = await sql<FailedDelivery>`select message, listener, type, reason, tries, sent_at "sentAt", failed_at "failedAt"
    from kernel_failed order by failed_at desc, message, listener limit ${SHOWN}`.execute(db)
  const totals = await sql<{ failed: number; unsent: number; sent: number }>`select (select count(*)::int from kernel_failed) failed,
    count(*) filter (where sent_at is null)::int unsent, count(sent_at)::int sent from kernel_mail`.execute(db)
  const { failed = 0, unsent = 0, sent = 0 } = totals.rows[0] ?? {}
  return { ...(await countsOf(db)), failed, failures: failures.rows, letters: { unsent, sent } }
})

/** How many messages failed for good, for pages that only say so. */
export const failedCount = view('kernel.failed-count', ADMINISTRATOR, Type.Object({}), async ({ db }): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int n from kernel_failed`.execute(db)
  return rows[0]?.n ?? 0
})

/** How many messages failed at least once and will be tried again, for pages that only say so. */
export const retriedCount = view(
  'kernel.retried-count',
  ADMINISTRATOR,
  Type.Object({}),
  async ({ db }): Promise<number> => (await countsOf(db)).again,
)

const ID = Type.String({ format: 'uuid' })
const Which = Type.Object({ message: ID, listener: Type.String({ maxLength: 200 }) })

/** Puts failed messages back into the outbox, each for the listener that failed; all of them, or the one named. */
const putBack = async (act: Act, one: { readonly message: string; readonly listener: string } | null) => {
  const { rows } = await sql<{ message: string; listener: string; reason: string }>`
    with taken as (delete from kernel_failed where ${one === null ? sql`true` : sql`message = ${one.message} and listener = ${one.listener}`} returning *),
    back as (insert into kernel_outbox (id, type, body, listener, at) select message, type, body, listener, sent_at from taken)
    select message, listener, reason from taken`.execute(act.db)
  for (const { message, listener, reason } of rows)
    await act.record('kernel.delivery-retried', { object: ['kernel.message', message], details: { listener, reason } })
  return rows.length
}

export const retryDelivery = action('kernel.retry-delivery', ADMINISTRATOR, Which, async (act, which) => {
  if ((await putBack(act, which)) === 0) fail('kernel.delivery-unknown', {})
})

export const retryAllDeliveries = action('kernel.retry-all-deliveries', ADMINISTRATOR, Type.Object({}), async (act): Promise<number> => {
  const count = await putBack(act, null)
  return count === 0 ? fail('kernel.delivery-unknown', {}) : count
})

/** Gives a failed message up, with a reason that stays. */
export const discardDelivery = action(
  'kernel.discard-delivery',
  ADMINISTRATOR,
  Type.Object({ ...Which.properties, reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  async (act, { message, listener, reason }) => {
    const { rows } = await sql<{ type: string; reason: string; tries: number; body: object }>`
      delete from kernel_failed where message = ${message} and listener = ${listener} returning type, reason, tries, body`.execute(act.db)
    const [before] = rows
    if (!before) return fail('kernel.delivery-unknown', {})
    await act.record('kernel.delivery-discarded', {
      object: ['kernel.message', message],
      before: { listener, ...before },
      after: null,
      details: { reason },
    })
  },
)
