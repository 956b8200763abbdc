import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { functions } from '../src/core/rule/functions/all.ts'
import { freshClient } from './client.ts'
import { gapsIn } from './equality/coverage.ts'
import { summaryOf, type Tally } from './equality/tally.ts'
import { compareUntil } from './equality/until.ts'
import { home } from './packs.ts'

const CELLS = 1_000_000

let tally: Tally
beforeAll(async () => {
  const client: pg.Client = await freshClient()
  tally = await compareUntil(client, { cells: CELLS, seed: 1 })
  // `npm test` says it once more at its end.
  mkdirSync(path.join(home, 'build'), { recursive: true })
  writeFileSync(path.join(home, 'build/equality.json'), JSON.stringify(summaryOf(tally)))
}, 1_200_000)

it('has all back ends say what the reference says, to the fen and to the reason, in a million cells', () => {
  expect(tally.differences.slice(0, 3).join('\n\n')).toBe('')
  expect(tally.cells).toBeGreaterThanOrEqual(CELLS)
  expect(tally.unheld).toBeLessThan(CELLS / 25)
  for (const count of Object.values(tally.statuses)) expect(count).toBeGreaterThan(CELLS / 20)
})

it('sees each condition and judgement of every pack decide alone, with yes, no and unknown', () => {
  // What is left cannot be: the facts of these conditions are those of others, which are unknown together with them; a level that is none of the
  // list and revenue of 0 leave the table of the same rule without an answer.
  expect(gapsIn(tally.coverage)).toEqual([
    'ai-incubator-2025 c1: unknown',
    'ai-incubator-2025 c2: unknown',
    'ai-incubator-2025 c3: unknown',
    'demo-smart-factory c1: no',
    'demo-smart-factory c1: unknown',
    'm04 c4: unknown',
    'm04 c5: unknown',
    'm04 c6: unknown',
    'm05 c5: no',
    'm05 c5: unknown',
  ])
})

it('has every function of the language among its rules, in cells of each status', () => {
  for (const name of functions.keys())
    expect({ name, ...tally.kinds.get(`${name}()`) }).toEqual({
      name,
      eligible: expect.toSatisfy((count: number) => count > 200),
      ineligible: expect.toSatisfy((count: number) => count > 200),
      undetermined: expect.toSatisfy((count: number) => count > 200),
    })
})
