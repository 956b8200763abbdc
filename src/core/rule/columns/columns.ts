/** Decides a whole population at once: generated loops over typed arrays that give what `decide` gives, to the fen and to the reason. */
import type { When } from '../outcome.ts'
import { type Plan, relatedIn } from '../stacking/plan.ts'
import type { Measure } from '../tree.ts'
import { blockSource } from './block.ts'
import type { CodeArray, NumberArray } from './column.ts'
import { helpersOf } from './helpers.ts'
import { type Layout, misfitOf, type Population } from './population.ts'
import { relationSources } from './relations.ts'
import type { LoopSource, Reasons } from './sheet.ts'

export type { Reasons } from './sheet.ts'
export { ELIGIBLE, INELIGIBLE, UNDETERMINED } from './task.ts'

/** For each measure, in the order in which they were compiled, one slot for each row. Amounts are fen, 0 unless eligible: awards, where the program has a plan. */
export type Cells = {
  readonly status: readonly Uint8Array[]
  readonly amount: readonly Float64Array[]
  /** Reasons (`reasons.ts`) of those cells that they were asked for; null if of none. */
  readonly mask: readonly Uint32Array[] | null
}

export type Program = {
  readonly measures: readonly Measure[]
  readonly layout: Layout
  readonly reasons: Reasons
  /** Decides the rows from `from` up to `to`, into cells that `cellsOf` or another run made. */
  readonly run: (population: Population, cells: Cells, from?: number, to?: number) => void
}

/**
 * V8 compiles one long loop badly: the time grows faster than the loop, on every thread anew, and beyond some three hundred measures in one function each cell takes forty
 * times as long. With five, compiling takes half as long as with ten, and a cell no longer.
 */
const MEASURES_IN_BLOCK = 5
/** Rows that one block decides before the next takes over: their columns stay in the cache, and a call ends before V8 would compile the loop a second time from within. */
const ROWS_AT_ONCE = 512

type Loop = (
  columns: readonly (NumberArray | CodeArray)[],
  status: readonly Uint8Array[],
  amount: readonly Float64Array[],
  mask: readonly Uint32Array[] | null,
  noted: Uint8Array,
  from: number,
  to: number,
) => void

/** Empty cells for a program over so many rows. */
export const cellsOf = ({ measures, reasons }: Program, count: number): Cells => ({
  status: measures.map(() => new Uint8Array(count)),
  amount: measures.map(() => new Float64Array(count)),
  mask: reasons === 'none' ? null : measures.map(() => new Uint32Array(count)),
})

/** Makes a function of its source. */
const loopOf = (measures: readonly Measure[], { source, tables }: LoopSource): Loop => {
  const helpers = helpersOf(measures)
  const names = tables.map((_, index) => `t${index}`)
  const make = new Function(
    'helpers',
    'tables',
    `"use strict"\nconst { ${Object.keys(helpers).join(', ')} } = helpers\nconst [${names.join(', ')}] = tables\nreturn (columns, status, amount, mask, noted, from, to) => {\n${source}\n}`,
  )
  return make(helpers, tables) as Loop
}

/**
 * Compiles measures for one day. `layout` is what holds for every row (`layoutOf`): the program may be run on any population that it fits, and refuses others.
 * With a plan of the same measures the relations between them are applied, and status and amount are what is paid.
 */
export const compileColumns = (
  measures: readonly Measure[],
  layout: Layout,
  when: When,
  reasons: Reasons = 'all',
  relations: Plan | null = null,
): Program => {
  const related = new Set(relations ? relatedIn(relations) : [])
  const noted = new Uint8Array(ROWS_AT_ONCE)
  const starts = Array.from({ length: Math.ceil(measures.length / MEASURES_IN_BLOCK) }, (_, index) => index * MEASURES_IN_BLOCK)
  const blocks = starts.map((start) => {
    const own = measures.slice(start, start + MEASURES_IN_BLOCK)
    const { most, ...written } = blockSource(own, layout, when, reasons, related)
    return { start, end: start + own.length, columns: written.columns, loop: loopOf(own, written), most }
  })
  const most = blocks.flatMap((block) => block.most)
  const stages = (relations ? relationSources(relations, layout, most) : []).map((written) => ({
    start: 0,
    end: measures.length,
    columns: written.columns,
    loop: loopOf(measures, written),
  }))
  const run: Program['run'] = (population, cells, from = 0, to = population.count) => {
    const misfit = misfitOf(population, layout)
    if (misfit !== null) throw new RangeError(`column ${misfit} holds what the program was not compiled for`)
    const ready = [...blocks, ...stages].map(({ start, end, columns, loop }) => ({
      loop,
      columns: columns.map((key) => population.columns.get(key)!.values),
      status: cells.status.slice(start, end),
      amount: cells.amount.slice(start, end),
      mask: cells.mask?.slice(start, end) ?? null,
    }))
    for (let row = from; row < to; row += ROWS_AT_ONCE) {
      const end = Math.min(row + ROWS_AT_ONCE, to)
      if (related.size > 0) noted.fill(0)
      for (const { loop, columns, status, amount, mask } of ready) loop(columns, status, amount, mask, noted, row, end)
    }
  }
  return { measures, layout, reasons, run }
}
