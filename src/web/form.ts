/** Forms of the inner pages: what was typed goes to an action; what is wrong comes back together with what was typed. */
import { data, redirect } from 'react-router'
import { Failure, httpStatusOf } from '../kernel/failure.ts'
import { at, languageOfPath } from './language.ts'
import { troubleOf } from './loading.ts'
import type { Returned } from './parts/form.tsx'

const MAX_FIELDS = 1000
const LONGEST = 10_000

/** What was typed. Line ends are single line feeds; spaces around a text go, except in passwords. */
export type Fields = {
  /** Empty where nothing was typed. */
  readonly text: (name: string) => string
  /** Undefined where nothing was typed. */
  readonly given: (name: string) => string | undefined
  /** A text of any length, such as a table; what `text` gives of it is cut. */
  readonly whole: (name: string) => string
  /** Every box that was ticked. */
  readonly all: (name: string) => readonly string[]
  readonly file: (name: string) => File | null
}

const isSecret = (name: string): boolean => /password|secret|token/i.test(name)

const fieldsOf = (form: FormData): Fields => {
  const all = (name: string): readonly string[] =>
    form
      .getAll(name)
      .slice(0, MAX_FIELDS)
      .flatMap((value) => (typeof value === 'string' ? [value.slice(0, LONGEST).replace(/\r\n?/g, '\n')] : []))
      .map((value) => (isSecret(name) ? value : value.trim()))
  const text = (name: string): string => all(name)[0] ?? ''
  return {
    text,
    given: (name) => text(name) || undefined,
    whole: (name) => {
      const value = form.get(name)
      return typeof value === 'string' ? value : ''
    },
    all,
    file: (name) => {
      const value = form.get(name)
      return value instanceof File && value.size > 0 ? value : null
    },
  }
}

/** What goes back into the form: every text but secrets, which are typed again. */
const typedIn = (form: FormData): Returned['typed'] => {
  const names = [...new Set(form.keys())].filter((name) => !isSecret(name)).slice(0, MAX_FIELDS)
  const { all } = fieldsOf(form)
  return Object.fromEntries(names.map((name) => [name, all(name)]))
}

/** A page's forms by the name each posts as `do`: what it does, and the address or answer that follows; `T`: what the page shows at once. */
export type Forms<T = never> = Readonly<Record<string, (fields: Fields) => Promise<string | Response | T>>>

/**
 * Takes a posted form. Done: 303 to the address, in the page's language. What a person can mend comes back as `Returned` for `<Form>`; who may not or what is not
 * there is a page of its own.
 */
export const posted = async <T = never>(request: Request, forms: Forms<NoInfer<T>>) => {
  const form = await request.formData().catch(() => new FormData())
  const name = String(form.get('do') ?? '')
  const work = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (!work) throw data(null, { status: 404 })
  try {
    const next = await work(fieldsOf(form))
    return typeof next === 'string' ? redirect(at(next, languageOfPath(new URL(request.url).pathname)), 303) : next
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const status = httpStatusOf[error.kind]
    if (error.kind === 'forbidden' || error.kind === 'unknown') throw data(troubleOf(error), { status })
    return data<Returned>({ form: name, code: error.code, text: error.text, problems: error.fields, typed: typedIn(form) }, { status })
  }
}
