import { monthsBetween } from '../../dates.ts'
import { betweenDays } from './between-days.ts'
import type { RuleFunction } from './function.ts'

/** Whole years. */
export const years: RuleFunction = betweenDays('years', '年', '整年数', 'whole years', (a, b) => Math.trunc(monthsBetween(a, b) / 12) || 0)
