/** Subjects on and beside the thresholds of a rule: what must come out alike in every back end. */
import { add, type Exact, multiply, ratio, subtract } from '../../../exact.ts'
import { type FactCatalogue, type FactDeclaration, type Facts, factOf } from '../../../facts.ts'
import { judgementKey } from '../../evaluate.ts'
import type { When } from '../../outcome.ts'
import { evaluated, runOf } from '../../run.ts'
import type { Constant, Measure, Node } from '../../tree.ts'
import { childrenOf } from '../../walk.ts'
import type { Chance } from './chance.ts'

const rootsOf = (measure: Measure): readonly Node[] => [
  ...measure.conditions.map(({ node }) => node),
  ...measure.definitions.map(({ node }) => node),
  ...measure.tables.flatMap(({ rows }) => rows.flatMap(({ when, value }) => [when, value])),
  ...(measure.amount ? [measure.amount.node] : []),
]
const nodesOf = (measure: Measure): readonly Node[] => {
  const nodes: Node[] = []
  const walk = (node: Node): void => {
    nodes.push(node)
    for (const child of childrenOf(node)) walk(child)
  }
  for (const root of rootsOf(measure)) walk(root)
  return nodes
}

/** The smallest difference that matters: a fen, a day, one of a count, a hundredth of a per cent. */
const stepOf = ({ type }: FactDeclaration): Exact => (type === 'percent' ? ratio(1n, 10_000n) : type === 'number' ? ratio(1n, 100n) : 1)

const isWholeType = ({ type }: FactDeclaration): boolean => type === 'money' || type === 'integer' || type === 'date'

/** t − 1, t and t + 1 for every number of the rule that a fact may meet, and what no rule expects: nothing, negative, large. */
const numbersOf = (declaration: FactDeclaration, constants: readonly Exact[]): readonly Exact[] => {
  const step = stepOf(declaration)
  const extremes: readonly Exact[] = declaration.type === 'date' ? [] : [0, -1, 12_345_678]
  const all = [...constants, ...extremes].flatMap((value) => [subtract(value, step), value, add(value, step)])
  const fitting = all.filter((value) => !isWholeType(declaration) || typeof value === 'number')
  const days = fitting.filter((value) => declaration.type !== 'date' || (typeof value === 'number' && value > -25_000 && value < 84_000))
  return [...new Map(days.map((value) => [typeof value === 'number' ? String(value) : `${value.n}/${value.d}`, value])).values()]
}

/** What each fact of a measure should be tried with; judgements are facts of their own. */
export const candidatesOf = (measure: Measure, catalogue: FactCatalogue, when: When): ReadonlyMap<string, readonly Constant[]> => {
  const run = runOf(measure, new Map(), when)
  const nodes = nodesOf(measure)
  const kinds = new Map<string, Constant[]>()
  for (const node of nodes) {
    if (node.kind !== 'literal' && node.kind !== 'parameter' && node.kind !== 'day') continue
    const value = evaluated(node, run)
    if (value !== undefined) kinds.set(node.type.kind, [...(kinds.get(node.type.kind) ?? []), value])
  }
  const constants = (kind: string): Constant[] => [...new Set(kinds.get(kind) ?? [])]
  const candidates = new Map<string, readonly Constant[]>()
  for (const key of measure.facts) {
    const declaration = factOf(key, catalogue)?.declaration
    if (!declaration) continue
    switch (declaration.type) {
      case 'yes-no':
        candidates.set(key, [true, false])
        break
      case 'enum':
        candidates.set(
          key,
          declaration.values.map(({ zh }) => zh),
        )
        break
      case 'text':
        candidates.set(key, [...constants('text'), '其他'])
        break
      default:
        candidates.set(key, numbersOf(declaration, constants(declaration.type === 'date' ? 'date' : 'number') as Exact[]))
    }
  }
  for (const { name } of measure.judgements) candidates.set(judgementKey(measure, name), [true, false])
  return candidates
}

/** Each fact of a base in turn missing and at every candidate, everything else as it is. */
export const neighboursOf = (base: Facts, candidates: ReadonlyMap<string, readonly Constant[]>): readonly Facts[] =>
  [...candidates].flatMap(([key, values]) => {
    const { [key]: _gone, ...others } = Object.fromEntries(base)
    const rest = Object.entries(others)
    return [new Map(rest), ...values.map((value) => new Map([...rest, [key, value] as const]))]
  })

/** Every fact at a candidate, now and then somewhere else, now and then missing. */
export const randomSubject = (candidates: ReadonlyMap<string, readonly Constant[]>, chance: Chance): Facts => {
  const facts = new Map<string, Constant>()
  for (const [key, values] of candidates) {
    if (values.length === 0 || chance.often(0.1)) continue
    const value = chance.one(values)
    const isScaled = typeof value === 'number' && chance.often(0.2)
    facts.set(key, isScaled && key !== '成立日期' ? multiply(value, chance.below(7)) : value)
  }
  return facts
}
