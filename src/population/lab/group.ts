/** Columns by which results are broken down. */
import type { Column } from '../../core/rule/columns/column.ts'
import type { GroupMoves } from './partial.ts'
import { addTo, newSums, type Sums, sumAt } from './sums.ts'
import type { Paid } from './tally.ts'

/** A choice, a text or a yes-no. */
export type Group = { readonly name: string; readonly column: Column }

/** The values that the column can have, as people call them. */
export const valuesOf = ({ column: { layout } }: Group): readonly string[] => ('texts' in layout ? layout.texts : ['否', '是'])

/** Sums by value while rows are counted; the unknown come last. */
export type Grouped = {
  readonly group: Group
  readonly values: number
  readonly fen: Sums
  readonly gains: Sums
  readonly losses: Sums
  readonly recipients: Float64Array
  readonly winners: Float64Array
  readonly losers: Float64Array
}
export const newGrouped = (group: Group): Grouped => {
  const values = valuesOf(group).length
  const size = values + 1
  const [recipients, winners, losers] = [0, 1, 2].map(() => new Float64Array(size)) as [Float64Array, Float64Array, Float64Array]
  return { group, values, fen: newSums(size), gains: newSums(size), losses: newSums(size), recipients, winners, losers }
}

const codeAt = ({ group, values }: Grouped, row: number): number => {
  const code = Number(group.column.values[row])
  return code >= 0 && code < values ? code : values
}

/** Adds what a block of the population that begins at `from` is paid. */
export const addTotals = (grouped: Grouped, { fen, measures }: Paid, from: number, count: number): void => {
  for (let row = 0; row < count; row++) {
    if (measures[row] === 0) continue
    const code = codeAt(grouped, from + row)
    addTo(grouped.fen, code, fen[row]!)
    grouped.recipients[code]!++
  }
}

/** Adds the change of one row: by how many fen, and whether it became (1) or ceased to be (-1) a recipient. */
export const addChange = (grouped: Grouped, row: number, fen: number, turn: number): void => {
  const code = codeAt(grouped, row)
  grouped.recipients[code]! += turn
  if (fen === 0) return
  addTo(grouped.fen, code, fen)
  addTo(fen > 0 ? grouped.gains : grouped.losses, code, fen)
  if (fen > 0) grouped.winners[code]!++
  else grouped.losers[code]!++
}

export const groupMovesOf = ({ fen, gains, losses, recipients, winners, losers }: Grouped): readonly GroupMoves[] =>
  Array.from(recipients, (count, code) => ({
    fen: sumAt(fen, code),
    recipients: count,
    winners: { count: winners[code]!, fen: sumAt(gains, code) },
    losers: { count: losers[code]!, fen: sumAt(losses, code) },
  }))
