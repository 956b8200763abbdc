import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { changesBetween, endingSoon, newestDocuments } from './changes.ts'

const { pack } = packOf(await xincheng(), '2026-06-30')
if (!pack) throw new Error('the invented city does not pass its own check')

describe('what changed', () => {
  it('counts the last day and not the first', () => {
    const on = (since: string, until: string) => changesBetween(pack, since, until).readings.length
    expect(on('2024-10-09', '2024-10-10')).toBe(1)
    expect(on('2024-10-10', '2024-11-10')).toBe(0)
  })
  it('lists the newest documents first and none from after the day', () => {
    const newest = newestDocuments(pack, '2024-12-31', 10).map((each) => each.issued ?? '')
    expect(newest).toEqual(newest.toSorted().reverse())
    expect(newest.every((day) => day <= '2024-12-31')).toBe(true)
    expect(newest.length).toBeGreaterThan(0)
  })
  it('warns only of measures in force that end in time', () => {
    for (const { inForce } of endingSoon(pack, '2026-06-30', '2030-12-31')) {
      expect((inForce.from ?? '') <= '2026-06-30').toBe(true)
      expect(inForce.to && inForce.to >= '2026-06-30' && inForce.to <= '2030-12-31').toBe(true)
    }
    expect(endingSoon(pack, '1999-01-01', '1999-12-31')).toEqual([])
  })
})
