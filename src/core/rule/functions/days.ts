import { numberOfDay } from '../../dates.ts'
import { betweenDays } from './between-days.ts'
import type { RuleFunction } from './function.ts'

export const days: RuleFunction = betweenDays('days', '日', '天数', 'days', (a, b) => numberOfDay(b) - numberOfDay(a))
