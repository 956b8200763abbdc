/** One enterprise: what a page or an officer waits for. */
import type { Facts } from '../../src/core/facts.ts'
import { type Answer, answersOn } from '../../src/core/rule/answers.ts'
import { factsAt } from '../../src/core/rule/columns/population.ts'
import { decide } from '../../src/core/rule/evaluate.ts'
import { planOf } from '../../src/core/rule/stacking/plan.ts'
import { stack } from '../../src/core/rule/stacking/stack.ts'
import { trace } from '../../src/core/rule/trace.ts'
import { newCells, setRow } from '../cells.ts'
import { dataOf, firstRows, judged } from '../data.ts'
import { checkedPack, populationIn, WHEN } from '../engine.ts'
import { ELIGIBLE, INELIGIBLE, UNDETERMINED } from '../reference.ts'
import { callTimes, quantile } from '../timing.ts'
import { atMost, duration, type Line, type Workload } from '../workload.ts'

const STATES = { ineligible: INELIGIBLE, eligible: ELIGIBLE, undetermined: UNDETERMINED }
const ROWS = 10_000

type Judge = (facts: Facts) => readonly Answer[]

export const workload: Workload = {
  title: 'One decision over ten measures, one enterprise after another',
  clock: 'wall',
  run: async ({ city, stress }) => {
    const pack = await checkedPack()
    const measures = [...pack.measures.values()]
    const plan = planOf(measures, WHEN)
    const each =
      (judge: typeof decide): Judge =>
      (facts) =>
        measures.map((measure) => judge(measure, facts, WHEN))
    const lines: Line[] = []
    for (const [profile, whole] of [
      ['city', city],
      ['stress', stress],
    ] as const) {
      const data = firstRows(await dataOf(profile, whole), ROWS)
      const population = populationIn(data.columns, pack.facts)
      const facts = Array.from({ length: ROWS }, (_, row) => factsAt(population, row))
      const cells = newCells(ROWS)
      const together = (judge: Judge) => (index: number) => {
        const known = facts[index % ROWS]!
        const awards = stack(plan, judge(known), known)
        setRow(
          cells,
          index % ROWS,
          awards.map(({ status, award }) => ({ state: STATES[status], fen: award ?? 0n })),
        )
      }
      const line = (what: string, judge: Judge, limit: number | null): Line => {
        const times = callTimes(ROWS, ROWS, together(judge))
        const [p50, p99] = [quantile(times, 0.5) / 1e6, quantile(times, 0.99) / 1e6]
        return {
          what: `${profile}, ${what}, with relations`,
          figure: `p50 ${duration(p50)}, p99 ${duration(p99)}`,
          ...(limit !== null && profile === 'city' ? { goal: atMost(p50 * 1000, limit, 'µs') } : {}),
          answer: judged(cells, data, true),
        }
      }
      lines.push(
        line('every value traced', each(trace), 20),
        line('with reasons, without a trace', each(decide), null),
        line('status and amount alone', answersOn(measures, WHEN), 5),
      )
    }
    return lines
  },
}
