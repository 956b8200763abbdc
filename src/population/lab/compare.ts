/** Two sets of cells of the same rows, held against each other. */
import type { Column } from '../../core/rule/columns/column.ts'
import { type Cells, ELIGIBLE, INELIGIBLE } from '../../core/rule/columns/columns.ts'
import { BANDS, bandOf, type Comparison, largestOf, type Move, type Moves, type RowChange, type Tally, WHY } from './partial.ts'
import type { Pair } from './sides.ts'
import { addTo, newSums, type Sums, sumAt } from './sums.ts'

/** A column by which results are broken down: a choice, a text or a yes-no. */
export type Group = { readonly name: string; readonly column: Column }

/** How many values a group column has; the unknown comes after them. */
export const valuesOf = ({ column: { layout } }: Group): number => ('texts' in layout ? layout.texts.length : 2)

/** Totals of rows: what counts, what is paid, and how many measures pay each row. */
export type Paid = { readonly fen: Float64Array; readonly measures: Uint16Array }
export const newPaid = (size: number): Paid => ({ fen: new Float64Array(size), measures: new Uint16Array(size) })

const MAX = Number.MAX_SAFE_INTEGER

/** Counts one measure, and adds what it pays to the totals of the rows if it counts. Throws a RangeError where a row's total does not fit in 53 bits. */
export const tallied = (status: Uint8Array, amount: Float64Array, count: number, paid: Paid | null): Tally => {
  const states = [0, 0, 0]
  let recipients = 0
  const sum = newSums(1)
  for (let row = 0; row < count; row++) {
    const state = status[row]!
    states[state]!++
    if (state !== ELIGIBLE) continue
    const fen = amount[row]!
    if (fen === 0) continue
    recipients++
    addTo(sum, 0, fen)
    if (paid === null) continue
    paid.measures[row]!++
    const total = paid.fen[row]! + fen
    if (total > MAX) throw new RangeError(`row ${row}: a total of ${total} fen does not fit in 53 bits`)
    paid.fen[row] = total
  }
  return { ineligible: states[INELIGIBLE]!, eligible: states[ELIGIBLE]!, undetermined: states[2]!, recipients, fen: sumAt(sum, 0) }
}

/** Adds one row's reasons for being out: each bit of its mask, or what no bit says. */
const noteWhy = (why: number[], status: number, mask: number): void => {
  if (status === ELIGIBLE) why[WHY.relation]!++
  else if (mask === 0) why[status === INELIGIBLE ? WHY.outOfForce : WHY.open]!++
  else
    for (let bit = 0, rest = mask; rest !== 0; bit++, rest >>>= 1)
      if ((rest & 1) !== 0) why[status === INELIGIBLE ? bit : WHY.unknown + bit]!++
}

const emptyWhy = (): number[] => Array.from({ length: WHY.size }, () => 0)
const [ENTERING, LEAVING, RAISED, LOWERED] = [0, 1, 2, 3] as const

/** One measure on both sides; a side on which it is not decided pays nothing. */
const movesOf = (pair: Pair, before: Cells, after: Cells, count: number): Moves => {
  const counts = [0, 0, 0, 0]
  const sums = newSums(4)
  const [enteringWhy, leavingWhy] = [emptyWhy(), emptyWhy()]
  const [a0, a1] = [before.amount[pair.before], after.amount[pair.after]]
  const out = (cells: Cells, place: number, row: number, why: number[]): void =>
    place < 0 ? noteWhy(why, INELIGIBLE, 0) : noteWhy(why, cells.status[place]![row]!, cells.mask?.[place]?.[row] ?? 0)
  for (let row = 0; row < count; row++) {
    const [old, now] = [a0 ? a0[row]! : 0, a1 ? a1[row]! : 0]
    if (old === now) continue
    const move = old === 0 ? ENTERING : now === 0 ? LEAVING : now > old ? RAISED : LOWERED
    counts[move]!++
    addTo(sums, move, now - old)
    if (move === ENTERING) out(before, pair.before, row, enteringWhy)
    else if (move === LEAVING) out(after, pair.after, row, leavingWhy)
  }
  const at = (move: number): Move => ({ count: counts[move]!, fen: sumAt(sums, move) })
  return { entering: at(ENTERING), leaving: at(LEAVING), raised: at(RAISED), lowered: at(LOWERED), enteringWhy, leavingWhy }
}

/** The place of a row's value in each group column. */
const codeAt = ({ column }: Group, values: number, row: number): number => {
  const code = Number(column.values[row]!)
  return code >= 0 && code < values ? code : values
}

type Grouped = { readonly values: number; readonly fen: Sums; readonly gains: Sums; readonly losses: Sums; readonly counts: Int32Array[] }

const newGrouped = (group: Group): Grouped => {
  const values = valuesOf(group)
  const size = values + 1
  return { values, fen: newSums(size), gains: newSums(size), losses: newSums(size), counts: [0, 1, 2].map(() => new Int32Array(size)) }
}

/** Cost and recipients of a block by group. `others`: how many further measures pay each row. */
export const groupTotals = (groups: readonly Group[], { fen, measures }: Paid, from: number, count: number) =>
  groups.map((group) => {
    const { values, fen: sums, counts } = newGrouped(group)
    for (let row = 0; row < count; row++) {
      if (measures[row] === 0) continue
      const code = codeAt(group, values, from + row)
      addTo(sums, code, fen[row]!)
      counts[0]![code]!++
    }
    return Array.from({ length: values + 1 }, (_, code) => ({ fen: sumAt(sums, code), recipients: counts[0]![code]! }))
  })

/** All that is compared in a block that begins at row `from` of the population. `others`: how many measures outside of the comparison pay each row. */
export const compared = (
  pairs: readonly Pair[],
  [before, after]: readonly [Cells, Cells],
  [old, now]: readonly [Paid, Paid],
  others: Uint16Array,
  groups: readonly Group[],
  from: number,
  count: number,
): { readonly comparison: Comparison; readonly largest: readonly RowChange[] } => {
  const moves = pairs.map((pair) => movesOf(pair, before, after, count))
  const grouped = groups.map(newGrouped)
  const bands = newSums(2 * BANDS.length + 2)
  const bandCounts = bands.high.map(() => 0)
  let [entering, leaving] = [0, 0]
  let largest: RowChange[] = []
  let least = 0
  for (let row = 0; row < count; row++) {
    const fen = now.fen[row]! - old.fen[row]!
    const isRecipient = now.measures[row]! + others[row]! > 0
    const turn = isRecipient === old.measures[row]! + others[row]! > 0 ? 0 : isRecipient ? 1 : -1
    if (turn > 0) entering++
    else if (turn < 0) leaving++
    if (fen === 0 && turn === 0) continue
    for (let index = 0; index < groups.length; index++) {
      const own = grouped[index]!
      const code = codeAt(groups[index]!, own.values, from + row)
      addTo(own.fen, code, fen)
      own.counts[0]![code]! += turn
      if (fen > 0) addTo(own.gains, code, fen)
      else if (fen < 0) addTo(own.losses, code, fen)
      if (fen !== 0) own.counts[fen > 0 ? 1 : 2]![code]!++
    }
    if (fen === 0) continue
    const band = bandOf(fen)
    bandCounts[band]!++
    addTo(bands, band, fen)
    if (Math.abs(fen) <= least) continue
    largest.push({ row: from + row, fen })
    if (largest.length < 200) continue
    largest = [...largestOf(largest)]
    least = Math.abs(largest.at(-1)!.fen)
  }
  const half = BANDS.length + 1
  const bandMoves = bandCounts.map((each, band): Move => ({ count: each, fen: sumAt(bands, band) }))
  const together = (parts: readonly Move[]): Move =>
    parts.reduce((a, b) => ({ count: a.count + b.count, fen: a.fen + b.fen }), { count: 0, fen: 0n })
  return {
    comparison: {
      winners: together(bandMoves.slice(half)),
      losers: together(bandMoves.slice(0, half)),
      entering,
      leaving,
      moves,
      groups: grouped.map(({ values, fen, gains, losses, counts }) =>
        Array.from({ length: values + 1 }, (_, code) => ({
          fen: sumAt(fen, code),
          recipients: counts[0]![code]!,
          winners: { count: counts[1]![code]!, fen: sumAt(gains, code) },
          losers: { count: counts[2]![code]!, fen: sumAt(losses, code) },
        })),
      ),
      bands: bandMoves,
    },
    largest: largestOf(largest),
  }
}
