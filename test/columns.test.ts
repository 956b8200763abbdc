import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FactCatalogue, Facts } from '../src/core/facts.ts'
import type { When } from '../src/core/rule/outcome.ts'
import { randomCatalogue, randomMeasures } from '../src/core/rule/samples/random-measures.ts'
import type { Measure } from '../src/core/rule/tree.ts'
import { readPack } from '../src/pack/read.ts'
import { compareWithDecide, isHeld, together } from './columns.ts'
import { rowsAround } from './population.ts'

const packOf = async (folder: string, on: string) => {
  const { pack, diagnostics } = await readPack(path.resolve(folder), on)
  if (!pack) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return pack
}

/** A day on which the measure is in force, as far as it says when. */
const dayFor = ({ inForce, cases }: Measure): When => {
  const on = cases[0]?.on ?? inForce.to ?? inForce.from ?? '2024-06-30'
  return { on, known: '2199-12-31' }
}

const heldRows = (measures: readonly Measure[], catalogue: FactCatalogue, when: When, count: number, seed: number): readonly Facts[] =>
  rowsAround(measures, catalogue, count, seed).filter((facts) => isHeld(measures, facts, catalogue, when))

describe.each(['packs/wuhan', 'test/packs/xincheng', 'bench/pack'])('%s in columns', (folder) => {
  it('gives what the interpreter gives for each measure, to the fen and to the reason', async () => {
    const pack = await packOf(folder, '2026-11-24')
    const count = folder === 'packs/wuhan' ? 1800 : 3000
    const { cells, differences, statuses } = together(
      [...pack.measures.values()].map((measure, seed) => {
        const when = dayFor(measure)
        return compareWithDecide([measure], pack.facts, when, heldRows([measure], pack.facts, when, count, seed))
      }),
    )
    expect(differences.slice(0, 1)).toEqual([])
    expect(cells).toBeGreaterThan(pack.measures.size * count * 0.9)
    for (const count of Object.values(statuses)) expect(count).toBeGreaterThan(cells / 200)
  })

  it.each(['2022-07-01', '2024-06-30', '2026-03-01'])(
    'gives the same on %s when all measures are decided over one population',
    async (on) => {
      const pack = await packOf(folder, on)
      const measures = [...pack.measures.values()]
      const when = { on, known: on }
      const rows = heldRows(measures, pack.facts, when, 400, 5)
      const { cells, differences } = compareWithDecide(measures, pack.facts, when, rows)
      expect(differences.slice(0, 1)).toEqual([])
      expect(cells).toBeGreaterThan(measures.length * 100)
    },
  )
})

describe('random rules in columns', () => {
  const when = { on: '2024-06-30', known: '2024-06-30' }
  it.each(Array.from({ length: 8 }, (_, index) => index + 1))('give what the interpreter gives (%i)', (seed) => {
    const { cells, differences } = together(
      randomMeasures(40, seed).map((measure) =>
        compareWithDecide([measure], randomCatalogue, when, heldRows([measure], randomCatalogue, when, 120, seed)),
      ),
    )
    expect(differences.slice(0, 1)).toEqual([])
    expect(cells).toBeGreaterThan(40 * 60)
  })
  it('give the same when many are decided together', () => {
    const measures = randomMeasures(45, 99)
    const rows = heldRows(measures, randomCatalogue, when, 300, 99)
    const { cells, differences } = compareWithDecide(measures, randomCatalogue, when, rows)
    expect(differences.slice(0, 1)).toEqual([])
    expect(cells).toBeGreaterThan(45 * 20)
  })
})
