/** What a parameter does over a range, and the value at which the cost meets a budget. */
import { add, type Exact, multiply, numerator, ratio, subtract } from '../../core/exact.ts'
import type { When } from '../../core/rule/outcome.ts'
import { type Range, settingAt } from '../../core/rule/reform/range.ts'
import type { Reform } from '../../core/rule/reform/reform.ts'
import type { Lab, Refusal } from './lab.ts'
import type { Totals } from './simulation.ts'

export type Point = { readonly value: Exact; readonly totals: Totals }

/** `reform` is what holds besides the parameter. */
export type Course = { readonly range: Range; readonly reform: Reform; readonly when: When }

/** The totals at these values of the parameter, in one pass. */
export const curve = async (
  lab: Lab,
  { range, reform, when }: Course,
  values: readonly Exact[],
  signal?: AbortSignal,
): Promise<readonly Point[] | Refusal> => {
  const reforms = values.map((value) => [...reform, settingAt(range, value)])
  const found = await lab.totals({ reforms, when }, signal)
  return 'diagnostics' in found ? found : values.map((value, place) => ({ value, totals: found[place]! }))
}

/**
 * Where the cost crosses a budget: the last value within it and, one step of the parameter's precision on, the first beyond it. `crossings` is empty where no value of the
 * range does; then `points` show by how much. Without `isMonotone` the cost rises and falls, and crossings that lie closely together may be missed.
 */
export type Meeting = {
  readonly points: readonly Point[]
  readonly isMonotone: boolean
  readonly crossings: readonly { readonly within: Point; readonly beyond: Point }[]
}

/** How many values are tried at once. */
const AT_ONCE = 16

const indexesBetween = (from: number, to: number, count: number): readonly number[] => [
  ...new Set(Array.from({ length: count }, (_, index) => from + Math.round(((to - from) * index) / (count - 1)))),
]

const isSorted = (costs: readonly bigint[]): boolean =>
  costs.every((cost, index) => index === 0 || cost >= costs[index - 1]!) ||
  costs.every((cost, index) => index === 0 || cost <= costs[index - 1]!)

/** Finds the values at which the cost of what counts meets a budget, in fen, to the precision of the range. */
export const meeting = async (lab: Lab, course: Course, budget: bigint, signal?: AbortSignal): Promise<Meeting | Refusal> => {
  const { low, high, places } = course.range
  const step = ratio(1n, 10n ** BigInt(places))
  const steps = Number(numerator(multiply(subtract(high, low), ratio(10n ** BigInt(places)))))
  const valueAt = (index: number): Exact => add(low, multiply(step, index))
  const known = new Map<number, Point>()
  const costs = (index: number): bigint => known.get(index)!.totals.fen
  const isWithin = (index: number): boolean => costs(index) <= budget

  const learn = async (indexes: readonly number[]): Promise<Refusal | null> => {
    const asked = indexes.filter((index) => !known.has(index))
    const found = asked.length === 0 ? [] : await curve(lab, course, asked.map(valueAt), signal)
    if ('diagnostics' in found) return found
    for (const [place, index] of asked.entries()) known.set(index, found[place]!)
    return null
  }
  const pairsIn = (indexes: readonly number[]): readonly (readonly [number, number])[] =>
    indexes.slice(1).flatMap((index, place) => (isWithin(index) === isWithin(indexes[place]!) ? [] : [[indexes[place]!, index] as const]))

  const first = indexesBetween(0, steps, AT_ONCE + 1)
  const refused = await learn(first)
  if (refused) return refused
  const crossings: { within: Point; beyond: Point }[] = []
  for (const pair of pairsIn(first)) {
    let [from, to] = pair
    while (to - from > 1) {
      const between = indexesBetween(from, to, AT_ONCE + 2)
      const failed = await learn(between)
      if (failed) return failed
      ;[from, to] = pairsIn(between)[0]!
    }
    const [within, beyond] = isWithin(from) ? [from, to] : [to, from]
    crossings.push({ within: known.get(within)!, beyond: known.get(beyond)! })
  }
  const all = [...known.keys()].sort((a, b) => a - b)
  return { points: first.map((index) => known.get(index)!), isMonotone: isSorted(all.map(costs)), crossings }
}
