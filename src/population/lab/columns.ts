/** The columns that measures read, ranks included, of a population that stays. */
import type { Column } from '../../core/rule/columns/column.ts'
import type { Population } from '../../core/rule/columns/population.ts'
import { withRanks } from '../../core/rule/columns/ranks.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import { ranksOf } from '../../core/rule/rank.ts'
import type { Side } from './sides.ts'

/** Ranks are found once for a day. */
export const columnsIn = (population: Population): ((side: Side) => Population) => {
  const ranks = new Map<string, Column>()
  return ({ measures, when }) => {
    const keyOf = (rank: string): string => `${rank} ${when.on} ${when.known}`
    const asked = ranksOf(measures)
    if (asked.some(({ key }) => !ranks.has(keyOf(key)))) {
      const found = withRanks(population, measures, when)
      for (const { key } of asked) ranks.set(keyOf(key), found.columns.get(key)!)
    }
    const judgements = measures.flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name)))
    const read = new Set([...measures.flatMap(({ facts }) => facts), ...judgements])
    const own = [...population.columns].filter(([key]) => read.has(key))
    return { count: population.count, columns: new Map([...own, ...asked.map(({ key }) => [key, ranks.get(keyOf(key))!] as const)]) }
  }
}
