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
  Array.from(text).reduce((all, each) => all + ((each.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1), 0)

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

/** What a table wants for a column, at most, in widths of a character. */
const WIDEST = 24
/** The blank at both sides of a cell, in points, and somewhat more, since a text is measured by its number of letters. */
const BESIDE = 12
/** A longer word is broken wherever it has to be. */
const LONGEST_WORD = 24

/** The widest piece of a text that is not broken over lines; two Chinese characters stay together as well. */
const pieceOf = (text: string): number =>
  (text.match(/[!-~]+/g) ?? []).reduce((most, { length }) => (length < LONGEST_WORD ? Math.max(most, length * 0.6) : most), 2)

const most = (numbers: readonly number[]): number => numbers.reduce((high, each) => Math.max(high, each), 0)
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The share of the width that each column of a table takes, in thousandths: what its words need, and of the rest as much as its longest text wants. */
export const columnShares = ({ columns, rows }: OfficialTable): readonly number[] => {
  const texts = columns.map(({ title }, index) => [title, ...rows.map((row) => row[index] ?? '')])
  const needed = texts.map((each) => most(each.map(pieceOf)) * SIZE.table + BESIDE)
  const wanted = texts.map((each, index) => Math.max(needed[index]!, Math.min(WIDEST, most(each.map(widthOf))) * SIZE.table + BESIDE))
  const spare = Math.max(0, PAGE.textWidth * POINTS_PER_MM - sum(needed))
  const more = wanted.map((each, index) => each - needed[index]! + 1)
  const widths = needed.map((each, index) => each + (spare * more[index]!) / sum(more))
  return widths.map((each) => Math.round((each / sum(widths)) * 1000))
}
