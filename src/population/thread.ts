/** Starting a thread and talking to it. */
import { Worker } from 'node:worker_threads'
import { cacheFolder } from './cache.ts'

/** A thread that runs a file of ours. What Node compiles for it is kept: the next one starts in a third of the time. */
export const newThread = (file: string, workerData?: unknown): Worker =>
  new Worker(new URL(file, import.meta.url), {
    workerData,
    env: { NODE_COMPILE_CACHE: cacheFolder('compiled'), ...process.env },
  })

/** The next thing a thread says; an error within it is ours. */
export const nextFrom = <T>(worker: Worker): Promise<T> =>
  new Promise((resolve, reject) => {
    const done = () => {
      worker.off('message', said)
      worker.off('error', failed)
    }
    const said = (value: T) => {
      done()
      resolve(value)
    }
    const failed = (error: Error) => {
      done()
      reject(error)
    }
    worker.on('message', said)
    worker.on('error', failed)
  })

/** Gives an order; what the thread says then. */
export const reply = <T>(worker: Worker, order: unknown): Promise<T> => {
  const answer = nextFrom<T>(worker)
  worker.postMessage(order)
  return answer
}
