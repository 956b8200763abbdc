import type { Text } from '../../messages.ts'
import { whole } from '../size.ts'
import type { Type } from '../types.ts'
import { misfit, type RuleFunction } from './function.ts'
import { wholeDay } from './whole-day.ts'

const WHOLE: Type = { kind: 'number', unit: {}, percent: false, whole: true }

/** A function that reads one plain number from a day, between the two bounds; no result for what is no day. */
export const datePart = (
  name: string,
  [low, high]: readonly [number, number],
  phrase: (day: string) => Text,
  read: (day: string) => number,
): RuleFunction => ({
  name,
  arity: [1, 1],
  type: ([each]) => (each!.kind === 'date' ? WHOLE : misfit(0, '日期', 'a date')),
  value: ([each]) => {
    const day = wholeDay(each)
    return day === null ? undefined : read(day)
  },
  bounds: () => ({ low, high }),
  size: () => whole(12),
  phrase: ([each]) => phrase(each!),
})
