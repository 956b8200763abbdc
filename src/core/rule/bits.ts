import { denominator, numerator } from '../exact.ts'
import { functions } from './functions/all.ts'
import type { Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Constant, Definition, Node, Parameter, Table } from './tree.ts'

/** Bits that a fact's numerator and denominator may have together: 18 digits before and 12 after the point. */
const FACT_BITS = 110
const MAX_BITS = 4096

const bitsOfConstant = (value: Constant): number =>
  typeof value === 'string' || typeof value === 'boolean' ? 1 : numerator(value).toString(2).length + denominator(value).toString(2).length

/** An upper bound of the size of the numbers below a node, so that no rule can make numbers grow without end. */
const bitsOf = (
  node: Node,
  parameters: ReadonlyMap<string, Parameter>,
  named: (kind: 'definition' | 'table', name: string) => number,
): number => {
  const of = (each: Node): number => bitsOf(each, parameters, named)
  switch (node.kind) {
    case 'literal':
      return bitsOfConstant(node.value)
    case 'fact':
      return FACT_BITS
    case 'parameter':
      return Math.max(1, ...(parameters.get(node.name)?.versions ?? []).map((version) => bitsOfConstant(version.value)))
    case 'definition':
    case 'table':
      return named(node.kind, node.name)
    case 'arithmetic':
      return of(node.left) + of(node.right) + 1
    case 'call':
      return functions.get(node.name)!.bits(node.args.map(of))
    case 'if':
      return Math.max(of(node.condition), of(node.then), of(node.else))
    case 'compare':
      return Math.max(of(node.left), of(node.right))
    case 'and':
    case 'or':
      return Math.max(1, ...node.parts.map(of))
    case 'not':
    case 'known':
      return of(node.of)
    case 'between':
      return Math.max(of(node.of), of(node.low), of(node.high))
    case 'member':
      return Math.max(of(node.of), ...node.list.map(of))
    case 'hit':
    case 'day':
      return 24
  }
}

/** Reports a measure whose numbers could outgrow every use: each definition squared in the next would double them each time. */
export const checkSizes = (
  reporter: Reporter,
  measure: { parameters: readonly Parameter[]; definitions: readonly Definition[]; tables: readonly Table[]; roots: readonly Node[] },
  span: Span,
): void => {
  const parameters = new Map(measure.parameters.map((each) => [each.name, each]))
  const known = new Map<string, number>()
  const named = (kind: 'definition' | 'table', name: string): number => {
    const key = `${kind}:${name}`
    const done = known.get(key)
    if (done !== undefined) return done
    known.set(key, 1)
    const nodes =
      kind === 'definition'
        ? measure.definitions.filter((each) => each.name === name).map((each) => each.node)
        : measure.tables.filter((each) => each.name === name).flatMap((each) => each.rows.map((row) => row.value))
    const size = Math.min(MAX_BITS + 1, Math.max(1, ...nodes.map((node) => bitsOf(node, parameters, named))))
    known.set(key, size)
    return size
  }
  const sizes = [...measure.roots, ...measure.definitions.map(({ node }) => node)].map((node) => bitsOf(node, parameters, named))
  if (sizes.some((size) => size > MAX_BITS)) reporter.report('rule.number-too-large', span, { limit: MAX_BITS })
}
