/** What the rule language makes of a case of the DMN kit: the same value, a refusal with its reason, or something else, which would be a bug. */
import { dayOf, dayOfNumber, numberOfDay } from '../dates.ts'
import { compare, type Exact, textOfExact } from '../exact.ts'
import type { FactCatalogue, FactDeclaration, Facts, FactType } from '../facts.ts'
import { sourceOf } from '../rule/lines.ts'
import { parseExpression } from '../rule/parse.ts'
import { type Reporter, reporterOf } from '../rule/report.ts'
import { tokensOf } from '../rule/tokens.ts'
import type { Constant, Node } from '../rule/tree.ts'
import { type Scope, typed } from '../rule/typed.ts'
import type { Type } from '../rule/types.ts'
import type { FeelCase, KitValue } from './case.ts'
import { hazardOf } from './hazard.ts'
import { equalsText, numberOfText } from './number.ts'
import { differsFromFeel, reasonOf } from './strict.ts'

export type Verdict =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'refused'; readonly reason: string }
  | { readonly verdict: 'wrong'; readonly found: string; readonly expected: string }

/** An expression that the language takes, checked, with what it is computed from. */
export type Accepted = {
  readonly node: Node
  readonly facts: Facts
  readonly catalogue: FactCatalogue
  /** Whether it asks for membership (`in`) anywhere. */
  readonly membership: boolean
}
type Refused = { readonly reason: string }

const TYPES: Readonly<Record<string, FactType>> = { string: 'text', decimal: 'number', boolean: 'yes-no', date: 'date' }
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u

const constantOf = ({ t, v }: KitValue): Constant | null => {
  const text = String(v)
  switch (t) {
    case 'string':
      return text
    case 'decimal':
      return numberOfText(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null
    case 'date':
      return dayOf(text) === null ? null : numberOfDay(text)
    default:
      return null
  }
}

const declared = (name: string, type: FactType): FactDeclaration => ({
  name,
  label: { zh: name, en: name },
  type,
  unit: null,
  values: [],
  min: null,
  max: null,
  question: { zh: name, en: name },
  registry: null,
  department: null,
  changeable: false,
  yearly: false,
  competition: null,
  list: null,
  place: { file: '', line: 1, column: 1, end: 2 },
})

/** The inputs of types that the language has, and the names of the others. */
const givenOf = (inputs: FeelCase['inputs']): { catalogue: FactCatalogue; facts: Facts; others: ReadonlySet<string> } => {
  const catalogue = new Map<string, FactDeclaration>()
  const facts = new Map<string, Constant>()
  const others = new Set<string>()
  for (const [name, value] of inputs) {
    const [type, constant] = [TYPES[value.t], constantOf(value)]
    if (type === undefined || constant === null) others.add(name)
    else {
      catalogue.set(name, declared(name, type))
      facts.set(name, constant)
    }
  }
  return { catalogue, facts, others }
}

const scopeOf = (catalogue: FactCatalogue): Scope => ({
  catalogue,
  parameters: new Map(),
  definition: () => 'unknown',
  table: () => 'unknown',
  names: () => catalogue.keys(),
  used: { facts: new Set(), names: new Set(), ranks: new Map() },
  built: { depth: 0, nodes: 0 },
})

/** FEEL's names of the types that the language has. */
const RESULT_TYPES: Readonly<Record<string, Type['kind']>> = { number: 'number', string: 'text', boolean: 'yes-no', date: 'date' }
/** Tests of one function call their type after it: another name for that function's own. */
const OWN_RESULT = /^tfeel-.+_Result$/

const fitsResult = (type: Type, declaredType: string | null): boolean =>
  declaredType === null || declaredType === 'Any' || OWN_RESULT.test(declaredType) || RESULT_TYPES[declaredType] === type.kind

const firstCode = (reporter: Reporter): string => reporter.found[0]?.code ?? 'rule.expected'

/** The checked expression of a case, or why it is refused; nothing is computed, and what the case expects is not looked at. */
export const acceptedOf = (given: FeelCase): Accepted | Refused => {
  if (given.kind !== 'literalExpression') return { reason: 'feel.logic' }
  if (!given.alone) return { reason: 'feel.model' }
  if ([...given.inputs.keys()].some((name) => !NAME.test(name))) return { reason: 'feel.name' }

  const { text } = given
  const span = { start: 0, end: text.length }
  const tokens = tokensOf(reporterOf(sourceOf(text, given.name)), span)
  const { catalogue, facts, others } = givenOf(given.inputs)
  if (tokens.some((token) => token.kind === 'name' && others.has(token.text))) return { reason: 'feel.input' }

  const reporter = reporterOf(sourceOf(text, given.name))
  const syntax = parseExpression(reporter, span)
  const node = syntax && typed(reporter, scopeOf(catalogue), syntax, 'c1')
  if (!syntax || !node) return { reason: reasonOf(firstCode(reporter), tokens) }
  const difference = differsFromFeel(text, tokens, syntax, catalogue.keys())
  if (difference) return { reason: difference }
  if (!fitsResult(node.type, given.resultType)) return { reason: 'feel.result-type' }
  return { node, facts, catalogue, membership: tokens.some((token) => token.kind === 'name' && token.text === 'in') }
}

const shown = (value: Constant | undefined, type: Type): string => {
  if (value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean') return String(value)
  return type.kind === 'date' ? dayOfNumber(value as number) : textOfExact(value, 40)
}

/** Whether the value is the expected one, exactly. */
const equals = (value: Constant | undefined, type: Type, { t, v }: KitValue): boolean => {
  if (value === undefined || t === 'nil') return value === undefined && t === 'nil'
  if (type.kind === 'number') return (t === 'decimal' || t === 'double') && equalsText(value as Exact, String(v))
  const expected = constantOf({ t, v })
  if (expected === null || TYPES[t] !== type.kind) return false
  return type.kind === 'date' ? compare(value as Exact, expected as Exact) === 0 : value === expected
}

export const judge = (given: FeelCase): Verdict => {
  const accepted = acceptedOf(given)
  if ('reason' in accepted) return { verdict: 'refused', reason: accepted.reason }
  const { value, hazard } = hazardOf(accepted)
  if (hazard) return { verdict: 'refused', reason: hazard }
  const { type } = accepted.node
  if (equals(value, type, given.expected)) return { verdict: 'passed' }
  const { t, v } = given.expected
  return { verdict: 'wrong', found: shown(value, type), expected: t === 'nil' ? 'null' : `${t} ${JSON.stringify(v)}` }
}
