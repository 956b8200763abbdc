/** What the marks of confidence in a source mean, in words. */
import type { Text } from './messages.ts'
import type { Confidence } from './rule/tree.ts'

export const confidenceText: Readonly<Record<Confidence, Text>> = {
  A: { zh: 'A：官方文本或其全文转载', en: 'A: official text or a full copy' },
  B: { zh: 'B：可靠报道', en: 'B: reputable report' },
  C: { zh: 'C：来源待核实', en: 'C: source to be verified' },
}
