/** A table that somebody brings, as CSV: the first sheet of a workbook, or the text itself. */
import { looksLikeOldWorkbook, looksLikeWorkbook, readSheet } from '../../kernel/spreadsheet/read.ts'

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvIn = (bytes: Uint8Array): string => {
  if (!looksLikeWorkbook(bytes) && !looksLikeOldWorkbook(bytes)) return new TextDecoder().decode(bytes)
  const { rows } = readSheet(bytes)
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return rows.map(({ cells }) => Array.from({ length: width }, (_, index) => cell(cells[index] ?? '')).join(',')).join('\n')
}
