import type { Place } from '../../core/diagnostic.ts'
import type { Measure, Node, Section } from '../../core/rule/tree.ts'
import { childrenOf } from '../../core/rule/walk.ts'
import type { Report } from '../report.ts'

/** Reports a warning, with the heading of its clause. */
export type Warn = (code: Parameters<Report>[0], place: Place, params?: Parameters<Report>[2], clause?: string) => void

/** The heading of a clause as findings show it: `{#a1} 支持对象与标准`. */
export const headingOf = (section: Section): string => `{#${section.anchor}} ${section.heading}`

/** Every node a measure computes with, in reading order. */
export const nodesOf = (measure: Measure): readonly Node[] => {
  const nodes: Node[] = []
  const walk = (node: Node): void => {
    nodes.push(node)
    childrenOf(node).forEach(walk)
  }
  for (const { node } of [...measure.definitions, ...measure.conditions]) walk(node)
  for (const table of measure.tables) for (const row of table.rows) [row.when, row.value].forEach(walk)
  for (const limit of [measure.amount, measure.atMost]) if (limit) walk(limit.node)
  return nodes
}
