import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Comparator, Indicator, Reading, Target } from '../../../pack/pack.ts'
import { countAtLeast } from './distribution.ts'
import { countsEvents, eventFan } from './events.ts'

const counted = (more: Partial<Indicator> = {}) => ({ kind: 'count', origin: 'operations', direction: 'up', ...more }) as Indicator
const target = (value: string, comparator: Comparator = '>=', period = '2026') => ({ value, comparator, period }) as Target
const reading = (period: string, value: string) => ({ period, value }) as Reading

describe('a count from operations', () => {
  it('is a count, and from operations', () => {
    expect(countsEvents(counted())).toBe(true)
    expect([countsEvents(counted({ origin: 'declared' })), countsEvents(counted({ kind: 'level' }))]).toEqual([false, false])
  })

  it('will reach a goal of the year as the published vector says: 120 in eight months, 80 more in four', () => {
    const [only] = eventFan(counted(), target('200'), '2026-01-01', reading('2026-01/2026-08', '120'), 1)
    // The vector counts months, this days: 243 and 122.
    expect(only?.attain).toBeCloseTo(countAtLeast(80, { events: 120, elapsed: 243, remaining: 122 }), 12)
    expect(only?.attain).toBeCloseTo(0.0267, 2)
    expect(only).toMatchObject({ space: 'count', horizon: 1 })
  })

  it('is surely reached once it is, and nothing is said of a time that is over or has not begun', () => {
    expect(eventFan(counted(), target('100'), '2026-01-01', reading('2026-01/2026-08', '120'), 1)[0]?.attain).toBe(1)
    expect(eventFan(counted(), target('100'), '2026-01-01', reading('2026', '90'))).toEqual([])
    expect(eventFan(counted(), target('100'), '2027-01-01', reading('2026-01/2026-08', '90'))).toEqual([])
    expect(eventFan(counted(), target('100'), '2026-01-01', reading('2026-06', '1.5'))).toEqual([])
  })

  it('takes each comparator at its word, to the single event', () => {
    const chance = (comparator: Comparator, value: string) =>
      eventFan(counted(), target(value, comparator), '2026-01-01', reading('2026-01/2026-06', '10'), 1)[0]!.attain
    expect(chance('>', '19')).toBe(chance('>=', '20'))
    expect(chance('>', '19.5')).toBe(chance('>=', '20'))
    expect(chance('>=', '19.5')).toBe(chance('>=', '20'))
    expect(chance('<=', '19') + chance('>=', '20')).toBeCloseTo(1, 12)
    expect(chance('<', '20')).toBe(chance('<=', '19'))
    expect(chance('<=', '19.5')).toBe(chance('<=', '19'))
    expect(chance('≈', '20')).toBe(chance('>=', '20'))
  })

  it('lies within its bands as often as they say, and widens with the time that remains', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (events) => {
        const fan = eventFan(counted(), target('9000', '>=', '2028'), '2024-01-01', reading('2026', String(events)))
        expect(fan).toHaveLength(6)
        for (const [index, { value, band50, band80 }] of fan.entries()) {
          expect([band80.low, band50.low, value, band50.high, band80.high]).toEqual(
            [band80.low, band50.low, value, band50.high, band80.high].toSorted((a, b) => a - b),
          )
          expect(band80.low).toBeGreaterThanOrEqual(events)
          const watched = { events, elapsed: 1096, remaining: (731 * (index + 1)) / 6 }
          // Quantiles: the smallest number with which the share is passed.
          expect(countAtLeast(band80.high - events + 1, watched)).toBeLessThanOrEqual(0.1 + 1e-12)
          expect(countAtLeast(band80.high - events, watched)).toBeGreaterThan(0.1 - 1e-12)
          expect(countAtLeast(band80.low - events + 1, watched)).toBeLessThanOrEqual(0.9 + 1e-12)
        }
        const widths = fan.map(({ band80 }) => band80.high - band80.low)
        expect(widths).toEqual(widths.toSorted((a, b) => a - b))
      }),
      { numRuns: 100 },
    )
  })
})
