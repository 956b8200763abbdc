/** Cells as lines of a file: one for each enterprise and measure that is eligible or undetermined. */
import { type Cells, ELIGIBLE, INELIGIBLE } from '../core/rule/columns/columns.ts'
import { type Ids, idAt } from './ids.ts'
import { openRows } from './statuses.ts'

export const GRANTS_HEADER = 'enterprise,measure,status,fen,mask\n'
const WORDS = ['ineligible', 'eligible', 'undetermined'] as const

const utf8 = new TextEncoder()

/** Writes an id as a CSV cell, quoted where it holds a comma or a quote; answers with where it ends. There is room for twice its length. */
const putId = (bytes: Uint8Array, at: number, ids: Ids, row: number): number => {
  if (ids === null) return decimal(bytes, at, row + 1)
  let end = at
  for (let from = ids.ends[row]!; from < ids.ends[row + 1]!; from++) {
    const byte = ids.bytes[from]!
    if (byte === 0x2c || byte === 0x22) return copy(bytes, at, quoted(idAt(ids, row)))
    bytes[end++] = byte
  }
  return end
}

const quoted = (id: Uint8Array): Uint8Array => utf8.encode(`"${new TextDecoder().decode(id).replaceAll('"', '""')}"`)

/** The lines of `count` rows, of which the first is row `from` of the population; `all`: also those that are not eligible. */
export const grantLines = (
  cells: Cells,
  measures: readonly string[],
  ids: Ids,
  from: number,
  count: number,
  all: boolean,
): Uint8Array<ArrayBuffer> => {
  const heads = measures.map((id) => WORDS.map((word) => utf8.encode(`,${id},${word},`)))
  const longest = Math.max(0, ...heads.flat().map(({ length }) => length))
  /** Of a line without its id; of an id, twice its length if all are quotes. */
  const room = longest + 50
  let bytes = new Uint8Array(1 << 16)
  let filled = 0
  const { status: statuses } = cells
  const open = openRows(statuses, count)
  for (let row = 0; row < count; row++) {
    if (open[row] === 0 && !all) continue
    let idFrom = -1
    let idTo = -1
    // Most cells are not written: an index costs less than an iterator.
    for (let measure = 0; measure < statuses.length; measure++) {
      const status = statuses[measure]![row]!
      if (status === INELIGIBLE && !all) continue
      const needed = filled + room + (ids === null ? 0 : 2 * (ids.ends[from + row + 1]! - ids.ends[from + row]!))
      if (needed > bytes.length) {
        const larger = new Uint8Array(needed * 2)
        larger.set(bytes.subarray(0, filled))
        bytes = larger
      }
      if (idFrom < 0) {
        idFrom = filled
        idTo = putId(bytes, filled, ids, from + row)
        filled = idTo
      } else for (let at = idFrom; at < idTo; at++) bytes[filled++] = bytes[at]!
      filled = copy(bytes, filled, heads[measure]![status]!)
      if (status === ELIGIBLE) filled = decimal(bytes, filled, cells.amount[measure]![row]!)
      bytes[filled++] = 0x2c
      filled = decimal(bytes, filled, cells.mask?.[measure]?.[row] ?? 0)
      bytes[filled++] = 0x0a
    }
  }
  return bytes.slice(0, filled)
}

/** For a few bytes a loop is faster than `set`. */
const copy = (bytes: Uint8Array, at: number, more: Uint8Array): number => {
  for (let index = 0; index < more.length; index++) bytes[at + index] = more[index]!
  return at + more.length
}

/** Writes a whole number that is not negative; answers with where it ends. */
const decimal = (bytes: Uint8Array, at: number, value: number): number => {
  let end = at + 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end++
  let rest = value
  for (let place = end - 1; place >= at; place--) {
    const next = Math.floor(rest / 10)
    bytes[place] = 0x30 + rest - next * 10
    rest = next
  }
  return end
}
