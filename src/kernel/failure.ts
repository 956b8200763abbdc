import { type FailureKind, type FailureText, fill, type Language, type Params, type Text } from '../core/messages.ts'

/** One request went wrong in a way a person can understand. Thrown anywhere, caught only at a door. */
export class Failure extends Error {
  readonly kind: FailureKind
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly text: Text
  /** For `invalid`: what is wrong in which field. */
  readonly fields: readonly FieldProblem[]

  constructor(
    code: string,
    text: FailureText,
    params: Readonly<Record<string, string | number>> = {},
    fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${fill(text.en, params)}`)
    this.name = 'Failure'
    this.kind = text.kind
    this.code = code
    this.params = params
    this.text = { zh: fill(text.zh, params), en: fill(text.en, params) }
    this.fields = fields
  }

  in(language: Language): string {
    return this.text[language]
  }
}

/** How HTTP says each kind, to programs and on pages alike. */
export const httpStatusOf: Readonly<Record<FailureKind, number>> = {
  invalid: 400,
  forbidden: 403,
  unknown: 404,
  conflict: 409,
  refused: 422,
  limited: 429,
  unavailable: 503,
}

/** What is wrong in one field: `field` is its name or JSON pointer. */
export type FieldProblem = { readonly field: string; readonly code: string; readonly message: Text }

/** The module's own way to fail: the compiler wants a known code and exactly its parameters. */
export const failing =
  <M extends Record<string, FailureText>>(messages: M) =>
  <Code extends keyof M & string>(code: Code, params: Params<M[Code]['zh']>, fields: readonly FieldProblem[] = []): never => {
    throw new Failure(code, messages[code]!, params, fields)
  }

/** As `failing`, for what is wrong in one field: the form that brought it marks it. */
export const failingAt =
  <M extends Record<string, FailureText>>(messages: M) =>
  <Code extends keyof M & string>(field: string, code: Code, params: Params<M[Code]['zh']>): never => {
    const text = messages[code]!
    throw new Failure(code, text, params, [{ field, code, message: { zh: fill(text.zh, params), en: fill(text.en, params) } }])
  }
