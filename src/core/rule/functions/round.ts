import type { RuleFunction } from './function.ts'
import { stepwise } from './stepwise.ts'

/** To the nearest whole step, half up. */
export const round: RuleFunction = stepwise('round', 'half-up', '四舍五入取整', 'rounded half up to multiples of')
