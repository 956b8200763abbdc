/** What is paid under each measure once the relations between them are applied. */
import type { Facts } from '../../../core/facts.ts'
import { yuanText } from '../../../core/money.ts'
import type { Outcome } from '../../../core/rule/outcome.ts'
import type { Plan } from '../../../core/rule/stacking/plan.ts'
import { type Award, stack } from '../../../core/rule/stacking/stack.ts'
import { sentencesOf } from '../../../core/rule/stacking/words.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Result } from '../contract.ts'
import { fenIn } from './questions.ts'

/** The result with what relations made of it, and a sentence for each. */
export const withAward = (result: Result, award: Award, pack: Pack): Result => {
  const titles = (id: string) => {
    const measure = pack.measures.get(id)
    return { zh: measure?.title ?? id, en: measure?.titleEnglish ?? measure?.title ?? id }
  }
  const lines = sentencesOf(award, titles, pack.measures).map(({ anchor, text }) => ({
    kind: 'relation',
    node: null,
    anchor: anchor || null,
    text,
  }))
  return {
    ...result,
    status: award.status,
    award: award.award === null ? null : yuanText(award.award),
    missing: [...new Set([...result.missing, ...award.missing])],
    explanation: [...result.explanation, ...lines],
  }
}

/** A result as relations look at it. */
export const outcomeOf = ({ status, amount }: Result): Pick<Outcome, 'status' | 'amount'> => ({
  status: status as Outcome['status'],
  amount: amount === null ? null : fenIn(amount),
})

/**
 * The results of the measures of a plan, in their order, with their awards. A result that is not counted (source or validity to be verified) displaces no counted
 * one: it keeps its own amount and stays out.
 */
export const awarded = (pack: Pack, results: readonly Result[], plan: Plan, facts: Facts): readonly Result[] => {
  const awards = stack(plan, results.map(outcomeOf), facts)
  return results.map((result, place) => withAward(result, awards[place]!, pack))
}
