/** Reports of a quarter are due on the 20th of the first month after it. */
import { addMonths, type Day } from '../../../core/dates.ts'

const REPORT_DAY = '20'

/** The quarter a day lies in: 2026-08-03 is in 2026-Q3. */
export const quarterOf = (day: Day): string => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

export const isQuarter = (text: string): boolean => /^(19|20|21)\d\d-Q[1-4]$/.test(text)

const firstDay = (quarter: string): Day => `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`

export const nextQuarter = (quarter: string): string => quarterOf(addMonths(firstDay(quarter), 3))
export const quarterBefore = (quarter: string): string => quarterOf(addMonths(firstDay(quarter), -3))

/** The last day on which the report of a quarter is in time. */
export const reportDueOn = (quarter: string): Day => `${firstDay(nextQuarter(quarter)).slice(0, 8)}${REPORT_DAY}`
