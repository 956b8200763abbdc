/** The loop written by hand, over a whole population: what everything else is held against. */
import type { Cells } from './cells.ts'
import { loop } from './columns-loop.ts'
import type { Columns } from './population/columns.ts'

/** As many as stay in the cache. */
const ROWS_AT_ONCE = 4096

export const byHand = (columns: Columns, cells: Cells): void => {
  const count = columns.status.length
  for (let row = 0; row < count; row += ROWS_AT_ONCE) loop(columns, cells.status, cells.amount, row, Math.min(row + ROWS_AT_ONCE, count))
}
