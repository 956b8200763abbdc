/** What a mask says in words: the conditions, judgements and the amount that its bits stand for, each with its clause. */
import type { Facts } from '../../../core/facts.ts'
import { factLabel } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { reasonsIn } from '../../../core/rule/columns/reasons.ts'
import { amountBit } from '../../../core/rule/mask.ts'
import { missingOf } from '../../../core/rule/missing.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import { runOf } from '../../../core/rule/run.ts'
import type { Measure, Node } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { RowReason } from '../contract.ts'
import { type Both, nameText, saidText, speaking } from './speak.ts'

type Said = { readonly kind: RowReason['kind']; readonly anchor: string; readonly text: Text; readonly node: Node | null }

/** The bits of a mask that stand for nothing in this measure. */
export const strangeBits = (measure: Measure, mask: number): number =>
  measure.grade === 'text' ? mask : Math.floor(mask / (2 * amountBit(measure)))

const saidOf = (measure: Measure, reason: string, rule: Both, pack: Pack): Said => {
  const condition = measure.conditions.find(({ node }) => node.id === reason)
  if (condition) {
    const { node, anchor } = condition
    return { kind: 'condition', anchor, text: rule((speaker) => phrase(node, speaker)), node }
  }
  const judgement = measure.judgements.find(({ name }) => `j:${name}` === reason)
  if (judgement) {
    const [name, said] = [nameText(judgement), saidText(judgement)]
    const by = pack.departments.get(judgement.by)?.label ?? { zh: judgement.by, en: judgement.by }
    const text = { zh: `${name.zh}：由${by.zh}判断。${said.zh}`, en: `${name.en}: decided by ${by.en}. ${said.en}` }
    return { kind: 'judgement', anchor: judgement.anchor, text, node: null }
  }
  const node = measure.amount?.node ?? null
  const text = node ? rule((speaker) => phrase(node, speaker)) : { zh: '金额', en: 'the amount' }
  return { kind: 'amount', anchor: measure.amount?.anchor ?? '', text, node }
}

const clauseOf = (measure: Measure, anchor: string): RowReason['clause'] => {
  const section = measure.sections.find((each) => each.anchor === anchor)
  if (!section) return { heading: { zh: measure.clause, en: measure.clause }, text: { zh: '', en: '' } }
  return { heading: { zh: section.heading, en: section.headingEnglish ?? section.heading }, text: section.clause }
}

/**
 * The reasons that are set in a mask, in the order of its bits. `answer` is what the status says of all of them: `no` where the cell is not eligible, `unknown` where
 * it is undetermined. With facts, each names those that it still waits for.
 */
export const reasonsOf = (
  measure: Measure,
  mask: number,
  answer: RowReason['answer'],
  facts: Facts | null,
  when: When,
  pack: Pack,
): readonly RowReason[] => {
  const rule = speaking(measure, null, when, pack)
  const run = facts && runOf(measure, facts, when, { keep: true })
  return reasonsIn(measure, mask).map((reason): RowReason => {
    const { kind, anchor, text, node } = saidOf(measure, reason, rule, pack)
    const missing = run && node && answer === 'unknown' ? missingOf([node], run) : []
    return {
      reason,
      kind,
      answer,
      anchor,
      clause: clauseOf(measure, anchor),
      text,
      missing: missing.map((key) => ({ zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') })),
    }
  })
}
