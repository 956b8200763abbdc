import type { Diagnostic } from '../diagnostic.ts'
import type { FactCatalogue } from '../facts.ts'
import { measureOf } from './check.ts'
import { documentOf } from './document.ts'
import { frontMatterOf } from './front.ts'
import { sourceOf } from './lines.ts'
import { reporterOf } from './report.ts'
import type { Measure } from './tree.ts'

/** The longest measure file that is read, in characters. */
export const MAX_TEXT = 1_048_576

/**
 * Reads one measure file: text → document → blocks → checked tree. Never throws and never hangs: any text gives a measure or the findings that say why not.
 * The measure is null exactly if a finding is an error.
 */
export const readMeasure = (
  text: string,
  file: string,
  catalogue: FactCatalogue,
): { readonly measure: Measure | null; readonly diagnostics: readonly Diagnostic[] } => {
  const reporter = reporterOf(sourceOf(text.slice(0, MAX_TEXT), file))
  if (text.length > MAX_TEXT) {
    reporter.report('rule.text-too-long', { start: 0, end: 1 }, { limit: MAX_TEXT })
    return { measure: null, diagnostics: reporter.found }
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\ufeff\ufffd]/.exec(text)
  if (control) {
    const name = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    reporter.report('rule.control-character', { start: control.index, end: control.index + 1 }, { name })
    return { measure: null, diagnostics: reporter.found }
  }
  const document = documentOf(reporter)
  const front = frontMatterOf(reporter, document)
  const measure = measureOf(reporter, document, front, catalogue)
  return { measure: reporter.failed() ? null : measure, diagnostics: reporter.found }
}
