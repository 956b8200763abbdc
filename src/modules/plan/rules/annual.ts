/** Goals inside a year. */

import { type Day, numberOfDay } from '../../../core/dates.ts'
import { add, divide, type Exact, isZero, multiply, ratio, subtract } from '../../../core/exact.ts'

/** Share of the year that has passed at the end of a day (时序进度). */
export const elapsedShare = (day: Day): Exact => {
  const first = numberOfDay(`${day.slice(0, 4)}-01-01`)
  const length = numberOfDay(`${Number(day.slice(0, 4)) + 1}-01-01`) - first
  return ratio(BigInt(numberOfDay(day) - first + 1), BigInt(length))
}

/**
 * Growth that the rest of the year needs for the whole year to grow by `goal`. Shares, not percent: 2200, 1300, 1625, 0.30 → 0.3722.
 * Null when last year has no rest to grow from.
 */
export const requiredRestGrowth = (lastYear: Exact, lastYearToDate: Exact, toDate: Exact, goal: Exact): Exact | null => {
  const rest = subtract(lastYear, lastYearToDate)
  return isZero(rest) ? null : subtract(divide(subtract(multiply(lastYear, add(1, goal)), toDate), rest), 1)
}

/** The year as it would end if its rest kept last year's share of the whole: 2200, 1300, 1625 → 2750. Null when last year had nothing to date. */
export const shareOfYearForecast = (lastYear: Exact, lastYearToDate: Exact, toDate: Exact): Exact | null =>
  isZero(lastYearToDate) ? null : divide(multiply(toDate, lastYear), lastYearToDate)
