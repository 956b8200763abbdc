import type { HeldPost, Role } from '../../kernel/who.ts'

/** Roles that see money, records or people want more than a password. */
const STRONG: readonly Role[] = ['finance', 'auditor', 'administrator']

export const wantsStrong = (roles: readonly Role[]): boolean => roles.some((role) => STRONG.includes(role))

/** The posts that count in a session: without a second factor those that do not want one. */
export const countingPosts = (posts: readonly HeldPost[], strong: boolean): readonly HeldPost[] =>
  strong ? posts : posts.filter(({ roles }) => !wantsStrong(roles))
