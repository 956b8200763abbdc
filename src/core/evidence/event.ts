/** An event of the record: what was done, by whom, to what, and the hash that binds it to everything before it in its lane. */
import { canonicalJson, type Json } from './canonical.ts'

/** Hash functions that the record may use; each event names its own. Both give 32 bytes. */
export const HASHES = ['sha256', 'sm3'] as const
export type HashName = (typeof HASHES)[number]

/** Lower-case hex of the hash of a text in UTF-8. */
export type HexHash = (text: string) => string

/** What the first event of a lane follows. */
export const GENESIS = '0'.repeat(64)

/**
 * `lane` and `seq` are its place: lanes are chains side by side, each counted from 1 without a gap. `actor` is `person:ID`, `operator:NAME` or `visitor`; `key` the
 * key with which a machine acted for a person, `post` the post and `onBehalfOf` the enterprise in whose capacity. `before`, `after` and `details` are hashes of
 * contents that can be erased; null where there were none. `prev` is the hash of the event before it in its lane.
 */
export type EventBody = {
  readonly lane: number
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly key: string | null
  readonly post: string | null
  readonly onBehalfOf: string | null
  readonly action: string
  readonly event: string
  readonly object: readonly [type: string, id: string]
  readonly before: string | null
  readonly after: string | null
  readonly details: string | null
  readonly alg: string
  readonly prev: string
}
export type AuditEvent = EventBody & { readonly hash: string }

/** What stands beside an event: all that the same action recorded, and what happened to the same object just before and after it. */
export type Beside = { readonly same: readonly AuditEvent[]; readonly before: AuditEvent | null; readonly after: AuditEvent | null }

/** Every member of an event, sorted as canonical JSON has them. */
const NAMES = [
  'action',
  'actor',
  'after',
  'alg',
  'at',
  'before',
  'details',
  'event',
  'key',
  'lane',
  'object',
  'onBehalfOf',
  'post',
  'prev',
  'seq',
] as const satisfies readonly (keyof EventBody)[]

export const PARTS = ['before', 'after', 'details'] as const

/** What an event's hashes stand for, each as canonical JSON, and the salt without which nobody can guess it from its hash. Both are erased together. */
export type Contents = { readonly salt: string } & { readonly [part in (typeof PARTS)[number]]: string | null }

/** The hash of one part of the contents: of the canonical JSON of `[salt, part, value]`. */
export const partHash = (hash: HexHash, { salt }: Contents, part: (typeof PARTS)[number], text: string): string =>
  hash(`["${salt}","${part}",${text}]`)

/** The canonical JSON of an event without its hash: what is hashed. Its members are known, so that nothing has to be sorted; one from elsewhere may have more of them. */
export const eventText = (body: EventBody): string => {
  if (Object.keys(body).length !== NAMES.length) return canonicalJson(body)
  return `{${NAMES.map((name) => `"${name}":${canonicalJson(body[name])}`).join(',')}}`
}

/** The hash of an event. */
export const eventHash = (hash: HexHash, body: EventBody): string => hash(eventText(body))

const wellFormed = (_name: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value)

/** A value as canonical JSON, as `JSON.stringify` sees it: dates as texts, members without a value left out. Null for no value at all. */
export const contentText = (value: unknown): string | null => {
  const text = JSON.stringify(value)
  if (text === undefined) return null
  // JSON.stringify writes a lone surrogate as an escape; without one there is nothing to mend.
  return canonicalJson((text.includes('\\ud') ? JSON.parse(text, wellFormed) : JSON.parse(text)) as Json)
}
