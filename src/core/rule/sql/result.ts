/**
 * One measure by itself in SQL: for every row whether it is eligible, for how much, and why not. A verdict says the first two in one number, so that conditions
 * are looked at once: the fen of those who are eligible, otherwise −1 (undetermined), −2 (undetermined, and the amount has no value) or −3 (not eligible).
 */
import { judgementKey } from '../evaluate.ts'
import { hull } from '../interval.ts'
import { applies, bitOf } from '../mask.ts'
import type { When } from '../outcome.ts'
import type { Measure } from '../tree.ts'
import { isNumber, plain } from './calls.ts'
import { type Coder, codeOf } from './code.ts'
import type { Decimal } from './decimal.ts'
import * as decimal from './decimal.ts'
import * as fraction from './fraction.ts'
import { bindIn, columnOf, joined, raw, type Sql, sql } from './fragment.ts'

/** What a column of the answer is called. */
export const resultName = (measure: Pick<Measure, 'id'>, part: string): string => `${measure.id} ${part}`

const [OPEN, NO_VALUE, INELIGIBLE] = [decimal.constant(-1), decimal.constant(-2), decimal.constant(-3)]
const UNPAID = hull(OPEN.range, INELIGIBLE.range)

/** The verdict for everybody: not in force, or nothing that computes. */
const settledOf = (measure: Measure, when: When): Decimal | null =>
  !applies(measure, when) ? INELIGIBLE : measure.grade === 'text' ? OPEN : null

/** Whole fen; null where the amount has no value or one below zero. */
const amountOf = (amount: NonNullable<Measure['amount']>, coder: Coder): Decimal => {
  const bind = bindIn(coder.sheet, `${coder.prefix}amount`)
  const value = codeOf(amount.node, coder)
  if (!isNumber(value)) throw new Error('sql: an amount is no number')
  const exact = fraction.bound(value, bind)
  const fen = fraction.rounded(exact, amount.rounding.mode, fraction.ofExact(amount.rounding.step), bind).top
  if (decimal.isAtLeast(exact.top, 0)) return { ...fen, sql: bind(decimal.branch(fen)), constant: null }
  const isGranted = fraction.compared(exact, '>=', fraction.of(decimal.ZERO))
  return { ...fen, sql: bind(sql`case when ${isGranted} then ${decimal.branch(fen)} end`), constant: null }
}

/** The answers that must all hold. */
const answersOf = (coder: Coder): readonly Sql[] => [
  ...coder.run.measure.conditions.map(({ node }) => bindIn(coder.sheet, `${coder.prefix}${node.id}`)(plain(codeOf(node, coder)))),
  ...coder.run.measure.judgements.map(({ name }) => raw(columnOf(judgementKey(coder.run.measure, name)))),
]

export const verdictOf = (coder: Coder, when: When): Decimal => {
  const { measure } = coder.run
  const settled = settledOf(measure, when)
  if (settled) return { ...settled, sql: decimal.branch(settled) }
  const answers = answersOf(coder)
  const amount = measure.amount && amountOf(measure.amount, coder)
  const holds = answers.length === 0 ? raw('true') : sql`(${joined(answers, ' and ')})`
  const waiting = amount ? sql`case when ${amount.sql} is null then ${NO_VALUE.sql} else ${OPEN.sql} end` : OPEN.sql
  // What the public text does not say keeps everybody from being eligible.
  const granted = measure.gaps.length > 0 ? null : amount
  const left = granted ? sql`case when ${holds} then coalesce(${granted.sql}, ${NO_VALUE.sql}) else ${waiting} end` : waiting
  const verdict = sql`case when ${holds} is not false then ${left} else ${INELIGIBLE.sql} end`
  return granted ? decimal.made(verdict, [granted], hull(granted.range, UNPAID)) : decimal.whole(sql`${verdict}::bigint`, UNPAID)
}

/** Whether a verdict is eligible or undetermined. */
export const isOpen = (verdict: Decimal): Sql => sql`${verdict.sql} > ${INELIGIBLE.sql}`
/** The fen of a verdict; null unless eligible. */
export const fenOf = (verdict: Decimal): Decimal => ({ ...verdict, sql: sql`case when ${verdict.sql} >= 0 then ${verdict.sql} end` })
/** The status of a verdict; undetermined as well where what is paid has become unknown. */
export const statusOf = ({ sql: verdict }: Decimal, award: Sql | null): Sql => {
  const isOpen = award ? sql`${verdict} < 0 or ${award} is null` : sql`${verdict} < 0`
  return sql`case when ${verdict} = ${INELIGIBLE.sql} then 0 when ${isOpen} then 2 else 1 end::smallint`
}

/** The bits of the answers for which the test holds. */
const bitsWhere = (answers: readonly Sql[], test: 'is false' | 'is null'): Sql => {
  const bits = answers.map((answer, index) => sql`case when ${answer} ${test} then ${String(bitOf(index))} else 0 end`)
  return bits.length === 0 ? raw('0') : sql`(${joined(bits, ' + ')})`
}

/** The reasons behind a verdict, of those who are undetermined and, if they are `wanted`, of those who are not eligible. */
export const reasonsOf = (coder: Coder, when: When, verdict: Decimal, wanted: boolean): Sql => {
  const { measure } = coder.run
  if (settledOf(measure, when)) return raw('0::bigint')
  const answers = answersOf(coder)
  const open = bitsWhere(answers, 'is null')
  const both = measure.amount
    ? sql`${open} + case when ${verdict.sql} = ${NO_VALUE.sql} then ${String(bitOf(answers.length))} else 0 end`
    : open
  const refused = wanted ? bitsWhere(answers, 'is false') : raw('0')
  return sql`case when ${verdict.sql} >= 0 then 0 when ${verdict.sql} = ${INELIGIBLE.sql} then ${refused} else ${both} end::bigint`
}
