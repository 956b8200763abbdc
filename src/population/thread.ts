/** Talking to a thread. */
import type { Worker } from 'node:worker_threads'

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
