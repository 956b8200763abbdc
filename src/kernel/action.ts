/** The one way in: every door calls `perform`. */

import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { dayIn } from './config.ts'
import type { Db } from './database.ts'
import type { FieldProblem } from './failure.ts'
import { fail } from './messages.ts'
import type { Action, Look, View, Who } from './module.ts'

/** What performing needs to know: the database, the business time zone, the clock as a value. */
export type Ground = { readonly db: Db; readonly timeZone: string; readonly now: () => Date }

const validators = new WeakMap<TSchema, Validator>()
const validatorOf = (schema: TSchema): Validator => {
  const known = validators.get(schema)
  if (known) return known
  const fresh = Compile(schema)
  validators.set(schema, fresh)
  return fresh
}

/** The input as the contract has it, or a failure that names every field that does not fit. */
const checked = <I extends TSchema>(schema: I, input: unknown): Static<I> => {
  const validator = validatorOf(schema)
  if (validator.Check(input)) return input as Static<I>
  const fields = [...validator.Errors(input)].slice(0, 20).map((error): FieldProblem => {
    const field = error.instancePath || '/'
    return { field, code: `schema.${error.keyword}`, message: { zh: `不符合要求（${error.keyword}）`, en: error.message } }
  })
  return fail('kernel.input', { count: fields.length }, fields)
}

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
  const good = checked(use.input, input)
  const now = ground.now()
  const today = dayIn(ground.timeZone, now)
  if (use.kind === 'view') {
    return ground.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((db) => use.run({ db, now, today, who }, good))
  }
  return ground.db.transaction().execute(async (db) => {
    let records = 0
    const record = async (event: string, details: object): Promise<void> => {
      records++
      await sql`insert into kernel_audit (who, event, details) values (${nameOf(who)}, ${event}, ${JSON.stringify(details)}::jsonb)`.execute(
        db,
      )
    }
    const look: Look = { db, now, today, who }
    const result = await use.run({ ...look, record }, good)
    if (records === 0) fail('kernel.no-record', { action: use.name })
    return result
  })
}
