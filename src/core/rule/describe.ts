/** Values as people write them. Nothing here rounds: a number that does not end is cut and marked with `…`. */
import { dayOfNumber } from '../dates.ts'
import { compare, denominator, divide, type Exact, isWhole, multiply, numerator, textOfExact } from '../exact.ts'
import type { Language } from '../messages.ts'
import { shownMoney } from '../money.ts'
import type { Constant } from './tree.ts'
import type { Type } from './types.ts'
import { hasNoUnit, isMoney, unitText } from './units.ts'

const grouped = (text: string): string => {
  const [whole = '', ...rest] = text.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}

const shownNumber = (value: Exact, type: Extract<Type, { kind: 'number' }>, language: Language): string => {
  if (type.percent) return `${grouped(textOfExact(multiply(value, 100), 6))}%`
  if (isMoney(type.unit)) {
    return denominator(value) === 1n
      ? shownMoney(numerator(value), language)
      : `${grouped(textOfExact(divide(value, 100), 8))} ${language === 'zh' ? '元' : 'yuan'}`
  }
  const yuan = type.unit.元 ?? 0
  const own = yuan === 0 ? value : yuan > 0 ? divide(value, 100 ** yuan) : multiply(value, 100 ** -yuan)
  const unit = hasNoUnit(type.unit) ? '' : unitText(type.unit, language, own === 1)
  // 60 万次, not 600,000 次; a plain number of four digits is a year as often as not.
  if (language === 'zh' && unit && isWhole(own) && compare(own, 10_000) >= 0 && numerator(own) % 100n === 0n)
    return `${grouped(textOfExact(divide(own, 10_000), 2))} 万${unit}`
  const text = unit || compare(own, 10_000) >= 0 ? grouped(textOfExact(own, 8)) : textOfExact(own, 8)
  return unit ? `${text} ${unit}` : text
}

/** A value with its unit in the reader's language; unknown is `—`. */
export const shown = (value: Constant | null, type: Type, language: Language): string => {
  if (value === null) return '—'
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (type.kind === 'date') return dayOfNumber(value as number)
  return type.kind === 'number' ? shownNumber(value, type, language) : textOfExact(value)
}
