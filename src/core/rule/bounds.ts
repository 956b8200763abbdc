import type { Exact } from '../exact.ts'
import { functions } from './functions/all.ts'
import { EVERYTHING, hull, type Interval, minus, over, plus, point, times } from './interval.ts'
import { evaluated, type Run } from './run.ts'
import type { Node, Table } from './tree.ts'

/**
 * The range a number can lie in while some facts are unknown: `min(unknown, 500 万元)` is at most 500 万元. Wider than need be where one fact occurs
 * twice, never narrower. Ask with a run that keeps its values.
 */
export const boundsOf = (node: Node, run: Run): Interval => search(node, run, new Map())

/** Ranges of definitions and tables, each looked for once. */
type Found = Map<string, Interval>

const search = (node: Node, run: Run, found: Found): Interval => {
  const known = evaluated(node, run)
  if (known !== undefined) return typeof known === 'string' || typeof known === 'boolean' ? EVERYTHING : point(known as Exact)
  switch (node.kind) {
    case 'fact':
      return { low: node.low, high: node.high }
    case 'definition':
      return once(`d:${node.name}`, found, () => search(run.definitions.get(node.name)!.node, run, found))
    case 'table':
      return once(`t:${node.name}`, found, () => rows(run.tables.get(node.name)!, run, found))
    case 'arithmetic': {
      const left = search(node.left, run, found)
      const right = search(node.right, run, found)
      return { '+': plus, '-': minus, '*': times, '/': over }[node.op](left, right)
    }
    case 'if': {
      const condition = evaluated(node.condition, run)
      if (condition !== undefined) return search(condition ? node.then : node.else, run, found)
      return hull(search(node.then, run, found), search(node.else, run, found))
    }
    case 'list':
      return search(node.expanded, run, found)
    case 'call':
      return functions.get(node.name)!.bounds(node.args.map((arg) => search(arg, run, found)))
    default:
      return EVERYTHING
  }
}

const once = (key: string, found: Found, read: () => Interval): Interval => {
  const range = found.get(key) ?? read()
  found.set(key, range)
  return range
}

/** Over the rows that can still decide; of a sum every row that may hold adds what it may be worth. */
const rows = (table: Table, run: Run, found: Found): Interval => {
  if (table.hit === 'sum') return total(table, run, found)
  const certain = table.hit === 'unique' ? table.rows.find((row) => evaluated(row.when, run) === true) : undefined
  if (certain) return search(certain.value, run, found)
  let range: Interval | null = null
  for (const row of table.rows) {
    const when = evaluated(row.when, run)
    if (when === false) continue
    const own = search(row.value, run, found)
    range = range === null ? own : hull(range, own)
    if (when === true) break
  }
  return range ?? EVERYTHING
}

const total = ({ rows }: Table, run: Run, found: Found): Interval =>
  rows.reduce((sum, row) => {
    const when = evaluated(row.when, run)
    if (when === false) return sum
    const own = search(row.value, run, found)
    return plus(sum, when ? own : hull(point(0), own))
  }, point(0))
