/** Canonical JSON (RFC 8785): one value, one text, so that its hash says whether the value is the same. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

const textOf = (text: string): string => {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON: a lone surrogate has no UTF-8')
  return JSON.stringify(text)
}
const numberOf = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is no JSON number`)
  return JSON.stringify(value)
}

/** Members sorted by the UTF-16 code units of their names, no white space, numbers and texts as ECMAScript writes them. Throws for what JSON cannot hold. */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberOf(value)
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, each]) => `${textOf(name)}:${canonicalJson(each)}`).join(',')}}`
}
