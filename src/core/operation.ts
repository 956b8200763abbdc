/** What a count of records consists of, as values. */
import type { Day } from './dates.ts'
import type { Text } from './messages.ts'

/** From the first to the last day, both counted. */
export type Span = { readonly first: Day; readonly last: Day }

/**
 * One thing that was looked at: what it adds to the numerator and, where there is one, to the denominator (decimal texts), or why it was left out (one of the query's
 * `reasons`). `on`: the day that decided; null where none did.
 */
export type OperationRow = {
  readonly id: string
  readonly name: Text
  readonly on: Day | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly leftOut: string | null
}

/** What a query counts. Whenever it would count otherwise its `version` is raised: the numbers of two versions are two series. */
export type QueryTerms = {
  readonly name: string
  readonly version: number
  readonly title: Text
  readonly numerator: Text
  /** Null for a count. */
  readonly denominator: Text | null
  readonly reasons: Readonly<Record<string, Text>>
}
