import type { Day } from '../dates.ts'
import { exactOf, isWhole, multiply, numerator } from '../exact.ts'
import { type FactCatalogue, readFacts } from '../facts.ts'
import { fill, type Text } from '../messages.ts'
import { type Fen, shownMoney } from '../money.ts'
import { decide, judgementKey } from './evaluate.ts'
import type { Outcome } from './outcome.ts'
import type { Case, Measure } from './tree.ts'
import { unitOf } from './units.ts'

const FOR_EVER: Day = '2199-12-31'

export type CaseResult = {
  readonly case: Case
  readonly on: Day
  readonly outcome: Outcome | null
  readonly passed: boolean
  readonly difference: Text | null
}

const STATUS: Readonly<Record<Outcome['status'], Text>> = {
  eligible: { zh: '是', en: 'eligible' },
  ineligible: { zh: '否', en: 'not eligible' },
  undetermined: { zh: '待定', en: 'undetermined' },
}

/** `500 万元`, `216000 元`, `80000` (yuan) as fen; null if it is no amount. */
export const fenOfText = (text: string): Fen | null => {
  const found = /^(\d{1,18}(?:\.\d{1,12})?)\s?(\S*)$/.exec(text.trim())
  const meaning = found && unitOf(found[2] || '元')
  const value = found && meaning && Object.keys(meaning.unit).join() === '元' ? multiply(exactOf(found[1]!)!, meaning.factor) : null
  return value !== null && isWhole(value) ? numerator(value) : null
}

/** The day a case is decided on: its own, otherwise the last day the measure is known to be in force, otherwise its first. */
const dayOfCase = (measure: Measure, each: Case): Day => each.on ?? measure.inForce.to ?? measure.inForce.from ?? measure.known ?? FOR_EVER

const amountDifference = (name: Text, wanted: string | null, got: Fen | null): Text | null => {
  if (wanted === null) return null
  const fen = fenOfText(wanted)
  if (fen !== null && fen === got) return null
  const result = (language: 'zh' | 'en') => (got === null ? '—' : shownMoney(got, language))
  return {
    zh: fill('{name}应为 {wanted}，算得 {got}', { name: name.zh, wanted, got: result('zh') }),
    en: fill('{name} should be {wanted}, but is {got}', { name: name.en, wanted, got: result('en') }),
  }
}

/** Runs one worked case; it passes only if status and amounts are exactly as written. */
const runCase = (measure: Measure, each: Case, catalogue: FactCatalogue): CaseResult => {
  const on = dayOfCase(measure, each)
  const judgements = new Set(measure.judgements.map(({ name }) => judgementKey(measure, name)))
  const given = Object.fromEntries(
    Object.entries(each.facts).map(([name, value]) => [
      measure.judgements.some((judgement) => judgement.name === name) ? judgementKey(measure, name) : name,
      value,
    ]),
  )
  const { facts, problems } = readFacts(given, catalogue, judgements)
  if (problems.length > 0) return { case: each, on, outcome: null, passed: false, difference: problems[0]!.message }
  // What became public after the day of the case is used all the same: a worked case tests the text, not its history.
  const outcome = decide(measure, facts, { on, known: FOR_EVER })
  const status =
    outcome.status === each.status
      ? null
      : {
          zh: `应为“${STATUS[each.status].zh}”，算得“${STATUS[outcome.status].zh}”${outcome.failed[0] ? `（${outcome.failed[0].source}）` : outcome.missing.length > 0 ? `（缺 ${outcome.missing.join('、')}）` : ''}`,
          en: `should be ${STATUS[each.status].en}, but is ${STATUS[outcome.status].en}${outcome.failed[0] ? ` (${outcome.failed[0].source})` : outcome.missing.length > 0 ? ` (missing ${outcome.missing.join(', ')})` : ''}`,
        }
  const difference =
    status ??
    (each.status === 'eligible' ? amountDifference({ zh: '金额', en: 'the amount' }, each.amount, outcome.amount) : null) ??
    amountDifference({ zh: '上限', en: 'the upper limit' }, each.atMost, outcome.atMost)
  return { case: each, on, outcome, passed: difference === null, difference }
}

export const runCases = (measure: Measure, catalogue: FactCatalogue): readonly CaseResult[] =>
  measure.cases.map((each) => runCase(measure, each, catalogue))
