import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { assessAll } from './assess.ts'
import { type Change, changesOf } from './since.ts'

const { pack } = packOf(await xincheng(), '2026-06-30')
if (!pack) throw new Error('the invented pack does not read')

const between = (since: string, until: string): readonly Change[] => changesOf(assessAll(pack, since, since), assessAll(pack, until, until))
const kindsOf = (changes: readonly Change[], indicator: string, period = '2028') =>
  changes.filter(({ after: { target } }) => target.indicator === indicator && target.period === period).map(({ kinds }) => kinds)

describe('what has changed since a day', () => {
  it('is nothing between a day and itself', () => {
    expect(between('2026-06-30', '2026-06-30')).toEqual([])
  })

  it('names a promise that was made since, and one that a later promise replaced', () => {
    expect(between('2023-06-30', '2026-06-30').every(({ before, kinds }) => before === null && kinds.includes('set'))).toBe(true)
    const [, after] = [assessAll(pack, '2024-01-01', '2024-01-01'), assessAll(pack, '2026-06-30', '2026-06-30')]
    const superseded = after.find(({ supersededBy }) => supersededBy !== null)!
    const stood = { ...superseded, supersededBy: null }
    expect(changesOf([stood], [superseded])).toMatchObject([{ kinds: ['replaced'], turnedRed: false }])
  })

  it('names another value, and another verdict where that follows', () => {
    // On 2025-03-20 the reading of 2024 was published.
    expect(kindsOf(between('2025-03-19', '2025-03-20'), 'stations')).toEqual([['verdict', 'value']])
    expect(kindsOf(between('2025-03-20', '2025-03-21'), 'stations')).toEqual([])
  })

  it('says that a promise turned red only where it was not red before and still stands', () => {
    const [now] = assessAll(pack, '2026-06-30', '2026-06-30')
    const [calm, red] = [
      { ...now!, status: 'accelerate' as const },
      { ...now!, status: 'limited' as const },
    ]
    const later = { ...red, supersededBy: red.target }
    expect(changesOf([calm], [red])).toMatchObject([{ kinds: ['verdict'], turnedRed: true }])
    expect(changesOf([red], [{ ...red, status: 'missed' }])).toMatchObject([{ kinds: ['verdict'], turnedRed: false }])
    expect(changesOf([], [red])).toMatchObject([{ kinds: ['set'], turnedRed: true }])
    expect(changesOf([calm], [later])[0]?.turnedRed).toBe(false)
  })
})
