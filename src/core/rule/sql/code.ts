/** From the nodes of one measure to SQL: unknown is null, and yes/no are PostgreSQL's own three answers. */
import { dayOfNumber } from '../../dates.ts'
import type { Exact } from '../../exact.ts'
import { type FactCatalogue, factOf, rangeOf } from '../../facts.ts'
import { functions } from '../functions/all.ts'
import type { When } from '../outcome.ts'
import { type Run, runOf } from '../run.ts'
import type { Comparison, Constant, Measure, Node, Table } from '../tree.ts'
import type { Type } from '../types.ts'
import { calls, daysLater, isNumber, plain, type Value } from './calls.ts'
import * as decimal from './decimal.ts'
import type { Fraction } from './fraction.ts'
import * as fraction from './fraction.ts'
import { type Bind, bindIn, columnOf, joined, raw, type Sheet, type Sql, sql, textLiteral } from './fragment.ts'

/** What the nodes of one measure are written with. `prefix` tells its columns from those of other measures. */
export type Coder = {
  readonly run: Run
  readonly catalogue: FactCatalogue
  readonly sheet: Sheet
  readonly prefix: string
  readonly done: Map<string, Value>
}
export const coderOf = (measure: Measure, catalogue: FactCatalogue, when: When, sheet: Sheet, prefix: string): Coder => ({
  run: runOf(measure, new Map(), when),
  catalogue,
  sheet,
  prefix,
  done: new Map(),
})

const PLAIN_TYPES: Readonly<Record<Exclude<Type['kind'], 'number'>, string>> = {
  text: 'text',
  enum: 'text',
  'yes-no': 'boolean',
  date: 'date',
}

const constantValue = (value: Constant | undefined, type: Type): Value => {
  if (type.kind === 'number') return value === undefined ? fraction.NOTHING : fraction.ofExact(value as Exact)
  if (value === undefined) return raw(`null::${PLAIN_TYPES[type.kind]}`)
  if (type.kind === 'date') return raw(`date '${dayOfNumber(value as number)}'`)
  return raw(typeof value === 'boolean' ? String(value) : textLiteral(String(value)))
}

const factValue = (key: string, catalogue: FactCatalogue): Value => {
  const declaration = factOf(key, catalogue)?.declaration
  if (!declaration) throw new Error(`sql: the catalogue has no fact ${key}`)
  const column = raw(columnOf(key))
  switch (declaration.type) {
    case 'money':
    case 'integer': {
      const { low, high } = rangeOf(declaration)
      return fraction.of(decimal.whole(column, { low: low ?? decimal.LEAST_BIGINT, high: high ?? decimal.GREATEST_BIGINT }))
    }
    case 'number':
    case 'percent':
      return fraction.of(decimal.numeric(column, rangeOf(declaration)))
    case 'text':
    case 'enum':
      // Equal means the same characters, whatever the order of the database's language.
      return sql`${column} collate "C"`
    default:
      return column
  }
}

const compared = (left: Value, op: Comparison, right: Value): Sql =>
  isNumber(left) && isNumber(right) ? fraction.compared(left, op, right) : sql`(${plain(left)} ${decimal.signOf(op)} ${plain(right)})`

/** One of several values of one type, as `write` chooses among their texts. */
const chosen = (from: readonly Value[], write: (texts: readonly Sql[]) => Sql): Value =>
  from.every(isNumber) ? fraction.chosen(from, write) : write(from.map(plain))

const bound = (value: Value, bind: Bind): Value => (isNumber(value) ? fraction.bound(value, bind) : bind(value))

const all = (parts: readonly Sql[], word: 'and' | 'or'): Sql => sql`(${joined(parts, ` ${word} `)})`

/** The value of a node; definitions and tables are written once. */
export const codeOf = (node: Node, coder: Coder): Value => {
  const bind = bindIn(coder.sheet, `${coder.prefix}${node.id}`)
  const of = (each: Node): Value => codeOf(each, coder)
  switch (node.kind) {
    case 'literal':
      return constantValue(node.value, node.type)
    case 'parameter':
      return constantValue(coder.run.parameters.get(node.name), node.type)
    case 'day':
      return constantValue(coder.run.day, node.type)
    case 'fact':
      return factValue(node.key, coder.catalogue)
    case 'definition':
      return once(`d:${node.name}`, coder, () => {
        const definition = coder.run.definitions.get(node.name)
        if (!definition) throw new Error(`sql: there is no definition ${node.name}`)
        return bound(of(definition.node), bindIn(coder.sheet, `${coder.prefix}d:${node.name}`))
      })
    case 'table':
      return once(`t:${node.name}`, coder, () => tableValue(tableOf(node.name, coder), coder))
    case 'hit':
      return all(
        tableOf(node.name, coder).rows.map((row) => whenOf(row, coder)),
        'or',
      )
    case 'arithmetic':
      return arithmetic(node, of, bind)
    case 'compare':
      return compared(of(node.left), node.op, of(node.right))
    case 'and':
    case 'or':
      return all(
        node.parts.map((part) => plain(of(part))),
        node.kind,
      )
    case 'not':
      return sql`(not ${plain(of(node.of))})`
    case 'between': {
      const value = bound(of(node.of), bind)
      const above = compared(value, node.lowOpen ? '>' : '>=', of(node.low))
      return sql`(${above} and ${compared(value, node.highOpen ? '<' : '<=', of(node.high))})`
    }
    case 'member': {
      const value = bound(of(node.of), bind)
      // Of an empty list nothing is a member, but of an unknown value not even that is known.
      if (node.list.length === 0) return compared(value, '!=', value)
      const list = node.list.map(of)
      if (!isNumber(value)) return sql`(${value} in (${joined(list.map(plain), ', ')}))`
      return all(
        list.map((each) => compared(value, '=', each)),
        'or',
      )
    }
    case 'known': {
      const value = of(node.of)
      const known = isNumber(value) ? fraction.isKnown(value) : sql`(${value} is not null)`
      return node.negated ? sql`(not ${known})` : known
    }
    case 'if':
      return either(plain(of(node.condition)), of(node.then), of(node.else), bind)
    case 'list':
      return of(node.expanded)
    case 'call': {
      const args = node.args.map(of)
      return folded(node.name, args) ?? called(node.name, args, bind)
    }
  }
}

const once = (key: string, coder: Coder, write: () => Value): Value => {
  const known = coder.done.get(key)
  if (known) return known
  const value = write()
  coder.done.set(key, value)
  return value
}

const called = (name: string, args: readonly Value[], bind: Bind): Value => {
  const call = calls[name]
  if (!call) throw new Error(`sql: the function ${name} has no SQL`)
  return call(args, bind)
}

/** A function of constant numbers alone is computed here and now; null for every other. */
const folded = (name: string, args: readonly Value[]): Fraction | null => {
  const values = args.map((arg) => (isNumber(arg) ? fraction.constantOf(arg) : null))
  if (!values.every((value) => value !== null)) return null
  const value = functions.get(name)?.value(values)
  return value === undefined ? fraction.NOTHING : fraction.ofExact(value as Exact)
}

const arithmetic = (node: Extract<Node, { kind: 'arithmetic' }>, of: (node: Node) => Value, bind: Bind): Value => {
  const [left, right] = [of(node.left), of(node.right)]
  if (!isNumber(left)) {
    if (!isNumber(right)) return fraction.of(decimal.whole(sql`(${left} - ${right})::bigint`, { low: -109_572, high: 109_572 }))
    const count = node.op === '+' ? right : fraction.minus(fraction.of(decimal.ZERO), right)
    return daysLater(bind(left), count, bind)
  }
  if (!isNumber(right)) throw new Error('sql: a date cannot stand on the right of a number')
  if (node.op === '/') return fraction.over(left, right, bind)
  return { '+': fraction.plus, '-': fraction.minus, '*': fraction.times }[node.op](left, right)
}

/** Where the condition is unknown, the value is known only if it is the same either way. */
const either = (condition: Sql, then: Value, otherwise: Value, bind: Bind): Value => {
  const test = bind(condition)
  const [a, b] = [bound(then, bind), bound(otherwise, bind)]
  const same = compared(a, '=', b)
  return chosen([a, b], ([yes, no]) => sql`case when ${test} then ${yes!} when not ${test} then ${no!} when ${same} then ${yes!} end`)
}

const tableOf = (name: string, { run }: Coder): Table => {
  const table = run.tables.get(name)
  if (!table) throw new Error(`sql: there is no table ${name}`)
  return table
}
const whenOf = (row: Table['rows'][number], coder: Coder): Sql =>
  bindIn(coder.sheet, `${coder.prefix}${row.when.id}`)(plain(codeOf(row.when, coder)))

const tableValue = ({ name, hit, rows }: Table, coder: Coder): Value => {
  const whens = rows.map((row) => whenOf(row, coder))
  const values = rows.map((row) => codeOf(row.value, coder))
  const value = hit === 'first' ? firstHit(whens, values) : hit === 'unique' ? onlyHit(whens, values) : sumOfHits(whens, values)
  return bound(value, bindIn(coder.sheet, `${coder.prefix}t:${name}`))
}

/** The first row that is not false ends the search: with its value if it is true, without one if it is unknown. */
const firstHit = (whens: readonly Sql[], values: readonly Value[]): Value => {
  const arms = (texts: readonly Sql[]): Sql[] =>
    texts.map((text, index) => sql`when ${whens[index]!} is not false then case when ${whens[index]!} then ${text} end`)
  return chosen(values, (texts) => sql`case ${joined(arms(texts), ' ')} end`)
}

/** How many rows hold; null while one of them is unknown. */
const countOf = (whens: readonly Sql[]): Sql =>
  sql`(${joined(
    whens.map((when) => sql`${when}::int`),
    ' + ',
  )})`

const onlyHit = (whens: readonly Sql[], values: readonly Value[]): Value => {
  const arms = (texts: readonly Sql[]): Sql[] => texts.map((text, index) => sql`when ${whens[index]!} then ${text}`)
  return chosen(values, (texts) => sql`case when ${countOf(whens)} = 1 then case ${joined(arms(texts), ' ')} end end`)
}

const sumOfHits = (whens: readonly Sql[], values: readonly Value[]): Value => {
  const zero = fraction.of(decimal.ZERO)
  const parts = values.map((value, index) =>
    fraction.chosen([value as Fraction, zero], ([own, none]) => sql`case when ${whens[index]!} then ${own!} else ${none!} end`),
  )
  return fraction.chosen([parts.reduce(fraction.plus)], ([sum]) => sql`case when ${countOf(whens)} > 0 then ${sum!} end`)
}
