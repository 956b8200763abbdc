import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayOf,
  dayOfNumber,
  daysInMonth,
  isDayNumber,
  isIn,
  monthsBetween,
  numberOfDay,
  overlaps,
  spanOf,
} from './dates.ts'

const FIRST = numberOfDay('1900-01-01')
const LAST = numberOfDay('2199-12-31')
const day = fc.integer({ min: FIRST, max: LAST }).map(dayOfNumber)
/** Far enough from both ends for some years of months. */
const middle = fc.integer({ min: numberOfDay('1950-01-01'), max: numberOfDay('2150-12-31') }).map(dayOfNumber)

describe('days', () => {
  it('are numbered without a gap, as the calendar of the platform has them', () => {
    for (let number = FIRST; number <= LAST; number++) {
      const text = new Date(number * 86_400_000).toISOString().slice(0, 10)
      if (dayOfNumber(number) !== text || numberOfDay(text) !== number || dayOf(text) !== text)
        expect([number, dayOfNumber(number)]).toEqual([number, text])
    }
    expect([
      isDayNumber(FIRST),
      isDayNumber(FIRST - 1),
      isDayNumber(LAST),
      isDayNumber(LAST + 1),
      isDayNumber(0.5),
      isDayNumber('0'),
    ]).toEqual([true, false, true, false, false, false])
  })
  it.each([
    '2023-02-30',
    '2023-2-3',
    '20230203',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '1899-12-31',
    '2200-01-01',
    '2023-01-01 ',
    ' 2023-01-01',
    '２０２３-01-01',
    '2023/01/01',
    '',
    '2100-02-29',
  ])('refuses %j', (text) => {
    expect(dayOf(text)).toBeNull()
  })
  it('knows leap years', () => {
    expect([daysInMonth(2000, 2), daysInMonth(2100, 2), daysInMonth(2024, 2), daysInMonth(2023, 4)]).toEqual([29, 28, 29, 30])
  })
  it('adds and takes away days', () => {
    fc.assert(
      fc.property(
        middle,
        fc.integer({ min: -9000, max: 9000 }),
        (a, n) => void expect(numberOfDay(addDays(a, n)) - numberOfDay(a)).toBe(n),
      ),
    )
  })
})

describe('months', () => {
  it('clamp to the end of the month', () => {
    expect([
      addMonths('2024-01-31', 1),
      addMonths('2023-01-31', 1),
      addMonths('2024-02-29', 12),
      addMonths('2024-03-31', -1),
      addMonths('2024-01-15', -1),
    ]).toEqual(['2024-02-29', '2023-02-28', '2025-02-28', '2024-02-29', '2023-12-15'])
  })
  it('make a day that exists, in the month that is meant, never later in it', () => {
    fc.assert(
      fc.property(middle, fc.integer({ min: -300, max: 300 }), (a, n) => {
        const b = addMonths(a, n)
        expect(dayOf(b)).toBe(b)
        const index = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7))
        expect(index(b) - index(a)).toBe(n)
        expect(b.slice(8) <= a.slice(8)).toBe(true)
      }),
    )
  })
  it('between two days are the most that fit', () => {
    fc.assert(
      fc.property(middle, middle, (a, b) => {
        const n = monthsBetween(a, b)
        expect(Object.is(n, -0)).toBe(false)
        if (a <= b) expect(addMonths(a, n) <= b && addMonths(a, n + 1) > b).toBe(true)
        else expect(n).toBe(0 - monthsBetween(b, a))
      }),
    )
  })
})

describe('validity', () => {
  const validity = fc
    .tuple(fc.option(day), fc.option(day))
    .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }))
  it('holds both of its ends', () => {
    expect([
      isIn({ from: '2024-01-01', to: '2024-12-31' }, '2024-01-01'),
      isIn({ from: '2024-01-01', to: '2024-12-31' }, '2024-12-31'),
      isIn({ from: null, to: '2024-12-31' }, '2025-01-01'),
    ]).toEqual([true, true, false])
  })
  it('overlaps another exactly if some day lies in both', () => {
    fc.assert(
      fc.property(validity, validity, (a, b) => {
        const ends = ['1900-01-01', a.from, a.to, b.from, b.to].filter((each) => each !== null)
        expect(overlaps(a, b)).toBe(ends.some((each) => isIn(a, each) && isIn(b, each)))
        expect(overlaps(a, b)).toBe(overlaps(b, a))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('periods of statistics', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-07-09', '2024-07-09', '2024-07-09'],
    ['2025-Q1', '2025-01-01', '2025-03-31'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['2024-01/2024-09', '2024-01-01', '2024-09-30'],
    ['2025/2027', '2025-01-01', '2027-12-31'],
  ])('reads %s', (text, first, last) => {
    expect(spanOf(text)).toEqual({ first, last })
  })
  it.each([
    '',
    '24',
    '2024-13',
    '2024-Q5',
    '2024-Q0',
    '2027/2025',
    '2024/2025/2026',
    '2024/',
    '/2024',
    '2024-02-30',
    '1800',
    '2024-q1',
    '2024 - 2025',
    '1800-Q1',
  ])('refuses %j', (text) => {
    expect(spanOf(text)).toBeNull()
  })
})
