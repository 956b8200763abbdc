/** Three answers in generated code: whether a value is unknown, and if not, whether it is yes. */

/** Code of a yes/no that says "unknown"; null is never, `true` is always. */
export type Test = string | null

/** `yes` counts only where `unknown` does not hold. */
export type Answer = { readonly unknown: Test; readonly yes: string }

export const YES: Answer = { unknown: null, yes: 'true' }
export const NO: Answer = { unknown: null, yes: 'false' }
export const UNKNOWN: Answer = { unknown: 'true', yes: 'false' }

/** Unknown as soon as one of them is. */
export const any = (tests: readonly Test[]): Test => {
  const real = [...new Set(tests.filter((test) => test !== null))]
  if (real.includes('true')) return 'true'
  return real.length === 0 ? null : real.length === 1 ? real[0]! : `(${real.join(' || ')})`
}

/** The first or the second, by a condition. */
export const choose = (yes: string, a: Test, b: Test): Test => (a === b ? a : `(${yes} ? ${a ?? 'false'} : ${b ?? 'false'})`)

/**
 * An answer in two bits, "is yes" and "is not no": no 0, unknown 1, yes 3. So `and` is `&` and `or` is `|`, as in Kleene's logic.
 */
const bitsOf = ({ unknown, yes }: Answer): string =>
  unknown === null ? `(${yes} ? 3 : 0)` : unknown === 'true' ? '1' : `(${unknown} ? 1 : ${yes} ? 3 : 0)`

const ofBits = (bits: string): Answer => ({ unknown: `(${bits} === 1)`, yes: `(${bits} === 3)` })

/** The answer under a name, so that it is computed once. */
export const boundAnswer = (answer: Answer, bind: (code: string) => string): Answer => {
  if (answer.unknown === null) return { unknown: null, yes: bind(answer.yes) }
  return answer.unknown === 'true' ? answer : ofBits(bind(bitsOf(answer)))
}

const combined = (parts: readonly Answer[], word: '&&' | '||', sign: '&' | '|', bind: (code: string) => string): Answer => {
  const [first] = parts
  if (!first) return word === '&&' ? YES : NO
  if (parts.length === 1) return first
  // All unknown together, or none: then plain logic will do.
  if (parts.every(({ unknown }) => unknown === first.unknown))
    return { unknown: first.unknown, yes: `(${parts.map(({ yes }) => yes).join(` ${word} `)})` }
  return ofBits(bind(parts.map(bitsOf).join(` ${sign} `)))
}

export const allOf = (parts: readonly Answer[], bind: (code: string) => string): Answer => combined(parts, '&&', '&', bind)
export const anyOf = (parts: readonly Answer[], bind: (code: string) => string): Answer => combined(parts, '||', '|', bind)
export const opposite = ({ unknown, yes }: Answer): Answer => ({ unknown, yes: `!(${yes})` })
