import { numberOfDay } from '../../dates.ts'
import { datePart } from './date-part.ts'

/** The day of the week, from 1 for Monday to 7 for Sunday. 1970-01-01, day 0, was a Thursday. */
export const weekday = datePart(
  'weekday',
  [1, 7],
  (day) => ({ zh: `${day} 的星期（1 至 7）`, en: `the day of the week (1 to 7) of ${day}` }),
  (day) => ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1,
)
