/**
 * A second interpreter of the tree, written for tests alone: slow, plain, and sharing nothing with the first but the types of the tree.
 * Numbers are fractions of two bigints; unknown is undefined.
 */
import type { Exact } from '../../exact.ts'
import type { Constant, Measure, Node } from '../tree.ts'

type Fraction = { readonly n: bigint; readonly d: bigint }
type Value = Fraction | string | boolean | undefined

const of = (x: Exact): Fraction => (typeof x === 'number' ? { n: BigInt(x), d: 1n } : { n: x.n, d: x.d })
const valueOfConstant = (x: Constant): Value => (typeof x === 'string' || typeof x === 'boolean' ? x : of(x))
const sign = (a: Fraction, b: Fraction): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n })

/** The greatest whole number that is not above n/d (d positive). */
const below = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d))

/** Rounding by what the modes mean: the two whole numbers around x, and which of them. */
export const roundedWhole = (x: Fraction, mode: string): bigint => {
  const low = below(x.n, x.d)
  if (low * x.d === x.n) return low
  const above = 2n * (x.n - low * x.d) - x.d
  switch (mode) {
    case 'floor':
      return low
    case 'ceiling':
      return low + 1n
    case 'half-up':
      return above >= 0n ? low + 1n : low
    case 'half-down':
      return above > 0n ? low + 1n : low
    default:
      return above > 0n || (above === 0n && low % 2n !== 0n) ? low + 1n : low
  }
}

const MILLISECONDS = 86_400_000
const dateOf = (x: Fraction): Date => new Date(Number(x.n) * MILLISECONDS)
const dayOfDate = (date: Date): number => date.getTime() / MILLISECONDS
const asDay = (days: number): Fraction | undefined => {
  const year = Number.isInteger(days) ? new Date(days * MILLISECONDS).getUTCFullYear() : 0
  return year >= 1900 && year <= 2199 ? whole(days) : undefined
}
const later = (date: Date, months: number): Date => {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(day, last)))
}
const monthsFrom = (a: Date, b: Date): number => {
  if (b < a) return 0 - monthsFrom(b, a)
  let n = 0
  while (later(a, n + 1) <= b) n++
  return n
}

/** What a subject and a day give one measure, computed a second time. */
export const reference = (
  measure: Measure,
  facts: ReadonlyMap<string, Constant>,
  on: string,
  known: string,
): { readonly status: string; readonly amount: bigint | null; readonly value: (node: Node) => Value } => {
  const parameter = (name: string): Value => {
    const versions = measure.parameters
      .find((each) => each.name === name)!
      .versions.filter(({ validity, known: day }) => (validity.from ?? '') <= on && on <= (validity.to ?? '9') && (day ?? '') <= known)
      .sort((a, b) => ((a.known ?? '') < (b.known ?? '') ? -1 : 1))
    const last = versions.at(-1)
    return last && valueOfConstant(last.value)
  }
  const numbers = (values: readonly Value[]): readonly Fraction[] | undefined =>
    values.some((each) => each === undefined) ? undefined : (values as readonly Fraction[])

  const compared = (a: Value, op: string, b: Value): boolean | undefined => {
    if (a === undefined || b === undefined) return undefined
    const order = typeof a === 'object' && typeof b === 'object' ? sign(a, b) : a === b ? 0 : 1
    return { '=': order === 0, '!=': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[op]
  }
  /** Kleene: no wins over unknown in `all`, yes in `any`. */
  const all = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
    parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
  const any = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
    parts.includes(true) ? true : parts.includes(undefined) ? undefined : false
  const test = (node: Node): boolean | undefined => value(node) as boolean | undefined

  const call = (name: string, args: readonly Value[]): Value => {
    if (args.includes(undefined)) return undefined
    const [x, y] = args as readonly Fraction[]
    switch (name) {
      case 'min':
        return (args as readonly Fraction[]).reduce((a, b) => (sign(a, b) < 0 ? a : b))
      case 'max':
        return (args as readonly Fraction[]).reduce((a, b) => (sign(a, b) > 0 ? a : b))
      case 'sum':
        return (args as readonly Fraction[]).reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }))
      case 'abs':
        return x!.n < 0n ? { n: -x!.n, d: x!.d } : x
      case 'floor':
      case 'ceiling':
      case 'round': {
        if (y!.n <= 0n) return undefined
        const steps = roundedWhole({ n: x!.n * y!.d, d: x!.d * y!.n }, name === 'round' ? 'half-up' : name)
        return { n: steps * y!.n, d: y!.d }
      }
      case 'count_true':
        return whole(args.filter((each) => each === true).length)
      case 'days':
        return { n: y!.n - x!.n, d: 1n }
      case 'months':
        return whole(monthsFrom(dateOf(x!), dateOf(y!)))
      case 'years':
        return whole(Math.trunc(monthsFrom(dateOf(x!), dateOf(y!)) / 12))
      case 'year':
        return whole(dateOf(x!).getUTCFullYear())
      case 'month':
        return whole(dateOf(x!).getUTCMonth() + 1)
      case 'day':
        return whole(dateOf(x!).getUTCDate())
      case 'weekday':
        return whole(dateOf(x!).getUTCDay() || 7)
      case 'add_months':
        return asDay(dayOfDate(later(dateOf(x!), Number(y!.n))))
      default:
        throw new Error(`the reference does not know ${name}`)
    }
  }

  const value = (node: Node): Value => {
    switch (node.kind) {
      case 'literal':
        return valueOfConstant(node.value)
      case 'fact': {
        const fact = facts.get(node.key)
        return fact === undefined ? undefined : valueOfConstant(fact)
      }
      case 'parameter':
        return parameter(node.name)
      case 'day':
        return whole(Date.parse(on) / MILLISECONDS)
      case 'definition':
        return value(measure.definitions.find(({ name }) => name === node.name)!.node)
      case 'table': {
        const { hit, rows } = measure.tables.find(({ name }) => name === node.name)!
        const answers = rows.map((row) => test(row.when))
        if (hit === 'first') {
          const at = answers.findIndex((answer) => answer !== false)
          return at >= 0 && answers[at] ? value(rows[at]!.value) : undefined
        }
        const held = rows.filter((_, index) => answers[index])
        if (answers.includes(undefined) || held.length === 0 || (hit === 'unique' && held.length > 1)) return undefined
        return hit === 'unique'
          ? value(held[0]!.value)
          : call(
              'sum',
              held.map((row) => value(row.value)),
            )
      }
      case 'hit':
        return any(measure.tables.find(({ name }) => name === node.name)!.rows.map((row) => test(row.when)))
      case 'arithmetic': {
        const both = numbers([value(node.left), value(node.right)])
        if (!both) return undefined
        const [a, b] = both as [Fraction, Fraction]
        if (node.op === '*') return { n: a.n * b.n, d: a.d * b.d }
        if (node.op === '/') {
          if (b.n === 0n) return undefined
          return b.n < 0n ? { n: -a.n * b.d, d: -a.d * b.n } : { n: a.n * b.d, d: a.d * b.n }
        }
        const n = node.op === '+' ? a.n * b.d + b.n * a.d : a.n * b.d - b.n * a.d
        const result = { n, d: a.d * b.d }
        return node.type.kind === 'date' ? (n % result.d === 0n ? asDay(Number(n / result.d)) : undefined) : result
      }
      case 'compare':
        return compared(value(node.left), node.op, value(node.right))
      case 'and':
        return all(node.parts.map(test))
      case 'or':
        return any(node.parts.map(test))
      case 'not': {
        const inner = test(node.of)
        return inner === undefined ? undefined : !inner
      }
      case 'between': {
        const x = value(node.of)
        return all([compared(x, node.lowOpen ? '>' : '>=', value(node.low)), compared(x, node.highOpen ? '<' : '<=', value(node.high))])
      }
      case 'member':
        return any(node.list.map((each) => compared(value(node.of), '=', value(each))))
      case 'known':
        return (value(node.of) === undefined) === node.negated
      case 'if': {
        const [condition, then, otherwise] = [test(node.condition), value(node.then), value(node.else)]
        if (condition !== undefined) return condition ? then : otherwise
        return compared(then, '=', otherwise) ? then : undefined
      }
      case 'call':
        return call(node.name, node.args.map(value))
    }
  }

  if (on < (measure.inForce.from ?? '') || on > (measure.inForce.to ?? '9')) return { status: 'ineligible', amount: null, value }
  const conditions = all(measure.conditions.map(({ node }) => test(node)))
  if (conditions === false) return { status: 'ineligible', amount: null, value }
  const exact = measure.amount && (value(measure.amount.node) as Fraction | undefined)
  if (!conditions || !exact || exact.n < 0n) return { status: 'undetermined', amount: null, value }
  const { mode, step } = measure.amount!.rounding
  return { status: 'eligible', amount: roundedWhole({ n: exact.n, d: exact.d * BigInt(step) }, mode) * BigInt(step), value }
}
