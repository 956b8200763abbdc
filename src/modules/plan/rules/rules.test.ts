import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exact, exactOf, textOfExact } from '../../../core/exact.ts'
import { elapsedShare, requiredRestGrowth, shareOfYearForecast } from './annual.ts'
import { ln, root } from './decimal.ts'
import { beta, countAtLeast, studentBelow, studentQuantile } from './distribution.ts'
import { forecast } from './forecast.ts'
import { holds, type Method, methodFor, paceOf } from './status.ts'

const x = (text: string): Exact => exactOf(text)!
const near = (value: Exact | null): number => Number(textOfExact(value!, 12).replace('…', ''))
const at = (year: number, value: string) => ({ on: `${year}-12-31`, value: x(value) })
const pace = (method: Method, from: [number, string], to: [number, string], goal: [number, string]) =>
  paceOf(method, at(...from), at(...to), at(...goal), 'up')

describe('status against a target', () => {
  it.each([
    [[2022, '9'], [2024, '11.2'], [2026, '14'], 0.9894, 'on-track', 0.88, 'accelerate', 11.5, 11.225],
    [[2020, '60'], [2022, '80'], [2026, '90'], 2.2128, 'on-track', 2.0, 'on-track', 70, 68.683],
    [[2021, '2000'], [2024, '2900'], [2026, '4500'], 0.7488, 'accelerate', 0.6, 'accelerate', 3500, 3253.4],
  ] as const)(
    'reads %j → %j, wanted %j, as the published vectors do',
    (from, to, goal, growth, growthWord, linear, linearWord, dueLinear, dueGrowth) => {
      const byGrowth = pace('growth', [...from], [...to], [...goal])
      const byLine = pace('linear', [...from], [...to], [...goal])
      expect(near(byGrowth.ratio)).toBeCloseTo(growth, 4)
      expect(byGrowth.category).toBe(growthWord)
      expect(near(byLine.ratio)).toBeCloseTo(linear, 4)
      expect(byLine.category).toBe(linearWord)
      expect(near(byLine.due)).toBeCloseTo(dueLinear, 3)
      expect(near(byGrowth.due)).toBeCloseTo(dueGrowth, dueGrowth > 100 ? 1 : 3)
    },
  )
  it('stands exactly on 0.6 without falling below it by rounding', () => {
    expect(pace('linear', [2021, '2000'], [2024, '2900'], [2026, '4500'])).toMatchObject({ category: 'accelerate' })
    expect(pace('linear', [2021, '2000'], [2024, '2899.999999'], [2026, '4500'])).toMatchObject({ category: 'limited' })
  })
  it('stands exactly on 0.95 where observed growth is that share of the needed one', () => {
    // Needed 10 % a year, observed 9.5 % a year, both exact.
    expect(paceOf('growth', at(2020, '100'), at(2021, '109.5'), at(2022, '121'), 'up').category).toBe('on-track')
    expect(paceOf('growth', at(2020, '100'), at(2021, '109.49999999999999'), at(2022, '121'), 'up').category).toBe('accelerate')
  })
  it('says moving away when a value that should rise falls', () => {
    expect(pace('linear', [2020, '10'], [2021, '9'], [2026, '20']).category).toBe('moving-away')
    expect(paceOf('linear', at(2020, '10'), at(2021, '9'), at(2026, '5'), 'down').category).toBe('on-track')
  })
  it.each([
    ['growth', '0', '5', '10', 'signs'],
    ['growth', '5', '6', '-1', 'signs'],
    ['logit', '0.5', '1', '0.9', 'bounds'],
    ['linear', '5', '6', '5', 'no-path'],
  ] as const)('refuses %s from %s over %s to %s: %s', (method, from, to, goal, reason) => {
    expect(pace(method, [2020, from], [2021, to], [2026, goal])).toMatchObject({ category: 'not-assessable', reason, ratio: null })
  })
  it('takes the logit for shares near a bound, growth for levels, a line for the rest', () => {
    expect(methodFor('ratio', x('0.5'), x('0.9'))).toBe('logit')
    expect(methodFor('ratio', x('0.3'), x('0.7'))).toBe('linear')
    expect(methodFor('level', x('9'), x('14'))).toBe('growth')
    expect(methodFor('count', x('9'), x('14'))).toBe('linear')
  })
  it('moves a share on its log-odds', () => {
    const odds = (p: number): number => Math.log(p / (1 - p))
    const { ratio } = pace('logit', [2020, '0.52'], [2024, '0.8'], [2028, '0.9'])
    expect(near(ratio)).toBeCloseTo((odds(0.8) - odds(0.52)) / 4 / ((odds(0.9) - odds(0.52)) / 8), 10)
  })
  it('reads 超过 as strictly more and 以上 as including the number', () => {
    expect(holds(x('14'), '>', x('14'))).toBe(false)
    expect(holds(x('14.0000001'), '>', x('14'))).toBe(true)
    expect(holds(x('33'), '>=', x('33'))).toBe(true)
    expect(holds(x('11'), '≈', x('11'))).toBeNull()
  })
})

describe('inside the year', () => {
  it('needs 37.22 % of the rest when 2200, 1300, 1625 shall grow by 30 %', () => {
    expect(near(requiredRestGrowth(2200, 1300, 1625, x('0.30')))).toBeCloseTo(0.3722, 4)
    expect(shareOfYearForecast(2200, 1300, 1625)).toBe(2750)
  })
  it('has no answer where last year leaves no rest', () => {
    expect(requiredRestGrowth(2200, 2200, 1625, x('0.30'))).toBeNull()
    expect(shareOfYearForecast(2200, 0, 1625)).toBeNull()
  })
  it('ends the year at exactly 1', () => {
    expect(elapsedShare('2022-12-31')).toBe(1)
    expect(textOfExact(elapsedShare('2024-06-30'))).toBe('0.497268…')
  })
})

describe('forecast', () => {
  const values = [7.4, 8.0, 9.0, 9.8, 11.2]
  it('follows the published vectors in level, log and logit space', () => {
    const level = forecast(values, 2, 14, 'up', 'level')!
    expect(level.value).toBeCloseTo(13.1, 4)
    expect(level.sigma).toBeCloseTo(0.59161, 5)
    expect(level.band80.low).toBeCloseTo(12.131, 3)
    expect(level.band80.high).toBeCloseTo(14.069, 3)
    expect(level.attain).toBeCloseTo(0.1128, 4)
    const log = forecast(values, 2, 14, 'up', 'log')!
    expect([log.value, log.band80.low, log.band80.high]).toEqual([
      expect.closeTo(13.7788, 4),
      expect.closeTo(12.784, 3),
      expect.closeTo(14.851, 3),
    ])
    expect(log.attain).toBeCloseTo(0.3754, 4)
    const logit = forecast([0.52, 0.6, 0.66, 0.72, 0.8], 4, 0.9, 'up', 'logit')!
    expect([logit.value, logit.band80.low, logit.band80.high, logit.attain]).toEqual([
      expect.closeTo(0.9366, 4),
      expect.closeTo(0.91, 4),
      expect.closeTo(0.9557, 4),
      expect.closeTo(0.9391, 4),
    ])
  })
  it('counts with the negative binomial', () => {
    expect(countAtLeast(62, { events: 38, elapsed: 24, remaining: 32 })).toBeCloseTo(0.1736, 4)
    expect(countAtLeast(80, { events: 120, elapsed: 8, remaining: 4 })).toBeCloseTo(0.0267, 4)
  })
  it('gives no probability from two values', () => {
    expect(forecast([1, 2], 3, 5, 'up', 'level')).toBeNull()
    expect(forecast([0, 2, 3], 3, 5, 'up', 'log')).toBeNull()
  })
  it('knows the quantiles of Student’s t to ten digits', () => {
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736174705, 9)
    expect(studentQuantile(0.9, 3)).toBeCloseTo(1.63774435369621, 10)
    expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138851964939, 10)
    expect(studentBelow(1, 1)).toBeCloseTo(0.75, 12)
    expect(beta(0.5, 2, 3)).toBeCloseTo(0.6875, 12)
  })
  it('agrees with what can be said of t and beta without any approximation, to ten digits', () => {
    expect(studentQuantile(0.95, 1)).toBeCloseTo(6.313751514675043, 10)
    expect(studentQuantile(0.975, 2)).toBeCloseTo(4.302652729749464, 10)
    expect(studentQuantile(0.975, 5)).toBeCloseTo(2.570581835636314, 10)
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (t, share) => {
        expect(studentBelow(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 10)
        expect(studentBelow(t, 2)).toBeCloseTo(0.5 + t / (2 * Math.sqrt(2 + t * t)), 10)
        expect(beta(share, 7.5, 1)).toBeCloseTo(share ** 7.5, 10)
        expect(beta(share, 1, 7.5)).toBeCloseTo(1 - (1 - share) ** 7.5, 10)
        expect(beta(share, 3.5, 20) + beta(1 - share, 20, 3.5)).toBeCloseTo(1, 10)
      }),
    )
  })
})

describe('fifty digits', () => {
  it('takes roots and logarithms that multiply back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 60 }),
        (top, bottom, degree) => {
          const value = x(`${top}`)
          expect(near(root(value, degree)) ** degree / top).toBeCloseTo(1, 6)
          expect(near(ln(value)) - near(ln(x(`${bottom}`)))).toBeCloseTo(Math.log(top / bottom), 8)
        },
      ),
      { numRuns: 200 },
    )
    expect(textOfExact(ln(2), 40).slice(0, 40)).toBe('0.69314718055994530941723212145817656807')
  })
})
