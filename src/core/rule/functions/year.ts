import { whole } from '../size.ts'
import type { Type } from '../types.ts'
import { misfit, type RuleFunction } from './function.ts'
import { wholeDay } from './whole-day.ts'

const WHOLE: Type = { kind: 'number', unit: {}, percent: false, whole: true }

/** The calendar year of a day, a plain number. */
export const year: RuleFunction = {
  name: 'year',
  arity: [1, 1],
  type: ([each]) => (each!.kind === 'date' ? WHOLE : misfit(0, '日期', 'a date')),
  value: ([each]) => {
    const day = wholeDay(each)
    return day === null ? undefined : Number(day.slice(0, 4))
  },
  bounds: () => ({ low: 1900, high: 2199 }),
  size: () => whole(12),
  phrase: ([each]) => ({ zh: `${each} 所在年份`, en: `the year of ${each}` }),
}
