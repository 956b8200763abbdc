/** Populations and grants as rows of a binary COPY. */

import { arrayOf, type Column, isNumeric, NULL_SLOT } from '../core/rule/columns/column.ts'
import { type Cells, ELIGIBLE, INELIGIBLE } from '../core/rule/columns/columns.ts'
import type { Population } from '../core/rule/columns/population.ts'
import {
  type Copying,
  copied,
  FIRST_DAY,
  newCopying,
  putBoolean,
  putBytes,
  putInt16,
  putInt32,
  putInt64,
  putNull,
  putNumeric,
  putRow,
} from './copy-bytes.ts'
import { type Ids, idAt } from './ids.ts'
import { openRows } from './statuses.ts'

const utf8 = new TextEncoder()

/** Writes one slot of a column as the type that the table's layout gives its fact. */
type Put = (to: Copying, row: number) => void

const valuePut = ({ layout, values }: Column): Put => {
  if (!isNumeric(layout)) {
    if (layout.kind === 'yes-no') return (to, row) => putBoolean(to, values[row] === 1)
    const words = layout.texts.map((text) => utf8.encode(text))
    return (to, row) => putBytes(to, words[Number(values[row])]!)
  }
  const { kind, scale } = layout
  switch (kind) {
    case 'date':
      return (to, row) => putInt32(to, Number(values[row]) - FIRST_DAY)
    case 'number':
    case 'percent':
      return (to, row) => putNumeric(to, Number(values[row]), scale)
    default:
      return (to, row) => putInt64(to, Number(values[row]))
  }
}

const putOf = (column: Column): Put => {
  const missing = NULL_SLOT[arrayOf(column.values)]
  const put = valuePut(column)
  return (to, row) => (Object.is(column.values[row], missing) ? putNull(to) : put(to, row))
}

/** Rows at once: a piece of some hundred kilobytes. */
const ROWS = 4096

/** The rows of a population: the id, then the columns of these keys. */
export function* populationRows(population: Population, ids: Ids, keys: readonly string[]): Generator<Uint8Array> {
  const puts = keys.map((key) => putOf(population.columns.get(key)!))
  for (let from = 0; from < population.count; from += ROWS) {
    const to = newCopying()
    for (let row = from; row < Math.min(from + ROWS, population.count); row++) {
      putRow(to, 1 + puts.length)
      putBytes(to, idAt(ids, row))
      for (const put of puts) put(to, row)
    }
    yield copied(to)
  }
}

/**
 * The grants of `count` rows, of which the first is row `from` of the population: enterprise, number of the run, number of the measure from 0, status, fen,
 * mask. `all`: also those that are not eligible.
 */
export const grantRows = (cells: Cells, run: number, ids: Ids, from: number, count: number, all: boolean): Uint8Array<ArrayBuffer> => {
  const to = newCopying()
  const open = openRows(cells.status, count)
  for (let row = 0; row < count; row++) {
    if (open[row] === 0 && !all) continue
    let id: Uint8Array | null = null
    for (const [measure, states] of cells.status.entries()) {
      const status = states[row]!
      if (status === INELIGIBLE && !all) continue
      id ??= idAt(ids, from + row)
      putRow(to, 6)
      putBytes(to, id)
      putInt32(to, run)
      putInt16(to, measure)
      putInt16(to, status)
      if (status === ELIGIBLE) putInt64(to, cells.amount[measure]![row]!)
      else putNull(to)
      putInt64(to, cells.mask?.[measure]?.[row] ?? 0)
    }
  }
  return copied(to)
}
