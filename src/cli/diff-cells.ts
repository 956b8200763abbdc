/** Cells that differ, gathered by measure, by what happened to them and by why. */

import type { Text } from '../core/messages.ts'
import { ELIGIBLE, INELIGIBLE } from '../core/rule/columns/columns.ts'
import { type CellChange, cellChangeOf, type Law, type Side, whyChanged } from '../modules/measure/index.ts'
import type { MeasurePair } from '../population/compare.ts'
import { CELL_SLOTS, type ComparedCell, cellIn, type SideOfCell } from '../population/compare-block.ts'
import { type Ids, idAt } from '../population/ids.ts'
import { idCell } from './run-folder.ts'

/** The cells of one measure that changed in one way for the same reasons. Sums are fen. */
export type CellGroup = {
  readonly measure: string
  readonly change: CellChange
  readonly why: readonly Text[]
  enterprises: number
  before: bigint
  after: bigint
  /** The first few. */
  readonly examples: string[]
}

const EXAMPLES = 3
export const CELLS_HEADER = 'enterprise,measure,change,status_before,fen_before,mask_before,status_after,fen_after,mask_after,why\n'

const sideOf = ({ status, fen, mask }: SideOfCell, place: number): Side => ({
  decided: place >= 0,
  status: status === ELIGIBLE ? 'eligible' : status === INELIGIBLE ? 'ineligible' : 'undetermined',
  fen: BigInt(fen),
  mask,
})

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const sideCells = ({ status, fen, mask }: Side): string => `${status},${status === 'eligible' ? fen : ''},${mask}`

/** Takes cells block by block; `lines` says them as lines of a file. Reasons are found once for each pair of masks. */
export const cellGatherer = (
  pairs: readonly MeasurePair[],
  laws: { readonly before: Law; readonly after: Law },
  ids: Ids,
  language: 'zh' | 'en',
) => {
  const groups = new Map<string, CellGroup>()
  const decoder = new TextDecoder()
  const groupOf = ({ pair, before, after }: ComparedCell): CellGroup => {
    const change = cellChangeOf(sideOf(before, 0), sideOf(after, 0))
    const key = `${pair} ${change} ${before.status} ${before.mask} ${after.status} ${after.mask}`
    const known = groups.get(key)
    if (known) return known
    const { id, ...places } = pairs[pair]!
    const why = whyChanged(id, sideOf(before, places.before), sideOf(after, places.after), laws)
    const group: CellGroup = { measure: id, change, why, enterprises: 0, before: 0n, after: 0n, examples: [] }
    groups.set(key, group)
    return group
  }
  const take = (cells: Float64Array, line: ((text: string) => void) | null): void => {
    for (let at = 0; at < cells.length; at += CELL_SLOTS) {
      const cell = cellIn(cells, at)
      const group = groupOf(cell)
      group.enterprises++
      group.before += BigInt(cell.before.fen)
      group.after += BigInt(cell.after.fen)
      if (line === null && group.examples.length === EXAMPLES) continue
      const id = decoder.decode(idAt(ids, cell.row))
      if (group.examples.length < EXAMPLES) group.examples.push(id)
      const why = group.why.map((text) => text[language]).join(language === 'zh' ? '；' : '; ')
      const [before, after] = [sideCells(sideOf(cell.before, 0)), sideCells(sideOf(cell.after, 0))]
      line?.(`${idCell(id)},${group.measure},${group.change},${before},${after},${quoted(why)}\n`)
    }
  }
  return { take, groups: (): readonly CellGroup[] => [...groups.values()] }
}
