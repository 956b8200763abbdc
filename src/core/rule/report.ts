import type { Diagnostic, Severity } from '../diagnostic.ts'
import { fill, type Text } from '../messages.ts'
import { hintOf } from '../nearest.ts'
import { lineText, placeOf, type Source, type Span } from './lines.ts'
import { type RuleCode, ruleMessages } from './messages.ts'

const LIMIT = 200

export type ReportParams = Readonly<Record<string, string | number | Text>>

/** Collects what is wrong with one document; the first 200 findings are kept, and said to be so. */
export type Reporter = {
  readonly source: Source
  readonly found: readonly Diagnostic[]
  readonly failed: () => boolean
  /** No more findings are kept: what is left of the document need not be looked at. */
  readonly full: () => boolean
  /** The clause heading that later findings belong to; answers with the one before. */
  inClause: (heading: string | undefined) => string | undefined
  /** The nearest known name as the `hint` of a message; the names are asked for only while findings are kept. */
  readonly hint: (name: string, candidates: () => Iterable<string>) => Text
  readonly report: (
    code: RuleCode,
    span: Span,
    params?: ReportParams,
    more?: { severity?: Severity; other?: { span: Span; note: Text } },
  ) => void
}

/** What the writer wrote is quoted up to this length: a word may be a megabyte long. */
const QUOTED = 60
const cut = (text: string, length = 4 * QUOTED): string => (text.length > length ? `${text.slice(0, length)}…` : text)

const textOf = (params: ReportParams, language: 'zh' | 'en'): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[language] : typeof value === 'string' ? cut(value, QUOTED) : value,
    ]),
  )

/** A hint that asks ends the sentence. */
const sentence = (code: RuleCode, params: ReportParams, language: 'zh' | 'en'): string =>
  fill(ruleMessages[code][language], textOf(params, language)).replace(/([？?])[。.]$/, '$1')

export const reporterOf = (source: Source): Reporter => {
  const found: Diagnostic[] = []
  let clause: string | undefined
  let errors = 0
  const add = (code: RuleCode, span: Span, params: ReportParams, severity: Severity, other?: { span: Span; note: Text }): void => {
    const place = placeOf(source, span.start, span.end)
    found.push({
      code,
      severity,
      place,
      message: { zh: sentence(code, params, 'zh'), en: sentence(code, params, 'en') },
      source: lineText(source, place.line).slice(0, 400),
      ...(clause === undefined ? {} : { clause }),
      ...(other
        ? { other: { place: placeOf(source, other.span.start, other.span.end), note: { zh: cut(other.note.zh), en: cut(other.note.en) } } }
        : {}),
    })
  }
  return {
    source,
    found,
    failed: () => errors > 0,
    full: () => found.length > LIMIT,
    inClause: (heading) => {
      const before = clause
      clause = heading
      return before
    },
    hint: (name, candidates) => (found.length < LIMIT ? hintOf(name, candidates()) : { zh: '', en: '' }),
    report: (code, span, params = {}, more = {}) => {
      const severity = more.severity ?? 'error'
      if (severity === 'error') errors++
      if (found.length < LIMIT) add(code, span, params, severity, more.other)
      else if (found.length === LIMIT) add('rule.too-many-findings', span, { limit: LIMIT }, 'error')
    },
  }
}
