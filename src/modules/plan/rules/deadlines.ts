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

/** The last period of a kind that had ended before a day. */
const lastEnded = (kind: 'year' | 'quarter' | 'month', today: Day): string => {
  const [year, month] = [today.slice(0, 4), Number(today.slice(5, 7))]
  if (kind === 'year') return addMonths(today, -12).slice(0, 4)
  if (kind === 'month') return addMonths(`${year}-${today.slice(5, 7)}-01`, -1).slice(0, 7)
  const before = addMonths(`${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`, -3)
  return `${before.slice(0, 4)}-Q${(Number(before.slice(5, 7)) + 2) / 3}`
}

/**
 * The periods of an indicator that ended after its latest reading (`readings`, oldest first) and that nobody has entered (`waiting`). It is counted as often as the
 * pack says, otherwise as its latest reading; an indicator without any has the last one that ended.
 */
export const openPeriods = (
  { every }: Pick<Indicator, 'every'>,
  readings: readonly KnownReading[],
  waiting: readonly string[],
  today: Day,
): readonly string[] => {
  const counted = readings.filter((each) => {
    const kind = kindOf(each.period)
    return every === null ? kind !== null && (isWhole(each) || kind === 'quarter') : kind === every
  })
  const latest = counted.at(-1)
  const open: string[] = []
  let period = latest ? periodAfter(latest.period) : lastEnded(every ?? 'year', today)
  for (let count = 0; period !== null && lastOf(period) < today && count < MOST; count++, period = periodAfter(period))
    if (!waiting.includes(period)) open.push(period)
  return open
}

/** What is due of an indicator that has a deadline: a reading of each open period, `due` days after its end; late after that day. */
export const dueOf = (indicator: Indicator, readings: readonly KnownReading[], waiting: readonly string[], today: Day): readonly Due[] => {
  const { due } = indicator
  if (due === null) return []
  return openPeriods(indicator, readings, waiting, today).map((period) => {
    const dueOn = addDays(lastOf(period), due)
    return { indicator, period, dueOn, late: dueOn < today }
  })
}
