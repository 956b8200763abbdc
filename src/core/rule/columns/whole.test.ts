import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exact } from '../../exact.ts'
import { roundTo } from '../../money.ts'
import { helpersOf } from './helpers.ts'
import * as quotient from './quotient.ts'
import * as whole from './whole.ts'

const LIMIT = 2n ** 53n

/** What code over x and y computes; lines are what had a name. */
const run = (write: (bind: whole.Bind) => string, x: number | bigint, y: number | bigint): number | bigint => {
  const lines: string[] = []
  const code = write((each) => `v${lines.push(`const v${lines.length} = ${each}`) - 1}`)
  const { big, bigFloor } = helpersOf([])
  return new Function('x', 'y', 'big', 'bigFloor', `${lines.join('\n')}\nreturn ${code}`)(x, y, big, bigFloor) as number | bigint
}
const floorOf = (n: bigint, d: bigint): bigint => (n % d !== 0n && n < 0n ? n / d - 1n : n / d)
const someWhole = (low: bigint, high: bigint): fc.Arbitrary<bigint> => fc.bigInt({ min: low, max: high })

describe('division in doubles', () => {
  const x = whole.measured('x', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  const y = whole.measured('y', 1, Number.MAX_SAFE_INTEGER)
  const floored = whole.floored(x, y)
  /** Numbers beside whole multiples, where a rounded quotient would go wrong first. */
  const besideMultiples = fc.tuple(someWhole(1n, LIMIT - 1n), someWhole(1n, LIMIT - 1n), someWhole(-2n, 2n)).map(([d, q, off]) => ({
    n: (q % ((LIMIT - 1n) / d + 1n)) * d + off,
    d,
  }))
  it('finds the whole number below, for all whole numbers up to 2^53', () => {
    expect(floored.code).toBe('Math.floor(x / y)')
    fc.assert(
      fc.property(besideMultiples, fc.boolean(), ({ n, d }, isNegative) => {
        const top = isNegative ? -n : n
        fc.pre(top < LIMIT && top > -LIMIT)
        expect(BigInt(run(() => floored.code, Number(top), Number(d)))).toBe(floorOf(top, d))
      }),
      { numRuns: 20_000 },
    )
  })
  it('leaves numbers beyond 2^53 to bigints', () => {
    const wide = whole.times(x, whole.constant(3n))
    expect(whole.floored(wide, y).code).toContain('bigFloor')
    expect(run(() => whole.floored(wide, y).code, Number.MAX_SAFE_INTEGER, 7)).toBe(((LIMIT - 1n) * 3n) / 7n)
  })
})

describe('arithmetic in code', () => {
  it.each([
    ['plus', whole.plus, (a: bigint, b: bigint) => a + b],
    ['minus', whole.minus, (a: bigint, b: bigint) => a - b],
    ['times', whole.times, (a: bigint, b: bigint) => a * b],
  ] as const)('is exact on both sides of 2^53: %s', (_, write, compute) => {
    const range = fc.bigInt({ min: 1n, max: LIMIT - 1n })
    fc.assert(
      fc.property(range, range, fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (a, b, s, t) => {
        const [x, y] = [Math.round(Number(a) * s), Math.round(Number(b) * t)]
        const result = write(whole.measured('x', -a, a), whole.measured('y', -b, b))
        const value = run(() => result.code, x, y)
        expect(BigInt(value)).toBe(compute(BigInt(x), BigInt(y)))
        expect(result.big || (result.low > -LIMIT && result.high < LIMIT)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('computes with doubles as long as they are proven exact, and only as long', () => {
    const money = whole.measured('x', 0, 2_000_000_000_000_000)
    expect(whole.times(money, whole.constant(4n))).toMatchObject({ big: false, code: '(x * 4)' })
    expect(whole.times(money, whole.constant(5n))).toMatchObject({ big: true, code: '(big(x) * 5n)' })
  })
})

describe('rounding in code', () => {
  const modes = ['half-up', 'half-down', 'half-even', 'floor', 'ceiling'] as const
  const sizes = [1_000n, 10n ** 12n, LIMIT - 1n]
  it.each(modes.flatMap((mode) => sizes.map((size) => [mode, size] as const)))('is that of money.ts: %s, up to %i', (mode, size) => {
    const value = fc.bigInt({ min: -size, max: size })
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 2, 3, 100, 1_000_000), (top, bottom, step) => {
        const code = (bind: whole.Bind): string => {
          const x = quotient.times(
            quotient.ofWhole(whole.measured('x', -size, size)),
            quotient.ofExact({ n: 1n, d: BigInt(bottom) } as Exact),
          )
          return quotient.rounded(x, mode, quotient.ofExact(step), bind).top.code
        }
        const expected = roundTo(bottom === 1 ? Number(top) : { n: top, d: BigInt(bottom) }, mode, step)
        expect(BigInt(run(code, Number(top), 0))).toBe(BigInt(typeof expected === 'number' ? expected : expected.n))
      }),
      { numRuns: 400 },
    )
  })
})
