/** A file of readings, whatever program wrote it, as the text of a table. */
import { looksLikeOldWorkbook, looksLikeWorkbook, readSheet } from '../../../kernel/spreadsheet/read.ts'
import { fail } from '../messages.ts'
import { READINGS_SHEET } from '../rules/template.ts'

/** The encodings in which spreadsheets save text: what says so by its mark, UTF-8, and that of Chinese systems. */
const encodingsOf = (bytes: Uint8Array): readonly string[] => (bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030'])

const decoded = (bytes: Uint8Array): string => {
  for (const encoding of encodingsOf(bytes))
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!text.includes('\0')) return text
    } catch {
      // The next one may fit.
    }
  return fail('plan.table-text', {})
}

/** Every row of the sheet in its own line, so that lines are counted as the sheet counts rows. */
const textOfSheet = (bytes: Uint8Array): string => {
  const lines: string[] = []
  for (const { row, cells } of readSheet(bytes, [READINGS_SHEET.zh, READINGS_SHEET.en]).rows) {
    while (lines.length < row - 1) lines.push('')
    lines.push(cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t'))
  }
  return lines.join('\n')
}

/** The table in a workbook (.xlsx) or a text (CSV, tabs), as `readTable` takes it; refused, with the place, where a file is neither. */
export const tableTextOf = (bytes: Uint8Array): string =>
  looksLikeWorkbook(bytes) || looksLikeOldWorkbook(bytes) ? textOfSheet(bytes) : decoded(bytes)
