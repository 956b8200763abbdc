/** What generated code calls. Unknown rows may hold anything, so nothing here throws for them; an amount that no slot can hold does. */
import type { Measure } from '../tree.ts'
import { dayOfMonth, laterByMonths, monthOfDay, monthsOfDays, weekdayOfDay, yearOfDay, yearsOfDays } from './civil.ts'

export const helpersOf = (measures: readonly Measure[]) => ({
  big: (x: number): bigint => (Number.isSafeInteger(x) ? BigInt(x) : 0n),
  bigFloor: (n: bigint, d: bigint): bigint => (d <= 0n ? 0n : n % d !== 0n && n < 0n ? n / d - 1n : n / d),
  checked: (fen: bigint, measure: number, row: number): number => {
    const amount = Number(fen)
    if (Number.isSafeInteger(amount)) return amount
    throw new RangeError(`measure ${measures[measure]?.id}, row ${row}: an amount of ${fen} fen does not fit in 53 bits`)
  },
  monthsOfDays,
  yearsOfDays,
  yearOfDay,
  monthOfDay,
  dayOfMonth,
  weekdayOfDay,
  laterByMonths,
})
