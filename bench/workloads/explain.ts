/** One line of a run explained in full, in both languages, and verified: what a stranger waits for who asks why. */
import path from 'node:path'
import { type Facts, readFacts } from '../../src/core/facts.ts'
import { factsAt } from '../../src/core/rule/columns/population.ts'
import { decide } from '../../src/core/rule/evaluate.ts'
import { maskOf } from '../../src/core/rule/mask.ts'
import { planOf } from '../../src/core/rule/stacking/plan.ts'
import { stack } from '../../src/core/rule/stacking/stack.ts'
import { considered, rowExplained } from '../../src/modules/measure/index.ts'
import type { Pack } from '../../src/pack/pack.ts'
import { readPack } from '../../src/pack/read.ts'
import { dataOf, firstRows } from '../data.ts'
import { checkedPack, populationIn, WHEN } from '../engine.ts'
import { callTimes, median, quantile } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const ROWS = 1000
const LINES = 2000
/** Calls for each line, of which the median counts: what other processes take is not the line's. */
const TURNS = 5

const shippedPack = async (): Promise<Pack> => {
  const { pack } = await readPack(path.resolve(import.meta.dirname, '../../packs/wuhan'), WHEN.on)
  if (!pack) throw new Error('packs/wuhan does not pass its own check')
  return pack
}

/** The rows of each enterprise over all measures of the pack, explained one after another; each has to hold. */
const lineOf = (what: string, pack: Pack, facts: readonly Facts[]): Line => {
  const measures = considered(pack, WHEN)
  const plan = planOf(measures, WHEN)
  const cells = facts.flatMap((known) => {
    const outcomes = measures.map((measure) => decide(measure, known, WHEN))
    return stack(plan, outcomes, known).map(({ status, award }, place) => {
      const measure = measures[place]!
      return { measure, known, row: { enterprise: '1', measure: measure.id, status, award, mask: maskOf(measure, known, WHEN) } }
    })
  })
  const explain = (index: number): void => {
    // A step that shares nothing with their number goes over all measures and enterprises.
    const { row, measure, known } = cells[(index * 7919) % cells.length]!
    if (rowExplained(row, measure, plan, known, pack).verified.holds !== true) throw new Error(`a row of ${measure.id} does not hold`)
  }
  const times = Array.from({ length: LINES }, (_, index) => median(callTimes(TURNS, 1, () => explain(index))))
  const [p50, p99] = [quantile(times, 0.5) / 1e6, quantile(times, 0.99) / 1e6]
  return {
    what: `${what}, ${measures.length} measures`,
    figure: `p50 ${duration(p50)}, p99 ${duration(p99)}`,
    goal: atMost(p99, 5, 'ms'),
  }
}

export const workload: Workload = {
  title: 'One line of a run explained from mask and facts, and verified',
  clock: 'wall',
  run: async ({ city }) => {
    const [pack, shipped] = [await checkedPack(), await shippedPack()]
    const population = populationIn(firstRows(await dataOf('city', city), ROWS).columns, pack.facts)
    const cases = considered(shipped, WHEN).flatMap((measure) => measure.cases)
    return [
      lineOf(
        'city',
        pack,
        Array.from({ length: ROWS }, (_, row) => factsAt(population, row)),
      ),
      lineOf(
        'worked cases of the shipped pack',
        shipped,
        cases.map(({ facts }) => readFacts(facts, shipped.facts).facts),
      ),
    ]
  },
}
