/** The one way in: every door calls `perform`. */

import type { TSchema } from 'typebox'
import type { Engine } from '../core/evidence/engine.ts'
import type { HashName } from '../core/evidence/event.ts'
import { append, type Entry, entryOf } from './audit/append.ts'
import { takeDuty } from './audit/duty.ts'
import type { Journal } from './audit/journal.ts'
import type { Signer } from './audit/key.ts'
import { dayIn } from './config.ts'
import { type Db, isAway, isNoText } from './database.ts'
import type { Files } from './files.ts'
import { checkedInput, failNoText, keepable, nulIn } from './input.ts'
import { putOut, type Sent } from './jobs/message.ts'
import { fail } from './messages.ts'
import type { Action, Look, View } from './module.ts'
import { NO_OPERATIONS, type Operations } from './operation.ts'
import { permitted, type Standing } from './right.ts'
import type { Seal } from './seal.ts'
import { NO_WEBHOOKS, type Webhooks } from './webhook.ts'
import type { Who } from './who.ts'

/**
 * What performing needs to know: the database, the business time zone, the clock as a value, the program that runs, the files handed in, the hash function of the
 * record. `emitted` is called when messages wait in the outbox.
 */
export type Ground = {
  readonly db: Db
  readonly timeZone: string
  readonly now: () => Date
  readonly engine: Engine
  readonly files: Files
  readonly seal: Seal
  readonly emitted?: () => void
  readonly hash: HashName
  /** Who signs checkpoints; nobody where no key is named. */
  readonly signer?: Signer | null
  /** Where every event is written outside of the database as well; nowhere where no file is named. */
  readonly journal?: Journal | null
  /** The receivers of events that the settings name; none where it is left out. */
  readonly webhooks?: Webhooks
  /** What can be counted of what the modules record; nothing where it is left out. */
  readonly operations?: Operations
}

/** How the record names whoever acts. */
const actorOf = (who: Who): string =>
  who.kind === 'operator' ? `operator:${who.name}` : who.kind === 'person' ? `person:${who.id}` : 'visitor'

/** The enterprise an input names, which a right can be limited to. */
const enterpriseIn = (input: unknown): string | null => {
  const named = typeof input === 'object' && input !== null && 'enterprise' in input ? input.enterprise : null
  return typeof named === 'string' ? named : null
}

/** In which capacity somebody may use this with this input; refuses whoever may not. */
export const standingFor = (who: Who, { right, name }: Pick<View, 'right' | 'name'>, input: unknown): Standing => {
  const found = permitted(right, who, name, enterpriseIn(input))
  if (found === 'sign-in') return fail('kernel.sign-in', {})
  if (found === 'unknown') return fail('kernel.not-there', {})
  return found === 'forbidden' ? fail('kernel.forbidden', {}) : found
}

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
  const standing = standingFor(who, use, input)
  const checked = checkedInput(use.input, input)
  const good = use.kind === 'action' ? keepable(checked) : checked
  const now = ground.now()
  const dayOf = (instant: Date): string => dayIn(ground.timeZone, instant)
  const { engine, files, seal, timeZone, hash, signer = null, journal = null, webhooks = NO_WEBHOOKS, operations = NO_OPERATIONS } = ground
  const look = (db: Db): Look => ({
    db,
    now,
    today: dayOf(now),
    dayOf,
    timeZone,
    who,
    standing,
    engine,
    files,
    seal,
    hash,
    signer,
    journal,
    webhooks,
    operations,
  })
  const actor = actorOf(who)
  const key = who.kind === 'person' ? (who.key?.id ?? null) : null
  const post = standing.post?.id ?? null
  const onBehalfOf = standing.membership?.enterprise ?? null
  try {
    if (use.kind === 'view')
      return await ground.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((db) => use.run(look(db), good))
    ground.journal?.demand()
    const messages: Sent[] = []
    const { made, events } = await ground.db.transaction().execute(async (db) => {
      const entries: Entry[] = []
      const made = await use.run(
        {
          ...look(db),
          record: async (event, deed) => void entries.push(entryOf(event, deed)),
          emit: (message, { notBefore = null } = {}) => void messages.push({ message, notBefore }),
          duty: (role, matter) => takeDuty(db, { actor, post, at: now }, { role, matter }),
        },
        good,
      )
      if (entries.length === 0) fail('kernel.no-record', { action: use.name })
      await putOut(db, messages)
      const events = await append(db, ground.hash, { at: now.toISOString(), actor, key, post, onBehalfOf, action: use.name }, entries)
      return { made, events }
    })
    if (messages.length > 0) ground.emitted?.()
    // What was committed is answered once it stands outside of the database as well.
    await ground.journal?.write(events)
    return made
  } catch (error) {
    if (isAway(error)) fail('kernel.database-away', {})
    if (isNoText(error)) failNoText(nulIn(good, '') ?? '')
    throw error
  }
}
