/** What a comparison came to, for machines and for the words of it. */
import type { Text } from '../core/messages.ts'
import { yuanText } from '../core/money.ts'
import type { Change } from '../core/rule/difference.ts'
import { uncountedOf } from '../core/rule/evaluate.ts'
import type { Measure } from '../core/rule/tree.ts'
import {
  CELL_CHANGES,
  type CellChange,
  type Law,
  measureChanges,
  standingIn,
  type ValueChange,
  valueChanges,
} from '../modules/measure/index.ts'
import type { Tally } from '../population/block.ts'
import { type Compared, measurePairs } from '../population/compare.ts'
import type { Loaded } from '../population/load.ts'
import type { CellGroup } from './diff-cells.ts'
import type { DiffAsk } from './diff-options.ts'

type LawLine = {
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
  readonly on: string
  readonly known: string
  readonly total: string
  readonly uncounted: string
}
type Counts = {
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
  readonly total: string
  readonly uncounted: readonly string[]
}
type Cells = {
  readonly change: CellChange
  readonly enterprises: number
  readonly before: string
  readonly after: string
  readonly why: readonly Text[]
  readonly examples: readonly string[]
}

export type MeasureComparison = {
  readonly measure: string
  readonly title: Text
  /** Null where the law does not decide the measure; `standing` says why. */
  readonly before: Counts | null
  readonly after: Counts | null
  readonly standing: { readonly before: Text | null; readonly after: Text | null }
  readonly values: readonly ValueChange[]
  readonly text: readonly Change[]
  readonly cells: readonly Cells[]
}
export type Comparison = {
  readonly population: {
    readonly from: string
    readonly enterprises: number
    readonly bad: number
    readonly hash: string
    readonly synthetic: Loaded['synthetic']
  }
  readonly before: LawLine
  readonly after: LawLine
  readonly measures: readonly MeasureComparison[]
  readonly written: string | null
}

type Found = {
  readonly ask: DiffAsk
  readonly laws: { readonly before: Law; readonly after: Law }
  readonly measures: readonly [readonly Measure[], readonly Measure[]]
  readonly loaded: Loaded
  readonly compared: Compared
  readonly groups: readonly CellGroup[]
  readonly written: string | null
}

const countsOf = (measure: Measure | undefined, tally: Tally | undefined): Counts | null =>
  measure && tally
    ? {
        eligible: tally.eligible,
        ineligible: tally.ineligible,
        undetermined: tally.undetermined,
        total: yuanText(tally.fen),
        uncounted: uncountedOf(measure),
      }
    : null

const lawLine = ({ pack, when }: Law, measures: readonly Measure[], tallies: readonly Tally[]): LawLine => {
  const sum = (counted: boolean): string =>
    yuanText(
      tallies.reduce((total, { fen }, place) => ((uncountedOf(measures[place]!).length === 0) === counted ? total + fen : total), 0n),
    )
  return { pack: { id: pack.id, version: pack.version, hash: pack.hash }, ...when, total: sum(true), uncounted: sum(false) }
}

/** Groups whose reasons read the same are one; by what happened, most enterprises first. */
const cellsOf = (groups: readonly CellGroup[]): readonly Cells[] => {
  const joined = new Map<string, CellGroup[]>()
  for (const group of groups) {
    const key = `${group.change}\n${group.why.map(({ zh }) => zh).join('\n')}`
    joined.set(key, [...(joined.get(key) ?? []), group])
  }
  const total = (own: readonly CellGroup[], side: 'before' | 'after'): string => yuanText(own.reduce((sum, group) => sum + group[side], 0n))
  return [...joined.values()]
    .map(
      (own): Cells => ({
        change: own[0]!.change,
        enterprises: own.reduce((sum, { enterprises }) => sum + enterprises, 0),
        before: total(own, 'before'),
        after: total(own, 'after'),
        why: own[0]!.why,
        examples: own.flatMap(({ examples }) => examples).slice(0, 3),
      }),
    )
    .sort((a, b) => CELL_CHANGES.indexOf(a.change) - CELL_CHANGES.indexOf(b.change) || b.enterprises - a.enterprises)
}

export const comparisonOf = ({ ask, laws, measures, loaded, compared, groups, written }: Found): Comparison => ({
  population: { from: ask.file, enterprises: loaded.population.count, bad: loaded.bad, hash: loaded.hash, synthetic: loaded.synthetic },
  before: lawLine(laws.before, measures[0], compared.before),
  after: lawLine(laws.after, measures[1], compared.after),
  measures: measurePairs(...measures).map(({ id, before, after }): MeasureComparison => {
    const [old, fresh] = [laws.before.pack.measures.get(id), laws.after.pack.measures.get(id)]
    const { title, titleEnglish } = (fresh ?? old)!
    return {
      measure: id,
      title: { zh: title, en: titleEnglish ?? title },
      before: countsOf(measures[0][before], compared.before[before]),
      after: countsOf(measures[1][after], compared.after[after]),
      standing: { before: standingIn(id, laws.before, before >= 0), after: standingIn(id, laws.after, after >= 0) },
      values: old && fresh ? valueChanges(old, laws.before.when, fresh, laws.after.when) : [],
      text: measureChanges(id, laws.before.pack, laws.after.pack),
      cells: cellsOf(groups.filter(({ measure }) => measure === id)),
    }
  }),
  written,
})
