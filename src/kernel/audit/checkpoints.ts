/** Checkpoints in the database: taken one after another, each over the heads of all lanes at one moment. */
import { sql } from 'kysely'
import type { Head } from '../../core/evidence/chain.ts'
import {
  CHECKPOINT_FORMAT,
  type Checkpoint,
  type CheckpointBody,
  checkpointText,
  type LaneSpan,
  rootOfLanes,
} from '../../core/evidence/checkpoint.ts'
import type { HashName } from '../../core/evidence/event.ts'
import type { Db } from '../database.ts'
import { hashingOf } from './hash.ts'
import type { Signer } from './key.ts'

type Row = { readonly body: string; readonly hash: string; readonly signature: string }

const checkpointOf = ({ body, hash, signature }: Row): Checkpoint => ({ ...(JSON.parse(body) as CheckpointBody), hash, signature })

/** Every checkpoint, the first one first; with `newest`, so many of the last ones, the newest first. */
export const checkpointsIn = async (db: Db, newest: number | null = null): Promise<readonly Checkpoint[]> => {
  const order = newest === null ? sql`order by number` : sql`order by number desc limit ${newest}`
  const { rows } =
    await sql<Row>`select body, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature from kernel_checkpoint ${order}`.execute(
      db,
    )
  return rows.map(checkpointOf)
}

/** Where every lane ends; with the number of its last event if that is another one. */
export const headsIn = async (db: Db): Promise<readonly Head[]> =>
  (
    await sql<{
      lane: number
      seq: bigint
      head: string
    }>`select lane, seq, encode(head, 'hex') as head from kernel_lane order by lane`.execute(db)
  ).rows.map(({ lane, seq, head }) => ({ lane, seq: Number(seq), head }))

/** Takes a checkpoint of everything committed so far. */
export const takeCheckpoint = async (db: Db, alg: HashName, { key, sign }: Signer, now: Date): Promise<Checkpoint> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('kernel_checkpoint', 4620))`.execute(db)
  const [before] = await checkpointsIn(db, 1)
  const ends = new Map(before?.lanes.map(({ lane, to }) => [lane, to]))
  const lanes: readonly LaneSpan[] = (await headsIn(db))
    .filter(({ seq }) => seq > 0)
    .map(({ lane, seq, head }) => ({ lane, from: ends.get(lane) ?? 0, to: seq, head }))
  const hashing = hashingOf(alg)!
  const body: CheckpointBody = {
    format: CHECKPOINT_FORMAT,
    number: (before?.number ?? 0) + 1,
    at: now.toISOString(),
    events: lanes.reduce((sum, { to }) => sum + to, 0),
    lanes,
    root: rootOfLanes(lanes, hashing),
    previous: before?.hash ?? null,
    alg,
    key,
  }
  const text = checkpointText(body)
  const taken: Checkpoint = { ...body, hash: hashing.text(text), signature: sign(text) }
  await sql`insert into kernel_checkpoint (number, at, body, hash, signature)
    values (${taken.number}, ${now}, ${text}, decode(${taken.hash}, 'hex'), decode(${taken.signature}, 'hex'))`.execute(db)
  return taken
}
