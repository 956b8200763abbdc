/** The most that can be taken where some measures exclude each other, exactly: all allowed sets are known beforehand, and the one worth most is taken. */
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

/** The bit of a member of a set: of two sets the greater number keeps the earliest member in which they differ. */
export const bitOf = (member: number, size: number): number => 2 ** (size - 1 - member)

/**
 * Every set that allows no further member, as the sum of the bits of its members, in descending order. Sixteen measures have at most a few hundred such sets.
 * Throws a RangeError for more than `MAX_GROUP` members.
 */
export const setsOf = (conflicts: Conflicts): readonly number[] => {
  const size = conflicts.length
  if (size > MAX_GROUP) throw new RangeError(`${size} measures exclude each other; at most ${MAX_GROUP} are solved`)
  const excludes = conflicts.map((others) => others.reduce((set, other) => set | bitOf(other, size), 0))
  const everybody = 2 ** size - 1
  const sets: number[] = []
  const visit = (member: number, taken: number, excluded: number): void => {
    if (member === size) {
      if ((taken | excluded) === everybody) sets.push(taken)
      return
    }
    const bit = bitOf(member, size)
    if ((excluded & bit) === 0) visit(member + 1, taken | bit, excluded | excludes[member]!)
    // Left out for the sake of another that it excludes, or by one that was taken.
    if (excludes[member] !== 0) visit(member + 1, taken, excluded)
  }
  visit(0, 0, 0)
  return sets
}

/**
 * The members to keep, as the sum of their bits: no two exclude each other, and the sum of their amounts is the largest possible. Of several such sets the one that keeps
 * the earliest, then the next earliest, and so on. Null takes no part. A set is worth its amounts with its bits behind them, so that one comparison decides both.
 */
export const choose = (amounts: readonly (Fen | null)[], sets: readonly number[]): number => {
  const size = amounts.length
  const worths = amounts.map((amount, member) => (amount === null ? 0n : (amount << BigInt(size)) + BigInt(bitOf(member, size))))
  let most = 0n
  for (const set of sets) {
    const worth = worths.reduce((sum, each, member) => ((set & bitOf(member, size)) === 0 ? sum : sum + each), 0n)
    if (worth > most) most = worth
  }
  return Number(most & (2n ** BigInt(size) - 1n))
}
