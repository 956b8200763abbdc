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
