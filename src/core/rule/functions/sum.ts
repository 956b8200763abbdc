import { add, type Exact } from '../../exact.ts'
import { plus } from '../interval.ts'
import { plusSize } from '../size.ts'
import { alikeNumbers } from './alike.ts'
import type { RuleFunction } from './function.ts'

export const sum: RuleFunction = {
  name: 'sum',
  arity: [1, 20],
  type: alikeNumbers,
  value: (args) => (args as Exact[]).reduce(add),
  bounds: (args) => args.reduce(plus),
  size: (args) => args.reduce(plusSize),
  phrase: (args) => ({ zh: `合计（${args.join('；')}）`, en: `the sum of (${args.join('; ')})` }),
}
