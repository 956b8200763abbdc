/** Which readings are due: the periods that have ended and have none. */
import { addDays, addMonths, type Day } from '../../../core/dates.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { isWhole, type KnownReading, lastOf } from './known.ts'

export type Due = { readonly indicator: Indicator; readonly period: string; readonly dueOn: Day; readonly late: boolean }

/** More periods than this in a row are not named. */
const MOST = 24

const kindOf = (period: string): 'year' | 'quarter' | 'month' | null =>
  /^\d{4}$/.test(period) ? 'year' : /^\d{4}-Q[1-4]$/.test(period) ? 'quarter' : /^\d{4}-\d{2}$/.test(period) ? 'month' : null

/** The period after one of the same kind: 2024 → 2025, 2024-Q4 → 2025-Q1, 2024-12 → 2025-01. Null for a day or a range, which have none. */
export const periodAfter = (period: string): string | null => {
  const kind = kindOf(period)
  if (kind === null) return null
  const first = addDays(lastOf(period), 1)
  const [year, month] = [first.slice(0, 4), Number(first.slice(5, 7))]
  return kind === 'year' ? year : kind === 'month' ? first.slice(0, 7) : `${year}-Q${(month + 2) / 3}`
}

/** The last year that has ended on a day, where no reading says how often an indicator is counted. */
const yearBefore = (today: Day): string => addMonths(today, -12).slice(0, 4)

/**
 * What is due on a day for an indicator that has a deadline: each period that ended after its latest reading (`readings`, oldest first) and that nobody has entered. A
 * reading is due `due` days after its period, and late after that day.
 */
export const dueOf = (indicator: Indicator, readings: readonly KnownReading[], waiting: readonly string[], today: Day): readonly Due[] => {
  if (indicator.due === null) return []
  const latest = readings.filter((each) => kindOf(each.period) !== null && (isWhole(each) || each.period.includes('Q'))).at(-1)
  const due: Due[] = []
  let period = latest ? periodAfter(latest.period) : yearBefore(today)
  for (let count = 0; period !== null && lastOf(period) < today && count < MOST; count++, period = periodAfter(period)) {
    const dueOn = addDays(lastOf(period), indicator.due)
    if (!waiting.includes(period)) due.push({ indicator, period, dueOn, late: dueOn < today })
  }
  return due
}
