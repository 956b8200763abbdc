import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { factsAt } from '../src/core/rule/columns/population.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import { planOf } from '../src/core/rule/stacking/plan.ts'
import { stack } from '../src/core/rule/stacking/stack.ts'
import { differencesOf, hashesOf, newCells, setRow } from './cells.ts'
import { checkedPack, populationIn, WHEN } from './engine.ts'
import expected from './expected.json' with { type: 'json' }
import { PROFILES, type Profile } from './generate.ts'
import { columnsOf, enterpriseIn } from './population/columns.ts'
import type { Enterprise } from './population/schema.ts'
import { PLAIN, pieces, RUN } from './population/texts.ts'
import { cellsOf, ELIGIBLE, INELIGIBLE, UNDETERMINED } from './reference.ts'
import { recordOf, type Section, sectionText } from './report.ts'

const STATES = { ineligible: INELIGIBLE, eligible: ELIGIBLE, undetermined: UNDETERMINED }
const ROWS = 2_000

const rowOf =
  (profile: Profile) =>
  (row: number): Enterprise =>
    PROFILES[profile](1, row)

const right = (profile: Profile, rows: number) => {
  const cells = newCells(rows)
  for (let row = 0; row < rows; row++) setRow(cells, row, cellsOf(PROFILES[profile](1, row)))
  return cells
}

describe('the invented population', () => {
  const hashOf = (profile: Profile, rows: number): string =>
    createHash('sha256')
      .update([...pieces(PLAIN, rows, rowOf(profile))].join(''))
      .digest('hex')

  it('is the same on every machine, byte for byte', () => {
    expect(hashOf('city', 10_000)).toBe(expected['city 1 10000'].csv)
    expect(hashOf('stress', 1_000)).toBe('bb7c9d8325ba349dd270b1175476106aa2c51a9b2d3e7f5fec47f21a11cb95ac')
  })

  it('has as many cells in each line as names in the header, under our headers too', () => {
    for (const format of [PLAIN, RUN]) {
      const [header, ...lines] = [...pieces(format, 100, rowOf('stress'))].join('').trimEnd().split('\n')
      expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([header!.split(',').length]))
    }
  })

  it('is the same as columns', () => {
    const columns = columnsOf(200, rowOf('stress'))
    for (let row = 0; row < 200; row++) expect(enterpriseIn(columns, row)).toEqual(PROFILES.stress(1, row))
  })
})

describe('the reference', () => {
  it('gives the lists that were agreed on', () => {
    const { grants, undetermined } = expected['city 1 10000']
    expect(hashesOf(right('city', 10_000))).toEqual({ grants, undetermined })
  })

  it('agrees with the rules of the pack in every cell of the stress population', async () => {
    const pack = await checkedPack()
    const measures = [...pack.measures.values()]
    const population = populationIn(columnsOf(ROWS, rowOf('stress')), pack.facts)
    const plan = planOf(measures, WHEN)
    const given = newCells(ROWS)
    for (let row = 0; row < ROWS; row++) {
      const facts = factsAt(population, row)
      const outcomes = measures.map((measure) => decide(measure, facts, WHEN))
      setRow(
        given,
        row,
        stack(plan, outcomes, facts).map(({ status, award }) => ({ state: STATES[status], fen: award ?? 0n })),
      )
    }
    expect(differencesOf(given, right('stress', ROWS))).toEqual({ amounts: 0, states: 0 })
  })
})

describe('the record', () => {
  const section = (name: string, figure: string): Section => ({
    name,
    title: `About ${name}`,
    clock: 'wall',
    stamp: 'a machine, a commit, a day',
    lines: [{ what: 'it', figure }],
  })

  it('replaces the tables that were measured again and leaves the others as they were, in the order of the workloads', () => {
    const first = recordOf('', [section('zen', '3 ms'), section('load', '1 ms')], ['load', 'zen', 'gone'])
    const then = recordOf(first, [section('load', '2 ms'), section('gone', '9 ms')], ['load', 'zen'])
    expect(then).toContain(`${sectionText(section('load', '2 ms'))}\n${sectionText(section('zen', '3 ms'))}`)
    expect(then).not.toContain('1 ms')
    expect(then).not.toContain('9 ms')
  })
})
