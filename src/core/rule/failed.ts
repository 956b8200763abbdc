import { shown } from './describe.ts'
import type { Failed } from './outcome.ts'
import { evaluated, type Run } from './run.ts'
import type { Condition, Node } from './tree.ts'

/** The condition that decided: the first false part of an `and`; an `or` or a `not` of several stays whole. */
export const deciding = (node: Node, run: Run): Node => {
  if (node.kind !== 'and') return node
  const part = node.parts.find((each) => evaluated(each, run) === false)
  return part ? deciding(part, run) : node
}

/** A part as a reader knows it: a literal as written, everything else by its value. */
const operand = (node: Node, run: Run): string => {
  if (node.kind === 'literal') return node.written.replace(/^"|"$/g, '')
  const value = evaluated(node, run)
  return shown(value ?? null, node.type, 'zh')
}

/** What the value would have to be, in the signs of the language: `>= 100 家`, `in 国家级, 省级`. */
const neededOf = (node: Node, run: Run, fallback: string): string => {
  switch (node.kind) {
    case 'compare':
      return `${node.op} ${operand(node.right, run)}`
    case 'member':
      return `in ${node.list.map((each) => operand(each, run)).join(', ')}`
    case 'between':
      return `in ${node.lowOpen ? '(' : '['}${operand(node.low, run)}..${operand(node.high, run)}${node.highOpen ? ')' : ']'}`
    case 'fact':
    case 'definition':
      return '= 是'
    case 'not':
      return node.of.kind === 'fact' || node.of.kind === 'definition' ? '= 否' : fallback
    case 'known':
      return node.negated ? 'is unknown' : 'is known'
    default:
      return fallback
  }
}

/** The node whose value a reader looks at: the left side of a comparison, the text that a function asks about, the fact of a yes/no. */
const subject = (node: Node): Node | null => {
  switch (node.kind) {
    case 'compare':
      return node.left
    case 'member':
    case 'between':
    case 'known':
      return node.of
    case 'not':
      return subject(node.of)
    case 'call':
      return node.args[0] ?? null
    case 'fact':
    case 'definition':
      return node
    default:
      return null
  }
}

/** Why a condition does not hold: which fact, what it is, what it would have to be, and the clause. */
export const failedCondition = (condition: Condition, run: Run): Failed => {
  const node = deciding(condition.node, run)
  const about = subject(node)
  const section = run.measure.sections.find((each) => each.anchor === condition.anchor)
  const value = about && evaluated(about, run)
  return {
    node: condition.node.id,
    anchor: condition.anchor,
    clause: section ? `{#${section.anchor}} ${section.heading}` : run.measure.clause,
    fact: about?.kind === 'fact' ? about.key : about?.kind === 'definition' ? about.name : null,
    value: about ? shown(value ?? null, about.type, 'zh') : null,
    needed: neededOf(node, run, condition.source),
    source: condition.source,
  }
}
