/** What a node means, as text: equal for two nodes exactly if they compute the same from the same names, wherever they stand. */

import type { Node } from './tree.ts'
import { childrenOf } from './walk.ts'

/** Where a node stands, how it was written, and what the catalogue adds to it. */
const BESIDE = new Set(['id', 'place', 'written', 'low', 'high', 'label', 'count', 'expanded'])
/** The ends of a range are nodes, those of a fact are the catalogue's. */
const isBeside = (key: string, holder: { readonly kind?: unknown }): boolean =>
  key === 'type' ? holder.kind !== 'literal' : BESIDE.has(key) && !((key === 'low' || key === 'high') && holder.kind === 'between')

/** Plain data of the tree as JSON without what does not matter for the meaning. */
export const contentOf = (value: unknown): string =>
  JSON.stringify(value, function (this: { readonly kind?: unknown }, key: string, own: unknown) {
    if (key !== '' && !Array.isArray(this) && isBeside(key, this)) return undefined
    return typeof own === 'bigint' ? String(own) : own
  })

/** What a node reads: facts, parameters, definitions and tables by name. */
export const namesIn = (node: Node): readonly string[] => {
  const own =
    node.kind === 'fact'
      ? [node.key]
      : node.kind === 'parameter' || node.kind === 'definition' || node.kind === 'table' || node.kind === 'hit'
        ? [node.name]
        : node.kind === 'list'
          ? [node.list, ...[node.condition, node.value].flatMap((each) => (each ? namesIn(each) : []))]
          : []
  return [...own, ...(node.kind === 'list' ? [] : childrenOf(node).flatMap(namesIn))]
}
