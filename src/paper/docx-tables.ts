/** The tables of a DOCX. */
import {
  AlignmentType,
  BorderStyle,
  type ITableBordersOptions,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { OfficialTable } from '../core/official-document.ts'
import { FONT, twips } from './docx-styles.ts'
import { columnShares, PAGE, POINTS_PER_MM, SIZE, widthOf } from './layout.ts'
import type { Frame } from './words.ts'

const WIDTH = twips(PAGE.textWidth * POINTS_PER_MM)
const whole = { size: WIDTH, type: WidthType.DXA }

/** Breaks over pages between rows, with its head on each of them. */
export const dataTable = (table: OfficialTable): Table => {
  const widths = columnShares(table).map((share) => Math.round((share * WIDTH) / 1000))
  const cell = (index: number, alignment: 'left' | 'right' | 'center', run: TextRun): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [new Paragraph({ style: 'OfficialCell', alignment, children: [run] })],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ title }, index) => cell(index, AlignmentType.CENTER, new TextRun({ text: title, font: FONT.heading }))),
  })
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: table.columns.map(({ align }, index) => cell(index, align, new TextRun({ text: row[index] ?? '' }))),
      }),
  )
  return new Table({ width: whole, columnWidths: widths, layout: TableLayoutType.FIXED, rows: [head, ...rows] })
}

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULES: ITableBordersOptions = {
  top: rule(8),
  bottom: rule(8),
  left: none,
  right: none,
  insideHorizontal: rule(6),
  insideVertical: none,
}

const LINE_HEIGHT = twips(SIZE.small * 1.4)
const PADDING = 40

/** How high 版记 is, about, in twips. */
const heightOf = (lines: Frame['colophon']): number =>
  lines.reduce((sum, [left]) => sum + 2 * PADDING + LINE_HEIGHT * Math.ceil((twips(SIZE.small) * widthOf(left)) / (WIDTH - 560)), 0)

/** 版记, at the foot of the page on which the document ends. */
export const colophonTable = (lines: Frame['colophon']): Table => {
  const widths = [Math.round(WIDTH * 0.6), WIDTH - Math.round(WIDTH * 0.6)]
  const cell = (text: string, alignment: 'left' | 'right', size: number, span: number): TableCell =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      columnSpan: span,
      margins: { top: PADDING, bottom: PADDING, left: 280, right: 280 },
      children: [new Paragraph({ style: 'OfficialSmall', alignment, text })],
    })
  return new Table({
    width: whole,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: RULES,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: twips((PAGE.height - PAGE.bottom) * POINTS_PER_MM) - heightOf(lines),
    },
    rows: lines.map(
      ([left, right]) =>
        new TableRow({
          cantSplit: true,
          children:
            right === '' ? [cell(left, 'left', WIDTH, 2)] : [cell(left, 'left', widths[0]!, 1), cell(right, 'right', widths[1]!, 1)],
        }),
    ),
  })
}
