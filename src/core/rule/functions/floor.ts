import type { RuleFunction } from './function.ts'
import { stepwise } from './stepwise.ts'

/** Down to whole steps. */
export const floor: RuleFunction = stepwise('floor', 'floor', '舍零取整', 'rounded down to multiples of')
