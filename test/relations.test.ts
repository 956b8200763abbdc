import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, readFacts } from '../src/core/facts.ts'
import { type Cells, cellsOf, compileColumns, type Reasons } from '../src/core/rule/columns/columns.ts'
import { layoutOf, type Population, populationOfFacts } from '../src/core/rule/columns/population.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import type { When } from '../src/core/rule/outcome.ts'
import { randomCatalogue } from '../src/core/rule/samples/random-measures.ts'
import { planOf } from '../src/core/rule/stacking/plan.ts'
import type { Measure } from '../src/core/rule/tree.ts'
import { considered, decisionOf, judgementKeys } from '../src/modules/measure/index.ts'
import { readPack } from '../src/pack/read.ts'
import { freshClient } from './client.ts'
import { answersOf, fill } from './equality/sql.ts'
import { awardsOf, relatedMeasures, relatedSubject } from './relations.ts'

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

const paidIn = (measures: readonly Measure[], population: Population, when: When, reasons: Reasons = 'all'): Cells => {
  const program = compileColumns(measures, layoutOf(population), when, reasons, planOf(measures, when))
  const cells = cellsOf(program, population.count)
  program.run(population, cells)
  return cells
}

it.each([
  ['test/packs/xincheng', '2025-06-30', 1],
  ['packs/wuhan', '2024-10-31', 0],
])('pays a population of %s what it pays each enterprise by itself, relations included', async (folder, on, least) => {
  const { pack, when, measures, names, subjects } = await subjectsOf(folder, on)
  const cells = paidIn(measures, populationOfFacts(subjects, pack.facts, names), when)
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

describe('random relations in columns', () => {
  const when = { on: '2024-06-30', known: '2024-06-30' }
  it('pay what they pay one enterprise, with ties, unknown limits, matches of matches and measures that do not count', () => {
    const seen = { changed: 0, waiting: 0, beyond: 0 }
    fc.assert(
      fc.property(
        relatedMeasures,
        fc.array(relatedSubject, { minLength: 20, maxLength: 20 }),
        fc.constantFrom<Reasons>('none', 'open', 'all'),
        (measures, subjects, reasons) => {
          const cells = paidIn(measures, populationOfFacts(subjects, randomCatalogue), when, reasons)
          for (const [row, facts] of subjects.entries()) {
            const awards = awardsOf(measures, facts, when)
            const found = measures.map((_, place) => [STATUS[cells.status[place]![row]!], cells.amount[place]![row]])
            expect(found).toEqual(awards.map(({ status, award }) => [status, Number(award ?? 0n)]))
            seen.changed += awards.filter(({ steps }) => steps.length > 0).length
            seen.waiting += awards.filter(({ missing }) => missing.length > 0).length
            if (awards.reduce((sum, { award }) => sum + (award ?? 0n), 0n) > 2n ** 53n) seen.beyond++
          }
        },
      ),
      { numRuns: 120, seed: 1 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
  })
})

describe('random relations in PostgreSQL', () => {
  const when = { on: '2024-06-30', known: '2024-06-30' }
  it('pay what they pay one enterprise, beside what each measure grants by itself', async () => {
    const client = await freshClient()
    const sets = fc.sample(fc.tuple(relatedMeasures, fc.array(relatedSubject, { minLength: 25, maxLength: 25 })), { numRuns: 80, seed: 2 })
    let changed = 0
    for (const [measures, subjects] of sets) {
      await fill(client, measures, randomCatalogue, subjects)
      const found = await answersOf(client, measures, randomCatalogue, when, ['amount', 'award'])
      for (const [row, facts] of subjects.entries()) {
        const awards = awardsOf(measures, facts, when)
        const expected = awards.map(({ status, award }, place) => {
          const { amount } = decide(measures[place]!, facts, when)
          if (award !== amount) changed++
          return `${status} ${amount} ${award}`
        })
        expect(found[row]).toEqual(expected)
      }
    }
    expect(changed).toBeGreaterThan(500)
  })
})
