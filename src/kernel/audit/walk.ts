/** The record read from the database from its beginning, a page at a time. */
import { sql } from 'kysely'
import { type ChainReport, type ChainTools, chainWalk, type Head } from '../../core/evidence/chain.ts'
import type { Checkpoint } from '../../core/evidence/checkpoint.ts'
import type { AuditEvent, Contents } from '../../core/evidence/event.ts'
import type { Db } from '../database.ts'
import { checkpointsIn, headsIn } from './checkpoints.ts'
import { hashingOf } from './hash.ts'
import { signedWith } from './key.ts'

const PAGE = 5000

export const chainTools: ChainTools = { hashing: hashingOf, signed: signedWith }

export type Kept = { readonly event: AuditEvent; readonly contents: Contents | null }

type Row = Omit<AuditEvent, 'at' | 'object' | 'seq'> & {
  readonly at: Date
  readonly seq: bigint
  readonly objectType: string
  readonly objectId: string
  readonly salt: string | null
  readonly beforeText: string | null
  readonly afterText: string | null
  readonly detailsText: string | null
}

const keptOf = ({ at, seq, objectType, objectId, salt, beforeText, afterText, detailsText, ...same }: Row): Kept => ({
  event: { ...same, at: at.toISOString(), seq: Number(seq), object: [objectType, objectId] },
  contents: salt === null ? null : { salt, before: beforeText, after: afterText, details: detailsText },
})

/** Events with what is left of their contents: those that a condition on `e` lets through, in an order, at most so many. */
export const keptEvents = async (
  db: Db,
  condition: ReturnType<typeof sql>,
  order: ReturnType<typeof sql>,
  most: number,
): Promise<readonly Kept[]> => {
  const { rows } = await sql<Row>`select e.lane, e.seq, e.at, e.actor, e.key, e.post, e.on_behalf_of as "onBehalfOf", e.action, e.event,
      e.object_type as "objectType", e.object_id as "objectId", encode(e.before, 'hex') as before, encode(e.after, 'hex') as after,
      encode(e.details, 'hex') as details, e.alg, encode(e.prev, 'hex') as prev, encode(e.hash, 'hex') as hash,
      encode(c.salt, 'hex') as salt, c.before as "beforeText", c.after as "afterText", c.details as "detailsText"
    from kernel_event e left join kernel_content c using (lane, seq) where ${condition} order by ${order} limit ${most}`.execute(db)
  return rows.map(keptOf)
}

/** Every event that stands in the record when it is first asked, lane by lane. What is appended meanwhile is left out. */
const eventsUpTo = async function* (db: Db, ends: ReadonlyMap<number, number>): AsyncGenerator<Kept> {
  const pageAfter = (lane: number, seq: number) => keptEvents(db, sql`(e.lane, e.seq) > (${lane}, ${seq})`, sql`e.lane, e.seq`, PAGE)
  let coming: ReturnType<typeof pageAfter> | null = pageAfter(-1, 0)
  while (coming) {
    const page: readonly Kept[] = await coming
    const last = page.at(-1)
    // The database reads the next page while this one is walked.
    coming = last && page.length === PAGE ? pageAfter(last.event.lane, last.event.seq) : null
    for (const kept of page) if (kept.event.seq <= (ends.get(kept.event.lane) ?? 0)) yield kept
  }
}

/** The whole record: checkpoints, then where every lane ends, then its events. */
export type Whole = { readonly checkpoints: readonly Checkpoint[]; readonly heads: readonly Head[]; readonly events: AsyncIterable<Kept> }

/** Reads checkpoints before heads and heads before events, so that it hangs together though others write on. */
export const wholeRecord = async (db: Db): Promise<Whole> => {
  const checkpoints = await checkpointsIn(db)
  const heads = await headsIn(db)
  const { rows } = await sql<{ lane: number; last: bigint }>`select lane, max(seq) as last from kernel_event group by lane`.execute(db)
  // An event beyond the head of its lane is read as well, so that it is found; one that was written since the heads were read is not.
  const again = new Map((await headsIn(db)).map((each) => [each.lane, each.seq]))
  const ends = new Map(heads.map(({ lane, seq }) => [lane, seq]))
  for (const { lane, last } of rows) if (Number(last) > (again.get(lane) ?? 0)) ends.set(lane, Number(last))
  return { checkpoints, heads, events: eventsUpTo(db, ends) }
}

/** Walks all of it; `journal`: what a journal said before it was read. */
export const verified = async ({ checkpoints, heads, events }: Whole, journal: readonly Head[] = []): Promise<ChainReport> => {
  const walk = chainWalk(chainTools, checkpoints, journal)
  for await (const { event, contents } of events) walk.event(event, contents)
  return walk.end(heads)
}
