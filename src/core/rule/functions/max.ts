import { type Exact, greater } from '../../exact.ts'
import { upper } from '../interval.ts'
import { largest } from '../size.ts'
import { alikeNumbers } from './alike.ts'
import type { RuleFunction } from './function.ts'

/** The greatest of its arguments: how a clause writes "at least". */
export const max: RuleFunction = {
  name: 'max',
  arity: [2, 20],
  type: alikeNumbers,
  value: (args) => (args as Exact[]).reduce(greater),
  bounds: (args) => args.reduce(upper),
  size: largest,
  phrase: (args) => ({ zh: `取较大者（${args.join('；')}）`, en: `the greatest of (${args.join('; ')})` }),
}
