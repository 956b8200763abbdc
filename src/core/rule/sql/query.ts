/** Whole measures inside PostgreSQL: for every row of a population who is eligible, for how much, and why not. */
import type { Diagnostic } from '../../diagnostic.ts'
import type { FactCatalogue } from '../../facts.ts'
import { fill } from '../../messages.ts'
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
import { ID, keysOf, tableName } from './layout.ts'
import { sqlMessages } from './messages.ts'
import { rankedTable } from './ranks.ts'

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

/** The bits of the answers for which the test holds. */
const bitsWhere = (answers: readonly Sql[], test: 'is false' | 'is null'): Sql => {
  const bits = answers.map((answer, index) => sql`case when ${answer} ${test} then ${String(bitOf(index))} else 0 end`)
  return bits.length === 0 ? raw('0::bigint') : sql`(${joined(bits, ' + ')})::bigint`
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

/** PostgreSQL plans every part of a query in memory: a measure of more parts is left to the other back ends. */
const MAX_PARTS = 50_000
/** No table and no step of a query can be wider. */
const MAX_COLUMNS = 1600

const refused = (code: keyof typeof sqlMessages, measure: Measure, params: Readonly<Record<string, number>>): Diagnostic => {
  const { zh, en } = sqlMessages[code]
  const all = { measure: measure.id, ...params }
  return {
    code,
    severity: 'error',
    place: measure.places.id ?? { file: measure.file, line: 1, column: 1, end: 2 },
    message: { zh: fill(zh, all), en: fill(en, all) },
  }
}

/** The query, or what keeps measures out of it. */
export type Printed =
  | { readonly query: string; readonly diagnostics: readonly [] }
  | { readonly query: null; readonly diagnostics: readonly Diagnostic[] }

/**
 * One query over a population table (see `layoutOf`) that gives each row's id and, for each measure, `ID status`, `ID amount` in fen and `ID mask`.
 * Every expression looks at one row only, so that shards answer on their own; parameters are the constants of the day.
 */
export const sqlOf = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, table: string): Printed => {
  const sheet = newSheet()
  const diagnostics: Diagnostic[] = []
  const selected = [columnOf(ID)]
  for (const [index, measure] of measures.entries()) {
    const before = sheet.columns.length
    const results = Object.entries(resultOf(measure, catalogue, when, sheet, `${index + 1} `))
    const own = [...sheet.columns.slice(before).map(({ value }) => value), ...results.map(([, value]) => value)]
    const parts = own.reduce((sum, { weight }) => sum + weight, 0)
    if (parts > MAX_PARTS) diagnostics.push(refused('sql.too-large', measure, { parts, limit: MAX_PARTS }))
    selected.push(...results.map(([name, { text }]) => `${text} as ${quoted(columnName(resultName(measure, name)))}`))

    const { facts, judgements } = keysOf(measures.slice(0, index + 1))
    if (Math.max(selected.length, 1 + facts.length + judgements.length + sheet.columns.length) > MAX_COLUMNS)
      return { query: null, diagnostics: [...diagnostics, refused('sql.too-many-columns', measure, { limit: MAX_COLUMNS })] }
  }
  if (diagnostics.length > 0) return { query: null, diagnostics }
  return { query: queryOf(sheet, rankedTable(measures, catalogue, when, tableName(table)), selected), diagnostics: [] }
}

/** What a column of the answer is called. */
export const resultName = (measure: Pick<Measure, 'id'>, part: string): string => `${measure.id} ${part}`
