/** What keeps an enterprise out of a measure, in words: one text for each place of `WHY`. */
import type { FactCatalogue } from '../../core/facts.ts'
import type { Language, Text } from '../../core/messages.ts'
import type { When } from '../../core/rule/outcome.ts'
import { phrase } from '../../core/rule/phrase.ts'
import { runOf } from '../../core/rule/run.ts'
import type { Measure, Node } from '../../core/rule/tree.ts'
import { WHY } from './partial.ts'

const NONE: Text = { zh: '', en: '' }

/** The texts of all places for one measure; those that stand for nothing are empty. */
export const reasonLabels = (measure: Measure, when: When, catalogue: FactCatalogue): readonly Text[] => {
  const run = runOf(measure, new Map(), when)
  const said = (node: Node): Text => {
    const say = (language: Language): string => phrase(node, { run, catalogue, language, bare: true })
    return { zh: say('zh'), en: say('en') }
  }
  const bits: readonly Text[] = [
    ...measure.conditions.map(({ node }) => said(node)),
    ...measure.judgements.map(({ name, english }) => ({ zh: `人工判断：${name}`, en: `judgement: ${english ?? name}` })),
    { zh: '金额', en: 'the amount' },
  ]
  const places = Array.from({ length: WHY.size }, () => NONE)
  for (const [bit, { zh, en }] of bits.entries()) {
    places[bit] = { zh: `不满足：${zh}`, en: `does not hold: ${en}` }
    places[WHY.unknown + bit] = { zh: `未知：${zh}`, en: `unknown: ${en}` }
  }
  places[WHY.outOfForce] = { zh: '措施不适用于这一天', en: 'the measure does not apply on that day' }
  places[WHY.relation] = {
    zh: '金额为零，或因与其他措施的关系不再支付',
    en: 'nothing is left: the amount is 0, or another measure is paid instead',
  }
  places[WHY.open] = { zh: '与其他措施的关系尚待事实', en: 'a relation with other measures waits for a fact' }
  return places
}

/** The texts of the reasons that one cell gives. */
export const reasonsOfCell = (labels: readonly Text[], status: number, mask: number): readonly Text[] => {
  if (status === 1) return []
  if (mask === 0) return [labels[status === 0 ? WHY.outOfForce : WHY.open]!]
  return Array.from({ length: 32 }, (_, bit) => bit)
    .filter((bit) => ((mask >>> bit) & 1) !== 0)
    .map((bit) => labels[status === 0 ? bit : WHY.unknown + bit]!)
}
