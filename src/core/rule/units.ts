/** Units as people write them: `万元`, `60 万次`, `元/平方米/月`. */
import { divide, type Exact, multiply } from '../exact.ts'
import type { Text } from '../messages.ts'
import type { Type, Unit } from './types.ts'

/** Base units in Chinese, in English for one and for several, and their other spellings. Money is kept in fen, so 元 counts 100. */
const words: readonly (readonly [shown: string, one: string, several: string, ...others: string[]])[] = [
  ['元', 'yuan', 'yuan'],
  ['家', 'enterprise', 'enterprises'],
  ['户', 'household', 'households'],
  ['个', '', ''],
  ['人', 'person', 'people', '名'],
  ['项', 'item', 'items'],
  ['台', 'machine', 'machines', '台套'],
  ['次', 'time', 'times'],
  ['条', 'line', 'lines'],
  ['件', 'piece', 'pieces'],
  ['座', 'site', 'sites'],
  ['位', 'place', 'place'],
  ['级', 'grade', 'grade'],
  ['分', 'point', 'points'],
  ['辆', 'vehicle', 'vehicles'],
  ['年', 'year', 'years'],
  ['月', 'month', 'months', '个月'],
  ['日', 'day', 'days', '天'],
  ['小时', 'hour', 'hours'],
  ['卡时', 'card-hour', 'card-hours'],
  ['平方米', 'm²', 'm²', '㎡', 'm²'],
  ['公里', 'km', 'km'],
  ['吨', 't', 't'],
  ['亩', 'mu', 'mu'],
  ['PFLOPS', 'PFLOPS', 'PFLOPS'],
  ['Mbps', 'Mbps', 'Mbps'],
  ['TB', 'TB', 'TB'],
  ['nm', 'nm', 'nm', '纳米'],
]

const baseOf = new Map<string, string>(words.flatMap(([shown, , , ...others]) => [shown, ...others].map((word) => [word, shown] as const)))
const englishOf = new Map<string, readonly [one: string, several: string]>(words.map(([shown, one, several]) => [shown, [one, several]]))

const scales: readonly (readonly [word: string, size: number])[] = [
  ['万亿', 1e12],
  ['千亿', 1e11],
  ['百亿', 1e10],
  ['十亿', 1e9],
  ['亿', 1e8],
  ['千万', 1e7],
  ['百万', 1e6],
  ['十万', 1e5],
  ['万', 1e4],
  ['千', 1e3],
  ['百', 1e2],
]

export const unitWords = (): Iterable<string> => ['元', '万元', '亿元', ...baseOf.keys()]

/** What a unit means: multiply a written number by `factor` to get the number that is kept. */
export type UnitMeaning = { readonly unit: Unit; readonly factor: Exact; readonly percent: boolean }

/** One word: a base unit with or without a scale (`万元`, `亿`, `家`). */
const wordMeaning = (word: string): { base: string | null; factor: number } | null => {
  const plain = baseOf.get(word)
  if (plain !== undefined) return { base: plain, factor: 1 }
  for (const [scale, size] of scales) {
    if (!word.startsWith(scale)) continue
    const rest = word.slice(scale.length)
    if (rest === '') return { base: null, factor: size }
    const base = baseOf.get(rest)
    if (base !== undefined) return { base, factor: size }
  }
  return null
}

/** The meaning of a unit text (no spaces), or null if it is none. An empty text is a plain number. */
export const unitOf = (text: string): UnitMeaning | null => {
  if (text === '') return { unit: {}, factor: 1, percent: false }
  if (text === '%') return { unit: {}, factor: divide(1, 100), percent: true }
  if (text === '‰') return { unit: {}, factor: divide(1, 1000), percent: true }
  const exponents: Record<string, number> = {}
  let factor: Exact = 1
  let sign = 1
  for (const [index, part] of text.split(/([/·])/).entries()) {
    // 元/平方米·月 is 元 per (平方米 · 月), as price lists write it: after the first stroke everything divides.
    if (index % 2 === 1) {
      if (part === '/') sign = -1
      continue
    }
    const meaning = wordMeaning(part)
    if (!meaning || (index > 0 && meaning.base === null)) return null
    const size = multiply(meaning.factor, meaning.base === '元' ? 100 : 1)
    factor = sign > 0 ? multiply(factor, size) : divide(factor, size)
    if (meaning.base !== null) exponents[meaning.base] = (exponents[meaning.base] ?? 0) + sign
  }
  return { unit: tidyUnit(exponents), factor, percent: false }
}

/** Without the units that cancelled out, in one fixed order, so that equal units have equal texts. */
const tidyUnit = (unit: Unit): Unit =>
  Object.fromEntries(
    Object.entries(unit)
      .filter(([, exponent]) => exponent !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

const combine = (a: Unit, b: Unit, sign: 1 | -1): Unit => {
  const sum: Record<string, number> = { ...a }
  for (const [base, exponent] of Object.entries(b)) sum[base] = (sum[base] ?? 0) + sign * exponent
  return tidyUnit(sum)
}
export const timesUnit = (a: Unit, b: Unit): Unit => combine(a, b, 1)
export const perUnit = (a: Unit, b: Unit): Unit => combine(a, b, -1)

export const hasNoUnit = (unit: Unit): boolean => Object.keys(unit).length === 0
export const sameUnit = (a: Unit, b: Unit): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key])
}
export const isMoney = (unit: Unit): boolean => unit.元 === 1 && Object.keys(unit).length === 1

/** As Chinese counts them when they stand alone: 12 个月, 30 天. */
const SPOKEN: Readonly<Record<string, string>> = { 月: '个月', 日: '天' }

/** `元/平方米/月` in the reader's language, `yuan per m² per month`; in English for several of it unless there is `one`. */
export const unitText = (unit: Unit, language: 'zh' | 'en', one = false): string => {
  const names = (sign: 1 | -1): string[] =>
    Object.entries(unit).flatMap(([base, exponent]) => {
      const english = englishOf.get(base)?.[one || sign < 0 ? 0 : 1] ?? base
      return Array<string>(Math.max(0, sign * exponent)).fill(language === 'zh' ? base : english || 'piece')
    })
  const [over, under] = [names(1), names(-1)]
  const alone = language === 'zh' && under.length === 0 && over.length === 1 ? SPOKEN[over[0]!] : undefined
  if (alone) return alone
  if (language === 'en' && under.length === 0 && Object.keys(unit).join() === '个') return ''
  return [over.join('·') || (under.length > 0 ? '1' : ''), ...under].join(language === 'zh' ? '/' : ' per ')
}

/** What a person calls a type: `金额（元）`, `比例（%）`, `数量（家）`. */
export const typeText = (type: Type): Text => {
  switch (type.kind) {
    case 'text':
      return { zh: '文字', en: 'text' }
    case 'enum':
      return { zh: '选项', en: 'a choice' }
    case 'yes-no':
      return { zh: '是/否', en: 'yes/no' }
    case 'date':
      return { zh: '日期', en: 'a date' }
    case 'number': {
      if (type.percent) return { zh: '比例（%）', en: 'a percentage (%)' }
      if (isMoney(type.unit)) return { zh: '金额（元）', en: 'money (元)' }
      if (hasNoUnit(type.unit)) return { zh: '普通数', en: 'a plain number' }
      return { zh: `数量（${unitText(type.unit, 'zh')}）`, en: `a quantity (${unitText(type.unit, 'zh')})` }
    }
  }
}

export const plain: Type = { kind: 'number', unit: {}, percent: false, whole: false }
export const share: Type = { kind: 'number', unit: {}, percent: true, whole: false }
export const money: Type = { kind: 'number', unit: { 元: 1 }, percent: false, whole: false }
export const yesNo: Type = { kind: 'yes-no' }
export const day: Type = { kind: 'date' }
export const counted = (base: string): Type => ({ kind: 'number', unit: { [base]: 1 }, percent: false, whole: true })

/** Whether both are of one kind, numbers of one unit; whole or not does not matter. */
export const sameType = (a: Type, b: Type): boolean =>
  a.kind === b.kind && (a.kind !== 'number' || b.kind !== 'number' || (sameUnit(a.unit, b.unit) && a.percent === b.percent))
