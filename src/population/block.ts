/** One block of rows from facts to what is written: decide, stack, count, write. The same on every thread. */
import { cellsOf, compileColumns, ELIGIBLE, UNDETERMINED } from '../core/rule/columns/columns.ts'
import { layoutOf, type Population } from '../core/rule/columns/population.ts'
import type { When } from '../core/rule/outcome.ts'
import { planOf } from '../core/rule/stacking/plan.ts'
import type { Measure } from '../core/rule/tree.ts'
import { grantRows } from './copy-writer.ts'
import { grantLines } from './grants.ts'
import type { Ids } from './ids.ts'
import { foursOf } from './statuses.ts'

/** All that a thread needs to know. The columns lie in shared memory. */
export type Job = {
  readonly measures: readonly Measure[]
  readonly when: When
  readonly population: Population
  readonly ids: Ids
  /** Whether lines are written, and whether those that are not eligible too. */
  readonly lines: 'none' | 'some' | 'all'
  /** The number of the run whose rows a binary COPY brings into the database; without it lines of a file are written. */
  readonly run?: number | null
}

/** One measure over a block or a whole population. */
export type Tally = { readonly eligible: number; readonly ineligible: number; readonly undetermined: number; readonly fen: bigint }

/** The tallies of two blocks together, measure by measure. */
export const sumOf = (one: readonly Tally[], other: readonly Tally[]): readonly Tally[] =>
  one.map((tally, measure) => ({
    eligible: tally.eligible + other[measure]!.eligible,
    ineligible: tally.ineligible + other[measure]!.ineligible,
    undetermined: tally.undetermined + other[measure]!.undetermined,
    fen: tally.fen + other[measure]!.fen,
  }))

export type Block = {
  readonly tallies: readonly Tally[]
  readonly lines: Uint8Array<ArrayBuffer>
  readonly computeMs: number
}

export type Decider = { readonly compileMs: number; readonly decide: (from: number, to: number) => Block }

/** What one measure came to over the first `count` rows. */
export const tallyOf = (status: Uint8Array, amount: Float64Array, count: number): Tally => {
  const fours = foursOf(status)
  let eligible = 0
  let undetermined = 0
  let fen = 0n
  let small = 0
  for (let row = 0; row < count; row++) {
    if ((row & 3) === 0 && fours[row >> 2] === 0) {
      row += 3
      continue
    }
    const state = status[row]!
    if (state === UNDETERMINED) undetermined++
    if (state !== ELIGIBLE) continue
    eligible++
    const more = amount[row]!
    if (small + more > Number.MAX_SAFE_INTEGER) {
      fen += BigInt(small)
      small = 0
    }
    small += more
  }
  return { ineligible: count - eligible - undetermined, eligible, undetermined, fen: fen + BigInt(small) }
}

/** The rows of a block as a population of their own: the same memory, from another row on. */
export const rowsOf = ({ columns }: Population, from: number, to: number): Population => ({
  count: to - from,
  columns: new Map([...columns].map(([key, { layout, values }]) => [key, { layout, values: values.subarray(from, to) }])),
})

/** Reasons are found for those cells that have a line. */
const REASONS = { none: 'none', some: 'open', all: 'all' } as const

/** Compiles the measures and the relations between them; then every block of at most `size` rows can be decided. */
export const deciderOf = (job: Job, size: number): Decider => {
  const began = performance.now()
  const program = compileColumns(job.measures, layoutOf(job.population), job.when, REASONS[job.lines], planOf(job.measures, job.when))
  const cells = cellsOf(program, size)
  const ids = job.measures.map(({ id }) => id)
  const linesOf = (from: number, to: number): Uint8Array<ArrayBuffer> => {
    const all = job.lines === 'all'
    if (job.lines === 'none') return new Uint8Array(0)
    const run = job.run ?? null
    return run === null ? grantLines(cells, ids, job.ids, from, to - from, all) : grantRows(cells, run, job.ids, from, to - from, all)
  }
  return {
    compileMs: performance.now() - began,
    decide: (from, to) => {
      const start = performance.now()
      program.run(rowsOf(job.population, from, to), cells, 0, to - from)
      const tallies = cells.status.map((status, measure) => tallyOf(status, cells.amount[measure]!, to - from))
      const computeMs = performance.now() - start
      return { tallies, lines: linesOf(from, to), computeMs }
    },
  }
}
