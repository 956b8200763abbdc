/** Values of an accepted expression, and what of them FEEL would compute differently: the null it spreads, the digits it drops. */
import { compare, denominator, type Exact, numerator } from '../exact.ts'
import type { FactCatalogue, Facts } from '../facts.ts'
import type { When } from '../rule/outcome.ts'
import { readMeasure } from '../rule/read.ts'
import { evaluated, type Run, runOf, type Value } from '../rule/run.ts'
import type { Constant, Measure, Node } from '../rule/tree.ts'
import { childrenOf } from '../rule/walk.ts'
import type { FeelCode } from './messages.ts'
import { isFeelNumber } from './number.ts'

/** The day a case is computed on; no case can ask for it. */
export const ON: When = { on: '2024-06-30', known: '2024-06-30' }
export const NO_FACTS: FactCatalogue = new Map()

/** A measure that holds nothing: what runs an expression that stands alone. */
export const EMPTY: Measure = (() => {
  const front = [
    'id: case',
    'title: 表达式',
    'document: kit',
    'clause: 第一条',
    'subject: 企业',
    'department: 部门',
    'level: 市',
    'support: subsidy',
    'service: none',
    'grade: executable',
    'in_force: 2000-01-01..',
    'confidence: A',
    'sources: kit',
  ]
  const text = `---\n${front.join('\n')}\n---\n## 条款 {#a1}\n> 摘要。\n\n\`\`\`rule\namount: 1 元\n\`\`\`\n`
  const { measure } = readMeasure(text, 'case.md', NO_FACTS)
  if (!measure) throw new Error('feel: the empty measure has findings')
  return measure
})()

/** Functions that FEEL computes right from any number of digits: their results have few. */
const SIMPLE = 10n ** 16n
/** What a quotient of two is that simple of. */
const SIMPLE_PART = 10n ** 8n
const ROUNDING = new Set(['floor', 'ceiling'])

type Known = ReadonlyMap<Node, Constant | null>

const isInexact = (node: Node, value: Constant | null): boolean =>
  node.type.kind === 'number' && value !== null && !isFeelNumber(value as Exact)

/** Whether a substring reaches over the end of its text, of which engines of FEEL make one thing or another. */
const isBeyond = ([text, from, count = 1]: readonly (Constant | null | undefined)[]): boolean =>
  Number(from) - 1 + Number(count) > [...String(text)].length

/** A fraction so simple that its first 34 digits lie on the same side of every whole number as itself. */
const isSimple = (value: Exact, limit: bigint): boolean =>
  [numerator(value), denominator(value)].every((each) => each < limit && each > -limit)

const ownHazard = (node: Node, known: Known): FeelCode | null => {
  if (node.kind === 'arithmetic' && (node.left.type.kind === 'date' || node.right.type.kind === 'date')) return 'feel.day-difference'
  if (node.kind === 'between') {
    const [low, high] = [known.get(node.low), known.get(node.high)]
    if (low != null && high != null && compare(low as Exact, high as Exact) > 0) return 'feel.range-backwards'
  }
  if (node.kind === 'call' && node.name === 'substring' && isBeyond(node.args.map((arg) => known.get(arg)))) return 'feel.beyond-text'
  if (node.kind === 'call' && node.name === 'modulo' && !node.args.every((arg) => isSimple((known.get(arg) ?? 0) as Exact, SIMPLE_PART)))
    return 'feel.precision'
  for (const child of childrenOf(node)) {
    const value = known.get(child)
    if (value === undefined) continue
    if (value === null && node.kind !== 'arithmetic') return 'feel.no-value'
    if (isInexact(child, value) && !(node.kind === 'call' && ROUNDING.has(node.name) && isSimple(value as Exact, SIMPLE)))
      return 'feel.precision'
  }
  return null
}

const isFalseMember = (node: Node, known: Known): boolean => {
  const of = node.kind === 'compare' ? node.left : node.kind === 'member' ? node.of : null
  return of?.type.kind === 'yes-no' && known.get(of) === false
}

/** The value, and the first reason for which it could be another in FEEL. `membership`: whether the expression holds an `in`. */
export const hazardOf = ({
  node,
  facts,
  membership,
}: {
  readonly node: Node
  readonly facts: Facts
  readonly membership: boolean
}): { readonly value: Value; readonly hazard: FeelCode | null } => {
  const steps: NonNullable<Run['steps']> = []
  const value = evaluated(node, runOf(EMPTY, facts, ON, { steps }))
  const known: Known = new Map(steps.map((step) => [step.node, step.value]))
  if (membership && [...known.keys()].some((each) => isFalseMember(each, known))) return { value, hazard: 'feel.false-member' }
  for (const each of known.keys()) {
    const hazard = ownHazard(each, known)
    if (hazard) return { value, hazard }
  }
  // A quotient that does not end is compared with as many digits as the kit wrote; a whole number is no quotient.
  const isTooLong = typeof value === 'object' && value.d === 1n && isInexact(node, value)
  return { value, hazard: isTooLong ? 'feel.precision' : null }
}
