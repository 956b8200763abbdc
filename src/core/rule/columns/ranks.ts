/** The ranks that measures ask for, over a whole population: found once, before any row is decided. */
import type { When } from '../outcome.ts'
import { rankedAmong, ranksOf } from '../rank.ts'
import type { Measure, Rank } from '../tree.ts'
import { arrayOf, columnOf, NULL_SLOT } from './column.ts'
import { cellsOf, compileColumns, ELIGIBLE } from './columns.ts'
import { layoutOf, type Population } from './population.ts'

/** Which rows the condition of a rank lets in; all of them where it has none. */
const admitted = (rank: Rank, measures: readonly Measure[], population: Population, when: When): ((row: number) => boolean) => {
  const asked = rankedAmong(rank, measures)
  if (!asked) return () => true
  const program = compileColumns([asked], layoutOf(population), when, 'none')
  const cells = cellsOf(program, population.count)
  program.run(population, cells)
  const status = cells.status[0]!
  return (row) => status[row] === ELIGIBLE
}

/** How many of the sorted values are not above the value. */
const upTo = (sorted: ArrayLike<number | bigint>, value: number | bigint): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** 1 for the largest value; equal values share the place, and as many places after it stay empty. */
const fill = (rank: Rank, admits: (row: number) => boolean, population: Population, places: Int32Array): void => {
  places.fill(NULL_SLOT.Int32Array)
  const values = population.columns.get(rank.of)?.values
  if (!values) return
  const missing = NULL_SLOT[arrayOf(values)]
  const rows = new Int32Array(population.count)
  let count = 0
  for (let row = 0; row < population.count; row++) if (!Object.is(values[row], missing) && admits(row)) rows[count++] = row
  const sorted = values.slice(0, count)
  for (let index = 0; index < count; index++) sorted[index] = values[rows[index]!]!
  sorted.sort()
  for (let index = 0; index < count; index++) places[rows[index]!] = count - upTo(sorted, values[rows[index]!]!) + 1
}

/** The population with a column for each rank that the measures ask for. `allot` makes room for so many places. */
export const withRanks = (
  population: Population,
  measures: readonly Measure[],
  when: When,
  allot: (count: number) => Int32Array = (count) => new Int32Array(count),
): Population => {
  const columns = new Map(population.columns)
  for (const rank of ranksOf(measures)) {
    const values = allot(population.count)
    fill(rank, admitted(rank, measures, population, when), population, values)
    columns.set(rank.key, columnOf(rank.key, { kind: 'integer', values }, []))
  }
  return { count: population.count, columns }
}
