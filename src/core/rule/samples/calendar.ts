/** The reference's own calendar, on the dates of JavaScript in UTC. A day is the number of days since 1970-01-01. */
const MILLISECONDS = 86_400_000
const dateOf = (day: number): Date => new Date(day * MILLISECONDS)
const dayOfDate = (date: Date): number => date.getTime() / MILLISECONDS

export const dayOfText = (text: string): number => Date.parse(text) / MILLISECONDS
export const yearOf = (day: number): number => dateOf(day).getUTCFullYear()
export const monthOf = (day: number): number => dateOf(day).getUTCMonth() + 1
export const dayOfMonth = (day: number): number => dateOf(day).getUTCDate()
/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: number): number => dateOf(day).getUTCDay() || 7
/** Only the years 1900 to 2199 have days. */
export const isDay = (day: number): boolean => yearOf(day) >= 1900 && yearOf(day) <= 2199

/** So many months later, on the same day of the month, or on its last where it is shorter. */
export const laterByMonths = (day: number, months: number): number => {
  const date = dateOf(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayOfDate(new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))))
}

/** The most months that can be added to `a` without going beyond `b`; below 0 where `b` is earlier. */
export const wholeMonths = (a: number, b: number): number => {
  if (b < a) return 0 - wholeMonths(b, a)
  // No month has fewer than 28 days or more than 31.
  let months = Math.floor((b - a) / 31)
  while (laterByMonths(a, months + 1) <= b) months++
  return months
}
