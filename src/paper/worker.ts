/** The thread in which documents are made. */
import { parentPort } from 'node:worker_threads'
import { docxOf } from './docx.ts'
import { pdfOf } from './pdf.ts'
import type { Answer, Order } from './press.ts'

const answerTo = async ({ document, form }: Order): Promise<Answer> => {
  try {
    return form === 'pdf' ? pdfOf(document) : { bytes: await docxOf(document) }
  } catch (error) {
    return { reason: error instanceof Error ? String(error.stack) : String(error) }
  }
}

parentPort?.on('message', async (order: Order) => parentPort?.postMessage(await answerTo(order)))
