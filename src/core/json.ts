/** JSON from outside: strict, shallow, no name twice, and numbers kept as they were written. */
import type { Text } from './messages.ts'

const MAX_DEPTH = 8

/** Ends the reading; caught in `readJson`, never leaves this file. */
class Stop extends Error {
  readonly problem: Text
  constructor(problem: Text) {
    super(problem.en)
    this.problem = problem
  }
}

type Cursor = { readonly text: string; at: number }

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
const WORDS: readonly (readonly [word: string, value: boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

const stop = (cursor: Cursor, at: number, zh: string, en: string): never => {
  const before = cursor.text.slice(0, at)
  const line = before.split('\n').length
  const column = at - before.lastIndexOf('\n')
  throw new Stop({ zh: `${zh}（第 ${line} 行第 ${column} 列）。`, en: `${en} (line ${line}, column ${column}).` })
}
const notJson = (cursor: Cursor): never => stop(cursor, cursor.at, '不是 JSON', 'Not JSON')

/** The text at the cursor that the pattern matches, or null; the cursor moves behind it. */
const taken = (cursor: Cursor, pattern: RegExp): string | null => {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found) cursor.at = pattern.lastIndex
  return found?.[0] ?? null
}
/** Whether the sign comes next, space around it skipped. */
const sign = (cursor: Cursor, character: string): boolean => {
  taken(cursor, SPACE)
  if (cursor.text[cursor.at] !== character) return false
  cursor.at++
  taken(cursor, SPACE)
  return true
}

const textAt = (cursor: Cursor): string | null => {
  const { text, at } = cursor
  if (text[at] !== '"') return null
  let end = at + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  try {
    const value: unknown = JSON.parse(text.slice(at, end + 1))
    cursor.at = end + 1
    return String(value)
  } catch {
    return notJson(cursor)
  }
}

const objectAt = (cursor: Cursor, depth: number): Readonly<Record<string, unknown>> => {
  const entries = new Map<string, unknown>()
  if (sign(cursor, '}')) return {}
  do {
    const start = cursor.at
    const name = textAt(cursor) ?? notJson(cursor)
    if (entries.has(name)) {
      const short = name.length > 40 ? `${name.slice(0, 40)}…` : name
      stop(cursor, start, `“${short}”写了两次`, `"${short}" is given twice`)
    }
    if (!sign(cursor, ':')) notJson(cursor)
    entries.set(name, valueAt(cursor, depth + 1))
  } while (sign(cursor, ','))
  if (!sign(cursor, '}')) notJson(cursor)
  // Defines, never assigns: `__proto__` is a name like any other.
  return Object.fromEntries(entries)
}

const listAt = (cursor: Cursor, depth: number): readonly unknown[] => {
  const list: unknown[] = []
  if (sign(cursor, ']')) return list
  do list.push(valueAt(cursor, depth + 1))
  while (sign(cursor, ','))
  if (!sign(cursor, ']')) notJson(cursor)
  return list
}

const valueAt = (cursor: Cursor, depth: number): unknown => {
  const opens = cursor.text[cursor.at]
  if ((opens === '{' || opens === '[') && depth > MAX_DEPTH)
    stop(cursor, cursor.at, `JSON 嵌套超过 ${MAX_DEPTH} 层`, `The JSON is nested deeper than ${MAX_DEPTH}`)
  if (sign(cursor, '{')) return objectAt(cursor, depth)
  if (sign(cursor, '[')) return listAt(cursor, depth)
  const text = textAt(cursor)
  if (text !== null) return text
  // What stood in the file decides, not what a binary number makes of it.
  const number = taken(cursor, NUMBER)
  if (number !== null) return number
  const word = WORDS.find(([each]) => cursor.text.startsWith(each, cursor.at))
  if (!word) return notJson(cursor)
  cursor.at += word[0].length
  return word[1]
}

/** Reads JSON whose numbers become texts as they were written (`1e3` stays `1e3`); a name given twice and more than eight levels are problems. */
export const readJson = (text: string): { readonly value: unknown } | { readonly problem: Text } => {
  const cursor: Cursor = { text: text.replace(/^\uFEFF/, ''), at: 0 }
  try {
    taken(cursor, SPACE)
    const value = valueAt(cursor, 1)
    taken(cursor, SPACE)
    return cursor.at === cursor.text.length ? { value } : notJson(cursor)
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem }
    throw error
  }
}
