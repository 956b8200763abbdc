/** Whole measures inside PostgreSQL: for every row of a population who is paid, how much, and why not. */
import type { Diagnostic } from '../../diagnostic.ts'
import type { FactCatalogue } from '../../facts.ts'
import { fill } from '../../messages.ts'
import type { When } from '../outcome.ts'
import { type Plan, planOf, relatedIn } from '../stacking/plan.ts'
import type { Measure } from '../tree.ts'
import { columnName, columnOf, KEPT, newSheet, queryOf, quoted, raw, type Sheet, type Sql } from './fragment.ts'
import { ID, keysOf, tableName } from './layout.ts'
import { sqlMessages } from './messages.ts'
import { rankedTable } from './ranks.ts'
import { leftName, leftOf, stageOf, statusAfter } from './relations.ts'
import { resultName, resultOf } from './result.ts'

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

/** The answer of each measure by itself, and what is left of each total cap. `states`: the status of each measure. */
const answers = (plan: Plan, catalogue: FactCatalogue): Stage & { readonly states: readonly Sql[] } => {
  const { measures, when, caps } = plan
  const sheet = newSheet()
  const diagnostics: Diagnostic[] = []
  const selected = [columnOf(ID)]
  const states: Sql[] = []
  for (const [index, measure] of measures.entries()) {
    const before = sheet.columns.length
    const prefix = `${index + 1} `
    const result = resultOf(measure, catalogue, when, sheet, prefix)
    states.push(result.status)
    const results: [string, Sql][] = Object.entries(result).map(([part, value]) => [resultName(measure, part), value])
    for (const [place, cap] of caps.entries())
      if (cap.owner === measure) results.push([leftName(cap, place), leftOf(cap, catalogue, when, sheet, prefix)])
    const parts = weightOf([...sheet.columns.slice(before).map(({ value }) => value), ...results.map(([, value]) => value)])
    if (parts > MAX_PARTS) diagnostics.push(refused('sql.too-large', measure, { parts, limit: MAX_PARTS }))
    selected.push(...results.map(([name, value]) => selection(name, value)))

    const { facts, judgements } = keysOf(measures.slice(0, index + 1))
    if (Math.max(selected.length, 1 + facts.length + judgements.length + sheet.columns.length) > MAX_COLUMNS)
      return { sheet, selected, states, diagnostics: [...diagnostics, refused('sql.too-many-columns', measure, { limit: MAX_COLUMNS })] }
  }
  return { sheet, selected, states, diagnostics }
}

/** Around those answers: what is paid once the relations between the measures are applied. */
const payments = (plan: Plan): Stage => {
  const { sheet, awards } = stageOf(plan)
  const selected = [columnOf(ID)]
  const columns = 1 + 3 * plan.measures.length + plan.caps.length + sheet.columns.length
  let parts = weightOf(sheet.columns.map(({ value }) => value))
  for (const [place, measure] of plan.measures.entries()) {
    const award = awards[place]!
    const own = (part: string): Sql => raw(columnOf(resultName(measure, part)))
    const results = { status: statusAfter(plan, place, award), amount: own('amount'), award, mask: own('mask') }
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
 * `some`: rows in which no measure is eligible or undetermined are given up at their statuses, so that neither amounts nor reasons are computed for them.
 */
export const sqlOf = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, table: string, some = false): Printed => {
  const plan = planOf(measures, when)
  const [inner, outer] = [answers(plan, catalogue), payments(plan)]
  const [first] = [inner, outer].filter(({ diagnostics }) => diagnostics.length > 0)
  if (first) return { query: null, diagnostics: first.diagnostics }
  const own = queryOf(inner.sheet, rankedTable(measures, catalogue, when, tableName(table)), inner.selected)
  const only = some ? `\nwhere ${inner.states.map(({ text }) => `(${text}) > 0`).join(' or ') || 'false'}` : ''
  // Relations read an amount many times over.
  return { query: queryOf(outer.sheet, `(\n${own}${only}${relatedIn(plan).length > 0 ? KEPT : ''}\n)`, outer.selected), diagnostics: [] }
}
