/** Days and periods. A day is its ISO text, so that comparing texts compares days; no time zone ever meets one. */

/** `2026-11-24`: a day that exists in the proleptic Gregorian calendar, years 1900 to 2199. */
export type Day = string

/** Both ends inclusive; null is open. */
export type Validity = { readonly from: Day | null; readonly to: Day | null }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The text as a day, or null if there is no such day (`2023-02-30`, `2023-2-3`, `20230203`). */
export const dayOf = (text: string): Day | null => {
  const found = DAY.exec(text)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? text : null
}

/** Days since 1970-01-01 (Howard Hinnant's `days_from_civil`). */
export const numberOfDay = (day: Day): number => {
  const [y, m, d] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

/** The first and the last day of the calendar, as numbers. */
export const FIRST_DAY = numberOfDay('1900-01-01')
export const LAST_DAY = numberOfDay('2199-12-31')

/** Whether a number stands for a day of the years 1900 to 2199. */
export const isDayNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** The day with that number (inverse of `numberOfDay`). */
export const dayOfNumber = (number: number): Day => {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}`
}

/** Months later, the day clamped to the month's end: 2024-01-31 plus one month is 2024-02-29. */
export const addMonths = (day: Day, months: number): Day => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)), 2)}`
}

export const addDays = (day: Day, days: number): Day => dayOfNumber(numberOfDay(day) + days)

/** Whole months from `a` to `b`: the largest n with `addMonths(a, n)` not after `b`; negative if `b` is earlier. */
export const monthsBetween = (a: Day, b: Day): number => {
  if (b < a) return 0 - monthsBetween(b, a)
  const n = (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
  return a.slice(8) !== b.slice(8) && addMonths(a, n) > b ? n - 1 : n
}

export const isIn = (validity: Validity, day: Day): boolean =>
  (validity.from === null || day >= validity.from) && (validity.to === null || day <= validity.to)

export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to)

/**
 * The first and last day of a period as statistics write it: `2024`, `2024-09`, `2024-07-09`, `2025-Q1`, `2024-01/2024-09`, `2025/2027`. Null if it is none.
 */
export const spanOf = (period: string): { readonly first: Day; readonly last: Day } | null => {
  const [start, end, ...rest] = period.split('/')
  if (start === undefined || rest.length > 0) return null
  if (end !== undefined) {
    const [a, b] = [spanOf(start), spanOf(end)]
    return a && b && !start.includes('/') && a.first <= b.last ? { first: a.first, last: b.last } : null
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) {
    const last = Number(quarter[2]) * 3
    return spanOf(`${quarter[1]}-${pad(last - 2, 2)}/${quarter[1]}-${pad(last, 2)}`)
  }
  if (/^\d{4}$/.test(period)) return dayOf(`${period}-01-01`) === null ? null : { first: `${period}-01-01`, last: `${period}-12-31` }
  if (/^\d{4}-\d{2}$/.test(period)) {
    const first = dayOf(`${period}-01`)
    return first === null ? null : { first, last: `${period}-${daysInMonth(Number(period.slice(0, 4)), Number(period.slice(5, 7)))}` }
  }
  const day = dayOf(period)
  return day === null ? null : { first: day, last: day }
}
