import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator, Reading } from '../../../pack/pack.ts'
import { backTest } from './backtest.ts'

const indicator = { kind: 'count', direction: 'up' } as Indicator
const readings = (values: readonly number[], series = '统计') =>
  values.map((value, index) => ({ period: String(2010 + index), value: String(value), series }) as Reading)

describe('a back-test', () => {
  it('foretells every value from the fourth on from those before it', () => {
    // By hand: 5 of 5.5 ± 0.87 and ± 2.67; 7 of 6.33 ± 0.54 and ± 1.26; 8 of 8.5 ± 0.494 and ± 1.06.
    expect(backTest(indicator, readings([1, 2, 4, 5, 7, 8]))).toEqual({ forecasts: 3, in50: 1, in80: 3 })
    expect(backTest(indicator, readings([1, 2, 4, 5, 7, 80]))).toMatchObject({ forecasts: 3, in80: 2 })
  })

  it('needs six evenly spaced values of one scope', () => {
    expect(backTest(indicator, readings([1, 2, 4, 5, 7]))).toBeNull()
    expect(backTest(indicator, readings([1, 2, 4, 5, 7, 8]).toSpliced(2, 1))).toBeNull()
    expect(backTest(indicator, [...readings([1, 2, 4, 5, 7]), ...readings([0, 0, 0, 0, 0, 8], '另一口径').slice(-1)])).toBeNull()
    expect(backTest({ ...indicator, kind: 'level' }, readings([0, 2, 4, 5, 7, 8]))).toBeNull()
  })

  it('has never more within 50 % than within 80 %, nor more there than foretold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 6, maxLength: 30 }), (values) => {
        const found = backTest(indicator, readings(values))
        expect(found?.forecasts).toBe(values.length - 3)
        expect(found && found.in50 <= found.in80 && found.in80 <= found.forecasts).toBe(true)
      }),
    )
  })
})
