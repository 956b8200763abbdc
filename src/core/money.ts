/** Money is whole fen. There is one way to round for each mode, and no other. */
import { compare, denominator, type Exact, exactOf, multiply, numerator, ratio } from './exact.ts'

/** A whole number of fen (1 yuan = 100 fen). */
export type Fen = bigint

export type RoundingMode = 'half-up' | 'half-down' | 'half-even' | 'floor' | 'ceiling'
/** Round to whole multiples of `step` fen: 1 is to the fen, 100 to the yuan, 1,000,000 to 万元. */
export type Rounding = { readonly mode: RoundingMode; readonly step: number }

/** What a rule does whose text says nothing about rounding: half up, to the fen. */
export const TO_THE_FEN: Rounding = { mode: 'half-up', step: 1 }

const floorDiv = (n: bigint, d: bigint): bigint => {
  const q = n / d
  return n % d !== 0n && n < 0n ? q - 1n : q
}

/** The whole number that `n / d` rounds to; `d` is positive. Half is decided by value, not by size: -1.5 half up is -1. */
const whole: Record<RoundingMode, (n: bigint, d: bigint) => bigint> = {
  floor: floorDiv,
  ceiling: (n, d) => -floorDiv(-n, d),
  'half-up': (n, d) => floorDiv(2n * n + d, 2n * d),
  'half-down': (n, d) => -floorDiv(-2n * n + d, 2n * d),
  'half-even': (n, d) => {
    const low = floorDiv(n, d)
    const twice = 2n * (n - low * d)
    return twice < d || (twice === d && low % 2n === 0n) ? low : low + 1n
  },
}

/** Rounds an exact number to a multiple of `step` (any positive exact number). */
export const roundTo = (x: Exact, mode: RoundingMode, step: Exact): Exact =>
  multiply(ratio(whole[mode](numerator(x) * denominator(step), denominator(x) * numerator(step))), step)

/** Rounds an exact number of fen to whole fen as the rule declares. */
export const fenOf = (x: Exact, { mode, step }: Rounding): Fen =>
  typeof x === 'number' && step === 1 ? BigInt(x) : numerator(roundTo(x, mode, step))

/** `500000000n` → `"5000000.00"`: yuan with two digits, as every API and export writes money. */
export const yuanText = (fen: Fen): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Plain decimal yuan to fen; null if the text is no plain decimal or has parts of a fen. */
export const fenOfYuan = (text: string): Fen | null => {
  const value = exactOf(text)
  if (value === null) return null
  const fen = multiply(value, 100)
  return denominator(fen) === 1n ? numerator(fen) : null
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

const tidy = (n: bigint, power: number): string => {
  const text = n.toString().padStart(power + 1, '0')
  const part = power === 0 ? '' : text.slice(-power).replace(/0+$/, '')
  return grouped(power === 0 ? text : text.slice(0, -power)) + (part ? `.${part}` : '')
}

/**
 * Money for a reader, never rounded: `500 万元`, `1.5 亿元`, `499.998 万元`, `12,345.67 元`. In English `5 million yuan`, `12,345.67 yuan`.
 */
export const shownMoney = (fen: Fen, language: 'zh' | 'en'): string => {
  const sign = fen < 0n ? '-' : ''
  const size = fen < 0n ? -fen : fen
  const in1 = (step: bigint, digits: number, power: number): string | null =>
    size >= step && size % 10n ** BigInt(power - digits) === 0n ? sign + tidy(size, power) : null
  if (language === 'zh') {
    const yi = in1(10_000_000_000n, 4, 10)
    if (yi) return `${yi} 亿元`
    const wan = in1(1_000_000n, 4, 6)
    return wan ? `${wan} 万元` : `${sign}${tidy(size, 2)} 元`
  }
  const billion = in1(100_000_000_000n, 4, 11)
  if (billion) return `${billion} billion yuan`
  const million = in1(100_000_000n, 4, 8)
  return million ? `${million} million yuan` : `${sign}${tidy(size, 2)} yuan`
}

/**
 * Money at a glance, rounded half up to two decimals of 亿元 or 万元, of a million or a thousand: for pictures and large sums whose exact value stands beside them.
 */
export const roughMoney = (fen: Fen, language: 'zh' | 'en'): string => {
  const size = fen < 0n ? -fen : fen
  const units = (
    {
      zh: [
        [10, '亿元'],
        [6, '万元'],
        [2, '元'],
      ],
      en: [
        [11, 'billion yuan'],
        [8, 'million yuan'],
        [2, 'yuan'],
      ],
    } as const
  )[language]
  const [power, unit] = units.find(([each]) => size >= 10n ** BigInt(each)) ?? units[2]
  const hundredths = (size * 200n + 10n ** BigInt(power)) / (2n * 10n ** BigInt(power))
  return `${fen < 0n ? '-' : ''}${tidy(hundredths, 2)} ${unit}`
}

export const isNegative = (x: Exact): boolean => compare(x, 0) < 0
