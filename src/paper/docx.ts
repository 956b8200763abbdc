/** A document as DOCX: the layout of the PDF, with styles that a person goes on writing in. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { OfficialBlock, OfficialDocument } from '../core/official-document.ts'
import { clean } from './clean.ts'
import { EVERY_LINE, FONT, halfPoints, stylesOf, TEXT, twips } from './docx-styles.ts'
import { colophonTable, dataTable } from './docx-tables.ts'
import { headSize, LINE, PAGE, POINTS_PER_MM, RED, SIZE, titleWidth } from './layout.ts'
import { sealed } from './sealed.ts'
import { type Frame, frameOf } from './words.ts'

const mm = (length: number): number => twips(length * POINTS_PER_MM)

const plain = (text: string, options: Omit<IParagraphOptions, 'text' | 'children'> = {}): Paragraph => new Paragraph({ ...options, text })
const blank = (): Paragraph => new Paragraph({ spacing: EVERY_LINE })

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** What comes last goes with the signature: no seal stands on a page alone. */
const blockOf = (block: OfficialBlock, isLast: boolean) => {
  if (block.kind === 'heading') return [plain(block.text, { heading: HEADINGS[block.level] })]
  if (block.kind === 'paragraph') return [plain(block.text, { style: 'OfficialText', keepNext: isLast })]
  return [plain(block.caption, { style: 'Caption' }), dataTable(block), new Paragraph({ style: 'OfficialCell' })]
}

/** 发文机关标志 35 mm below the upper edge of what is written, the number two lines below it, and 4 mm below that the red rule. */
const headOf = ({ head, notice }: OfficialDocument, { number }: Frame): readonly Paragraph[] => {
  const size = headSize(head)
  const centred = { alignment: AlignmentType.CENTER }
  const above =
    notice === null ? [] : [new Paragraph({ style: 'OfficialSmall', children: [new TextRun({ text: notice, font: FONT.heading })] })]
  return [
    ...above,
    new Paragraph({
      ...centred,
      spacing: { before: mm(35) - (notice === null ? 0 : twips(SIZE.small * 1.3)), after: 0, line: twips(size * 1.2), lineRule: 'exact' },
      children: [new TextRun({ text: head, font: FONT.title, size: halfPoints(size), bold: true, color: RED })],
    }),
    blank(),
    blank(),
    new Paragraph({
      ...centred,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } },
      text: number,
    }),
    blank(),
    blank(),
  ]
}

/** 署名 is centred above 成文日期; both stand at the right. */
const signature = (document: OfficialDocument, { seal, day }: Frame): readonly Paragraph[] => {
  const place = { alignment: AlignmentType.CENTER, indent: { left: mm(PAGE.textWidth / 2) }, keepLines: true } as const
  return [
    new Paragraph({
      ...place,
      keepNext: true,
      spacing: { ...EVERY_LINE, before: twips(LINE), after: twips(LINE) },
      children: [new TextRun({ text: seal, size: halfPoints(SIZE.small), color: '5A5A5A' })],
    }),
    plain(document.issuer, { ...place, keepNext: true }),
    plain(day, place),
  ]
}

const headerOf = ({ draft }: Frame): Header =>
  new Header({
    children: [
      new Paragraph({
        style: 'OfficialSmall',
        alignment: AlignmentType.RIGHT,
        children: draft === null ? [] : [new TextRun({ text: draft, font: FONT.heading })],
      }),
    ],
  })

const footerOf = (notice: string | null, alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'OfficialSmall',
        alignment,
        indent: { [alignment]: twips(SIZE.small) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: FONT.number, size: halfPoints(SIZE.small) })],
      }),
      ...(notice === null
        ? []
        : [
            new Paragraph({
              style: 'OfficialSmall',
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: notice, font: FONT.heading, size: halfPoints(SIZE.note) })],
            }),
          ]),
    ],
  })

export const docxOf = async (given: OfficialDocument): Promise<Uint8Array> => {
  const document = clean(given)
  const frame = frameOf(document)
  const header = headerOf(frame)
  const beside = twips((PAGE.textWidth * POINTS_PER_MM - titleWidth(document.title)) / 2)
  const made = new Document({
    title: document.title,
    creator: document.issuer,
    lastModifiedBy: document.issuer,
    styles: stylesOf(document.language),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(PAGE.width), height: mm(PAGE.height) },
            margin: {
              top: mm(PAGE.top),
              left: mm(PAGE.left),
              right: mm(PAGE.right),
              bottom: mm(PAGE.bottom),
              header: mm(25),
              footer: mm(18),
            },
          },
        },
        headers: { default: header, even: header },
        footers: { default: footerOf(document.notice, 'right'), even: footerOf(document.notice, 'left') },
        children: [
          ...headOf(document, frame),
          plain(document.title, { heading: HeadingLevel.TITLE, indent: { left: beside, right: beside } }),
          blank(),
          ...(frame.to === null ? [] : [plain(frame.to)]),
          ...document.body.flatMap((block, index) => blockOf(block, index === document.body.length - 1)),
          ...(frame.annexes.length === 0 ? [] : [new Paragraph({ keepNext: true })]),
          ...frame.annexes.map((each, index) =>
            plain(each, {
              keepNext: true,
              ...(index === 0 || document.language === 'en' ? { style: 'OfficialText' } : { indent: { left: twips(5 * TEXT) } }),
            }),
          ),
          ...signature(document, frame),
          ...(frame.colophon.length === 0 ? [] : [colophonTable(frame.colophon), new Paragraph({ style: 'OfficialCell' })]),
        ],
      },
    ],
  })
  return sealed(await Packer.toBuffer(made), document.day)
}
