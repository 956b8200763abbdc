import type { Day } from '../dates.ts'
import type { Fen } from '../money.ts'
import type { Constant, Node } from './tree.ts'

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
  /** Judgements that a person has still to make, as the facts that answer them: `measure-id.择优`. */
  readonly judgement: readonly string[]
  /** Nodes that have no value although all facts are known: a division by zero, an amount below zero, a day out of range. */
  readonly undefinedAt: readonly string[]
  /** What the public text does not say (names of the `missing` block), and parameters without a version on the day. */
  readonly gaps: readonly string[]
  /** Why an amount, though computed, is left out of totals: `confidence`, `validity`, `draft`. Empty: it counts. */
  readonly uncounted: readonly ('confidence' | 'validity' | 'draft')[]
  readonly trace?: readonly TraceStep[]
}

/** One node of the tree and the value it had, in reading order; `depth` is how deep it lies. An unknown value is null. */
export type TraceStep = { readonly node: Node; readonly depth: number; readonly value: Constant | null }
