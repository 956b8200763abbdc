/** What comes from outside is unknown until it fits the contract. */
import type { Static, TObject, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { fill } from '../core/messages.ts'
import { hintOf } from '../core/nearest.ts'
import type { FieldProblem } from './failure.ts'
import { fail, kernelMessages } from './messages.ts'

const SHOWN = 20

const validators = new WeakMap<TSchema, Validator>()
const validatorOf = (schema: TSchema): Validator => {
  const known = validators.get(schema)
  if (known) return known
  const fresh = Compile(schema)
  validators.set(schema, fresh)
  return fresh
}

type FieldCode = Extract<keyof typeof kernelMessages, `kernel.field-${string}`>

const problem = (field: string, code: FieldCode, params: Readonly<Record<string, string | number>> = {}): FieldProblem => {
  const { zh, en } = kernelMessages[code]
  return { field, code, message: { zh: fill(zh, { field, ...params }), en: fill(en, { field, ...params }) } }
}

/** What a validator finds, in words. What has no words of its own is said to have the wrong form. */
const problemsOf = (error: { readonly keyword: string; readonly instancePath: string; readonly params: object }): FieldProblem[] => {
  const field = error.instancePath.replace(/^\//, '') || '/'
  const params = error.params as Readonly<Record<string, unknown>>
  switch (error.keyword) {
    case 'required':
      return (params.requiredProperties as readonly string[]).map((name) => problem(name, 'kernel.field-missing'))
    case 'type':
      return [problem(field, 'kernel.field-type', { type: String(params.type) })]
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return [problem(field, 'kernel.field-long', { limit: Number(params.limit) })]
    case 'minLength':
      return [problem(field, Number(params.limit) === 1 ? 'kernel.field-empty' : 'kernel.field-form')]
    case 'minimum':
    case 'maximum':
      return [problem(field, 'kernel.field-range', { comparison: String(params.comparison), limit: Number(params.limit) })]
    default:
      return [problem(field, 'kernel.field-form')]
  }
}

/** The names that a contract knows; null where it takes any. */
export const namesIn = (schema: TSchema): readonly string[] | null => {
  const { properties = {}, additionalProperties } = schema as Partial<TObject> & { readonly additionalProperties?: unknown }
  return additionalProperties === true ? null : Object.keys(properties)
}

/** Names that the contract does not know: a misspelt `on` would otherwise be passed over, and today taken. One that takes any says so. */
const strangers = (schema: TSchema, input: unknown): FieldProblem[] => {
  const names = namesIn(schema)
  if (names === null || typeof input !== 'object' || input === null) return []
  return Object.keys(input)
    .filter((name) => !names.includes(name))
    .slice(0, SHOWN)
    .map((name) => {
      const hint = hintOf(name, names)
      const { zh, en } = kernelMessages['kernel.field-unknown']
      const field = name.slice(0, 100)
      return {
        field,
        code: 'kernel.field-unknown',
        message: { zh: fill(zh, { field, hint: hint.zh }), en: fill(en, { field, hint: hint.en }) },
      }
    })
}

/** Where a text with a NUL stands, which no database keeps; null where none does. */
export const nulIn = (value: unknown, place: string): string | null => {
  if (typeof value === 'string') return value.includes('\0') ? place : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [name, each] of Object.entries(value)) {
    const inside = place === '' ? name : `${place}/${name}`
    const found = name.includes('\0') ? place : nulIn(each, inside)
    if (found !== null) return found
  }
  return null
}

/** The failure that names a field whose text no database keeps; `/` where it stands in none of its own. */
export const failNoText = (field: string): never => fail('kernel.input', { count: 1 }, [problem(field || '/', 'kernel.field-form')])

/** The input if every text in it can be kept, or a failure that names the field that cannot. */
export const keepable = <T>(input: T): T => {
  const field = nulIn(input, '')
  return field === null ? input : failNoText(field)
}

/** The input as the contract has it, or a failure that names every field that does not fit. */
export const checkedInput = <I extends TSchema>(schema: I, input: unknown): Static<I> => {
  const validator = validatorOf(schema)
  const found = [...(validator.Check(input) ? [] : validator.Errors(input).flatMap(problemsOf)), ...strangers(schema, input)]
  // A union that nothing fits is reported once for each of its members.
  const fields = found.filter((each, index) => found.findIndex(({ field }) => field === each.field) === index)
  return fields.length === 0 ? (input as Static<I>) : fail('kernel.input', { count: fields.length }, fields.slice(0, SHOWN))
}
