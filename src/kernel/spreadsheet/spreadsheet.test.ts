import fc from 'fast-check'
import { type Zippable, zipSync } from 'fflate'
import { readSheet as readElsewhere } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeElsewhere from 'write-excel-file/node'
import type { Failure } from '../failure.ts'
import { readSheet } from './read.ts'
import { formatOf, shownOf } from './shown.ts'
import { NOTES, workbookOf } from './write.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const failureOf = (bytes: Uint8Array, wanted: readonly string[] = []): Failure | null => {
  try {
    readSheet(bytes, wanted)
    return null
  } catch (error) {
    return error as Failure
  }
}

const STYLES = ['General', '0.00', 'yyyy\\-mm\\-dd', 'yyyy"年"m"月"', '0.0%', '#,##0.00" 亿元"', 'yyyy', '[h]:mm', '0.0##', '0.0,', '@']
/** A workbook as other programs write it, with a prefix, rich texts and relations by their ids; `cells` is the inside of sheetData. */
const workbook = (cells: string, { more = {}, date1904 = false }: { more?: Zippable; date1904?: boolean } = {}): Uint8Array =>
  zipSync({
    '_rels/.rels': utf8(`<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/book/main.xml"/></Relationships>`),
    'book/main.xml': utf8(`<?xml version="1.0"?><x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="${date1904 ? 1 : 0}"/><x:sheets>
      <x:sheet name="藏" sheetId="1" state="hidden" r:id="h"/><x:sheet name="A &amp; B" sheetId="2" r:id="s"/><x:sheet name="另一张" sheetId="3" r:id="o"/></x:sheets></x:workbook>`),
    'book/_rels/main.xml.rels': utf8(`<Relationships><Relationship Id="s" Type="http://x/worksheet" Target="sheets/one.xml"/>
      <Relationship Id="h" Type="http://x/worksheet" Target="sheets/hidden.xml"/><Relationship Id="o" Type="http://x/worksheet" Target="sheets/other.xml"/>
      <Relationship Id="t" Type="http://x/sharedStrings" Target="texts.xml"/><Relationship Id="y" Type="http://x/styles" Target="styles.xml"/></Relationships>`),
    'book/texts.xml': utf8(
      `<sst><si><t>一</t></si><si><r><t xml:space="preserve">二 </t></r><r><t>&lt;三&#x4E09;&gt;</t></r><rPh sb="0"><t>er</t></rPh></si></sst>`,
    ),
    'book/styles.xml':
      utf8(`<styleSheet><numFmts>${STYLES.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${STYLES.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="17"/></cellXfs></styleSheet>`),
    'book/sheets/one.xml': utf8(`<worksheet><!-- <c> --><dimension ref="A1:ZZ99"/><sheetData>${cells}</sheetData></worksheet>`),
    'book/sheets/hidden.xml': utf8('<worksheet><sheetData><row><c t="inlineStr"><is><t>藏着</t></is></c></row></sheetData></worksheet>'),
    'book/sheets/other.xml': utf8('<worksheet><sheetData><row><c t="str"><v>第二</v></c></row></sheetData></worksheet>'),
    ...more,
  })
const number = (stored: string, style: number): string =>
  readSheet(workbook(`<row><c s="${style}"><v>${stored}</v></c></row>`)).rows[0]?.cells[0] ?? ''

describe('a workbook that is handed in', () => {
  it('is read as the first sheet that shows, or the one that is named', () => {
    const bytes = workbook('<row r="3"><c r="B3" t="s"><v>1</v></c><c t="s"><v>0</v></c></row><row><c t="b"><v>1</v></c></row><row/>')
    expect(readSheet(bytes)).toEqual({
      name: 'A & B',
      rows: [
        { row: 3, cells: ['', '二 <三三>', '一'] },
        { row: 4, cells: ['TRUE'] },
      ],
    })
    expect(readSheet(bytes, ['没有', '另一张']).rows).toEqual([{ row: 1, cells: ['第二'] }])
  })

  it.each([
    ['0.30000000000000004', 0, '0.3'],
    ['14.6', 1, '14.60'],
    ['14.637', 1, '14.64'],
    ['1.4600000000000001E1', 0, '14.6'],
    ['1E-7', 0, '0.0000001'],
    ['-0', 1, '0.00'],
    ['-0.005', 1, '-0.01'],
    ['999.995', 1, '1000.00'],
    ['0.146', 4, '14.6%'],
    ['1234567.5', 5, '1234567.50'],
    ['45371', 2, '2024-03-20'],
    ['45371.5', 2, '2024-03-20 12:00:00'],
    ['45292', 3, '2024-01'],
    ['45292', 6, '2024'],
    ['45292', 11, '2024-01-01'],
    ['45292', 12, '2024-01'],
    ['0.5', 7, '12:00:00'],
    ['1', 2, '1900-01-01'],
    ['61', 2, '1900-03-01'],
    ['2', 8, '2.0'],
    ['2.1239', 8, '2.124'],
    ['14600', 9, '14600'],
    ['123456789012345678', 10, '123456789012346000'],
  ])('shows %s in style %i as %s', (stored, style, shown) => {
    expect(number(stored, style)).toBe(shown)
  })

  it('is read as another program wrote it', async () => {
    const day = new Date('2024-03-20T00:00:00Z')
    const bytes = await writeElsewhere([
      [{ value: '甲', fontWeight: 'bold' }, { value: 14.6, format: '0.00' }, { value: day, format: 'yyyy-mm-dd' }, 0.1 + 0.2, true],
    ]).toBuffer()
    expect(readSheet(bytes).rows).toEqual([{ row: 1, cells: ['甲', '14.60', '2024-03-20', '0.3', 'TRUE'] }])
  })

  it('counts days from 1904 where it says so', () => {
    expect(readSheet(workbook('<row><c s="2"><v>0</v></c></row>', { date1904: true })).rows[0]?.cells).toEqual(['1904-01-01'])
  })

  it('gives what a formula came to, and refuses one that was never computed, with its place', () => {
    expect(readSheet(workbook('<row><c><f>A1*2</f><v>29.2</v></c><c t="str"><f>"a"</f><v>甲</v></c></row>')).rows[0]?.cells).toEqual([
      '29.2',
      '甲',
    ])
    const failure = failureOf(workbook('<row r="7"><c r="AB7"><f>A1*2</f></c></row>'))
    expect([failure?.code, failure?.params]).toEqual(['kernel.workbook-uncomputed', { sheet: 'A & B', cell: 'AB7' }])
  })

  it.each([
    ['kernel.workbook-error', workbook('<row><c t="e"><v>#DIV/0!</v></c></row>')],
    ['kernel.workbook-number', workbook('<row><c><v>12a</v></c></row>')],
    ['kernel.workbook-broken', workbook('<row><c><v>1</v></c')],
    ['kernel.workbook-broken', workbook('<!DOCTYPE a [<!ENTITY b "c">]><row/>')],
    ['kernel.workbook-broken', workbook('<row><c t="s"><v>99</v></c></row>')],
    ['kernel.workbook-broken', zipSync({ 'a.txt': utf8('x') })],
    ['kernel.workbook-old', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
    ['kernel.zip-broken', utf8('PK no archive')],
    ['kernel.workbook-large', workbook('<row><c r="ZZ1"><v>1</v></c></row>')],
    ['kernel.workbook-large', workbook(`<row>${'<c t="b"><v>1</v></c>'.repeat(190)}</row>`.repeat(2700))],
  ])('is refused when it cannot be read or is too much: %s', (code, bytes) => {
    expect(failureOf(bytes)?.code).toBe(code)
  })

  it('is refused before it is unpacked when it would unpack to gigabytes', () => {
    const bomb = workbook('', { more: { 'book/sheets/one.xml': [new Uint8Array(129 * 1024 * 1024), { level: 1 }] } })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(failureOf(bomb)?.code).toBe('kernel.zip-large')
  })

  it('is read in a time that grows with its length, whatever stands in a tag', () => {
    for (const filler of ['a', ' ', ' a', ' a=', '"', '&#'])
      expect(['kernel.workbook-broken', undefined]).toContain(failureOf(workbook(`<row ${filler.repeat(200_000)}></row>`))?.code)
  })
})

describe('a format', () => {
  it('adds zeros and rounds as it says, on any digits', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,8}$/)
    fc.assert(
      fc.property(digits, fc.stringMatching(/^\d{0,5}$/), fc.nat(6), (whole, fraction, places) => {
        const stored = fraction === '' ? whole : `${whole}.${fraction}`
        const shown = shownOf(stored, formatOf(places === 0 ? '0' : `0.${'0'.repeat(places)}`), false)
        const scale = 10n ** BigInt(places)
        const exact = BigInt(whole + fraction) * scale
        const unit = 10n ** BigInt(fraction.length)
        expect(BigInt(shown!.replace('.', ''))).toBe((exact * 2n + unit) / (unit * 2n))
      }),
    )
  })
})

describe('a table that is taken along', () => {
  const column = fc.constantFrom('text' as const, 'number' as const, 'day' as const)
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ maxLength: 10 }),
    fc.stringMatching(/^-?(0|[1-9]\d{0,17})(\.\d{1,6})?$/),
    fc.constantFrom(
      '__proto__',
      '=1+1',
      '+1',
      '-1',
      '@a',
      '_x000D_',
      '\r\n',
      '007',
      '-0',
      '14.60',
      '2024-02-29',
      '2023-02-29',
      '1900-02-29',
      '"',
      "'",
    ),
  )

  it('comes back as it was, in every kind of column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ head: fc.stringMatching(/^[a-z]{1,8}$/), type: column }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 5 }),
        (columns, given) => {
          const rows = given.map((row) => row.slice(0, columns.length))
          const sheet = readSheet(workbookOf([{ name: '表', columns, rows }]))
          const width = (cells: readonly string[]): readonly string[] => columns.map((_, index) => cells[index] ?? '')
          const found = new Map(sheet.rows.map(({ row, cells }) => [row, width(cells)]))
          expect([columns.map(({ head }) => head), ...rows].map((_, index) => found.get(index + 1) ?? width([]))).toEqual([
            columns.map(({ head }) => head),
            ...rows,
          ])
        },
      ),
      { numRuns: 100 },
    )
  })

  const TABLE = {
    name: '读数/2024',
    columns: [{ head: '指标' }, { head: '数值', type: 'number' as const }, { head: '日期', type: 'day' as const }],
    rows: [
      ['=HYPERLINK("x")', '14.60', '2024-03-20'],
      ['甲', '12345678901234567890', null],
    ],
  }
  const NOTED = ['合成数据。', 'Synthetic data.']

  it('is read alike by another program, where no text is a formula', async () => {
    const bytes = Buffer.from(workbookOf([TABLE], NOTED))
    expect(await readElsewhere(bytes, '读数 2024')).toEqual([
      ['指标', '数值', '日期'],
      ['=HYPERLINK("x")', 14.6, new Date('2024-03-20T00:00:00Z')],
      ['甲', '12345678901234567890', null],
    ])
    expect(await readElsewhere(bytes, NOTES)).toEqual([['合成数据。'], ['Synthetic data.']])
  })

  it('is the same bytes whenever it is made', () => {
    const first = workbookOf([TABLE], NOTED)
    expect(Buffer.compare(first, workbookOf([TABLE], NOTED))).toBe(0)
  })
})
