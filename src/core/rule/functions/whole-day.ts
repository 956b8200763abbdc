import { type Day, dayOfNumber, isDayNumber } from '../../dates.ts'
import type { Constant } from '../tree.ts'

/** The day that a function can count from, or null: a rule may add half days, or leave the years 1900 to 2199. */
export const wholeDay = (value: Constant | undefined): Day | null => (isDayNumber(value) ? dayOfNumber(value) : null)
