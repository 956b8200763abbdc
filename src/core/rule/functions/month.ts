import { datePart } from './date-part.ts'

/** The month of a day, from 1 to 12. */
export const month = datePart(
  'month',
  [1, 12],
  (day) => ({ zh: `${day} 所在月份`, en: `the month of ${day}` }),
  (day) => Number(day.slice(5, 7)),
)
