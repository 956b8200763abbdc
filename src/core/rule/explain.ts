/** An outcome in words, built from the tree and the values it had: what, why, what is missing, what a reader should beware of. */
import { type Exact, isWhole, numerator } from '../exact.ts'
import { type FactCatalogue, type Facts, factLabel } from '../facts.ts'
import type { Language } from '../messages.ts'
import { type Fen, type Rounding, type RoundingMode, shownMoney } from '../money.ts'
import { shown } from './describe.ts'
import { distancesOf } from './distance.ts'
import { judgementKey } from './evaluate.ts'
import type { Outcome, When } from './outcome.ts'
import { phrase, reckoned, type Speaker } from './phrase.ts'
import { evaluated, type Run, runOf } from './run.ts'
import type { Measure, Node } from './tree.ts'
import { nodeOf } from './walk.ts'

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

/** Why there is no value although every fact is known; nodes are named by their ids. */
const withoutValue = (run: Run, undefinedAt: readonly string[], language: Language): string => {
  const { measure } = run
  const zh = language === 'zh'
  const reasons = undefinedAt.map((id) => {
    if (id === 'amount') return zh ? '金额为负' : 'the amount is below 0'
    const table = measure.tables.find(({ name }) => id === `t:${name}`)
    if (table?.rows.some((row) => evaluated(row.when, run)))
      return zh ? `“${table.name}”不止一档适用` : `more than one row of “${table.english ?? table.name}” applies`
    if (table) return zh ? `“${table.name}”没有一档适用` : `no row of “${table.english ?? table.name}” applies`
    const node = nodeOf(measure, id)
    if (node && id.endsWith('.none')) return zh ? '没有一项符合条件' : 'no item of the list counts'
    if ((node?.kind === 'arithmetic' && node.op === '/') || (node?.kind === 'call' && node.name === 'modulo'))
      return zh ? '分母为 0' : 'a divisor is 0'
    if (node?.kind === 'call' && node.type.kind === 'number') return zh ? '取整的单位不是正数' : 'a step of rounding is not above 0'
    return zh ? '日期超出 1900 至 2199 年' : 'a day lies outside of the years 1900 to 2199'
  })
  return zh ? `无法计算：${[...new Set(reasons)].join('，')}。` : `Cannot be computed: ${[...new Set(reasons)].join(', ')}.`
}

const headline = (measure: Measure, outcome: Outcome, run: Run, catalogue: FactCatalogue, language: Language): string => {
  const zh = language === 'zh'
  const amount = (fen: Fen): string => shownMoney(fen, language)
  const out = outcome.failed[0]
  if (out?.node === 'in_force') {
    const [from = '', to = ''] = out.needed.split('..')
    if (zh) return `${out.value} 不在有效期内（${from} 至 ${to || '今'}）。`
    return `Not in force on ${out.value} (${from} to ${to || 'now'}).`
  }
  if (out?.node === 'known') return zh ? `按 ${out.value} 所知，本条尚未公布。` : `As known on ${out.value}, this was not yet public.`
  if (outcome.status === 'eligible') return zh ? `可得 ${amount(outcome.amount!)}。` : `Entitled to ${amount(outcome.amount!)}.`
  const { length } = outcome.failed
  if (outcome.status === 'ineligible')
    return zh
      ? `不符合：${length} 项条件未满足。`
      : `Not entitled: ${length === 1 ? 'one condition is' : `${length} conditions are`} not met.`
  if (measure.grade === 'text') return zh ? '公开文本没有可计算的内容。' : 'The public text holds nothing that can be computed.'
  const most = outcome.atMost === null ? '' : zh ? `最多 ${amount(outcome.atMost)}。` : ` At most ${amount(outcome.atMost)}.`
  if (outcome.missing.length > 0) {
    const names = outcome.missing.map((key) => factLabel(key, catalogue, language))
    return zh ? `还不能判断：缺少${names.join('、')}。${most}` : `Not decided yet; still needed: ${names.join(', ')}.${most}`
  }
  const open = measure.conditions.some(({ node }) => evaluated(node, run) === undefined)
  if (outcome.undefinedAt.length > 0 && (open || outcome.gaps.length === 0)) return withoutValue(run, outcome.undefinedAt, language)
  if (outcome.judgement.length > 0)
    return zh ? `条件已符合，等待人工判断。${most}` : `The conditions are met; a person has still to decide.${most}`
  const gaps = outcome.gaps.map((name) => englishOf(measure, name, language))
  if (zh) return `${open ? '还不能判断' : '条件已符合'}，但公开文本未载明“${gaps.join('”“')}”，金额无法计算。${most}`
  return `${open ? 'Not decided' : 'The conditions are met'}, but the public text does not say “${gaps.join('”, “')}”, so no amount is computed.${most}`
}

/** The name of a gap or a parameter for the reader. */
const englishOf = (measure: Measure, name: string, language: Language): string => {
  const own = [...measure.gaps, ...measure.parameters].find((each) => each.name === name)
  return (language === 'en' && own?.english) || name
}

/** The condition in words; each part that does not hold says how far it is from holding. */
const conditionText = (node: Node, speaker: Speaker): string => {
  const zh = speaker.language === 'zh'
  if (node.kind === 'and' && evaluated(node, speaker.run) === false)
    return node.parts.map((part) => conditionText(part, speaker)).join(zh ? '，且' : ', and ')
  const distances = distancesOf(node, speaker.run).map((text) => text[speaker.language])
  const text = phrase(node, speaker)
  if (distances.length === 0) return text
  return zh ? `${text}（${distances.join('，')}）` : `${text} (${distances.join(', ')})`
}

/** `22.6 万元按“四舍六入五成双”取整到 1 万元，得 23 万元` */
const roundingText = (before: string, rounding: Rounding, amount: Fen | null, language: Language): string => {
  const zh = language === 'zh'
  const [mode, step] = [MODES[rounding.mode][zh ? 0 : 1], shownMoney(BigInt(rounding.step), language)]
  const result = amount === null ? '' : `${zh ? '，得 ' : ': '}${shownMoney(amount, language)}`
  return zh ? `${before}按“${mode}”取整到 ${step}${result}` : `${before}, rounded ${mode} in steps of ${step}${result}`
}

/**
 * The outcome line by line: what, why, how the amount came about, what is missing, what a reader should beware of.
 * `who` gives the English reader the name of whoever judges.
 */
export const explain = (
  measure: Measure,
  outcome: Outcome,
  facts: Facts,
  when: When,
  catalogue: FactCatalogue,
  language: Language,
  who: (by: string) => string = (by) => by,
): readonly ExplainLine[] => {
  const zh = language === 'zh'
  const run = runOf(measure, facts, when)
  const lines: ExplainLine[] = [{ kind: 'headline', node: null, anchor: null, text: headline(measure, outcome, run, catalogue, language) }]
  const cautions = outcome.uncounted.map(
    (reason): ExplainLine => ({ kind: 'caution', node: null, anchor: null, text: CAUTIONS[reason][zh ? 0 : 1] }),
  )
  const outside = outcome.failed.some(({ node }) => node === 'in_force' || node === 'known')
  const english = (each: { readonly name: string; readonly english: string | null }): string =>
    (language === 'en' && each.english) || each.name
  if (!outside) {
    const speaker: Speaker = { run, catalogue, language }
    for (const { node, anchor } of measure.conditions) {
      lines.push({
        kind: 'condition',
        node: node.id,
        anchor,
        text: conditionText(node, speaker),
        holds: (evaluated(node, run) as boolean | undefined) ?? null,
      })
    }
    for (const judgement of measure.judgements) {
      const answer = (facts.get(judgementKey(measure, judgement.name)) as boolean | undefined) ?? null
      const said = judgement.textEnglish === null ? '' : ` ${judgement.textEnglish}`
      const text = zh
        ? `${judgement.name}：由${judgement.by}判断。${judgement.text}`
        : `${english(judgement)}: decided by ${who(judgement.by)}.${said}`
      lines.push({ kind: 'judgement', node: `j:${judgement.name}`, anchor: judgement.anchor, text, holds: answer })
    }
    const exact = measure.amount && outcome.status !== 'ineligible' ? (evaluated(measure.amount.node, run) as Exact | undefined) : undefined
    if (measure.amount && exact !== undefined && outcome.gaps.length === 0) {
      const text = `${zh ? '金额' : 'Amount'}${zh ? '：' : ': '}${reckoned(measure.amount.node, speaker)}`
      lines.push({ kind: 'amount', node: 'amount', anchor: measure.amount.anchor, text })
      if (!isWhole(exact) || (outcome.amount !== null && outcome.amount !== numerator(exact))) {
        const before = shown(exact, measure.amount.node.type, language)
        lines.push({
          kind: 'amount',
          node: 'amount',
          anchor: measure.amount.anchor,
          text: roundingText(before, measure.amount.rounding, outcome.amount, language),
        })
      }
    }
    for (const gap of measure.gaps)
      lines.push({
        kind: 'gap',
        node: null,
        anchor: gap.anchor,
        text: zh ? `${gap.name}：${gap.text}` : `${english(gap)}: ${gap.textEnglish ?? 'not in the public text'}`,
      })
    for (const key of outcome.missing) lines.push({ kind: 'missing', node: key, anchor: null, text: factLabel(key, catalogue, language) })
  }
  return [...lines, ...cautions]
}
