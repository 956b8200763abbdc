/** A thread of the laboratory: holds the population, prepares what is asked, and computes one block after another. */
import { parentPort } from 'node:worker_threads'
import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Part } from './partial.ts'
import { type Bench, type Pass, type Prepared, passesOf, type Question, type RowCells } from './pass.ts'

export type Order =
  | { readonly bench: Bench; readonly size: number }
  | { readonly question: Question }
  | { readonly from: number; readonly to: number }
  | 'part'
  | { readonly reform: number; readonly rows: readonly number[] }
/** `tooLarge`: an amount or a total that 53 bits do not hold. */
export type Answer<T> = { readonly value: T } | { readonly tooLarge: string }
export type Preparation = Prepared | { readonly diagnostics: readonly Diagnostic[] }

let prepare: ReturnType<typeof passesOf> | null = null
let pass: Pass | null = null

const answer = (order: Order): Preparation | Part | readonly RowCells[] | string | null => {
  if (order === 'part') return pass!.part()
  if ('bench' in order) {
    prepare = passesOf(order.bench, order.size)
    return null
  }
  if ('question' in order) {
    const found = prepare!(order.question)
    pass = 'diagnostics' in found ? null : found
    return 'diagnostics' in found ? found : found.prepared
  }
  if ('rows' in order) return order.rows.map((row) => pass!.row(order.reform, row))
  return pass!.block(order.from, order.to)
}

parentPort?.on('message', (order: Order) => {
  try {
    parentPort?.postMessage({ value: answer(order) })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    parentPort?.postMessage({ tooLarge: error.message })
  }
})
