import type { HeldPost, Role, Who } from '../../kernel/who.ts'
import type { AssignmentState } from './contract.ts'

/** Roles that see money, records or people want more than a password. */
const STRONG: readonly Role[] = ['finance', 'auditor', 'administrator']

export const wantsStrong = (roles: readonly Role[]): boolean => roles.some((role) => STRONG.includes(role))

/** The posts that count in a session: without a second factor those that do not want one. */
export const countingPosts = (posts: readonly HeldPost[], strong: boolean): readonly HeldPost[] =>
  strong ? posts : posts.filter(({ roles }) => !wantsStrong(roles))

/** The departments whose rows somebody sees in a role: those of their posts with it; null is every department, which only the operator has. */
export const departmentsOf = (who: Who, role: Role): readonly string[] | null =>
  who.kind === 'operator'
    ? null
    : who.kind === 'visitor'
      ? []
      : [...new Set(who.posts.filter(({ roles }) => roles.includes(role)).map(({ department }) => department))]

/** Days of an assignment: both count, `to` null has no end. */
export type Span = { readonly from: string; readonly to: string | null }

/** Whether two spans share a day. */
export const overlap = (a: Span, b: Span): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

export const stateOf = ({ from, to }: Span, ended: boolean, today: string): AssignmentState =>
  ended || (to !== null && to < today) ? 'over' : from > today ? 'coming' : 'held'
