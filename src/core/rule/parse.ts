/**
 * Expressions and table cells from text to syntax: precedence climbing over one token list. Never throws and never hangs: every loop consumes a token or
 * stops, and nesting is bounded. The first finding of an expression ends it; null is returned and the finding stands in the reporter.
 */
import { dayOf } from '../dates.ts'
import type { Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Property, Syntax, Test } from './syntax.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { Comparison } from './tree.ts'

const MAX_DEPTH = 60
const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>='])
const PROPERTIES: ReadonlySet<string> = new Set<Property>(['year', 'month', 'day', 'weekday'])
const RESERVED = new Set(['and', 'or', 'in', 'between', 'then', 'else', 'is', 'some', 'every', 'satisfies'])
const LISTED = new Set(['min', 'max', 'sum', 'mean', 'all', 'any', 'count_true'])
/** Words of the grammar: none of them is a word of a function's name. */
const GRAMMAR = new Set([...RESERVED, 'if', 'not', 'for', 'return', 'instance', 'known', 'unknown'])

/** Ends the parsing of one expression; the reason has been reported. Caught in `parsing`, never leaves this file. */
class Stop extends Error {}

type Cursor = { readonly reporter: Reporter; readonly tokens: readonly Token[]; at: number; depth: number }

const peek = (cursor: Cursor): Token => cursor.tokens[cursor.at]!
const next = (cursor: Cursor): Token => cursor.tokens[cursor.at < cursor.tokens.length - 1 ? cursor.at++ : cursor.at]!
const isSign = (token: Token, text: string): boolean => token.kind === 'sign' && token.text === text
const isWord = (token: Token, text: string): boolean => token.kind === 'name' && token.text === text

const written = (cursor: Cursor, token: Token): string =>
  token.kind === 'end' ? '…' : cursor.reporter.source.text.slice(token.start, token.end).slice(0, 40)

const stop = (cursor: Cursor, zh: string, en: string): never => {
  const token = peek(cursor)
  cursor.reporter.report('rule.expected', token, {
    expected: { zh, en },
    found: token.kind === 'end' ? { zh: '结尾', en: 'the end' } : written(cursor, token),
  })
  throw new Stop()
}

const sign = (cursor: Cursor, text: string): Token => (isSign(peek(cursor), text) ? next(cursor) : stop(cursor, `“${text}”`, `"${text}"`))
const word = (cursor: Cursor, text: string): Token => (isWord(peek(cursor), text) ? next(cursor) : stop(cursor, `“${text}”`, `"${text}"`))

const deeper = <T>(cursor: Cursor, read: (cursor: Cursor) => T): T => {
  if (++cursor.depth > MAX_DEPTH) {
    cursor.reporter.report('rule.too-deep', peek(cursor), { limit: MAX_DEPTH })
    throw new Stop()
  }
  const value = read(cursor)
  cursor.depth--
  return value
}

const expression = (cursor: Cursor): Syntax => deeper(cursor, disjunction)

const chain =
  (kind: 'and' | 'or', part: (cursor: Cursor) => Syntax) =>
  (cursor: Cursor): Syntax => {
    const first = part(cursor)
    if (!isWord(peek(cursor), kind)) return first
    const parts = [first]
    while (isWord(peek(cursor), kind)) {
      next(cursor)
      parts.push(part(cursor))
    }
    return { kind, parts, start: first.start, end: parts.at(-1)!.end }
  }

const relation = (cursor: Cursor): Syntax => {
  const left = sum(cursor)
  const token = peek(cursor)
  if (token.kind === 'sign' && COMPARISONS.has(token.text)) {
    next(cursor)
    const right = sum(cursor)
    const after = peek(cursor)
    if (after.kind === 'sign' && COMPARISONS.has(after.text)) {
      cursor.reporter.report('rule.chained', after)
      throw new Stop()
    }
    return { kind: 'compare', op: token.text as Comparison, left, right, start: left.start, end: right.end }
  }
  if (isWord(token, 'between')) {
    next(cursor)
    const low = sum(cursor)
    word(cursor, 'and')
    const high = sum(cursor)
    const range: Test = { kind: 'range', low, high, lowOpen: false, highOpen: false, start: low.start, end: high.end }
    return { kind: 'in', of: left, tests: [range], start: left.start, end: high.end }
  }
  if (isWord(token, 'in')) {
    next(cursor)
    const start = peek(cursor).start
    const tests = membership(cursor)
    return { kind: 'in', of: left, tests, start: left.start, end: Math.max(start, cursor.tokens[cursor.at - 1]!.end) }
  }
  if (isWord(token, 'is')) {
    next(cursor)
    const state = peek(cursor)
    if (!isWord(state, 'known') && !isWord(state, 'unknown')) return stop(cursor, '“known” 或 “unknown”', '"known" or "unknown"')
    next(cursor)
    return { kind: 'known', of: left, negated: isWord(state, 'unknown'), start: left.start, end: state.end }
  }
  return left
}

/** After `in`: a list of tests in brackets or parentheses, a range, or one test. */
const membership = (cursor: Cursor): readonly Test[] => {
  const open = peek(cursor)
  if (!isSign(open, '[') && !isSign(open, '(')) return [test(cursor)]
  const saved = cursor.at
  next(cursor)
  const first = isSign(peek(cursor), ']') ? null : deeper(cursor, test)
  if (first?.kind === 'value' && isSign(peek(cursor), '..')) {
    cursor.at = saved
    return [test(cursor)]
  }
  const tests = first ? [first] : []
  while (isSign(peek(cursor), ',')) {
    next(cursor)
    tests.push(deeper(cursor, test))
  }
  sign(cursor, isSign(open, '[') ? ']' : ')')
  return tests
}

const range = (cursor: Cursor): Test => {
  const open = next(cursor)
  const low = sum(cursor)
  sign(cursor, '..')
  const high = sum(cursor)
  const close = peek(cursor)
  if (!isSign(close, ']') && !isSign(close, ')') && !isSign(close, '[')) return stop(cursor, '“]” 或 “)”', '"]" or ")"')
  next(cursor)
  return { kind: 'range', low, high, lowOpen: !isSign(open, '['), highOpen: !isSign(close, ']'), start: open.start, end: close.end }
}

/** True if the bracket at the cursor opens a range: its `..` comes before the bracket closes. */
const opensRange = (cursor: Cursor): boolean => {
  let depth = 0
  for (let at = cursor.at; at < cursor.tokens.length; at++) {
    const token = cursor.tokens[at]!
    if (token.kind !== 'sign') continue
    if (token.text === '(' || token.text === '[') depth++
    if (token.text === ')' || token.text === ']') depth--
    if (depth === 1 && token.text === '..') return true
    if (depth === 0 || (depth === 1 && token.text === ',')) return false
  }
  return false
}

const test = (cursor: Cursor): Test => {
  const token = peek(cursor)
  if (token.kind === 'sign' && COMPARISONS.has(token.text)) {
    next(cursor)
    const value = sum(cursor)
    return { kind: 'compare', op: token.text as Comparison, value, start: token.start, end: value.end }
  }
  if ((isSign(token, '[') || isSign(token, '(')) && opensRange(cursor)) return range(cursor)
  const value = sum(cursor)
  return { kind: 'value', value, start: value.start, end: value.end }
}

const leftAssociative =
  (signs: readonly string[], part: (cursor: Cursor) => Syntax) =>
  (cursor: Cursor): Syntax => {
    let left = part(cursor)
    for (let token = peek(cursor); token.kind === 'sign' && signs.includes(token.text); token = peek(cursor)) {
      next(cursor)
      const right = part(cursor)
      left = { kind: 'arithmetic', op: token.text as '+' | '-' | '*' | '/', left, right, start: left.start, end: right.end }
    }
    return left
  }

const factor = (cursor: Cursor): Syntax => {
  const token = peek(cursor)
  if (!isSign(token, '-')) return part(cursor)
  next(cursor)
  const of = deeper(cursor, factor)
  return { kind: 'minus', of, start: token.start, end: of.end }
}

const product = leftAssociative(['*', '/'], factor)
const sum = leftAssociative(['+', '-'], product)
const conjunction = chain('and', relation)
const disjunction = chain('or', conjunction)

/** Expressions between commas, up to the sign that closes them. */
const listUpTo = (cursor: Cursor, close: ')' | ']'): { readonly list: readonly Syntax[]; readonly end: number } => {
  const list: Syntax[] = []
  if (!isSign(peek(cursor), close)) {
    list.push(expression(cursor))
    while (isSign(peek(cursor), ',')) {
      next(cursor)
      list.push(expression(cursor))
    }
  }
  return { list, end: sign(cursor, close).end }
}

const args = (cursor: Cursor): { readonly list: readonly Syntax[]; readonly end: number } => {
  sign(cursor, '(')
  return listUpTo(cursor, ')')
}

/** The arguments of a function of any number of them, which may stand in brackets: `min([a, b])` is `min(a, b)`. */
const listedArgs = (cursor: Cursor): { readonly list: readonly Syntax[]; readonly end: number } => {
  sign(cursor, '(')
  if (!isSign(peek(cursor), '[')) return listUpTo(cursor, ')')
  next(cursor)
  const { list } = listUpTo(cursor, ']')
  return { list, end: sign(cursor, ')').end }
}

/** A day that is written out, or the finding that there is none such. */
const dayLiteral = (cursor: Cursor, text: string, span: Span): Syntax => {
  if (dayOf(text) !== null) return { kind: 'day', text, start: span.start, end: span.end }
  cursor.reporter.report('rule.day-unknown', span, { text })
  throw new Stop()
}

/** `date("2020-01-31")` and `date(2020, 1, 31)`: a day written as FEEL writes it. */
const dateLiteral = (cursor: Cursor, list: readonly Syntax[], span: Span): Syntax => {
  const [first] = list
  if (first?.kind === 'text' && list.length === 1) return dayLiteral(cursor, first.text, span)
  const numbers = list.flatMap((each) => (each.kind === 'number' && each.unit === '' ? [each.digits] : []))
  if (numbers.length !== 3 || list.length !== 3) {
    cursor.reporter.report('rule.date-form', span)
    throw new Stop()
  }
  const [year = '', month = '', day = ''] = numbers
  return dayLiteral(cursor, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, span)
}

/** What stands by itself, with the properties that are asked of it. */
const part = (cursor: Cursor): Syntax => {
  let of = primary(cursor)
  while (isSign(peek(cursor), '.')) {
    next(cursor)
    const name = peek(cursor)
    if (name.kind !== 'name' || !PROPERTIES.has(name.text))
      return stop(cursor, 'year、month、day 或 weekday', 'year, month, day or weekday')
    next(cursor)
    of = { kind: 'property', name: name.text as Property, of, start: of.start, end: name.end }
  }
  return of
}

/** The name of a function, which may be several words before its parenthesis (`starts with(…)`), or the one word of any other name. */
const nameOf = (cursor: Cursor): string => {
  const words: string[] = []
  for (let at = cursor.at; cursor.tokens[at]!.kind === 'name'; at++) words.push((cursor.tokens[at] as { text: string }).text)
  const isFunction = isSign(cursor.tokens[cursor.at + words.length]!, '(') && !words.some((each) => GRAMMAR.has(each))
  const taken = isFunction ? words : words.slice(0, 1)
  cursor.at += taken.length
  return taken.join(' ')
}

const plainName = (cursor: Cursor): string => {
  const token = peek(cursor)
  if (token.kind !== 'name' || RESERVED.has(token.text)) return stop(cursor, '名称', 'a name')
  next(cursor)
  return token.text
}

type Named = Span & { readonly text: string }

/** A dot and a name that is none of the parts of a day. */
const namesFact = (cursor: Cursor): boolean => {
  const token = cursor.tokens[cursor.at + 1]
  return isSign(peek(cursor), '.') && token?.kind === 'name' && !PROPERTIES.has(token.text)
}

/** After a name: nothing more, or what is said of a list, `[condition]` and `.fact`. */
const items = (cursor: Cursor, { text, start, end }: Named): Syntax => {
  const isFiltered = isSign(peek(cursor), '[')
  if (!isFiltered && !namesFact(cursor)) return { kind: 'name', name: text, start, end }
  let where: Syntax | null = null
  let last = end
  if (isFiltered) {
    next(cursor)
    where = expression(cursor)
    last = sign(cursor, ']').end
  }
  let value: Syntax | null = null
  if (namesFact(cursor)) {
    next(cursor)
    const token = peek(cursor)
    value = { kind: 'name', name: plainName(cursor), start: token.start, end: token.end }
    last = token.end
  }
  return { kind: 'items', list: text, where, value, start, end: last }
}

const primary = (cursor: Cursor): Syntax => {
  const token = peek(cursor)
  const { start } = token
  switch (token.kind) {
    case 'number':
      next(cursor)
      return { kind: 'number', digits: token.digits, unit: token.unit, start, end: token.end }
    case 'text':
    case 'day':
      next(cursor)
      return { kind: token.kind, text: token.text, start, end: token.end }
    case 'name': {
      if (token.text === 'not') {
        next(cursor)
        if (!isSign(peek(cursor), '(')) {
          cursor.reporter.report('rule.not-needs-parentheses', token)
          throw new Stop()
        }
        const { list, end } = args(cursor)
        if (list.length !== 1) {
          cursor.reporter.report('rule.argument-count', { start, end }, { name: 'not', expected: 1, given: list.length })
          throw new Stop()
        }
        return { kind: 'not', of: list[0]!, start, end }
      }
      if (token.text === 'if') {
        next(cursor)
        const condition = expression(cursor)
        word(cursor, 'then')
        const then = expression(cursor)
        word(cursor, 'else')
        const otherwise = expression(cursor)
        return { kind: 'if', condition, then, else: otherwise, start, end: otherwise.end }
      }
      if (token.text === 'some' || token.text === 'every') {
        next(cursor)
        const list = plainName(cursor)
        word(cursor, 'satisfies')
        const satisfies = expression(cursor)
        return { kind: 'quantified', word: token.text, list, satisfies, start, end: satisfies.end }
      }
      if (token.text === 'null') {
        cursor.reporter.report('rule.null', token)
        throw new Stop()
      }
      if (RESERVED.has(token.text)) return stop(cursor, '值或名称', 'a value or a name')
      const name = nameOf(cursor)
      if (!isSign(peek(cursor), '(')) return items(cursor, { text: name, start, end: token.end })
      const { list, end } = deeper(cursor, LISTED.has(name) ? listedArgs : args)
      if (name === 'date') return dateLiteral(cursor, list, { start, end })
      return { kind: 'call', name, args: list, start, end }
    }
    case 'sign':
      if (token.text === '(') {
        next(cursor)
        const inner = expression(cursor)
        const close = sign(cursor, ')')
        return { ...inner, start, end: close.end }
      }
      if (token.text === '@') {
        next(cursor)
        const text = peek(cursor)
        if (text.kind !== 'text') return stop(cursor, '日期，如 @"2022-06-01"', 'a day such as @"2022-06-01"')
        next(cursor)
        return dayLiteral(cursor, text.text, { start, end: text.end })
      }
      return stop(cursor, '值或名称', 'a value or a name')
    case 'end':
      return stop(cursor, '值或名称', 'a value or a name')
  }
}

const parsing = <T>(reporter: Reporter, span: Span, read: (cursor: Cursor) => T): T | null => {
  if (reporter.full()) return null
  const before = reporter.found.length
  const cursor: Cursor = { reporter, tokens: tokensOf(reporter, span), at: 0, depth: 0 }
  try {
    const value = read(cursor)
    if (peek(cursor).kind !== 'end') stop(cursor, '结尾', 'the end')
    return reporter.found.slice(before).some((each) => each.severity === 'error') ? null : value
  } catch (error) {
    if (error instanceof Stop) return null
    throw error
  }
}

/** An expression that fills the whole span. */
export const parseExpression = (reporter: Reporter, span: Span): Syntax | null => parsing(reporter, span, expression)

/** A cell of a decision table: `-`, or tests separated by commas (any of them), or `not(…)` around such a list. */
export const parseCell = (reporter: Reporter, span: Span): readonly Test[] | null =>
  parsing(reporter, span, (cursor) => {
    const first = peek(cursor)
    if (isSign(first, '-') && cursor.tokens[cursor.at + 1]?.kind === 'end') {
      next(cursor)
      return [{ kind: 'any', start: first.start, end: first.end }]
    }
    const list = (): Test[] => {
      const tests = [deeper(cursor, test)]
      while (isSign(peek(cursor), ',')) {
        next(cursor)
        tests.push(deeper(cursor, test))
      }
      return tests
    }
    if (!isWord(first, 'not')) return list()
    next(cursor)
    sign(cursor, '(')
    const tests = list()
    const close = sign(cursor, ')')
    return [{ kind: 'none-of', tests, start: first.start, end: close.end }]
  })

/** One literal with its unit, as in a parameter: `500 万元`, `-3`, `"文字"`, `2022-06-01`, `true`. */
export const parseLiteral = (reporter: Reporter, span: Span): Syntax | null => {
  const syntax = parseExpression(reporter, span)
  const isLiteral = (each: Syntax): boolean =>
    each.kind === 'number' ||
    each.kind === 'text' ||
    each.kind === 'day' ||
    (each.kind === 'minus' && each.of.kind === 'number') ||
    (each.kind === 'name' && (each.name === 'true' || each.name === 'false'))
  if (syntax && !isLiteral(syntax)) {
    reporter.report('rule.literal-expected', syntax)
    return null
  }
  return syntax
}
