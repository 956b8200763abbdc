import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { changesBetween, endingSoon, newestDocuments } from './changes.ts'
import { cellOf, sdmxCsvOf, timePeriodOf } from './sdmx.ts'

const { pack } = packOf(await xincheng(), '2026-06-30')
if (!pack) throw new Error('the invented city does not pass its own check')

describe('readings as SDMX-CSV', () => {
  it.each([
    ['2024', '2024'],
    ['2024-09', '2024-09'],
    ['2025-Q1', '2025-Q1'],
    ['2024-01/2024-09', '2024-01-01/P9M'],
    ['2025/2027', '2025-01-01/P3Y'],
  ])('writes the period %s as %s', (period, text) => {
    expect(timePeriodOf(period)).toBe(text)
  })
  it('puts every reading on a line with its scope, and says that an invented city is synthetic', () => {
    const [head, ...lines] = sdmxCsvOf(pack, pack.readings).trimEnd().split('\n')
    expect(head).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,SERIES,TIME_PERIOD,OBS_VALUE,/)
    expect(lines).toHaveLength(pack.readings.length)
    expect(lines.every((line) => line.startsWith('dataflow,PLANWRIGHT:') && line.includes('synthetic'))).toBe(true)
  })
  it('quotes what would break a line', () => {
    expect(cellOf('a,"b"\nc')).toBe('"a,""b""\nc"')
    expect(cellOf('plain')).toBe('plain')
  })
})

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
