import path from 'node:path'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { randomCatalogue, randomMeasures } from '../src/core/rule/samples/random-measures.ts'
import { STATUSES } from '../src/core/rule/sql/query.ts'
import { readPack } from '../src/pack/read.ts'
import { freshClient } from './client.ts'
import { rowsAround } from './population.ts'
import { compareWithDecide } from './sql.ts'

let client: pg.Client
beforeAll(async () => {
  client = await freshClient()
})

describe.each([
  { folder: 'packs/wuhan', days: ['2022-07-01', '2023-06-30', '2026-03-01'] },
  { folder: 'test/packs/xincheng', days: ['2026-03-01'] },
])('$folder in PostgreSQL', ({ folder, days }) => {
  it.each(days)('gives what the interpreter gives on %s, to the fen and to the reason', async (on) => {
    const { pack } = await readPack(path.resolve(folder), on)
    const measures = [...(pack?.measures.values() ?? [])]
    const catalogue = pack?.facts ?? new Map()
    const count = Math.ceil(22_000 / measures.length)
    const { cells, differences, statuses } = await compareWithDecide(
      client,
      measures,
      catalogue,
      { on, known: on },
      rowsAround(measures, catalogue, count, 7),
    )
    expect(differences).toEqual([])
    expect(cells).toBeGreaterThan(20_000)
    for (const status of STATUSES) expect(statuses[status]).toBeGreaterThan(300)
  })
})

describe('random rules in PostgreSQL', () => {
  const when = { on: '2024-06-30', known: '2024-06-30' }
  it.each(Array.from({ length: 10 }, (_, index) => index + 1))('give what the interpreter gives (%i)', async (seed) => {
    const measures = randomMeasures(25, seed)
    const { cells, differences } = await compareWithDecide(
      client,
      measures,
      randomCatalogue,
      when,
      rowsAround(measures, randomCatalogue, 160, seed),
    )
    expect(differences).toEqual([])
    expect(cells).toBe(25 * 160)
  })
})
