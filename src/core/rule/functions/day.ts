import { datePart } from './date-part.ts'

/** The day within its month, from 1 to 31. */
export const day = datePart(
  'day',
  [1, 31],
  (each) => ({ zh: `${each} 在当月的第几日`, en: `the day of the month of ${each}` }),
  (each) => Number(each.slice(8, 10)),
)
