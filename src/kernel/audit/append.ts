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

type Written = { readonly event: AuditEvent; readonly contents: Contents; readonly isLast: boolean }

const writeOne = (db: Db, { event, contents: { salt, before, after, details }, isLast }: Written) => {
  const { lane, seq, at, actor, key, post, onBehalfOf, action, object, alg } = event
  const known = [lane, seq, at, actor, key, post, onBehalfOf, action, event.event, ...object]
  const hashed = [bytesOf(event.before), bytesOf(event.after), bytesOf(event.details), alg, bytesOf(event.prev), bytesOf(event.hash)]
  return db.executeQuery(CompiledQuery.raw(APPEND, [...known, ...hashed, bytesOf(salt), before, after, details, isLast]))
}

/** So many events go to the database in one statement: thousands of them would otherwise wait for as many answers. */
const AT_ONCE = 1000
/** What differs between the events of one transaction comes as arrays, what they have in common once. */
const APPEND_MANY = `select kernel_append($1::smallint, e.seq, $2::timestamptz, $3, $4, $5, $6, $7, e.event, e.object_type, e.object_id,
    e.before::bytea, e.after::bytea, e.details::bytea, $8, e.prev::bytea, e.hash::bytea, e.salt::bytea, e.before_text, e.after_text, e.details_text, e.is_last)
  from unnest($9::bigint[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[],
    $21::text[], $22::boolean[]) as e (seq, event, object_type, object_id, before, after, details, prev, hash, salt, before_text, after_text, details_text, is_last)`

const writeMany = (db: Db, written: readonly Written[]) => {
  const { lane, at, actor, key, post, onBehalfOf, action, alg } = written[0]!.event
  const of = <T>(column: (each: Written) => T): T[] => written.map(column)
  const columns = [
    of(({ event }) => event.seq),
    of(({ event }) => event.event),
    of(({ event }) => event.object[0]),
    of(({ event }) => event.object[1]),
    of(({ event }) => bytesOf(event.before)),
    of(({ event }) => bytesOf(event.after)),
    of(({ event }) => bytesOf(event.details)),
    of(({ event }) => bytesOf(event.prev)),
    of(({ event }) => bytesOf(event.hash)),
    of(({ contents }) => bytesOf(contents.salt)),
    of(({ contents }) => contents.before),
    of(({ contents }) => contents.after),
    of(({ contents }) => contents.details),
    of(({ isLast }) => isLast),
  ]
  return db.executeQuery(CompiledQuery.raw(APPEND_MANY, [lane, at, actor, key, post, onBehalfOf, action, alg, ...columns]))
}

/** Writes the events with their contents, in their order, and moves the lane's head to the last of them. */
export const writeEvents = async (db: Db, events: readonly AuditEvent[], entries: readonly Entry[]): Promise<void> => {
  const written = events.map((event, index) => ({ event, contents: entries[index]!.contents, isLast: index === events.length - 1 }))
  if (written.length === 1) await writeOne(db, written[0]!)
  else for (let from = 0; from < written.length; from += AT_ONCE) await writeMany(db, written.slice(from, from + AT_ONCE))
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
