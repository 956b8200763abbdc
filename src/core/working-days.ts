/** Working days: Monday to Friday, less the holidays and with the make-up days of an official calendar, which is handed in as a value. */
import { addDays, type Day, numberOfDay } from './dates.ts'

/** What is arranged: days that are not what their weekday says, and the years for which an arrangement is published. */
export type WorkCalendar = {
  readonly days: ReadonlyMap<Day, { readonly kind: 'holiday' | 'working-day' }>
  readonly years: readonly number[]
}

/** The arrangement of a year reaches a few days back into the December before it, once known: until then these days may still change. */
const REACH_BACK = 7

/** 1970-01-01 was a Thursday. */
export const isWeekend = (day: Day): boolean => (((numberOfDay(day) + 3) % 7) + 7) % 7 >= 5

export const isWorkingDay = ({ days }: WorkCalendar, day: Day): boolean => {
  const arranged = days.get(day)
  return arranged ? arranged.kind === 'working-day' : !isWeekend(day)
}

/** The day that is so many working days after another; that day itself does not count. */
export const workingDaysAfter = (calendar: WorkCalendar, day: Day, count: number): Day => {
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(calendar, reached)) left--
  }
  return reached
}

/** How many working days lie after `from` up to and including `to`; negative where `to` is earlier. */
export const workingDaysBetween = (calendar: WorkCalendar, from: Day, to: Day): number => {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count++
  }
  return count
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Whether a count of the days after `from` up to `to` may change once another year is arranged. */
export const isProvisional = ({ years }: WorkCalendar, from: Day, to: Day): boolean => {
  if (to <= from) return false
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(addDays(to, REACH_BACK)); year++) if (!years.includes(year)) return true
  return false
}
