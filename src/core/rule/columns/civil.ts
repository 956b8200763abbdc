/** Months and years between days that are whole numbers since 1970-01-01: what `dates.ts` says of days as texts, without texts. */

/** Year, month and day in one whole number, `year * 512 + month * 32 + day` (Howard Hinnant's `civil_from_days`). Days from 1900 to 2199. */
const civilOf = (number: number): number => {
  const z = (number + 719468) | 0
  const era = (z / 146097) | 0
  const dayOfEra = z - era * 146097
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36524) | 0) - ((dayOfEra / 146096) | 0)) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const shifted = ((5 * dayOfYear + 2) / 153) | 0
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 512 + month * 32 + dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1
}

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : 30 + ((month + (month >> 3)) & 1)

const numberOf = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = (y / 400) | 0
  const yearOfEra = y - era * 400
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1
  return era * 146097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719468
}

export const yearOfDay = (number: number): number => civilOf(number) >> 9
export const monthOfDay = (number: number): number => (civilOf(number) >> 5) & 15
export const dayOfMonth = (number: number): number => civilOf(number) & 31
/** 1 for Monday to 7 for Sunday. */
export const weekdayOfDay = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Whole months from `a` to `b`; negative if `b` is earlier. */
export const monthsOfDays = (a: number, b: number): number => {
  if (b < a) return -monthsOfDays(b, a)
  const [from, to] = [civilOf(a), civilOf(b)]
  const n = ((to >> 9) - (from >> 9)) * 12 + ((to >> 5) & 15) - ((from >> 5) & 15)
  // A day that the last month does not have counts as its last one.
  return (from & 31) > (to & 31) && (to & 31) < daysIn(to >> 9, (to >> 5) & 15) ? n - 1 : n
}

export const yearsOfDays = (a: number, b: number): number => Math.trunc(monthsOfDays(a, b) / 12)

/** The day some months later, clamped to the month's end; NaN outside the years 1900 to 2199. */
export const laterByMonths = (number: number, months: number): number => {
  const from = civilOf(number)
  const index = (from >> 9) * 12 + ((from >> 5) & 15) - 1 + months
  const year = Math.floor(index / 12)
  if (!(year >= 1900 && year <= 2199)) return Number.NaN
  const month = index - year * 12 + 1
  return numberOf(year, month, Math.min(from & 31, daysIn(year, month)))
}
