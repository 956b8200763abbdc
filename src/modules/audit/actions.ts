/** What is done with the record itself. Each of these is recorded like everything else, reading included. */
import { Type } from 'typebox'
import { BUNDLE_FORMAT, bundleLine } from '../../core/evidence/bundle.ts'
import { type ChainReport, ERASURE, placeOf } from '../../core/evidence/chain.ts'
import type { Checkpoint } from '../../core/evidence/checkpoint.ts'
import { eventHash, PARTS, partHash } from '../../core/evidence/event.ts'
import { headsIn, takeCheckpoint } from '../../kernel/audit/checkpoints.ts'
import { hashingOf } from '../../kernel/audit/hash.ts'
import { besideOf, eraseContents, eventAt } from '../../kernel/audit/queries.ts'
import { type Kept, verified, wholeRecord } from '../../kernel/audit/walk.ts'
import { ListWish, listedWhole } from '../../kernel/listing.ts'
import { fail as failKernel } from '../../kernel/messages.ts'
import { type Act, action } from '../../kernel/module.ts'
import { AUDITOR, type OpenedEvent, RECORD } from './contract.ts'
import { fail } from './messages.ts'
import { namesOf, standingsOf } from './names.ts'
import { eventsWished } from './views.ts'

const Place = Type.Object({ lane: Type.Integer({ minimum: 0, maximum: 32767 }), seq: Type.Integer({ minimum: 1 }) })

/** Takes a checkpoint over everything recorded so far, signed with the key of this installation. */
export const checkpoint = action('audit.checkpoint', 'operate', Type.Object({}), async (act): Promise<Checkpoint> => {
  const taken = await takeCheckpoint(act.db, act.hash, act.signer ?? failKernel('kernel.no-signing-key', {}), act.now)
  const { number, events, root, hash } = taken
  await act.record('audit.checkpoint-taken', { object: ['kernel.checkpoint', String(number)], after: { events, root, hash } })
  return taken
})

const Bounded = Type.Object({ most: Type.Optional(Type.Integer({ minimum: 1 })) })

const refuseLong = async (act: Act, most: number | undefined): Promise<void> => {
  const count = (await headsIn(act.db)).reduce((sum, { seq }) => sum + seq, 0)
  if (most !== undefined && count > most) fail('audit.too-long', { count, most })
}

/** Walks the whole record, or refuses if it is longer than `most` events; what came out is recorded. */
export const verifyRecord = action('audit.verify', AUDITOR, Bounded, async (act, { most }): Promise<ChainReport> => {
  await refuseLong(act, most)
  // The journal is read first: what stands there was committed before.
  const journal = (await act.journal?.heads()) ?? []
  const report = await verified(await wholeRecord(act.db), journal)
  await act.record('audit.verified', { object: RECORD, after: report })
  return report
})

/** Hands every line of a bundle to `write`, in order, or refuses if there are more than `most` events; answers how many it holds. */
export const exportWith = (write: (line: string) => void | Promise<void>) =>
  action('audit.export', AUDITOR, Bounded, async (act, { most }): Promise<number> => {
    await refuseLong(act, most)
    const { checkpoints, heads, events } = await wholeRecord(act.db)
    await write(bundleLine({ format: BUNDLE_FORMAT, at: act.now.toISOString(), heads, checkpoints }))
    let count = 0
    for await (const { event, contents } of events) {
      count++
      await write(bundleLine({ event, contents }))
    }
    await act.record('audit.exported', { object: RECORD, details: { events: count, heads } })
    return count
  })

const holds = ({ event, contents }: Kept): boolean => {
  const { hash, ...body } = event
  const tools = hashingOf(event.alg)
  if (!tools || eventHash(tools.text, body) !== hash) return false
  return PARTS.every((part) => {
    const text = contents?.[part] ?? null
    return contents === null || event[part] === (text === null ? null : partHash(tools.text, contents, part, text))
  })
}

const found = async (act: Act, lane: number, seq: number): Promise<Kept> =>
  (await eventAt(act.db, lane, seq)) ?? fail('audit.unknown-event', { place: placeOf({ lane, seq }) })

const MOST_BESIDE = 50

/** One event with its contents and what stands beside it. That somebody opened it is recorded. */
export const openEvent = action('audit.open', AUDITOR, Place, async (act, { lane, seq }): Promise<OpenedEvent> => {
  const kept = await found(act, lane, seq)
  await act.record('audit.opened', { object: [ERASURE.object, placeOf({ lane, seq })] })
  const read = (text: string | null | undefined): unknown => (text === null || text === undefined ? null : JSON.parse(text))
  const { event, contents } = kept
  const beside = await besideOf(act.db, event, MOST_BESIDE)
  const shown = [event, ...beside.same, ...[beside.before, beside.after].filter((each) => each !== null)]
  return {
    names: await namesOf(
      act,
      shown.map(({ actor }) => actor),
      shown.map(({ object }) => object),
    ),
    standings: await standingsOf(act, shown),
    beside,
    event,
    contents: contents && { before: read(contents.before), after: read(contents.after), details: read(contents.details) },
    erased: contents === null && PARTS.some((part) => event[part] !== null),
    holds: holds(kept),
  }
})

/** Erases the contents of an event for good, for the sake of a person; the event and the hashes stay. */
export const eraseEvent = action(
  'audit.erase',
  { post: ['administrator'] },
  Type.Object({ ...Place.properties, reason: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }) }),
  async (act, { lane, seq, reason }) => {
    await found(act, lane, seq)
    const place = placeOf({ lane, seq })
    if (!(await eraseContents(act.db, lane, seq))) fail('audit.no-contents', { place })
    await act.record(ERASURE.event, { object: [ERASURE.object, place], details: { reason } })
    return { place }
  },
)

const MOST_ROWS = 100_000

/** Every event that a list's filters leave, for an export; that it was taken is recorded. */
export const listEvents = action('audit.list', AUDITOR, ListWish, async (act, asked) => {
  const { listing, wish } = await eventsWished(act, asked)
  const rows = await listedWhole(act.db, listing, wish, MOST_ROWS)
  await act.record('audit.listed', { object: RECORD, details: { filters: asked.filters ?? {}, rows: rows.length } })
  const events = rows.map(({ objectType, objectId, post = null, onBehalfOf = null }) => ({
    object: [objectType ?? '', objectId ?? ''] as const,
    post,
    onBehalfOf,
  }))
  return {
    rows,
    names: await namesOf(
      act,
      rows.flatMap(({ actor }) => actor ?? []),
      events.map(({ object }) => object),
    ),
    standings: await standingsOf(act, events),
  }
})
