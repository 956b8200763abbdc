/** From the fields of a calculator to its answer: on the server, and in the reader's browser. */
import { dayOf } from '../../core/dates.ts'
import { readFacts } from '../../core/facts.ts'
import type { Language, Text } from '../../core/messages.ts'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { resultOf, stepsOf, waysFor } from '../../modules/measure/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import type { ProblemView } from '../parts/fields.tsx'
import { calculatorFields } from './calculator-fields.ts'
import type { Calculation } from './measure-calculator.tsx'

const noDay = (text: string): Text => ({
  zh: `“${text}”不是日期，请写作 2023-06-30。`,
  en: `"${text}" is no date; write 2023-06-30.`,
})

/**
 * `day` counts where the form names none; the law is the one known on the same day, unless the form names another. What cannot be read stays in its field, and
 * nothing is computed.
 */
export const calculationOf = (
  pack: Pack,
  measure: Measure,
  form: ReadonlyMap<string, string>,
  day: string,
  language: Language,
): Calculation => {
  const on = form.get('on')?.trim() || day
  const known = form.get('known')?.trim() ?? ''
  const values = new Map([...form].filter(([name]) => name !== 'on' && name !== 'known'))
  const judgements = new Set(measure.judgements.map(({ name }) => judgementKey(measure, name)))
  const { facts, problems: wrong } = readFacts(Object.fromEntries(values), pack.facts, judgements)
  const problems: readonly ProblemView[] = [
    ...wrong.map((each) => ({ name: each.fact, text: each.message[language] })),
    ...Object.entries(known === '' ? { on } : { on, known }).flatMap(([name, text]) =>
      dayOf(text) === null ? [{ name, text: noDay(text)[language] }] : [],
    ),
  ]
  const fields = calculatorFields(measure, pack, values, new Map(problems.map((each) => [each.name, each.text])))
  if (problems.length > 0) return { fields, on, known, problems, result: null, steps: [], ways: [] }
  const when = { on, known: known || on }
  const result = resultOf(measure, facts, when, pack)
  // Who is not entitled is not shown how an amount would have come about.
  const ways = waysFor(pack, [measure], [measure], facts, when).get(measure.id) ?? []
  return { fields, on, known, problems, result, ways, steps: result.status === 'ineligible' ? [] : stepsOf(measure, facts, when, pack) }
}
