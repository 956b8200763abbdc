import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned } from './align.ts'
import { textDifference } from './text-difference.ts'

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
const sentences = fc.array(fc.constantFrom('补助', '投资额', '30%', '500 万元', '，', '。', ' ', 'at most ', 'one. ', '😀'), { maxLength: 14 }).map((parts) => parts.join('')) // biome-ignore format: one line of a table

const kept = <T extends { readonly kind: string }>(steps: readonly T[], gone: 'removed' | 'added'): readonly T[] =>
  steps.filter(({ kind }) => kind !== gone)

describe('two sequences side by side', () => {
  it('give back both, and keep as much as can be kept', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const steps = aligned(before, after)
        expect(kept(steps, 'added').map(({ item }) => item)).toEqual(before)
        expect(kept(steps, 'removed').map(({ item }) => item)).toEqual(after)
        // No longer common subsequence exists: every subset of the shorter side is tried.
        const same = steps.filter(({ kind }) => kind === 'same').length
        const isWithin = (part: readonly string[]) => {
          let at = 0
          for (const item of after) if (item === part[at]) at++
          return at === part.length
        }
        const most = Math.max(
          ...Array.from({ length: 2 ** before.length }, (_, mask) => before.filter((_item, index) => (mask >> index) & 1))
            .filter(isWithin)
            .map(({ length }) => length),
        )
        expect(same).toBe(most)
      }),
      { numRuns: 60 },
    )
  })
})

describe('two versions of a sentence', () => {
  it('give back both, letter by letter', () => {
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const pieces = textDifference(before, after)
        const textWithout = (gone: 'removed' | 'added') =>
          kept(pieces, gone)
            .map(({ text }) => text)
            .join('')
        expect([textWithout('added'), textWithout('removed')]).toEqual([before, after])
      }),
    )
  })

  it.each([
    ['封顶500万元。', '封顶800万元。', '封顶[-500万元-][+800万元+]。'],
    [
      '获得市级认定的，补助30%。其余不变。',
      '获得省级认定的，补助35%。其余不变。',
      '获得[-市-][+省+]级认定的，补助[-30%-][+35%+]。其余不变。',
    ],
    ['at most 5 million yuan', 'at most 8 million yuan', 'at most [-5-][+8+] million yuan'],
    ['甲句。乙句。', '甲句。新的一句。乙句。', '甲句。[+新的一句。+]乙句。'],
    ['同一句。', '同一句。', '同一句。'],
  ])('%s → %s', (before, after, shown) => {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['[+', '+]'] } as const
    expect(
      textDifference(before, after)
        .map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`)
        .join(''),
    ).toBe(shown)
  })
})
