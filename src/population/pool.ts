/** Blocks of rows on several threads: done side by side, handed on in order. */
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import type { Progress } from './load.ts'
import { newThread, reply } from './thread.ts'

/** Cells of a block: few enough that its lines are small beside the population. */
const CELLS = 1 << 19
/** Blocks for each thread that may wait to be handed on. */
const AHEAD = 3

// V8's middle compiler takes a gigabyte for each thread on the loops of 300 measures, and gains nothing: the last one soon replaces what it made.
const WITHOUT_MIDDLE_COMPILER = '--no-maglev'

// Each thread has V8 compile the loops once more, however many do so already. That takes as long as deciding some hundred thousand rows, and grows with the measures as that does.
const ROWS_OF_A_THREAD = 700_000

/** How many threads of at most so many to decide rows on: every one must have more to do than its start costs. */
export const threadsFor = (rows: number, most: number): number => Math.max(1, Math.min(most, Math.floor(rows / ROWS_OF_A_THREAD)))

/** What a thread is told: first what to do, with the largest block that will come, then one block after another. */
export type Order<Job> = { readonly job: Job; readonly size: number } | { readonly from: number; readonly to: number }

/**
 * `compileMs` is the slowest thread's, `computeMs` what the slowest thread spent on blocks; `cpuMs` is the CPU time on blocks, lines included, of the thread that was busiest:
 * the same however many programs share the machine.
 */
export type Spent = { readonly compileMs: number; readonly computeMs: number; readonly cpuMs: number }

const cpuMsOf = async (worker: Worker): Promise<number> => {
  const { user, system } = await worker.cpuUsage()
  return (user + system) / 1000
}

/** Does a job for every row. The thread answers the job with the milliseconds it took to compile; `take` gets its blocks in the order of the rows. */
export const inBlocks = async <Job, Block extends { readonly computeMs: number }>(
  file: string,
  job: Job,
  size: { readonly rows: number; readonly measures: number },
  threads: number,
  take: (block: Block) => unknown,
  progress: Progress = () => {},
): Promise<Spent> => {
  const rows = Math.max(1024, Math.floor(CELLS / Math.max(1, size.measures)))
  const starts = Array.from({ length: Math.ceil(size.rows / rows) }, (_, index) => index * rows)
  setFlagsFromString(WITHOUT_MIDDLE_COMPILER)
  const workers = Array.from({ length: Math.max(1, Math.min(threads, starts.length)) }, () => newThread(file))
  try {
    const compiled = await Promise.all(workers.map((worker) => reply<number>(worker, { job, size: Math.min(rows, size.rows) })))
    const began = await Promise.all(workers.map(cpuMsOf))
    const spent = workers.map(() => 0)
    const done = starts.map(() => Promise.withResolvers<Block>())
    const taken = starts.map(() => Promise.withResolvers<void>())
    let next = 0
    /** Each thread takes the next block as soon as it is free, if not too many wait to be handed on. */
    const workOn = async (worker: Worker, index: number): Promise<void> => {
      for (let own = next++; own < starts.length; own = next++) {
        await taken[own - AHEAD * workers.length]?.promise
        const from = starts[own]!
        const block = await reply<Block>(worker, { from, to: Math.min(from + rows, size.rows) })
        spent[index]! += block.computeMs
        done[own]!.resolve(block)
      }
    }
    const takeAll = async (): Promise<void> => {
      for (const [index, { promise }] of done.entries()) {
        await take(await promise)
        taken[index]!.resolve()
        progress((index + 1) / starts.length)
      }
    }
    await Promise.all([...workers.map(workOn), takeAll()])
    const ended = await Promise.all(workers.map(cpuMsOf))
    return {
      compileMs: Math.max(...compiled),
      computeMs: Math.max(...spent),
      cpuMs: Math.max(...ended.map((cpuMs, index) => cpuMs - began[index]!)),
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
