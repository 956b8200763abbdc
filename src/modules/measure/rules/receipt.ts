/** The receipt of a decision: what it was made from and what came out, as hashes that anybody can compute again. Facts stay with whom they belong to. */
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import type { Engine } from '../../../core/evidence/engine.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { denominator, numerator } from '../../../core/exact.ts'
import { textOfFact } from '../../../core/fact-text.ts'
import { type Facts, factOf } from '../../../core/facts.ts'
import { maskOf } from '../../../core/rule/mask.ts'
import type { When } from '../../../core/rule/outcome.ts'
import { runOf } from '../../../core/rule/run.ts'
import type { Constant, Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Decision, Receipt, ReceiptFact, ReceiptMeasure } from '../contract.ts'
import { decisionOf } from './check.ts'

export const RECEIPT_FORMAT = 'planwright.receipt.1'

const hashOfJson = (value: Json): string => sha256Hex(canonicalJson(value))

/** What a receipt holds instead of a fact: nobody can guess the fact from it without the salt. */
export const hashOfFact = ({ name, value, salt }: ReceiptFact): string => hashOfJson([salt, name, value])

const exactText = (value: Constant): Json =>
  typeof value === 'object' ? `${numerator(value)}/${denominator(value)}` : typeof value === 'number' ? String(value) : value

/** The parameters that are in force on the day, as they are known: names and exact values, money in fen. */
export const hashOfParameters = (measure: Measure, when: When): string =>
  hashOfJson(Object.fromEntries([...runOf(measure, new Map(), when).parameters].map(([name, value]) => [name, exactText(value)])))

/** Facts as text, each with a salt, in the order of their names. A judgement is a fact too. */
export const openedFacts = (facts: Facts, pack: Pack, saltOf: (name: string) => string): readonly ReceiptFact[] =>
  [...facts]
    .map(([name, value]) => {
      const declaration = factOf(name, pack.facts)?.declaration
      return { name, value: declaration ? textOfFact(value, declaration) : value === true ? '是' : '否', salt: saltOf(name) }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))

const measureOf = (result: Decision['results'][number], measure: Measure, facts: Facts, when: When): ReceiptMeasure => ({
  id: measure.id,
  rule: sha256Hex(measure.source),
  parameters: hashOfParameters(measure, when),
  status: result.status,
  amount: result.amount,
  award: result.award,
  mask: maskOf(measure, facts, when),
})

/** The hash of what came out, without what it came from. */
export const hashOfResult = ({ measures, total }: Pick<Receipt, 'measures' | 'total'>): string =>
  hashOfJson({ measures: measures.map(({ id, status, amount, award, mask }) => ({ id, status, amount, award, mask })), total })

/** The hash of everything that a receipt says. */
export const hashOfReceipt = ({ hash: _hash, ...rest }: Receipt): string => hashOfJson(rest)

/** What is decided, and how: the measures in their order, the two days, whether what is still to be verified is counted. */
export type Asked = { readonly measures: readonly Measure[]; readonly when: When; readonly unverified: boolean }

/** Decides, and writes down what was decided from what. `opened` are the facts as `openedFacts` gives them. */
export const receiptOf = (pack: Pack, asked: Asked, facts: Facts, opened: readonly ReceiptFact[], engine: Engine): Receipt => {
  const { measures, when, unverified } = asked
  const decision = decisionOf(pack, measures, facts, when, { unverified })
  const own = new Map(measures.map((measure) => [measure.id, measure]))
  const results = decision.results.map((result) => measureOf(result, own.get(result.measure)!, facts, when))
  const receipt: Receipt = {
    format: RECEIPT_FORMAT,
    pack: { id: pack.id, hash: pack.hash },
    engine: { version: engine.version, hash: engine.hash },
    on: when.on,
    known: when.known,
    unverified,
    facts: opened.map((fact) => ({ name: fact.name, hash: hashOfFact(fact) })),
    measures: results,
    total: decision.total,
    result: hashOfResult({ measures: results, total: decision.total }),
    hash: '',
  }
  return { ...receipt, hash: hashOfReceipt(receipt) }
}

/** A receipt as a file: canonical JSON and a line end, so that every changed byte shows. */
export const receiptText = (receipt: Receipt): string => `${canonicalJson(receipt)}\n`
