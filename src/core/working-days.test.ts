import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber } from './dates.ts'
import { workingDaysAfter, workingDaysBetween } from './working-days.ts'

const day = fc.integer({ min: -25_000, max: 80_000 }).map(dayOfNumber)

describe('working days', () => {
  it('leave out Saturday and Sunday', () => {
    expect(workingDaysAfter('2024-06-28', 1)).toBe('2024-07-01')
    expect(workingDaysAfter('2024-06-29', 1)).toBe('2024-07-01')
    expect(workingDaysAfter('2024-07-01', 10)).toBe('2024-07-15')
    expect(workingDaysBetween('2024-06-28', '2024-07-01')).toBe(1)
    expect(workingDaysBetween('2024-07-01', '2024-06-28')).toBe(-1)
  })

  it('are counted back exactly', () => {
    fc.assert(
      fc.property(day, fc.nat(200), (from, count) => {
        expect(workingDaysBetween(from, workingDaysAfter(from, count))).toBe(count)
      }),
    )
  })

  it('add up over any day between', () => {
    fc.assert(
      fc.property(day, fc.nat(300), fc.nat(300), (from, a, b) => {
        const middle = workingDaysAfter(from, a)
        expect(workingDaysAfter(middle, b)).toBe(workingDaysAfter(from, a + b))
      }),
    )
  })
})
