/** A sheet as its CSV, for what reads tables as text. */
import { looksLikeWorkbook, readSheet } from './read.ts'

const cellOf = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The first sheet of a workbook, each row in its own line and as wide as the head; line breaks inside of cells are spaces. */
const csvOfSheet = (bytes: Uint8Array): string => {
  const { rows } = readSheet(bytes)
  const width = rows[0]?.cells.length ?? 0
  const lines: string[] = []
  for (const { row, cells } of rows) {
    while (lines.length < row - 1) lines.push('')
    const whole = [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]
    lines.push(whole.map((cell) => cellOf(cell.replace(/\s+/g, ' '))).join(','))
  }
  return lines.join('\n')
}

/** The CSV in a file that is a workbook (.xlsx) or CSV in UTF-8 itself; refused, with the place, where a workbook cannot be read. */
export const csvIn = (bytes: Uint8Array): string => (looksLikeWorkbook(bytes) ? csvOfSheet(bytes) : new TextDecoder().decode(bytes))
