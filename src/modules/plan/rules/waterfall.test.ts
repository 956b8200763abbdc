import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, compare, type Exact, exactOf, ratio, subtract, textOfExact } from '../../../core/exact.ts'
import { isRateOf, shownWaterfall, waterfall } from './waterfall.ts'

const parts = fc
  .record({ numerator: fc.bigInt({ min: 0n, max: 10n ** 12n }), denominator: fc.bigInt({ min: 1n, max: 10n ** 12n }), cents: fc.boolean() })
  .map(({ numerator, denominator, cents }) => ({ numerator: ratio(numerator, cents ? 100n : 1n), denominator: ratio(denominator) }))
const x = (text: string): Exact => exactOf(text)!
const size = (value: Exact): Exact => (compare(value, 0) < 0 ? subtract(0, value) : value)

describe('a change of a rate', () => {
  it('is what its numerator and what its denominator did, exactly and in full', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const { from, byNumerator, byDenominator, to } = waterfall(before, after, 100)!
        expect(subtract(add(add(from, byNumerator), byDenominator), to)).toBe(0)
      }),
    )
  })

  it('is the same way back, with the signs turned: neither part is taken to have moved first', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const [there, back] = [waterfall(before, after)!, waterfall(after, before)!]
        expect(add(there.byNumerator, back.byNumerator)).toBe(0)
        expect(add(there.byDenominator, back.byDenominator)).toBe(0)
      }),
    )
  })

  it('belongs to the numerator alone where the denominator stood still, and the other way round', () => {
    const [a, b, c] = [
      { numerator: 38, denominator: 120 },
      { numerator: 45, denominator: 120 },
      { numerator: 38, denominator: 95 },
    ]
    expect(waterfall(a, b, 100)).toEqual({ from: ratio(95n, 3n), byNumerator: ratio(35n, 6n), byDenominator: 0, to: ratio(75n, 2n) })
    expect(waterfall(a, c, 100)).toEqual({ from: ratio(95n, 3n), byNumerator: 0, byDenominator: ratio(25n, 3n), to: 40 })
  })

  it('is the mean over both orders: 78 of 100 becoming 90 of 110', () => {
    const found = waterfall({ numerator: 78, denominator: 100 }, { numerator: 90, denominator: 110 }, 100)!
    // First the numerator: 12/100 and 90/110 − 90/100; first the denominator: 12/110 and 78/110 − 78/100.
    expect(textOfExact(found.byNumerator, 4)).toBe('11.4545…')
    expect(textOfExact(found.byDenominator, 4)).toBe('-7.6364…')
  })

  it('cannot be told where there was nothing to divide by', () => {
    expect(waterfall({ numerator: 0, denominator: 0 }, { numerator: 1, denominator: 2 })).toBeNull()
    expect(waterfall({ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 0 })).toBeNull()
  })
})

describe('the change as it is shown', () => {
  it('adds up in the digits that are shown, and no effect is off by two of the last', () => {
    const unit = x('0.01')
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const exact = waterfall(before, after, 100)!
        const shown = shownWaterfall(exact, 2)
        expect(subtract(add(add(shown.from, shown.byNumerator), shown.byDenominator), shown.to)).toBe(0)
        for (const part of ['byNumerator', 'byDenominator'] as const)
          expect(compare(size(subtract(shown[part], exact[part])), add(unit, unit))).toBeLessThan(0)
        for (const part of ['from', 'to'] as const)
          expect(compare(size(subtract(shown[part], exact[part])), x('0.005'))).toBeLessThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a reported rate', () => {
  it.each([
    ['31.7', true],
    ['31.67', true],
    ['31.6', false],
    ['32', true],
    ['31.70', false],
  ])('of %s is that of 38 out of 120 to the digits it is reported with: %s', (reported, expected) => {
    expect(isRateOf(reported, { numerator: 38, denominator: 120 }, 100)).toBe(expected)
  })
})
