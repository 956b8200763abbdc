/** Where an answer can turn: the values of one fact at which a comparison of the rule changes, all other facts being what they are. */
import { add, divide, type Exact, multiply, negate, subtract } from '../exact.ts'
import { evaluated, type Run } from './run.ts'
import type { Arithmetic, Constant, Node } from './tree.ts'
import { childrenOf } from './walk.ts'

/** A number as it depends on the fact x: (a + b·x) / (c + d·x). */
type Form = { readonly a: Exact; readonly b: Exact; readonly c: Exact; readonly d: Exact }

/** The day on which a decision is made, among the facts that a node reads. */
export const DAY_OF_DECISION = '决定日'

/** More pieces than this (nested tables of branches) are not followed: a search that starts from the others finds the place by halving. */
const MOST = 24
const X: Form = { a: 0, b: 1, c: 1, d: 0 }
const constant = (a: Exact): Form => ({ a, b: 0, c: 1, d: 0 })

const plus = (p: Form, q: Form): Form | null => {
  if (p.d !== 0 && q.d !== 0) return null
  // (a + bx)(c' + d'x) has a square only where both move.
  if ((p.b !== 0 && q.d !== 0) || (q.b !== 0 && p.d !== 0)) return null
  return {
    a: add(multiply(p.a, q.c), multiply(q.a, p.c)),
    b: add(add(multiply(p.b, q.c), multiply(p.a, q.d)), add(multiply(q.b, p.c), multiply(q.a, p.d))),
    c: multiply(p.c, q.c),
    d: add(multiply(p.d, q.c), multiply(p.c, q.d)),
  }
}
const minus = (p: Form): Form => ({ ...p, a: negate(p.a), b: negate(p.b) })
const times = (p: Form, q: Form): Form | null =>
  (p.b !== 0 && q.b !== 0) || (p.d !== 0 && q.d !== 0)
    ? null
    : {
        a: multiply(p.a, q.a),
        b: add(multiply(p.b, q.a), multiply(p.a, q.b)),
        c: multiply(p.c, q.c),
        d: add(multiply(p.d, q.c), multiply(p.c, q.d)),
      }
const combined: Record<Arithmetic, (p: Form, q: Form) => Form | null> = {
  '+': plus,
  '-': (p, q) => plus(p, minus(q)),
  '*': times,
  '/': (p, q) => times(p, { a: q.c, b: q.d, c: q.a, d: q.b }),
}

/** Days in a step of the calendar, from the shortest to the longest: the place itself is found by halving between them. */
const SPANS: Readonly<Record<string, readonly number[]>> = { days: [1], months: [28, 31], years: [365, 366] }

/** What a node can be as a function of the fact: one piece for each branch that it may take. */
const formsOf = (node: Node, key: string, run: Run): readonly Form[] => {
  if (!reads(node, run).has(key)) {
    const value = evaluated(node, run)
    return value === undefined || typeof value === 'string' || typeof value === 'boolean' ? [] : [constant(value)]
  }
  const all = (nodes: readonly Node[]): readonly Form[] => nodes.flatMap((each) => formsOf(each, key, run)).slice(0, MOST)
  const pairs = (left: Node, right: Node, of: (p: Form, q: Form) => Form | null): readonly Form[] =>
    formsOf(left, key, run)
      .flatMap((p) => formsOf(right, key, run).flatMap((q) => of(p, q) ?? []))
      .slice(0, MOST)
  switch (node.kind) {
    case 'fact':
    case 'day':
      return [X]
    case 'definition':
      return formsOf(run.definitions.get(node.name)!.node, key, run)
    case 'table':
      return all(run.tables.get(node.name)!.rows.map(({ value }) => value))
    case 'arithmetic':
      return pairs(node.left, node.right, combined[node.op])
    case 'if':
      return all([node.then, node.else])
    case 'list':
      return formsOf(node.expanded, key, run)
    case 'call': {
      const [from, to] = node.args
      const spans = SPANS[node.name]
      if (spans && from && to)
        return pairs(to, from, combined['-']).flatMap((form) => spans.map((days) => ({ ...form, c: multiply(form.c, days) })))
      if (node.name === 'sum' && node.args.length > 1)
        return node.args
          .map((arg) => formsOf(arg, key, run))
          .reduce((sums, own) => sums.flatMap((p) => own.flatMap((q) => plus(p, q) ?? [])).slice(0, MOST))
      return all(node.args)
    }
    default:
      return []
  }
}

/** Where two are equal: a root of a linear equation; where it has a square, none is given. */
const meeting = (p: Form, q: Form): readonly Exact[] => {
  const square = subtract(multiply(p.b, q.d), multiply(q.b, p.d))
  if (square !== 0) return []
  const slope = subtract(add(multiply(p.b, q.c), multiply(p.a, q.d)), add(multiply(q.b, p.c), multiply(q.a, p.d)))
  return slope === 0 ? [] : [divide(subtract(multiply(q.a, p.c), multiply(p.a, q.c)), slope)]
}

const known = new WeakMap<Node, ReadonlySet<string>>()

/** The facts that a node reads, through definitions and tables, the day of decision among them. */
export const reads = (node: Node, run: Run): ReadonlySet<string> => {
  const done = known.get(node)
  if (done) return done
  const found = new Set<string>()
  if (node.kind === 'fact') found.add(node.key)
  if (node.kind === 'day') found.add(DAY_OF_DECISION)
  for (const child of partsOf(node, run)) for (const key of reads(child, run)) found.add(key)
  known.set(node, found)
  return found
}

/** What a node is computed from, through definitions and tables. */
export const partsOf = (node: Node, run: Run): readonly Node[] => {
  switch (node.kind) {
    case 'definition':
      return [run.definitions.get(node.name)!.node]
    case 'table':
      return run.tables.get(node.name)!.rows.flatMap(({ when, value }) => [when, value])
    case 'hit':
      return run.tables.get(node.name)!.rows.map(({ when }) => when)
    default:
      return childrenOf(node)
  }
}

/**
 * The values of the fact at which something below the nodes turns: numbers and days where two sides meet, texts that it is compared with. Exact for what is linear in
 * the fact, branch by branch; a day is near what counts months or years.
 */
export const turningPoints = (nodes: readonly Node[], key: string, run: Run): readonly Constant[] => {
  const points = new Map<string, Constant>()
  const seen = new Set<Node | string>()
  const meet = (left: Node, right: Node): void => {
    for (const [of, other] of [
      [left, right],
      [right, left],
    ] as const)
      if (of.kind === 'fact' && of.key === key && other.kind === 'literal' && typeof other.value === 'string')
        points.set(other.value, other.value)
    if (left.type.kind !== 'number' && left.type.kind !== 'date') return
    for (const p of formsOf(left, key, run))
      for (const q of formsOf(right, key, run))
        for (const root of meeting(p, q)) points.set(typeof root === 'number' ? String(root) : `${root.n}/${root.d}`, root)
  }
  const search = (node: Node): void => {
    const name = node.kind === 'definition' || node.kind === 'table' || node.kind === 'hit' ? `${node.kind}:${node.name}` : node
    if (seen.has(name) || !reads(node, run).has(key)) return
    seen.add(name)
    if (node.kind === 'compare') meet(node.left, node.right)
    if (node.kind === 'between') for (const end of [node.low, node.high]) meet(node.of, end)
    if (node.kind === 'member') for (const each of node.list) meet(node.of, each)
    for (const child of partsOf(node, run)) search(child)
  }
  for (const node of nodes) search(node)
  return [...points.values()]
}
