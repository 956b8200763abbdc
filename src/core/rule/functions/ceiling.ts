import type { RuleFunction } from './function.ts'
import { stepwise } from './stepwise.ts'

/** Up to whole steps. */
export const ceiling: RuleFunction = stepwise('ceiling', 'ceiling', '进一取整', 'rounded up to multiples of')
