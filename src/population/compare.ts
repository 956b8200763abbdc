/** Two laws over one population: each row is decided twice side by side, and only the cells that differ are handed on. */

import type { Population } from '../core/rule/columns/population.ts'
import { withRanks } from '../core/rule/columns/ranks.ts'
import type { When } from '../core/rule/outcome.ts'
import type { Measure } from '../core/rule/tree.ts'
import { sumOf, type Tally } from './block.ts'
import type { ComparedBlock, ComparedJob } from './compare-block.ts'
import { sharedPlaces } from './decide.ts'
import type { Progress } from './load.ts'
import { inBlocks, type Spent } from './pool.ts'

/** One of the two laws, with the population as its catalogue reads it. */
export type Side = { readonly measures: readonly Measure[]; readonly when: When; readonly population: Population }

/** A measure of either side: its place on each, or -1 where it is not decided. */
export type MeasurePair = { readonly id: string; readonly before: number; readonly after: number }

/** Measures of both sides by id: those of the first in its order, then what the second adds. */
export const measurePairs = (before: readonly Measure[], after: readonly Measure[]): readonly MeasurePair[] => {
  const placeIn = (measures: readonly Measure[], id: string): number => measures.findIndex((measure) => measure.id === id)
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids.map((id) => ({ id, before: placeIn(before, id), after: placeIn(after, id) }))
}

export type Compared = Spent & { readonly before: readonly Tally[]; readonly after: readonly Tally[] }

const NOTHING: Tally = { eligible: 0, ineligible: 0, undetermined: 0, fen: 0n }

/** Decides every row under both laws. `take` gets the cells that differ (`cellIn`), block by block, in the order of the rows. Both populations have the same rows. */
export const compareAll = async (
  sides: readonly [Side, Side],
  threads: number,
  take: (cells: Float64Array) => unknown,
  progress: Progress = () => {},
): Promise<Compared> => {
  const [before, after] = sides.map((side) => ({
    measures: side.measures,
    when: side.when,
    population: withRanks(side.population, side.measures, side.when, sharedPlaces),
  })) as [Side, Side]
  const pairs = measurePairs(before.measures, after.measures)
  const job: ComparedJob = { before, after, pairs }
  let tallies = [before, after].map(({ measures }): readonly Tally[] => measures.map(() => NOTHING))
  const takeBlock = async (block: ComparedBlock): Promise<void> => {
    await take(block.cells)
    tallies = tallies.map((own, side) => sumOf(own, block.tallies[side]!))
  }
  const size = { rows: before.population.count, measures: 2 * pairs.length }
  const spent = await inBlocks('./compare-worker.ts', job, size, threads, takeBlock, progress)
  return { before: tallies[0]!, after: tallies[1]!, ...spent }
}
