import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayOf, dayOfNumber, monthsBetween, numberOfDay } from '../../dates.ts'
import { FIRST_DAY, LAST_DAY, laterByMonths, monthsOfDays, yearOfDay, yearsOfDays } from './civil.ts'

const someDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY })

describe('days as numbers', () => {
  it('have the year that their text has, every one of them', () => {
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) if (yearOfDay(day) !== Number(dayOfNumber(day).slice(0, 4))) expect(day).toBeNull()
    expect(yearOfDay(LAST_DAY)).toBe(2199)
  })
  it('lie as many whole months and years apart as their texts', () => {
    fc.assert(
      fc.property(someDay, someDay, (a, b) => {
        const months = monthsBetween(dayOfNumber(a), dayOfNumber(b))
        expect(monthsOfDays(a, b) + 0).toBe(months + 0)
        expect(yearsOfDays(a, b) + 0).toBe(Math.trunc(months / 12) + 0)
      }),
      { numRuns: 20_000 },
    )
  })
  it.each([
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2024-02-29', '2023-02-28', -12],
    ['2024-03-31', '2024-04-29', 0],
  ])('count from %s to %s %i months, as a month’s last day counts', (a, b, months) => {
    expect(monthsOfDays(numberOfDay(a), numberOfDay(b))).toBe(months)
  })
  it('move by months as their texts do, and nowhere outside the calendar', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, months) => {
        const later = dayOf(addMonths(dayOfNumber(day), months))
        expect(laterByMonths(day, months)).toBe(later === null ? Number.NaN : numberOfDay(later))
      }),
      { numRuns: 20_000 },
    )
  })
})
