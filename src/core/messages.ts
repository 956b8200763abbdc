/** Two languages from one code and its parameters. */

export type Language = 'zh' | 'en'

/** What goes wrong with a request; the door decides what that is in HTTP, on the command line and on a page. */
export type FailureKind = 'invalid' | 'forbidden' | 'unknown' | 'conflict' | 'refused' | 'limited' | 'unavailable'

export type Text = { readonly zh: string; readonly en: string }
export type FailureText = Text & { readonly kind: FailureKind }

/** The names in braces: `'没有任务 {task}。'` → `'task'`. */
type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never

/** Both languages name the same parameters, or the entry's type is `never`. */
type Paired<M> = {
  [Code in keyof M]: M[Code] extends { zh: infer Z extends string; en: infer E extends string }
    ? [Names<Z>] extends [Names<E>]
      ? [Names<E>] extends [Names<Z>]
        ? M[Code]
        : never
      : never
    : never
}

export type Params<S extends string> = Record<Names<S>, string | number>

/** Declares messages; the compiler refuses an entry whose two languages name different parameters. */
export const catalogue = <const M extends Record<string, Text>>(messages: M & Paired<M>): M => messages

/** Puts parameters into a text. A parameter that was not given stays visible as `{name}`, so that a test finds it. */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole))
