/** `rank(fact)` and `rank(fact, condition)`: the place of a subject from the largest value on, a fact that only a whole population can tell. */
import { factOf, typeOfFact } from '../facts.ts'
import { rankKey } from '../rank-facts.ts'
import { placeOf } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Syntax } from './syntax.ts'
import type { Measure, Node, Rank } from './tree.ts'
import type { Scope } from './typed.ts'
import { typeText } from './units.ts'

/** The longest key of a rank, in characters. */
const MAX_KEY = 100

/** `typed` types what is ranked and the condition. */
export const rankNode = (
  reporter: Reporter,
  scope: Scope,
  syntax: Extract<Syntax, { kind: 'call' }>,
  id: string,
  typed: (reporter: Reporter, scope: Scope, syntax: Syntax, id: string) => Node | null,
): Node | null => {
  const [arg, condition] = syntax.args
  if (!arg || syntax.args.length > 2) {
    reporter.report('rule.argument-count', syntax, { name: syntax.name, expected: '1–2', given: syntax.args.length })
    return null
  }
  // The same key has one meaning in every measure, so that facts alone can be named.
  const used = { facts: new Set<string>(), names: new Set<string>(), ranks: new Map<string, Rank>() }
  const facts: Scope = { ...scope, used, parameters: new Map(), definition: () => 'unknown', table: () => 'unknown' }
  const of = typed(reporter, facts, arg, `${id}.0`)
  const among = condition ? typed(reporter, facts, condition, `${id}.1`) : null
  if (!of || (condition && !among)) return null
  if (of.kind !== 'fact' || of.type.kind !== 'number' || used.ranks.size > 0) {
    reporter.report('rule.rank', syntax)
    return null
  }
  if (among && among.type.kind !== 'yes-no') {
    reporter.report('rule.not-condition', condition!, { found: typeText(among.type) })
    return null
  }
  const text = condition ? reporter.source.text.slice(condition.start, condition.end).replace(/\s+/g, ' ').trim() : null
  const key = rankKey(of.key, text)
  const declaration = factOf(key, scope.catalogue)?.declaration
  if (key.length > MAX_KEY || !declaration) {
    reporter.report('rule.rank', syntax)
    return null
  }
  scope.used.facts.add(key)
  scope.used.ranks.set(key, { key, of: of.key, among, facts: [...used.facts] })
  const place = placeOf(reporter.source, syntax.start, syntax.end)
  return { id, place, kind: 'fact', name: key, key, back: 0, low: 1, high: null, type: typeOfFact(declaration) }
}

/** The ranks that measures ask for, each once. */
export const ranksOf = (measures: readonly Measure[]): readonly Rank[] => [
  ...new Map(measures.flatMap(({ ranks }) => ranks.map((rank) => [rank.key, rank] as const))).values(),
]

/** The facts that a population has to hold for measures: instead of a rank what it is found from. */
export const factsRead = (measures: readonly Measure[]): readonly string[] => {
  const ranks = new Map(ranksOf(measures).map((rank) => [rank.key, rank.facts]))
  return [...new Set(measures.flatMap(({ facts }) => facts.flatMap((key) => ranks.get(key) ?? [key])))]
}

/** A measure that asks for nothing but the condition of a rank: eligible are those that are ranked. */
export const rankedAmong = (rank: Rank, measures: readonly Measure[]): Measure | null => {
  const owner = measures.find(({ ranks }) => ranks.some(({ key }) => key === rank.key))
  if (!owner || !rank.among) return null
  const { place } = rank.among
  return {
    ...owner,
    grade: 'executable',
    inForce: { from: null, to: null, fromUnknown: false },
    known: null,
    conditions: [{ node: rank.among, anchor: '', source: rank.key }],
    amount: {
      node: {
        id: 'amount',
        kind: 'literal',
        value: 0,
        written: '0',
        type: { kind: 'number', unit: { 元: 1 }, percent: false, whole: true },
        place,
      },
      rounding: { mode: 'floor', step: 1 },
      anchor: '',
      source: '0',
    },
    atMost: null,
    judgements: [],
    gaps: [],
    groups: [],
    ranks: [],
    facts: rank.facts,
  }
}
