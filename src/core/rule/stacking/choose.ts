/** The most that can be taken where some measures exclude each other: exact, by branch and bound over each connected group. */
import type { Fen } from '../../money.ts'

/** The largest connected group that is solved; a pack that declares a larger one is refused when it is checked. */
export const MAX_GROUP = 16

/** Who excludes whom: `conflicts[i]` lists the indexes that cannot be taken together with i. Symmetric. */
export type Conflicts = readonly (readonly number[])[]

/** Groups that hang together by conflicts, each in ascending order. */
export const groupsOf = (conflicts: Conflicts): readonly (readonly number[])[] => {
  const seen = new Set<number>()
  return conflicts.flatMap((_, start) => {
    if (seen.has(start)) return []
    const group = [start]
    seen.add(start)
    for (const index of group) {
      for (const other of conflicts[index] ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        group.push(other)
      }
    }
    return [group.sort((a, b) => a - b)]
  })
}

/**
 * The indexes to keep, in ascending order: no two exclude each other, and the sum of their amounts is the largest possible. Of several such sets the one that keeps the
 * earliest, then the next earliest, and so on; what conflicts with nothing is always kept. Each connected group has at most `MAX_GROUP` members.
 */
export const choose = (amounts: readonly Fen[], conflicts: Conflicts): readonly number[] =>
  groupsOf(conflicts)
    .flatMap((group) => best(group, amounts, conflicts))
    .sort((a, b) => a - b)

/** Members are tried in order, first with and then without, so that the first of equal sums is the one that keeps the earliest. */
const best = (group: readonly number[], amounts: readonly Fen[], conflicts: Conflicts): readonly number[] => {
  if (group.length === 1) return group
  if (group.length > MAX_GROUP) throw new RangeError(`${group.length} measures exclude each other; at most ${MAX_GROUP} are solved`)
  const values = group.map((index) => amounts[index] ?? 0n)
  const excludes = group.map((index) =>
    group.reduce((set, other, bit) => ((conflicts[index] ?? []).includes(other) ? set | (1 << bit) : set), 0),
  )
  // What can still be gained from here on, whatever the conflicts.
  const rest = values.map((_, from) => values.slice(from).reduce((sum, value) => sum + value, 0n))
  let found = 0
  let most = -1n
  const visit = (at: number, taken: number, sum: Fen): void => {
    if (sum + (rest[at] ?? 0n) <= most) return
    const value = values[at]
    if (value === undefined) {
      found = taken
      most = sum
      return
    }
    if (((excludes[at] ?? 0) & taken) === 0) visit(at + 1, taken | (1 << at), sum + value)
    visit(at + 1, taken, sum)
  }
  visit(0, 0, 0n)
  return group.filter((_, bit) => (found & (1 << bit)) !== 0)
}
