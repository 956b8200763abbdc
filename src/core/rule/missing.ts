import { evaluated, type Run } from './run.ts'
import type { Node, Table, TableRow } from './tree.ts'

/**
 * Keys of the facts below unknown nodes whose values could still change them, in reading order; parts that are settled are not asked about.
 * Ask with a run that keeps its values.
 */
export const missingOf = (nodes: readonly Node[], run: Run): readonly string[] => {
  const facts = new Set<string>()
  const seen = new Set<string>()
  for (const node of nodes) search(node, run, facts, seen)
  return [...facts]
}

/** The rows that may still decide, and whether their values may: beside the row of a `unique` table that holds no other one's does. */
const openRows = ({ hit, rows }: Table, kind: 'table' | 'hit', run: Run): readonly (TableRow & { readonly counts: boolean })[] => {
  const open = rows.filter((row) => evaluated(row.when, run) !== false)
  const certain = open.filter((row) => evaluated(row.when, run) === true)
  if (kind === 'table' && hit === 'unique' && certain.length > 1) return []
  const last = kind === 'table' && hit !== 'first' ? -1 : open.findIndex((row) => evaluated(row.when, run) === true)
  const reached = last < 0 ? open : open.slice(0, last + 1)
  return reached.map((row) => ({ ...row, counts: hit !== 'unique' || certain.length === 0 || certain[0] === row }))
}

/** `seen`: definitions and tables that were searched before. */
const search = (node: Node, run: Run, facts: Set<string>, seen: Set<string>): void => {
  if (evaluated(node, run) !== undefined) return
  const each = (nodes: readonly Node[]): void => {
    for (const child of nodes) search(child, run, facts, seen)
  }
  const first = (key: string): boolean => seen.size < seen.add(key).size
  switch (node.kind) {
    case 'fact':
      facts.add(node.key)
      return
    case 'definition':
      if (first(`d:${node.name}`)) search(run.definitions.get(node.name)!.node, run, facts, seen)
      return
    case 'table':
    case 'hit':
      if (!first(`${node.kind}:${node.name}`)) return
      for (const row of openRows(run.tables.get(node.name)!, node.kind, run)) {
        search(row.when, run, facts, seen)
        if (node.kind === 'table' && row.counts) search(row.value, run, facts, seen)
      }
      return
    case 'arithmetic':
    case 'compare':
      each([node.left, node.right])
      return
    case 'and':
    case 'or':
      each(node.parts)
      return
    case 'not':
      each([node.of])
      return
    case 'between':
      each([node.of, node.low, node.high])
      return
    case 'member':
      each([node.of, ...node.list])
      return
    case 'if': {
      const condition = evaluated(node.condition, run)
      each(condition === undefined ? [node.condition, node.then, node.else] : [condition ? node.then : node.else])
      return
    }
    case 'list':
      // What an item is asked for is asked once it is known that there is one.
      each(evaluated(node.count, run) === undefined ? [node.count] : [node.expanded])
      return
    case 'call':
      each(node.args)
      return
    default:
      return
  }
}
