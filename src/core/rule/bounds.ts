import type { Exact } from '../exact.ts'
import { functions } from './functions/all.ts'
import { EVERYTHING, hull, type Interval, minus, over, plus, point, times } from './interval.ts'
import { evaluated, type Run } from './run.ts'
import type { Node } from './tree.ts'

/**
 * The range a number can lie in while some facts are unknown: `min(unknown, 500 万元)` is at most 500 万元. Wider than need be where one fact occurs
 * twice, never narrower.
 */
export const boundsOf = (node: Node, run: Run): Interval => {
  const known = evaluated(node, run)
  if (known !== undefined) return typeof known === 'string' || typeof known === 'boolean' ? EVERYTHING : point(known as Exact)
  switch (node.kind) {
    case 'fact':
      return { low: node.low, high: node.high }
    case 'definition':
      return boundsOf(run.definitions.get(node.name)!.node, run)
    case 'table':
      return tableBounds(node.name, run)
    case 'arithmetic': {
      const left = boundsOf(node.left, run)
      const right = boundsOf(node.right, run)
      return { '+': plus, '-': minus, '*': times, '/': over }[node.op](left, right)
    }
    case 'if': {
      const condition = evaluated(node.condition, run)
      if (condition !== undefined) return boundsOf(condition ? node.then : node.else, run)
      return hull(boundsOf(node.then, run), boundsOf(node.else, run))
    }
    case 'call':
      return functions.get(node.name)!.bounds(node.args.map((arg) => boundsOf(arg, run)))
    default:
      return EVERYTHING
  }
}

/** Over the rows that can still be the first hit. */
const tableBounds = (name: string, run: Run): Interval => {
  let range: Interval | null = null
  for (const row of run.tables.get(name)!.rows) {
    const when = evaluated(row.when, run)
    if (when === false) continue
    const own = boundsOf(row.value, run)
    range = range === null ? own : hull(range, own)
    if (when === true) break
  }
  return range ?? EVERYTHING
}
