/** Texts and choices in generated code: a code into a list of texts. */
import { type Answer, any, choose, type Test } from './answer.ts'
import type { Bind } from './whole.ts'

export type Word = { readonly unknown: Test; readonly code: string; readonly texts: readonly string[]; readonly constant: boolean }

/** Keeps a lookup table for the generated code and says what it is called there. */
export type Keep = (table: Int32Array) => string

export const ofText = (text: string): Word => ({ unknown: null, code: '0', texts: [text], constant: true })
export const NO_WORD: Word = { unknown: 'true', code: '0', texts: [], constant: true }
export const bound = (a: Word, bind: Bind): Word => ({
  ...a,
  code: bind(a.code),
  unknown: a.unknown === null || a.unknown === 'true' ? a.unknown : bind(a.unknown),
})

/** Codes of all words in one list of texts; the list of the first fact among them stays as it is and only grows. */
const aligned = (words: readonly Word[], keep: Keep): { codes: readonly string[]; texts: readonly string[] } => {
  const base = words.find((word) => !word.constant) ?? words[0]
  const texts = [...new Set([...(base?.texts ?? []), ...words.flatMap((word) => word.texts)])]
  const codeOf = new Map(texts.map((text, code) => [text, code]))
  const codes = words.map((word) => {
    if (word.texts.every((text, code) => text === texts[code])) return word.code
    if (word.constant) return String(codeOf.get(word.texts[0] ?? '') ?? -1)
    return `${keep(Int32Array.from(word.texts, (text) => codeOf.get(text) ?? -1))}[${word.code}]`
  })
  return { codes, texts }
}

export const compared = (a: Word, op: '=' | '!=', b: Word, keep: Keep): Answer => {
  const [left, right] = aligned([a, b], keep).codes
  return { unknown: any([a.unknown, b.unknown]), yes: `(${left} ${op === '=' ? '===' : '!=='} ${right})` }
}

export const either = (test: string, a: Word, b: Word, bind: Bind, keep: Keep): Word => {
  const named = bind(test)
  const { codes, texts } = aligned([a, b], keep)
  return { unknown: choose(named, a.unknown, b.unknown), code: `(${named} ? ${codes[0]} : ${codes[1]})`, texts, constant: false }
}
