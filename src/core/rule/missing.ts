import { evaluated, type Run } from './run.ts'
import type { Node } from './tree.ts'

/** Adds the facts below an unknown node whose values could still change it; parts that are settled are not asked about. */
export const addMissing = (node: Node, run: Run, into: Set<string>): void => {
  if (evaluated(node, run) !== undefined) return
  const each = (nodes: readonly Node[]): void => {
    for (const child of nodes) addMissing(child, run, into)
  }
  switch (node.kind) {
    case 'fact':
      into.add(node.key)
      return
    case 'definition':
      addMissing(run.definitions.get(node.name)!.node, run, into)
      return
    case 'table':
    case 'hit':
      for (const row of run.tables.get(node.name)!.rows) {
        const when = evaluated(row.when, run)
        if (when === false) continue
        addMissing(row.when, run, into)
        if (node.kind === 'table') addMissing(row.value, run, into)
        if (when === true) return
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
      addMissing(node.of, run, into)
      return
    case 'between':
      each([node.of, node.low, node.high])
      return
    case 'member':
      each([node.of, ...node.list])
      return
    case 'if': {
      const condition = evaluated(node.condition, run)
      if (condition === undefined) each([node.condition, node.then, node.else])
      else addMissing(condition ? node.then : node.else, run, into)
      return
    }
    case 'call':
      each(node.args)
      return
    default:
      return
  }
}
