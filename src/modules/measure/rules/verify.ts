/** Verifies a receipt: computes everything again that can be computed, and says which part differs. */
import { canonicalJson, type Json } from '../../../core/evidence/canonical.ts'
import type { Engine } from '../../../core/evidence/engine.ts'
import { hashOfInclusion, type Inclusion, inclusionFrom, rootOfLine } from '../../../core/evidence/inclusion.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { readFacts } from '../../../core/facts.ts'
import { readJson } from '../../../core/json.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import type { Receipt, ReceiptFact, Verified } from '../contract.ts'
import { judgementKeys } from './check.ts'
import { hashOfFact, hashOfParameters, hashOfReceipt, hashOfResult, RECEIPT_FORMAT, receiptOf } from './receipt.ts'
import { receiptFrom } from './receipt-form.ts'

export type Verification = {
  /** Null: the text is no receipt at all, or one of lines of a mass run. */
  readonly receipt: Receipt | null
  readonly inclusion: Inclusion | null
  readonly parts: readonly Verified[]
}

const part = (name: Verified['part'], of: string | null, stated: string, found: string | null): Verified => ({
  part: name,
  of,
  stated,
  found,
  holds: found === null ? null : stated === found,
})

const formParts = (text: string, value: Receipt | Inclusion, found: string): readonly Verified[] => [
  part('form', null, sha256Hex(text), sha256Hex(`${canonicalJson(value as Json)}\n`)),
  part('hash', null, value.hash, found),
]

/** Without anything else: whether the text is a receipt byte for byte, whether its own hash is right, and whether lines lead to their run's root. */
export const verifyForm = (text: string): Verification => {
  const receipt = receiptFrom(text)
  if (receipt !== null)
    return {
      receipt,
      inclusion: null,
      parts: [...formParts(text, receipt, hashOfReceipt(receipt)), part('result', null, receipt.result, hashOfResult(receipt))],
    }
  const inclusion = inclusionFrom(text)
  if (inclusion === null) return { receipt, inclusion, parts: [part('form', null, RECEIPT_FORMAT, '')] }
  const { root, lines } = inclusion.run.grants
  return {
    receipt,
    inclusion,
    parts: [
      ...formParts(text, inclusion, hashOfInclusion(inclusion)),
      ...inclusion.lines.map((each) => part('line', each.line, root, rootOfLine(each, lines))),
    ],
  }
}

/** Both ways round: a fact that was left out and a fact that was added. */
const factParts = (receipt: Receipt, opened: readonly ReceiptFact[]): readonly Verified[] => {
  const stated = new Map(receipt.facts.map(({ name, hash }) => [name, hash]))
  const found = new Map(opened.map((fact) => [fact.name, hashOfFact(fact)]))
  return [...new Set([...stated.keys(), ...found.keys()])].map((name) => part('fact', name, stated.get(name) ?? '', found.get(name) ?? ''))
}

const ruleParts = (receipt: Receipt, pack: Pack): readonly Verified[] =>
  receipt.measures.flatMap(({ id, rule, parameters }) => {
    const measure = pack.measures.get(id)
    return [
      part('rule', id, rule, measure ? sha256Hex(measure.source) : ''),
      part('parameters', id, parameters, measure ? hashOfParameters(measure, receipt) : ''),
    ]
  })

const resultText = ({ status, amount, award, mask }: Receipt['measures'][number]): string => canonicalJson({ status, amount, award, mask })

const resultParts = (receipt: Receipt, again: Receipt | null): readonly Verified[] => {
  const found = new Map(again?.measures.map((each) => [each.id, resultText(each)]))
  return [
    ...receipt.measures.map((each) => part('result', each.id, resultText(each), again && (found.get(each.id) ?? ''))),
    part('total', null, receipt.total, again?.total ?? null),
  ]
}

/** The facts as the rule reads them; null if they are not the opened facts of a decision. */
const factsFrom = (opened: readonly ReceiptFact[], pack: Pack) => {
  const { facts, problems } = readFacts(Object.fromEntries(opened.map(({ name, value }) => [name, value])), pack.facts, judgementKeys(pack))
  return problems.length > 0 || facts.size < opened.length ? null : facts
}

/** Verifies against a pack and an engine; with the opened facts, results as well. What could not be computed has `holds` null. */
export const verify = (text: string, pack: Pack, engine: Engine, opened: readonly ReceiptFact[] | null): Verification => {
  const form = verifyForm(text)
  const { receipt, parts } = form
  if (receipt === null) return form
  const measures = receipt.measures.flatMap(({ id }): Measure | readonly never[] => pack.measures.get(id) ?? [])
  const facts = opened && factsFrom(opened, pack)
  const asked = { measures, when: { on: receipt.on, known: receipt.known }, unverified: receipt.unverified }
  const again = opened && facts ? receiptOf(pack, asked, facts, opened, engine) : null
  return {
    receipt,
    inclusion: null,
    parts: [
      ...parts,
      part('pack', receipt.pack.id, receipt.pack.hash, pack.hash),
      part('engine', receipt.engine.version, receipt.engine.hash, engine.hash),
      ...ruleParts(receipt, pack),
      ...(opened ? factParts(receipt, opened) : []),
      ...resultParts(receipt, again),
    ],
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The opened facts of a file; null if it is none. */
export const openedFrom = (text: string): readonly ReceiptFact[] | null => {
  const read = readJson(text)
  if (!('value' in read) || typeof read.value !== 'object' || read.value === null || !('facts' in read.value)) return null
  const list: unknown = read.value.facts
  if (!Array.isArray(list)) return null
  const facts = list.flatMap((each: Record<string, unknown> | null): ReceiptFact[] => {
    const { name, value, salt } = each ?? {}
    return isText(name) && isText(value) && isText(salt) ? [{ name, value, salt }] : []
  })
  return facts.length === list.length && new Set(facts.map(({ name }) => name)).size === list.length ? facts : null
}
