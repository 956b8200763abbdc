/** Whether every kept assessment comes out the same when its input is judged again by its method. */
import { Type } from 'typebox'
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { view } from '../../../kernel/module.ts'
import { inputFrom, type Outcome, outcomeBy } from '../rules/frozen.ts'
import { assessmentsAfter } from './queries.ts'
import type { AssessmentRow } from './tables.ts'

/** `input`: the text is not what its hash says; `target`: it is about another promise; `method`: no such method is known here; `outcome`: it judges otherwise. */
export type AssessmentFault = 'input' | 'target' | 'method' | 'outcome'
export type AssessmentReport = {
  readonly assessments: number
  readonly faults: readonly { readonly id: string; readonly indicator: string; readonly period: string; readonly fault: AssessmentFault }[]
}

const keptOutcome = ({ category, doubt, reason, ratio, forecast, text_zh, text_en }: AssessmentRow): Outcome => ({
  category,
  doubt,
  reason,
  ratio,
  forecast,
  text: { zh: text_zh, en: text_en },
})
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json)

const faultOf = (row: AssessmentRow): AssessmentFault | null => {
  if (sha256Hex(row.input) !== row.input_hash) return 'input'
  const input = inputFrom(row.input)
  const { indicator, period, kind, comparator, value, document } = input.target
  const { indicator: i, period: p, kind: k, comparator: c, value: v, document: d } = row
  if (!isSame([indicator, period, kind, comparator, value, document], [i, p, k, c, v, d])) return 'target'
  const outcome = outcomeBy(row.method, input)
  if (!outcome) return 'method'
  return isSame(outcome, keptOutcome(row)) ? null : 'outcome'
}

/** So many rows are held in memory. */
const AT_ONCE = 500

export const verifyAssessments = view(
  'plan.verify-assessments',
  { post: ['auditor', 'planner'] },
  Type.Object({}),
  async (look): Promise<AssessmentReport> => {
    const faults: AssessmentReport['faults'][number][] = []
    let assessments = 0
    for (let after: string | null = null; ; ) {
      const rows: readonly AssessmentRow[] = await assessmentsAfter(look.db, after, AT_ONCE)
      for (const row of rows) {
        const fault = faultOf(row)
        if (fault !== null) faults.push({ id: row.id, indicator: row.indicator, period: row.period, fault })
      }
      assessments += rows.length
      after = rows.at(-1)?.id ?? null
      if (after === null) return { assessments, faults }
    }
  },
)
