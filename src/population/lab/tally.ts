/** Counting cells: measures over rows, and rows over measures. */
import { type Cells, ELIGIBLE, INELIGIBLE } from '../../core/rule/columns/columns.ts'
import type { Tally } from './partial.ts'
import { addTo, newSums, type Sums, sumAt } from './sums.ts'

/** What each measure comes to, while blocks of rows are counted. */
export type Tallies = {
  readonly rows: Float64Array
  readonly eligible: Float64Array
  readonly undetermined: Float64Array
  readonly recipients: Float64Array
  readonly fen: Sums
}
export const newTallies = (measures: number): Tallies => ({
  rows: new Float64Array(measures),
  eligible: new Float64Array(measures),
  undetermined: new Float64Array(measures),
  recipients: new Float64Array(measures),
  fen: newSums(measures),
})

/** What each row is paid under measures that count, and under how many. */
export type Paid = { readonly fen: Float64Array; readonly measures: Uint16Array }
export const newPaid = (size: number): Paid => ({ fen: new Float64Array(size), measures: new Uint16Array(size) })

/** Counts the cells of one measure, and adds them to the rows if it counts. Throws a RangeError where a row's total does not fit in 53 bits. */
const countMeasure = (
  tallies: Tallies,
  place: number,
  status: Uint8Array,
  amount: Float64Array,
  count: number,
  paid: Paid | null,
): void => {
  let eligible = 0
  let undetermined = 0
  let recipients = 0
  for (let row = 0; row < count; row++) {
    const state = status[row]!
    if (state === INELIGIBLE) continue
    if (state !== ELIGIBLE) {
      undetermined++
      continue
    }
    eligible++
    const fen = amount[row]!
    if (fen === 0) continue
    recipients++
    addTo(tallies.fen, place, fen)
    if (paid === null) continue
    paid.measures[row]!++
    const total = paid.fen[row]! + fen
    if (total > Number.MAX_SAFE_INTEGER) throw new RangeError(`a total of ${total} fen does not fit in 53 bits`)
    paid.fen[row] = total
  }
  tallies.rows[place]! += count
  tallies.eligible[place]! += eligible
  tallies.undetermined[place]! += undetermined
  tallies.recipients[place]! += recipients
}

/** Counts the first `count` rows of all measures; `counted` says which of them belong into totals. */
export const countCells = (tallies: Tallies, cells: Cells, count: number, counted: readonly boolean[], paid: Paid): void => {
  paid.fen.fill(0, 0, count)
  paid.measures.fill(0, 0, count)
  for (const [place, counts] of counted.entries())
    countMeasure(tallies, place, cells.status[place]!, cells.amount[place]!, count, counts ? paid : null)
}

export const talliesOf = (own: Tallies): readonly Tally[] =>
  Array.from(own.rows, (rows, place) => {
    const [eligible, undetermined] = [own.eligible[place]!, own.undetermined[place]!]
    const ineligible = rows - eligible - undetermined
    return { eligible, ineligible, undetermined, recipients: own.recipients[place]!, fen: sumAt(own.fen, place) }
  })
