import { type FactCatalogue, type Facts, factLabel } from '../facts.ts'
import type { Language } from '../messages.ts'
import { shown } from './describe.ts'
import { decide } from './evaluate.ts'
import type { Outcome, TraceStep, When } from './outcome.ts'
import type { Measure, Node } from './tree.ts'

/** Decides and keeps every node with the value it had. */
export const trace = (measure: Measure, facts: Facts, when: When): Outcome => decide(measure, facts, when, [])

/** A step of a trace in the reader's words. */
export type TraceLine = {
  readonly node: string
  readonly depth: number
  readonly kind: Node['kind']
  readonly label: string
  /** With its unit; `—` for unknown. */
  readonly value: string
  /** Where the node stands in the measure's file. */
  readonly line: number
}

const labelOf = (node: Node, measure: Measure, catalogue: FactCatalogue, language: Language): string => {
  const english = (own: { readonly name: string; readonly english: string | null } | undefined, name: string): string =>
    (language === 'en' && own?.english) || name
  switch (node.kind) {
    case 'fact':
      return factLabel(node.key, catalogue, language)
    case 'parameter':
      return english(
        measure.parameters.find((each) => each.name === node.name),
        node.name,
      )
    case 'definition':
      return english(
        measure.definitions.find((each) => each.name === node.name),
        node.name,
      )
    case 'table':
    case 'hit':
      return english(
        measure.tables.find((each) => each.name === node.name),
        node.name,
      )
    case 'literal':
      return node.written
    case 'day':
      return language === 'zh' ? '决定日' : 'day of decision'
    case 'arithmetic':
    case 'compare':
      return node.op
    case 'call':
      return node.name
    case 'list':
      return `${node.aggregate} ${node.label[language]}`
    default:
      return node.kind
  }
}

export const traceLines = (
  steps: readonly TraceStep[],
  measure: Measure,
  catalogue: FactCatalogue,
  language: Language,
): readonly TraceLine[] =>
  steps.map(({ node, depth, value }) => ({
    node: node.id,
    depth,
    kind: node.kind,
    label: labelOf(node, measure, catalogue, language),
    value: shown(value, node.type, language),
    line: node.place.line,
  }))
