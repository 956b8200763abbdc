/** Holds the generated loops against the interpreter, cell by cell. */
import type { FactCatalogue, Facts } from '../../../facts.ts'
import { decide, judgementKey } from '../../evaluate.ts'
import type { When } from '../../outcome.ts'
import type { Measure } from '../../tree.ts'
import { cellsOf, compileColumns, ELIGIBLE, INELIGIBLE, UNDETERMINED } from '../columns.ts'
import { layoutOf, type Population, populationOfFacts } from '../population.ts'
import { maskOf, reasonsIn } from '../reasons.ts'

const STATUS = { eligible: ELIGIBLE, ineligible: INELIGIBLE, undetermined: UNDETERMINED } as const

export type Agreement = { readonly cells: number; readonly eligible: number; readonly differences: readonly string[] }
export const NO_CELLS: Agreement = { cells: 0, eligible: 0, differences: [] }
export const together = (a: Agreement, b: Agreement): Agreement => ({
  cells: a.cells + b.cells,
  eligible: a.eligible + b.eligible,
  differences: [...a.differences, ...b.differences],
})

const told = (facts: Facts): string =>
  [...facts].map(([key, value]) => `${key}=${typeof value === 'object' ? `${value.n}/${value.d}` : value}`).join(' ')

export const judgementsIn = (measures: readonly Measure[]): ReadonlySet<string> =>
  new Set(measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))

/** Status, amount and reasons of every cell, computed both ways, with reasons and without. */
export const agreementOf = (measures: readonly Measure[], subjects: readonly Facts[], catalogue: FactCatalogue, when: When): Agreement =>
  agreementOver(measures, subjects, populationOfFacts(subjects, catalogue, judgementsIn(measures)), when)

export const agreementOver = (measures: readonly Measure[], subjects: readonly Facts[], population: Population, when: When): Agreement => {
  const programs = [true, false].map((masks) => compileColumns(measures, layoutOf(population), when, masks))
  const [full, quick] = programs.map((program) => {
    const cells = cellsOf(program, population.count)
    // Cells are used again from run to run: what stands in them must not matter.
    for (const array of [...cells.status, ...cells.amount, ...(cells.mask ?? [])]) array.fill(77)
    program.run(population, cells)
    return cells
  })
  const differences: string[] = []
  let eligible = 0
  for (const [index, measure] of measures.entries()) {
    for (const [row, facts] of subjects.entries()) {
      const outcome = decide(measure, facts, when)
      const expected = [STATUS[outcome.status], Number(outcome.amount ?? 0n), maskOf(measure, facts, when, outcome)]
      const own = [full!.status[index]![row]!, full!.amount[index]![row]!, full!.mask![index]![row]!]
      const short = [quick!.status[index]![row]!, quick!.amount[index]![row]!]
      if (outcome.status === 'eligible') eligible++
      if (
        own.some((value, place) => !Object.is(value, expected[place])) ||
        short.some((value, place) => !Object.is(value, expected[place]))
      )
        differences.push(
          `${measure.id}: ${told(facts)}\n  decide ${expected} (${reasonsIn(measure, expected[2]!)}), columns ${own} (${reasonsIn(measure, own[2]!)}), without reasons ${short}`,
        )
    }
  }
  return { cells: measures.length * subjects.length, eligible, differences }
}
