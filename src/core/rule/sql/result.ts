/** One measure by itself in SQL: for every row whether it is eligible, for how much, and why not. */
import type { FactCatalogue } from '../../facts.ts'
import { judgementKey } from '../evaluate.ts'
import { applies, bitOf } from '../mask.ts'
import type { When } from '../outcome.ts'
import { runOf } from '../run.ts'
import type { Measure } from '../tree.ts'
import { isNumber, plain } from './calls.ts'
import { type Coder, codeOf } from './code.ts'
import * as decimal from './decimal.ts'
import * as fraction from './fraction.ts'
import { type Bind, bindIn, columnOf, joined, raw, type Sheet, type Sql, sql } from './fragment.ts'

/** What a column of the answer is called. */
export const resultName = (measure: Pick<Measure, 'id'>, part: string): string => `${measure.id} ${part}`

/** The three columns of a measure. */
type Result = { readonly status: Sql; readonly amount: Sql; readonly mask: Sql }

/** The same for every row. */
const settled = (status: 0 | 2): Result => ({ status: raw(`${status}::smallint`), amount: raw('null::numeric'), mask: raw('0::bigint') })

/** Whole fen; null where the amount has no value or one below zero. */
const amountOf = (amount: NonNullable<Measure['amount']>, coder: Coder, bind: Bind): Sql => {
  const value = codeOf(amount.node, coder)
  if (!isNumber(value)) throw new Error('sql: an amount is no number')
  const exact = fraction.bound(value, bind)
  const fen = fraction.rounded(exact, amount.rounding.mode, fraction.ofExact(amount.rounding.step), bind)
  const isGranted = fraction.compared(exact, '>=', fraction.of(decimal.ZERO))
  return bind(sql`case when ${isGranted} then ${decimal.asNumeric(fen.top)} end`)
}

/** The bits of the answers for which the test holds. */
const bitsWhere = (answers: readonly Sql[], test: 'is false' | 'is null'): Sql => {
  const bits = answers.map((answer, index) => sql`case when ${answer} ${test} then ${String(bitOf(index))} else 0 end`)
  return bits.length === 0 ? raw('0::bigint') : sql`(${joined(bits, ' + ')})::bigint`
}

export const resultOf = (measure: Measure, catalogue: FactCatalogue, when: When, sheet: Sheet, prefix: string): Result => {
  if (!applies(measure, when)) return settled(0)
  if (measure.grade === 'text') return settled(2)
  const coder: Coder = { run: runOf(measure, new Map(), when), catalogue, sheet, prefix, done: new Map() }
  const answers = [
    ...measure.conditions.map(({ node }) => bindIn(sheet, `${prefix}${node.id}`)(plain(codeOf(node, coder)))),
    ...measure.judgements.map(({ name }) => raw(columnOf(judgementKey(measure, name)))),
  ]
  const holds = bindIn(sheet, `${prefix}eligible`)(answers.length === 0 ? raw('true') : sql`(${joined(answers, ' and ')})`)
  const amount = measure.amount && amountOf(measure.amount, coder, bindIn(sheet, `${prefix}amount`))
  // What the public text does not say keeps everybody from being eligible.
  const granted = measure.gaps.length > 0 ? null : amount
  const open = [...answers, ...(amount ? [amount] : [])]
  return {
    status: sql`case when not ${holds} then 0 ${granted ? sql`when ${holds} and ${granted} is not null then 1` : ''} else 2 end::smallint`,
    amount: granted ? sql`case when ${holds} then ${granted} end` : raw('null::numeric'),
    mask: sql`case when not ${holds} then ${bitsWhere(answers, 'is false')} else ${bitsWhere(open, 'is null')} end`,
  }
}
