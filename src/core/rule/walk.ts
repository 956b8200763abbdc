import type { Definition, GroupRelation, Measure, Node } from './tree.ts'

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
    case 'list':
      return [node.expanded]
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

/** The amounts that a relation with other measures is computed from. */
export const nodesOfGroup = (group: GroupRelation): readonly Node[] =>
  group.kind === 'cap_total' ? [group.limit, ...(group.received ? [group.received] : [])] : []

/** Everything of a measure that is computed, from the roots down, in reading order. */
export const nodesOf = (measure: Measure): readonly Node[] => {
  const below = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(below)]
  return [
    ...measure.definitions.map(({ node }) => node),
    ...measure.tables.flatMap(({ rows }) => rows.flatMap(({ when, value }) => [when, value])),
    ...measure.conditions.map(({ node }) => node),
    ...(measure.amount ? [measure.amount.node] : []),
    ...(measure.atMost ? [measure.atMost.node] : []),
    ...measure.groups.flatMap(nodesOfGroup),
  ].flatMap(below)
}

/** The node with that id: where a mask, a trace or an outcome names one. */
export const nodeOf = (measure: Measure, id: string): Node | undefined => nodesOf(measure).find((node) => node.id === id)
