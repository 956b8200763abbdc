/** A checkpoint: what the whole record was at one moment, signed, so that nothing before it can be taken away or put in unseen. */
import { canonicalJson } from './canonical.ts'
import type { HexHash } from './event.ts'
import { type Hash, leafOf, rootOf } from './merkle.ts'
import { hexOf } from './sha256.ts'

export const CHECKPOINT_FORMAT = 'planwright.checkpoint.1'

/** One hash function, over texts and over bytes. */
export type Hashing = { readonly text: HexHash; readonly bytes: Hash }

/** Where a lane stood: `from` is the last event of the checkpoint before, `to` the last event of this one and `head` its hash. */
export type LaneSpan = { readonly lane: number; readonly from: number; readonly to: number; readonly head: string }

/** `previous` is the hash of the checkpoint before, null for the first; `root` the Merkle root over the lanes; `key` the Ed25519 public key as hex. */
export type CheckpointBody = {
  readonly format: string
  readonly number: number
  readonly at: string
  readonly events: number
  readonly lanes: readonly LaneSpan[]
  readonly root: string
  readonly previous: string | null
  readonly alg: string
  readonly key: string
}
export type Checkpoint = CheckpointBody & { readonly hash: string; readonly signature: string }

const encoder = new TextEncoder()

/** The Merkle root over lanes: each leaf is the canonical JSON of a span. */
export const rootOfLanes = (lanes: readonly LaneSpan[], { bytes }: Hashing): string =>
  hexOf(
    rootOf(
      lanes.map((lane) => leafOf(encoder.encode(canonicalJson(lane)), bytes)),
      bytes,
    ),
  )

/** What is signed and hashed: the canonical JSON of everything but signature and hash. */
export const checkpointText = ({ format, number, at, events, lanes, root, previous, alg, key }: CheckpointBody): string =>
  canonicalJson({ format, number, at, events, lanes, root, previous, alg, key })
