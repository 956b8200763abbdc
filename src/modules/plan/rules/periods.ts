/** Days and periods in words, for sentences; tables keep 2026-11-24. */
import type { Language } from '../../../core/messages.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const ORDINALS = ['first', 'second', 'third', 'fourth'] as const

const english = (period: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return `the ${ORDINALS[Number(quarter[2]) - 1]} quarter of ${quarter[1]}`
  const months = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/.exec(period)
  if (months && months[1] === months[3]) return `${MONTHS[Number(months[2]) - 1]} to ${MONTHS[Number(months[4]) - 1]} ${months[1]}`
  if (period.includes('/')) return period.split('/').map(english).join(' to ')
  const [year, month, day] = period.split('-')
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

const chinese = (period: string): string => {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return `${quarter[1]}年第${'一二三四'[Number(quarter[2]) - 1]}季度`
  const months = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/.exec(period)
  if (months && months[1] === months[3]) return `${months[1]}年${Number(months[2])}—${Number(months[4])}月`
  if (period.includes('/')) return period.split('/').map(chinese).join('至')
  const [year, month, day] = period.split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** A day or a period in words: `2026年`, `2024年1—9月`, `24 November 2026`. */
export const periodText = (period: string, language: Language): string => (language === 'zh' ? chinese(period) : english(period))

/** A period in a table: its own code, with a range spelled out. */
export const periodCode = (period: string, language: Language): string => period.replace('/', language === 'zh' ? ' 至 ' : ' to ')
