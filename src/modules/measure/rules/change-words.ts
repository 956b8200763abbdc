/** Differences of two versions as sentences. */
import type { Language, Text } from '../../../core/messages.ts'
import type { Change } from '../../../core/rule/difference.ts'
import type { ValueChange } from './versions.ts'

export const KIND_WORDS: Readonly<Record<Change['kind'], Text>> = {
  front: { zh: '概要', en: 'head' },
  heading: { zh: '标题', en: 'heading' },
  clause: { zh: '条款', en: 'clause' },
  parameter: { zh: '参数', en: 'parameter' },
  definition: { zh: '定义', en: 'definition' },
  condition: { zh: '条件', en: 'condition' },
  table: { zh: '表', en: 'table' },
  row: { zh: '表的一档', en: 'row of a table' },
  amount: { zh: '金额', en: 'amount' },
  at_most: { zh: '最多', en: 'at most' },
  rounding: { zh: '取整', en: 'rounding' },
  judgement: { zh: '人工判断', en: 'judgement' },
  gap: { zh: '缺口', en: 'gap' },
  relation: { zh: '与其他措施的关系', en: 'relation to other measures' },
}
const NONE: Text = { zh: '（无）', en: '(none)' }

/** What was and what is: `30% → 35%`. */
export const arrowWords = (before: Text | null, after: Text | null): Text => ({
  zh: `${(before ?? NONE).zh} → ${(after ?? NONE).zh}`,
  en: `${(before ?? NONE).en} → ${(after ?? NONE).en}`,
})

/** What a part is called: its kind, and its own name where that says more; a parameter by its name. */
export const partWords = ({ kind, label }: Pick<Change, 'kind' | 'label'>): Text => {
  const word = KIND_WORDS[kind]
  if (kind === 'parameter') return label
  if (kind === 'condition' || kind === 'amount' || kind === 'at_most') return word
  return { zh: `${word.zh}“${label.zh}”`, en: `${word.en} “${label.en}”` }
}

const say = (change: Change, language: Language): string => {
  const { period, before, after } = change
  const zh = language === 'zh'
  const during = period === null ? '' : ` ${period.from ?? ''}..${period.to ?? ''}`
  const moved = change.change === 'moved' ? (zh ? '（换了位置）' : ' (moved)') : ''
  const what = moved === '' ? arrowWords(before, after) : after!
  return `${partWords(change)[language]}${during}${moved}${zh ? '：' : ': '}${what[language]}`
}

/** `条件：营业收入不低于 500 万元 → 营业收入不低于 1,000 万元`. */
export const changeWords = (change: Change): Text => ({ zh: say(change, 'zh'), en: say(change, 'en') })

/** `参数“补助比例”：30% → 35%`. */
export const valueWords = ({ parameter, before, after }: ValueChange): Text => {
  const what = arrowWords(before, after)
  return { zh: `参数“${parameter.zh}”：${what.zh}`, en: `parameter “${parameter.en}”: ${what.en}` }
}
