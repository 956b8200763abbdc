/** The layout of an official document (GB/T 9704—2012), in the one place that PDF and DOCX take it from. */
import type { OfficialTable } from '../core/official-document.ts'

export const POINTS_PER_MM = 72 / 25.4

/** A4: 37 mm above, 28 mm at the left, and 156 × 225 mm to write on. In millimetres. */
export const PAGE = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35, textWidth: 156, textHeight: 225 } as const
export const LINES_A_PAGE = 22
export const CHARACTERS_A_LINE = 28

/** In points. 三号 is 15.75 points: 28 of them are 155.6 mm. */
export const SIZE = { title: 22, text: 15.75, small: 14, table: 12, note: 9 } as const
/** From one line to the next, in points. */
export const LINE = (PAGE.textHeight / LINES_A_PAGE) * POINTS_PER_MM
export const RED = 'E60012'

/** How many widths of a Chinese character a text takes, about: what is Latin is half as wide. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1), 0)

/** How large the head of the first page is written, in points: as large as fits into a line. */
export const headSize = (head: string): number => {
  const fitting = (0.98 * PAGE.textWidth * POINTS_PER_MM) / Math.max(1, widthOf(head))
  return Math.max(SIZE.title, Math.min(38, Math.floor(fitting)))
}

/** How wide the lines of a title are, in points: as few lines as it takes, of about the same length. */
export const titleWidth = (title: string): number => {
  const room = PAGE.textWidth * POINTS_PER_MM
  const wanted = widthOf(title) * SIZE.title
  return Math.min(room, wanted / Math.ceil(wanted / room) + 2 * SIZE.title)
}

const NARROWEST = 3
const WIDEST = 24

/** The share of the width that each column of a table takes, in thousandths: by its longest text, within bounds. */
export const columnShares = ({ columns, rows }: OfficialTable): readonly number[] => {
  const wanted = columns.map(({ title }, index) => {
    const widest = rows.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), widthOf(title))
    return Math.max(NARROWEST, Math.min(WIDEST, widest))
  })
  const whole = wanted.reduce((sum, each) => sum + each, 0)
  return wanted.map((each) => Math.round((each / whole) * 1000))
}
