/** What a row states, in one sentence, and why no run could have written it. */
import type { Text } from '../../../core/messages.ts'
import { shownMoney } from '../../../core/money.ts'
import { outOfForce } from '../../../core/rule/evaluate.ts'
import { amountBit } from '../../../core/rule/mask.ts'
import type { When } from '../../../core/rule/outcome.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { RowReason } from '../contract.ts'
import { strangeBits } from './reasons.ts'
import type { Row } from './row.ts'
import { nameText } from './speak.ts'

const both = (zh: string, en: string): Text => ({ zh, en })

/** The day or the day of knowledge on which there is no such rule; null where there is. */
export const outside = (measure: Measure, when: When): Text | null => {
  const out = outOfForce(measure, when)
  if (!out) return null
  if (out.node === 'known') return both(`按 ${when.known} 所知，本条尚未公布`, `as known on ${when.known}, this was not yet public`)
  const { from, to } = measure.inForce
  return both(
    `${when.on} 不在有效期内（${from ?? '?'} 至 ${to ?? '今'}）`,
    `it is not in force on ${when.on} (${from ?? '?'} to ${to ?? 'now'})`,
  )
}

const joined = (parts: readonly Text[]): Text => both(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '))

/** `2 项条件未满足，1 项判断未通过`. */
const counted = (reasons: readonly RowReason[]): Text => {
  const of = (kind: RowReason['kind']): number => reasons.filter((each) => each.kind === kind).length
  const [conditions, judgements, amounts] = [of('condition'), of('judgement'), of('amount')]
  const no = reasons[0]?.answer === 'no'
  const many = (count: number, name: string, one: string, more: string): string =>
    `${count} ${name}${count === 1 ? ` ${one}` : `s ${more}`}`
  return joined([
    ...(conditions > 0
      ? [
          no
            ? both(`${conditions} 项条件未满足`, many(conditions, 'condition', 'is not met', 'are not met'))
            : both(`${conditions} 项条件还不知道`, many(conditions, 'condition', 'is not known', 'are not known')),
        ]
      : []),
    ...(judgements > 0
      ? [
          no
            ? both(`${judgements} 项判断未通过`, many(judgements, 'judgement', 'is refused', 'are refused'))
            : both(`${judgements} 项判断还没有作出`, many(judgements, 'judgement', 'is pending', 'are pending')),
        ]
      : []),
    ...(amounts > 0 ? [both('金额没有值', 'the amount has no value')] : []),
  ])
}

/** Measures whose total cap counts this one: they may wait for what was received. */
const cappedBy = (measure: Measure, pack: Pack): readonly Measure[] =>
  [...pack.measures.values()].filter(({ groups }) =>
    groups.some((group) => group.kind === 'cap_total' && group.members.includes(measure.id)),
  )

/** Why a cell can be undetermined although its mask names nothing; null if it cannot. */
export const openWithoutReason = (measure: Measure, pack: Pack): Text | null => {
  if (measure.grade === 'text') return both('公开文本没有可计算的内容', 'the public text holds nothing that can be computed')
  if (measure.gaps.length > 0) {
    const names = measure.gaps.map(nameText)
    return both(
      `条件已符合，但公开文本未载明“${names.map(({ zh }) => zh).join('”“')}”，金额无法计算`,
      `the conditions are met, but the public text does not say “${names.map(({ en }) => en).join('”, “')}”, so no amount is computed`,
    )
  }
  const caps = cappedBy(measure, pack).map(({ title, titleEnglish }) => both(title, titleEnglish ?? title))
  if (caps.length === 0) return null
  return both(
    `条件已符合，但“${caps.map(({ zh }) => zh).join('”“')}”的总额封顶还缺事实`,
    `the conditions are met, but the total cap of “${caps.map(({ en }) => en).join('”, “')}” waits for a fact`,
  )
}

/** The row in one sentence. */
export const rowSays = (row: Row, measure: Measure, reasons: readonly RowReason[], when: When, pack: Pack): Text => {
  if (row.status === 'eligible') {
    const award = row.award ?? 0n
    return award > 0n
      ? both(`可得 ${shownMoney(award, 'zh')}。`, `Entitled to ${shownMoney(award, 'en')}.`)
      : both('符合条件，但得 0 元。', 'Entitled, but to 0 yuan.')
  }
  const ineligible = row.status === 'ineligible'
  const why =
    reasons.length > 0
      ? counted(reasons)
      : ineligible
        ? (outside(measure, when) ??
          (row.mask === null ? both('运行没有写出的都不符合', 'what a run does not write is not eligible') : null))
        : openWithoutReason(measure, pack)
  const said = why ?? both('掩码没有写明原因', 'the mask names no reason')
  return ineligible
    ? both(`不符合：${said.zh}。`, `Not entitled: ${said.en}.`)
    : both(`还不能判断：${said.zh}。`, `Not decided yet: ${said.en}.`)
}

/** Why no run over this rule on this day can have written the row, whatever the facts; null if one can. */
export const whyImpossible = ({ status, mask }: Row, measure: Measure, when: When, pack: Pack): Text | null => {
  if (mask === null) return null
  const out = outside(measure, when)
  if (out && (status !== 'ineligible' || mask !== 0))
    return both(`${out.zh}：这一行出自另一天，或另一版本的包。`, `The row is of another day or another version of the pack: ${out.en}.`)
  if (strangeBits(measure, mask) > 0)
    return both(
      '掩码里有这项措施没有的条件：这一行出自另一版本的包。',
      'The mask names conditions that this measure does not have: the row is of another version of the pack.',
    )
  const byRule = both(
    '按这项措施的规则不会有这样一行：它出自另一版本的包，或被改过。',
    'This rule cannot give such a row: it is of another version of the pack, or was changed.',
  )
  const isWithoutReason = mask === 0
  switch (status) {
    case 'eligible':
      return !isWithoutReason || measure.amount === null || measure.gaps.length > 0 ? byRule : null
    case 'ineligible':
      return !out && (isWithoutReason || mask >= amountBit(measure)) ? byRule : null
    default:
      return isWithoutReason && openWithoutReason(measure, pack) === null ? byRule : null
  }
}
