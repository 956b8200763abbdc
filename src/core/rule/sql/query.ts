/** Whole measures inside PostgreSQL: for every row of a population who is paid, how much, and why not. */
import type { Diagnostic } from '../../diagnostic.ts'
import type { FactCatalogue } from '../../facts.ts'
import { fill } from '../../messages.ts'
import type { When } from '../outcome.ts'
import { ranksOf } from '../rank.ts'
import { type Plan, planOf } from '../stacking/plan.ts'
import type { Measure } from '../tree.ts'
import { coderOf } from './code.ts'
import type { Decimal } from './decimal.ts'
import { columnName, columnOf, KEPT, newSheet, queryOf, quoted, ROWS, raw, type Sheet, type Sql } from './fragment.ts'
import { ID, keysOf, tableName } from './layout.ts'
import { sqlMessages } from './messages.ts'
import { rankedTable } from './ranks.ts'
import { leftName, leftOf, stageOf } from './relations.ts'
import { fenOf, isOpen, reasonsOf, resultName, statusOf, verdictOf } from './result.ts'

export { resultName } from './result.ts'

/** Status as a number: 0 is not eligible, 1 eligible, 2 undetermined. */
export const STATUSES = ['ineligible', 'eligible', 'undetermined'] as const

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

/** One stage of the query: what it names, what it selects, and whether it can be printed. */
type Stage = { readonly sheet: Sheet; readonly selected: readonly string[]; readonly diagnostics: readonly Diagnostic[] }

const selection = (name: string, { text }: Sql): string => `${text} as ${quoted(columnName(name))}`
const weightOf = (values: readonly Sql[]): number => values.reduce((sum, { weight }) => sum + weight, 0)

/** Each measure by itself: its verdict (`decided`), computed once for each row beside the facts, and around that its reasons (`told`). */
type Answers = {
  readonly decided: Stage
  readonly told: Stage
  readonly verdicts: readonly Decimal[]
  /** What is left of each total cap. */
  readonly lefts: readonly Decimal[]
}

const answers = (plan: Plan, catalogue: FactCatalogue, some: boolean): Answers => {
  const { measures, when, caps } = plan
  const [inner, outer] = [newSheet(), newSheet()]
  const diagnostics: Diagnostic[] = []
  const ranks = ranksOf(measures).map(({ key }) => key)
  const judged: string[] = []
  const told = [columnOf(ID)]
  const verdicts: Decimal[] = []
  const lefts: Decimal[] = []
  const named = (name: string, value: Decimal): Decimal => {
    judged.push(selection(name, value.sql))
    return { ...value, sql: raw(columnOf(name)) }
  }
  const keysUpTo = (count: number): readonly string[] => {
    const { facts, judgements } = keysOf(measures.slice(0, count))
    return [ID, ...facts, ...judgements, ...ranks]
  }
  const decided = (count: number) => [...keysUpTo(count).map(columnOf), ...judged]
  const done = (count: number): Answers => ({
    decided: { sheet: inner, selected: decided(count), diagnostics },
    told: { sheet: outer, selected: told, diagnostics: [] },
    verdicts,
    lefts,
  })
  for (const [index, measure] of measures.entries()) {
    const [before, beforeTold] = [inner.columns.length, outer.columns.length]
    const prefix = `${index + 1} `
    const own = verdictOf(coderOf(measure, catalogue, when, inner, prefix), when)
    const verdict = named(resultName(measure, 'verdict'), own)
    verdicts.push(verdict)
    const mask = reasonsOf(coderOf(measure, catalogue, when, outer, prefix), when, verdict, !some)
    told.push(verdict.sql.text, selection(resultName(measure, 'mask'), mask))
    const written = [own.sql]
    for (const [place, cap] of caps.entries())
      if (cap.owner === measure) {
        const left = leftOf(cap, coderOf(measure, catalogue, when, inner, prefix))
        written.push(left.sql)
        lefts[place] = named(leftName(cap, place), left)
        told.push(lefts[place].sql.text)
      }
    const partsIn = (sheet: Sheet, from: number, more: readonly Sql[]): number =>
      weightOf([...sheet.columns.slice(from).map(({ value }) => value), ...more])
    const parts = Math.max(partsIn(inner, before, written), partsIn(outer, beforeTold, [mask]))
    if (parts > MAX_PARTS) diagnostics.push(refused('sql.too-large', measure, { parts, limit: MAX_PARTS }))

    const keys = keysUpTo(index + 1).length
    const widest = Math.max(told.length, keys + inner.columns.length, keys + judged.length + outer.columns.length)
    if (widest > MAX_COLUMNS) {
      diagnostics.push(refused('sql.too-many-columns', measure, { limit: MAX_COLUMNS }))
      return done(index + 1)
    }
  }
  return done(measures.length)
}

/** Around those answers: what is paid once the relations between the measures are applied. */
const payments = (plan: Plan, { verdicts, lefts }: Answers): Stage => {
  const { sheet, awards } = stageOf(plan, verdicts.map(fenOf), lefts)
  const selected = [columnOf(ID)]
  const columns = 1 + 2 * plan.measures.length + plan.caps.length + sheet.columns.length
  let parts = weightOf(sheet.columns.map(({ value }) => value))
  for (const [place, measure] of plan.measures.entries()) {
    const verdict = verdicts[place]!
    const award = awards[place]!.sql
    // Who waits for a fact of a total cap is undetermined.
    const mayWait = plan.caps.some(({ members }) => members.includes(place))
    const results = {
      status: statusOf(verdict, mayWait ? award : null),
      amount: fenOf(verdict).sql,
      award,
      mask: raw(columnOf(resultName(measure, 'mask'))),
    }
    selected.push(...Object.entries(results).map(([part, value]) => selection(resultName(measure, part), value)))
    parts += weightOf(Object.values(results))
    if (parts > MAX_PARTS) return { sheet, selected, diagnostics: [refused('sql.too-large', measure, { parts, limit: MAX_PARTS })] }
    if (Math.max(selected.length, columns) > MAX_COLUMNS)
      return { sheet, selected, diagnostics: [refused('sql.too-many-columns', measure, { limit: MAX_COLUMNS })] }
  }
  return { sheet, selected, diagnostics: [] }
}

/**
 * One query over a population table (see `layoutOf`) that gives each row's id and, for each measure, `ID status`, `ID amount` in fen by itself, `ID award` after the
 * relations between the measures, and `ID mask`. Every expression looks at one row only, so that shards answer on their own; parameters are the constants of the day.
 * `some`: rows in which no measure is eligible or undetermined are left out, and who is not eligible has no mask.
 */
export const sqlOf = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, table: string, some = false): Printed => {
  const plan = planOf(measures, when)
  const inner = answers(plan, catalogue, some)
  const { decided, told, verdicts } = inner
  if (decided.diagnostics.length > 0) return { query: null, diagnostics: decided.diagnostics }
  const outer = payments(plan, inner)
  if (outer.diagnostics.length > 0) return { query: null, diagnostics: outer.diagnostics }
  const rows = queryOf(decided.sheet, rankedTable(measures, catalogue, when, tableName(table)), decided.selected)
  const only = verdicts.map((verdict) => isOpen(verdict).text).join(' or ') || 'false'
  const kept = `(\n${rows}${KEPT}\n)`
  const own = queryOf(told.sheet, some ? `(select * from ${kept} ${ROWS} where ${only})` : kept, told.selected)
  return { query: queryOf(outer.sheet, `(\n${own}\n)`, outer.selected), diagnostics: [] }
}
