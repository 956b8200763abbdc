import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Facts } from '../src/core/facts.ts'
import { cellsOf, compileColumns } from '../src/core/rule/columns/columns.ts'
import { layoutOf, populationOfFacts } from '../src/core/rule/columns/population.ts'
import { withRanks } from '../src/core/rule/columns/ranks.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import { readMeasure } from '../src/core/rule/read.ts'
import { sampleCatalogue } from '../src/core/rule/samples/catalogue.ts'
import { STATUSES } from '../src/core/rule/sql/query.ts'
import type { Constant } from '../src/core/rule/tree.ts'
import { decideAll } from '../src/population/decide.ts'
import { freshClient } from './client.ts'
import { diceOf } from './equality/rows.ts'
import { fill, queried } from './equality/sql.ts'

const file = path.resolve('src/core/rule/samples/good/rank.md')
const { measure } = readMeasure(readFileSync(file, 'utf8'), 'rank.md', sampleCatalogue)
const measures = [measure!]
const when = { on: '2024-06-30', known: '2024-06-30' }

/** A small city with many equal revenues, some of them unknown. */
const rows = (count: number, seed: number): readonly Facts[] => {
  const dice = diceOf(seed)
  return Array.from({ length: count }, () => {
    const facts = new Map<string, Constant>()
    if (dice(8) > 0) facts.set('营业收入', dice(2) > 0 ? 1_000_000 * dice(9) : 7)
    if (dice(8) > 0) facts.set('认定级别', dice(3) > 0 ? '国家级' : '省级')
    return facts
  })
}

/** The facts with the places that counting gives: one more than there are larger values. */
const ranked = (all: readonly Facts[]): readonly Facts[] => {
  const place = (own: Facts, others: readonly Facts[]): number =>
    1 + others.filter((other) => Number(other.get('营业收入')) > Number(own.get('营业收入'))).length
  const known = all.filter((facts) => facts.has('营业收入'))
  const national = known.filter((facts) => facts.get('认定级别') === '国家级')
  return all.map((facts) => {
    const own = new Map(facts)
    if (known.includes(facts)) own.set('rank(营业收入)', place(facts, known))
    if (national.includes(facts)) own.set('rank(营业收入, 认定级别 = "国家级")', place(facts, national))
    return own
  })
}
const expected = (all: readonly Facts[]): readonly string[] =>
  ranked(all).map((facts) => {
    const { status, amount } = decide(measure!, facts, when)
    return `${status} ${amount ?? 0n}`
  })

describe('ranks in a population', () => {
  const all = [1, 2, 3, 4, 5, 6].map((seed) => rows(seed * 7, seed))
  it('are what counting the larger values gives, in generated loops', () => {
    for (const each of all) {
      const population = withRanks(populationOfFacts(each, sampleCatalogue), measures, when)
      const program = compileColumns(measures, layoutOf(population), when)
      const cells = cellsOf(program, population.count)
      program.run(population, cells)
      expect(each.map((_, row) => `${STATUSES[cells.status[0]![row]!]} ${cells.amount[0]![row]!}`)).toEqual(expected(each))
    }
  })
  it('are found once for all threads', async () => {
    const each = rows(5000, 7)
    const population = populationOfFacts(each, sampleCatalogue)
    const { tallies } = await decideAll({ measures, when, population, ids: null, lines: 'none' }, 2, async () => {})
    const outcomes = expected(each)
    const count = (status: string): number => outcomes.filter((outcome) => outcome.startsWith(`${status} `)).length
    expect(tallies[0]).toMatchObject({ eligible: count('eligible'), ineligible: count('ineligible'), undetermined: count('undetermined') })
  })
  it('are the same in PostgreSQL', async () => {
    const client = await freshClient()
    const seen = new Set<string>()
    for (const each of all) {
      await fill(client, measures, sampleCatalogue, each)
      const answers = await queried(client, { name: 'ranks', measures, catalogue: sampleCatalogue, when, rows: each })
      const found = each.map((_, row) => `${answers(0, row)?.status} ${answers(0, row)?.amount ?? 0n}`)
      expect(found).toEqual(expected(each))
      for (const outcome of found) seen.add(outcome.split(' ')[0]!)
    }
    expect(seen.size).toBe(3)
  })
})
