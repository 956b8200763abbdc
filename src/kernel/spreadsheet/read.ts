/** Sheets that people hand in (.xlsx), as rows of texts: what a sheet shows, as its CSV would have it. */
import { posix } from 'node:path'
import { fail } from '../messages.ts'
import { unzipped } from '../zip.ts'
import { builtInFormat, type Format, formatOf, shownOf } from './shown.ts'
import { attributesOf, scan, unescaped } from './xml.ts'

/** A workbook of a few megabytes can unpack to gigabytes; what is larger than this is not unpacked. */
const BOUNDS = { files: 1000, bytes: 128 * 1024 * 1024, ratio: 1000 }
const MOST_CELLS = 500_000
const MOST_COLUMNS = 200
const MOST_TEXT = 32 * 1024 * 1024

/** `row` counts as the sheet does, from 1. Rows without any text are left out, and so are empty cells behind the last. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] }
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[] }

type Parts = ReadonlyMap<string, Uint8Array>

/** Whether bytes are an archive, as workbooks are. */
export const looksLikeWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
/** Whether bytes are what older programs wrote (.xls), or what a password locks. */
export const looksLikeOldWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11

const partIn = (parts: Parts, path: string): string | null => {
  const bytes = parts.get(path)
  return bytes ? new TextDecoder().decode(bytes) : null
}

/** Every element of a name with its attributes. */
const elements = (xml: string, wanted: string): readonly ReadonlyMap<string, string>[] => {
  const found: ReadonlyMap<string, string>[] = []
  scan(xml, { open: (name, tag) => void (name === wanted && found.push(attributesOf(tag))), close: () => {} })
  return found
}

type Target = { readonly id: string; readonly type: string; readonly path: string }

/** What a part refers to, by the paths of the archive. */
const targetsOf = (parts: Parts, part: string): readonly Target[] => {
  const folder = posix.dirname(part)
  const xml = partIn(parts, posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  return elements(xml ?? '', 'Relationship').map((each) => {
    const target = each.get('Target') ?? ''
    return {
      id: each.get('Id') ?? '',
      type: posix.basename(each.get('Type') ?? ''),
      path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    }
  })
}

/** The texts that cells share. How they are to be pronounced (rPh) is no part of them. */
const sharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = []
  let own = ''
  let [inText, inSound] = [false, false]
  scan(xml, {
    open: (name) => {
      if (name === 'si') own = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') inSound = true
    },
    close: (name) => {
      if (name === 'si') texts.push(unescaped(own))
      else if (name === 't') inText = false
      else if (name === 'rPh') inSound = false
    },
    text: (text) => {
      if (inText && !inSound) own += text
    },
  })
  return texts
}

/** The format of each style that a cell can have. */
const formatsIn = (xml: string): readonly Format[] => {
  const own = new Map<number, Format>()
  const formats: Format[] = []
  let inCells = false
  scan(xml, {
    open: (name, tag) => {
      if (name === 'numFmt') {
        const attributes = attributesOf(tag)
        own.set(Number(attributes.get('numFmtId')), formatOf(attributes.get('formatCode') ?? ''))
      } else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributesOf(tag).get('numFmtId') ?? 0)
        formats.push(own.get(id) ?? builtInFormat(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** A, B, …, Z, AA, … for 0, 1, … */
export const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

/** The column of a cell such as AB12, from 0. */
const columnIn = (cell: string): number => {
  let index = 0
  for (const letter of /^[A-Z]{1,3}/.exec(cell)?.[0] ?? '') index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}

type Book = { readonly texts: readonly string[]; readonly formats: readonly Format[]; readonly from1904: boolean }
type Stored = {
  readonly type: string
  readonly style: number
  readonly value: string | null
  readonly text: string
  readonly isFormula: boolean
}

/** The text of a cell; refused where what it holds is an error or was never computed. */
const textOf = ({ texts, formats, from1904 }: Book, stored: Stored, place: { readonly sheet: string; readonly cell: string }): string => {
  const { type, style, value, text, isFormula } = stored
  if (type === 'inlineStr') return unescaped(text)
  if (value === null) return isFormula ? fail('kernel.workbook-uncomputed', place) : ''
  if (type === 's') return texts[Number(value)] ?? fail('kernel.workbook-broken', {})
  if (type === 'str') return unescaped(value)
  if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
  if (type === 'e') return fail('kernel.workbook-error', { ...place, error: value.slice(0, 20) })
  if (type === 'd') return value.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, '')
  return value.trim() === ''
    ? ''
    : (shownOf(value, formats[style] ?? { kind: 'general' }, from1904) ?? fail('kernel.workbook-number', place))
}

const rowsOf = (xml: string, book: Book, sheet: string): readonly SheetRow[] => {
  const rows: SheetRow[] = []
  let row = 0
  let cells: string[] = []
  let column = -1
  let [count, length] = [0, 0]
  let [type, style, value, text, isFormula, inside] = ['n', 0, null as string | null, '', false, '']
  const keep = (): void => {
    const cell = `${columnName(column)}${row}`
    const shown = textOf(book, { type, style, value, text, isFormula }, { sheet, cell })
    if (shown === '') return
    length += shown.length
    if (column >= MOST_COLUMNS || ++count > MOST_CELLS || length > MOST_TEXT)
      fail('kernel.workbook-large', { sheet, cells: MOST_CELLS, columns: MOST_COLUMNS })
    while (cells.length < column) cells.push('')
    cells[column] = shown
  }
  scan(xml, {
    open: (name, tag) => {
      if (name === 'row') {
        const given = attributesOf(tag).get('r')
        row = given === undefined ? row + 1 : Number(given)
        cells = []
        column = -1
      } else if (name === 'c') {
        const attributes = attributesOf(tag)
        const given = attributes.get('r')
        column = given === undefined ? column + 1 : columnIn(given)
        type = attributes.get('t') ?? 'n'
        style = Number(attributes.get('s') ?? 0)
        value = null
        text = ''
        isFormula = false
      } else if (name === 'f') isFormula = true
      else if (name === 'v') value = ''
      inside = name
    },
    close: (name) => {
      if (name === 'c' && column >= 0) keep()
      else if (name === 'row' && cells.length > 0) rows.push({ row, cells })
      inside = ''
    },
    text: (own) => {
      if (inside === 'v') value += own
      else if (inside === 't') text += own
    },
  })
  return rows
}

/**
 * One sheet of a workbook: the first of the `wanted` names that it has, otherwise the first that is not hidden. Texts are what the sheet shows: numbers as they were
 * typed, with the zeros that their format adds and a sign of percent, days as 2024-03-20, what a formula came to. Refused, with the place: no workbook, too much, a
 * cell with an error, a formula that was never computed.
 */
export const readSheet = (bytes: Uint8Array, wanted: readonly string[] = []): Sheet => {
  if (looksLikeOldWorkbook(bytes)) return fail('kernel.workbook-old', {})
  const parts = unzipped(bytes, BOUNDS)
  const main = targetsOf(parts, '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const workbook = partIn(parts, main) ?? fail('kernel.workbook-broken', {})
  const targets = targetsOf(parts, main)
  const sheets = elements(workbook, 'sheet').flatMap((each) => {
    const target = targets.find(({ id }) => id === each.get('id'))
    return target?.type === 'worksheet'
      ? [{ name: each.get('name') ?? '', path: target.path, hidden: each.get('state')?.toLowerCase().includes('hidden') === true }]
      : []
  })
  const chosen =
    wanted.flatMap((name) => sheets.find((each) => each.name === name) ?? [])[0] ??
    sheets.find(({ hidden }) => !hidden) ??
    fail('kernel.workbook-broken', {})
  const textIn = (type: string): string => partIn(parts, targets.find((each) => each.type === type)?.path ?? '') ?? ''
  const book: Book = {
    texts: sharedTexts(textIn('sharedStrings')),
    formats: formatsIn(textIn('styles')),
    from1904: /^(1|true)$/i.test(elements(workbook, 'workbookPr')[0]?.get('date1904') ?? ''),
  }
  return { name: chosen.name, rows: rowsOf(partIn(parts, chosen.path) ?? fail('kernel.workbook-broken', {}), book, chosen.name) }
}
