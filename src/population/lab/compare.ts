/** Two sets of cells of the same rows, held against each other. */
import { type Cells, ELIGIBLE, INELIGIBLE } from '../../core/rule/columns/columns.ts'
import { addChange, type Group, type Grouped, groupMovesOf, newGrouped } from './group.ts'
import { BANDS, bandOf, type Comparison, LARGEST, largestOf, type Move, type Moves, type RowChange, WHY } from './partial.ts'
import type { Pair } from './sides.ts'
import { addTo, newSums, type Sums, sumAt } from './sums.ts'
import type { Paid } from './tally.ts'

const [ENTERING, LEAVING, RAISED, LOWERED] = [0, 1, 2, 3] as const

/** One measure on both sides, while blocks are compared. */
type Turns = { readonly counts: Float64Array; readonly fen: Sums; readonly enteringWhy: Float64Array; readonly leavingWhy: Float64Array }

/** A comparison while blocks are compared. */
export type Comparing = {
  readonly turns: readonly Turns[]
  readonly groups: readonly Grouped[]
  readonly bandCounts: Float64Array
  readonly bands: Sums
  largest: RowChange[]
  /** What a change has to exceed to be among the largest. */
  least: number
}

export const newComparing = (pairs: readonly Pair[], groups: readonly Group[]): Comparing => ({
  turns: pairs.map(() => ({
    counts: new Float64Array(4),
    fen: newSums(4),
    enteringWhy: new Float64Array(WHY.size),
    leavingWhy: new Float64Array(WHY.size),
  })),
  groups: groups.map(newGrouped),
  bandCounts: new Float64Array(2 * BANDS.length + 2),
  bands: newSums(2 * BANDS.length + 2),
  largest: [],
  least: 0,
})

/** Counts one row's reasons for being out: each bit of its mask, or what no bit says. */
const addWhy = (why: Float64Array, cells: Cells, place: number, row: number): void => {
  const status = place < 0 ? INELIGIBLE : cells.status[place]![row]!
  const mask = place < 0 ? 0 : (cells.mask?.[place]?.[row] ?? 0)
  if (status === ELIGIBLE) why[WHY.relation]!++
  else if (mask === 0) why[status === INELIGIBLE ? WHY.outOfForce : WHY.open]!++
  else
    for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1)
      if ((rest & 1) !== 0) why[status === INELIGIBLE ? bit : WHY.unknown + bit]!++
}

/** One measure on both sides; a side on which it is not decided pays nothing. */
const addTurns = (turns: Turns, pair: Pair, before: Cells, after: Cells, count: number): void => {
  const old = before.amount[pair.before]
  const now = after.amount[pair.after]
  for (let row = 0; row < count; row++) {
    const was = old === undefined ? 0 : old[row]!
    const is = now === undefined ? 0 : now[row]!
    if (was === is) continue
    const turn = was === 0 ? ENTERING : is === 0 ? LEAVING : is > was ? RAISED : LOWERED
    turns.counts[turn]!++
    addTo(turns.fen, turn, is - was)
    if (turn === ENTERING) addWhy(turns.enteringWhy, before, pair.before, row)
    else if (turn === LEAVING) addWhy(turns.leavingWhy, after, pair.after, row)
  }
}

const addRow = (own: Comparing, row: number, fen: number, turn: number): void => {
  for (const grouped of own.groups) addChange(grouped, row, fen, turn)
  if (fen === 0) return
  const band = bandOf(fen)
  own.bandCounts[band]!++
  addTo(own.bands, band, fen)
  if (Math.abs(fen) <= own.least) return
  own.largest.push({ row, fen })
  if (own.largest.length < 20 * LARGEST) return
  own.largest = [...largestOf(own.largest)]
  own.least = Math.abs(own.largest.at(-1)!.fen)
}

/** Whether a row became a recipient (1), ceased to be one (-1), or neither; `others` measures outside of the comparison pay it. */
export const turnOf = (old: number, now: number, others: number): number => Number(now + others > 0) - Number(old + others > 0)

/** Adds `count` rows of which `rows` are the places in the population, in ascending order; `others`: how many measures outside of the comparison pay each. */
export const compareRows = (
  own: Comparing,
  pairs: readonly Pair[],
  [before, after]: readonly [Cells, Cells],
  [old, now]: readonly [Paid, Paid],
  others: Uint16Array,
  rows: Int32Array,
  count: number,
): void => {
  for (const [place, pair] of pairs.entries()) addTurns(own.turns[place]!, pair, before, after, count)
  for (let index = 0; index < count; index++) {
    const fen = now.fen[index]! - old.fen[index]!
    const turn = turnOf(old.measures[index]!, now.measures[index]!, others[index]!)
    if (fen !== 0 || turn !== 0) addRow(own, rows[index]!, fen, turn)
  }
}

const movesOf = ({ counts, fen, enteringWhy, leavingWhy }: Turns): Moves => {
  const at = (turn: number): Move => ({ count: counts[turn]!, fen: sumAt(fen, turn) })
  return {
    entering: at(ENTERING),
    leaving: at(LEAVING),
    raised: at(RAISED),
    lowered: at(LOWERED),
    enteringWhy: [...enteringWhy],
    leavingWhy: [...leavingWhy],
  }
}

export const comparisonOf = ({ turns, groups, bandCounts, bands }: Comparing): Comparison => ({
  moves: turns.map(movesOf),
  groups: groups.map(groupMovesOf),
  bands: Array.from(bandCounts, (count, band) => ({ count, fen: sumAt(bands, band) })),
})
