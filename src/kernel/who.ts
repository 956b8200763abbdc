/** Who asks, and where they stand: plain values, made once per request by whoever recognises people. */
import type { Text } from '../core/messages.ts'

/** What a post in a department is there for. */
export const ROLES = ['officer', 'finance', 'auditor', 'planner', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** What a person may do for an enterprise; each level includes those before it. */
export const LEVELS = ['view', 'draft', 'submit', 'sign', 'admin'] as const
export type Level = (typeof LEVELS)[number]

export const includes = (held: Level, wanted: Level): boolean => LEVELS.indexOf(held) >= LEVELS.indexOf(wanted)

/** A post somebody holds today, for good or acting for another. */
export type HeldPost = {
  readonly id: string
  readonly title: Text
  readonly department: string
  /** In Chinese: packs call departments by it. */
  readonly departmentName: string
  readonly roles: readonly Role[]
  readonly acting: boolean
}

/** What somebody may do for one enterprise today: as its member, or as an agent it has delegated to, then for one measure only where `measure` says so. `enterprise`
 * is its unified social credit code. */
export type Membership = {
  readonly enterprise: string
  readonly level: Level
  readonly via: 'member' | 'delegation'
  readonly measure: string | null
}

export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly session: string | null
  /** Set when a machine asks with a key of this person: the names of the views and actions it may use. */
  readonly key: { readonly id: string; readonly uses: readonly string[] } | null
  /** Posts whose roles want a second factor that was not given are left out. */
  readonly posts: readonly HeldPost[]
  readonly memberships: readonly Membership[]
}

/** Somebody who gave a password and still owes a second factor: nobody yet, but for the page where they give it. */
export type Halfway = { readonly user: string; readonly session: string }

/** A visitor is nobody we know; the operator is whoever can run the command line. */
export type Who = { readonly kind: 'visitor'; readonly halfway?: Halfway } | { readonly kind: 'operator'; readonly name: string } | Person

export const VISITOR: Who = { kind: 'visitor' }
