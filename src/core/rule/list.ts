/**
 * Counts, sums and quantifiers over the items of a list. A list is bounded, so each of them is also a plain tree over its items, `expanded`, which is what every
 * back end computes; list, condition and value are kept for words.
 */
import { rangeOf, typeOfFact } from '../facts.ts'
import { listsOf } from '../list-facts.ts'
import { placeOf, type Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Syntax } from './syntax.ts'
import type { Aggregate, Node } from './tree.ts'
import type { Scope } from './typed.ts'
import type { Type } from './types.ts'
import { plain, typeText, yesNo } from './units.ts'

type Typed = (reporter: Reporter, scope: Scope, syntax: Syntax, id: string) => Node | null
type Over = {
  readonly aggregate: Aggregate
  readonly list: string
  readonly where: Syntax | null
  readonly value: Syntax | null
  readonly span: Span
}

const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'min', 'max'])

/** What a call or a quantifier says of a list; null if it speaks of none. */
export const overList = (syntax: Syntax, scope: Scope): Over | null => {
  if (syntax.kind === 'quantified') return { aggregate: syntax.word, list: syntax.list, where: syntax.satisfies, value: null, span: syntax }
  if (syntax.kind !== 'call' || !AGGREGATES.has(syntax.name) || syntax.args.length !== 1) return null
  const [arg] = syntax.args
  const aggregate = syntax.name as Aggregate
  if (arg?.kind === 'items') return { aggregate, list: arg.list, where: arg.where, value: arg.value, span: syntax }
  if (arg?.kind !== 'name' || !listsOf(scope.catalogue).has(arg.name)) return null
  return { aggregate, list: arg.name, where: null, value: null, span: syntax }
}

/** One item: whether it counts, and its value. */
type Item = { readonly counts: Node; readonly value: Node | null }

/** The plain tree over the items. */
const expansion = (aggregate: Aggregate, items: readonly Item[], type: Type, id: string, place: Node['place']): Node => {
  const base = { id: `${id}.all`, place }
  const all = items.map(({ counts }) => counts)
  const zero: Node = { id: `${id}.zero`, place, kind: 'literal', value: 0, written: '0', type }
  switch (aggregate) {
    case 'count':
      return { ...base, kind: 'call', name: 'count_true', args: all, type }
    case 'some':
      return { ...base, kind: 'or', parts: all, type }
    case 'every':
      return { ...base, kind: 'and', parts: all, type }
    case 'sum':
      return { ...base, kind: 'call', name: 'sum', args: items.map((item, at) => chosen(item, zero, `${id}.${at + 1}`, place)), type }
    default: {
      // What does not count stands behind the first that does; where none does there is no value.
      const one: Node = { id: `${id}.one`, place, kind: 'literal', value: 0, written: '0', type: plain }
      const none: Node = { id: `${id}.none`, place, kind: 'arithmetic', op: '/', left: zero, right: one, type }
      const first = items.reduceRight<Node>((rest, item, at) => chosen(item, rest, `${id}.first.${at + 1}`, place), none)
      return { ...base, kind: 'call', name: aggregate, args: items.map((item, at) => chosen(item, first, `${id}.${at + 1}`, place)), type }
    }
  }
}
const chosen = ({ counts, value }: Item, otherwise: Node, id: string, place: Node['place']): Node => ({
  id,
  place,
  kind: 'if',
  condition: counts,
  // biome-ignore lint/suspicious/noThenProperty: the branch of a condition
  then: value!,
  else: otherwise,
  type: value!.type,
})

/** Types what is said of a list: once for words, and once for each item. */
export const listNode = (reporter: Reporter, scope: Scope, over: Over, id: string, typed: Typed): Node | null => {
  const { aggregate, span } = over
  const list = listsOf(scope.catalogue).get(over.list)
  if (!list) {
    reporter.report('rule.list-unknown', span, { name: over.list, hint: reporter.hint(over.list, () => listsOf(scope.catalogue).keys()) })
    return null
  }
  const needsValue = aggregate === 'sum' || aggregate === 'min' || aggregate === 'max'
  if (scope.item || needsValue !== (over.value !== null)) {
    reporter.report('rule.list', span)
    return null
  }
  const place = placeOf(reporter.source, span.start, span.end)
  const count: Node = {
    id: `${id}.count`,
    place,
    kind: 'fact',
    name: list.count.name,
    key: list.count.name,
    back: 0,
    ...rangeOf(list.count),
    type: typeOfFact(list.count),
  }
  /** Condition and value of an item; of none in particular where `item` is null. */
  const partsOf = (item: number | null): { condition: Node | null; value: Node | null } | null => {
    const used = item === null ? { ...scope.used, facts: new Set<string>() } : scope.used
    const inner: Scope = { ...scope, used, item: { list, number: item } }
    const own = `${id}.${item ?? 'each'}`
    const condition = over.where && typed(reporter, inner, over.where, `${own}.0`)
    const value = over.value && typed(reporter, inner, over.value, `${own}.1`)
    return (over.where && !condition) || (over.value && !value) ? null : { condition, value }
  }
  const each = partsOf(null)
  if (!each) return null
  if (each.condition && each.condition.type.kind !== 'yes-no') {
    reporter.report('rule.not-condition', over.where!, { found: typeText(each.condition.type) })
    return null
  }
  if (each.value && each.value.type.kind !== 'number') {
    reporter.report('rule.argument-type', over.value!, {
      name: aggregate,
      index: 1,
      expected: { zh: '数', en: 'a number' },
      found: typeText(each.value.type),
    })
    return null
  }
  scope.used.facts.add(count.key)
  const items: Item[] = []
  for (let item = 1; item <= list.max; item++) {
    const own = partsOf(item)
    if (!own) return null
    const number: Node = { id: `${id}.${item}.n`, place, kind: 'literal', value: item, written: String(item), type: count.type }
    const base = { id: `${id}.${item}.counts`, place, type: yesNo }
    const exists: Node = { ...base, kind: 'compare', op: aggregate === 'every' ? '<' : '>=', left: count, right: number }
    const parts = own.condition ? [exists, own.condition] : [exists]
    items.push({ counts: parts.length === 1 ? exists : { ...base, kind: aggregate === 'every' ? 'or' : 'and', parts }, value: own.value })
  }
  const type = each.value?.type ?? (aggregate === 'count' ? plain : yesNo)
  return {
    id,
    place,
    kind: 'list',
    aggregate,
    list: over.list,
    label: list.label,
    count,
    ...each,
    type,
    expanded: expansion(aggregate, items, type, id, place),
  }
}
