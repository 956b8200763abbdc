import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { postWith } from '../../../test/people.ts'
import { ROLES } from '../../kernel/who.ts'
import { countingPosts, overlap, stateOf, wantsStrong } from './rules.ts'

const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`)
const spans = fc.tuple(days, fc.option(days)).map(([from, to]) => (to !== null && to < from ? { from: to, to: from } : { from, to }))

describe('spans of days', () => {
  it('overlap exactly if a day lies in both', () => {
    const all = Array.from({ length: 28 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`)
    const holds = ({ from, to }: { from: string; to: string | null }, day: string) => from <= day && (to === null || day <= to)
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(overlap(a, b)).toBe(all.some((day) => holds(a, day) && holds(b, day)) || (a.to === null && b.to === null))
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
    )
  })

  it('are held on both their ends, coming before and over after', () => {
    const span = { from: '2026-02-10', to: '2026-02-20' }
    expect(['2026-02-09', '2026-02-10', '2026-02-20', '2026-02-21'].map((day) => stateOf(span, false, day))).toEqual([
      'coming',
      'held',
      'held',
      'over',
    ])
    expect(stateOf(span, true, '2026-02-15')).toBe('over')
  })
})

describe('posts', () => {
  it('that want a second factor do not count without one', () => {
    fc.assert(
      fc.property(fc.array(fc.subarray([...ROLES], { minLength: 1 })), (list) => {
        const posts = list.map((roles) => postWith(...roles))
        expect(countingPosts(posts, true)).toEqual(posts)
        expect(countingPosts(posts, false).some(({ roles }) => wantsStrong(roles))).toBe(false)
      }),
    )
  })
})
