import { divide, type Exact, multiply, subtract } from '../../exact.ts'
import { roundTo } from '../../money.ts'
import { hull, point } from '../interval.ts'
import { alikeNumbers } from './alike.ts'
import type { RuleFunction } from './function.ts'

/** What is left of a number when whole divisors are taken from it; it has the sign of the divisor, as in FEEL. No result for a divisor of 0. */
export const modulo: RuleFunction = {
  name: 'modulo',
  arity: [2, 2],
  type: alikeNumbers,
  value: ([x, divisor]) => {
    const [a, b] = [x as Exact, divisor as Exact]
    return b === 0 ? undefined : subtract(a, multiply(b, roundTo(divide(a, b), 'floor', 1)))
  },
  bounds: ([, divisor]) => hull(point(0), divisor!),
  size: ([x, divisor]) => ({ top: x!.top + x!.bottom + divisor!.top + divisor!.bottom, bottom: x!.bottom + divisor!.bottom }),
  phrase: ([x, divisor]) => ({ zh: `${x} 除以 ${divisor} 的余数`, en: `the remainder of ${x} divided by ${divisor}` }),
}
