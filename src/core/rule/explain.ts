/** An outcome in words, built from the tree and the values it had: what, why, what is missing, what a reader should beware of. */
import { type Exact, isWhole, numerator } from '../exact.ts'
import { type FactCatalogue, type Facts, factLabel } from '../facts.ts'
import type { Language } from '../messages.ts'
import { type Fen, type RoundingMode, shownMoney } from '../money.ts'
import { shown } from './describe.ts'
import { judgementKey } from './evaluate.ts'
import type { Outcome, When } from './outcome.ts'
import { phrase, reckoned, type Speaker } from './phrase.ts'
import { evaluated, runOf } from './run.ts'
import type { Measure } from './tree.ts'

export type ExplainLine = {
  readonly kind: 'headline' | 'condition' | 'amount' | 'missing' | 'judgement' | 'gap' | 'caution'
  /** The node the line speaks of, and the clause it implements. */
  readonly node: string | null
  readonly anchor: string | null
  readonly text: string
  /** For conditions and judgements: whether it holds; null is not known. */
  readonly holds?: boolean | null
}

const MODES: Readonly<Record<RoundingMode, readonly [zh: string, en: string]>> = {
  'half-up': ['四舍五入', 'half up'],
  'half-down': ['五舍六入', 'half down'],
  'half-even': ['四舍六入五成双', 'half to even'],
  floor: ['舍去零头', 'down'],
  ceiling: ['零头进一', 'up'],
}
const CAUTIONS: Readonly<Record<Outcome['uncounted'][number], readonly [zh: string, en: string]>> = {
  confidence: ['来源待核实，金额不计入合计。', 'The source is still to be verified; the amount is left out of totals.'],
  validity: ['有效期的起始日未查到，金额不计入合计。', 'The first day of its validity is not known; the amount is left out of totals.'],
  draft: ['这是征求意见稿，从未生效，金额不计入合计。', 'This is a draft that never became law; the amount is left out of totals.'],
}

const headline = (measure: Measure, outcome: Outcome, catalogue: FactCatalogue, language: Language): string => {
  const zh = language === 'zh'
  const amount = (fen: Fen): string => shownMoney(fen, language)
  const out = outcome.failed[0]
  if (out?.node === 'in_force') {
    return zh
      ? `${out.value} 不在有效期内（${out.needed.replace('..', ' 至 ')}）。`
      : `Not in force on ${out.value} (${out.needed.replace('..', ' to ')}).`
  }
  if (out?.node === 'known') return zh ? `按 ${out.value} 所知，本条尚未公布。` : `As known on ${out.value}, this was not yet public.`
  if (outcome.status === 'eligible') return zh ? `可得 ${amount(outcome.amount!)}。` : `Entitled to ${amount(outcome.amount!)}.`
  if (outcome.status === 'ineligible')
    return zh
      ? `不符合：${outcome.failed.length} 项条件未满足。`
      : `Not entitled: ${outcome.failed.length === 1 ? 'one condition is' : `${outcome.failed.length} conditions are`} not met.`
  const most = outcome.atMost === null ? '' : zh ? `最多 ${amount(outcome.atMost)}。` : ` At most ${amount(outcome.atMost)}.`
  if (measure.grade === 'text') return zh ? '公开文本没有可计算的内容。' : 'The public text holds nothing that can be computed.'
  if (outcome.missing.length > 0) {
    const names = outcome.missing.map((key) => factLabel(key, catalogue, language))
    return zh ? `还不能判断：缺少${names.join('、')}。${most}` : `Not decided yet; still needed: ${names.join(', ')}.${most}`
  }
  if (outcome.judgement.length > 0)
    return zh ? `条件已符合，等待人工判断。${most}` : `The conditions are met; a person has still to decide.${most}`
  if (outcome.gaps.length > 0)
    return zh
      ? `条件已符合，但公开文本未载明${outcome.gaps.join('、')}，金额无法计算。${most}`
      : `The conditions are met, but the public text does not say enough to compute the amount.${most}`
  return zh
    ? `无法计算：${outcome.undefinedAt.includes('amount') ? '金额为负' : '分母为 0 或日期超出范围'}。`
    : `Cannot be computed: ${outcome.undefinedAt.includes('amount') ? 'the amount is below 0' : 'a divisor is 0 or a day is out of range'}.`
}

export const explain = (
  measure: Measure,
  outcome: Outcome,
  facts: Facts,
  when: When,
  catalogue: FactCatalogue,
  language: Language,
): readonly ExplainLine[] => {
  const zh = language === 'zh'
  const lines: ExplainLine[] = [{ kind: 'headline', node: null, anchor: null, text: headline(measure, outcome, catalogue, language) }]
  const cautions = outcome.uncounted.map(
    (reason): ExplainLine => ({ kind: 'caution', node: null, anchor: null, text: CAUTIONS[reason][zh ? 0 : 1] }),
  )
  const outside = outcome.failed.some(({ node }) => node === 'in_force' || node === 'known')
  const english = (each: { readonly name: string; readonly english: string | null }): string =>
    (language === 'en' && each.english) || each.name
  if (!outside) {
    const run = runOf(measure, facts, when)
    const speaker: Speaker = { run, catalogue, language }
    for (const { node, anchor } of measure.conditions) {
      lines.push({
        kind: 'condition',
        node: node.id,
        anchor,
        text: phrase(node, speaker),
        holds: (evaluated(node, run) as boolean | undefined) ?? null,
      })
    }
    for (const judgement of measure.judgements) {
      const answer = (facts.get(judgementKey(measure, judgement.name)) as boolean | undefined) ?? null
      const text = zh ? `${judgement.name}：由${judgement.by}判断。${judgement.text}` : `${english(judgement)}: decided by ${judgement.by}.`
      lines.push({ kind: 'judgement', node: `j:${judgement.name}`, anchor: judgement.anchor, text, holds: answer })
    }
    const exact = measure.amount && outcome.status !== 'ineligible' ? (evaluated(measure.amount.node, run) as Exact | undefined) : undefined
    if (measure.amount && exact !== undefined && outcome.gaps.length === 0) {
      const text = `${zh ? '金额' : 'Amount'}${zh ? '：' : ': '}${reckoned(measure.amount.node, speaker)}`
      lines.push({ kind: 'amount', node: 'amount', anchor: measure.amount.anchor, text })
      if (!isWhole(exact) || (outcome.amount !== null && outcome.amount !== numerator(exact))) {
        const [mode, step] = [MODES[measure.amount.rounding.mode][zh ? 0 : 1], shownMoney(BigInt(measure.amount.rounding.step), language)]
        const before = shown(exact, measure.amount.node.type, language)
        lines.push({
          kind: 'amount',
          node: 'amount',
          anchor: measure.amount.anchor,
          text: zh ? `${before} 按 ${step} ${mode}` : `${before}, rounded ${mode} to ${step}`,
        })
      }
    }
    for (const gap of measure.gaps)
      lines.push({
        kind: 'gap',
        node: null,
        anchor: gap.anchor,
        text: zh ? `${gap.name}：${gap.text}` : `${english(gap)} (not in the public text)`,
      })
    for (const key of outcome.missing) lines.push({ kind: 'missing', node: key, anchor: null, text: factLabel(key, catalogue, language) })
  }
  return [...lines, ...cautions]
}
