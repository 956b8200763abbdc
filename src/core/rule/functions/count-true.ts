import { whole } from '../size.ts'
import type { Type } from '../types.ts'
import { misfit, type RuleFunction } from './function.ts'

const WHOLE: Type = { kind: 'number', unit: {}, percent: false, whole: true }

/** How many of its conditions hold: "at least two of the following". */
export const countTrue: RuleFunction = {
  name: 'count_true',
  arity: [1, 20],
  type: (args) => {
    const index = args.findIndex((each) => each.kind !== 'yes-no')
    return index < 0 ? WHOLE : misfit(index, '条件', 'a condition')
  },
  value: (args) => args.filter((each) => each === true).length,
  bounds: (args) => ({ low: 0, high: args.length }),
  size: () => whole(8),
  phrase: (args) => ({ zh: `以下各项中成立的个数（${args.join('；')}）`, en: `the number of these that hold (${args.join('; ')})` }),
}
