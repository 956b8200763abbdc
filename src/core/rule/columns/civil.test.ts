import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayOf, dayOfNumber, FIRST_DAY, LAST_DAY, monthsBetween, numberOfDay } from '../../dates.ts'
import { dayOfMonth, laterByMonths, monthOfDay, monthsOfDays, weekdayOfDay, yearOfDay, yearsOfDays } from './civil.ts'

const someDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY })

describe('days as numbers', () => {
  it('have the year, month and day that their text has, every one of them', () => {
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const text = [yearOfDay(day), monthOfDay(day), dayOfMonth(day)].map((part) => String(part).padStart(2, '0')).join('-')
      if (text !== dayOfNumber(day)) expect(text).toBe(dayOfNumber(day))
    }
    expect(yearOfDay(LAST_DAY)).toBe(2199)
  })
  it.each([
    ['2024-07-01', 1],
    ['2024-06-30', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['1900-01-01', 1],
  ])('know that %s is day %i of the week', (text, weekday) => {
    expect(weekdayOfDay(numberOfDay(text))).toBe(weekday)
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
