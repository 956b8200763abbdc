/** Changes as lines of a CSV file: one for each enterprise and measure whose cell is another. */
import type { Cells } from '../../core/rule/columns/columns.ts'
import { type Ids, idAt } from '../ids.ts'
import type { Pair } from './sides.ts'

export const CHANGES_HEADER = 'enterprise,measure,status_before,fen_before,status_after,fen_after\n'

/** As results call them; a measure that is not decided on a side has none. */
export const STATUSES = ['ineligible', 'eligible', 'undetermined'] as const

const utf8 = new TextDecoder()
const cellOf = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One side of a line: its status, and fen where it is eligible. */
const sideOf = (cells: Cells, place: number, row: number): string => {
  if (place < 0) return ','
  const status = STATUSES[cells.status[place]![row]!]!
  return `${status},${status === 'eligible' ? cells.amount[place]![row]! : ''}`
}

/** The lines of the first `count` rows, of which `rows` are the places in the population. */
export const changeLines = (
  pairs: readonly Pair[],
  [before, after]: readonly [Cells, Cells],
  ids: Ids,
  rows: Int32Array,
  count: number,
): string => {
  let text = ''
  for (let row = 0; row < count; row++) {
    for (const pair of pairs) {
      const [old, now] = [sideOf(before, pair.before, row), sideOf(after, pair.after, row)]
      if (old !== now) text += `${cellOf(utf8.decode(idAt(ids, rows[row]!)))},${pair.id},${old},${now}\n`
    }
  }
  return text
}
