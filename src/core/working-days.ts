/** Working days, Monday to Friday. Public holidays and the days worked in exchange are no part of it: no calendar of them is known here. */
import { addDays, type Day, numberOfDay } from './dates.ts'

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: Day): boolean => (((numberOfDay(day) + 3) % 7) + 7) % 7 >= 5

/** The day that is so many working days after another; that day itself does not count. */
export const workingDaysAfter = (day: Day, count: number): Day => {
  let reached = day
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1)
    if (!isWeekend(reached)) left--
  }
  return reached
}

/** How many working days lie after `from` up to and including `to`; negative where `to` is earlier. */
export const workingDaysBetween = (from: Day, to: Day): number => {
  if (to < from) return 0 - workingDaysBetween(to, from)
  const days = numberOfDay(to) - numberOfDay(from)
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let day = addDays(from, weeks * 7); day < to; ) {
    day = addDays(day, 1)
    if (!isWeekend(day)) count++
  }
  return count
}
