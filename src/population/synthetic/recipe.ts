/** A spec as plain numbers, for the columns that are wanted and those they are drawn from: what threads compute with. */
import { denominator, type Exact, isZero, multiply, numerator } from '../../core/exact.ts'
import type { FactType } from '../../core/facts.ts'
import { type Distribution, type PopulationSpec, type SyntheticColumn, sourcesOf } from '../../core/synthetic/spec.ts'
import type { ArrayName } from '../shared.ts'
import { logarithm, saltOf, TWO_32 } from './arithmetic.ts'

/** Places are those of columns in the recipe. Shares are thresholds out of 2^32, factors parts of a million. */
export type Draw =
  | { readonly kind: 'weights'; readonly slots: readonly number[]; readonly upTo: readonly number[] }
  | { readonly kind: 'uniform'; readonly low: number; readonly count: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number; readonly low: number; readonly high: number }
  | { readonly kind: 'part'; readonly of: number; readonly low: number; readonly count: number }
  | { readonly kind: 'difference'; readonly from: number; readonly less: number }
  | { readonly kind: 'growth'; readonly of: number; readonly from: number }
  | { readonly kind: 'zero'; readonly below: number; readonly rest: Draw }

export type Case = {
  readonly where: readonly { readonly column: number; readonly slots: readonly number[] }[]
  readonly draw: Draw
  readonly unknownBelow: number
}
export type Ingredient = {
  readonly key: string
  readonly salt: number
  readonly low: number
  readonly high: number
  readonly cases: readonly Case[]
  /** Where its slots go; null: only others are drawn from it. */
  readonly array: ArrayName | null
}
export type Recipe = { readonly seed: number; readonly count: number; readonly columns: readonly Ingredient[] }

export const MILLION = 1_000_000

const timesOf = (share: Exact, whole: number): number => {
  const scaled = multiply(share, whole)
  const [n, d] = [numerator(scaled), denominator(scaled)]
  return Number((2n * n + d) / (2n * d))
}
const thresholdOf = (share: Exact): number => timesOf(share, TWO_32)

/** Where each share ends; the last ends at 2^32 whatever rounding did before. */
const endsOf = (shares: readonly Exact[]): readonly number[] => {
  let sum = 0
  return shares.map((share, index) => {
    sum += thresholdOf(share)
    return index === shares.length - 1 ? TWO_32 : Math.min(sum, TWO_32)
  })
}

/** What nobody has is left out: then what all have is drawn without a draw. */
const weightsOf = (slots: readonly number[], shares: readonly Exact[]): Draw => {
  const had = (index: number): boolean => !isZero(shares[index]!)
  return { kind: 'weights', slots: slots.filter((_, index) => had(index)), upTo: endsOf(shares.filter((_, index) => had(index))) }
}

const drawOf = (distribution: Distribution, placeOf: (key: string) => number): Draw => {
  switch (distribution.kind) {
    case 'weights':
      return weightsOf(distribution.slots, distribution.shares)
    case 'uniform':
      return { kind: 'uniform', low: distribution.low, count: distribution.high - distribution.low + 1 }
    case 'lognormal': {
      const { median, spread, low, high } = distribution
      return { kind: 'lognormal', median, low, high, sigma: logarithm(timesOf(spread, MILLION) / MILLION) }
    }
    case 'part': {
      const [low, high] = [timesOf(distribution.low, MILLION), timesOf(distribution.high, MILLION)]
      return { kind: 'part', of: placeOf(distribution.of), low, count: high - low + 1 }
    }
    case 'difference':
      return { kind: 'difference', from: placeOf(distribution.from), less: placeOf(distribution.less) }
    case 'growth':
      return { kind: 'growth', of: placeOf(distribution.of), from: placeOf(distribution.from) }
    case 'zero':
      return { kind: 'zero', below: thresholdOf(distribution.share), rest: drawOf(distribution.rest, placeOf) }
  }
}

const MOST_32 = 2_147_483_647

/** As small as the column's own slots can be; the last place is left for "unknown". */
const arrayFor = (type: FactType, choices: number, low: number | null, high: number | null): ArrayName => {
  if (type === 'yes-no') return 'Uint8Array'
  if (type === 'enum' || type === 'text') return choices < 255 ? 'Uint8Array' : 'Uint16Array'
  if (type === 'date') return 'Int32Array'
  // Growth may have no value, which only doubles hold on the way.
  if (type === 'percent') return 'Float64Array'
  return low !== null && high !== null && low >= -MOST_32 && high <= MOST_32 ? 'Int32Array' : 'Float64Array'
}

const needs = ({ variants }: SyntheticColumn): readonly string[] =>
  variants.flatMap(({ where, distribution }) => [...where.map(({ column }) => column), ...sourcesOf(distribution)])

/** The recipe for so many rows. Columns that nobody wants and nothing wanted is drawn from are left out. */
export const recipeOf = (
  { columns }: PopulationSpec,
  count: number,
  seed: number,
  wanted: (column: SyntheticColumn) => boolean,
): Recipe => {
  const needed = new Set<string>()
  for (const column of columns.toReversed())
    if (wanted(column) || needed.has(column.key)) for (const key of [column.key, ...needs(column)]) needed.add(key)
  const kept = columns.filter(({ key }) => needed.has(key))
  const places = new Map(kept.map(({ key }, place) => [key, place]))
  const placeOf = (key: string): number => places.get(key)!
  return {
    seed,
    count,
    columns: kept.map((column) => ({
      key: column.key,
      salt: saltOf(column.key),
      low: column.low ?? -Number.MAX_SAFE_INTEGER,
      high: column.high ?? Number.MAX_SAFE_INTEGER,
      cases: column.variants.map(({ where, distribution, unknown }) => ({
        where: where.map((condition) => ({ column: placeOf(condition.column), slots: condition.slots })),
        draw: drawOf(distribution, placeOf),
        unknownBelow: thresholdOf(unknown),
      })),
      array: wanted(column) ? arrayFor(column.type, column.choices.length, column.low, column.high) : null,
    })),
  }
}
