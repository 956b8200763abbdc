/** Where a document says the same in English: after a heading in parentheses, below an entry on a line of its own. */
import type { RawBlock } from './document.ts'
import { isComment, type Line, linesIn, trimmed } from './lines.ts'
import type { Reporter } from './report.ts'

/** `奖励标准 (Award)` in its two parts. What stands in parentheses and is Chinese belongs to the heading. */
export const headingOf = (text: string): { readonly heading: string; readonly headingEnglish: string | null } => {
  const open = text.lastIndexOf('(')
  const heading = open < 0 || !text.endsWith(')') ? '' : text.slice(0, open).trim()
  const headingEnglish = text.slice(open + 1, -1).trim()
  const isEnglish = headingEnglish !== '' && !/[)\p{Script=Han}]/u.test(headingEnglish)
  return heading !== '' && isEnglish ? { heading, headingEnglish } : { heading: text, headingEnglish: null }
}

const ENGLISH = /^\s*en\s*[:：]\s*/
const EXPECTED = { zh: '条目之下一行，en: 英文说明', en: 'below an entry, en: the explanation' }

/** The entries of a block, one a line, each with the line `en: …` that may follow it. */
export const entryLines = (
  reporter: Reporter,
  block: RawBlock,
): readonly { readonly line: Line; readonly textEnglish: string | null }[] => {
  const entries: { line: Line; textEnglish: string | null }[] = []
  for (const line of linesIn(reporter.source.text, block.body)) {
    if (isComment(line)) continue
    const english = ENGLISH.exec(line.text)
    if (!english) {
      entries.push({ line, textEnglish: null })
      continue
    }
    const own = entries.at(-1)
    const textEnglish = line.text.slice(english[0].length).trim()
    if (own && own.textEnglish === null && textEnglish !== '') own.textEnglish = textEnglish
    else reporter.report('rule.entry-form', trimmed(reporter.source.text, line), { expected: EXPECTED })
  }
  return entries
}
