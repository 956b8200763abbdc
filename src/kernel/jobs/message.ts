/** Messages between modules: out with the change that caused them, in with the effect they have. */
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { newId } from '../ids.ts'
import type { Action } from '../module.ts'

/**
 * Something that happened: its type and what it takes to find the rest. It stays where it is until it is heard, so it names things by their ids and says nothing
 * about people.
 */
export type Message = { readonly type: string; readonly [field: string]: unknown }

/** A message handed to one of those who hear it; it counts once, however often it comes. */
export type Delivery = { readonly message: string; readonly listener: string }

/** A message, and the instant before which nobody hears it; null: at once. */
export type Sent = { readonly message: Message; readonly notBefore: Date | null }

/** Puts messages into the outbox, in the order in which they were sent. */
export const putOut = async (db: Db, sent: readonly Sent[]): Promise<void> => {
  if (sent.length === 0) return
  const rows = sent.map(({ message: { type, ...body }, notBefore }) => ({ id: newId(), type, body, notBefore }))
  await sql`insert into kernel_outbox (id, type, body, not_before)
    select (row ->> 'id')::uuid, row ->> 'type', row -> 'body', (row ->> 'notBefore')::timestamptz from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality item (row, place)
    order by place`.execute(db)
}

/** A delivery that has had its effect already. */
export class Heard extends Error {}

/**
 * The action as the effect of one delivery: whoever comes second waits for the first and then does nothing but throw `Heard`. A statement that takes longer than
 * `statementMs` is cut off.
 */
export const once = (use: Action, { message, listener }: Delivery, statementMs: number): Action => ({
  ...use,
  run: async (act, input) => {
    await sql`select set_config('statement_timeout', ${String(statementMs)}, true)`.execute(act.db)
    const { rows } = await sql`with done as (delete from kernel_parcel where message = ${message} and listener = ${listener})
      insert into kernel_inbox (message, listener) values (${message}, ${listener}) on conflict do nothing returning message`.execute(
      act.db,
    )
    if (rows.length === 0) throw new Heard(`${listener} has heard ${message}`)
    return use.run(act, input)
  },
})
