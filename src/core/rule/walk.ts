import type { Definition, Node } from './tree.ts'

/** The nodes directly below a node. */
export const childrenOf = (node: Node): readonly Node[] => {
  switch (node.kind) {
    case 'arithmetic':
    case 'compare':
      return [node.left, node.right]
    case 'and':
    case 'or':
      return node.parts
    case 'not':
    case 'known':
      return [node.of]
    case 'between':
      return [node.of, node.low, node.high]
    case 'member':
      return [node.of, ...node.list]
    case 'if':
      return [node.condition, node.then, node.else]
    case 'call':
      return node.args
    default:
      return []
  }
}

/** The tables a node reads, through definitions. */
export const tablesIn = (node: Node | null, definitions: readonly Definition[]): ReadonlySet<string> => {
  const found = new Set<string>()
  const seen = new Set<string>()
  const walk = (each: Node): void => {
    if (each.kind === 'table') found.add(each.name)
    if (each.kind === 'definition' && !seen.has(each.name)) {
      seen.add(each.name)
      const definition = definitions.find(({ name }) => name === each.name)
      if (definition) walk(definition.node)
    }
    for (const child of childrenOf(each)) walk(child)
  }
  if (node) walk(node)
  return found
}

/** How deep a tree is, with what it names: `named` gives the depth of a definition or a table. */
export const depthOf = (node: Node, named: ReadonlyMap<string, number>): number => {
  const below = node.kind === 'definition' || node.kind === 'table' || node.kind === 'hit' ? (named.get(node.name) ?? 0) : 0
  return 1 + Math.max(below, ...childrenOf(node).map((child) => depthOf(child, named)))
}
