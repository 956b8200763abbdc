import { type Day, dayOfNumber, numberOfDay } from '../../dates.ts'
import type { Constant } from '../tree.ts'

const FIRST = numberOfDay('1900-01-01')
const LAST = numberOfDay('2199-12-31')

/** The day that a function can count from, or null: a rule may add half days, or leave the years 1900 to 2199. */
export const wholeDay = (value: Constant | undefined): Day | null =>
  typeof value === 'number' && value >= FIRST && value <= LAST ? dayOfNumber(value) : null
