/** What to ask next: facts that can still change an answer, most money first. */
import { type Facts, factLabel, factOf, questionOf } from '../../../core/facts.ts'
import { type Fen, fenOfYuan, yuanText } from '../../../core/money.ts'
import { mattering } from '../../../core/rule/matters.ts'
import type { When } from '../../../core/rule/outcome.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Question, Result } from '../contract.ts'

/** Yuan as the contract writes them, in fen; 0 for an amount that is not known. */
export const fenIn = (yuan: string | null): Fen => (yuan === null ? 0n : (fenOfYuan(yuan) ?? 0n))

/** Shares of an amount are compared, never shown: a thousandth of a fen is fine enough to tell them apart. */
const FINE = 1000n

/** Money that answers alone can bring into the total comes before money for which they do not suffice: a person decides, the text or its source is not certain. */
type Weight = { readonly counted: bigint; readonly other: bigint }

const byWeight = (a: Weight, b: Weight): number => {
  const difference = b.counted - a.counted || b.other - a.other
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

/** An equal share of the measure's limit for each fact it waits for, so that one answer short of an amount comes before ten. */
const weightOf = (result: Result, asked: readonly string[]): Weight => {
  const share = (fenIn(result.atMost) * FINE) / BigInt(Math.max(1, asked.length))
  const certain = [result.uncounted, result.gaps, result.judgement].every((doubts) => doubts.length === 0)
  return certain ? { counted: share, other: 0n } : { counted: 0n, other: share }
}

/** Of the facts that a result waits for: those that can matter. A relation waits for facts of its own. */
const askedOf = ({ measure, missing }: Result, pack: Pack, facts: Facts, when: When): readonly string[] => {
  const own = pack.measures.get(measure)
  return own && missing.every((key) => own.facts.includes(key)) ? mattering(own, missing, facts, when, pack.facts) : missing
}

/**
 * Facts that can still change an answer, each with the measures that wait for it. First those of the measure that brings most money for each answer still missing, so that
 * a few answers lead to a first amount; then whatever has most money at stake.
 */
export const questionsOf = (pack: Pack, results: readonly Result[], facts: Facts, when: When): readonly Question[] => {
  const open = results
    .filter((result) => result.status === 'undetermined')
    .map((result) => ({ result, asked: askedOf(result, pack, facts, when) }))
    .map(({ result, asked }) => ({ result, asked, weight: weightOf(result, asked) }))
    .sort((a, b) => byWeight(a.weight, b.weight))
  const nearest = new Set(open[0]?.asked)
  const stakes = new Map<string, { counted: bigint; other: bigint; atStake: Fen; measures: string[] }>()
  for (const { result, asked, weight } of open) {
    for (const key of asked) {
      const own = stakes.get(key) ?? { counted: 0n, other: 0n, atStake: 0n, measures: [] }
      own.counted += weight.counted
      own.other += weight.other
      own.atStake += fenIn(result.atMost)
      own.measures.push(result.measure)
      stakes.set(key, own)
    }
  }
  return [...stakes]
    .sort(([a, x], [b, y]) => Number(nearest.has(b)) - Number(nearest.has(a)) || byWeight(x, y) || (a < b ? -1 : 1))
    .map(([key, { atStake, measures }]) => {
      const { declaration } = factOf(key, pack.facts)!
      return {
        fact: key,
        label: { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') },
        question: questionOf(key, pack.facts),
        type: declaration.type,
        unit: declaration.unit,
        values: [...declaration.values],
        registry: declaration.registry,
        atStake: atStake > 0n ? yuanText(atStake) : null,
        measures,
      }
    })
}
