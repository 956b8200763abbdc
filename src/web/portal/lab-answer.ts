/** From the address of the lab to its page. */
import { dayOf } from '../../core/dates.ts'
import { fenOfYuan, yuanText } from '../../core/money.ts'
import { type Reform, type Setting, settingsIn, shortForm } from '../../core/rule/reform/reform.ts'
import type { Measure } from '../../core/rule/tree.ts'
import { considered } from '../../modules/measure/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import type { LabService } from '../context.ts'
import { controlsOf, findingView, type LabAsk, type LabView, resultView } from './lab-view.ts'

const FILE = 'reform'
const MAX_REFORM = 4000
const PARAMETER = 'p.'

const settingsOf = (reform: string): readonly Setting[] => settingsIn(reform, FILE).value

/** The values that a reform gives a measure, by parameter. */
const valuesOf = (settings: readonly Setting[], measure: string): ReadonlyMap<string, string> =>
  new Map(settings.filter((each) => each.measure === measure).map(({ name, value }) => [name, value]))

/** A reform with what was typed into the fields of the measure; a field as it is now says nothing. */
const withFields = (reform: string, fields: URLSearchParams, measure: Measure, on: string): string => {
  const now = new Map(controlsOf(measure, on, new Map()).map(({ key, value }) => [key, value]))
  const typed = [...fields].flatMap(([name, value]) =>
    name.startsWith(PARAMETER) ? [[name.slice(PARAMETER.length), value.trim()] as const] : [],
  )
  const own = typed.filter(([key]) => now.has(key))
  if (own.length === 0) return reform
  const names = new Set(own.map(([key]) => key))
  const kept = settingsOf(reform).filter(({ measure: id, name }) => !names.has(`${id}.${name}`))
  const added = own.filter(([key, value]) => value !== '' && value !== now.get(key)).map(([key, value]) => `${key}=${value}`)
  return [shortForm(kept) ?? '', ...added].filter((each) => each !== '').join(';')
}

/** What an address asks, made sure of: a measure and a day that exist. */
export const askIn = (pack: Pack, fields: URLSearchParams, today: string): LabAsk => {
  const text = (name: string): string => (fields.get(name) ?? '').trim().slice(0, MAX_REFORM)
  const on = dayOf(text('on')) ?? today
  const choices = considered(pack, { on, known: on })
  const reform = text('r')
  const [first] = settingsOf(reform)
  const wanted = [text('m'), first?.measure ?? ''].find((id) => pack.measures.has(id))
  const measure = pack.measures.get(wanted ?? '') ?? choices.find(({ parameters }) => parameters.length > 0) ?? choices[0]
  return {
    on,
    measure: measure?.id ?? '',
    reform: measure ? withFields(reform, fields, measure, on) : reform,
    other: text('b'),
    budget: text('budget'),
  }
}

const budgetOf = (text: string, cost: string | undefined): LabView['budget'] => {
  const [limit, own] = [fenOfYuan(text.replace(/[,，\s]/g, '')), cost === undefined ? null : fenOfYuan(cost)]
  if (limit === null || own === null) return null
  return own > limit ? { rest: yuanText(own - limit), isOver: true } : { rest: yuanText(limit - own), isOver: false }
}

/** `document`: the text of the chosen measure as it was typed over; null where it was not. */
export const answerLab = async (
  pack: Pack,
  lab: LabService | null,
  ask: LabAsk,
  document: string | null,
  signal: AbortSignal,
): Promise<LabView> => {
  const when = { on: ask.on, known: ask.on }
  const measure = pack.measures.get(ask.measure)
  const own = settingsIn(ask.reform, FILE)
  const isEdited = document !== null && measure !== undefined && document.trim() !== measure.source.trim()
  const edits: Reform = isEdited ? [{ kind: 'document', file: measure.file, text: document }] : []
  const state = (await lab?.state(pack)) ?? 'none'
  const base = {
    ask,
    measures: considered(pack, when).map(({ id, title, titleEnglish }) => ({ id, title: { zh: title, en: titleEnglish ?? title } })),
    controls: measure ? controlsOf(measure, ask.on, valuesOf(own.value, measure.id)) : [],
    about: lab?.about(pack) ?? [],
    state,
    document: document ?? measure?.source ?? '',
    isEdited,
    findings: own.diagnostics.map(findingView),
    result: null,
    other: null,
    took: 0,
    budget: null,
  } satisfies LabView
  if (lab === null || state !== 'ready' || own.diagnostics.length > 0) return base
  const began = performance.now()
  const reforms = [[...edits, ...own.value], ...(ask.other === '' ? [] : [settingsOf(ask.other)])]
  const found = await lab.simulate(pack, { reforms, when }, signal)
  if ('diagnostics' in found) return { ...base, findings: found.diagnostics.map(findingView) }
  const [result, other] = found.map((each) => resultView(each, pack))
  return {
    ...base,
    result: result ?? null,
    other: other ?? null,
    took: Math.round(performance.now() - began),
    budget: budgetOf(ask.budget, result?.after.yuan),
  }
}
