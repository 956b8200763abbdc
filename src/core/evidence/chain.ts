/** Walks the record from its beginning and says whether it is whole, or where it first is not. Events come lane by lane, each lane from its first. */
import { type Checkpoint, checkpointText, type Hashing, rootOfLanes } from './checkpoint.ts'
import { type AuditEvent, type Contents, eventHash, GENESIS, PARTS, partHash } from './event.ts'

/**
 * What can be wrong. Of an event: `hash` it is not what was hashed, `prev` it does not follow the one before, `gap` events are missing or out of place before it, `alg`
 * its hash function is unknown, `contents` its contents are not what was hashed, `erased` its contents are gone and no erasure was recorded. Of a lane: `head` it does not
 * end where it should. Of a checkpoint: `checkpoint` it is not what was hashed, or does not follow the one before, `signature`, and `past` the record is not what it was then.
 * Of a journal outside of the record: `journal` the record is not what was written there.
 */
export type FindingKind = 'hash' | 'prev' | 'gap' | 'alg' | 'contents' | 'erased' | 'head' | 'checkpoint' | 'signature' | 'past' | 'journal'
export type Finding = {
  readonly kind: FindingKind
  readonly lane: number | null
  readonly seq: number | null
  readonly checkpoint: number | null
}

/** `contents` were compared with their hashes; of `erased` only the hashes are left. `keys` signed the checkpoints. `findings` are the first ones, in the order of the walk. */
export type ChainReport = {
  readonly events: number
  readonly lanes: number
  readonly contents: number
  readonly erased: number
  readonly checkpoints: number
  readonly keys: readonly string[]
  readonly findings: readonly Finding[]
}

export type Head = { readonly lane: number; readonly seq: number; readonly head: string }

/** The event that records an erasure; its object is of this type, its id `lane/seq`. */
export const ERASURE = { event: 'audit.erased', object: 'kernel.event' } as const
export const placeOf = ({ lane, seq }: { readonly lane: number; readonly seq: number }): string => `${lane}/${seq}`

const SHOWN = 20

export type ChainTools = {
  /** Null for a hash function that nobody here knows. */
  readonly hashing: (name: string) => Hashing | null
  /** Whether an Ed25519 signature (hex) of a text was made with the key (hex). */
  readonly signed: (text: string, signature: string, key: string) => boolean
}

export type ChainWalk = {
  readonly event: (event: AuditEvent, contents: Contents | null) => void
  /** Something stood where an event should; it counts as one that is not what was hashed. */
  readonly unreadable: () => void
  /** To be called at the end. `heads` is where each lane should end; null if nobody says so. */
  readonly end: (heads: readonly Head[] | null) => ChainReport
}

/** Checkpoints are judged first, in their order; then events are awaited. `journal`: events that have to be in the record, by place and hash. */
export const chainWalk = (
  { hashing, signed }: ChainTools,
  checkpoints: readonly Checkpoint[],
  journal: readonly Head[] = [],
): ChainWalk => {
  const findings: Finding[] = []
  const find = (kind: FindingKind, lane: number | null, seq: number | null, checkpoint: number | null = null): void => {
    if (findings.length < SHOWN) findings.push({ kind, lane, seq, checkpoint })
  }

  /** What each lane was at checkpoints, by place. */
  const wanted = new Map<string, { readonly head: string; readonly checkpoint: number }>()
  let before: Checkpoint | null = null
  for (const each of checkpoints) {
    const { number } = each
    const tools = hashing(each.alg)
    const text = checkpointText(each)
    const ends = new Map<number, number>(before?.lanes.map(({ lane, to }) => [lane, to]))
    const follows =
      number === (before?.number ?? 0) + 1 &&
      each.previous === (before?.hash ?? null) &&
      each.lanes.every(({ lane, from, to }) => from === (ends.get(lane) ?? 0) && to >= from)
    const events = each.lanes.reduce((sum, { to }) => sum + to, 0)
    if (tools?.text(text) !== each.hash || events !== each.events || !follows || rootOfLanes(each.lanes, tools) !== each.root)
      find('checkpoint', null, null, number)
    if (!signed(text, each.signature, each.key)) find('signature', null, null, number)
    for (const { lane, to, head } of each.lanes) {
      if (to === 0) continue
      const known = wanted.get(placeOf({ lane, seq: to }))
      if (known && known.head !== head) find('past', lane, to, number)
      if (!known) wanted.set(placeOf({ lane, seq: to }), { head, checkpoint: number })
    }
    before = each
  }

  const journalled = new Map(journal.map((each) => [placeOf(each), each]))
  const ended = new Map<number, Head>()
  let [events, contentsSeen, erased] = [0, 0, 0]
  const gone = new Map<string, AuditEvent>()
  const erasures = new Set<string>()
  let last: Head = { lane: -1, seq: 0, head: GENESIS }

  const content = (event: AuditEvent, contents: Contents | null, hash: Hashing['text']): void => {
    if (PARTS.every((part) => event[part] === null) && contents === null) return
    if (contents === null) {
      gone.set(placeOf(event), event)
      return
    }
    contentsSeen++
    const holds = PARTS.every((part) => {
      const text = contents[part]
      return event[part] === (text === null ? null : partHash(hash, contents, part, text))
    })
    if (!holds) find('contents', event.lane, event.seq)
  }

  return {
    event: (event, contents) => {
      events++
      const { lane, seq } = event
      if (lane !== last.lane) last = { lane, seq: 0, head: GENESIS }
      if (seq !== last.seq + 1 || ended.has(lane) !== last.seq > 0) find('gap', lane, seq)
      else if (event.prev !== last.head) find('prev', lane, seq)
      const { hash, ...body } = event
      const tools = hashing(event.alg)
      if (!tools) find('alg', lane, seq)
      else {
        if (eventHash(tools.text, body) !== hash) find('hash', lane, seq)
        content(event, contents, tools.text)
      }
      last = { lane, seq, head: hash }
      ended.set(lane, last)
      const then = wanted.get(placeOf(event))
      if (then && then.head !== hash) find('past', lane, seq, then.checkpoint)
      wanted.delete(placeOf(event))
      const written = journalled.get(placeOf(event))
      if (written && written.head !== hash) find('journal', lane, seq)
      journalled.delete(placeOf(event))
      if (event.event === ERASURE.event && event.object[0] === ERASURE.object) erasures.add(event.object[1])
    },
    unreadable: () => {
      events++
      find('hash', last.lane, last.seq + 1)
    },
    end: (heads) => {
      for (const [place, { checkpoint }] of wanted) find('past', Number(place.split('/')[0]), Number(place.split('/')[1]), checkpoint)
      for (const { lane, seq } of journalled.values()) find('journal', lane, seq)
      for (const { lane, seq, head } of heads ?? []) {
        const found = ended.get(lane)
        if ((found?.seq ?? 0) !== seq || (found?.head ?? GENESIS) !== head) find('head', lane, found?.seq ?? 0)
      }
      for (const [place, { lane, seq }] of gone) {
        if (erasures.has(place)) erased++
        else find('erased', lane, seq)
      }
      const keys = [...new Set(checkpoints.map(({ key }) => key))]
      return { events, lanes: ended.size, contents: contentsSeen, erased, checkpoints: checkpoints.length, keys, findings }
    },
  }
}
