/** What is paid under each measure once the relations between them are applied. */
import type { Facts } from '../../../core/facts.ts'
import { yuanText } from '../../../core/money.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { stack } from '../../../core/rule/stacking/stack.ts'
import { sentencesOf } from '../../../core/rule/stacking/words.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Result } from '../contract.ts'
import { fenIn } from './questions.ts'

/**
 * The results with their awards. A result that is not counted (source or validity to be verified) displaces no counted one: it keeps its own amount and stays out.
 */
export const awarded = (
  pack: Pack,
  results: readonly Result[],
  measures: readonly Measure[],
  facts: Facts,
  when: When,
): readonly Result[] => {
  const counted = results.filter((result) => result.uncounted.length === 0)
  const candidates = counted.flatMap((result) => {
    const measure = measures.find(({ id }) => id === result.measure)
    const amount = result.amount === null ? null : fenIn(result.amount)
    return measure ? [{ measure, outcome: { status: result.status as 'eligible', amount } }] : []
  })
  const awards = new Map(stack(candidates, facts, when).map((award) => [award.measure, award]))
  const titles = (id: string) => {
    const measure = pack.measures.get(id)
    return { zh: measure?.title ?? id, en: measure?.titleEnglish ?? measure?.title ?? id }
  }
  return results.map((result): Result => {
    const award = awards.get(result.measure)
    if (!award) return { ...result, award: result.amount }
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
  })
}
