/** The one interpreter of the tree: three-valued, exact, without rounding. `evaluate`, `trace` and `explain` all stand on it, so they cannot disagree. */
import { type Day, isDayNumber, isIn, numberOfDay } from '../dates.ts'
import { add, compare, divide, type Exact, multiply, subtract } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { functions } from './functions/all.ts'
import { hitsOf } from './hits.ts'
import type { When } from './outcome.ts'
import type { Arithmetic, Comparison, Constant, Definition, Measure, Node, Table, TableRow } from './tree.ts'

/** A value, or undefined for unknown. */
export type Value = Constant | undefined

/** What one evaluation of one measure works with. Definitions and tables are computed once, whatever names them. */
export type Run = {
  readonly measure: Measure
  readonly facts: Facts
  readonly day: number
  readonly parameters: ReadonlyMap<string, Constant>
  readonly definitions: ReadonlyMap<string, Definition>
  readonly tables: ReadonlyMap<string, Table>
  /** Values that were computed: of definitions and tables, and of every node where `keep` says so. */
  memo: Map<Node | Definition | Table, Value> | null
  /** For a search that asks for nodes, their parts and theirs again: no node is computed twice. */
  readonly keep: boolean
  /** Nodes that have no value although their parts are known. */
  readonly undefinedAt: string[]
  readonly steps: { node: Node; depth: number; value: Constant | null }[] | null
  depth: number
}

/** Parameters as they were in force on a day, as known on another. */
type DayOfLaw = When & { readonly number: number; readonly parameters: ReadonlyMap<string, Constant> }
type Prepared = {
  readonly definitions: ReadonlyMap<string, Definition>
  readonly tables: ReadonlyMap<string, Table>
  /** What was asked for last: most decisions of a measure are made on one day. */
  day: DayOfLaw | null
}
const prepared = new WeakMap<Measure, Prepared>()

const preparedOf = (measure: Measure): Prepared => {
  const done = prepared.get(measure)
  if (done) return done
  const fresh: Prepared = {
    definitions: new Map(measure.definitions.map((each) => [each.name, each])),
    tables: new Map(measure.tables.map((each) => [each.name, each])),
    day: null,
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

const dayOfLaw = (measure: Measure, own: Prepared, { on, known }: When): DayOfLaw => {
  const last = own.day
  if (last !== null && last.on === on && last.known === known) return last
  own.day = { on, known, number: numberOfDay(on), parameters: parametersOn(measure, on, known) }
  return own.day
}

export const runOf = (measure: Measure, facts: Facts, when: When, how: { steps?: Run['steps']; keep?: boolean } = {}): Run => {
  const own = preparedOf(measure)
  const { number, parameters } = dayOfLaw(measure, own, when)
  return {
    measure,
    facts,
    day: number,
    parameters,
    definitions: own.definitions,
    tables: own.tables,
    memo: null,
    keep: how.keep ?? false,
    undefinedAt: [],
    steps: how.steps ?? null,
    depth: 0,
  }
}

/** The value of a node; where a trace is kept, the node and everything below it is added in reading order. */
export const evaluated = (node: Node, run: Run): Value => {
  if (run.steps === null) return run.keep ? once(node, run, () => compute(node, run)) : compute(node, run)
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
      return definitionValue(run.definitions.get(node.name)!, run)
    case 'table':
      return tableValue(run.tables.get(node.name)!, run)
    case 'hit':
      return anyRow(run.tables.get(node.name)!, run)
    case 'arithmetic': {
      const left = evaluated(node.left, run) as Exact | undefined
      const right = evaluated(node.right, run) as Exact | undefined
      if (left === undefined || right === undefined) return undefined
      const value = calculated(node.op, left, right)
      if (value === undefined || (node.type.kind === 'date' && !isDayNumber(value))) return nothing(node, run)
      return value
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
    case 'list':
      return evaluated(node.expanded, run)
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

const once = (key: Node | Definition | Table, run: Run, read: () => Value): Value => {
  run.memo ??= new Map()
  const known = run.memo.get(key)
  if (known !== undefined || run.memo.has(key)) return known
  const value = read()
  run.memo.set(key, value)
  return value
}

const definitionValue = (definition: Definition, run: Run): Value => once(definition, run, () => evaluated(definition.node, run))
const tableValue = (table: Table, run: Run): Value => once(table, run, () => valueOfTable(table, run))

/** Undefined where the divisor is 0. */
const calculated = (op: Arithmetic, left: Exact, right: Exact): Exact | undefined => {
  switch (op) {
    case '+':
      return add(left, right)
    case '-':
      return subtract(left, right)
    case '*':
      return multiply(left, right)
    case '/':
      return right === 0 ? undefined : divide(left, right)
  }
}

const nothing = (node: Pick<Node, 'id'>, run: Run): undefined => {
  if (!run.undefinedAt.includes(node.id)) run.undefinedAt.push(node.id)
  return undefined
}

/** The rows of a table that decide, see `hitsOf`. */
export const hitsIn = (table: Table, run: Run): readonly TableRow[] | null | undefined =>
  hitsOf(table, (row) => evaluated(row.when, run) as boolean | undefined)

/** The value of the row that decides, or the sum of those that do. */
const valueOfTable = (table: Table, run: Run): Value => {
  const hits = hitsIn(table, run)
  if (hits === null) return nothing({ id: `t:${table.name}` }, run)
  const values = hits?.map((row) => evaluated(row.value, run))
  return values?.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : add(sum as Exact, value as Exact)))
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
