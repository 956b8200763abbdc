/** Whole measures inside PostgreSQL: for every row of a population who is eligible, for how much, and why not. */
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
import { type Bind, bindIn, columnName, columnOf, joined, newSheet, queryOf, quoted, raw, type Sheet, type Sql, sql } from './fragment.ts'
import { ID, tableName } from './layout.ts'

/** Status as a number: 0 is not eligible, 1 eligible, 2 undetermined. */
export const STATUSES = ['ineligible', 'eligible', 'undetermined'] as const

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

/** The bits of the answers for which the test holds; beyond the last bit several answers share one. */
const bitsWhere = (answers: readonly Sql[], test: 'is false' | 'is null'): Sql => {
  const byBit = new Map<number, Sql[]>()
  for (const [index, answer] of answers.entries()) byBit.set(bitOf(index), [...(byBit.get(bitOf(index)) ?? []), sql`${answer} ${test}`])
  const bits = [...byBit].map(([bit, tests]) => sql`case when ${joined(tests, ' or ')} then ${String(bit)}::bigint else 0 end`)
  return bits.length === 0 ? raw('0::bigint') : joined(bits, ' + ')
}

const resultOf = (measure: Measure, catalogue: FactCatalogue, when: When, sheet: Sheet, prefix: string): Result => {
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

/**
 * One query over a population table (see `layoutOf`) that gives each row's id and, for each measure, `ID status`, `ID amount` in fen and `ID mask`.
 * Every expression looks at one row only, so that shards answer on their own; parameters are the constants of the day.
 */
export const sqlOf = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, table: string): string => {
  const sheet = newSheet()
  const columns = measures.flatMap((measure, index) => {
    const { status, amount, mask } = resultOf(measure, catalogue, when, sheet, `${index + 1} `)
    return Object.entries({ status, amount, mask }).map(([name, { text }]) => `${text} as ${quoted(columnName(resultName(measure, name)))}`)
  })
  return queryOf(sheet, tableName(table), [columnOf(ID), ...columns])
}

/** What a column of the answer is called. */
export const resultName = (measure: Pick<Measure, 'id'>, part: string): string => `${measure.id} ${part}`
