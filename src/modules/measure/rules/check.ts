/** What an enterprise is entitled to over all measures, and what to ask next. Pure: facts come in, nothing is kept. */
import type { Facts } from '../../../core/facts.ts'
import { factLabel, factOf } from '../../../core/facts.ts'
import { yuanText } from '../../../core/money.ts'
import { decide } from '../../../core/rule/evaluate.ts'
import { explain } from '../../../core/rule/explain.ts'
import type { Outcome, When } from '../../../core/rule/outcome.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Decision, Explained, Question, Result } from '../contract.ts'

const money = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen))

const explained = (measure: Measure, outcome: Outcome, facts: Facts, when: When, pack: Pack): Explained[] => {
  const english = explain(measure, outcome, facts, when, pack.facts, 'en')
  return explain(measure, outcome, facts, when, pack.facts, 'zh').map((line, index) => ({
    kind: line.kind,
    node: line.node,
    anchor: line.anchor,
    text: { zh: line.text, en: english[index]!.text },
    ...(line.holds === undefined ? {} : { holds: line.holds }),
  }))
}

export const resultOf = (measure: Measure, facts: Facts, when: When, pack: Pack): Result => {
  const outcome = decide(measure, facts, when)
  return {
    measure: measure.id,
    title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
    status: outcome.status,
    amount: money(outcome.amount),
    atMost: money(outcome.atMost),
    missing: [...outcome.missing],
    failed: outcome.failed.map(({ node, clause, fact, value, needed }) => ({ node, clause, fact, value, needed })),
    judgement: [...outcome.judgement],
    gaps: [...outcome.gaps],
    uncounted: [...outcome.uncounted],
    explanation: explained(measure, outcome, facts, when, pack),
  }
}

/** Measures a whole check looks at: more than text, no draft, not known to be out of force. */
export const considered = (pack: Pack, when: When): readonly Measure[] =>
  [...pack.measures.values()].filter(
    (measure) =>
      measure.grade !== 'text' &&
      !measure.draft &&
      !decide(measure, new Map(), when).failed.some(({ node }) => node === 'in_force' || node === 'known'),
  )

/**
 * Facts that can still change an answer, most money at stake first: an undetermined measure lends each fact it waits for its upper limit. A measure without a
 * limit counts a little, so that it is asked about after those with one.
 */
export const questionsOf = (pack: Pack, results: readonly Result[]): readonly Question[] => {
  const stakes = new Map<string, { money: number; measures: string[] }>()
  for (const result of results) {
    if (result.status !== 'undetermined') continue
    for (const key of result.missing) {
      const own = stakes.get(key) ?? { money: 0, measures: [] }
      // Shared by what else is still needed: one answer short of an amount comes before ten.
      own.money += (result.uncounted.length > 0 ? 0.1 : 1) * (Number(result.atMost ?? 1) / result.missing.length)
      own.measures.push(result.measure)
      stakes.set(key, own)
    }
  }
  return [...stakes]
    .sort(([a, x], [b, y]) => y.money - x.money || (a < b ? -1 : 1))
    .map(([key, { measures }]) => {
      const { declaration } = factOf(key, pack.facts)!
      const atStake = results
        .filter((result) => measures.includes(result.measure))
        .reduce((sum, result) => sum + Number(result.atMost ?? 0), 0)
      return {
        fact: key,
        label: { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') },
        question: declaration.question,
        type: declaration.type,
        unit: declaration.unit,
        values: [...declaration.values],
        registry: declaration.registry,
        atStake: atStake > 0 ? atStake.toFixed(2) : null,
        measures,
      }
    })
}

const fen = (yuan: string | null): bigint => (yuan === null ? 0n : BigInt(yuan.replace('.', '')))

export const decisionOf = (pack: Pack, measures: readonly Measure[], facts: Facts, when: When): Decision => {
  const results = measures.map((measure) => resultOf(measure, facts, when, pack))
  const eligible = results.filter((result) => result.status === 'eligible')
  const sum = (some: readonly Result[]): string => yuanText(some.reduce((total, result) => total + fen(result.amount), 0n))
  const chosen = new Set(eligible.map((result) => result.measure))
  return {
    pack: { id: pack.id, hash: pack.hash },
    on: when.on,
    known: when.known,
    results,
    total: sum(eligible.filter((result) => result.uncounted.length === 0)),
    uncounted: sum(eligible.filter((result) => result.uncounted.length > 0)),
    relations: measures
      .filter((measure) => chosen.has(measure.id))
      .flatMap((measure) => measure.relations.map(({ kind, detail, text }) => ({ measure: measure.id, kind, detail, text }))),
    questions: [...questionsOf(pack, results)],
  }
}
