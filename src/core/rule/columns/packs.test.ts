import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Pack } from '../../../pack/pack.ts'
import { readPack } from '../../../pack/read.ts'
import { type Facts, readFacts } from '../../facts.ts'
import { decide } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import type { Measure } from '../tree.ts'
import { type Agreement, agreementOf, judgementsIn, NO_CELLS, together } from './samples/agreement.ts'
import { chanceOf } from './samples/chance.ts'
import { candidatesOf, neighboursOf, randomSubject } from './samples/subjects.ts'

const home = path.resolve(import.meta.dirname, '../../../..')

/** A day on which the measure is in force, as far as it says when it begins. */
const dayFor = ({ inForce, cases }: Measure): When => {
  const on = cases[0]?.on ?? inForce.to ?? inForce.from ?? '2024-06-30'
  return { on, known: on < '2026-11-24' ? '2026-11-24' : on }
}

/** Worked cases, random subjects, and the neighbours of those that get something. */
const subjectsOf = (measure: Measure, pack: Pack, seed: number): readonly Facts[] => {
  const when = dayFor(measure)
  const candidates = candidatesOf(measure, pack.facts, when)
  const judgements = judgementsIn([measure])
  const cases = measure.cases.map((each) => readFacts(each.facts, pack.facts, judgements).facts)
  const chance = chanceOf(seed)
  const random = Array.from({ length: 1600 }, () => randomSubject(candidates, chance))
  const lucky = [...cases, ...random].filter((facts) => decide(measure, facts, when).status !== 'ineligible').slice(0, 40)
  const all = [...cases, ...random, ...lucky.flatMap((base) => neighboursOf(base, candidates))]
  return all.filter((facts) => (decide(measure, facts, when).amount ?? 0n) < 2n ** 53n)
}

describe.each(['packs/wuhan', 'test/packs/xincheng', 'bench/pack'])('%s', (folder) => {
  let pack: Pack
  beforeAll(async () => {
    const read = await readPack(path.join(home, folder), '2026-11-24')
    if (!read.pack) throw new Error(read.diagnostics.map((each) => each.message.en).join('\n'))
    pack = read.pack
  })

  it('gives in columns what one decision gives, on, beside and far from every threshold', () => {
    const total = [...pack.measures.values()]
      .map((measure, index): Agreement => agreementOf([measure], subjectsOf(measure, pack, index), pack.facts, dayFor(measure)))
      .reduce(together, NO_CELLS)
    expect(total.differences.slice(0, 5)).toEqual([])
    expect(total.cells).toBeGreaterThan(pack.measures.size * 1500)
    expect(total.eligible).toBeGreaterThan(pack.measures.size * 20)
  })

  it('gives the same when all measures are decided in blocks over one population', () => {
    const measures = [...pack.measures.values()]
    const subjects = measures.flatMap((measure, index) => subjectsOf(measure, pack, index).slice(0, 8))
    const total = agreementOf(measures, subjects, pack.facts, { on: '2024-06-30', known: '2026-11-24' })
    expect(total.differences.slice(0, 5)).toEqual([])
    expect(total.eligible).toBeGreaterThan(0)
  })
})
