/** The one interpreter of the tree: three-valued, exact, without rounding. `evaluate`, `trace` and `explain` all stand on it, so they cannot disagree. */
import { type Day, isIn, numberOfDay } from '../dates.ts'
import { add, compare, divide, type Exact, multiply, subtract } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { functions } from './functions/all.ts'
import type { When } from './outcome.ts'
import type { Comparison, Constant, Definition, Measure, Node, Table } from './tree.ts'

/** A value, or undefined for unknown. */
export type Value = Constant | undefined

/** What one evaluation of one measure works with. Definitions and tables are computed once. */
export type Run = {
  readonly measure: Measure
  readonly facts: Facts
  readonly day: number
  readonly parameters: ReadonlyMap<string, Constant>
  readonly definitions: ReadonlyMap<string, Definition>
  readonly tables: ReadonlyMap<string, Table>
  readonly memo: Map<string, Value>
  /** Nodes that have no value although their parts are known. */
  readonly undefinedAt: string[]
  readonly steps: { node: Node; depth: number; value: Constant | null }[] | null
  depth: number
}

type Prepared = {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly tables: ReadonlyMap<string, Table>
  /** Parameters as they were in force on a day, as known on another; the last few days asked for. */
  readonly parameters: Map<string, ReadonlyMap<string, Constant>>
}
const prepared = new WeakMap<Measure, Prepared>()
const KEPT = 8

const preparedOf = (measure: Measure): Prepared => {
  const done = prepared.get(measure)
  if (done) return done
  const fresh: Prepared = {
    definitions: new Map(measure.definitions.map((each) => [each.name, each])),
    tables: new Map(measure.tables.map((each) => [each.name, each])),
    parameters: new Map(),
  }
  prepared.set(measure, fresh)
  return fresh
}

/** The version of each parameter that is in force on the day and public on the day of knowledge; the last one published wins. */
const parametersOn = (measure: Measure, on: Day, known: Day): ReadonlyMap<string, Constant> => {
  const values = new Map<string, Constant>()
  for (const parameter of measure.parameters) {
    let best: { known: Day; value: Constant } | null = null
    for (const version of parameter.versions) {
      const publicOn = version.known ?? ''
      if (isIn(version.validity, on) && publicOn <= known && (best === null || publicOn >= best.known))
        best = { known: publicOn, value: version.value }
    }
    if (best !== null) values.set(parameter.name, best.value)
  }
  return values
}

export const runOf = (measure: Measure, facts: Facts, when: When, steps: Run['steps'] = null): Run => {
  const own = preparedOf(measure)
  const key = `${when.on} ${when.known}`
  let parameters = own.parameters.get(key)
  if (!parameters) {
    parameters = parametersOn(measure, when.on, when.known)
    if (own.parameters.size >= KEPT) own.parameters.clear()
    own.parameters.set(key, parameters)
  }
  return {
    measure,
    facts,
    day: numberOfDay(when.on),
    parameters,
    definitions: own.definitions,
    tables: own.tables,
    memo: new Map(),
    undefinedAt: [],
    steps,
    depth: 0,
  }
}

/** The value of a node; where a trace is kept, the node and everything below it is added in reading order. */
export const evaluated = (node: Node, run: Run): Value => {
  if (run.steps === null) return compute(node, run)
  const step: { node: Node; depth: number; value: Constant | null } = { node, depth: run.depth, value: null }
  run.steps.push(step)
  run.depth++
  const value = compute(node, run)
  run.depth--
  if (value !== undefined) step.value = value
  return value
}

const compute = (node: Node, run: Run): Value => {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'fact':
      return run.facts.get(node.key)
    case 'parameter':
      return run.parameters.get(node.name)
    case 'day':
      return run.day
    case 'definition':
      return once(`d:${node.name}`, run, () => evaluated(run.definitions.get(node.name)!.node, run))
    case 'table':
      return once(`t:${node.name}`, run, () => firstHit(run.tables.get(node.name)!, run))
    case 'hit':
      return anyRow(run.tables.get(node.name)!, run)
    case 'arithmetic': {
      const left = evaluated(node.left, run) as Exact | undefined
      const right = evaluated(node.right, run) as Exact | undefined
      if (left === undefined || right === undefined) return undefined
      if (node.op === '+') return add(left, right)
      if (node.op === '-') return subtract(left, right)
      if (node.op === '*') return multiply(left, right)
      if (right === 0) return nothing(node, run)
      return divide(left, right)
    }
    case 'compare': {
      const left = evaluated(node.left, run)
      const right = evaluated(node.right, run)
      return left === undefined || right === undefined ? undefined : holds(left, node.op, right)
    }
    case 'and': {
      let result: Value = true
      for (const part of node.parts) {
        const value = evaluated(part, run)
        if (value === false) result = false
        else if (value === undefined && result === true) result = undefined
      }
      return result
    }
    case 'or': {
      let result: Value = false
      for (const part of node.parts) {
        const value = evaluated(part, run)
        if (value === true) result = true
        else if (value === undefined && result === false) result = undefined
      }
      return result
    }
    case 'not': {
      const value = evaluated(node.of, run)
      return value === undefined ? undefined : !value
    }
    case 'between': {
      const value = evaluated(node.of, run) as Exact | undefined
      const low = evaluated(node.low, run) as Exact | undefined
      const high = evaluated(node.high, run) as Exact | undefined
      if (value === undefined) return undefined
      const above = low === undefined ? undefined : holds(value, node.lowOpen ? '>' : '>=', low)
      const below = high === undefined ? undefined : holds(value, node.highOpen ? '<' : '<=', high)
      return above === false || below === false ? false : above === undefined || below === undefined ? undefined : true
    }
    case 'member': {
      const value = evaluated(node.of, run)
      let result: Value = false
      for (const each of node.list) {
        const other = evaluated(each, run)
        if (value === undefined || other === undefined) {
          if (result === false) result = undefined
        } else if (holds(value, '=', other)) result = true
      }
      return value === undefined ? undefined : result
    }
    case 'known':
      return (evaluated(node.of, run) !== undefined) !== node.negated
    case 'if': {
      const condition = evaluated(node.condition, run)
      if (condition !== undefined) return evaluated(condition ? node.then : node.else, run)
      // Unknown whether, but the same either way.
      const then = evaluated(node.then, run)
      const otherwise = evaluated(node.else, run)
      return then !== undefined && otherwise !== undefined && holds(then, '=', otherwise) ? then : undefined
    }
    case 'call': {
      const args: Constant[] = []
      let unknown = false
      for (const arg of node.args) {
        const value = evaluated(arg, run)
        if (value === undefined) unknown = true
        else args.push(value)
      }
      if (unknown) return undefined
      const value = functions.get(node.name)!.value(args)
      return value === undefined ? nothing(node, run) : value
    }
  }
}

const once = (key: string, run: Run, read: () => Value): Value => {
  if (run.memo.has(key)) return run.memo.get(key)
  const value = read()
  run.memo.set(key, value)
  return value
}

const nothing = (node: Node, run: Run): undefined => {
  if (!run.undefinedAt.includes(node.id)) run.undefinedAt.push(node.id)
  return undefined
}

/** The value of the first row that holds; unknown as soon as a row before it is unknown, and where no row holds. */
const firstHit = (table: Table, run: Run): Value => {
  for (const row of table.rows) {
    const when = evaluated(row.when, run)
    if (when === undefined) return undefined
    if (when === true) return evaluated(row.value, run)
  }
  return undefined
}

const anyRow = (table: Table, run: Run): Value => {
  let result: Value = false
  for (const row of table.rows) {
    const when = evaluated(row.when, run)
    if (when === true) return true
    if (when === undefined) result = undefined
  }
  return result
}

export const holds = (left: Constant, op: Comparison, right: Constant): boolean => {
  if (typeof left === 'string' || typeof left === 'boolean' || typeof right === 'string' || typeof right === 'boolean') {
    return op === '=' ? left === right : left !== right
  }
  const order = compare(left, right)
  switch (op) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}
