/** A whole population on several threads: blocks of rows are decided side by side and handed on in order. */
import { withRanks } from '../core/rule/columns/ranks.ts'
import { type Block, type Job, sumOf, type Tally } from './block.ts'
import type { Progress } from './load.ts'
import { inBlocks, type Spent } from './pool.ts'
import { sharedSlots } from './shared.ts'

export type Decided = Spent & { readonly tallies: readonly Tally[] }

/** Where ranks lie: every thread reads the same places. */
export const sharedPlaces = (places: number): Int32Array => sharedSlots('Int32Array', places) as Int32Array

/** Decides every row. `write` gets the lines of one block after another, in the order of the rows. */
export const decideAll = async (
  asked: Job,
  threads: number,
  write: (lines: Uint8Array) => Promise<unknown>,
  progress: Progress = () => {},
): Promise<Decided> => {
  const population = withRanks(asked.population, asked.measures, asked.when, sharedPlaces)
  const job = { ...asked, population }
  let tallies: readonly Tally[] = job.measures.map(() => ({ eligible: 0, ineligible: 0, undetermined: 0, fen: 0n }))
  const take = async (block: Block): Promise<void> => {
    await write(block.lines)
    tallies = sumOf(tallies, block.tallies)
  }
  const spent = await inBlocks('./worker.ts', job, { rows: population.count, measures: job.measures.length }, threads, take, progress)
  return { tallies, ...spent }
}
