/** One enterprise, ten measures of the shipped pack, with and without a trace: what a page or an officer waits for. */
import path from 'node:path'
import { readFacts } from '../src/core/facts.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import { trace } from '../src/core/rule/trace.ts'
import { readPack } from '../src/pack/read.ts'
import { microseconds, quantile, timesOf } from './timing.ts'

const CALLS = 20_000
const WARM_UP = 5_000
const WHEN = { on: '2024-06-30', known: '2024-06-30' }

export const decisions = async (): Promise<readonly string[]> => {
  const { pack } = await readPack(path.resolve(import.meta.dirname, '../packs/wuhan'), WHEN.on)
  if (!pack) throw new Error('packs/wuhan does not pass its own check')
  const measures = [...pack.measures.values()]
    .filter((each) => each.grade === 'executable' && decide(each, new Map(), WHEN).failed.length === 0)
    .slice(0, 10)
  // The facts of each measure's first worked case together: enough to decide most of the ten.
  const given = Object.assign({}, ...measures.map((each) => each.cases[0]?.facts ?? {})) as Record<string, string>
  const known = Object.fromEntries(Object.entries(given).filter(([name]) => pack.facts.has(name)))
  const { facts, problems } = readFacts(known, pack.facts)
  if (problems.length > 0) throw new Error(problems.map((each) => each.message.en).join('\n'))

  const line = (what: string, call: () => void): string => {
    const times = timesOf(CALLS, WARM_UP, call)
    return `  ${what.padEnd(34)} p50 ${microseconds(quantile(times, 0.5)).padStart(9)}   p99 ${microseconds(quantile(times, 0.99)).padStart(9)}`
  }
  const statuses = measures.map((measure) => decide(measure, facts, WHEN).status)
  const count = (status: string): number => statuses.filter((each) => each === status).length
  return [
    `one decision over ${measures.length} measures (${count('eligible')} eligible, ${count('ineligible')} not, ${count('undetermined')} undetermined), ${facts.size} facts, ${CALLS} times`,
    line('with full trace', () => {
      for (const measure of measures) trace(measure, facts, WHEN)
    }),
    line('without trace', () => {
      for (const measure of measures) decide(measure, facts, WHEN)
    }),
  ]
}
