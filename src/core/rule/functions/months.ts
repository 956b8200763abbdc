import { monthsBetween } from '../../dates.ts'
import { betweenDays } from './between-days.ts'
import type { RuleFunction } from './function.ts'

/** Whole months. */
export const months: RuleFunction = betweenDays('months', '月', '整月数', 'whole months', monthsBetween)
