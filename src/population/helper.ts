/** A thread that helps to read a CSV file. */
import type { Columns, Layouts } from './csv-columns.ts'
import type { Placement } from './join.ts'
import type { Part } from './piece.ts'
import type { Reading } from './reader.ts'
import { newThread, nextFrom, reply } from './thread.ts'

/** Handed out to all readers of a file: the next piece or column that nobody has taken. */
export type Claims = Int32Array
export const newClaims = (): Claims => new Int32Array(new SharedArrayBuffer(4))
export const claim = (claims: Claims): number => Atomics.add(claims, 0, 1)

export type Start = { readonly reading: Reading; readonly claims: Claims }
export type Order = { readonly placement: Placement } | { readonly columns: Columns; readonly claims: Claims }

export type Helper = {
  /** What it has read, once no piece is left. */
  readonly part: Promise<Part>
  /** Writes its rows where they belong. */
  readonly place: (placement: Placement) => Promise<boolean>
  /** Looks at the columns that nobody else looks at. */
  readonly layouts: (columns: Columns, claims: Claims) => Promise<Layouts>
  readonly end: () => void
}

export const helperThread = (reading: Reading, claims: Claims): Helper => {
  const worker = newThread('./csv-worker.ts', { reading, claims } satisfies Start)
  const part = nextFrom<Part>(worker)
  part.catch(() => {})
  return {
    part,
    place: (placement) => reply(worker, { placement } satisfies Order),
    layouts: (columns, next) => reply(worker, { columns, claims: next } satisfies Order),
    end: () => void worker.terminate(),
  }
}
