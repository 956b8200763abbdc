/** Three answers in generated code: whether a value is unknown, and if not, whether it is yes. */

/** Code of a yes/no that says "unknown"; null is never, `true` is always. */
export type Test = string | null

/**
 * `yes` counts only where `unknown` does not hold. `bits`, where it is at hand, is the answer as a number: no 0, unknown 1, yes 3. These are two bits,
 * "is yes" and "is not no", so that `and` is `&` and `or` is `|`, as in Kleene's logic.
 */
export type Answer = { readonly unknown: Test; readonly yes: string; readonly bits?: string }

export const YES: Answer = { unknown: null, yes: 'true', bits: '3' }
export const NO: Answer = { unknown: null, yes: 'false', bits: '0' }
export const UNKNOWN: Answer = { unknown: 'true', yes: 'false', bits: '1' }

/** Unknown as soon as one of them is. */
export const any = (tests: readonly Test[]): Test => {
  const real = [...new Set(tests.filter((test) => test !== null))]
  if (real.includes('true')) return 'true'
  return real.length === 0 ? null : real.length === 1 ? real[0]! : `(${real.join(' || ')})`
}

/** The first or the second, by a condition. */
export const choose = (yes: string, a: Test, b: Test): Test => (a === b ? a : `(${yes} ? ${a ?? 'false'} : ${b ?? 'false'})`)

export const bitsOf = ({ unknown, yes, bits }: Answer): string =>
  bits ?? (unknown === null ? `(${yes} ? 3 : 0)` : `(${unknown} ? 1 : ${yes} ? 3 : 0)`)

export const ofBits = (bits: string): Answer => ({ unknown: `(${bits} === 1)`, yes: `(${bits} === 3)`, bits })

/** The answer under a name, so that it is computed once. */
export const boundAnswer = (answer: Answer, bind: (code: string) => string): Answer => {
  if (answer.bits !== undefined) return answer
  return answer.unknown === null ? { unknown: null, yes: bind(answer.yes) } : ofBits(bind(bitsOf(answer)))
}

/** All of them or one of them, where they are unknown together or never: then plain logic will do. Null where it will not. */
export const joined = (parts: readonly Answer[], word: '&&' | '||'): Answer | null => {
  const [first] = parts
  if (!first) return word === '&&' ? YES : NO
  if (parts.length === 1) return first
  if (parts.some(({ unknown }) => unknown !== first.unknown)) return null
  return { unknown: first.unknown, yes: `(${parts.map(({ yes }) => yes).join(` ${word} `)})` }
}

export const opposite = ({ unknown, yes }: Answer): Answer => ({ unknown, yes: `!(${yes})` })
