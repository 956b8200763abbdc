/** The functions of the language in generated code; what each means stands in `functions/`. */

import { FIRST_DAY, LAST_DAY } from '../../dates.ts'
import type { RoundingMode } from '../../money.ts'
import { type Answer, any, type Test } from './answer.ts'
import type { Quotient } from './quotient.ts'
import * as quotient from './quotient.ts'
import type { Term } from './term.ts'
import type { Bind, Whole } from './whole.ts'
import * as whole from './whole.ts'
import type { Keep, Word } from './word.ts'

/** What a call can ask of the code around it. */
export type Coder = {
  readonly bind: Bind
  readonly number: (term: Term) => Quotient
  readonly answer: (term: Term) => Answer
  readonly word: (term: Term) => Word
  readonly keep: Keep
}
type Call = (args: readonly Term[], coder: Coder) => Quotient

/** The value as a whole number from `low` to `high`; unknown where it is none. */
export const wholeWithin = (a: Quotient, low: number, high: number, bind: Bind): { value: Whole; unknown: Test } => {
  const [top, bottom] = [whole.bound(a.top, bind), whole.bound(a.bottom, bind)]
  const value = whole.bound(whole.floored(top, bottom), bind)
  const remainder = whole.constantOf(bottom) === 1n ? whole.ZERO : whole.rest(top, bottom, value)
  const tests = [
    whole.constantOf(remainder) === 0n ? null : whole.compared(remainder, '!=', whole.ZERO),
    value.low < BigInt(low) ? whole.compared(value, '<', whole.constant(BigInt(low))) : null,
    value.high > BigInt(high) ? whole.compared(value, '>', whole.constant(BigInt(high))) : null,
  ]
  const least = value.low < BigInt(low) ? low : Math.min(Number(value.low), high)
  const most = value.high > BigInt(high) ? high : Math.max(Number(value.high), low)
  return { value: whole.measured(whole.asNumber(value), least, most), unknown: any([a.unknown, ...tests]) }
}

/** A day; days that are computed were held against the calendar where they were computed. */
const dayOf = (term: Term, { number, bind }: Coder): { code: string; value: Whole; unknown: Test } => {
  const { top, unknown } = number(term)
  const value = whole.bound(top, bind)
  return { code: value.code, value, unknown }
}

const folded =
  (fold: (a: Quotient, b: Quotient, bind: Bind) => Quotient): Call =>
  (args, { number, bind }) =>
    args.map(number).reduce((a, b) => fold(a, b, bind))

const stepwise =
  (mode: RoundingMode): Call =>
  ([x, step], { number, bind }) => {
    const by = quotient.bound(number(step!), bind)
    if (by.top.high <= 0n) return quotient.NOTHING
    const unknown = by.top.low > 0n ? by.unknown : any([by.unknown, whole.compared(by.top, '<=', whole.ZERO)])
    return quotient.rounded(number(x!), mode, { ...by, unknown }, bind)
  }

const between =
  (helper: string, most: number): Call =>
  ([a, b], coder) => {
    const [from, to] = [dayOf(a!, coder), dayOf(b!, coder)]
    return quotient.ofWhole(whole.measured(`${helper}(${from.code}, ${to.code})`, -most, most), any([from.unknown, to.unknown]))
  }

const datePart =
  (helper: string, low: number, high: number): Call =>
  ([each], coder) => {
    const { code, unknown } = dayOf(each!, coder)
    return quotient.ofWhole(whole.measured(`${helper}(${code})`, low, high), unknown)
  }

const YEARS = 300
const MOST_MONTHS = 4000

export const calls: Readonly<Record<string, Call>> = {
  abs: ([x], { number, bind }) => quotient.absolute(number(x!), bind),
  min: folded(quotient.least),
  max: folded(quotient.most),
  sum: folded(quotient.plus),
  modulo: ([x, divisor], { number, bind }) => {
    const [a, b] = [quotient.bound(number(x!), bind), quotient.bound(number(divisor!), bind)]
    const times = quotient.rounded(quotient.over(a, b, bind), 'floor', quotient.ofExact(1), bind)
    return quotient.minus(a, quotient.times(b, times))
  },
  floor: stepwise('floor'),
  ceiling: stepwise('ceiling'),
  round: stepwise('half-up'),
  count_true: (args, { answer }) => {
    const answers = args.map(answer)
    const code = answers.map(({ yes }) => `(${yes} ? 1 : 0)`).join(' + ')
    return quotient.ofWhole(whole.measured(`(${code})`, 0, args.length), any(answers.map(({ unknown }) => unknown)))
  },
  days: ([a, b], coder) => {
    const [from, to] = [dayOf(a!, coder), dayOf(b!, coder)]
    return quotient.ofWhole(whole.minus(to.value, from.value), any([from.unknown, to.unknown]))
  },
  months: between('monthsOfDays', YEARS * 12),
  years: between('yearsOfDays', YEARS),
  year: datePart('yearOfDay', 1900, 2199),
  month: datePart('monthOfDay', 1, 12),
  day: datePart('dayOfMonth', 1, 31),
  weekday: datePart('weekdayOfDay', 1, 7),
  add_months: ([start, count], coder) => {
    const from = dayOf(start!, coder)
    const months = wholeWithin(coder.number(count!), -MOST_MONTHS, MOST_MONTHS, coder.bind)
    const later = coder.bind(`laterByMonths(${from.code}, ${months.value.code})`)
    return quotient.ofWhole(whole.measured(later, FIRST_DAY, LAST_DAY), any([from.unknown, months.unknown, `(${later} !== ${later})`]))
  },
}
