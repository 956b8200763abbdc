/** A whole population on several threads: blocks of rows are decided side by side and handed on in order. */
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import { withRanks } from '../core/rule/columns/ranks.ts'
import type { Block, Job, Tally } from './block.ts'
import type { Progress } from './load.ts'
import { sharedSlots } from './shared.ts'
import { newThread, reply } from './thread.ts'

/** Cells of a block: few enough that its lines are small beside the population. */
const CELLS = 1 << 19
/** Blocks for each thread that may wait to be written. */
const AHEAD = 3

export type Decided = {
  readonly tallies: readonly Tally[]
  readonly compileMs: number
  /** What the slowest thread spent on deciding. */
  readonly computeMs: number
}

const sum = (a: Tally, b: Tally): Tally => ({
  eligible: a.eligible + b.eligible,
  ineligible: a.ineligible + b.ineligible,
  undetermined: a.undetermined + b.undetermined,
  fen: a.fen + b.fen,
})

// V8's middle compiler takes a gigabyte for each thread on the loops of 300 measures, and gains nothing: the last one soon replaces what it made.
const WITHOUT_MIDDLE_COMPILER = '--no-maglev'

/** Decides every row. `write` gets the lines of one block after another, in the order of the rows. */
export const decideAll = async (
  asked: Job,
  threads: number,
  write: (lines: Uint8Array) => Promise<unknown>,
  progress: Progress = () => {},
): Promise<Decided> => {
  const population = withRanks(asked.population, asked.measures, asked.when, (places) => sharedSlots('Int32Array', places) as Int32Array)
  const job = { ...asked, population }
  const { count } = population
  const rows = Math.max(1024, Math.floor(CELLS / Math.max(1, job.measures.length)))
  const starts = Array.from({ length: Math.ceil(count / rows) }, (_, index) => index * rows)
  setFlagsFromString(WITHOUT_MIDDLE_COMPILER)
  const workers = Array.from({ length: Math.max(1, Math.min(threads, starts.length)) }, () => newThread('./worker.ts'))
  try {
    const compiled = await Promise.all(workers.map((worker) => reply<number>(worker, { job, size: Math.min(rows, count) })))
    const spent = workers.map(() => 0)
    const decided = starts.map(() => Promise.withResolvers<Block>())
    const written = starts.map(() => Promise.withResolvers<void>())
    let next = 0
    /** Each thread takes the next block as soon as it is free, if not too many wait to be written. */
    const decideOn = async (worker: Worker, index: number): Promise<void> => {
      for (let taken = next++; taken < starts.length; taken = next++) {
        await written[taken - AHEAD * workers.length]?.promise
        const from = starts[taken]!
        const block = await reply<Block>(worker, { from, to: Math.min(from + rows, count) })
        spent[index]! += block.computeMs
        decided[taken]!.resolve(block)
      }
    }
    let tallies: readonly Tally[] = job.measures.map(() => ({ eligible: 0, ineligible: 0, undetermined: 0, fen: 0n }))
    const writeAll = async (): Promise<void> => {
      for (const [index, { promise }] of decided.entries()) {
        const block = await promise
        await write(block.lines)
        tallies = tallies.map((tally, measure) => sum(tally, block.tallies[measure]!))
        written[index]!.resolve()
        progress((index + 1) / starts.length)
      }
    }
    await Promise.all([...workers.map(decideOn), writeAll()])
    return { tallies, compileMs: Math.max(...compiled), computeMs: Math.max(...spent) }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
