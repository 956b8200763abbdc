/**
 * The reference: a second interpreter of the tree, written for tests alone from docs/language.md, slow and plain. It shares nothing with the engine but the types of
 * the tree: numbers, calendar and rounding are its own (`fraction.ts`, `calendar.ts`). Where back ends differ, it says who is right. Unknown is undefined.
 */
import type { Facts } from '../../facts.ts'
import type { When } from '../outcome.ts'
import type { Comparison, Constant, Measure, Node } from '../tree.ts'
import { dayOfMonth, dayOfText, isDay, laterByMonths, monthOf, weekdayOf, wholeMonths, yearOf } from './calendar.ts'
import { type Fraction, isWhole, minus, order, over, plus, rounded, times, whole } from './fraction.ts'

export type ReferenceValue = Fraction | string | boolean | undefined
type Known = Exclude<ReferenceValue, undefined>

export type ReferenceAnswer = {
  readonly status: 'eligible' | 'ineligible' | 'undetermined'
  /** Whole fen; null unless eligible. */
  readonly amount: bigint | null
  /** Bit i is condition i, then one for each judgement, then one for an amount without a value. */
  readonly mask: number
  /** What each condition and then each judgement says; empty where no row decides. */
  readonly answers: readonly (boolean | undefined)[]
  /** The value of any node of the measure. */
  readonly value: (node: Node) => ReferenceValue
}

const constant = (x: Constant): Known =>
  typeof x === 'string' || typeof x === 'boolean' ? x : typeof x === 'number' ? whole(x) : { n: x.n, d: x.d }
const dayNumber = ({ n, d }: Fraction): number => Number(n / d)

/** §3 Comparisons. Texts, choices and yes-no know only = and !=, which is all that the check lets through. */
const compared = (a: ReferenceValue, op: Comparison, b: ReferenceValue): boolean | undefined => {
  if (a === undefined || b === undefined) return undefined
  const sign = typeof a === 'object' && typeof b === 'object' ? order(a, b) : a === b ? 0 : 1
  return { '=': sign === 0, '!=': sign !== 0, '<': sign < 0, '<=': sign <= 0, '>': sign > 0, '>=': sign >= 0 }[op]
}

/** §3 Logic, §4.1 Three answers: no wins over unknown in `all`, yes in `any`. */
const all = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
const any = (parts: readonly (boolean | undefined)[]): boolean | undefined =>
  parts.includes(true) ? true : parts.includes(undefined) ? undefined : false

/** §3 Arithmetic, §4.6 No value: a division by 0 and a day outside of the calendar have none. */
const calculated = (op: string, a: Fraction, b: Fraction): Fraction | undefined =>
  op === '+' ? plus(a, b) : op === '-' ? minus(a, b) : op === '*' ? times(a, b) : over(a, b)
const asDay = (x: Fraction): Fraction | undefined => (isWhole(x) && isDay(dayNumber(x)) ? x : undefined)

const number = (f: (...args: readonly Fraction[]) => Known | undefined) => (args: readonly Known[]) => f(...(args as readonly Fraction[]))
const days = (f: (a: number, b: number) => number) => number((a, b) => whole(f(dayNumber(a!), dayNumber(b!))))
const text =
  (f: (x: string, part: string) => boolean) =>
  ([x, part]: readonly Known[]) =>
    f(String(x), String(part))
const place = (x: Known | undefined): number => Number((x as Fraction).n)
const part = (f: (day: number) => number) => number((day) => whole(f(dayNumber(day!))))

/** §3 Functions, §3 Texts, §3 Days and years. Asked only where every argument is known. */
const functions: Readonly<Record<string, (args: readonly Known[]) => ReferenceValue>> = {
  min: number((...args) => args.reduce((a, b) => (order(a, b) < 0 ? a : b))),
  max: number((...args) => args.reduce((a, b) => (order(a, b) > 0 ? a : b))),
  sum: number((...args) => args.reduce(plus)),
  abs: number((x) => (x!.n < 0n ? { n: -x!.n, d: x!.d } : x)),
  modulo: number((x, y) => (y!.n === 0n ? undefined : minus(x!, times(y!, rounded(over(x!, y!)!, 'floor', whole(1))!)))),
  floor: number((x, step) => rounded(x!, 'floor', step!)),
  ceiling: number((x, step) => rounded(x!, 'ceiling', step!)),
  round: number((x, step) => rounded(x!, 'half-up', step!)),
  contains: text((x, part) => x.indexOf(part) >= 0),
  'starts with': text((x, part) => x.slice(0, part.length) === part),
  'ends with': text((x, part) => x.slice(x.length - part.length) === part && part.length <= x.length),
  'string length': ([x]) => whole(Array.from(String(x)).length),
  substring: ([x, from, count]) =>
    Array.from(String(x))
      .filter((_, index) => index + 1 >= place(from) && (count === undefined || index + 1 < place(from) + place(count)))
      .join(''),
  count_true: (args) => whole(args.filter((each) => each === true).length),
  days: days((a, b) => b - a),
  months: days(wholeMonths),
  years: days((a, b) => Math.trunc(wholeMonths(a, b) / 12)),
  year: part(yearOf),
  month: part(monthOf),
  day: part(dayOfMonth),
  weekday: part(weekdayOf),
  // The calendar has 300 years: what is further away has no day, and no date of JavaScript either.
  add_months: number((day, months) =>
    isWhole(months!) && Math.abs(dayNumber(months!)) <= 3600 ? asDay(whole(laterByMonths(dayNumber(day!), dayNumber(months!)))) : undefined,
  ),
}

/** §2 Dated parameters: in force on the day and public by then; of two the one that became public last. */
const parametersOn = ({ parameters }: Measure, { on, known }: When): ReadonlyMap<string, Known> =>
  new Map(
    parameters.flatMap(({ name, versions }) => {
      const usable = versions.filter(
        (each) => (each.validity.from ?? '') <= on && on <= (each.validity.to ?? '9') && (each.known ?? '') <= known,
      )
      const last = usable.reduce<(typeof usable)[number] | undefined>(
        (best, each) => (best && (best.known ?? '') > (each.known ?? '') ? best : each),
        undefined,
      )
      return last ? [[name, constant(last.value)] as const] : []
    }),
  )

/** Answers for one measure on one day, subject by subject. */
export const referenceOf = (measure: Measure, when: When): ((facts: Facts) => ReferenceAnswer) => {
  const parameters = parametersOn(measure, when)
  const definitions = new Map(measure.definitions.map((each) => [each.name, each.node]))
  const tables = new Map(measure.tables.map((each) => [each.name, each]))
  const today = whole(dayOfText(when.on))
  const isInForce = (measure.inForce.from ?? '') <= when.on && when.on <= (measure.inForce.to ?? '9') && (measure.known ?? '') <= when.known

  return (facts) => {
    /** What has a name is computed once. */
    const named = new Map<string, ReferenceValue>()
    const once = (key: string, compute: () => ReferenceValue): ReferenceValue => {
      if (!named.has(key)) named.set(key, compute())
      return named.get(key)
    }
    const test = (node: Node): boolean | undefined => value(node) as boolean | undefined
    /** §3 Lists: the item that a condition or a value of a list is about. */
    let item: number | null = null

    const overItems = (node: Extract<Node, { kind: 'list' }>): ReferenceValue => {
      const count = value(node.count)
      const items = Array.from({ length: Number(node.count.kind === 'fact' && node.count.high) }, (_, index) => {
        item = index + 1
        const found = {
          exists: compared(count, '>=', whole(item)),
          holds: !node.condition || test(node.condition),
          worth: node.value && value(node.value),
        }
        item = null
        return found
      })
      const counts = items.map(({ exists, holds }) => all([exists, holds]))
      const either = (index: number, otherwise: ReferenceValue): ReferenceValue => {
        const { worth } = items[index]!
        if (counts[index] !== undefined) return counts[index] ? (worth ?? undefined) : otherwise
        return compared(worth ?? undefined, '=', otherwise) ? otherwise : undefined
      }
      const total = (name: string, args: readonly ReferenceValue[]): ReferenceValue =>
        args.includes(undefined) ? undefined : functions[name]!(args as readonly Known[])
      switch (node.aggregate) {
        case 'count':
          return total('count_true', counts)
        case 'some':
          return any(counts)
        case 'every':
          return all(items.map(({ exists, holds }) => any([exists === undefined ? undefined : !exists, holds])))
        case 'sum':
          return total(
            'sum',
            items.map((_, index) => either(index, whole(0))),
          )
        default: {
          const first = items.reduceRight<ReferenceValue>((rest, _, index) => either(index, rest), undefined)
          return total(
            node.aggregate,
            items.map((_, index) => either(index, first)),
          )
        }
      }
    }

    const value = (node: Node): ReferenceValue => {
      switch (node.kind) {
        // §3 Literals and names.
        case 'literal':
          return constant(node.value)
        case 'fact': {
          const fact = facts.get(item === null ? node.key : `${node.key}#${item}`) ?? facts.get(node.key)
          return fact === undefined ? undefined : constant(fact)
        }
        case 'parameter':
          return parameters.get(node.name)
        case 'day':
          return today
        case 'definition':
          return once(`d:${node.name}`, () => value(definitions.get(node.name)!))
        // §2 A table: the first row that holds, the only one, or the sum of all. A row that is unknown keeps it open, unless a first one above it holds.
        case 'table':
          return once(`t:${node.name}`, () => {
            const { hit, rows } = tables.get(node.name)!
            const open = rows.filter(({ when }) => test(when) !== false)
            const decisive = hit === 'first' ? open.slice(0, 1) : open
            if (decisive.length === 0 || decisive.some(({ when }) => test(when) === undefined)) return undefined
            if (hit === 'unique' && decisive.length > 1) return undefined
            const values = decisive.map((row) => value(row.value))
            return values.includes(undefined) ? undefined : values.length === 1 ? values[0] : (values as readonly Fraction[]).reduce(plus)
          })
        case 'hit':
          return any(tables.get(node.name)!.rows.map((row) => test(row.when)))
        case 'arithmetic': {
          const [a, b] = [value(node.left), value(node.right)] as [Fraction | undefined, Fraction | undefined]
          const result = a && b && calculated(node.op, a, b)
          return result && node.type.kind === 'date' ? asDay(result) : result
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
        // §3 Membership.
        case 'between': {
          const x = value(node.of)
          return all([compared(x, node.lowOpen ? '>' : '>=', value(node.low)), compared(x, node.highOpen ? '<' : '<=', value(node.high))])
        }
        case 'member': {
          const x = value(node.of)
          return any(node.list.map((each) => compared(x, '=', value(each))))
        }
        // §3 Unknown.
        case 'known':
          return (value(node.of) === undefined) === node.negated
        case 'if': {
          const condition = test(node.condition)
          if (condition !== undefined) return value(condition ? node.then : node.else)
          const then = value(node.then)
          return compared(then, '=', value(node.else)) ? then : undefined
        }
        case 'list':
          return overItems(node)
        case 'call': {
          const args = node.args.map(value)
          const call = functions[node.name]
          if (!call) throw new Error(`the reference does not know ${node.name}`)
          return args.includes(undefined) ? undefined : call(args as readonly Known[])
        }
      }
    }

    const settled = (status: ReferenceAnswer['status'], more: Partial<ReferenceAnswer> = {}): ReferenceAnswer => ({
      status,
      amount: null,
      mask: 0,
      answers: [],
      value,
      ...more,
    })
    // §1 in_force and known; a measure of grade text decides nothing.
    if (!isInForce) return settled('ineligible')
    if (measure.grade === 'text') return settled('undetermined')

    // §2 rule and judgement: all conditions must hold, and a person must have said yes.
    const answers = [
      ...measure.conditions.map(({ node }) => test(node)),
      ...measure.judgements.map(({ name }) => facts.get(`${measure.id}.${name}`) as boolean | undefined),
    ]
    const bits = (which: boolean | undefined): number => answers.reduce((sum, each, bit) => (each === which ? sum + 2 ** bit : sum), 0)
    if (answers.includes(false)) return settled('ineligible', { answers, mask: bits(false) })

    // §4.6 An amount below 0 has no value. §4.3 Only `round=` rounds, once, at the end.
    const exact = measure.amount ? (value(measure.amount.node) as Fraction | undefined) : undefined
    const hasValue = exact !== undefined && exact.n >= 0n
    const mask = bits(undefined) + (measure.amount && !hasValue ? 2 ** answers.length : 0)
    // §2 missing: what the public text does not say keeps the amount from being computed.
    if (answers.includes(undefined) || !hasValue || measure.gaps.length > 0) return settled('undetermined', { answers, mask })
    const { mode, step } = measure.amount!.rounding
    const { n, d } = rounded(exact, mode, whole(step))!
    return settled('eligible', { answers, amount: n / d })
  }
}
