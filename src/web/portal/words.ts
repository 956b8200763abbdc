import type { Text } from '../../core/messages.ts'

/** Words that several pages of the portal share. */
export const supportWords: Readonly<Record<string, Text>> = {
  subsidy: { zh: '补助', en: 'subsidy' },
  award: { zh: '奖励', en: 'award' },
  match: { zh: '配套', en: 'match' },
  voucher: { zh: '券', en: 'voucher' },
  interest: { zh: '贴息', en: 'interest' },
  service: { zh: '服务', en: 'service' },
}
export const gradeWords: Readonly<Record<string, Text>> = {
  executable: { zh: '可计算', en: 'computable' },
  partial: { zh: '部分可计算', en: 'in part' },
  text: { zh: '文本', en: 'text only' },
}
export const stateWords: Readonly<Record<string, Text>> = {
  'in-force': { zh: '有效', en: 'in force' },
  expired: { zh: '已到期', en: 'expired' },
  future: { zh: '尚未生效', en: 'not yet in force' },
  unknown: { zh: '有效期未查到', en: 'validity unknown' },
  draft: { zh: '征求意见稿', en: 'draft' },
}
export const serviceWords: Readonly<Record<string, Text>> = {
  automatic: { zh: '免申即享', en: 'without application' },
  confirm: { zh: '确认即享', en: 'on confirmation' },
  apply: { zh: '申报', en: 'on application' },
  none: { zh: '不需申报', en: 'nothing to apply for' },
}
export const relationWords: Readonly<Record<string, Text>> = {
  highest: { zh: '就高不重复', en: 'only the highest' },
  exclusive: { zh: '不重复享受', en: 'exclusive' },
  match: { zh: '配套', en: 'match' },
  once: { zh: '一次性', en: 'once' },
  difference: { zh: '补差', en: 'difference' },
  cap_total: { zh: '总额封顶', en: 'cap on the total' },
  cap_by: { zh: '以他量为限', en: 'capped by another quantity' },
  share: { zh: '市区分担', en: 'shared budgets' },
  add: { zh: '叠加', en: 'on top' },
  waived: { zh: '协议豁免', en: 'waived by contract' },
}
/** From when to when; what is not known is said, what has no end is not given one. */
export const inForceText = ({
  from,
  to,
  fromUnknown,
}: {
  readonly from: string | null
  readonly to: string | null
  readonly fromUnknown: boolean
}): Text => {
  if (from !== null) return to !== null ? { zh: `${from} 至 ${to}`, en: `${from} to ${to}` } : { zh: `${from} 起`, en: `from ${from}` }
  const start = fromUnknown ? { zh: '起始日未查到', en: 'first day unknown' } : { zh: '起始日未载明', en: 'no first day stated' }
  return to === null ? start : { zh: `${start.zh}，至 ${to}`, en: `${start.en}, until ${to}` }
}
