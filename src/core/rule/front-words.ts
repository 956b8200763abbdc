/** What stands in the head of a measure, in words. */
import type { Text } from '../messages.ts'
import type { FrontMatter, Grade, RelationKind, Service, Support } from './tree.ts'

export const supportWords: Readonly<Record<string, Text>> = {
  subsidy: { zh: '补助', en: 'subsidy' },
  award: { zh: '奖励', en: 'award' },
  match: { zh: '配套', en: 'match' },
  voucher: { zh: '券', en: 'voucher' },
  interest: { zh: '贴息', en: 'interest' },
  service: { zh: '服务', en: 'service' },
} satisfies Record<Support, Text>
export const gradeWords: Readonly<Record<string, Text>> = {
  executable: { zh: '可计算', en: 'computable' },
  partial: { zh: '部分可计算', en: 'in part' },
  text: { zh: '文本', en: 'text only' },
} satisfies Record<Grade, Text>
export const serviceWords: Readonly<Record<string, Text>> = {
  automatic: { zh: '免申即享', en: 'without application' },
  confirm: { zh: '确认即享', en: 'on confirmation' },
  apply: { zh: '申报', en: 'on application' },
  none: { zh: '不需申报', en: 'nothing to apply for' },
} satisfies Record<Service, Text>
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
} satisfies Record<RelationKind, Text>

/** From when to when; what is not known is said, what has no end is not given one. */
export const inForceText = ({ from, to, fromUnknown }: FrontMatter['inForce']): Text => {
  if (from !== null) return to !== null ? { zh: `${from} 至 ${to}`, en: `${from} to ${to}` } : { zh: `${from} 起`, en: `from ${from}` }
  const start = fromUnknown ? { zh: '起始日未查到', en: 'first day unknown' } : { zh: '起始日未载明', en: 'no first day stated' }
  return to === null ? start : { zh: `${start.zh}，至 ${to}`, en: `${start.en}, until ${to}` }
}
