/** The functions of the language in SQL; what each means stands in `functions/`. */
import { numberOfDay } from '../../dates.ts'
import type { RoundingMode } from '../../money.ts'
import * as decimal from './decimal.ts'
import type { Fraction } from './fraction.ts'
import * as fraction from './fraction.ts'
import { type Bind, joined, raw, type Sql, sql } from './fragment.ts'

/** A number, or an expression of PostgreSQL's own type: text, boolean, date. */
export type Value = Fraction | Sql
type Call = (args: readonly Value[], bind: Bind) => Value

export const isNumber = (value: Value): value is Fraction => 'top' in value
const number = (value: Value | undefined): Fraction => {
  if (value && isNumber(value)) return value
  throw new Error('sql: a number was expected')
}
export const plain = (value: Value | undefined): Sql => {
  if (value && !isNumber(value)) return value
  throw new Error('sql: a text, date or answer was expected')
}

const FIRST_DAY = "date '1900-01-01'"
const LAST_DAY = "date '2199-12-31'"
const DAYS = numberOfDay('2199-12-31') - numberOfDay('1900-01-01')
const YEARS = 300

/** The value as a whole number, and what makes it one (nothing to ask of bigints). */
const wholeOf = (x: Fraction, bind: Bind): { value: Sql; condition: Sql | null } => {
  const floor = fraction.floorOf(x, bind)
  if (fraction.isWhole(x)) return { value: floor.sql, condition: null }
  const value = bind(floor.sql)
  return { value, condition: fraction.compared(x, '=', fraction.of({ ...floor, sql: value })) }
}
/** PostgreSQL computes constants before it looks at what guards them, so the cast itself must not fail. */
const asInt = (value: Sql): Sql => sql`least(greatest(${value}, -${String(DAYS)}), ${String(DAYS)})::int`
const guarded = (condition: Sql, extra: Sql | null, value: Sql): Sql =>
  sql`case when ${extra === null ? condition : sql`${extra} and ${condition}`} then ${value} end`

/** A day some days later; no result for parts of days and outside the years 1900 to 2199. */
export const daysLater = (start: Sql, count: Fraction, bind: Bind): Sql => {
  const { value, condition } = wholeOf(fraction.bound(count, bind), bind)
  return guarded(sql`${value} between ${FIRST_DAY} - ${start} and ${LAST_DAY} - ${start}`, condition, sql`${start} + ${asInt(value)}`)
}

/** `date + interval` clamps to the end of the month, as the language does, but gives a timestamp. */
const monthsLater = (start: Sql, count: Fraction, bind: Bind): Sql => {
  const { value, condition } = wholeOf(fraction.bound(count, bind), bind)
  const later = bind(
    guarded(sql`${value} between -4000 and 4000`, condition, sql`(${start} + make_interval(months => ${asInt(value)}))::date`),
  )
  return sql`case when ${later} between ${FIRST_DAY} and ${LAST_DAY} then ${later} end`
}

/** Whole months between two days of which the first is not later: the last month is not full yet unless its day is reached or it ends. */
const monthsFrom = (a: Sql, b: Sql): Sql => sql`((extract(year from ${b}) - extract(year from ${a})) * 12
    + extract(month from ${b}) - extract(month from ${a})
    - case when extract(day from ${a}) > extract(day from ${b}) and extract(day from ${b} + 1) <> 1 then 1 else 0 end)`
const monthsBetween = (from: Value | undefined, to: Value | undefined, bind: Bind): Sql => {
  const [a, b] = [bind(plain(from)), bind(plain(to))]
  return sql`case when ${a} <= ${b} then ${monthsFrom(a, b)} when ${a} > ${b} then -${monthsFrom(b, a)} end`
}
const upTo = (most: number) => ({ low: -most, high: most })

const stepwise =
  (mode: RoundingMode): Call =>
  ([x, step], bind) =>
    fraction.rounded(number(x), mode, fraction.bound(number(step), bind), bind)

/** PostgreSQL's texts are at most a gigabyte. */
const LONGEST_TEXT = 2 ** 30
/** A number that is written out. */
const count = (value: Value): Sql => raw(String(fraction.constantOf(number(value))))

const datePart =
  (field: string, low: number, high: number): Call =>
  ([each]) =>
    fraction.of(decimal.whole(sql`extract(${field} from ${plain(each)})::bigint`, { low, high }))

export const calls: Readonly<Record<string, Call>> = {
  contains: ([text, part]) => sql`(strpos(${plain(text)}, ${plain(part)}) > 0)`,
  'starts with': ([text, part]) => sql`starts_with(${plain(text)}, ${plain(part)})`,
  'ends with': ([text, part]) => sql`(right(${plain(text)}, char_length(${plain(part)})) = ${plain(part)})`,
  'string length': ([text]) => fraction.of(decimal.whole(sql`char_length(${plain(text)})::bigint`, { low: 0, high: LONGEST_TEXT })),
  substring: ([text, ...counts]) => sql`substr(${joined([plain(text), ...counts.map(count)], ', ')})`,
  abs: ([x]) => fraction.absolute(number(x)),
  min: (args, bind) => fraction.least(args.map(number), bind),
  max: (args, bind) => fraction.most(args.map(number), bind),
  sum: (args) => args.map(number).reduce(fraction.plus),
  modulo: ([x, divisor], bind) => {
    const [a, b] = [fraction.bound(number(x), bind), fraction.bound(number(divisor), bind)]
    const times = fraction.rounded(fraction.over(a, b, bind), 'floor', fraction.ofExact(1), bind)
    return fraction.minus(a, fraction.times(b, times))
  },
  floor: stepwise('floor'),
  ceiling: stepwise('ceiling'),
  round: stepwise('half-up'),
  count_true: (args) => {
    const ones = args.map((each) => sql`(${plain(each)})::int`)
    return fraction.of(decimal.whole(sql`(${joined(ones, ' + ')})::bigint`, { low: 0, high: args.length }))
  },
  days: ([a, b]) => fraction.of(decimal.whole(sql`(${plain(b)} - ${plain(a)})::bigint`, upTo(DAYS))),
  months: ([a, b], bind) => fraction.of(decimal.whole(sql`(${monthsBetween(a, b, bind)})::bigint`, upTo(YEARS * 12))),
  years: ([a, b], bind) => fraction.of(decimal.whole(sql`div(${monthsBetween(a, b, bind)}, 12)::bigint`, upTo(YEARS))),
  year: datePart('year', 1900, 2199),
  month: datePart('month', 1, 12),
  day: datePart('day', 1, 31),
  weekday: datePart('isodow', 1, 7),
  add_months: ([start, count], bind) => monthsLater(bind(plain(start)), number(count), bind),
}
