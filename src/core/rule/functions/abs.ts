import { compare, type Exact, negate } from '../../exact.ts'
import { magnitude } from '../interval.ts'
import { alikeNumbers } from './alike.ts'
import type { RuleFunction } from './function.ts'

export const abs: RuleFunction = {
  name: 'abs',
  arity: [1, 1],
  type: alikeNumbers,
  value: ([x]) => (compare(x as Exact, 0) < 0 ? negate(x as Exact) : (x as Exact)),
  bounds: ([x]) => magnitude(x!),
  size: ([x]) => x!,
  phrase: ([x]) => ({ zh: `${x} 的绝对值`, en: `the absolute value of ${x}` }),
}
