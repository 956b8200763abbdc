/** What a thread contributes to a comparison: counts and sums that add up over threads. */

/** One measure over rows. `recipients` are those eligible for more than nothing. */
export type Tally = {
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
  readonly recipients: number
  readonly fen: bigint
}

/** How many, and by how many fen together. */
export type Move = { readonly count: number; readonly fen: bigint }

/**
 * One measure on both sides. `entering` are recipients that were none, `leaving` those that are none any more; `raised` and `lowered` stay recipients.
 * The reasons count for each place what kept the enterprise out on the side on which it is out (`WHY`).
 */
export type Moves = {
  readonly entering: Move
  readonly leaving: Move
  readonly raised: Move
  readonly lowered: Move
  readonly enteringWhy: readonly number[]
  readonly leavingWhy: readonly number[]
}

/** Places of the reasons: bit i of a mask that is false at i, one that is unknown at 32 + i, then what no bit says. */
export const WHY = { unknown: 32, outOfForce: 64, relation: 65, open: 66, size: 67 } as const

/** One value of a group column. */
export type GroupMoves = { readonly fen: bigint; readonly recipients: number; readonly winners: Move; readonly losers: Move }

/** A row and by how many fen what it is paid changes. */
export type RowChange = { readonly row: number; readonly fen: number }

export type Comparison = {
  readonly moves: readonly Moves[]
  /** For each group column, for each of its values and then for the unknown. */
  readonly groups: readonly (readonly GroupMoves[])[]
  /** Winners and losers by the size of the change, from the greatest loss to the greatest gain (`BANDS`). */
  readonly bands: readonly Move[]
}

/** What one reform comes to, over the rows that come out differently. `comparison` is null where only totals were asked for. */
export type AfterPart = {
  /** The measures of both sides over those rows. */
  readonly before: readonly Tally[]
  readonly after: readonly Tally[]
  /** Enterprises that are paid something at all where they were paid nothing, and the other way round. */
  readonly entering: number
  readonly leaving: number
  readonly comparison: Comparison | null
  readonly largest: readonly RowChange[]
}

/** The law as it is over all rows; in its groups nobody wins or loses. Null where it was not asked for. */
export type BeforePart = {
  readonly tallies: readonly Tally[]
  readonly recipients: number
  readonly groups: readonly (readonly GroupMoves[])[]
}

export type Part = { readonly before: BeforePart | null; readonly after: readonly AfterPart[] }

/** Limits of the bands in fen: below 1 万元, 10 万元, 100 万元, 1000 万元, and above. */
export const BANDS = [1_000_000, 10_000_000, 100_000_000, 1_000_000_000] as const

/** The place of a change that is not 0 among the bands. */
export const bandOf = (fen: number): number => {
  const size = Math.abs(fen)
  let place = 0
  while (place < BANDS.length && size >= BANDS[place]!) place++
  return fen < 0 ? BANDS.length - place : BANDS.length + 1 + place
}

export const LARGEST = 10

/** The largest of several lists: by size, of equals the row that comes first. */
export const largestOf = (rows: readonly RowChange[]): readonly RowChange[] =>
  rows.toSorted((a, b) => Math.abs(b.fen) - Math.abs(a.fen) || a.row - b.row).slice(0, LARGEST)
