/** The most that can be taken where some measures exclude each other: exact, by branch and bound over each connected group. */
import type { Fen } from '../../money.ts'

/** The largest connected group that is solved; a pack that declares a larger one is refused when it is checked. */
export const MAX_GROUP = 16

/** Conflicts as bit masks: bit j of `conflicts[i]` says that i and j exclude each other. */
export type Conflicts = readonly number[]

const has = (set: number, index: number): boolean => (set & (1 << index)) !== 0

/** Everything that hangs together with `start` by conflicts. */
const groupOf = (start: number, conflicts: Conflicts): number => {
  let group = 1 << start
  for (;;) {
    let wider = group
    for (let index = 0; index < conflicts.length; index++) if (has(group, index)) wider |= conflicts[index] ?? 0
    if (wider === group) return group
    group = wider
  }
}

/**
 * The members to keep, in ascending order: no two exclude each other, and the sum of their amounts is the largest possible. Of several such sets the one that keeps the
 * earliest member, then the next earliest, and so on; what conflicts with nothing is always kept. At most 31 amounts, each connected group at most `MAX_GROUP`.
 */
export const choose = (amounts: readonly Fen[], conflicts: Conflicts): readonly number[] => {
  let kept = 0
  let seen = 0
  for (let start = 0; start < amounts.length; start++) {
    if (has(seen, start)) continue
    const group = groupOf(start, conflicts)
    seen |= group
    kept |= best(group, amounts, conflicts)
  }
  return amounts.flatMap((_, index) => (has(kept, index) ? [index] : []))
}

/** Members are tried in order, first with and then without, so that the first of equal sums is the one that keeps the earliest. */
const best = (group: number, amounts: readonly Fen[], conflicts: Conflicts): number => {
  const members = amounts.flatMap((_, index) => (has(group, index) ? [index] : []))
  // What can still be gained from here on, whatever the conflicts.
  const rest = members.map((_, from) => members.slice(from).reduce((sum, index) => sum + (amounts[index] ?? 0n), 0n))
  let found = 0
  let most = -1n
  const visit = (at: number, taken: number, sum: Fen): void => {
    if (sum + (rest[at] ?? 0n) <= most) return
    const index = members[at]
    if (index === undefined) {
      found = taken
      most = sum
      return
    }
    if (((conflicts[index] ?? 0) & taken) === 0) visit(at + 1, taken | (1 << index), sum + (amounts[index] ?? 0n))
    visit(at + 1, taken, sum)
  }
  visit(0, 0, 0n)
  return found
}
