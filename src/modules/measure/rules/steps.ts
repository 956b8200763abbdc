/** How an amount came about, step by step: facts, parameters, what was made of them, rounding. */
import { isWhole, numerator } from '../../../core/exact.ts'
import { type Facts, factLabel, factOf, shownFact } from '../../../core/facts.ts'
import type { Text } from '../../../core/messages.ts'
import { shownMoney } from '../../../core/money.ts'
import { shown } from '../../../core/rule/describe.ts'
import { decide } from '../../../core/rule/evaluate.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import { evaluated, hitsIn, type Run, runOf } from '../../../core/rule/run.ts'
import type { Constant, Measure, Node } from '../../../core/rule/tree.ts'
import { childrenOf } from '../../../core/rule/walk.ts'
import type { Pack } from '../../../pack/pack.ts'
import { type Both, nameText, roundingText, speaking } from './speak.ts'

export type AmountStep = {
  readonly kind: 'fact' | 'parameter' | 'named' | 'computed' | 'rounded'
  readonly label: Text
  /** `—`: not known yet. */
  readonly value: Text
  readonly anchor: string | null
}

const worth = (node: Node, run: Run): Text => {
  const value = evaluated(node, run) ?? null
  return { zh: shown(value, node.type, 'zh'), en: shown(value, node.type, 'en') }
}

/** The row of a first-hit table that applies; null while that is open. */
const factsBelow = (node: Node): readonly Node[] => (node.kind === 'fact' ? [node] : childrenOf(node).flatMap(factsBelow))

/** The nodes a person would look at before this one, and then this one. */
const inOrder = (node: Node, run: Run): readonly Node[] => {
  switch (node.kind) {
    case 'definition': {
      const own = run.definitions.get(node.name)
      return own ? [...inOrder(own.node, run), node] : []
    }
    case 'table':
    case 'hit': {
      const own = run.tables.get(node.name)
      if (!own) return []
      const hits = hitsIn(own, run) ?? []
      const read = own.hit === 'first' && hits[0] ? own.rows.slice(0, own.rows.indexOf(hits[0]) + 1) : own.rows
      return [...read.flatMap((row) => factsBelow(row.when)), ...hits.flatMap((hit) => inOrder(hit.value, run)), node]
    }
    case 'if': {
      const condition = evaluated(node.condition, run)
      return [...factsBelow(node.condition), ...(condition === undefined ? [] : inOrder(condition ? node.then : node.else, run))]
    }
    default:
      return [...childrenOf(node).flatMap((each) => inOrder(each, run)), node]
  }
}

const stepOf = (node: Node, run: Run, rule: Both, pack: Pack): AmountStep | null => {
  switch (node.kind) {
    case 'fact': {
      const declaration = factOf(node.key, pack.facts)?.declaration
      if (!declaration) return null
      const value: Constant | null = run.facts.get(node.key) ?? null
      return {
        kind: 'fact',
        label: { zh: factLabel(node.key, pack.facts, 'zh'), en: factLabel(node.key, pack.facts, 'en') },
        value: { zh: shownFact(value, declaration, 'zh'), en: shownFact(value, declaration, 'en') },
        anchor: null,
      }
    }
    case 'parameter': {
      const own = run.measure.parameters.find((each) => each.name === node.name)
      return own ? { kind: 'parameter', label: nameText(own), value: worth(node, run), anchor: own.anchor } : null
    }
    case 'definition': {
      const own = run.definitions.get(node.name)
      return own ? { kind: 'named', label: nameText(own), value: worth(node, run), anchor: own.anchor } : null
    }
    case 'table':
    case 'hit': {
      const own = run.tables.get(node.name)
      if (!own) return null
      const name = nameText(own)
      const whens = (hitsIn(own, run) ?? []).map((hit) => hit.when).filter((when) => when.kind !== 'literal')
      const row = rule((speaker) => whens.map((when) => phrase(when, speaker)).join(speaker.language === 'zh' ? '；' : '; '))
      const label = whens.length > 0 ? { zh: `${name.zh}：${row.zh}`, en: `${name.en}: ${row.en}` } : name
      return { kind: 'named', label, value: worth(node, run), anchor: own.anchor }
    }
    case 'arithmetic':
    case 'call':
      return { kind: 'computed', label: rule((speaker) => phrase(node, speaker)), value: worth(node, run), anchor: null }
    default:
      return null
  }
}

const rounded = (measure: Measure, run: Run, when: When): readonly AmountStep[] => {
  const { amount } = decide(measure, run.facts, when)
  if (measure.amount === null || amount === null) return []
  const exact = evaluated(measure.amount.node, run)
  const same = (typeof exact === 'number' || typeof exact === 'object') && isWhole(exact) && numerator(exact) === amount
  const how = roundingText(measure.amount.rounding)
  return [
    {
      kind: 'rounded',
      label: same ? { zh: `${how.zh}（未改变）`, en: `${how.en} (nothing changed)` } : how,
      value: { zh: shownMoney(amount, 'zh'), en: shownMoney(amount, 'en') },
      anchor: measure.amount.anchor,
    },
  ]
}

/** The steps of the amount in the order in which a person would take them; each fact, parameter and name once. */
export const stepsOf = (measure: Measure, facts: Facts, when: When, pack: Pack): readonly AmountStep[] => {
  if (measure.amount === null) return []
  const run = runOf(measure, facts, when)
  const rule = speaking(measure, null, when, pack)
  const steps = inOrder(measure.amount.node, run).flatMap((node) => stepOf(node, run, rule, pack) ?? [])
  const once = new Map(steps.map((step) => [`${step.kind}${step.label.zh}`, step]))
  return [...once.values(), ...rounded(measure, run, when)]
}
