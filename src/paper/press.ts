/** Documents on paper, made in a thread of their own: setting a long table takes longer than a site may stand still. */
import { Worker } from 'node:worker_threads'
import type { OfficialDocument } from '../core/official-document.ts'

export const FORMS = ['pdf', 'docx'] as const
export type Form = (typeof FORMS)[number]

/** The file, or the code of why there is none. */
export type Printed =
  | { readonly bytes: Uint8Array }
  | { readonly code: 'paper.no-font' | 'paper.no-typesetter' | 'paper.busy' | 'paper.long' }

/** Makes one document after another. Rejects only when the program is wrong. */
export type Press = {
  readonly print: (document: OfficialDocument, form: Form) => Promise<Printed>
  readonly close: () => Promise<unknown>
}

export type Order = { readonly document: OfficialDocument; readonly form: Form }
export type Answer = Printed | { readonly reason: string }

/** As many documents may wait; whoever comes later is told to come back. */
export const MOST_WAITING = 40
/** Enough for tables of hundreds of pages. */
const HEAP_MB = 512
/** A document that takes longer is given up. */
export const LONGEST_SECONDS = 60

const ask = (worker: Worker, order: Order, longestMs: number): Promise<Answer> =>
  new Promise((resolve) => {
    const done = (answer: Answer): void => {
      clearTimeout(limit)
      worker.off('message', done).off('error', failed).off('exit', ended)
      resolve(answer)
    }
    const failed = (error: Error): void => done({ reason: String(error.stack ?? error) })
    const ended = (): void => done({ reason: 'the thread ended' })
    const limit = setTimeout(() => done({ code: 'paper.long' }), longestMs)
    worker.on('message', done).on('error', failed).on('exit', ended)
    worker.postMessage(order)
  })

/** `file`: where `worker.ts` lies. Nothing is started before the first document; a thread that failed or took too long is replaced. */
export const openPress = (file: string, longestMs = LONGEST_SECONDS * 1000): Press => {
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const drop = async (): Promise<void> => {
    const old = worker
    worker = null
    await old?.terminate()
  }
  const printNow = async (order: Order): Promise<Printed> => {
    worker ??= new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    worker.unref()
    const answer = await ask(worker, order, longestMs)
    if ('bytes' in answer) return answer
    if ('code' in answer && answer.code !== 'paper.long') return answer
    await drop()
    if ('reason' in answer) throw new Error(answer.reason)
    return answer
  }
  return {
    print: (document, form) => {
      if (waiting >= MOST_WAITING) return Promise.resolve({ code: 'paper.busy' })
      waiting++
      const own = last.then(() => printNow({ document, form })).finally(() => waiting--)
      last = own.catch(() => {})
      return own
    },
    close: drop,
  }
}
