import { dayOf, addMonths as laterBy, numberOfDay } from '../../dates.ts'
import { EVERYTHING } from '../interval.ts'
import { whole } from '../size.ts'
import { day, sameUnit } from '../units.ts'
import { misfit, type RuleFunction } from './function.ts'
import { wholeDay } from './whole-day.ts'

const MONTHS = { 月: 1 }

/** A day some months later, clamped to the end of the month; no result outside the years 1900 to 2199. */
export const addMonths: RuleFunction = {
  name: 'add_months',
  arity: [2, 2],
  type: ([start, count]) => {
    if (start!.kind !== 'date') return misfit(0, '日期', 'a date')
    return count!.kind === 'number' && sameUnit(count!.unit, MONTHS) ? day : misfit(1, '月数', 'a number of months')
  },
  value: ([start, count]) => {
    const from = wholeDay(start)
    if (from === null || typeof count !== 'number' || Math.abs(count) > 4000) return undefined
    const later = dayOf(laterBy(from, count))
    return later === null ? undefined : numberOfDay(later)
  },
  bounds: () => EVERYTHING,
  size: () => whole(24),
  phrase: ([start, count]) => ({ zh: `${start} 起 ${count}后`, en: `${count} after ${start}` }),
}
