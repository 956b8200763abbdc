/** A thread: takes two laws, then compares one block after another. */
import { parentPort } from 'node:worker_threads'
import { type ComparedJob, type Comparer, comparerOf } from './compare-block.ts'
import type { Order } from './pool.ts'

let comparer: Comparer | null = null

parentPort?.on('message', (order: Order<ComparedJob>) => {
  if ('job' in order) {
    comparer = comparerOf(order.job, order.size)
    parentPort?.postMessage(comparer.compileMs)
    return
  }
  const block = comparer?.compare(order.from, order.to)
  if (block) parentPort?.postMessage(block, [block.cells.buffer])
})
