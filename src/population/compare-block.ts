/** One block of rows under two laws. The same on every thread. */
import { type Cells, cellsOf, compileColumns, ELIGIBLE, INELIGIBLE } from '../core/rule/columns/columns.ts'
import { layoutOf } from '../core/rule/columns/population.ts'
import { planOf } from '../core/rule/stacking/plan.ts'
import { rowsOf, type Tally, tallyOf } from './block.ts'
import type { MeasurePair, Side } from './compare.ts'

export type ComparedJob = { readonly before: Side; readonly after: Side; readonly pairs: readonly MeasurePair[] }

/** `cells` holds those that differ, as `cellIn` reads them. */
export type ComparedBlock = {
  readonly tallies: readonly (readonly Tally[])[]
  readonly cells: Float64Array<ArrayBuffer>
  readonly computeMs: number
}
export type Comparer = { readonly compileMs: number; readonly compare: (from: number, to: number) => ComparedBlock }

/** What a law makes of a cell: `status` as in the columns (0 not eligible, 1 eligible, 2 undetermined), fen, reasons. */
export type SideOfCell = { readonly status: number; readonly fen: number; readonly mask: number }
export type ComparedCell = { readonly row: number; readonly pair: number; readonly before: SideOfCell; readonly after: SideOfCell }

/** Row, pair, then status, fen and mask before and after. */
export const CELL_SLOTS = 8

export const cellIn = (cells: Float64Array, at: number): ComparedCell => ({
  row: cells[at]!,
  pair: cells[at + 1]!,
  before: { status: cells[at + 2]!, fen: cells[at + 3]!, mask: cells[at + 4]! },
  after: { status: cells[at + 5]!, fen: cells[at + 6]!, mask: cells[at + 7]! },
})

const programOf = ({ measures, when, population }: Side, size: number) => {
  const program = compileColumns(measures, layoutOf(population), when, 'all', planOf(measures, when))
  return { program, cells: cellsOf(program, size), population }
}

/** Compiles both laws; then every block of at most `size` rows can be compared. */
export const comparerOf = ({ before, after, pairs }: ComparedJob, size: number): Comparer => {
  const began = performance.now()
  const sides = [programOf(before, size), programOf(after, size)]
  const state = ({ status }: Cells, place: number, row: number): number => (place < 0 ? INELIGIBLE : status[place]![row]!)
  const amount = ({ amount }: Cells, place: number, row: number): number => (place < 0 ? 0 : amount[place]![row]!)
  const reason = ({ mask }: Cells, place: number, row: number): number => (place < 0 ? 0 : mask![place]![row]!)

  const differing = (from: number, count: number): Float64Array<ArrayBuffer> => {
    const [a, b] = [sides[0]!.cells, sides[1]!.cells]
    let found = new Float64Array(CELL_SLOTS * 1024)
    let filled = 0
    for (let row = 0; row < count; row++) {
      for (let pair = 0; pair < pairs.length; pair++) {
        const places = pairs[pair]!
        const [was, is] = [state(a, places.before, row), state(b, places.after, row)]
        if (was === is && (was !== ELIGIBLE || amount(a, places.before, row) === amount(b, places.after, row))) continue
        if (filled + CELL_SLOTS > found.length) {
          const larger = new Float64Array(found.length * 2)
          larger.set(found)
          found = larger
        }
        found[filled++] = from + row
        found[filled++] = pair
        found[filled++] = was
        found[filled++] = was === ELIGIBLE ? amount(a, places.before, row) : 0
        found[filled++] = reason(a, places.before, row)
        found[filled++] = is
        found[filled++] = is === ELIGIBLE ? amount(b, places.after, row) : 0
        found[filled++] = reason(b, places.after, row)
      }
    }
    return found.slice(0, filled)
  }

  return {
    compileMs: performance.now() - began,
    compare: (from, to) => {
      const start = performance.now()
      for (const { program, cells, population } of sides) program.run(rowsOf(population, from, to), cells, 0, to - from)
      const tallies = sides.map(({ cells }) => cells.status.map((status, measure) => tallyOf(status, cells.amount[measure]!, to - from)))
      const cells = differing(from, to - from)
      return { tallies, cells, computeMs: performance.now() - start }
    },
  }
}
