/** The styles of a DOCX, by name as Word shows them, and the fonts of the standard: whoever opens the file has them, or gets Word's replacement. */
import type { IPropertiesOptions } from 'docx'
import type { Language } from '../core/messages.ts'
import { LINE, SIZE } from './layout.ts'

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => Math.round(points * 2)
/** 三号 is 16 points in Word; so much closer, 28 characters are a line. */
export const TEXT = 16
const CLOSER = twips(SIZE.text - TEXT)

const fontOf = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia })
export const FONT = {
  title: fontOf('方正小标宋简体'),
  text: fontOf('仿宋_GB2312'),
  heading: fontOf('黑体'),
  second: fontOf('楷体_GB2312'),
  number: fontOf('宋体'),
} as const

/** The same distance from line to line, whatever stands on them. */
export const EVERY_LINE = { before: 0, after: 0, line: twips(LINE), lineRule: 'exact' } as const
const CLOSE = { before: 0, after: 0, line: 240, lineRule: 'auto' } as const

export const stylesOf = (language: Language): NonNullable<IPropertiesOptions['styles']> => {
  const indent = language === 'zh' ? { firstLineChars: 200, firstLine: twips(2 * TEXT) } : {}
  const heading = (font: (typeof FONT)[keyof typeof FONT], bold: boolean) => ({
    run: { font, bold, size: halfPoints(TEXT), color: '000000', italics: false },
    paragraph: { spacing: EVERY_LINE, indent, keepNext: true },
  })
  const style = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  })
  return {
    default: {
      document: {
        run: { font: FONT.text, size: halfPoints(TEXT), language: { value: language === 'zh' ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' } },
        paragraph: { spacing: EVERY_LINE },
      },
      title: {
        run: { font: FONT.title, size: halfPoints(SIZE.title), bold: language === 'en', color: '000000' },
        paragraph: { alignment: 'center', spacing: { ...EVERY_LINE, line: twips(SIZE.title * 1.5) } },
      },
      heading1: heading(FONT.heading, language === 'en'),
      heading2: heading(FONT.second, language === 'en'),
      heading3: heading(FONT.text, true),
      caption: {
        run: { font: FONT.heading, size: halfPoints(SIZE.small), bold: false, italics: false, color: '000000' },
        paragraph: { alignment: 'center', spacing: { ...CLOSE, before: 120, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      style('OfficialText', 'Official Text', { characterSpacing: CLOSER }, { alignment: language === 'zh' ? 'both' : 'left', indent }),
      style('OfficialCell', 'Official Cell', { size: halfPoints(SIZE.table) }, { spacing: CLOSE }),
      style('OfficialSmall', 'Official Small', { size: halfPoints(SIZE.small) }, { spacing: CLOSE }),
    ],
  }
}
