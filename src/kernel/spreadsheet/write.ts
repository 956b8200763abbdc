/** Tables as workbooks (.xlsx), for people who open them in a spreadsheet. */
import { zipSync } from 'fflate'
import { dayOf, numberOfDay } from '../../core/dates.ts'
import { columnName } from './read.ts'

/** What the cells of a column are: texts stay texts whatever they look like; numbers and days are given as texts and become numbers and days where they can. */
export type ColumnType = 'text' | 'number' | 'day'
/** `width`: in letters; as wide as it needs where it is left out. */
export type SheetColumn = { readonly head: string; readonly type?: ColumnType; readonly width?: number }
export type SheetRows = readonly (readonly (string | null)[])[]
export type Table = { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: SheetRows }

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What the sheet of notes is called. */
export const NOTES = '说明 Notes'
const [LEAST_WIDTH, MOST_WIDTH] = [8, 60]
/** Places behind the point that have a style of their own; a number with more of them stays a text. */
const MOST_PLACES = 12
/** The same table is the same bytes: no part says when it was packed. */
const PACKED = '1980-01-01T00:00:00'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text inside XML. What XML cannot hold is written `_x000D_`, and what only looks like that gets `_x005F_` before it. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (char) => ESCAPES[char]!)

/** The styles of cells by their place: a text, a text that is broken into lines, the head, a day, then numbers with 0, 1, 2, … places. */
const [TEXT, LINES, TITLE, DAY, NUMBERS] = [1, 2, 3, 4, 5]
const FORMATS = [
  'yyyy\\-mm\\-dd',
  ...Array.from({ length: MOST_PLACES + 1 }, (_, places) => (places === 0 ? '0' : `0.${'0'.repeat(places)}`)),
]
const font = (more: string): string =>
  `<font>${more}<sz val="11"/><color theme="1"/><name val="微软雅黑"/><family val="2"/><charset val="134"/></font>`
const style = (format: number, more = '', inside = ''): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}>${inside}</xf>`
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${FORMATS.map(
  (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`,
).join(
  '',
)}</numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6F0EF"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${NUMBERS + FORMATS.length - 1}">${[
  style(0),
  style(49, ' quotePrefix="1" applyAlignment="1"', '<alignment vertical="top"/>'),
  style(49, ' quotePrefix="1" applyAlignment="1"', '<alignment vertical="top" wrapText="1"/>'),
  style(49, ' applyFont="1" applyFill="1"').replace('fontId="0" fillId="0"', 'fontId="1" fillId="2"'),
  ...FORMATS.map((_, index) => style(164 + index)),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** Programs keep fifteen digits of a number; one with more stays a text, and so does what a number would show otherwise, such as 007. */
const placesOf = (text: string): number | null => {
  const [, sign, whole = '', places = ''] = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text) ?? []
  const digits = (whole + places).replace(/^0+/, '').length
  return sign === undefined || digits > 15 || places.length > MOST_PLACES || (sign === '-' && digits === 0) ? null : places.length
}

/** Days since the 30 December 1899, as workbooks count; from the first day on that all programs count alike. */
const serialOf = (text: string): number | null => {
  const day = text >= '1900-03-01' ? dayOf(text) : null
  return day === null ? null : numberOfDay(day) - numberOfDay('1899-12-30')
}

/** A cell is what its column says where it can be; a text never becomes a formula. */
const cellOf = (place: string, value: string, type: ColumnType): string => {
  const places = type === 'number' ? placesOf(value) : null
  if (places !== null) return `<c r="${place}" s="${NUMBERS + places}"><v>${value}</v></c>`
  const serial = type === 'day' ? serialOf(value) : null
  if (serial !== null) return `<c r="${place}" s="${DAY}"><v>${serial}</v></c>`
  const own = value.length > MOST_WIDTH || value.includes('\n') ? LINES : TEXT
  return textCell(place, value, own)
}
const textCell = (place: string, text: string, own: number): string =>
  `<c r="${place}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** How wide a text is: a Chinese character is as wide as two letters. */
const widthOf = (text: string): number => {
  let width = 0
  for (const char of text) width += char > '\u2e7f' ? 2 : 1
  return width
}
/** Rows beyond these make no column wider. */
const MEASURED = 200

const columnWidth = ({ head, width }: SheetColumn, index: number, rows: SheetRows): number => {
  if (width !== undefined) return width
  const widest = rows.slice(0, MEASURED).reduce((most, row) => Math.max(most, widthOf(row[index] ?? '')), widthOf(head))
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, widest)) + 2
}

const sheetXml = (views: string, widths: readonly number[], rows: readonly string[]): string =>
  `${HEAD}<worksheet xmlns="${MAIN}">${views}<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'

const tableXml = ({ columns, rows }: Table): string => {
  const names = columns.map((_, index) => columnName(index))
  return sheetXml(
    FROZEN,
    columns.map((column, index) => columnWidth(column, index, rows)),
    [
      columns.map(({ head }, index) => textCell(`${names[index]}1`, head, TITLE)).join(''),
      ...rows.map((row, line) =>
        columns.map(({ type = 'text' }, index) => (row[index] ? cellOf(`${names[index]}${line + 2}`, row[index], type) : '')).join(''),
      ),
    ],
  )
}

/** A name that programs take for a sheet: no []:*?/\', at most 31 characters. */
const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

/**
 * Tables as the sheets of a workbook; the head of each stays in sight. `notes` stand on a sheet of their own before them, such as that data are made up. The same tables
 * are the same bytes.
 */
export const workbookOf = (tables: readonly Table[], notes: readonly string[] = []): Uint8Array<ArrayBuffer> => {
  const sheets = [
    ...(notes.length > 0
      ? [
          {
            name: NOTES,
            xml: sheetXml(
              '',
              [100],
              notes.map((note, line) => textCell(`A${line + 1}`, note, LINES)),
            ),
          },
        ]
      : []),
    ...tables.map((table) => ({ name: sheetName(table.name), xml: tableXml(table) })),
  ]
  const part = (kind: string, index: number, target: string): string =>
    `<Relationship Id="r${index}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const override = (path: string, kind: string): string => `<Override PartName="/xl/${path}.xml" ContentType="${TYPE}.${kind}+xml"/>`
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${sheets.map((_, index) => override(`worksheets/sheet${index + 1}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${part('officeDocument', 1, 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => part('worksheet', index + 1, `worksheets/sheet${index + 1}.xml`)).join('')}${part('styles', sheets.length + 1, 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  }
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, encoder.encode(xml)])), { mtime: PACKED })
}
