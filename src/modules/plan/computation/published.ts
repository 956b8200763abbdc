/** What everybody may know of how readings were computed: the numbers, the query, the hash; the things themselves are not all public. */
import type { Static } from 'typebox'
import { type Look, view } from '../../../kernel/module.ts'
import { fail } from '../messages.ts'
import { packWithReadings } from '../reading/known.ts'
import { type ComputationEntry, OfIndicator } from './contract.ts'
import { computationsOfIndicator } from './queries.ts'

export type PublishedComputation = Static<typeof ComputationEntry>

/** How the approved readings of an indicator were computed, the newest first. */
export const computationsPublished = async (look: Look, indicator: string): Promise<PublishedComputation[]> =>
  (await computationsOfIndicator(look.db, indicator)).map((row) => ({
    id: row.id,
    reading: row.reading_id,
    period: row.period,
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    query: row.query,
    version: row.version,
    first: row.first_day,
    last: row.last_day,
    counted: row.counted,
    leftOut: Object.entries(row.left_out).map(([reason, things]) => ({
      reason,
      text: look.operations.get(row.query)?.reasons[reason] ?? { zh: reason, en: reason },
      things,
    })),
    rowsHash: row.rows_hash,
    computedOn: look.dayOf(row.computed_at),
  }))

export const indicatorComputations = view(
  'plan.computations',
  'public',
  OfIndicator,
  async (look, { id }): Promise<PublishedComputation[]> => {
    if (!(await packWithReadings(look)).indicators.has(id)) fail('plan.indicator-unknown', { indicator: id })
    return computationsPublished(look, id)
  },
)
