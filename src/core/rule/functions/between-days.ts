import { type Day, dayOfNumber } from '../../dates.ts'
import { EVERYTHING } from '../interval.ts'
import { counted } from '../units.ts'
import { misfit, type RuleFunction } from './function.ts'

/** A function that counts from one day to another; negative if the second is earlier. */
export const betweenDays = (name: string, unit: string, zh: string, en: string, count: (a: Day, b: Day) => number): RuleFunction => ({
  name,
  arity: [2, 2],
  type: (args) => {
    const index = args.findIndex((each) => each.kind !== 'date')
    return index < 0 ? counted(unit) : misfit(index, '日期', 'a date')
  },
  value: ([a, b]) => count(dayOfNumber(a as number), dayOfNumber(b as number)),
  bounds: () => EVERYTHING,
  bits: () => 24,
  phrase: ([a, b]) => ({ zh: `从 ${a} 到 ${b} 的${zh}`, en: `the ${en} from ${a} to ${b}` }),
})
