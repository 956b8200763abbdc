import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitOf, type Conflicts, choose, setsOf } from './choose.ts'

/** Every subset looked at: slow, and beyond doubt. */
const bruteForce = (amounts: readonly bigint[], conflicts: Conflicts): readonly number[] => {
  let best: readonly number[] = []
  let most = -1n
  const earlier = (a: readonly number[], b: readonly number[]): boolean => {
    for (let at = 0; ; at++) {
      const [x, y] = [a[at], b[at]]
      if (x === undefined) return false
      if (y === undefined || x < y) return true
      if (x > y) return false
    }
  }
  for (let set = 0; set < 1 << amounts.length; set++) {
    const members = amounts.flatMap((_, index) => ((set & (1 << index)) !== 0 ? [index] : []))
    if (members.some((index) => conflicts[index]!.some((other) => members.includes(other)))) continue
    const sum = members.reduce((total, index) => total + amounts[index]!, 0n)
    if (sum > most || (sum === most && earlier(members, best))) [best, most] = [members, sum]
  }
  return best
}

const keptOf = (amounts: readonly bigint[], conflicts: Conflicts): readonly number[] => {
  const set = choose(amounts, setsOf(conflicts))
  return amounts.flatMap((_, index) => ((set & bitOf(index, amounts.length)) !== 0 ? [index] : []))
}

const problem = (most: number, largest: bigint) =>
  fc.integer({ min: 0, max: most }).chain((size) =>
    fc.record({
      amounts: fc.array(fc.bigInt({ min: 0n, max: largest }), { minLength: size, maxLength: size }),
      pairs: fc.array(fc.tuple(fc.nat(Math.max(0, size - 1)), fc.nat(Math.max(0, size - 1))), { maxLength: size * 2 }),
    }),
  )
const conflictsOf = (size: number, pairs: readonly (readonly [number, number])[]): number[][] => {
  const conflicts = Array.from({ length: size }, () => new Set<number>())
  for (const [a, b] of pairs) {
    if (a === b) continue
    conflicts[a]?.add(b)
    conflicts[b]?.add(a)
  }
  return conflicts.map((each) => [...each])
}

describe('the choice among measures that exclude each other', () => {
  it('is what trying every subset gives, ties included', () => {
    fc.assert(
      fc.property(fc.oneof(problem(9, 3n), problem(9, 10n ** 18n)), ({ amounts, pairs }) => {
        const conflicts = conflictsOf(amounts.length, pairs)
        expect(keptOf(amounts, conflicts)).toEqual(bruteForce(amounts, conflicts))
      }),
      { numRuns: 400 },
    )
  })
  it('is what trying every subset gives for sixteen measures', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 16, maxLength: 16 }),
        fc.array(fc.tuple(fc.nat(15), fc.nat(15)), { minLength: 10, maxLength: 40 }),
        (amounts, pairs) => {
          const conflicts = conflictsOf(16, pairs)
          expect(keptOf(amounts, conflicts)).toEqual(bruteForce(amounts, conflicts))
        },
      ),
      { numRuns: 10 },
    )
  })
  it('keeps the first of equals', () => {
    expect(
      keptOf(
        [5n, 5n, 5n],
        [
          [1, 2],
          [0, 2],
          [0, 1],
        ],
      ),
    ).toEqual([0])
  })
  it('prefers two smaller ones to one that excludes both', () => {
    expect(keptOf([3n, 5n, 3n], [[1], [0, 2], [1]])).toEqual([0, 2])
  })
  it('leaves out who takes no part, and lets its rivals be paid', () => {
    expect(choose([null, 5n, 5n], setsOf([[1], [0, 2], [1]]))).toBe(0b010)
    expect(choose([0n, 5n, 5n], setsOf([[1], [0, 2], [1]]))).toBe(0b101)
  })
  it('knows every allowed set beforehand, and a few hundred are the most there can be', () => {
    const triples = Array.from({ length: 16 }, (_, index) =>
      Array.from({ length: 16 }, (_, other) => other).filter((other) => other !== index && Math.floor(other / 3) === Math.floor(index / 3)),
    )
    expect(setsOf(triples)).toHaveLength(3 ** 5)
    expect(() => setsOf(Array.from({ length: 17 }, () => []))).toThrow('at most 16')
  })
})
