/** What the language accepts and FEEL reads differently: an expression that holds any of it is refused, not compared. */
import type { Syntax, Test } from '../rule/syntax.ts'
import type { Token } from '../rule/tokens.ts'
import type { FeelCode } from './messages.ts'

const UP_TO_TWENTY = Array.from({ length: 20 }, (_, index) => index + 1)

/** Functions that are FEEL's, with the numbers of arguments that mean the same in both. */
const SHARED: Readonly<Record<string, readonly number[]>> = {
  abs: [1],
  min: UP_TO_TWENTY,
  max: UP_TO_TWENTY,
  floor: [1],
  ceiling: [1],
  modulo: [2],
  mean: UP_TO_TWENTY,
  all: UP_TO_TWENTY,
  any: UP_TO_TWENTY,
  contains: [2],
  'starts with': [2],
  'ends with': [2],
  'string length': [1],
  substring: [2, 3],
  sum: UP_TO_TWENTY,
}
const STEPWISE = new Set(['floor', 'ceiling'])

/** Names and signs; what a text holds is no form. */
const textsOf = (tokens: readonly Token[]): readonly string[] =>
  tokens.map((token) => (token.kind === 'name' || token.kind === 'sign' ? token.text : ''))

/** Comments, units, escapes and bare days: FEEL has others, or takes them for something else (`2024-06-30` is a subtraction). */
const tokensDiffer = (text: string, tokens: readonly Token[]): FeelCode | null => {
  let end = 0
  for (const token of tokens) {
    if (text.slice(end, token.start).trim() !== '') return 'feel.not-feel'
    end = token.end
    if (token.kind === 'day' || (token.kind === 'number' && token.unit !== '')) return 'feel.not-feel'
    if (token.kind === 'text' && token.text.includes('\\')) return 'feel.escape'
  }
  return null
}

const childrenOf = (syntax: Syntax): readonly Syntax[] => {
  switch (syntax.kind) {
    case 'call':
      return syntax.args
    case 'minus':
    case 'property':
    case 'not':
    case 'known':
      return [syntax.of]
    case 'arithmetic':
    case 'compare':
      return [syntax.left, syntax.right]
    case 'and':
    case 'or':
      return syntax.parts
    case 'if':
      return [syntax.condition, syntax.then, syntax.else]
    case 'in':
      return [syntax.of, ...syntax.tests.flatMap(valuesOf)]
    default:
      return []
  }
}

const valuesOf = (test: Test): readonly Syntax[] =>
  test.kind === 'range' ? [test.low, test.high] : test.kind === 'value' || test.kind === 'compare' ? [test.value] : []

/** FEEL writes comparisons in parentheses, never in a list: `x in (< 5, 9)`. */
const comparesInList = (text: string, { tests }: Extract<Syntax, { kind: 'in' }>): boolean =>
  tests.some(({ kind }) => kind === 'compare') && /\[\s*$/.test(text.slice(0, tests[0]!.start))

/** Forms that FEEL does not have, or has for lists of another kind. */
const OWN: ReadonlySet<Syntax['kind']> = new Set(['known', 'items', 'quantified'] as const)

const syntaxDiffers = (text: string, syntax: Syntax, names: ReadonlySet<string>): FeelCode | null => {
  if (OWN.has(syntax.kind)) return 'feel.not-feel'
  if (syntax.kind === 'name' && !names.has(syntax.name)) return 'feel.not-feel'
  if (syntax.kind === 'in' && comparesInList(text, syntax)) return 'feel.not-feel'
  if (syntax.kind === 'call' && !SHARED[syntax.name]?.includes(syntax.args.length))
    return STEPWISE.has(syntax.name) ? 'feel.step' : 'feel.not-feel'
  for (const child of childrenOf(syntax)) {
    const found = syntaxDiffers(text, child, names)
    if (found) return found
  }
  return null
}

/** The first thing that FEEL reads differently, or null. `inputs` are the names that are given values. */
export const differsFromFeel = (text: string, tokens: readonly Token[], syntax: Syntax, inputs: Iterable<string>): FeelCode | null =>
  tokensDiffer(text, tokens) ?? syntaxDiffers(text, syntax, new Set([...inputs, 'true', 'false']))

/** Codes of the language that only say "something else was expected here". */
const VAGUE = new Set([
  'rule.expected',
  'rule.function-unknown',
  'rule.name-unknown',
  'rule.character',
  'rule.number-form',
  'rule.day-unknown',
  'rule.unit-unknown',
])

const isDayText = (token: Token | undefined): boolean => token?.kind === 'text' && /^\d{4}-\d\d-\d\d$/.test(token.text)

/** Where the language refuses a form of FEEL in general words: which form it is. The first of these that the tokens hold. */
const FORMS: readonly (readonly [code: FeelCode | 'rule.null', holds: (texts: readonly string[], tokens: readonly Token[]) => boolean])[] =
  [
    ['feel.function', (texts) => texts.includes('function')],
    ['feel.context', (texts) => texts.includes('{')],
    [
      'feel.instance-of',
      (texts, tokens) => texts.includes('instance') || tokens.some((token) => token.kind === 'number' && token.unit === 'instance'),
    ],
    ['feel.iteration', (texts) => texts.some((text) => text === 'for' || text === 'some' || text === 'every')],
    ['feel.named-argument', (texts) => texts.includes(':')],
    [
      'feel.temporal',
      (texts, tokens) =>
        texts.some((text, index) => (text === 'time' || text === 'duration') && texts[index + 1] === '(') ||
        texts.some((text, index) => text === '@' && !isDayText(tokens[index + 1])),
    ],
    ['rule.null', (texts) => texts.includes('null')],
    ['feel.power', (texts) => texts.includes('**')],
    ['feel.list', (texts) => texts.includes('[') || texts.includes('..')],
  ]

/** The code that says most of why the language refuses: its own, or the name of the form of FEEL that it does not have. */
export const reasonOf = (code: string, tokens: readonly Token[]): string => {
  if (!VAGUE.has(code)) return code
  const texts = textsOf(tokens)
  return FORMS.find(([, holds]) => holds(texts, tokens))?.[0] ?? code
}
