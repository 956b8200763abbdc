import { functions } from './functions/all.ts'
import type { Span } from './lines.ts'
import type { Reporter } from './report.ts'
import { largest, overSize, plusSize, type Size, sizeOfConstant, timesSize, whole } from './size.ts'
import type { Definition, Node, Parameter, Table } from './tree.ts'

/** Bits that a number may need, top and bottom together. */
const MAX_BITS = 4096
/** Steps that one evaluation may take: every node is one, and long fractions count as many. A second's fraction on any machine. */
export const MAX_WORK = 100_000

/** Facts have 18 digits before and 12 after the point, and a unit. Money and counts are whole. */
const FACT: Size = { top: 110, bottom: 60 }
const DAY = whole(24)

/** Everything of a measure that is computed. */
type Computed = {
  readonly parameters: readonly Parameter[]
  readonly definitions: readonly Definition[]
  readonly tables: readonly Table[]
  readonly roots: readonly Node[]
}
type Total = { work: number; size: number }

/** An upper bound of the size of the numbers below a node; what it takes to compute it is added to the total. */
const sizeOf = (node: Node, named: (kind: 'parameter' | 'definition' | 'table', name: string) => Size, total: Total): Size => {
  const of = (each: Node): Size => sizeOf(each, named, total)
  const all = (nodes: readonly Node[]): Size => largest(nodes.map(of))
  const result = (): Size => {
    switch (node.kind) {
      case 'literal':
        return sizeOfConstant(node.value)
      case 'fact':
        return node.type.kind === 'number' && !node.type.whole && node.type.unit.元 !== 1 ? FACT : whole(FACT.top)
      case 'parameter':
      case 'definition':
      case 'table':
        return named(node.kind, node.name)
      case 'arithmetic': {
        const reckon = { '+': plusSize, '-': plusSize, '*': timesSize, '/': overSize }[node.op]
        return reckon(of(node.left), of(node.right))
      }
      case 'call':
        return functions.get(node.name)!.size(node.args.map(of))
      case 'list':
        return of(node.expanded)
      case 'if':
        return all([node.condition, node.then, node.else])
      case 'compare':
        return all([node.left, node.right])
      case 'and':
      case 'or':
        return all(node.parts)
      case 'not':
      case 'known':
        return of(node.of)
      case 'between':
        return all([node.of, node.low, node.high])
      case 'member':
        return all([node.of, ...node.list])
      case 'hit':
      case 'day':
        return DAY
    }
  }
  const size = result()
  const bits = size.top + size.bottom
  // Reducing a fraction takes time that grows with the square of its length; whole numbers need no reducing.
  total.work += 1 + (size.bottom === 0 ? 0 : (bits / 128) ** 2)
  total.size = Math.max(total.size, bits)
  return size
}

/** Reports a measure whose numbers or whose computation could outgrow every use: a definition squared in the next doubles its length each time. */
export const checkWork = (reporter: Reporter, computed: Computed, span: Span): void => {
  const parameters = new Map(computed.parameters.map((each) => [each.name, each]))
  const definitions = new Map(computed.definitions.map((each) => [each.name, each]))
  const tables = new Map(computed.tables.map((each) => [each.name, each]))
  const known = new Map<string, Size>()
  const total: Total = { work: 0, size: 0 }
  const named = (kind: 'parameter' | 'definition' | 'table', name: string): Size => {
    const key = `${kind} ${name}`
    const size = known.get(key) ?? ownSize(kind, name)
    known.set(key, size)
    return size
  }
  const ownSize = (kind: 'parameter' | 'definition' | 'table', name: string): Size => {
    if (kind === 'parameter') return largest((parameters.get(name)?.versions ?? []).map(({ value }) => sizeOfConstant(value)))
    const definition = kind === 'definition' ? definitions.get(name) : undefined
    const rows = kind === 'table' ? (tables.get(name)?.rows ?? []) : []
    for (const row of rows) sizeOf(row.when, named, total)
    const sizes = [...(definition ? [definition.node] : []), ...rows.map((row) => row.value)].map((each) => sizeOf(each, named, total))
    const size = kind === 'table' && tables.get(name)?.hit === 'sum' ? sizes.reduce(plusSize) : largest(sizes)
    // Cut, so that the sum itself stays a number.
    return { top: Math.min(size.top, MAX_BITS + 1), bottom: Math.min(size.bottom, MAX_BITS + 1) }
  }
  for (const root of computed.roots) sizeOf(root, named, total)
  for (const { name } of computed.definitions) named('definition', name)
  for (const { name } of computed.tables) named('table', name)
  if (total.size > MAX_BITS) reporter.report('rule.number-too-large', span, { limit: MAX_BITS })
  else if (total.work > MAX_WORK) reporter.report('rule.too-much-work', span, { limit: MAX_WORK })
}
