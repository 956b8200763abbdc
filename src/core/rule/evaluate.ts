/** What one measure gives one subject on one day: eligible with an amount, not eligible and why, or undetermined and what is missing. */
import { isIn } from '../dates.ts'
import { compare, type Exact } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { type Fen, fenOf } from '../money.ts'
import { boundsOf } from './bounds.ts'
import { failedCondition } from './failed.ts'
import { missingOf } from './missing.ts'
import type { Failed, Outcome, Status, TraceStep, When } from './outcome.ts'
import { evaluated, type Run, runOf } from './run.ts'
import type { Measure } from './tree.ts'

/** The name under which a judgement is answered among the facts. */
export const judgementKey = (measure: Pick<Measure, 'id'>, name: string): string => `${measure.id}.${name}`

/** Why an amount of this measure is left out of totals, whoever gets it. */
export const uncountedOf = (measure: Measure): Outcome['uncounted'] => [
  ...(measure.confidence === 'C' ? (['confidence'] as const) : []),
  ...(measure.inForce.fromUnknown ? (['validity'] as const) : []),
  ...(measure.draft ? (['draft'] as const) : []),
]

/** Out of force on the day, or not yet public on the day of knowledge. */
export const outOfForce = (measure: Measure, when: When): Failed | null => {
  const base = { anchor: '', clause: measure.clause, fact: '决定日', source: `${measure.inForce.from ?? '?'}..${measure.inForce.to ?? ''}` }
  if (!isIn(measure.inForce, when.on)) return { ...base, node: 'in_force', value: when.on, needed: base.source }
  if (measure.known !== null && when.known < measure.known)
    return { ...base, node: 'known', value: when.known, needed: `>= ${measure.known}` }
  return null
}

const bounded = (measure: Measure, run: Run): Fen | null => {
  let best: Fen | null = null
  for (const limit of [measure.amount, measure.atMost]) {
    const high = limit && boundsOf(limit.node, run).high
    if (limit === null || high === null) continue
    const fen = fenOf(high, limit.rounding)
    if (best === null || fen < best) best = fen
  }
  return best !== null && best < 0n ? 0n : best
}

/** Decides without a trace. Pass `steps` to have every node and its value written down as it is computed. */
export const decide = (
  measure: Measure,
  facts: Facts,
  when: When,
  steps: { node: TraceStep['node']; depth: number; value: TraceStep['value'] }[] | null = null,
): Outcome => {
  const uncounted = uncountedOf(measure)
  const settled = (status: Status, more: Partial<Outcome>): Outcome => ({
    measure: measure.id,
    status,
    amount: null,
    atMost: null,
    missing: [],
    failed: [],
    judgement: [],
    undefinedAt: [],
    gaps: [],
    uncounted,
    ...(steps ? { trace: steps } : {}),
    ...more,
  })
  const out = outOfForce(measure, when)
  if (out) return settled('ineligible', { failed: [out] })

  const gaps = measure.gaps.map((gap) => gap.name)
  if (measure.grade === 'text') return settled('undetermined', { gaps })

  const run = runOf(measure, facts, when, { steps })
  const failed: Failed[] = []
  let open = false
  for (const condition of measure.conditions) {
    const value = evaluated(condition.node, run)
    if (value === false) failed.push(failedCondition(condition, run))
    else if (value === undefined) open = true
  }
  const pending: string[] = []
  for (const judgement of measure.judgements) {
    const key = judgementKey(measure, judgement.name)
    const answer = facts.get(key)
    if (answer === undefined) pending.push(key)
    else if (answer === false) {
      failed.push({
        node: `j:${judgement.name}`,
        anchor: judgement.anchor,
        clause: clauseOf(measure, judgement.anchor),
        fact: key,
        value: '否',
        needed: '= 是',
        source: judgement.text,
      })
    }
  }
  if (failed.length > 0) return settled('ineligible', { failed })

  const exact = measure.amount ? (evaluated(measure.amount.node, run) as Exact | undefined) : undefined
  const negative = exact !== undefined && compare(exact, 0) < 0
  if (!open && pending.length === 0 && gaps.length === 0 && exact !== undefined && !negative) {
    const amount = fenOf(exact, measure.amount!.rounding)
    return settled('eligible', { amount, atMost: amount })
  }

  // What follows looks again at parts of the tree; the trace shows the evaluation, not this search.
  const again = runOf(measure, facts, when, { keep: true })
  const asked = measure.conditions.map(({ node }) => node)
  if (measure.amount && gaps.length === 0) asked.push(measure.amount.node)
  const parameters = measure.parameters.filter((each) => !run.parameters.has(each.name)).map((each) => each.name)
  return settled('undetermined', {
    atMost: bounded(measure, again),
    missing: missingOf(asked, again),
    judgement: pending,
    undefinedAt: negative ? [...run.undefinedAt, 'amount'] : [...run.undefinedAt],
    gaps: [...gaps, ...parameters],
  })
}

export const clauseOf = (measure: Measure, anchor: string): string => {
  const section = measure.sections.find((each) => each.anchor === anchor)
  return section ? `{#${section.anchor}} ${section.heading}` : measure.clause
}
