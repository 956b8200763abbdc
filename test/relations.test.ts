import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Facts, readFacts } from '../src/core/facts.ts'
import { cellsOf, compileColumns } from '../src/core/rule/columns/columns.ts'
import { factsAt, layoutOf, populationOfFacts } from '../src/core/rule/columns/population.ts'
import { stackerOf } from '../src/core/rule/stacking/cells.ts'
import { considered, decisionOf, judgementKeys } from '../src/modules/measure/index.ts'
import { readPack } from '../src/pack/read.ts'

const home = path.resolve(import.meta.dirname, '..')
const STATUS = ['ineligible', 'eligible', 'undetermined'] as const

/** Enterprises put together from worked cases of all measures, so that several pay at once. */
const subjectsOf = async (folder: string, on: string) => {
  const { pack } = await readPack(path.join(home, folder), on)
  if (!pack) throw new Error(`${folder} does not pass its own check`)
  const when = { on, known: on }
  const measures = considered(pack, when)
  const names = judgementKeys(pack)
  const cases = measures.flatMap((measure) =>
    measure.cases.map(({ facts }) =>
      Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [
          measure.judgements.some((each) => each.name === name) ? `${measure.id}.${name}` : name,
          value,
        ]),
      ),
    ),
  )
  const subject = fc
    .array(fc.constantFrom(...cases), { minLength: 1, maxLength: 8 })
    .map((some): Facts => readFacts(Object.assign({}, ...some), pack.facts, names).facts)
  const [subjects = []] = fc.sample(fc.array(subject, { minLength: 300, maxLength: 300 }), { numRuns: 1, seed: 1 })
  return { pack, when, measures, names, subjects }
}

it.each([
  ['test/packs/xincheng', '2025-06-30', 1],
  ['packs/wuhan', '2024-10-31', 0],
])('pays a population of %s what it pays each enterprise by itself, relations included', async (folder, on, least) => {
  const { pack, when, measures, names, subjects } = await subjectsOf(folder, on)
  const population = populationOfFacts(subjects, pack.facts, names)
  const program = compileColumns(measures, layoutOf(population), when)
  const cells = cellsOf(program, subjects.length)
  program.run(population, cells, 0, subjects.length)
  stackerOf(measures, when)?.apply(cells, subjects.length, (row) => factsAt(population, row))
  let changed = 0
  for (const [row, facts] of subjects.entries()) {
    const { results } = decisionOf(pack, measures, facts, when)
    for (const [index, { status, amount, award }] of results.entries()) {
      if (award !== amount) changed++
      const fen = cells.amount[index]?.[row] ?? 0
      expect([STATUS[cells.status[index]?.[row] ?? 0], status === 'eligible' ? fen : 0]).toEqual([
        status,
        award === null ? 0 : Number(award.replace('.', '')),
      ])
    }
  }
  expect(changed).toBeGreaterThanOrEqual(least)
})
