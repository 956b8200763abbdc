/** What is compared: what a back end says of one measure and one subject. */
import type { FactCatalogue, Facts } from '../../src/core/facts.ts'
import type { Status, When } from '../../src/core/rule/outcome.ts'
import type { Measure } from '../../src/core/rule/tree.ts'

/** `amount` is whole fen, null unless eligible; `mask` is undefined where a back end keeps no reasons. */
export type Answer = { readonly status: Status; readonly amount: bigint | null; readonly mask: number | undefined }

/** Several measures on one day over the same rows. */
export type Job = {
  readonly name: string
  readonly measures: readonly Measure[]
  readonly catalogue: FactCatalogue
  readonly when: When
  readonly rows: readonly Facts[]
}

/** What a back end says of every cell; undefined where it cannot hold the row. */
export type Answers = (measure: number, row: number) => Answer | undefined

export const told = ({ status, amount, mask }: Answer): string => `${status} ${amount ?? '—'} ${mask ?? '·'}`
