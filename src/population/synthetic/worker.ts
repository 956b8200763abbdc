/** A thread that makes blocks of a synthetic population until none is left. */
import { parentPort, workerData } from 'node:worker_threads'
import { claim } from '../helper.ts'
import type { Order } from './make.ts'
import { BLOCK, rowsOf } from './rows.ts'

const { recipe, slots, claims } = workerData as Order
const write = rowsOf(recipe, slots)
const blocks = Math.ceil(recipe.count / BLOCK)
for (let block = claim(claims); block < blocks; block = claim(claims)) write(block)
parentPort?.postMessage('done')
