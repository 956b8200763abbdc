/** Cells as lines of a file: one for each enterprise and measure that is eligible or undetermined. */
import { type Cells, ELIGIBLE, INELIGIBLE } from '../core/rule/columns/columns.ts'
import { type Ids, idAt } from './ids.ts'

export const GRANTS_HEADER = 'enterprise,measure,status,fen,mask\n'
const WORDS = ['ineligible', 'eligible', 'undetermined'] as const

const utf8 = new TextEncoder()

/** An id as a CSV cell: quoted where it holds a comma or a quote. */
const idCell = (id: Uint8Array): Uint8Array =>
  id.includes(0x2c) || id.includes(0x22) ? utf8.encode(`"${new TextDecoder().decode(id).replaceAll('"', '""')}"`) : id

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
  let bytes = new Uint8Array(1 << 16)
  let filled = 0
  for (let row = 0; row < count; row++) {
    let id: Uint8Array | null = null
    for (const [measure, states] of cells.status.entries()) {
      const status = states[row]!
      if (status === INELIGIBLE && !all) continue
      id ??= idCell(idAt(ids, from + row))
      const head = heads[measure]![status]!
      if (filled + id.length + longest + 40 > bytes.length) {
        const larger = new Uint8Array((bytes.length + id.length) * 2)
        larger.set(bytes.subarray(0, filled))
        bytes = larger
      }
      filled = copy(bytes, filled, id)
      filled = copy(bytes, filled, head)
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
