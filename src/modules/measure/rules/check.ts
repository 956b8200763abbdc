/** What an enterprise is entitled to over all measures, and what to ask next. Pure: facts come in, nothing is kept. */
import type { Facts } from '../../../core/facts.ts'
import { yuanText } from '../../../core/money.ts'
import { decide, isConsidered, judgementKey } from '../../../core/rule/evaluate.ts'
import { explain } from '../../../core/rule/explain.ts'
import type { Outcome, When } from '../../../core/rule/outcome.ts'
import { planOf } from '../../../core/rule/stacking/plan.ts'
import { trace, traceLines } from '../../../core/rule/trace.ts'
import type { Measure, RelationKind } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Decision, Explained, Result, Step } from '../contract.ts'
import { awarded, outcomeOf } from './awards.ts'
import { combinationOf } from './combination.ts'
import { fenIn, questionsOf } from './questions.ts'
import { inScope, type Scope } from './scope.ts'
import { waysFor } from './ways.ts'
import { whyNot } from './why.ts'

const money = (fen: bigint | null): string | null => (fen === null ? null : yuanText(fen))

const explained = (measure: Measure, outcome: Outcome, facts: Facts, when: When, pack: Pack): Explained[] => {
  const english = explain(measure, outcome, facts, when, pack.facts, 'en', (by) => pack.departments.get(by)?.label.en ?? by)
  return explain(measure, outcome, facts, when, pack.facts, 'zh').map((line, index) => ({
    kind: line.kind,
    node: line.node,
    anchor: line.anchor,
    text: { zh: line.text, en: english[index]!.text },
    ...(line.holds === undefined ? {} : { holds: line.holds }),
  }))
}

const stepsOf = (measure: Measure, outcome: Outcome, pack: Pack): Step[] => {
  const english = traceLines(outcome.trace ?? [], measure, pack.facts, 'en')
  return traceLines(outcome.trace ?? [], measure, pack.facts, 'zh').map(({ label, value, ...place }, index) => ({
    ...place,
    label: { zh: label, en: english[index]!.label },
    value: { zh: value, en: english[index]!.value },
  }))
}

/** What one measure gives, in numbers and in words; `traced`: with the value of every step. */
export const resultOf = (measure: Measure, facts: Facts, when: When, pack: Pack, traced = false): Result => {
  const outcome = traced ? trace(measure, facts, when) : decide(measure, facts, when)
  return {
    measure: measure.id,
    title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
    status: outcome.status,
    amount: money(outcome.amount),
    award: money(outcome.amount),
    atMost: money(outcome.atMost),
    missing: [...outcome.missing],
    failed: outcome.failed.map(({ node, anchor, clause, fact, value, needed }) => ({
      node,
      anchor,
      clause,
      fact,
      value,
      needed,
      why: whyNot(measure, node, facts, when, pack),
    })),
    judgement: [...outcome.judgement],
    undefinedAt: [...outcome.undefinedAt],
    gaps: [...outcome.gaps],
    uncounted: [...outcome.uncounted],
    explanation: explained(measure, outcome, facts, when, pack),
    ...(traced ? { trace: stepsOf(measure, outcome, pack) } : {}),
  }
}

/** The names under which pending judgements are answered among the facts. */
export const judgementKeys = (pack: Pack): ReadonlySet<string> =>
  new Set([...pack.measures.values()].flatMap((measure) => measure.judgements.map(({ name }) => judgementKey(measure, name))))

/** What a check can compute with: more than text, no draft. */
export const checkable = (pack: Pack, scope: Scope = {}): readonly Measure[] =>
  [...pack.measures.values()].filter((measure) => measure.grade !== 'text' && !measure.draft && inScope(measure, pack, scope))

/** Measures a whole check looks at: those that can be computed with, wanted by the reader, and not known to be out of force. */
export const considered = (pack: Pack, when: When, scope: Scope = {}): readonly Measure[] =>
  checkable(pack, scope).filter((measure) => isConsidered(measure, when))

/** Relations that could only lower what is paid. */
const LIMITS: ReadonlySet<RelationKind> = new Set(['highest', 'exclusive', 'difference', 'cap_total', 'cap_by', 'waived'])

/** How a decision is wanted: with the value of every step, with the ways into what is refused, and with what is left out of totals otherwise. */
export type Wish = { readonly trace?: boolean | undefined; readonly ways?: boolean | undefined; readonly unverified?: boolean | undefined }

/** What a gain is measured over: the measures that are looked at, or all of them where only one is. */
const everyOne = (pack: Pack, measures: readonly Measure[], when: When): readonly Measure[] =>
  measures.length === 1 ? [...new Set([...considered(pack, when), ...measures])] : measures

/**
 * What several measures give one subject, with their relations, totals and what to ask next: the one answer of the API, the pages and the command line.
 */
export const decisionOf = (pack: Pack, measures: readonly Measure[], facts: Facts, when: When, wish: Wish = {}): Decision => {
  const own = measures.map((measure) => resultOf(measure, facts, when, pack, wish.trace))
  const counted = wish.unverified ? own.map((result) => ({ ...result, uncounted: [] })) : own
  const plan = planOf(measures, when, wish.unverified)
  const paid = awarded(pack, counted, plan, facts)
  const ways = wish.ways ? waysFor(pack, measures, everyOne(pack, measures, when), facts, when, wish.unverified) : null
  const results = ways ? paid.map((result) => ({ ...result, ways: [...(ways.get(result.measure) ?? [])] })) : paid
  const eligible = results.filter((result) => result.status === 'eligible')
  const sum = (some: readonly Result[]): string => yuanText(some.reduce((total, result) => total + fenIn(result.award), 0n))
  const chosen = new Set(eligible.map((result) => result.measure))
  return {
    pack: { id: pack.id, hash: pack.hash },
    on: when.on,
    known: when.known,
    results: [...results],
    total: sum(eligible.filter((result) => result.uncounted.length === 0)),
    uncounted: sum(eligible.filter((result) => result.uncounted.length > 0)),
    relations: measures
      .filter((measure) => chosen.has(measure.id))
      .flatMap((measure) =>
        measure.relations
          .filter(({ kind, effect }) => effect === 'said' && LIMITS.has(kind))
          .map(({ kind, detail, text, textEnglish }) => ({ measure: measure.id, kind, detail, text, textEnglish })),
      ),
    combination: combinationOf(pack, plan, counted.map(outcomeOf), facts),
    questions: [...questionsOf(pack, results, facts, when)],
  }
}
