/** Texts as they can stand on paper: no control characters and no halves of characters, which neither typst nor XML takes, and none that turn the direction of what follows. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g
const NO_CHARACTER = /[\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{10fffe}\u{10ffff}]/gu
const INVISIBLE = /[\u202a-\u202e\u2066-\u2069\ufeff]/g

const cleanText = (text: string): string => text.toWellFormed().replace(CONTROL, ' ').replace(INVISIBLE, '').replace(NO_CHARACTER, '\ufffd')

/** The same value with every text in it cleaned. */
export const clean = <T>(value: T): T => {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)])) as T
}
