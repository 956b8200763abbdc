import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileDifferences, obstacleToPublishing } from './rules.ts'

const files = fc
  .dictionary(
    fc.constantFrom('a.md', 'b.csv', 'c/d.csv'),
    fc.array(fc.constantFrom('x', 'y', 'z,1'), { maxLength: 6 }).map((lines) => lines.join('\n')),
  )
  .map((own) => new Map(Object.entries(own)))
const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort()
const linesOf = (text = ''): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

describe('the difference of two packs', () => {
  it('is nothing between a pack and itself', () => {
    fc.assert(
      fc.property(files, (own) => {
        expect(fileDifferences(own, own)).toEqual([])
      }),
    )
  })

  it('turns round when the packs do', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(files, files, (a, b) => {
        const back = fileDifferences(b, a).map((each) => ({
          path: each.path,
          change: turned[each.change],
          removed: each.added,
          added: each.removed,
        }))
        expect(fileDifferences(a, b)).toEqual(back)
      }),
    )
  })

  it('names lines so that taking out and putting in gives the other pack', () => {
    fc.assert(
      fc.property(files, files, (a, b) => {
        for (const { path, removed, added } of fileDifferences(a, b)) {
          const rest = [...linesOf(a.get(path))]
          for (const line of removed) rest.splice(rest.indexOf(line), 1)
          expect(sorted([...rest, ...added])).toEqual(sorted(linesOf(b.get(path))))
        }
      }),
    )
  })
})

describe('a proposal', () => {
  const proposed = { by: 'ann', name: null, post: { zh: '规划岗', en: 'planner' }, at: '' }
  const open = { state: 'open', proposed, base: 'h' } as const

  it('is published by somebody else, while the edition it was compared with is in service', () => {
    expect(obstacleToPublishing(open, 'bob', 'h')).toBeNull()
    expect(obstacleToPublishing(open, 'ann', 'h')).toBe('edition.same-person')
    expect(obstacleToPublishing(open, 'bob', 'other')).toBe('edition.moved')
    expect(obstacleToPublishing({ ...open, state: 'withdrawn' }, 'bob', 'h')).toBe('edition.proposal-closed')
  })
})
