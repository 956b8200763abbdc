import { datePart } from './date-part.ts'

/** The calendar year of a day. */
export const year = datePart(
  'year',
  [1900, 2199],
  (day) => ({ zh: `${day} 所在年份`, en: `the year of ${day}` }),
  (day) => Number(day.slice(0, 4)),
)
