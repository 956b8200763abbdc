/** Periods as SDMX writes them, and back. */
import { addMonths, type Day, numberOfDay, spanOf } from '../../../../core/dates.ts'

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const isMonthStart = (day: Day): boolean => day.endsWith('-01')

/** A range is written as its first day and its length: `2024-01/2024-09` is `2024-01-01/P9M`. Other periods are written alike. */
export const timePeriodOf = (period: string): string => {
  const span = spanOf(period)
  if (!span || !period.includes('/')) return period
  const after = numberOfDay(span.last) + 1
  const months = monthOf(span.last) - monthOf(span.first) + 1
  if (/^\d{4}\/\d{4}$/.test(period)) return `${span.first}/P${months / 12}Y`
  return isMonthStart(span.first) && numberOfDay(addMonths(span.first, months)) === after
    ? `${span.first}/P${months}M`
    : `${span.first}/P${after - numberOfDay(span.first)}D`
}

const dayText = (day: number): Day => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The period of an SDMX time period, reporting periods (`2024-A1`, `2024-S1`, `2024-M09`) and instants included; what is none stays as it is. */
export const periodOf = (time: string): string => {
  const reporting = /^(\d{4})-(?:(A)1|S([12])|M(\d{2}))$/.exec(time)
  if (reporting) {
    const [, year, whole, half, month] = reporting
    return whole ? `${year}` : half ? `${year}-${half === '1' ? '01' : '07'}/${year}-${half === '1' ? '06' : '12'}` : `${year}-${month}`
  }
  // Where an id may hold no slash, ISO 8601 has two hyphens.
  const range = /^(\d{4}-\d{2}-\d{2})(?:\/|--)P(\d{1,5})([YMD])$/.exec(time)
  if (!range) return /^\d{4}-\d{2}-\d{2}T/.test(time) ? time.slice(0, 10) : time
  const [, first = '', count = '', unit] = range
  const span = spanOf(first)
  const length = Number(count)
  if (!span || length === 0) return time
  if (unit === 'D') return `${first}/${dayText(numberOfDay(first) + length - 1)}`
  if (unit === 'Y') return `${first.slice(0, 4)}/${Number(first.slice(0, 4)) + length - 1}`
  return `${first.slice(0, 7)}/${addMonths(first, length - 1).slice(0, 7)}`
}

/** The code of CL_FREQ: how long a period is. Ranges, such as what has come together within a year, are other. */
export const frequencyOf = (period: string): 'A' | 'Q' | 'M' | 'D' | '_O' => {
  if (period.includes('/')) return '_O'
  if (period.includes('Q')) return 'Q'
  return period.length === 4 ? 'A' : period.length === 7 ? 'M' : 'D'
}
