/** A thread of the laboratory: holds the population, prepares what is asked, and computes one block after another. */
import { parentPort } from 'node:worker_threads'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Part } from './partial.ts'
import { type Bench, type Pass, passesOf, type Question, type Ready, type RowCells } from './pass.ts'

export type Order =
  | { readonly bench: Bench; readonly size: number }
  | { readonly question: Question }
  | { readonly from: number; readonly to: number }
  | { readonly reform: number; readonly rows: readonly number[] }
export type Prepared = Ready | { readonly diagnostics: readonly Diagnostic[] }
/** `tooLarge`: an amount or a total that 53 bits do not hold. */
export type Answer<T> = { readonly value: T } | { readonly tooLarge: string }
export type Answers = { readonly prepared: Prepared; readonly part: Part; readonly rows: readonly RowCells[] }

let prepare: ReturnType<typeof passesOf> | null = null
let pass: Pass | null = null

const answer = (order: Order): unknown => {
  if ('bench' in order) {
    prepare = passesOf(order.bench, order.size)
    return true
  }
  if ('question' in order) {
    const prepared = prepare!(order.question)
    pass = 'diagnostics' in prepared ? null : prepared
    return 'diagnostics' in prepared ? prepared : prepared.ready
  }
  return 'from' in order ? pass!.block(order.from, order.to) : order.rows.map((row) => pass!.row(order.reform, row))
}

parentPort?.on('message', (order: Order) => {
  try {
    parentPort?.postMessage({ value: answer(order) })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    parentPort?.postMessage({ tooLarge: error.message })
  }
})
