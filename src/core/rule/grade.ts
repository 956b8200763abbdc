import type { RawDocument } from './document.ts'
import type { Reporter } from './report.ts'
import type { FrontMatter } from './tree.ts'

/** A measure is as executable as its front matter says: nothing more, nothing less. */
export const checkGrade = (
  reporter: Reporter,
  front: FrontMatter,
  document: RawDocument,
  has: { amount: boolean; rules: boolean; gaps: boolean },
): void => {
  const span = document.keys.get('grade')?.span ?? { start: 0, end: 3 }
  if (front.grade === 'executable' && !has.amount) reporter.report('rule.amount-missing', span)
  if (front.grade === 'executable' && has.gaps) reporter.report('rule.missing-in-executable', span)
  if (front.grade === 'partial' && !has.gaps) reporter.report('rule.partial-without-missing', span)
  if (front.grade === 'text' && has.rules) reporter.report('rule.amount-in-text', span)
}
