/** A thread: takes a job, then decides one block after another. */
import { parentPort } from 'node:worker_threads'
import { type Decider, deciderOf, type Job } from './block.ts'
import type { Order } from './pool.ts'

let decider: Decider | null = null

parentPort?.on('message', (order: Order<Job>) => {
  if ('job' in order) {
    decider = deciderOf(order.job, order.size)
    parentPort?.postMessage(decider.compileMs)
    return
  }
  const block = decider?.decide(order.from, order.to)
  if (block) parentPort?.postMessage(block, [block.lines.buffer])
})
