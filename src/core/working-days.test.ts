import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOfNumber } from './dates.ts'
import { isProvisional, isWeekend, isWorkingDay, type WorkCalendar, workingDaysAfter, workingDaysBetween } from './working-days.ts'

const NONE: WorkCalendar = { days: new Map(), years: [] }
const arranged = (off: readonly Day[], worked: readonly Day[]): WorkCalendar => ({
  days: new Map([
    ...off.map((day): [Day, { kind: 'holiday' | 'working-day' }] => [day, { kind: 'holiday' }]),
    ...worked.map((day): [Day, { kind: 'working-day' }] => [day, { kind: 'working-day' }]),
  ]),
  years: [],
})
/** Labour Day 2022 as it was arranged: five days off, and two Sundays and Saturdays worked for it. */
const LABOUR_DAY = arranged(['2022-04-30', '2022-05-01', '2022-05-02', '2022-05-03', '2022-05-04'], ['2022-04-24', '2022-05-07'])

const day = fc.integer({ min: -25_000, max: 80_000 }).map(dayOfNumber)
/** A day with some arrangement of the year after it: at most a third of it off, and weekends worked here and there. */
const dayInCalendar = fc
  .record({ from: day, off: fc.array(fc.nat(365), { maxLength: 120 }), worked: fc.array(fc.nat(365), { maxLength: 60 }) })
  .map(({ from, off, worked }) => ({
    from,
    calendar: arranged(
      off.map((after) => addDays(from, after)),
      worked.map((after) => addDays(from, after)).filter(isWeekend),
    ),
  }))

describe('working days', () => {
  it('leave out Saturday and Sunday', () => {
    expect(workingDaysAfter(NONE, '2024-06-28', 1)).toBe('2024-07-01')
    expect(workingDaysAfter(NONE, '2024-06-29', 1)).toBe('2024-07-01')
    expect(workingDaysAfter(NONE, '2024-07-01', 10)).toBe('2024-07-15')
    expect(workingDaysBetween(NONE, '2024-06-28', '2024-07-01')).toBe(1)
    expect(workingDaysBetween(NONE, '2024-07-01', '2024-06-28')).toBe(-1)
  })

  it('leave out holidays and count the days that are worked for them', () => {
    expect(workingDaysAfter(LABOUR_DAY, '2022-04-28', 5)).toBe('2022-05-09')
    expect(workingDaysAfter(LABOUR_DAY, '2022-04-22', 1)).toBe('2022-04-24')
    expect(workingDaysBetween(LABOUR_DAY, '2022-04-29', '2022-05-08')).toBe(3)
  })

  it('are counted back exactly', () => {
    fc.assert(
      fc.property(dayInCalendar, fc.nat(200), ({ from, calendar }, count) => {
        expect(workingDaysBetween(calendar, from, workingDaysAfter(calendar, from, count))).toBe(count)
      }),
    )
  })

  it('add up over any day between', () => {
    fc.assert(
      fc.property(dayInCalendar, fc.nat(200), fc.nat(200), ({ from, calendar }, a, b) => {
        const middle = workingDaysAfter(calendar, from, a)
        expect(workingDaysAfter(calendar, middle, b)).toBe(workingDaysAfter(calendar, from, a + b))
      }),
    )
  })

  it('never end on a holiday or an ordinary weekend', () => {
    fc.assert(
      fc.property(dayInCalendar, fc.integer({ min: 1, max: 300 }), ({ from, calendar }, count) => {
        expect(isWorkingDay(calendar, workingDaysAfter(calendar, from, count))).toBe(true)
      }),
    )
  })
})

describe('a count of working days', () => {
  const calendar: WorkCalendar = { days: new Map(), years: [2025, 2026] }
  it.each<[Day, Day, boolean]>([
    ['2026-11-24', '2026-12-08', false],
    ['2024-12-31', '2025-01-07', false],
    ['2024-12-30', '2025-01-07', true],
    ['2026-12-01', '2026-12-24', false],
    // The arrangement of a new year has made the last Saturday of the old one a working day before.
    ['2026-12-01', '2026-12-25', true],
    ['2026-12-31', '2027-01-05', true],
    ['2027-05-01', '2027-05-01', false],
  ])('from %s to %s is provisional: %s', (from, to, expected) => expect(isProvisional(calendar, from, to)).toBe(expected))

  it('is provisional wherever it ends after the last year that is arranged', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 400 }), (from, count) => {
        const to = workingDaysAfter(calendar, from, count)
        fc.pre(to > '2026-12-31')
        expect(isProvisional(calendar, from, to)).toBe(true)
      }),
    )
  })
})
