/** Numbers and their units as a reader meets them. */
import { compare, divide, type Exact, exactOf, isZero, multiply, negate, textOfExact } from '../../../core/exact.ts'
import type { Language } from '../../../core/messages.ts'
import type { Comparator, Indicator, Reading } from '../../../pack/pack.ts'

const grouped = (text: string): string => {
  const [whole = '', ...rest] = text.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}

/** A number cut for reading, with its thousands apart; what was cut is not marked, because every reader expects it of a rounded number. */
export const shownNumber = (value: Exact, places = 2): string => grouped(textOfExact(value, places).replace('…', ''))

/** English counts in millions and billions where Chinese counts in 万 and 亿: the unit, and by what the value is divided. */
const englishUnit = (unit: string): { readonly unit: string; readonly by: number } => {
  if (unit === 'number') return { unit: '', by: 1 }
  if (unit === '100 million yuan') return { unit: 'billion yuan', by: 10 }
  if (unit === '10,000') return { unit: 'million', by: 100 }
  return unit.startsWith('10,000 ') ? { unit: `million ${unit.slice(7)}`, by: 100 } : { unit, by: 1 }
}

/** More digits behind the point than any source writes: a rate that was computed, which is cut for reading. */
const isComputed = (value: string): boolean => (value.split('.')[1]?.length ?? 0) > 6

const scaled = (value: string, indicator: Indicator, language: Language): string => {
  const { by } = englishUnit(indicator.unit.en)
  const number = exactOf(value)
  if (number !== null && isComputed(value)) return shownNumber(language === 'zh' ? number : divide(number, by))
  // As written where nothing is converted: 4.0 and 4 are two statements about precision.
  return language === 'zh' || by === 1 || number === null ? grouped(value) : grouped(textOfExact(divide(number, by), 12))
}

/** A value as written, of a computed rate no more digits than are read; for where no indicator is at hand. */
export const valueText = (value: string): string => {
  const number = exactOf(value)
  return number !== null && isComputed(value) ? shownNumber(number) : grouped(value)
}

/** The unit at the head of a column: `亿元`, `billion yuan`, `%`. Empty for a plain number. */
export const unitIn = (indicator: Indicator, language: Language): string =>
  language === 'zh' ? indicator.unit.zh : englishUnit(indicator.unit.en).unit
/** A number on an axis with that unit: what a computed value is multiplied by to be drawn. */
export const drawnScale = (indicator: Indicator, language: Language): number =>
  language === 'zh' ? 1 : 1 / englishUnit(indicator.unit.en).by
/** A value below such a head. */
export const valueIn = (value: string, indicator: Indicator, language: Language): string => scaled(value, indicator, language)

const withUnit = (number: string, indicator: Indicator, language: Language): string => {
  if (indicator.unit.zh === '%') return `${number}%`
  if (indicator.unit.zh === '%/年') return language === 'zh' ? `每年 ${number}%` : `${number}% a year`
  return `${number} ${unitIn(indicator, language)}`.trimEnd()
}

/** A value with its unit: `14.6%`, `4,045 亿元`, `404.5 billion yuan`. */
export const measured = (value: string, indicator: Indicator, language: Language): string =>
  withUnit(scaled(value, indicator, language), indicator, language)

/** A computed value below a head that names the unit, to two digits. */
export const computedIn = (value: Exact, indicator: Indicator, language: Language): string =>
  shownNumber(language === 'zh' ? value : divide(value, englishUnit(indicator.unit.en).by))
/** The same with its unit. */
export const computedValue = (value: Exact, indicator: Indicator, language: Language): string =>
  withUnit(computedIn(value, indicator, language), indicator, language)

/** A difference of two values: percent differ in percentage points. */
export const difference = (value: Exact, indicator: Indicator, language: Language): string =>
  indicator.unit.zh.startsWith('%')
    ? `${shownNumber(value)} ${language === 'zh' ? '个百分点' : 'percentage points'}`
    : computedValue(value, indicator, language)

type Moving = { readonly falls: boolean; readonly size: Exact }
/** A change apart from its sign, which is said by a word and never stands before the number; null where nothing changes. */
const movingOf = (change: Exact): Moving | null => {
  const falls = compare(change, 0) < 0
  return isZero(change) ? null : { falls, size: falls ? negate(change) : change }
}
const STILL = { zh: '不增不减', en: 'no change' } as const

/** A growth, given as a share, by its direction: `增长 12.3%`, `a fall of 27%`. */
export const growthText = (growth: Exact, language: Language, places = 2): string => {
  const moving = movingOf(growth)
  if (moving === null) return STILL[language]
  const percent = `${shownNumber(multiply(moving.size, 100), places)}%`
  return language === 'zh' ? `${moving.falls ? '下降' : '增长'} ${percent}` : `${moving.falls ? 'a fall' : 'growth'} of ${percent}`
}

/** A speed by its direction: `年均增长 12.3%`, `a fall of 2.7 percentage points a year`. */
export const speedText = (
  speed: { readonly kind: 'growth' | 'step'; readonly value: Exact },
  indicator: Indicator,
  language: Language,
): string => {
  const [zh, moving] = [language === 'zh', movingOf(speed.value)]
  if (moving === null) return STILL[language]
  if (speed.kind === 'growth') return zh ? `年均${growthText(speed.value, 'zh')}` : `${growthText(speed.value, 'en')} a year`
  const step = difference(moving.size, indicator, language)
  return zh ? `每年${moving.falls ? '下降' : '上升'} ${step}` : `a ${moving.falls ? 'fall' : 'rise'} of ${step} a year`
}

const PRECISION = { exact: { zh: '', en: '' }, over: { zh: '超过 ', en: 'over ' }, about: { zh: '约 ', en: 'about ' } } as const

/** A reading as its source says it: `超过 3,500 亿元`. */
export const reported = (reading: Reading, indicator: Indicator, language: Language): string =>
  `${PRECISION[reading.precision][language]}${measured(reading.value, indicator, language)}`
/** The same below a head that names the unit. */
export const reportedIn = (reading: Reading, indicator: Indicator, language: Language): string =>
  `${PRECISION[reading.precision][language]}${valueIn(reading.value, indicator, language)}`

const COMPARATORS: Readonly<Record<Comparator, { readonly zh: string; readonly en: string }>> = {
  '>': { zh: '超过', en: 'more than' },
  '>=': { zh: '达到', en: 'at least' },
  '≈': { zh: '约', en: 'about' },
  '<=': { zh: '不超过', en: 'at most' },
  '<': { zh: '低于', en: 'less than' },
}

/** `超过 14%`, `at least 33 per 10,000 people`. */
export const promised = (
  { target, indicator }: { readonly target: { readonly comparator: Comparator; readonly value: string }; readonly indicator: Indicator },
  language: Language,
): string => `${COMPARATORS[target.comparator][language]} ${measured(target.value, indicator, language)}`
