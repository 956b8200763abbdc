import type { Day } from '../../dates.ts'
import { EVERYTHING } from '../interval.ts'
import { whole } from '../size.ts'
import { counted } from '../units.ts'
import { misfit, type RuleFunction } from './function.ts'
import { wholeDay } from './whole-day.ts'

/** A function that counts from one day to another; negative if the second is earlier; no result for what is no day. */
export const betweenDays = (name: string, unit: string, zh: string, en: string, count: (a: Day, b: Day) => number): RuleFunction => ({
  name,
  arity: [2, 2],
  type: (args) => {
    const index = args.findIndex((each) => each.kind !== 'date')
    return index < 0 ? counted(unit) : misfit(index, '日期', 'a date')
  },
  value: ([a, b]) => {
    const [from, to] = [wholeDay(a), wholeDay(b)]
    return from === null || to === null ? undefined : count(from, to)
  },
  bounds: () => EVERYTHING,
  size: () => whole(24),
  phrase: ([a, b]) => ({ zh: `从 ${a} 到 ${b} 的${zh}`, en: `the number of ${en} from ${a} to ${b}` }),
})
