/** A population that is made and not found: how every column of it is distributed, and on whose word. */
import type { Place } from '../diagnostic.ts'
import type { Exact } from '../exact.ts'
import type { FactType } from '../facts.ts'
import type { Text } from '../messages.ts'

/** What a row rests on: a source of the pack by its id, or null for an assumption. */
export type Basis = { readonly source: string | null; readonly note: Text }

/** How a slot is drawn. Slots are whole numbers: fen, days since 1970-01-01, hundredths of a per cent, 1 for yes, the place of a choice. */
export type Distribution =
  | { readonly kind: 'weights'; readonly slots: readonly number[]; readonly shares: readonly Exact[] }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  /** `spread` is what one standard deviation multiplies by; beyond `low` and `high` the limit itself is taken. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly spread: Exact; readonly low: number; readonly high: number }
  | { readonly kind: 'part'; readonly of: string; readonly low: Exact; readonly high: Exact }
  | { readonly kind: 'difference'; readonly from: string; readonly less: string }
  | { readonly kind: 'growth'; readonly of: string; readonly from: string }
  | { readonly kind: 'zero'; readonly share: Exact; readonly rest: Distribution }

/** Holds where the column has one of these slots. */
export type Condition = { readonly column: string; readonly slots: readonly number[] }

/** One row of the table: how the column is drawn where all conditions hold. */
export type Variant = {
  readonly where: readonly Condition[]
  readonly distribution: Distribution
  /** The share of which nothing is known. */
  readonly unknown: Exact
  readonly basis: Basis
  readonly place: Place
}

export type SyntheticColumn = {
  /** The key of a fact (`营业收入@-1`) or judgement, or the name of a group. */
  readonly key: string
  readonly label: Text
  /** Groups are there to break results down by; no rule reads them. */
  readonly role: 'fact' | 'group'
  readonly type: FactType
  /** Of an enum or a group. */
  readonly choices: readonly Text[]
  /** The range of the fact, in slots; null: none. */
  readonly low: number | null
  readonly high: number | null
  /** The first whose conditions hold is taken; the last has none. */
  readonly variants: readonly [Variant, ...Variant[]]
}

/** All that a synthetic population depends on. A column depends only on columns before it. */
export type PopulationSpec = {
  readonly count: number
  readonly seed: number
  readonly total: Basis
  readonly columns: readonly SyntheticColumn[]
}

/** A slot holds the value times 10 to this power. */
export const scaleOf = (type: FactType): number => (type === 'percent' ? 4 : 0)

/** The names of the columns that a distribution is drawn from. */
export const sourcesOf = (distribution: Distribution): readonly string[] => {
  switch (distribution.kind) {
    case 'part':
      return [distribution.of]
    case 'difference':
      return [distribution.from, distribution.less]
    case 'growth':
      return [distribution.of, distribution.from]
    case 'zero':
      return sourcesOf(distribution.rest)
    default:
      return []
  }
}
