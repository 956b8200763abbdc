/** What the check-up page shows, made from the decision. */
import { factLabel, factOf } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import {
  type Typed as Asked,
  type CheckUp,
  type Decision,
  fenIn,
  type Groups,
  groupsOf,
  type Question,
  type Result,
} from '../../modules/measure/browser.ts'
import { demoUscc } from '../../modules/party/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import type { FieldView, ProblemView } from '../parts/fields.tsx'
import { factField } from './fact-field.ts'

const ASKED_AT_ONCE = 6

/** What a register knows of the enterprise. */
export type Known = {
  readonly name: string
  readonly value: string
  readonly registry: string
  readonly validOn: string
  readonly disputed: boolean
}
export type Subject = { readonly uscc: string; readonly name: string }

/** What the visitor has typed so far. */
export type Typed = Asked & { readonly uscc: string }

const rowOf = (result: Result, pack: Pack) => {
  const measure = pack.measures.get(result.measure)
  const document = measure && pack.documents.get(measure.document)
  return {
    measure: result.measure,
    title: result.title,
    amount: result.amount,
    award: result.award,
    atMost: result.atMost,
    level: (measure && pack.districts.get(measure.level)?.label) ?? null,
    document: document?.title ?? null,
    clause: measure?.clause ?? '',
    missing: result.missing.map((key): Text => ({ zh: factLabel(key, pack.facts, 'zh'), en: factLabel(key, pack.facts, 'en') })),
    failed: result.failed.map(({ node, anchor, why }) => ({ node, anchor, why })),
    lines: result.explanation,
    ways: result.ways ?? [],
  }
}
export type Row = ReturnType<typeof rowOf>

const rowsOf = (groups: Groups, pack: Pack) => {
  const rows = (results: readonly Result[]): readonly Row[] => results.map((result) => rowOf(result, pack))
  return {
    entitled: rows(groups.entitled),
    unverified: rows(groups.unverified),
    decides: rows(groups.decides),
    possible: rows(groups.possible),
    not: rows(groups.not),
  }
}

const hintOf = (question: Question, pack: Pack): Text => {
  const [first] = question.measures
  const title = first === undefined ? undefined : pack.measures.get(first)
  const more = question.measures.length - 1
  return {
    zh: title ? `关系到“${title.title}”${more > 0 ? `等 ${more + 1} 项` : ''}` : '',
    en: title ? `decides on “${title.titleEnglish ?? title.title}”${more > 0 ? ` and ${more} more` : ''}` : '',
  }
}

const SEVERAL: Text = { zh: '几份文件都问', en: 'Asked by several documents' }

/** The questions that are not asked at once, by the document that asks. */
const byDocument = (questions: readonly Question[], pack: Pack) => {
  const groups = new Map<string, { readonly title: Text; readonly questions: Question[] }>()
  for (const question of questions) {
    const documents = [...new Set(question.measures.map((id) => pack.measures.get(id)?.document ?? ''))]
    const key = documents.length === 1 ? documents[0]! : ''
    const own = groups.get(key) ?? { title: pack.documents.get(key)?.title ?? SEVERAL, questions: [] }
    own.questions.push(question)
    groups.set(key, own)
  }
  return [...groups]
    .sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : 0))
    .map(([key, group]) => ({
      key,
      title: group.title,
      fields: group.questions.map((question) => factField(question.fact, pack, { hint: hintOf(question, pack) })),
    }))
}

const givenHint = (value: string, known: Known | undefined): Text | null => {
  if (!known) return null
  const same = known.value === value
  return {
    zh: `${known.registry} ${known.validOn}${known.disputed ? '，异议中' : ''}${same ? '' : `，登记为 ${known.value}，您已改`}`,
    en: `${known.registry} ${known.validOn}${known.disputed ? ', disputed' : ''}${same ? '' : `, which says ${known.value}; changed by you`}`,
  }
}

/** The answers so far: what the visitor said, then what each register knows. */
const givenOf = (values: ReadonlyMap<string, string>, known: readonly Known[], wrong: ReadonlyMap<string, string>, pack: Pack) => {
  const registers = new Map(known.map((each) => [each.name, each]))
  const groups = new Map<string, FieldView[]>()
  for (const [name, value] of values) {
    if (!factOf(name, pack.facts)) continue
    const register = registers.get(name)
    const key = register?.value === value ? register.registry : ''
    const field = factField(name, pack, { value, problem: wrong.get(name) ?? null, hint: givenHint(value, register) })
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return [...groups].sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : 0)).map(([register, fields]) => ({ register, fields }))
}

/** Districts to choose from, and the tasks that some measure serves with those above them. */
const choicesOf = (pack: Pack) => {
  const served = new Set<string>()
  for (const measure of pack.measures.values())
    for (let id: string | null = measure.tasks[0] ?? null; id !== null; id = pack.tasks.get(id)?.parent ?? null) served.add(id)
  return {
    areas: [...pack.districts.values()].map(({ name, label, kind }) => ({ value: name, label, kind })),
    tasks: [...pack.tasks.values()]
      .filter((task) => served.has(task.id))
      .map((task) => ({ value: task.id, label: task.title, under: task.parent !== null })),
  }
}

export const checkView = (
  pack: Pack,
  typed: Typed,
  known: readonly Known[],
  subject: Subject | null,
  decision: Decision,
  standing: CheckUp['standing'],
  problems: readonly ProblemView[],
  kept: readonly string[],
) => {
  const wrong = new Map(problems.map((each) => [each.name, each.text]))
  const asked = decision.questions.filter((question) => !typed.values.has(question.fact) && !kept.includes(question.fact))
  const open = new Map(decision.questions.map((question) => [question.fact, question]))
  const inPlace = kept.map((name) => {
    const question = open.get(name)
    return factField(name, pack, {
      value: typed.values.get(name) ?? '',
      problem: wrong.get(name) ?? null,
      hint: question ? hintOf(question, pack) : null,
    })
  })
  const groups = groupsOf(decision)
  return {
    typed: { on: typed.on, known: typed.known, uscc: typed.uscc, area: typed.area, task: typed.task, unverified: typed.unverified },
    subject,
    standing,
    problems,
    choices: choicesOf(pack),
    given: givenOf(new Map([...typed.values].filter(([name]) => !kept.includes(name))), known, wrong, pack),
    questions: [
      ...inPlace,
      ...asked.slice(0, ASKED_AT_ONCE).map((question) => factField(question.fact, pack, { hint: hintOf(question, pack) })),
    ],
    more: byDocument(asked.slice(ASKED_AT_ONCE), pack),
    left: asked.length,
    groups: rowsOf(groups, pack),
    total: decision.total,
    combination: decision.combination,
    stillPossible: groups.stillPossible,
    most: yuanText(fenIn(decision.total) + fenIn(groups.stillPossible)),
    unverified: decision.uncounted,
    stillUnverified: groups.stillUnverified,
    relations: decision.relations.map(({ measure, kind, detail, text, textEnglish }) => {
      const own = pack.measures.get(measure)
      return {
        measure,
        kind,
        detail,
        text: { zh: text, en: textEnglish ?? text },
        title: { zh: own?.title ?? measure, en: own?.titleEnglish ?? own?.title ?? measure },
      }
    }),
    example: demoUscc(1),
  }
}
export type CheckView = ReturnType<typeof checkView>
