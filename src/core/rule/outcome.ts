import type { Day } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { Constant } from './tree.ts'

/** When: the day of the decision, and the day on which the law is known (what was published later is not used). */
export type When = { readonly on: Day; readonly known: Day }

export type Status = 'eligible' | 'ineligible' | 'undetermined'

/** A condition that is false: the fact that decides, what it is, what it would have to be, and the clause. */
export type Failed = {
  readonly node: string
  readonly anchor: string
  readonly clause: string
  readonly fact: string | null
  readonly value: string | null
  readonly needed: string
  /** The condition as it is written. */
  readonly source: string
}

/** What one measure gives one subject. Amounts are whole fen. */
export type Outcome = {
  readonly measure: string
  readonly status: Status
  /** The amount to the fen; only where `status` is `eligible`. */
  readonly amount: Fen | null
  /** The most it can be, whatever the missing facts and pending judgements turn out to be; null if no bound is known or the subject is not eligible. */
  readonly atMost: Fen | null
  /** Facts whose values could still change the answer. */
  readonly missing: readonly string[]
  readonly failed: readonly Failed[]
  /** Judgements that a person has still to make. */
  readonly judgement: readonly string[]
  /** What the public text does not say (names of the `missing` block). */
  readonly gaps: readonly string[]
  /** Why an amount, though computed, is left out of totals: `confidence`, `validity`, `draft`. Empty: it counts. */
  readonly uncounted: readonly ('confidence' | 'validity' | 'draft')[]
  readonly trace?: readonly TraceStep[]
}

/**
 * One node and its value, in the order of the tree; `depth` is how deep it lies. `value` is null for unknown.
 * `source` says where a leaf comes from: the fact's origin, the parameter's version.
 */
export type TraceStep = {
  readonly node: string
  readonly depth: number
  readonly kind: string
  readonly label: string
  readonly value: Constant | null
  /** The value as a person writes it, with its unit; `null` for unknown. */
  readonly shown: string | null
  readonly anchor: string | null
  readonly source?: string
}
