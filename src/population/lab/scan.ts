/** Which rows can come out differently: found with the measures that differ alone, since most rows are concerned by none of them. */
import { type Cells, cellsOf, ELIGIBLE } from '../../core/rule/columns/columns.ts'
import { rowsOf } from '../block.ts'
import type { Ready } from './programs.ts'
import { roomFor } from './room.ts'
import type { Pair } from './sides.ts'

/** Marks rows in which a measure has another cell, and with `eligible` those in which it is eligible on either side. */
const mark = (
  marks: Uint8Array,
  pair: Pair,
  [before, after]: readonly [Cells, Cells],
  none: Cells,
  count: number,
  eligible: boolean,
): void => {
  const [old, now] = [pair.before < 0 ? none : before, pair.after < 0 ? none : after]
  const [was, is] = [Math.max(0, pair.before), Math.max(0, pair.after)]
  const [oldStatus, nowStatus] = [old.status[was]!, now.status[is]!]
  const [oldAmount, nowAmount] = [old.amount[was]!, now.amount[is]!]
  for (let row = 0; row < count; row++) {
    const status = oldStatus[row]!
    const other = nowStatus[row]!
    if (status !== other || oldAmount[row] !== nowAmount[row] || (eligible && (status === ELIGIBLE || other === ELIGIBLE))) marks[row] = 1
  }
}

export type Scan = {
  readonly before: Ready
  readonly after: Ready
  readonly pairs: readonly Pair[]
  /** Whether rows in which a measure is merely eligible count as well. */
  readonly eligible: boolean
}

/** Scans blocks of at most `size` rows. Cells of the law as it is are computed once for a block, however many reforms are held against it. */
export const scanner = (size: number) => {
  const none: Cells = { status: [new Uint8Array(size)], amount: [new Float64Array(size)], mask: null }
  const marks = new Uint8Array(size)
  const cells = new Map<Ready, { readonly cells: Cells; from: number }>()
  const cellsFor = (ready: Ready, from: number, to: number): Cells => {
    const own = cells.get(ready) ?? { cells: cellsOf(ready.program, size), from: -1 }
    cells.set(ready, own)
    if (own.from !== from) ready.program.run(rowsOf(ready.columns, from, to), own.cells, 0, to - from)
    own.from = from
    return own.cells
  }
  const room = roomFor(size)
  /** Writes the places of the rows into `rows` and answers with how many there are. */
  return ({ before, after, pairs, eligible }: Scan, from: number, to: number, rows: Int32Array): number => {
    if (pairs.length === 0) return 0
    const count = to - from
    const old = cellsFor(before, from, to)
    const now = room(after.program)
    after.program.run(rowsOf(after.columns, from, to), now, 0, count)
    marks.fill(0, 0, count)
    for (const pair of pairs) mark(marks, pair, [old, now], none, count, eligible)
    let found = 0
    for (let row = 0; row < count; row++) if (marks[row] === 1) rows[found++] = from + row
    return found
  }
}
