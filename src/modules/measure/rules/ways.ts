/** What would make a refused measure possible, in words, with what it brings over all measures. Pure: facts come in, nothing is kept. */
import { compare, type Exact, subtract } from '../../../core/exact.ts'
import { textOfFact } from '../../../core/fact-text.ts'
import { type FactCatalogue, type Facts, factLabel, factOf, shownFact, typeOfFact } from '../../../core/facts.ts'
import { fill, type Language, type Text } from '../../../core/messages.ts'
import { type Fen, shownMoney, yuanText } from '../../../core/money.ts'
import { sizeText } from '../../../core/rule/distance.ts'
import { isMeasured } from '../../../core/rule/domain.ts'
import { decide, uncountedOf } from '../../../core/rule/evaluate.ts'
import type { Outcome, When } from '../../../core/rule/outcome.ts'
import { phrase } from '../../../core/rule/phrase.ts'
import { type Plan, planOf } from '../../../core/rule/stacking/plan.ts'
import { type Award, stack } from '../../../core/rule/stacking/stack.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import { type Change, type Way as Found, waysInto } from '../../../core/rule/ways.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Way } from '../contract.ts'
import { speaking } from './speak.ts'

const bothWays = (say: (language: Language) => string): Text => ({ zh: say('zh'), en: say('en') })

/** How much a known number would have to move; null for choices and for what is not known. */
const gapOf = ({ fact, from, to }: Change, catalogue: FactCatalogue): Text | null => {
  const { declaration } = factOf(fact, catalogue)!
  const type = typeOfFact(declaration)
  if (from === null || (type.kind !== 'number' && type.kind !== 'date')) return null
  const up = compare(to as Exact, from as Exact) > 0
  const size = sizeText(up ? subtract(to as Exact, from as Exact) : subtract(from as Exact, to as Exact), type)
  if (type.kind === 'date') return { zh: `${up ? '晚' : '早'} ${size.zh}`, en: `${size.en} ${up ? 'later' : 'earlier'}` }
  return { zh: `${up ? '还差' : '须减少'} ${size.zh}`, en: `${size.en} ${up ? 'more' : 'less'}` }
}

/** What a fact that is not known would have to be. */
const UNKNOWN: Readonly<Record<Change['kind'], Text>> = {
  to: { zh: '{fact}为{value}', en: '{fact} is {value}' },
  'at-least': { zh: '{fact}不低于 {value}', en: '{fact} is at least {value}' },
  'at-most': { zh: '{fact}不超过 {value}', en: '{fact} is at most {value}' },
  any: { zh: '查明{fact}（多少都可以）', en: '{fact} is known (whatever it is)' },
}

const changeOf = (change: Change, catalogue: FactCatalogue): Way['changes'][number] => {
  const { fact, from, to, others, kind } = change
  const { declaration } = factOf(fact, catalogue)!
  const isChoice = from === null && !isMeasured(declaration)
  const shown = (value: Change['to']): Text =>
    bothWays((language) => {
      const text = shownFact(value, declaration, language)
      return isChoice && language === 'zh' ? `“${text}”` : text
    })
  const choices = [to, ...others].map(shown)
  const value = bothWays((language) => choices.map((each) => each[language]).join(language === 'zh' ? '或' : ' or '))
  const label = bothWays((language) => factLabel(fact, catalogue, language))
  const gap = gapOf(change, catalogue)
  const says = bothWays((language) => {
    if (from === null) return fill(UNKNOWN[kind][language], { fact: label[language], value: value[language] })
    const move = `${label[language]}${language === 'zh' ? ' ' : ': '}${shown(from)[language]} → ${value[language]}`
    return gap ? `${move}${language === 'zh' ? '，' : ', '}${gap[language]}` : move
  })
  return { fact, label, kind, from: from === null ? null : textOfFact(from, declaration), to: textOfFact(to, declaration), says }
}

/** What is paid over all measures for some facts. */
type Paid = { readonly outcomes: readonly Outcome[]; readonly awards: readonly Award[]; readonly total: Fen }

const paidFor = (plan: Plan, outcomes: readonly Outcome[], facts: Facts, counts: ReadonlySet<string>): Paid => {
  const awards = stack(plan, outcomes, facts)
  return {
    outcomes,
    awards,
    total: awards.reduce((sum, { measure, award }) => (counts.has(measure) ? sum + (award ?? 0n) : sum), 0n),
  }
}

/** Measures that would get less than they do, because something else is paid instead. */
const displacedBy = (before: Paid, after: Paid, pack: Pack): Way['displaced'] =>
  before.awards.flatMap(({ measure, award }, place) => {
    const then = after.awards[place]!.award ?? 0n
    if (award === null || then >= award) return []
    const own = pack.measures.get(measure)
    return [{ measure, title: { zh: own?.title ?? measure, en: own?.titleEnglish ?? own?.title ?? measure }, less: yuanText(award - then) }]
  })

const money = (fen: Fen): Text => ({ zh: shownMoney(fen, 'zh'), en: shownMoney(fen, 'en') })

const namesOf = (keys: readonly string[], catalogue: FactCatalogue): Text =>
  bothWays((language) => keys.map((key) => factLabel(key, catalogue, language)).join(language === 'zh' ? '、' : ', '))

/** What follows, in one sentence. */
const followsOf = (outcome: Outcome, leaves: Text | null, gain: Fen | null, isCounted: boolean, displaced: Way['displaced']): Text => {
  const { amount, atMost } = outcome
  if (leaves !== null) {
    const most = atMost === null ? null : money(atMost)
    return {
      zh: `不再因此被拒；还须查明${leaves.zh}${most ? `，最多 ${most.zh}` : ''}。`,
      en: `No longer refused; still to be known: ${leaves.en}${most ? `; at most ${most.en}` : ''}.`,
    }
  }
  if (amount === null) {
    const who: Text =
      outcome.judgement.length > 0
        ? { zh: '条件齐备，再由人判断', en: 'All conditions are met; then a person decides' }
        : outcome.gaps.length > 0
          ? { zh: '条件齐备，但公开文本未载明全部内容', en: 'All conditions are met, but the public text does not say everything' }
          : { zh: '符合条件', en: 'Entitled' }
    const most = atMost === null ? null : money(atMost)
    return { zh: `${who.zh}${most ? `，最多 ${most.zh}` : ''}。`, en: `${who.en}${most ? `; at most ${most.en}` : ''}.` }
  }
  const own = money(amount)
  const less = (language: Language): string =>
    displaced.map(({ title }) => (language === 'zh' ? `“${title.zh}”` : `"${title.en}"`)).join(language === 'zh' ? '、' : ', ')
  if (gain === null) return { zh: `可得 ${own.zh}。`, en: `Entitled to ${own.en}.` }
  if (!isCounted)
    return {
      zh: `此时可得 ${own.zh}，来源或有效期待核实，不计入合计。`,
      en: `Entitled to ${own.en}, left out of totals: source or validity to be verified.`,
    }
  if (gain === amount && displaced.length === 0)
    return { zh: `此时可得 ${own.zh}，合计增加同样多。`, en: `Entitled to ${own.en}; the total rises by as much.` }
  const size = money(gain < 0n ? -gain : gain)
  const total: Text =
    gain === 0n
      ? { zh: '合计不变', en: 'the total stays as it is' }
      : gain > 0n
        ? { zh: `合计增加 ${size.zh}`, en: `the total rises by ${size.en}` }
        : { zh: `合计减少 ${size.zh}`, en: `the total falls by ${size.en}` }
  return {
    zh: `此时可得 ${own.zh}；${total.zh}${displaced.length > 0 ? `，因为${less('zh')}会少得` : ''}。`,
    en: `Entitled to ${own.en}; ${total.en}${displaced.length > 0 ? `, since ${less('en')} would bring less` : ''}.`,
  }
}

/** The ways into each measure asked for that is refused or not decided, the largest gain over all `measures` first; of one alone there is none. Measures without a way are absent. */
export const waysFor = (
  pack: Pack,
  asked: readonly Measure[],
  measures: readonly Measure[],
  facts: Facts,
  when: When,
  unverified = false,
): ReadonlyMap<string, readonly Way[]> => {
  const counts = new Set(measures.flatMap((measure) => (unverified || uncountedOf(measure).length === 0 ? [measure.id] : [])))
  const plan = planOf(measures, when, unverified)
  const now = paidFor(
    plan,
    measures.map((measure) => decide(measure, facts, when)),
    facts,
    counts,
  )
  /** Only measures that read what is changed are decided again. */
  const after = (changes: readonly Change[]): Paid => {
    const changed = new Map([...facts, ...changes.map(({ fact, to }) => [fact, to] as const)])
    const isTouched = ({ facts: keys }: Measure): boolean => changes.some(({ fact }) => keys.includes(fact))
    const outcomes = measures.map((measure, place) => (isTouched(measure) ? decide(measure, changed, when) : now.outcomes[place]!))
    return paidFor(plan, outcomes, changed, counts)
  }
  const wayOf = (measure: Measure, { changes, on, outcome, leaves, satisfies }: Found): Way & { readonly order: Fen } => {
    const then = outcome.amount === null || on !== null || measures.length === 1 ? null : after(changes)
    const gain = then && then.total - now.total
    const displaced = then ? displacedBy(now, then, pack) : []
    const rule = speaking(measure, null, when, pack)
    return {
      order: gain ?? 0n,
      changes: changes.map((change) => changeOf(change, pack.facts)),
      on,
      status: outcome.status,
      amount: outcome.amount === null ? null : yuanText(outcome.amount),
      atMost: outcome.atMost === null ? null : yuanText(outcome.atMost),
      gain: gain === null ? null : yuanText(gain),
      displaced,
      leaves: [...leaves],
      satisfies: measure.conditions
        .filter(({ node }) => satisfies.includes(node.id))
        .map(({ node, anchor }) => ({ node: node.id, anchor, text: rule((speaker) => phrase(node, speaker)) })),
      says: saysOf(changes, on, pack.facts),
      follows: followsOf(outcome, leaves.length === 0 ? null : namesOf(leaves, pack.facts), gain, counts.has(measure.id), displaced),
    }
  }
  return new Map(
    asked.flatMap((measure) => {
      const found = waysInto(measure, facts, when, pack.facts).map((way) => wayOf(measure, way))
      const ordered = found.sort((a, b) => (b.order > a.order ? 1 : b.order < a.order ? -1 : 0)).map(({ order: _, ...way }) => way)
      return found.length > 0 ? [[measure.id, ordered] as const] : []
    }),
  )
}

/** `如果` before what is not known, an arrow in what is changed. */
const saysOf = (changes: readonly Change[], on: string | null, catalogue: FactCatalogue): Text => {
  if (on !== null) return { zh: `自 ${on} 起，其他事实不变`, en: `from ${on} on, all else unchanged` }
  const parts = changes.map((change) => ({ says: changeOf(change, catalogue).says, isOpen: change.from === null }))
  return bothWays((language) => {
    const [known, open] = [false, true].map((isOpen) => parts.filter((part) => part.isOpen === isOpen).map(({ says }) => says[language]))
    const and = language === 'zh' ? '，并且' : ' and '
    const conditions = open!.length === 0 ? [] : [`${language === 'zh' ? '如果' : 'if '}${open!.join(and)}`]
    return [...known!, ...conditions].join(language === 'zh' ? '；' : '; ')
  })
}
