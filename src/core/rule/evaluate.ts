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

const NONE: readonly never[] = []

/** Why an amount of this measure is left out of totals, whoever gets it. */
export const uncountedOf = ({ confidence, inForce, draft }: Measure): Outcome['uncounted'] =>
  confidence !== 'C' && !inForce.fromUnknown && !draft
    ? NONE
    : [
        ...(confidence === 'C' ? (['confidence'] as const) : []),
        ...(inForce.fromUnknown ? (['validity'] as const) : []),
        ...(draft ? (['draft'] as const) : []),
      ]

/** Out of force on the day, or not yet public on the day of knowledge. */
export const outOfForce = (measure: Measure, when: When): Failed | null => {
  const { inForce, known } = measure
  const isInForce = isIn(inForce, when.on)
  if (isInForce && (known === null || when.known >= known)) return null
  const validity = `${inForce.from ?? '?'}..${inForce.to ?? ''}`
  const base = { anchor: '', clause: measure.clause, fact: '决定日', source: validity }
  return isInForce
    ? { ...base, node: 'known', value: when.known, needed: `>= ${known}` }
    : { ...base, node: 'in_force', value: when.on, needed: validity }
}

/** Whether a check or a run looks at a measure: it can be computed with, it is no draft, and it is not known to be out of force. */
export const isConsidered = (measure: Measure, when: When): boolean =>
  measure.grade !== 'text' && !measure.draft && outOfForce(measure, when) === null

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

type Steps = { node: TraceStep['node']; depth: number; value: TraceStep['value'] }[] | null

/** Written out whole: this is made for every decision, and copying one object into another costs as much as the rule. */
const settled = (measure: Measure, steps: Steps, status: Status, more: Partial<Outcome>): Outcome => {
  const { amount = null, atMost = null, missing = NONE, failed = NONE, judgement = NONE, undefinedAt = NONE, gaps = NONE } = more
  const outcome = {
    measure: measure.id,
    status,
    amount,
    atMost,
    missing,
    failed,
    judgement,
    undefinedAt,
    gaps,
    uncounted: uncountedOf(measure),
  }
  return steps ? { ...outcome, trace: steps } : outcome
}

const refused = (measure: Measure, { name, anchor, text }: Measure['judgements'][number], key: string): Failed => ({
  node: `j:${name}`,
  anchor,
  clause: clauseOf(measure, anchor),
  fact: key,
  value: '否',
  needed: '= 是',
  source: text,
})

/** Decides without a trace. Pass `steps` to have every node and its value written down as it is computed. */
export const decide = (measure: Measure, facts: Facts, when: When, steps: Steps = null): Outcome => {
  const out = outOfForce(measure, when)
  if (out) return settled(measure, steps, 'ineligible', { failed: [out] })
  if (measure.grade === 'text') return settled(measure, steps, 'undetermined', { gaps: gapsOf(measure) })

  const run = runOf(measure, facts, when, { steps })
  // Words about a condition look at its parts again; a trace shows each once.
  const aside = steps ? runOf(measure, facts, when) : run
  const failed: Failed[] = []
  let open = false
  for (const condition of measure.conditions) {
    const value = evaluated(condition.node, run)
    if (value === false) failed.push(failedCondition(condition, aside))
    else if (value === undefined) open = true
  }
  const pending: string[] = []
  for (const judgement of measure.judgements) {
    const key = judgementKey(measure, judgement.name)
    const answer = facts.get(key)
    if (answer === undefined) pending.push(key)
    else if (answer === false) failed.push(refused(measure, judgement, key))
  }
  if (failed.length > 0) return settled(measure, steps, 'ineligible', { failed })

  const exact = measure.amount ? (evaluated(measure.amount.node, run) as Exact | undefined) : undefined
  const isNegative = exact !== undefined && compare(exact, 0) < 0
  if (!open && pending.length === 0 && measure.gaps.length === 0 && exact !== undefined && !isNegative) {
    const amount = fenOf(exact, measure.amount!.rounding)
    return settled(measure, steps, 'eligible', { amount, atMost: amount })
  }

  // What follows looks again at parts of the tree; the trace shows the evaluation, not this search.
  const again = runOf(measure, facts, when, { keep: true })
  const asked = measure.conditions.map(({ node }) => node)
  if (measure.amount && measure.gaps.length === 0) asked.push(measure.amount.node)
  const parameters = measure.parameters.filter((each) => !run.parameters.has(each.name)).map((each) => each.name)
  return settled(measure, steps, 'undetermined', {
    atMost: bounded(measure, again),
    missing: missingOf(asked, again),
    judgement: pending,
    undefinedAt: isNegative ? [...run.undefinedAt, 'amount'] : run.undefinedAt,
    gaps: [...gapsOf(measure), ...parameters],
  })
}

const gapsOf = (measure: Measure): readonly string[] => measure.gaps.map(({ name }) => name)

export const clauseOf = (measure: Measure, anchor: string): string => {
  const section = measure.sections.find((each) => each.anchor === anchor)
  return section ? `{#${section.anchor}} ${section.heading}` : measure.clause
}
