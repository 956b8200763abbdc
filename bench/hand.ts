/** The loop written by hand, stacking included: what everything else is held against. */
import type { Cells } from './cells.ts'
import { loop } from './columns-loop.ts'
import type { Columns } from './population/columns.ts'

const ROWS_AT_ONCE = 4096
const CAP = 800_000_000

/** 就高 among m01, m08, m09, then the yearly total in the order of the measures: rows `from` up to `to`, in place. */
export const stackByHand = ({ status, amount }: Cells, received: Float64Array, from: number, to: number): void => {
  const [platform, reform, pilot] = [amount[0]!, amount[7]!, amount[8]!]
  for (let row = from; row < to; row++) {
    const [a, b, c] = [platform[row]!, reform[row]!, pilot[row]!]
    if (a >= b && a >= c) reform[row] = pilot[row] = 0
    else if (b >= c) platform[row] = pilot[row] = 0
    else platform[row] = reform[row] = 0
    const before = received[row]!
    let left = before < CAP ? CAP - before : 0
    for (let measure = 0; measure < 10; measure++) {
      const wanted = amount[measure]![row]!
      if (wanted === 0) continue
      if (Number.isNaN(before)) {
        status[measure]![row] = 2
        amount[measure]![row] = 0
      } else {
        const paid = wanted < left ? wanted : left
        amount[measure]![row] = paid
        left -= paid
      }
    }
  }
}

export const byHand = (columns: Columns, cells: Cells): void => {
  const count = columns.status.length
  for (let row = 0; row < count; row += ROWS_AT_ONCE) {
    const end = Math.min(row + ROWS_AT_ONCE, count)
    loop(columns, cells.status, cells.amount, row, end)
  }
}
