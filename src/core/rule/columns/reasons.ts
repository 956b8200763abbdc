/**
 * Why a cell is what it is, in one whole number: bit i is condition i, then one bit for each judgement, then one for an amount without a value.
 * A cell that is not eligible shows what is false or refused; an undetermined one what is unknown, pending or without value; an eligible one shows 0.
 */
import { compare, type Exact } from '../../exact.ts'
import type { Facts } from '../../facts.ts'
import { decide, judgementKey } from '../evaluate.ts'
import type { Outcome, When } from '../outcome.ts'
import { evaluated, runOf } from '../run.ts'
import { trace } from '../trace.ts'
import type { Measure } from '../tree.ts'

/** The bits of a measure from the lowest: nodes of conditions, `j:name` of judgements, `amount`. */
export const reasonsOf = (measure: Measure): readonly string[] => [
  ...measure.conditions.map(({ node }) => node.id),
  ...measure.judgements.map(({ name }) => `j:${name}`),
  'amount',
]

/** The names of the bits that are set. */
export const reasonsIn = (measure: Measure, mask: number): readonly string[] => reasonsOf(measure).filter((_, bit) => (mask >>> bit) & 1)

/** The mask as the interpreter sees it. */
export const maskOf = (measure: Measure, facts: Facts, when: When, outcome: Outcome = decide(measure, facts, when)): number => {
  const reasons = new Set(outcome.status === 'undetermined' && measure.grade !== 'text' ? openIn(measure, facts, when) : [])
  for (const { node } of outcome.failed) reasons.add(node)
  return reasonsOf(measure).reduce((mask, name, bit) => (reasons.has(name) ? mask + 2 ** bit : mask), 0)
}

const openIn = (measure: Measure, facts: Facts, when: When): readonly string[] => {
  const run = runOf(measure, facts, when)
  const amount = measure.amount && (evaluated(measure.amount.node, run) as Exact | undefined)
  return [
    ...measure.conditions.filter(({ node }) => evaluated(node, run) === undefined).map(({ node }) => node.id),
    ...measure.judgements.filter(({ name }) => !facts.has(judgementKey(measure, name))).map(({ name }) => `j:${name}`),
    ...(amount !== null && (amount === undefined || compare(amount, 0) < 0) ? ['amount'] : []),
  ]
}

/** The whole explanation of one row of a mass run: its facts are all that it needs, and it is the same as if the row had been asked alone. */
export const explainRow = (measure: Measure, facts: Facts, when: When): Outcome & { readonly mask: number } => {
  const outcome = trace(measure, facts, when)
  return { ...outcome, mask: maskOf(measure, facts, when, outcome) }
}
