/** Counts an indicator now, from what the house has on record. */
import { type Day, spanOf } from '../../../core/dates.ts'
import type { OperationRow, Span } from '../../../core/operation.ts'
import type { Look } from '../../../kernel/module.ts'
import type { OperationQuery } from '../../../kernel/operation.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { fail, wrongField } from '../messages.ts'
import { packWithReadings } from '../reading/known.ts'
import { type Counted, countedFrom } from '../rules/counted.ts'
import { rateScale } from '../rules/rate-parts.ts'

/** What an indicator is counted by; refused where nothing here counts it. */
export const queryOf = ({ operations }: Look, { id, query }: Indicator): OperationQuery =>
  operations.get(query ?? '') ?? fail('plan.no-query', { indicator: id })

/** The days of a period; of a cumulative count all since it began. */
const spanFor = ({ countedSince }: Indicator, period: string, today: Day): Span => {
  const span = spanOf(period)
  if (span === null) return fail('plan.readings-fields', { count: 1 }, [wrongField('period', 'plan.reading-period', { period })])
  if (span.last > today)
    return fail('plan.readings-fields', { count: 1 }, [wrongField('period', 'plan.reading-period-open', { last: span.last })])
  return countedSince !== null && countedSince <= span.last ? { first: countedSince, last: span.last } : span
}

export type CountedNow = {
  readonly indicator: Indicator
  readonly query: OperationQuery
  readonly span: Span
  readonly rows: readonly OperationRow[]
  readonly counted: Counted
}

/** Refused for an indicator that is not counted here, and for a period that is none or has not ended. */
export const countNow = async (look: Look, id: string, period: string): Promise<CountedNow> => {
  const { indicators } = await packWithReadings(look)
  const indicator = indicators.get(id) ?? fail('plan.indicator-unknown', { indicator: id })
  const query = queryOf(look, indicator)
  const span = spanFor(indicator, period, look.today)
  const rows = await query.rows(look, span)
  return { indicator, query, span, rows, counted: countedFrom(query, span, rows, rateScale(indicator)) }
}
