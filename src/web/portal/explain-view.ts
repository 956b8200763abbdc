/** What the page of one line of a run shows, made on the server. */
import { dayOf } from '../../core/dates.ts'
import { readFacts } from '../../core/facts.ts'
import { fill, type Language, type Text } from '../../core/messages.ts'
import { judgementKeys, lineOf, pastedFacts, type Row, type RowExplanation, rowIn } from '../../modules/measure/index.ts'
import type { Pack } from '../../pack/pack.ts'
import type { FieldView, ProblemView } from '../parts/fields.tsx'
import { calculatorFields } from './calculator-fields.ts'
import { WORDS } from './explain-words.ts'

/** Fields of the form that are no facts. */
export const OWN = ['row', 'on', 'measure', 'status', 'fen', 'mask', 'pasted'] as const
export type Typed = Readonly<Record<(typeof OWN)[number], string>>

/** What was typed, as far as it can be read: a row of a measure, a day, facts. */
export type Asked = {
  readonly typed: Typed
  readonly row: Row | null
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields: readonly FieldView[]
  readonly problems: readonly ProblemView[]
}

/** Who chooses a measure instead of pasting a line names no enterprise. */
const NOBODY = '—'

export const askedIn = (form: ReadonlyMap<string, string>, pack: Pack, language: Language): Asked => {
  const typed = Object.fromEntries(OWN.map((name) => [name, form.get(name)?.trim() ?? ''])) as Typed
  const problems: ProblemView[] = []
  const problem = (name: string, text: Text, params: Readonly<Record<string, string>>): void => {
    problems.push({ name, text: fill(text[language], params) })
  }

  const isChosen = typed.row === '' && typed.measure !== ''
  const read = rowIn(isChosen ? [NOBODY, typed.measure, typed.status, typed.fen, typed.mask].join(',') : typed.row)
  const measure = 'row' in read ? pack.measures.get(read.row.measure) : undefined
  if ('wrong' in read) problem(isChosen ? read.wrong : 'row', WORDS.wrongRow, { part: read.wrong })
  else if (!measure) problem('row', WORDS.wrongMeasure, { measure: read.row.measure.slice(0, 40) })
  if (dayOf(typed.on) === null) problem('on', WORDS.wrongDay, { day: typed.on })

  const pasted = pastedFacts(typed.pasted, 'row' in read ? read.row.enterprise : '')
  if ('problem' in pasted) problem('pasted', pasted.problem, {})
  const own = [...form].filter(([name, value]) => !OWN.some((each) => each === name) && value.trim() !== '')
  const facts = { ...('given' in pasted ? pasted.given : {}), ...Object.fromEntries(own) }
  const keys = new Set(measure ? [...measure.facts, ...measure.judgements.map(({ name }) => `${measure.id}.${name}`)] : [])
  const wrong = readFacts(facts, pack.facts, judgementKeys(pack)).problems.map(({ fact, message }) => ({
    name: keys.has(fact) ? fact : 'pasted',
    text: message[language],
  }))
  const texts = new Map(Object.entries(facts).map(([name, value]) => [name, String(value ?? '')]))
  return {
    typed,
    row: measure && 'row' in read ? read.row : null,
    facts,
    fields: measure ? calculatorFields(measure, pack, texts, new Map(wrong.map(({ name, text }) => [name, text]))) : [],
    problems: [...problems, ...wrong],
  }
}

/** What the view wants: facts only where there are any. */
export const inputOf = ({ typed, row, facts }: Asked) => ({
  row: row ? lineOf(row) : '',
  on: typed.on,
  ...(Object.values(facts).some((value) => String(value ?? '').trim() !== '') ? { facts } : {}),
})

/** A condition or judgement: what it asks, whether it holds, what it waits for. */
export type Line = { readonly text: Text; readonly holds: boolean | null; readonly missing: readonly Text[] }
/** A section of the measure with what the mask and the facts say of it. */
export type Clause = {
  readonly anchor: string
  readonly heading: Text
  readonly clause: Text
  readonly said: readonly Line[]
  readonly found: readonly Line[]
}

/** Clause by clause; where the facts give what the row says, the mask need not say it again. */
export const clausesOf = ({ row, reasons, result, steps, verified }: RowExplanation, pack: Pack): readonly Clause[] => {
  const said = verified.holds === true ? [] : reasons
  const found = result?.explanation.filter(({ holds }) => holds !== undefined) ?? []
  const shown = new Set([...said.map(({ anchor }) => anchor), ...found.map(({ anchor }) => anchor), ...steps.map(({ anchor }) => anchor)])
  return (pack.measures.get(row.measure)?.sections ?? [])
    .filter(({ anchor }) => shown.has(anchor))
    .map(({ anchor, heading, headingEnglish, clause }) => ({
      anchor,
      heading: { zh: heading, en: headingEnglish ?? heading },
      clause,
      said: said
        .filter((each) => each.anchor === anchor)
        .map(({ kind, text, answer, missing }) => ({
          text: kind === 'amount' ? { zh: `${WORDS.noValue.zh}：${text.zh}`, en: `${WORDS.noValue.en}: ${text.en}` } : text,
          holds: answer === 'no' ? false : null,
          missing,
        })),
      found: found.filter((each) => each.anchor === anchor).map(({ text, holds }) => ({ text, holds: holds ?? null, missing: [] })),
    }))
}
