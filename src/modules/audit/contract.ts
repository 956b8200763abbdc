import { Type } from 'typebox'
import type { ChainReport } from '../../core/evidence/chain.ts'
import type { AuditEvent, Beside } from '../../core/evidence/event.ts'
import type { NamedPost } from '../office/index.ts'

/** Who reads the record. */
export const AUDITOR = { post: ['auditor'] } as const

/** The record as an object of itself. */
export const RECORD = ['kernel.record', 'all'] as const

/** Names of persons by how the record names them. */
export type Names = Readonly<Record<string, string>>

/** Posts by their ids, and names of enterprises by their codes. */
export type Standings = { readonly posts: Readonly<Record<string, NamedPost>>; readonly enterprises: Readonly<Record<string, string>> }

/** An event as an auditor reads it. `contents` is null where there never was any, or where it was erased; `holds` says whether the event and its contents are what was hashed. */
export type OpenedEvent = {
  readonly names: Names
  readonly event: AuditEvent
  readonly contents: { readonly before: unknown; readonly after: unknown; readonly details: unknown } | null
  readonly erased: boolean
  readonly holds: boolean
  readonly standings: Standings
  /** What the same action did, in order, and what happened to the same object just before and after. */
  readonly beside: Beside
}

/** An event in the history of a thing; `erased`: its contents are gone. */
export type ObjectEvent = { readonly event: AuditEvent; readonly erased: boolean }

/** When the whole record was last walked, by whom, and what came out. */
export type Verification = { readonly at: string; readonly actor: string; readonly report: ChainReport }

/** Who did what in one matter. `clash`: a rule of separation speaks of two of these, and only warned. */
export type Duties = {
  readonly scope: string
  readonly id: string
  readonly acts: readonly {
    readonly actor: string
    readonly role: string
    readonly post: string | null
    readonly at: string
    readonly warned: boolean
  }[]
}

/** A checkpoint as the API gives it. */
export const CheckpointReply = Type.Object({
  format: Type.String(),
  number: Type.Integer(),
  at: Type.String({ format: 'date-time' }),
  events: Type.Integer(),
  lanes: Type.Array(Type.Object({ lane: Type.Integer(), from: Type.Integer(), to: Type.Integer(), head: Type.String() })),
  root: Type.String(),
  previous: Type.Union([Type.String(), Type.Null()]),
  alg: Type.String(),
  key: Type.String(),
  hash: Type.String(),
  signature: Type.String(),
})
