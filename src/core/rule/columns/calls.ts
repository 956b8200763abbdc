/** The functions of the language in generated code; what each means stands in `functions/`. */
import type { RoundingMode } from '../../money.ts'
import { type Answer, any, type Test } from './answer.ts'
import { FIRST_DAY, LAST_DAY } from './civil.ts'
import type { Quotient } from './quotient.ts'
import * as quotient from './quotient.ts'
import type { Term } from './term.ts'
import type { Bind, Whole } from './whole.ts'
import * as whole from './whole.ts'

/** What a call can ask of the code around it. */
export type Coder = {
  readonly bind: Bind
  readonly number: (term: Term) => Quotient
  readonly answer: (term: Term) => Answer
}
type Call = (args: readonly Term[], coder: Coder) => Quotient

/** The value as a whole number, unknown where it is none. */
const wholeOf = (a: Quotient, bind: Bind): { value: Whole; unknown: Test } => {
  if (whole.constantOf(a.bottom) === 1n) return { value: whole.bound(a.top, bind), unknown: a.unknown }
  const [top, bottom] = [whole.bound(a.top, bind), whole.bound(a.bottom, bind)]
  const value = whole.bound(whole.floored(top, bottom), bind)
  const remainder = whole.rest(top, bottom, value)
  return { value, unknown: any([a.unknown, whole.compared(remainder, '!=', whole.ZERO)]) }
}

/** Unknown outside a range; known values then lie inside it. */
const within = (value: Whole, unknown: Test, low: number, high: number): { code: string; unknown: Test; range: [number, number] } => {
  const [least, most] = [BigInt(low), BigInt(high)]
  const code = whole.asNumber(value)
  const tests = [unknown, value.low < least ? `(${code} < ${low})` : null, value.high > most ? `(${code} > ${high})` : null]
  const range: [number, number] = [
    value.low < least ? low : Math.min(Number(value.low), high),
    value.high > most ? high : Math.max(Number(value.high), low),
  ]
  return { code, unknown: any(tests), range }
}
const dayIn = (term: Term, coder: Coder): ReturnType<typeof within> => {
  const { value, unknown } = wholeOf(coder.number(term), coder.bind)
  return within(value, unknown, FIRST_DAY, LAST_DAY)
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
    const [from, to] = [dayIn(a!, coder), dayIn(b!, coder)]
    return quotient.ofWhole(whole.measured(`${helper}(${from.code}, ${to.code})`, -most, most), any([from.unknown, to.unknown]))
  }

const YEARS = 300

export const calls: Readonly<Record<string, Call>> = {
  abs: ([x], { number, bind }) => quotient.absolute(number(x!), bind),
  min: folded(quotient.least),
  max: folded(quotient.most),
  sum: folded(quotient.plus),
  floor: stepwise('floor'),
  ceiling: stepwise('ceiling'),
  round: stepwise('half-up'),
  count_true: (args, { answer }) => {
    const answers = args.map(answer)
    const code = answers.map(({ yes }) => `(${yes} ? 1 : 0)`).join(' + ')
    return quotient.ofWhole(whole.measured(`(${code})`, 0, args.length), any(answers.map(({ unknown }) => unknown)))
  },
  days: ([a, b], coder) => {
    const [from, to] = [dayIn(a!, coder), dayIn(b!, coder)]
    const span = whole.minus(whole.measured(to.code, ...to.range), whole.measured(from.code, ...from.range))
    return quotient.ofWhole(span, any([from.unknown, to.unknown]))
  },
  months: between('monthsOfDays', YEARS * 12),
  years: between('yearsOfDays', YEARS),
  year: ([each], coder) => {
    const { code, unknown } = dayIn(each!, coder)
    return quotient.ofWhole(whole.measured(`yearOfDay(${code})`, 1900, 2199), unknown)
  },
  add_months: ([start, count], coder) => {
    const from = dayIn(start!, coder)
    const months = wholeOf(coder.number(count!), coder.bind)
    const by = within(months.value, months.unknown, -4000, 4000)
    const later = coder.bind(`laterByMonths(${from.code}, ${by.code})`)
    return quotient.ofWhole(whole.measured(later, FIRST_DAY, LAST_DAY), any([from.unknown, by.unknown, `(${later} !== ${later})`]))
  },
}
