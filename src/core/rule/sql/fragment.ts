/** Pieces of SQL, and the columns that name them. */

/**
 * An expression. `weight` counts what it holds once everything it names is written out; `level` is 1 more than that of the deepest column it names, 0 if it
 * names columns of the population only.
 */
export type Sql = { readonly text: string; readonly weight: number; readonly level: number }

/** Text that names nothing: a constant, a column of the population. */
export const raw = (text: string): Sql => ({ text, weight: 1, level: 0 })

const made = (text: string, parts: readonly Sql[]): Sql => ({
  text,
  weight: parts.reduce((sum, part) => sum + part.weight, 1),
  level: Math.max(0, ...parts.map((part) => part.level)),
})

/** ``sql`(${a} + ${b})` ``: texts of the template stand as they are. */
export const sql = (texts: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql =>
  made(
    texts.reduce((all, text, index) => {
      const part = parts[index - 1]
      return `${all}${typeof part === 'object' ? part.text : (part ?? '')}${text}`
    }),
    parts.filter((part) => typeof part === 'object'),
  )

/** Several expressions with a text between them. */
export const joined = (parts: readonly Sql[], between: string): Sql => made(parts.map(({ text }) => text).join(between), parts)

/** A name of any kind, however it is written. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

const LONGEST_NAME = 63

/** FNV-1a, 32 bits: tells names apart that begin alike. */
const hashOf = (bytes: Uint8Array): string => {
  let hash = 0x811c9dc5
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** The name as PostgreSQL keeps it: names of more than 63 bytes are cut and end in a hash, since PostgreSQL itself would cut them silently. */
export const columnName = (name: string): string => {
  const bytes = new TextEncoder().encode(name)
  if (bytes.length <= LONGEST_NAME) return name
  const room = LONGEST_NAME - 9
  let cut = ''
  let used = 0
  for (const character of name) {
    used += new TextEncoder().encode(character).length
    if (used > room) break
    cut += character
  }
  return `${cut}~${hashOf(bytes)}`
}

/** The name of what every step reads: the population, with all that the steps before have named. */
export const ROWS = 'p'
export const columnOf = (name: string): string => `${ROWS}.${quoted(columnName(name))}`

/** Expressions of this weight are not worth a name. */
const LIGHT = 4
/**
 * PostgreSQL puts a named expression back wherever it is used, which keeps the plan one plain scan; what weighs more than this is computed once per row
 * instead, so that definitions that use each other twice, and so on, cannot grow without end.
 */
const HEAVY = 300

/** Keeps PostgreSQL from writing a step out again where it is used. */
export const KEPT = '\noffset 0'

/** `kept`: computed once for each row, however often it is used. */
type Column = { readonly name: string; readonly value: Sql; readonly kept: boolean }

/** The columns named so far. */
export type Sheet = { readonly columns: Column[]; readonly names: Set<string>; readonly named: Map<string, Sql> }
export const newSheet = (): Sheet => ({ columns: [], names: new Set(), named: new Map() })

/** Gives expressions names. */
export type Bind = (value: Sql) => Sql

const freeName = (sheet: Sheet, wish: string): string => {
  let name = columnName(wish)
  for (let count = 2; sheet.names.has(name); count++) name = columnName(`${wish} ${count}`)
  sheet.names.add(name)
  return name
}

const named = (sheet: Sheet, wish: string, value: Sql, kept: boolean): Sql => {
  const known = sheet.named.get(value.text)
  if (known) return known
  const name = freeName(sheet, wish)
  sheet.columns.push({ name, value, kept })
  const reference = { text: columnOf(name), weight: kept ? 1 : value.weight, level: value.level + 1 }
  sheet.named.set(value.text, reference)
  sheet.named.set(reference.text, reference)
  return reference
}

/** Names expressions after `wish`; what is named already, or is a name, stays as it is. */
export const bindIn =
  (sheet: Sheet, wish: string): Bind =>
  (value) =>
    value.weight <= LIGHT ? value : named(sheet, wish, value, value.weight > HEAVY)

/** Names expressions that are used so often that each is computed once for each row. */
export const keptIn =
  (sheet: Sheet, wish: string): Bind =>
  (value) =>
    named(sheet, wish, value, true)

/**
 * The query that selects from a table with all that the sheet names: a step for each level, each around the one before it. Steps written one below the other
 * (`with …`) read better, but PostgreSQL takes seconds to put a hundred of them into each other.
 */
export const queryOf = (sheet: Sheet, table: string, selected: readonly string[]): string => {
  const levels = Map.groupBy(
    sheet.columns.toSorted((a, b) => a.value.level - b.value.level),
    ({ value }) => value.level,
  )
  const select = (items: readonly string[], from: string): string => `select\n  ${items.join(',\n  ')}\nfrom ${from} ${ROWS}`
  let from = table
  for (const columns of levels.values()) {
    const items = columns.map(({ name, value }) => `${value.text} as ${quoted(name)}`)
    from = `(\n${select([`${ROWS}.*`, ...items], from)}${columns.some(({ kept }) => kept) ? KEPT : ''}\n)`
  }
  return select(selected, from)
}
