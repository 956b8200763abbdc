/** Functions of texts in generated code: what they give is computed once for each text that occurs and looked up by its code. */
import { functions } from '../functions/all.ts'
import type { Constant } from '../tree.ts'
import type { Answer } from './answer.ts'
import type { Coder } from './calls.ts'
import type { Quotient } from './quotient.ts'
import * as quotient from './quotient.ts'
import type { Term } from './term.ts'
import * as whole from './whole.ts'
import type { Word } from './word.ts'

type Looked<Value> = { readonly word: Word; readonly values: readonly Value[] }

/** What the function gives for each text that its first argument can be; the others are written out, as the check demands. */
const valuesOf = <Value extends Constant>(name: string, [of, ...others]: readonly Term[], coder: Coder): Looked<Value> => {
  const word = coder.word(of!)
  const rest = others.map((each) => (each.kind === 'constant' ? each.value : undefined))
  const values = word.texts.map((text) => functions.get(name)!.value([text, ...rest] as readonly Constant[]) as Value)
  return { word, values }
}
const lookUp = ({ keep }: Coder, { code }: Word, slots: readonly number[]): string => `${keep(Int32Array.from(slots))}[${code}]`

const test =
  (name: string) =>
  (args: readonly Term[], coder: Coder): Answer => {
    const { word, values } = valuesOf<boolean>(name, args, coder)
    const always = values.every((each) => each === values[0]) ? (values[0] ?? false) : null
    return { unknown: word.unknown, yes: always === null ? `(${lookUp(coder, word, values.map(Number))} === 1)` : String(always) }
  }

export const answers: Readonly<Record<string, (args: readonly Term[], coder: Coder) => Answer>> = {
  contains: test('contains'),
  'starts with': test('starts with'),
  'ends with': test('ends with'),
}

export const numbers: Readonly<Record<string, (args: readonly Term[], coder: Coder) => Quotient>> = {
  'string length': (args, coder) => {
    const { word, values } = valuesOf<number>('string length', args, coder)
    if (values.length === 0) return quotient.NOTHING
    return quotient.ofWhole(whole.measured(lookUp(coder, word, values), Math.min(...values), Math.max(...values)), word.unknown)
  },
}

export const words: Readonly<Record<string, (args: readonly Term[], coder: Coder) => Word>> = {
  substring: (args, coder) => {
    const { word, values } = valuesOf<string>('substring', args, coder)
    const texts = [...new Set(values)]
    const codes = new Map(texts.map((text, code) => [text, code]))
    const code = word.constant
      ? '0'
      : lookUp(
          coder,
          word,
          values.map((text) => codes.get(text)!),
        )
    return { unknown: word.unknown, code, texts, constant: word.constant }
  },
}
