/** What to ask next: facts that can still change an answer, most money first. */
import { factLabel, factOf } from '../../../core/facts.ts'
import { type Fen, fenOfYuan, yuanText } from '../../../core/money.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Question, Result } from '../contract.ts'

/** Yuan as the contract writes them, in fen; 0 for an amount that is not known. */
export const fenIn = (yuan: string | null): Fen => (yuan === null ? 0n : (fenOfYuan(yuan) ?? 0n))

/** A measure without a known limit counts as much as one yuan, so that it is asked about after those with one. */
const NO_LIMIT: Fen = 100n
/** Shares of an amount are compared, never shown: a thousandth of a fen is fine enough to tell them apart. */
const FINE = 1000n
/** What can end in no counted amount (the text is incomplete, or the source is to be verified) weighs a tenth. */
const LESS = 10n

const isLess = (result: Result): boolean => result.uncounted.length > 0 || result.gaps.length > 0

/**
 * Facts that can still change an answer, most money at stake first: an undetermined measure lends each fact it waits for an equal share of its upper limit, so
 * that one answer short of an amount comes before ten.
 */
export const questionsOf = (pack: Pack, results: readonly Result[]): readonly Question[] => {
  const open = results.filter((result) => result.status === 'undetermined')
  const stakes = new Map<string, { weight: bigint; atStake: Fen; measures: string[] }>()
  for (const result of open) {
    const share = ((result.atMost === null ? NO_LIMIT : fenIn(result.atMost)) * FINE) / BigInt(Math.max(1, result.missing.length))
    for (const key of result.missing) {
      const own = stakes.get(key) ?? { weight: 0n, atStake: 0n, measures: [] }
      own.weight += isLess(result) ? share / LESS : share
      own.atStake += fenIn(result.atMost)
      own.measures.push(result.measure)
      stakes.set(key, own)
    }
  }
  return [...stakes]
    .sort(([a, x], [b, y]) => (y.weight > x.weight ? 1 : y.weight < x.weight ? -1 : a < b ? -1 : 1))
    .map(([key, { atStake, measures }]) => {
      const { declaration } = factOf(key, pack.facts)!
      return {
        fact: key,
        label: { zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') },
        question: declaration.question,
        type: declaration.type,
        unit: declaration.unit,
        values: [...declaration.values],
        registry: declaration.registry,
        atStake: atStake > 0n ? yuanText(atStake) : null,
        measures,
      }
    })
}
