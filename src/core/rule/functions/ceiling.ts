import type { RuleFunction } from './function.ts'
import { stepwise } from './stepwise.ts'

/** Up to whole steps. */
export const ceiling: RuleFunction = stepwise('ceiling', 'ceiling', '取整（零头进一）', 'rounded up to multiples of')
