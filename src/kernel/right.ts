/** Who may: one declaration for each action, view and page, and the one function that judges by it. */
import { type HeldPost, includes, type Level, type Membership, type Person, type Role, type Who } from './who.ts'

/**
 * `public`: everybody. `person`: whoever is signed in. `operate`: the command line. Otherwise whoever holds a post with one of the roles, or may do as much for the
 * enterprise whose code the input gives as `enterprise` (any enterprise where the input names none); where both stand, either is enough.
 */
export type Right =
  | 'public'
  | 'person'
  | 'operate'
  | { readonly post: readonly Role[]; readonly member?: Level }
  | { readonly member: Level; readonly post?: readonly Role[] }

/** In which capacity somebody acts: what the right was granted for, and what the record names. */
export type Standing = { readonly post: HeldPost | null; readonly membership: Membership | null }

/** Why somebody may not: they have to sign in first, hold no such post or level, or must not learn that the enterprise is there. */
export type Refusal = 'sign-in' | 'forbidden' | 'unknown'

const NONE: Standing = { post: null, membership: null }

const standingOf = (who: Person, right: Exclude<Right, string>, enterprise: string | null): Standing | Refusal => {
  const post = who.posts.find(({ roles }) => right.post?.some((role) => roles.includes(role)))
  if (post) return { post, membership: null }
  const { member } = right
  if (member === undefined) return 'forbidden'
  const own = who.memberships.filter((each) => enterprise === null || each.enterprise === enterprise)
  const membership = own.find(({ level }) => includes(level, member))
  if (membership) return { post: null, membership }
  return own.length === 0 && enterprise !== null ? 'unknown' : 'forbidden'
}

/** The standing in which `who` may use what has this right and this name, or why not. `enterprise`: the one the input names. */
export const permitted = (right: Right, who: Who, name: string, enterprise: string | null = null): Standing | Refusal => {
  if (right === 'public') return NONE
  if (who.kind === 'operator') return NONE
  if (right === 'operate') return 'forbidden'
  if (who.kind === 'visitor') return 'sign-in'
  if (who.key !== null && !who.key.uses.includes(name)) return 'forbidden'
  return right === 'person' ? NONE : standingOf(who, right, enterprise)
}

export const mayUse = (right: Right, who: Who, name: string): boolean => typeof permitted(right, who, name) !== 'string'
