/** Any row of a mass run explained: from its mask alone, and with the facts of the enterprise in full and verified, without running the population again. */
import type { Facts } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { type Fen, yuanText } from '../../../core/money.ts'
import { decide } from '../../../core/rule/evaluate.ts'
import { maskOf } from '../../../core/rule/mask.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { type Plan, planOf } from '../../../core/rule/stacking/plan.ts'
import { type Award, stack } from '../../../core/rule/stacking/stack.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { RowDifference, RowExplanation } from '../contract.ts'
import { withAward } from './awards.ts'
import { considered, resultOf } from './check.ts'
import { reasonsOf } from './reasons.ts'
import type { Row } from './row.ts'
import { rowSays, whyImpossible } from './row-words.ts'
import { stepsOf } from './steps.ts'

/** What facts and rule give where the row stands; `own` is the amount before relations, `award` what they made of it. */
type Found = { readonly award: Award; readonly own: Fen | null; readonly mask: number }

/** Days on which a rule may change that are tried where a row does not fit. */
const MAX_DAYS = 12

const foundBy = (measure: Measure, plan: Plan, facts: Facts): Found => {
  const outcomes = plan.measures.map((each) => decide(each, facts, plan.when))
  const place = plan.measures.indexOf(measure)
  return { award: stack(plan, outcomes, facts)[place]!, own: outcomes[place]!.amount, mask: maskOf(measure, facts, plan.when) }
}

const yuanOf = (fen: bigint | null): string => (fen === null ? '' : yuanText(fen))

const differencesOf = (row: Row, found: Found): readonly RowDifference[] => {
  const parts: readonly RowDifference[] = [
    { part: 'status', stated: row.status, found: found.award.status },
    { part: 'award', stated: yuanOf(row.award), found: yuanOf(found.award.award) },
    ...(row.mask === null ? [] : [{ part: 'mask' as const, stated: String(row.mask), found: String(found.mask) }]),
  ]
  return parts.filter(({ stated, found: other }) => stated !== other)
}

/** Days on which the rule begins, ends or changes, with the days beside them. */
const daysOf = (measure: Measure): readonly string[] => {
  const validities = [measure.inForce, ...measure.parameters.flatMap(({ versions }) => versions.map(({ validity }) => validity))]
  return [...new Set(validities.flatMap(({ from, to }) => [from, to]))].flatMap((day) => day ?? []).slice(0, MAX_DAYS)
}

/** What most likely makes a row differ. */
const causeOf = (row: Row, found: Found, measure: Measure, { measures, when }: Plan, facts: Facts): Text => {
  if (row.status === 'eligible' && found.award.status === 'eligible' && row.mask === found.mask && row.award === found.own)
    return {
      zh: '所写的是与其他措施的关系之前的金额：这次运行算的措施不同。',
      en: 'The award stated is the one before relations with other measures: the run was over other measures.',
    }
  const fits = (on: string): boolean => differencesOf(row, foundBy(measure, planOf(measures, { on, known: on }), facts)).length === 0
  const day = daysOf(measure).find((on) => on !== when.on && fits(on))
  if (day)
    return {
      zh: `按 ${day} 计算则一致：这一行多半出自另一天的运行。`,
      en: `On ${day} it is the same: the row is probably of a run on another day.`,
    }
  return {
    zh: '多半是事实后来变了，或这一行出自另一版本的包。',
    en: 'Probably the facts have changed since, or the row is of another version of the pack.',
  }
}

/** The plan of a run on a day: over its measures, or what a check looks at, and this one. */
export const planWith = (measure: Measure, pack: Pack, when: When, run: readonly Measure[] = considered(pack, when)): Plan =>
  planOf(run.includes(measure) ? run : [...run, measure], when)

type Verified = RowExplanation['verified']

/** Without facts: whether any facts could give the row. */
const unverified = (impossible: Text | null): Verified => ({
  holds: impossible ? false : null,
  differences: [],
  text: impossible ?? {
    zh: '没有给出事实，没有重新计算；这一行本身与规则不矛盾。',
    en: 'Without facts nothing was computed again; by itself the row agrees with the rule.',
  },
})

const verified = (differences: readonly RowDifference[], cause: () => Text): Verified => {
  if (differences.length === 0)
    return {
      holds: true,
      differences: [],
      text: { zh: '由事实和规则重新计算，结果一致。', en: 'Computed again from facts and rule: the same.' },
    }
  const { zh, en } = cause()
  const text = { zh: `由事实和规则重新计算，结果不同。${zh}`, en: `Computed again from facts and rule, it differs. ${en}` }
  return { holds: false, differences: [...differences], text }
}

/**
 * The row in words, with the clause of each reason; the measure is one of the plan, which holds the measures and the day of the run. `facts` are those of the
 * enterprise: with them comes the whole explanation, the steps of the amount, what relations with the other measures made of it, and whether the row is what they give.
 */
export const rowExplained = (row: Row, measure: Measure, plan: Plan, facts: Facts | null, pack: Pack): RowExplanation => {
  const { when } = plan
  const found = facts && foundBy(measure, plan, facts)
  const mask = row.mask ?? found?.mask ?? 0
  const reasons = reasonsOf(measure, mask, row.status === 'ineligible' ? 'no' : 'unknown', facts, when, pack)
  const impossible = whyImpossible(row, measure, when, pack)
  const result = found && withAward(resultOf(measure, facts, when, pack), found.award, pack)
  return {
    pack: { id: pack.id, hash: pack.hash },
    on: when.on,
    known: when.known,
    row: { ...row, award: row.award === null ? null : yuanText(row.award) },
    title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
    says: rowSays(row, measure, reasons, when, pack),
    reasons: [...reasons],
    result,
    steps: result && result.status !== 'ineligible' ? [...stepsOf(measure, facts, when, pack)] : [],
    verified: found
      ? verified(differencesOf(row, found), () => impossible ?? causeOf(row, found, measure, plan, facts))
      : unverified(impossible),
  }
}
