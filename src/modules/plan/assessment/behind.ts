/** The kept assessments behind what a document says of targets. */
import type { Day } from '../../../core/dates.ts'
import type { Text } from '../../../core/messages.ts'
import type { Look } from '../../../kernel/module.ts'
import { categoryText } from '../rules/words.ts'
import { assessmentsAt } from './queries.ts'

/** Which target is meant. */
export type Promised = {
  readonly indicator: string
  readonly period: string
  readonly comparator: string
  readonly value: string
  readonly document: string | null
}
/** `on`: the day since which it stood. */
export type AssessmentBehind = {
  readonly id: string
  readonly on: Day
  readonly category: Text
  readonly method: string
  readonly inputHash: string
}

const keyOf = ({ indicator, period, comparator, value, document }: Promised): string =>
  JSON.stringify([indicator, period, comparator, value, document])

/** What stood of each target at an instant; null for one that had not been assessed by then. */
export const assessmentsBehind = async (
  look: Look,
  indicators: readonly string[],
  at: Date,
): Promise<(target: Promised) => AssessmentBehind | null> => {
  const rows = new Map((await assessmentsAt(look.db, [...new Set(indicators)], at)).map((row) => [keyOf(row), row]))
  return (target) => {
    const row = rows.get(keyOf(target))
    return row
      ? {
          id: row.id,
          on: look.dayOf(row.recorded_at),
          category: categoryText[row.category],
          method: row.method,
          inputHash: row.input_hash,
        }
      : null
  }
}
