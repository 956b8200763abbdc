/** The threads of a laboratory: one question at a time, its blocks on all of them, given up between two blocks when nobody wants the answer any more. */
import type { Worker } from 'node:worker_threads'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { newThread, reply } from '../thread.ts'
import { largestOf, type Part } from './partial.ts'
import type { Bench, Prepared, Question, RowCells } from './pass.ts'
import { added } from './sums.ts'
import type { Answer, Order, Preparation } from './worker.ts'

/** Rows of a block: few enough that a question nobody waits for ends within milliseconds. */
export const BLOCK = 16_384

export type Refusal = { readonly diagnostics: readonly Diagnostic[] }

const order = async <T>(worker: Worker, given: Order): Promise<T> => {
  // A thread that ended by a mistake of ours answers no more; it has no number then.
  if (worker.threadId < 0) throw new Error('a thread of the laboratory has ended')
  const answer = await reply<Answer<T>>(worker, given)
  if ('tooLarge' in answer) throw new RangeError(answer.tooLarge)
  return answer.value
}

/** Threads add up; of the largest changes the largest remain. */
const joined = (a: Part, b: Part): Part => ({
  before: a.before && added(a.before, b.before!),
  after: a.after.map(({ largest, ...rest }, place) => {
    const { largest: more, ...other } = b.after[place]!
    return { ...added(rest, other), largest: largestOf([...largest, ...more]) }
  }),
})

/** All answers, or the first failure once all have come: a thread answers one order at a time. */
const all = async <T>(answers: readonly Promise<T>[]): Promise<readonly T[]> => {
  await Promise.allSettled(answers)
  return Promise.all(answers)
}

export type Pool = {
  /** Computes a question over the whole population, or says what is wrong with it. Rejects with the reason of the signal, or with a RangeError. */
  readonly ask: (
    question: Question,
    signal?: AbortSignal,
  ) => Promise<{ readonly prepared: Prepared; readonly part: Part; readonly lines: readonly string[] } | Refusal>
  /** The cells that differ in these rows, for a reform of the question asked last. */
  readonly rows: (reform: number, rows: readonly number[]) => Promise<readonly RowCells[]>
  readonly close: () => Promise<void>
}

export const openPool = async (bench: Bench, threads: number): Promise<Pool> => {
  const { count } = bench.population
  const blocks = Math.max(1, Math.ceil(count / BLOCK))
  const workers = Array.from({ length: Math.max(1, Math.min(threads, blocks)) }, () => newThread('./lab/worker.ts'))
  await Promise.all(workers.map((worker) => order(worker, { bench, size: Math.min(BLOCK, Math.max(1, count)) })))

  const ask: Pool['ask'] = async (question, signal) => {
    signal?.throwIfAborted()
    const [prepared] = await all(workers.map((worker) => order<Preparation>(worker, { question })))
    if ('diagnostics' in prepared!) return prepared
    const lines: string[] = []
    let next = 0
    const work = async (worker: Worker): Promise<void> => {
      for (let block = next++; block < blocks && !signal?.aborted; block = next++)
        lines[block] = await order<string>(worker, { from: block * BLOCK, to: Math.min(count, (block + 1) * BLOCK) })
    }
    await all(workers.map(work))
    signal?.throwIfAborted()
    const parts = await all(workers.map((worker) => order<Part>(worker, 'part')))
    return { prepared: prepared!, part: parts.reduce(joined), lines }
  }
  return {
    ask,
    rows: (reform, rows) => order(workers[0]!, { reform, rows }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
