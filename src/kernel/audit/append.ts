/** Appends events to the record, at the very end of the transaction that did what they tell of. */
import { CompiledQuery, sql } from 'kysely'
import {
  type AuditEvent,
  type Contents,
  contentText,
  type EventBody,
  eventHash,
  type HashName,
  type HexHash,
  PARTS,
  partHash,
} from '../../core/evidence/event.ts'
import { type Db, plannedOnce } from '../database.ts'
import type { Deed } from '../module.ts'
import { newSalt } from '../random.ts'
import { hashingOf } from './hash.ts'

/** What all events of one transaction have in common. */
export type Origin = Pick<EventBody, 'at' | 'actor' | 'key' | 'post' | 'onBehalfOf' | 'action'>

/** An event that has no place yet. */
export type Entry = { readonly event: string; readonly object: readonly [string, string]; readonly contents: Contents }

/** What is to be recorded, as it is at this moment: what happens to the values later does not reach it. */
export const entryOf = (event: string, { object: [type, id], before, after, details }: Deed): Entry => ({
  event,
  object: [type, id],
  contents: { salt: newSalt(), before: contentText(before), after: contentText(after), details: contentText(details) },
})

/** A lane as it stands: how many events it has, and the hash of the last. */
export type Lane = { readonly lane: number; readonly seq: number; readonly head: string }

const hashesOf = (hash: HexHash, contents: Contents) => {
  const [before = null, after = null, details = null] = PARTS.map((part) => {
    const text = contents[part]
    return text === null ? null : partHash(hash, contents, part, text)
  })
  return { before, after, details }
}

/** The events that follow in a lane, each bound to the one before it. */
export const chained = ({ lane, seq, head }: Lane, alg: HashName, origin: Origin, entries: readonly Entry[]): readonly AuditEvent[] => {
  const hash = hashingOf(alg)!.text
  let prev = head
  return entries.map(({ event, object, contents }, index) => {
    const body: EventBody = { lane, seq: seq + index + 1, ...origin, event, object, ...hashesOf(hash, contents), alg, prev }
    prev = eventHash(hash, body)
    return { ...body, hash: prev }
  })
}

const TAKE = plannedOnce('kernel_take_lane', `select lane, seq, encode(head, 'hex') as head from kernel_take_lane()`)
const APPEND = plannedOnce('kernel_append', `select kernel_append(${Array.from({ length: 22 }, (_, index) => `$${index + 1}`).join(', ')})`)

/** A lane nobody else writes to, held until the transaction ends. */
const takeLane = async (db: Db): Promise<Lane> => {
  const { rows } = await db.executeQuery<{ lane: number; seq: bigint; head: string }>(CompiledQuery.raw(TAKE))
  const { lane, seq, head } = rows[0]!
  return { lane, seq: Number(seq), head }
}

const bytesOf = (hex: string | null): string | null => (hex === null ? null : `\\x${hex}`)

/** Writes the events with their contents and moves the lane's head to the last of them. */
export const writeEvents = async (db: Db, events: readonly AuditEvent[], entries: readonly Entry[]): Promise<void> => {
  for (const [index, { lane, seq, at, actor, key, post, onBehalfOf, action, event, object, ...hashes }] of events.entries()) {
    const { salt, before, after, details } = entries[index]!.contents
    const known = [lane, seq, at, actor, key, post, onBehalfOf, action, event, ...object]
    const hashed = [
      bytesOf(hashes.before),
      bytesOf(hashes.after),
      bytesOf(hashes.details),
      hashes.alg,
      bytesOf(hashes.prev),
      bytesOf(hashes.hash),
    ]
    const values = [...known, ...hashed, bytesOf(salt), before, after, details, index === events.length - 1]
    await db.executeQuery(CompiledQuery.raw(APPEND, values))
  }
}

/** Takes a free lane and writes what one transaction has to record to its end; answers with the events. */
export const append = async (db: Db, alg: HashName, origin: Origin, entries: readonly Entry[]): Promise<readonly AuditEvent[]> => {
  const events = chained(await takeLane(db), alg, origin, entries)
  await writeEvents(db, events, entries)
  return events
}

/** How many events there are. Every change leaves one, so nothing has changed while this is the same. */
export const recordedSoFar = async (db: Db): Promise<string> =>
  String((await sql<{ events: bigint }>`select sum(seq) events from kernel_lane`.execute(db)).rows[0]?.events ?? 0n)
