/** Why a subject is not eligible, or not yet, in one number: any row of a mass run can be explained later from its mask, its facts and the rule. */
import { isIn } from '../dates.ts'
import { compare, type Exact } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { judgementKey } from './evaluate.ts'
import type { When } from './outcome.ts'
import { evaluated, type Run, runOf } from './run.ts'
import type { Measure } from './tree.ts'

/** The bit of the reason with that index: conditions first, then judgements, then the amount. The check lets no measure have more than 31. */
export const bitOf = (index: number): number => 2 ** index

/** The bit that says "the amount has no value". */
export const amountBit = (measure: Measure): number => bitOf(measure.conditions.length + measure.judgements.length)

/** Whether the rule is in force on the day, and public on the day of knowledge. */
export const applies = (measure: Measure, when: When): boolean =>
  isIn(measure.inForce, when.on) && (measure.known === null || when.known >= measure.known)

/** The union of bits; as numbers, since `|` ends at 32 bits. */
const union = (bits: readonly number[]): number => [...new Set(bits)].reduce((sum, bit) => sum + bit, 0)

/**
 * The reasons of one outcome. Not eligible: the conditions that are false and the judgements that are refused. Undetermined: the conditions that are unknown,
 * the judgements that are pending, and the amount if its expression has no value. 0 for the eligible, and where no row decides: while the measure is not in
 * force, and where only its text is there.
 */
export const maskOf = (measure: Measure, facts: Facts, when: When): number => {
  if (!applies(measure, when) || measure.grade === 'text') return 0
  const run = runOf(measure, facts, when)
  const answers = [
    ...measure.conditions.map(({ node }) => evaluated(node, run)),
    ...measure.judgements.map(({ name }) => facts.get(judgementKey(measure, name))),
  ]
  const bitsWhere = (answer: boolean | undefined): number[] => answers.flatMap((each, index) => (each === answer ? [bitOf(index)] : []))
  const refused = bitsWhere(false)
  if (refused.length > 0) return union(refused)
  return union([...bitsWhere(undefined), ...(hasNoValue(measure, run) ? [amountBit(measure)] : [])])
}

/** Whether there is an amount, but unknown, undefined or below zero. */
const hasNoValue = ({ amount }: Measure, run: Run): boolean => {
  if (amount === null) return false
  const value = evaluated(amount.node, run) as Exact | undefined
  return value === undefined || compare(value, 0) < 0
}
