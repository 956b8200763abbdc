import type { Text } from './messages.ts'

/** A place in a text: line and column count from 1, `end` is the column after the last character on that line. */
export type Place = { readonly file: string; readonly line: number; readonly column: number; readonly end: number }

export type Severity = 'error' | 'warning'

/** Something wrong with a text: collected with all others, never thrown. */
export type Diagnostic = {
  readonly code: string
  readonly severity: Severity
  readonly place: Place
  readonly message: Text
  /** Heading and anchor of the clause, e.g. `{#a1} 支持对象与标准`. */
  readonly clause?: string
  /** The second place, where two things disagree. */
  readonly other?: { readonly place: Place; readonly note: Text }
  /** The line as it stands, so that a report can show it. */
  readonly source?: string
}

/**
 * A finding as a person reads it: place, code and clause on the first line, the line itself with the spot underlined, then the sentence.
 * Plain text; the underline counts Chinese characters as two columns, as a terminal shows them.
 */
export const formatDiagnostic = (diagnostic: Diagnostic, language: 'zh' | 'en'): string => {
  const { place, source, other } = diagnostic
  const head = `${place.file}:${place.line}:${place.column}  ${diagnostic.code}${diagnostic.clause ? `  ${diagnostic.clause}` : ''}`
  const gutter = String(place.line).length
  const lines = [head]
  if (source !== undefined) {
    const before = width(source.slice(0, place.column - 1))
    const marked = Math.max(1, width(source.slice(place.column - 1, place.end - 1)))
    lines.push(
      `${place.line} │ ${source}`,
      `${' '.repeat(gutter)} │ ${' '.repeat(before)}${'^'.repeat(marked)} ${diagnostic.message[language]}`,
    )
  } else lines.push(`${' '.repeat(gutter)} │ ${diagnostic.message[language]}`)
  if (other) lines.push(`${' '.repeat(gutter)} │ ${other.place.file}:${other.place.line}:${other.place.column}  ${other.note[language]}`)
  return lines.join('\n')
}

const width = (text: string): number => {
  let columns = 0
  for (const character of text) columns += character.codePointAt(0)! >= 0x1100 ? 2 : 1
  return columns
}
