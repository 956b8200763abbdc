/** Who lets whom do what for an enterprise. */
import { addMonths, type Day } from '../../../core/dates.ts'

// In the order of the kernel's levels, which rules do not know.
const RANK = { view: 0, draft: 1, submit: 2, sign: 3, admin: 4 } as const
type Level = keyof typeof RANK

type Member = { readonly user: string; readonly level: Level }

/** What stands against giving a member another level, or none (`null`), by somebody who is administrator; null if nothing does. */
export const obstacleToLevel = (
  members: readonly Member[],
  by: string,
  user: string,
  level: Level | null,
): 'party.member-unknown' | 'party.own-level' | 'party.last-admin' | null => {
  const member = members.find((each) => each.user === user)
  if (!member) return 'party.member-unknown'
  if (by === user && level !== null && RANK[level] > RANK[member.level]) return 'party.own-level'
  const admins = members.filter((each) => each.level === 'admin')
  return member.level === 'admin' && level !== 'admin' && admins.length === 1 ? 'party.last-admin' : null
}

/** The last day on which what begins today may end: a year on. */
export const latestEnd = (today: Day): Day => addMonths(today, 12)

type Reach = { readonly enterprise: string; readonly level: Level; readonly measure: string | null }

/**
 * For which measures somebody may do as much for an enterprise: `all`, or those an agent was let in for; none is an empty list. Whoever holds more than one
 * membership has the reach of all of them.
 */
export const reachOf = (memberships: readonly Reach[], enterprise: string, wanted: Level): 'all' | readonly string[] => {
  const own = memberships.filter((each) => each.enterprise === enterprise && RANK[each.level] >= RANK[wanted])
  return own.some(({ measure }) => measure === null) ? 'all' : own.flatMap(({ measure }) => (measure === null ? [] : [measure]))
}
