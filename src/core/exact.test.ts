import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  denominator,
  divide,
  type Exact,
  exactOf,
  greater,
  isWhole,
  multiply,
  negate,
  numerator,
  ratio,
  smaller,
  subtract,
  textOfExact,
} from './exact.ts'

/** Small and huge numbers, whole and not, around the edge of 2^53 most of all. */
const some: fc.Arbitrary<Exact> = fc
  .tuple(
    fc.oneof(
      fc.bigInt(-20n, 20n),
      fc.bigInt(-(2n ** 53n) - 3n, -(2n ** 53n) + 3n),
      fc.bigInt(2n ** 53n - 3n, 2n ** 53n + 3n),
      fc.bigInt(-(2n ** 80n), 2n ** 80n),
    ),
    fc.oneof(fc.constant(1n), fc.bigInt(1n, 12n), fc.bigInt(1n, 2n ** 60n)),
  )
  .map(([n, d]) => ratio(n, d))
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b))

/** The one form a number has: a safe integer as a number, anything else a reduced fraction with a positive denominator. */
const isCanonical = (x: Exact): boolean => {
  if (typeof x === 'number') return Number.isSafeInteger(x) && !Object.is(x, -0)
  const [n, d] = [x.n < 0n ? -x.n : x.n, x.d]
  return d > 0n && gcd(n, d) === 1n && (d > 1n || n > BigInt(Number.MAX_SAFE_INTEGER))
}
/** a/b by cross-multiplication alone. */
const same = (x: Exact, n: bigint, d: bigint): boolean => numerator(x) * d === n * denominator(x)

describe('exact numbers', () => {
  it('add, subtract, multiply, divide and compare as fractions do, in one canonical form', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [an, ad, bn, bd] = [numerator(a), denominator(a), numerator(b), denominator(b)]
        const results: [Exact, bigint, bigint][] = [
          [add(a, b), an * bd + bn * ad, ad * bd],
          [subtract(a, b), an * bd - bn * ad, ad * bd],
          [multiply(a, b), an * bn, ad * bd],
          [negate(a), -an, ad],
          ...(bn === 0n ? [] : [[divide(a, b), an * bd, ad * bn] as [Exact, bigint, bigint]]),
        ]
        for (const [x, n, d] of results) expect([isCanonical(x), same(x, n, d)]).toEqual([true, true])
        expect(Math.sign(compare(a, b))).toBe(an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0)
        expect([smaller(a, b), greater(a, b)]).toEqual(compare(a, b) <= 0 ? [a, b] : [b, a])
        expect(isWhole(a)).toBe(an % ad === 0n)
      }),
      { numRuns: 2000 },
    )
  })
  it('do not know that 0.1 + 0.2 is not 0.3', () => {
    expect(add(exactOf('0.1')!, exactOf('0.2')!)).toEqual(exactOf('0.3'))
    expect(multiply(divide(1, 3), 3)).toBe(1)
  })
  it('go on beyond 2^53 without losing a unit', () => {
    expect(add(Number.MAX_SAFE_INTEGER, 2)).toEqual({ n: 2n ** 53n + 1n, d: 1n })
    expect(subtract(add(Number.MAX_SAFE_INTEGER, 2), 2)).toBe(Number.MAX_SAFE_INTEGER)
    expect(multiply(94_906_267, 94_906_267)).toEqual({ n: 94_906_267n ** 2n, d: 1n })
  })
  it('have no negative zero', () => {
    for (const zero of [negate(0), multiply(-5, 0), add(-5, 5), subtract(0, 0), exactOf('-0')!, divide(0, -3)])
      expect(Object.is(zero, 0)).toBe(true)
  })
  it('cannot have the denominator 0', () => {
    expect(() => ratio(1n, 0n)).toThrow('denominator')
  })
})

describe('decimal text', () => {
  it.each(['', ' ', '1e3', '１００', '.5', '5.', 'NaN', 'Infinity', '0x1', '1,000', '+1', '--1', '1 ', '1.2.3', '9'.repeat(43)])(
    'refuses %j',
    (text) => {
      expect(exactOf(text)).toBeNull()
    },
  )
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.nat(12), (n, places) => {
        const x = ratio(n, 10n ** BigInt(places))
        expect(exactOf(textOfExact(x, 12))).toEqual(x)
      }),
    )
  })
  it('marks a number that goes on', () => {
    expect([
      textOfExact(divide(1, 3), 4),
      textOfExact(divide(-2, 3), 2),
      textOfExact(divide(1, 8), 2),
      textOfExact(divide(1, 8), 3),
      textOfExact(divide(7, 2), 0),
    ]).toEqual(['0.3333…', '-0.67…', '0.13…', '0.125', '4…'])
  })
})
