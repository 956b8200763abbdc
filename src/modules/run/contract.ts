import { type Static, Type } from 'typebox'

/** What a run depends on, and its id: the hash of all that. */
export const RunBasis = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  pack: Type.String(),
  population: Type.String({ description: 'hash of the content' }),
  source: Type.String({ description: 'the file or table that was read' }),
  on: Type.String({ format: 'date' }),
  known: Type.String({ format: 'date' }),
  engine: Type.String(),
  all: Type.Boolean({ description: 'whether cells that are not eligible are kept as well' }),
})
export type RunBasis = Static<typeof RunBasis>

/** One measure over a population. */
export type RunTotal = {
  readonly measure: string
  readonly eligible: number
  readonly ineligible: number
  readonly undetermined: number
  readonly fen: bigint
}

/** What a run came to. */
export type RunOutcome = {
  readonly enterprises: number
  readonly totals: readonly RunTotal[]
  /** Milliseconds by what they were spent on. */
  readonly times: Readonly<Record<string, number>>
}
