/** The one way in: every door calls `perform`. */

import { sql } from 'kysely'
import type { TSchema } from 'typebox'
import type { Engine } from '../core/evidence/engine.ts'
import { dayIn } from './config.ts'
import { type Db, isAway } from './database.ts'
import { checkedInput } from './input.ts'
import { fail } from './messages.ts'
import type { Action, Look, View, Who } from './module.ts'

/** What performing needs to know: the database, the business time zone, the clock as a value, the program that runs. */
export type Ground = { readonly db: Db; readonly timeZone: string; readonly now: () => Date; readonly engine: Engine }

const nameOf = (who: Who): string => (who.kind === 'operator' ? `operator:${who.name}` : 'visitor')

/**
 * Runs a view on a read-only snapshot, or an action in one transaction that is refused at its end if it left no record. Validates the input against the
 * contract and checks the right before anything happens.
 */
export const perform = async <I extends TSchema, R>(
  ground: Ground,
  who: Who,
  use: View<I, R> | Action<I, R>,
  input: unknown,
): Promise<R> => {
  if (use.right === 'operate' && who.kind !== 'operator') fail('kernel.forbidden', {})
  const good = checkedInput(use.input, input)
  const now = ground.now()
  const today = dayIn(ground.timeZone, now)
  const look = (db: Db): Look => ({ db, now, today, who, engine: ground.engine })
  try {
    if (use.kind === 'view')
      return await ground.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((db) => use.run(look(db), good))
    return await ground.db.transaction().execute(async (db) => {
      let records = 0
      const record = async (event: string, details: object): Promise<void> => {
        records++
        await sql`insert into kernel_audit (who, event, details) values (${nameOf(who)}, ${event}, ${JSON.stringify(details)}::jsonb)`.execute(
          db,
        )
      }
      const result = await use.run({ ...look(db), record }, good)
      if (records === 0) fail('kernel.no-record', { action: use.name })
      return result
    })
  } catch (error) {
    if (isAway(error)) fail('kernel.database-away', {})
    throw error
  }
}
