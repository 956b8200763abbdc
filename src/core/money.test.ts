import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, type Exact, exactOf, multiply, negate, ratio, subtract } from './exact.ts'
import { fenOf, fenOfYuan, type RoundingMode, roughMoney, roundTo, shownMoney, yuanText } from './money.ts'

const MODES: readonly RoundingMode[] = ['half-up', 'half-down', 'half-even', 'floor', 'ceiling']
const mode = fc.constantFrom(...MODES)
const step = fc.constantFrom(1, 100, 1_000_000)
const amount: fc.Arbitrary<Exact> = fc.oneof(
  fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.bigInt(1n, 1000n)).map(([n, d]) => ratio(n, d)),
  // Halves of a step, where the modes part.
  fc.tuple(fc.integer({ min: -50, max: 50 }), step).map(([n, s]) => ratio(BigInt(n) * BigInt(s), 2n)),
)

describe('rounding', () => {
  it('never turns a smaller amount into a larger one', () => {
    fc.assert(
      fc.property(amount, amount, mode, step, (a, b, mode, step) => {
        const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a]
        expect(fenOf(low, { mode, step }) <= fenOf(high, { mode, step })).toBe(true)
      }),
    )
  })
  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(amount, mode, step, (x, mode, step) => {
        const once = roundTo(x, mode, step)
        expect(roundTo(once, mode, step)).toEqual(once)
      }),
    )
  })
  it('goes to a multiple of the step less than a step away, the nearest one in the half modes', () => {
    fc.assert(
      fc.property(amount, mode, step, (x, mode, step) => {
        const fen = fenOf(x, { mode, step })
        expect(fen % BigInt(step)).toBe(0n)
        const away = subtract(ratio(fen), x)
        const size = compare(away, 0) < 0 ? negate(away) : away
        if (mode.startsWith('half')) expect(compare(multiply(size, 2), step)).toBeLessThanOrEqual(0)
        else expect(compare(size, step)).toBeLessThan(0)
        if (mode === 'floor') expect(compare(away, 0)).toBeLessThanOrEqual(0)
        if (mode === 'ceiling') expect(compare(away, 0)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  it('mirrors at zero: half up is half down seen from the other side, floor is ceiling, and half even is itself', () => {
    const mirror: Record<RoundingMode, RoundingMode> = {
      'half-up': 'half-down',
      'half-down': 'half-up',
      'half-even': 'half-even',
      floor: 'ceiling',
      ceiling: 'floor',
    }
    fc.assert(
      fc.property(amount, mode, step, (x, mode, step) => {
        expect(fenOf(negate(x), { mode, step })).toBe(-fenOf(x, { mode: mirror[mode], step }))
      }),
    )
  })
  it.each<[string, RoundingMode, bigint]>([
    ['832.5', 'half-up', 833n],
    ['832.5', 'half-down', 832n],
    ['832.5', 'half-even', 832n],
    ['833.5', 'half-even', 834n],
    ['-1.5', 'half-up', -1n],
    ['-1.5', 'half-down', -2n],
    ['-1.5', 'half-even', -2n],
    ['-2.5', 'half-even', -2n],
    ['-0.5', 'half-even', 0n],
    ['-0.1', 'floor', -1n],
    ['-0.9', 'ceiling', 0n],
    ['9007199254740992.5', 'half-up', 9007199254740993n],
    ['9007199254740993.4', 'half-even', 9007199254740993n],
  ])('rounds %s fen %s to %s', (fen, mode, expected) => {
    expect(fenOf(exactOf(fen)!, { mode, step: 1 })).toBe(expected)
  })
})

describe('money as text', () => {
  it('is read back to the fen', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), (fen) => void expect(fenOfYuan(yuanText(fen))).toBe(fen)))
  })
  it('loses nothing when shown with its unit in either language', () => {
    const size: Record<string, bigint> = {
      元: 100n,
      万元: 1_000_000n,
      亿元: 10_000_000_000n,
      yuan: 100n,
      'million yuan': 100_000_000n,
      'billion yuan': 100_000_000_000n,
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt(-(10n ** 20n), 10n ** 20n),
          fc.bigInt(0n, 10n ** 6n).map((n) => n * 1_000_000n),
        ),
        fc.constantFrom('zh' as const, 'en' as const),
        (fen, language) => {
          const [, number = '', unit = ''] = /^(-?[\d,.]+) (.+)$/.exec(shownMoney(fen, language))!
          expect(multiply(exactOf(number.replaceAll(',', ''))!, ratio(size[unit]!))).toEqual(ratio(fen))
        },
      ),
    )
  })
  it.each([
    [500_000_000n, '500 万元', '5 million yuan'],
    [15_000_000_000n, '1.5 亿元', '150 million yuan'],
    [150_000_000_000n, '15 亿元', '1.5 billion yuan'],
    [499_998_000n, '499.998 万元', '4,999,980 yuan'],
    [1_234_567n, '12,345.67 元', '12,345.67 yuan'],
    [0n, '0 元', '0 yuan'],
    [-5n, '-0.05 元', '-0.05 yuan'],
  ])('shows %s fen as a reader writes it', (fen, zh, en) => {
    expect([shownMoney(fen, 'zh'), shownMoney(fen, 'en')]).toEqual([zh, en])
  })
  it.each(['8.325', '1e3', '', '１', '1,000', '-', '1.'])('refuses %j as an amount', (text) => {
    expect(fenOfYuan(text)).toBeNull()
  })
})

describe('money at a glance', () => {
  it.each([
    [112_342_391_521n, '11.23 亿元', '1.12 billion yuan'],
    [3_358_675_688n, '3,358.68 万元', '33.59 million yuan'],
    [-755_698_07n, '-75.57 万元', '-755,698.07 yuan'],
    [1_234n, '12.34 元', '12.34 yuan'],
    [0n, '0 元', '0 yuan'],
  ])('is rounded to two decimals of the unit that fits: %s fen', (fen, zh, en) => {
    expect([roughMoney(fen, 'zh'), roughMoney(fen, 'en')]).toEqual([zh, en])
  })
})
