/** Generated loops beside the interpreter, cell by cell. */
import { compare } from '../src/core/exact.ts'
import { type FactCatalogue, type Facts, factOf } from '../src/core/facts.ts'
import { type Cells, cellsOf, compileColumns } from '../src/core/rule/columns/columns.ts'
import { layoutOf, populationOfFacts } from '../src/core/rule/columns/population.ts'
import { reasonsIn } from '../src/core/rule/columns/reasons.ts'
import { decide, judgementKey } from '../src/core/rule/evaluate.ts'
import { maskOf } from '../src/core/rule/mask.ts'
import type { When } from '../src/core/rule/outcome.ts'
import type { Constant, Measure } from '../src/core/rule/tree.ts'
import { shownRow } from './population.ts'

const STATUSES = ['ineligible', 'eligible', 'undetermined'] as const

export type Compared = {
  readonly cells: number
  readonly differences: readonly string[]
  readonly statuses: Readonly<Record<string, number>>
}
export const together = (all: readonly Compared[]): Compared => ({
  cells: all.reduce((sum, { cells }) => sum + cells, 0),
  differences: all.flatMap(({ differences }) => differences),
  statuses: Object.fromEntries(
    STATUSES.map((status) => [status, all.reduce((sum, { statuses }) => sum + (statuses[status] ?? 0), 0)] as const),
  ),
})

const isSmall = (value: Constant): boolean => typeof value === 'string' || typeof value === 'boolean' || compare(value, 9_000_000) < 0

/**
 * Whether columns can hold the row: an amount beyond 53 bits is refused, and so is a column of numbers with decimal places that needs more than 64 bits
 * (twelve places leave room for seven digits).
 */
export const isHeld = (measures: readonly Measure[], facts: Facts, catalogue: FactCatalogue, when: When): boolean =>
  [...facts].every(([key, value]) => !['number', 'percent'].includes(factOf(key, catalogue)?.declaration.type ?? '') || isSmall(value)) &&
  measures.every((measure) => (decide(measure, facts, when).amount ?? 0n) < 2n ** 53n)

const cellsFor = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, rows: readonly Facts[], masks: boolean): Cells => {
  const judgements = new Set(measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))
  const population = populationOfFacts(rows, catalogue, judgements)
  const program = compileColumns(measures, layoutOf(population), when, masks)
  const cells = cellsOf(program, population.count)
  // Cells are used again from run to run: what stands in them before must not matter.
  for (const array of [...cells.status, ...cells.amount, ...(cells.mask ?? [])]) array.fill(77)
  program.run(population, cells)
  return cells
}

/** Status, amount and reasons of every cell, with reasons and without them, held against `decide`. The first differences are told in full. */
export const compareWithDecide = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, rows: readonly Facts[]): Compared => {
  const full = cellsFor(measures, catalogue, when, rows, true)
  const quick = cellsFor(measures, catalogue, when, rows, false)
  const differences: string[] = []
  const statuses: Record<string, number> = {}
  for (const [index, measure] of measures.entries()) {
    for (const [row, facts] of rows.entries()) {
      const outcome = decide(measure, facts, when)
      const mask = maskOf(measure, facts, when)
      const expected = `${outcome.status} ${outcome.amount ?? 0n}`
      const found = [full, quick].map(({ status, amount }) => `${STATUSES[status[index]![row]!]} ${amount[index]![row]!}`)
      const reasons = full.mask![index]![row]!
      statuses[outcome.status] = (statuses[outcome.status] ?? 0) + 1
      if (found.every((each) => each === expected) && reasons === mask) continue
      differences.push(
        `${measure.id}: ${expected} (${reasonsIn(measure, mask)}) by decide, ${found[0]} (${reasonsIn(measure, reasons)}) with and ${found[1]} without reasons in columns\n${shownRow(facts, measure.facts, catalogue)}\n${measure.source.split('## ')[1]}`,
      )
    }
  }
  return { cells: measures.length * rows.length, differences, statuses }
}
