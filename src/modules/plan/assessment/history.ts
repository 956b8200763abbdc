/** What was said of the targets of an indicator, and when it became something else. */
import { type Static, Type } from 'typebox'
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import { view } from '../../../kernel/module.ts'
import { packInService } from '../../edition/index.ts'
import type { KeptAssessment } from '../contract.ts'
import { assessmentsOf, latestChanges } from './queries.ts'
import type { AssessmentRow } from './tables.ts'

const AskHistory = Type.Object({ id: Type.String({ maxLength: 100 }) })

type Kept = Static<typeof KeptAssessment>

/** What the indicator meant when this was judged. */
const definitionIn = ({ input }: AssessmentRow): Text =>
  (JSON.parse(input) as { readonly indicator: { readonly definition: Text } }).indicator.definition

/** What it meant before, where that was something else. */
const redefined = (row: AssessmentRow, from: AssessmentRow | null): Text | null => {
  const before = from && definitionIn(from)
  return before && before.zh !== definitionIn(row).zh ? before : null
}

const keptOf = (row: AssessmentRow, from: AssessmentRow | null, on: Day): Kept => ({
  id: row.id,
  on,
  target: {
    indicator: row.indicator,
    period: row.period,
    kind: row.kind,
    comparator: row.comparator,
    value: row.value,
    document: row.document,
  },
  from: from?.category ?? null,
  category: row.category,
  definedBefore: redefined(row, from),
  doubt: row.doubt,
  reason: row.reason,
  ratio: row.ratio,
  forecast: row.forecast,
  text: { zh: row.text_zh, en: row.text_en },
  method: row.method,
  edition: row.edition,
  inputHash: row.input_hash,
  input: row.input,
})

/** The latest first; of one instant the one that follows comes first. */
const inOrder = (rows: readonly AssessmentRow[], byId: ReadonlyMap<string, AssessmentRow>): readonly AssessmentRow[] => {
  const depths = new Map<AssessmentRow, number>()
  const depth = (row: AssessmentRow): number => {
    const before = byId.get(row.follows ?? '')
    const found = depths.get(row) ?? (before ? depth(before) + 1 : 0)
    depths.set(row, found)
    return found
  }
  return rows.toSorted((a, b) => b.recorded_at.getTime() - a.recorded_at.getTime() || depth(b) - depth(a))
}

/** Every assessment that was kept, the latest first; nothing for an indicator that was never assessed. */
export const assessmentHistory = view('plan.assessment-history', 'public', AskHistory, async (look, { id }): Promise<readonly Kept[]> => {
  const rows = await assessmentsOf(look.db, id)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return inOrder(rows, byId).map((row) => keptOf(row, byId.get(row.follows ?? '') ?? null, look.dayOf(row.recorded_at)))
})

/** An assessment that says something else than the one before it. `name` is that of the indicator. */
export type AssessmentChange = {
  readonly id: string
  readonly indicator: string
  readonly name: Text
  readonly period: string
  readonly at: string
  readonly text: Text
}

const MOST_CHANGES = 50

/** What was judged otherwise last, over all indicators that the pack in service has. */
export const assessmentChanges = view(
  'plan.assessment-changes',
  'public',
  Type.Object({}),
  async (look): Promise<readonly AssessmentChange[]> => {
    const { indicators } = await packInService(look)
    return (await latestChanges(look.db, MOST_CHANGES)).flatMap(({ id, indicator, period, text_zh, text_en, recorded_at }) => {
      const name = indicators.get(indicator)?.name
      return name ? [{ id, indicator, name, period, at: recorded_at.toISOString(), text: { zh: text_zh, en: text_en } }] : []
    })
  },
)
