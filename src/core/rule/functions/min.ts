import { type Exact, smaller } from '../../exact.ts'
import { lower } from '../interval.ts'
import { largest } from '../size.ts'
import { alikeNumbers } from './alike.ts'
import type { RuleFunction } from './function.ts'

/** The smallest of its arguments: how a clause writes "at most". */
export const min: RuleFunction = {
  name: 'min',
  arity: [2, 20],
  type: alikeNumbers,
  value: (args) => (args as Exact[]).reduce(smaller),
  bounds: (args) => args.reduce(lower),
  size: largest,
  phrase: (args) => ({ zh: `取较小者（${args.join('；')}）`, en: `the smallest of (${args.join('; ')})` }),
}
