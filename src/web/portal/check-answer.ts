/** From the fields of the check-up's form to the page: on the server, and in the reader's browser. */
import { dayOf } from '../../core/dates.ts'
import { factOf } from '../../core/facts.ts'
import type { Language, Text } from '../../core/messages.ts'
import { checkUp } from '../../modules/measure/browser.ts'
import type { Enterprise } from '../../modules/party/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import type { ProblemView } from '../parts/fields.tsx'
import { type CheckView, checkView, type Typed } from './check-view.ts'

/** Fields of the form that are no facts. `as_of` is a button that names another day, `looked_up` the code whose facts are already in the form. */
export const OWN: ReadonlySet<string> = new Set(['on', 'known', 'as_of', 'uscc', 'looked_up', 'area', 'task', 'unverified'])

/** What registers know of the enterprise; `problem` says why nothing was found. */
export type LookedUp = { readonly found: Enterprise | null; readonly problem: Text | null }
export const NOT_LOOKED_UP: LookedUp = { found: null, problem: null }

export type Form = ReadonlyMap<string, string>

const textIn = (form: Form, name: string): string => form.get(name)?.trim() ?? ''

/** What the visitor types, or empties, goes before what a register says; a register speaks once, when its code is new. */
const valuesOf = (form: Form, found: Enterprise | null, pack: Pack): ReadonlyMap<string, string> => {
  const values = new Map([...form].filter(([name, value]) => !OWN.has(name) && value.trim() !== ''))
  const isNew = found?.uscc !== textIn(form, 'looked_up')
  for (const { name, value } of found?.facts ?? [])
    if (factOf(name, pack.facts) && (!form.has(name) || isNew) && !values.has(name)) values.set(name, value)
  return values
}

/** What a form says, its day made sure of: one that is none counts as today. */
export const typedIn = (form: Form, found: Enterprise | null, pack: Pack, today: string): Typed => {
  const isNew = found !== null && found.uscc !== textIn(form, 'looked_up')
  const area = isNew && pack.districts.has(found.district) ? found.district : textIn(form, 'area')
  const task = textIn(form, 'task')
  return {
    values: valuesOf(form, found, pack),
    on: textIn(form, 'as_of') || textIn(form, 'on') || today,
    known: textIn(form, 'known'),
    uscc: textIn(form, 'uscc'),
    area: pack.districts.has(area) ? area : '',
    task: pack.tasks.has(task) ? task : '',
    unverified: textIn(form, 'unverified') !== '',
  }
}

const problem = (name: string, text: Text, language: Language): ProblemView => ({ name, text: text[language] })

/** Nothing typed is lost: what cannot be read stays in its field, with what is wrong beside it. `kept`: facts whose questions stay in their place. */
export const answerOf = (
  pack: Pack,
  form: Form,
  { found, problem: notFound }: LookedUp,
  today: string,
  language: Language,
  kept: readonly string[] = [],
): CheckView => {
  const typed = typedIn(form, found, pack, today)
  const { decision, standing, problems: wrong } = checkUp(pack, typed, today)
  const problems = [
    ...(['on', 'known'] as const).flatMap((name) => {
      const text = typed[name]
      if (dayOf(text) !== null || (name === 'known' && text === '')) return []
      return [problem(name, { zh: `“${text}”不是日期，请写作 2023-06-30。`, en: `"${text}" is no date; write 2023-06-30.` }, language)]
    }),
    ...(notFound ? [problem('uscc', notFound, language)] : []),
    ...wrong.map((each) => problem(each.fact, each.message, language)),
  ]
  const known = (found?.facts ?? []).filter((each) => factOf(each.name, pack.facts))
  return checkView(pack, typed, known, found && { uscc: found.uscc, name: found.name }, decision, standing, problems, kept)
}
