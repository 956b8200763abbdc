/** One pass over the population: the law as it is and one or more reforms, block by block. The same on every thread. */
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { FactCatalogue } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import type { Column } from '../../core/rule/columns/column.ts'
import { type Cells, cellsOf, compileColumns, type Program } from '../../core/rule/columns/columns.ts'
import { layoutOf, type Population } from '../../core/rule/columns/population.ts'
import { withRanks } from '../../core/rule/columns/ranks.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { When } from '../../core/rule/outcome.ts'
import { ranksOf } from '../../core/rule/rank.ts'
import type { Law } from '../../core/rule/reform/apply.ts'
import { findingOf } from '../../core/rule/reform/reform.ts'
import { changeWords } from '../../core/rule/reform/words.ts'
import { planOf } from '../../core/rule/stacking/plan.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { rowsOf } from '../block.ts'
import { compared, type Group, groupTotals, newPaid, type Paid, tallied } from './compare.ts'
import type { Part, Tally } from './partial.ts'
import { reasonLabels } from './reasons.ts'
import { affectedBy, isCounted, only, type Pair, pairsOf, type Setup, type Side, sideOf } from './sides.ts'

/** What a thread holds as long as the laboratory is open. Columns lie in shared memory. */
export type Bench = { readonly law: Law; readonly population: Population; readonly groups: readonly Group[] }

/**
 * What is to be computed. Without `after` the law as it is, over all measures: then `paying` is written, how many counted measures pay each row; with it `paying` is
 * read. `detail`: who gains and loses and why; otherwise totals alone.
 */
export type Question = {
  readonly before: Setup
  readonly after: readonly Setup[]
  readonly detail: boolean
  readonly paying: Uint16Array
}

/** A measure as results name it, with what the places of its reasons mean (`WHY`). */
export type Named = { readonly id: string; readonly title: Text; readonly counted: boolean; readonly reasons: readonly Text[] }
/** What will be compared: measures of both sides, the pairs of each reform, and each reform in words. */
export type Ready = {
  readonly before: readonly Named[]
  readonly after: readonly { readonly measures: readonly Named[]; readonly pairs: readonly Pair[]; readonly words: readonly Text[] }[]
  /** Measures of each reform that are decided on its day, in their order. */
  readonly decided: readonly (readonly string[])[]
}

/** A measure's cell in one row. */
export type RowCell = { readonly status: number; readonly fen: number; readonly mask: number } | null
export type RowCells = readonly { readonly id: string; readonly before: RowCell; readonly after: RowCell }[]

export type Pass = {
  readonly ready: Ready
  readonly block: (from: number, to: number) => Part
  /** The cells that differ between the sides in one row, for the reform with that number. */
  readonly row: (reform: number, row: number) => RowCells
}

const named = (measure: Measure, when: When, facts: FactCatalogue): Named => ({
  id: measure.id,
  title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
  counted: isCounted(measure),
  reasons: reasonLabels(measure, when, facts),
})

/** Cells for programs of at most so many measures, used again and again. */
const pooled = (programs: readonly Program[], size: number): ((program: Program) => Cells) => {
  const largest = programs.toSorted((a, b) => b.measures.length - a.measures.length)[0]
  const pool = largest ? cellsOf(largest, size) : { status: [], amount: [], mask: null }
  return ({ measures: { length } }) => ({
    status: pool.status.slice(0, length),
    amount: pool.amount.slice(0, length),
    mask: pool.mask?.slice(0, length) ?? null,
  })
}

/** Prepares passes; keeps the ranks that were found and the program of the law as it is. */
export const passesOf = ({ law, population, groups }: Bench, size: number) => {
  const ranks = new Map<string, Column>()
  let kept: { readonly key: string; readonly program: Program; readonly rows: Population } | null = null

  /** The columns that measures read, ranks included. */
  const columnsFor = (measures: readonly Measure[], when: When): Population => {
    const keyOf = (rank: string): string => `${rank} ${when.on} ${when.known}`
    const asked = ranksOf(measures)
    if (asked.some(({ key }) => !ranks.has(keyOf(key)))) {
      const found = withRanks(population, measures, when)
      for (const { key } of asked) ranks.set(keyOf(key), found.columns.get(key)!)
    }
    const read = new Set(
      measures.flatMap((measure) => [...measure.facts, ...measure.judgements.map(({ name }) => judgementKey(measure, name))]),
    )
    const own = [...population.columns].filter(([key]) => read.has(key))
    return { count: population.count, columns: new Map([...own, ...asked.map(({ key }) => [key, ranks.get(keyOf(key))!] as const)]) }
  }

  const compiled = ({ measures, when }: Side, detail: boolean) => {
    const rows = columnsFor(measures, when)
    return { program: compileColumns(measures, layoutOf(rows), when, detail ? 'all' : 'none', planOf(measures, when)), rows }
  }

  const prepare = ({ before, after, detail, paying }: Question): Pass | { readonly diagnostics: readonly Diagnostic[] } => {
    const [first, ...rest] = [before, ...after].map((setup) => sideOf(law, setup))
    const diagnostics = [first!, ...rest].flatMap((each) => each.diagnostics)
    if (diagnostics.length > 0) return { diagnostics }
    const [wholeBefore, wholeAfter] = [first!.side!, rest.map(({ side }) => side!)]
    const ids = after.length === 0 ? new Set(wholeBefore.measures.map(({ id }) => id)) : affectedBy(wholeBefore, wholeAfter)
    const [side, sides] = [only(wholeBefore, ids), wholeAfter.map((each) => only(each, ids))]
    const pairs = sides.map((each) => pairsOf(side, each))

    const key = JSON.stringify([before, detail, side.measures.map(({ id }) => id)])
    let programs: readonly ReturnType<typeof compiled>[]
    try {
      if (kept?.key !== key) kept = { key, ...compiled(side, detail) }
      programs = sides.map((each) => compiled(each, detail))
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { diagnostics: [findingOf('reform.relations', { file: '', line: 1, column: 1, end: 2 }, { reason: error.message })] }
    }
    const base = kept
    const cells = cellsOf(base.program, size)
    const poolFor = pooled(programs.map(({ program }) => program), size) // biome-ignore format: one line
    const paid = newPaid(size)
    const paidAfter = newPaid(size)
    const others = new Uint16Array(size)

    const decided = (program: Program, rows: Population, into: Cells, from: number, to: number): void =>
      program.run(rowsOf(rows, from, to), into, 0, to - from)
    const totals = ({ measures }: Program, own: Cells, count: number, into: Paid): readonly Tally[] => {
      into.fen.fill(0)
      into.measures.fill(0)
      return measures.map((measure, place) => tallied(own.status[place]!, own.amount[place]!, count, isCounted(measure) ? into : null))
    }
    const recipientsOf = ({ measures }: Paid, count: number): number => {
      let recipients = 0
      for (let row = 0; row < count; row++) if (measures[row]! + others[row]! > 0) recipients++
      return recipients
    }

    const block = (from: number, to: number): Part => {
      const count = to - from
      decided(base.program, base.rows, cells, from, to)
      const tallies = totals(base.program, cells, count, paid)
      if (after.length === 0) {
        others.fill(0)
        paying.set(paid.measures.subarray(0, count), from)
        return { before: { tallies, recipients: recipientsOf(paid, count), groups: groupTotals(groups, paid, from, count) }, after: [] }
      }
      for (let row = 0; row < count; row++) others[row] = paying[from + row]! - paid.measures[row]!
      const parts = programs.map(({ program, rows }, place) => {
        const own = poolFor(program)
        decided(program, rows, own, from, to)
        const now = totals(program, own, count, paidAfter)
        const recipients = recipientsOf(paidAfter, count)
        if (!detail) return { tallies: now, recipients, comparison: null, largest: [] }
        const found = compared(pairs[place]!, [cells, own], [paid, paidAfter], others, groups, from, count)
        return { tallies: now, recipients, ...found }
      })
      return { before: null, after: parts }
    }

    const cellAt = (own: Cells, place: number): RowCell =>
      place < 0 ? null : { status: own.status[place]![0]!, fen: own.amount[place]![0]!, mask: own.mask?.[place]?.[0] ?? 0 }
    const row = (reform: number, at: number): RowCells => {
      const { program, rows } = programs[reform]!
      const own = poolFor(program)
      decided(base.program, base.rows, cells, at, at + 1)
      decided(program, rows, own, at, at + 1)
      return pairs[reform]!.map((pair) => ({ id: pair.id, before: cellAt(cells, pair.before), after: cellAt(own, pair.after) })).filter(
        ({ before: old, after: now }) => old?.status !== now?.status || old?.fen !== now?.fen,
      )
    }

    const names = ({ measures, when }: Side): readonly Named[] => measures.map((measure) => named(measure, when, law.facts))
    const ready: Ready = {
      before: names(side),
      after: sides.map((each, place) => ({
        measures: names(each),
        pairs: pairs[place]!,
        words: changeWords(wholeBefore.measures, wholeAfter[place]!.measures, each.when),
      })),
      decided: wholeAfter.map(({ measures }) => measures.map(({ id }) => id)),
    }
    return { ready, block, row }
  }
  return prepare
}
