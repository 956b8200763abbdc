/** From syntax to checked nodes: names are looked up, types and units settled. The first finding of an expression ends it and null is returned. */
import { numberOfDay } from '../dates.ts'
import { exactOf, isWhole, multiply, negate } from '../exact.ts'
import { type FactCatalogue, type FactDeclaration, factKey, factOf, rangeOf, typeOfFact } from '../facts.ts'
import { factOfItem, isOfItem, itemKey, type List } from '../list-facts.ts'
import type { Text } from '../messages.ts'
import { functions } from './functions/all.ts'
import { isMisfit, type RuleFunction } from './functions/function.ts'
import { placeOf, type Span } from './lines.ts'
import { listNode, overList } from './list.ts'
import { rankNode } from './rank.ts'
import type { Reporter } from './report.ts'
import type { Syntax, Test } from './syntax.ts'
import type { Arithmetic, Comparison, Node, Rank } from './tree.ts'
import type { Type } from './types.ts'
import { counted, day, hasNoUnit, isMoney, perUnit, plain, sameUnit, timesUnit, typeText, unitOf, yesNo } from './units.ts'
import { MAX_WORK } from './work.ts'

/** What an expression may name. Definitions and tables are typed on first use, so that they may stand in any order. */
export type Scope = {
  readonly catalogue: FactCatalogue
  readonly parameters: ReadonlyMap<string, { readonly type: Type; readonly span: Span }>
  readonly definition: (name: string, from: Span) => Type | 'unknown' | 'failed'
  readonly table: (name: string, from: Span) => Type | 'unknown' | 'failed'
  readonly names: () => Iterable<string>
  readonly used: { readonly facts: Set<string>; readonly names: Set<string>; readonly ranks: Map<string, Rank> }
  /** How deep the typing is at this moment, through definitions as well, and how many nodes it made: keeps every walk of the tree bounded. */
  readonly built: { depth: number; nodes: number }
  /** Within the condition or the value of a list: the item that is spoken of, or null for none in particular. */
  readonly item?: { readonly list: List; readonly number: number | null }
}

export const MAX_NESTING = 400

const LOOK_BACK: ReadonlyMap<string, number> = new Map([
  ['上年', 1],
  ['前年', 2],
])
/** Conditions counted up: `any(a, b)` is `a or b`. */
const LOGIC: ReadonlyMap<string, 'and' | 'or'> = new Map([
  ['all', 'and'],
  ['any', 'or'],
])

/** Everything that is written like a function. */
export const functionNames = (): readonly string[] => [
  ...functions.keys(),
  ...LOOK_BACK.keys(),
  '近年合计',
  'rank',
  'count',
  'mean',
  ...LOGIC.keys(),
]

export const typed = (reporter: Reporter, scope: Scope, syntax: Syntax, id: string): Node | null => {
  if (reporter.full()) return null
  const place = (span: Span) => placeOf(reporter.source, span.start, span.end)
  const fail = (...args: Parameters<Reporter['report']>): null => {
    reporter.report(...args)
    return null
  }
  const written = (span: Span): string => reporter.source.text.slice(span.start, span.end).slice(0, 60)

  const factNode = (declaration: FactDeclaration, back: number, span: Span, id: string, key = factKey(declaration.name, back)): Node => {
    scope.used.facts.add(key)
    return {
      id,
      place: place(span),
      kind: 'fact',
      name: declaration.name,
      key,
      back,
      ...rangeOf(declaration),
      type: typeOfFact(declaration),
    }
  }

  const nameNode = (name: string, span: Span, id: string): Node | null => {
    const base = { id, place: place(span) }
    if (name === 'true' || name === 'false') return { ...base, kind: 'literal', value: name === 'true', written: name, type: yesNo }
    if (name === '决定日') return { ...base, kind: 'day', type: day }
    const ofItem = scope.item && factOfItem(name, scope.item.list)
    if (scope.item && ofItem) {
      const { number } = scope.item
      return factNode(ofItem, 0, span, id, number === null ? ofItem.name : itemKey(ofItem.name, number))
    }
    const defined = scope.definition(name, span)
    if (defined === 'failed') return null
    if (defined !== 'unknown') return { ...base, kind: 'definition', name, type: defined }
    const parameter = scope.parameters.get(name)
    if (parameter) {
      scope.used.names.add(name)
      return { ...base, kind: 'parameter', name, type: parameter.type }
    }
    const table = scope.table(name, span)
    if (table === 'failed') return null
    if (table !== 'unknown') return { ...base, kind: 'table', name, type: table }
    const fact = factOf(name, scope.catalogue)
    const declared = scope.catalogue.get(name)
    if (declared?.list && isOfItem(declared)) return fail('rule.list-item', span, { name, list: declared.list.name })
    if (!fact) return fail('rule.name-unknown', span, { name, hint: reporter.hint(name, scope.names) })
    return factNode(fact.declaration, fact.back, span, id)
  }

  const literal = (syntax: Extract<Syntax, { kind: 'number' }>, id: string, sign: 1 | -1, span: Span): Node | null => {
    const meaning = unitOf(syntax.unit)
    const number = exactOf(syntax.digits)
    if (!meaning || number === null) return null
    const value = multiply(number, meaning.factor)
    const type: Type = { kind: 'number', unit: meaning.unit, percent: meaning.percent, whole: !meaning.percent && isWhole(value) }
    return { id, place: place(span), kind: 'literal', value: sign < 0 ? negate(value) : value, written: written(span), type }
  }

  /** The place where a parameter was declared, as the second place of a finding. */
  const declaredAt = (...nodes: readonly Node[]): { other?: { span: Span; note: Text } } => {
    const parameter = nodes.find((node) => node.kind === 'parameter')
    const found = parameter?.kind === 'parameter' ? scope.parameters.get(parameter.name) : undefined
    if (!found || parameter?.kind !== 'parameter') return {}
    const type = typeText(found.type)
    return {
      other: {
        span: found.span,
        note: { zh: `${parameter.name} 在此声明为${type.zh}`, en: `${parameter.name} is declared here as ${type.en}` },
      },
    }
  }

  const NONE: Text = { zh: '', en: '' }
  const mismatch = (left: Node, right: Node, span: Span, operation: Text, hint: Text = NONE): null => {
    const code = left.type.kind === 'number' && right.type.kind === 'number' ? 'rule.unit-mismatch' : 'rule.type-mismatch'
    return fail(code, span, { left: typeText(left.type), right: typeText(right.type), operation, hint }, declaredAt(left, right))
  }

  /** True if a percentage meets a plain number other than 0 and 1; reported with what was probably meant. */
  const percentMeetsPlain = (left: Node, right: Node): boolean => {
    if (left.type.kind !== 'number' || right.type.kind !== 'number' || left.type.percent === right.type.percent) return false
    if (!hasNoUnit(left.type.unit) || !hasNoUnit(right.type.unit)) return false
    const [percent, plainNode] = left.type.percent ? [left, right] : [right, left]
    if (plainNode.kind === 'literal' && (plainNode.value === 0 || plainNode.value === 1)) return false
    const text = written(spanOf(plainNode))
    fail(
      'rule.percent-plain',
      spanOf(plainNode),
      { percent: written(spanOf(percent)), plain: text, suggestion: plainNode.kind === 'literal' ? `${text}%` : `${text} * 100%` },
      declaredAt(percent),
    )
    return true
  }

  const spans = new Map<Node, Span>()
  const spanOf = (node: Node): Span => spans.get(node) ?? syntax

  const sameKind = (left: Type, right: Type): boolean =>
    left.kind === 'number' && right.kind === 'number'
      ? sameUnit(left.unit, right.unit)
      : left.kind === right.kind || (left.kind === 'enum' && right.kind === 'text') || (left.kind === 'text' && right.kind === 'enum')

  const COMPARED: Text = { zh: '比较', en: 'compared' }

  /** Both sides can be compared by `op`; texts, choices and yes/no only by = and !=. */
  const comparable = (left: Node, right: Node, op: Comparison | 'in', span: Span): boolean => {
    if (percentMeetsPlain(left, right)) return false
    const ordered = op !== '=' && op !== '!=' && op !== 'in'
    if (!sameKind(left.type, right.type) || (ordered && left.type.kind !== 'number' && left.type.kind !== 'date')) {
      mismatch(left, right, span, COMPARED)
      return false
    }
    for (const [choice, value] of [
      [left, right],
      [right, left],
    ] as const) {
      if (choice.type.kind !== 'enum' || value.kind !== 'literal' || choice.type.values.includes(String(value.value))) continue
      const { values } = choice.type
      const name = choice.kind === 'fact' ? choice.name : written(spanOf(choice))
      fail('rule.value-unknown', spanOf(value), {
        value: String(value.value),
        name,
        hint: reporter.hint(String(value.value), () => values),
      })
      return false
    }
    return true
  }

  const arithmeticType = (op: Arithmetic, left: Node, right: Node, span: Span): Type | null => {
    const [a, b] = [left.type, right.type]
    const words: Record<Arithmetic, Text> = {
      '+': { zh: '相加', en: 'added' },
      '-': { zh: '相减', en: 'subtracted' },
      '*': { zh: '相乘', en: 'multiplied' },
      '/': { zh: '相除', en: 'divided' },
    }
    if (a.kind === 'date' && op === '-' && b.kind === 'date') return counted('日')
    if (a.kind === 'date' && (op === '+' || op === '-') && b.kind === 'number' && sameUnit(b.unit, { 日: 1 })) return day
    if (a.kind !== 'number' || b.kind !== 'number') return mismatch(left, right, span, words[op])
    if (op === '*') {
      const unit = timesUnit(a.unit, b.unit)
      return { kind: 'number', unit, percent: hasNoUnit(unit) && (a.percent || b.percent), whole: a.whole && b.whole }
    }
    if (op === '/') {
      const unit = perUnit(a.unit, b.unit)
      // A quantity over the same quantity is a share; a share of a share is a plain factor.
      const percent = hasNoUnit(unit) && (a.percent !== b.percent || (!hasNoUnit(a.unit) && !a.percent))
      return { kind: 'number', unit, percent, whole: false }
    }
    if (percentMeetsPlain(left, right)) return null
    if (!sameUnit(a.unit, b.unit)) {
      const hint = a.percent !== b.percent ? { zh: '；是否应为 *？', en: '; did you mean *?' } : NONE
      return mismatch(left, right, span, words[op], hint)
    }
    return { kind: 'number', unit: a.unit, percent: a.percent || b.percent, whole: a.whole && b.whole }
  }

  const condition = (syntax: Syntax, id: string): Node | null => {
    const node = go(syntax, id)
    if (node && node.type.kind !== 'yes-no') return fail('rule.not-condition', syntax, { found: typeText(node.type) })
    return node
  }

  const testNode = (of: Syntax, test: Test, id: string, span: Span): Node | null => {
    const base = { id, place: place(span), type: yesNo }
    switch (test.kind) {
      case 'any':
        return { ...base, kind: 'literal', value: true, written: '-' }
      case 'value':
      case 'compare': {
        const left = go(of, `${id}.0`)
        const right = go(test.value, `${id}.1`)
        // A cell may hold a condition of its own, e.g. an input column of yes/no.
        const op = test.kind === 'value' ? '=' : test.op
        return left && right && comparable(left, right, op, span) ? { ...base, kind: 'compare', op, left, right } : null
      }
      case 'range': {
        const value = go(of, `${id}.0`)
        const low = go(test.low, `${id}.1`)
        const high = go(test.high, `${id}.2`)
        if (!value || !low || !high || !comparable(value, low, '<', test) || !comparable(value, high, '<', test)) return null
        return { ...base, kind: 'between', of: value, low, high, lowOpen: test.lowOpen, highOpen: test.highOpen }
      }
      case 'none-of': {
        const inner = testsNode(of, test.tests, `${id}.0`, span)
        return inner && { ...base, kind: 'not', of: inner }
      }
    }
  }

  /** Any of the tests: a plain list of values stays one membership. */
  const testsNode = (of: Syntax, tests: readonly Test[], id: string, span: Span): Node | null => {
    const base = { id, place: place(span), type: yesNo }
    if (tests.length !== 1 && tests.every((test) => test.kind === 'value')) {
      const value = go(of, `${id}.0`)
      const list = tests.map((test, index) => (test.kind === 'value' ? go(test.value, `${id}.${index + 1}`) : null))
      if (!value || list.some((each) => each === null)) return null
      const nodes = list as Node[]
      return nodes.every((each) => comparable(value, each, 'in', spanOf(each))) ? { ...base, kind: 'member', of: value, list: nodes } : null
    }
    if (tests.length === 1) return testNode(of, tests[0]!, id, span)
    const parts = tests.map((test, index) => testNode(of, test, `${id}.${index}`, test))
    return parts.some((each) => each === null) ? null : { ...base, kind: 'or', parts: parts as Node[] }
  }

  const lookBack = (syntax: Extract<Syntax, { kind: 'call' }>, id: string, back: number): Node | null => {
    const [arg] = syntax.args
    if (syntax.args.length !== 1 || arg?.kind !== 'name')
      return fail('rule.argument-count', syntax, { name: syntax.name, expected: 1, given: syntax.args.length })
    const declaration = scope.catalogue.get(arg.name)
    if (!declaration) return fail('rule.name-unknown', arg, { name: arg.name, hint: reporter.hint(arg.name, () => scope.catalogue.keys()) })
    if (!declaration.yearly) return fail('rule.look-back', arg, { name: arg.name })
    return factNode(declaration, back, syntax, id)
  }

  /** Arguments that the call leaves out. */
  const leftOut = (declared: RuleFunction, args: readonly Node[], id: string): readonly Node[] =>
    (declared.defaults ?? []).slice(args.length - 1).map((value, index) => {
      const { place: span, type } = args[0]!
      return { id: `${id}.${args.length + index}`, place: span, kind: 'literal', value, written: String(value), type }
    })

  /** The function of that name on the arguments of a call, which findings name as it is written. */
  const applied = (syntax: Extract<Syntax, { kind: 'call' }>, id: string, name: string): Node | null => {
    const declared = functions.get(name)
    if (!declared)
      return fail('rule.function-unknown', syntax, {
        name: syntax.name,
        hint: reporter.hint(syntax.name, functionNames),
      })
    const [fewest, most] = declared.arity
    if (syntax.args.length < fewest || syntax.args.length > most) {
      return fail('rule.argument-count', syntax, {
        name: syntax.name,
        expected: fewest === most ? fewest : `${fewest}–${most}`,
        given: syntax.args.length,
      })
    }
    const args = syntax.args.map((arg, index) => go(arg, `${id}.${index}`))
    if (args.some((each) => each === null)) return null
    const nodes = args as Node[]
    const type = declared.type(
      nodes.map((each) => each.type),
      nodes.map((each) => (each.kind === 'literal' ? each.value : undefined)),
    )
    if (!isMisfit(type)) return { id, place: place(syntax), kind: 'call', name, args: [...nodes, ...leftOut(declared, nodes, id)], type }
    const wrong = nodes[type.index]!
    return fail(
      'rule.argument-type',
      syntax.args[type.index]!,
      { name: syntax.name, index: type.index + 1, expected: type.expected, found: typeText(wrong.type) },
      declaredAt(wrong),
    )
  }

  /** `mean(a, b, c)` is `sum(a, b, c) / 3`. */
  const mean = (syntax: Extract<Syntax, { kind: 'call' }>, id: string): Node | null => {
    const sum = applied(syntax, `${id}.0`, 'sum')
    if (sum?.type.kind !== 'number') return null
    const base = { place: place(syntax), type: { ...sum.type, whole: false } }
    const count = syntax.args.length
    const right: Node = { ...base, id: `${id}.1`, kind: 'literal', value: count, written: String(count), type: plain }
    return { ...base, id, kind: 'arithmetic', op: '/', left: sum, right }
  }

  const call = (syntax: Extract<Syntax, { kind: 'call' }>, id: string): Node | null => {
    const over = overList(syntax, scope)
    if (over) return listNode(reporter, scope, over, id, typed)
    const back = LOOK_BACK.get(syntax.name)
    if (back !== undefined) return lookBack(syntax, id, back)
    if (syntax.name === '近年合计') {
      const [arg, count] = syntax.args
      const n = count?.kind === 'number' && count.unit === '' ? Number(count.digits) : 0
      if (!arg || syntax.args.length !== 2 || !Number.isInteger(n) || n < 1 || n > 9)
        return fail('rule.argument-count', syntax, { name: syntax.name, expected: '2 (x, 1…9)', given: syntax.args.length })
      const args = Array.from({ length: n }, (_, years) => lookBack({ ...syntax, name: '上年', args: [arg] }, `${id}.${years}`, years))
      return args.some((each) => each === null)
        ? null
        : { id, place: place(syntax), kind: 'call', name: 'sum', args: args as Node[], type: args[0]!.type }
    }
    if (syntax.name === 'mean') return mean(syntax, id)
    const logic = LOGIC.get(syntax.name)
    if (logic) {
      if (syntax.args.length === 0) return fail('rule.argument-count', syntax, { name: syntax.name, expected: '1…', given: 0 })
      return go({ kind: logic, parts: syntax.args, start: syntax.start, end: syntax.end }, id)
    }
    if (syntax.name === 'rank') return rankNode(reporter, scope, syntax, id, typed)
    return applied(syntax, id, syntax.name)
  }

  /** A property of a day is the function of its name. */
  const property = ({ name, of, start, end }: Extract<Syntax, { kind: 'property' }>, id: string): Node | null =>
    call({ kind: 'call', name, args: [of], start, end }, id)

  const go = (syntax: Syntax, id: string): Node | null => {
    if (scope.built.depth >= MAX_NESTING) return fail('rule.too-deep', syntax, { limit: MAX_NESTING })
    // A list of tests repeats what it tests, so that a short text can mean a large tree; said once.
    if (scope.built.nodes > MAX_WORK) return null
    if (++scope.built.nodes > MAX_WORK) return fail('rule.too-much-work', syntax, { limit: MAX_WORK })
    scope.built.depth++
    const node = build(syntax, id)
    scope.built.depth--
    if (node) spans.set(node, syntax)
    return node
  }

  const build = (syntax: Syntax, id: string): Node | null => {
    const base = { id, place: place(syntax) }
    switch (syntax.kind) {
      case 'number':
        return literal(syntax, id, 1, syntax)
      case 'text':
        return { ...base, kind: 'literal', value: syntax.text, written: `"${syntax.text}"`, type: { kind: 'text' } }
      case 'day':
        return { ...base, kind: 'literal', value: numberOfDay(syntax.text), written: syntax.text, type: day }
      case 'name':
        return nameNode(syntax.name, syntax, id)
      case 'call':
        return call(syntax, id)
      case 'quantified':
        return listNode(reporter, scope, overList(syntax, scope)!, id, typed)
      case 'items':
        return fail('rule.list', syntax)
      case 'property':
        return property(syntax, id)
      case 'minus': {
        if (syntax.of.kind === 'number') return literal(syntax.of, id, -1, syntax)
        const of = go(syntax.of, `${id}.1`)
        if (!of) return null
        if (of.type.kind !== 'number')
          return fail('rule.type-mismatch', syntax, {
            left: typeText(plain),
            right: typeText(of.type),
            operation: { zh: '相减', en: 'subtracted' },
            hint: NONE,
          })
        const zero: Node = { id: `${id}.0`, place: base.place, kind: 'literal', value: 0, written: '0', type: of.type }
        return { ...base, kind: 'arithmetic', op: '-', left: zero, right: of, type: of.type }
      }
      case 'arithmetic': {
        const left = go(syntax.left, `${id}.0`)
        const right = go(syntax.right, `${id}.1`)
        const type = left && right && arithmeticType(syntax.op, left, right, syntax)
        return left && right && type ? { ...base, kind: 'arithmetic', op: syntax.op, left, right, type } : null
      }
      case 'compare': {
        const left = go(syntax.left, `${id}.0`)
        const right = go(syntax.right, `${id}.1`)
        return left && right && comparable(left, right, syntax.op, syntax)
          ? { ...base, kind: 'compare', op: syntax.op, left, right, type: yesNo }
          : null
      }
      case 'and':
      case 'or': {
        const parts = syntax.parts.map((part, index) => condition(part, `${id}.${index}`))
        return parts.some((each) => each === null) ? null : { ...base, kind: syntax.kind, parts: parts as Node[], type: yesNo }
      }
      case 'not': {
        const of = condition(syntax.of, `${id}.0`)
        return of && { ...base, kind: 'not', of, type: yesNo }
      }
      case 'in':
        return testsNode(syntax.of, syntax.tests, id, syntax)
      case 'known': {
        const of = go(syntax.of, `${id}.0`)
        return of && { ...base, kind: 'known', of, negated: syntax.negated, type: yesNo }
      }
      case 'if': {
        const test = condition(syntax.condition, `${id}.0`)
        const then = go(syntax.then, `${id}.1`)
        const otherwise = go(syntax.else, `${id}.2`)
        if (!test || !then || !otherwise) return null
        if (!sameKind(then.type, otherwise.type) || percentMeetsPlain(then, otherwise)) {
          return fail('rule.branches', syntax, { left: typeText(then.type), right: typeText(otherwise.type) })
        }
        return { ...base, kind: 'if', condition: test, then, else: otherwise, type: then.type }
      }
    }
  }

  return go(syntax, id)
}

/** The condition that a row of a table makes of its cells; a row of dashes holds always. */
export const typedRow = (
  reporter: Reporter,
  scope: Scope,
  heads: readonly Syntax[],
  tests: readonly (readonly Test[])[],
  id: string,
  span: Span,
): Node | null => {
  const place = placeOf(reporter.source, span.start, span.end)
  const parts: (Node | null)[] = []
  for (const [index, head] of heads.entries()) {
    const cell = tests[index]!
    if (cell.length === 1 && cell[0]!.kind === 'any') continue
    const start = cell[0]!.start
    parts.push(typed(reporter, scope, { kind: 'in', of: head, tests: cell, start, end: cell.at(-1)!.end }, `${id}.${index}`))
  }
  if (parts.some((each) => each === null)) return null
  if (parts.length === 0) return { id, place, type: yesNo, kind: 'literal', value: true, written: '-' }
  return parts.length === 1 ? parts[0]! : { id, place, type: yesNo, kind: 'and', parts: parts as Node[] }
}

export const isMoneyType = (type: Type): boolean => type.kind === 'number' && isMoney(type.unit)
