import { describe, expect, it } from 'vitest'
import { workbookOf } from '../../../kernel/spreadsheet/write.ts'
import { readTable } from '../rules/table.ts'
import { tableTextOf } from './file.ts'

const HEAD = ['indicator', 'series', 'period', 'value', 'title']
const ROW = ['stations', '统计公报', '2025', '14.60', '公报\n第二行']
const csv = [HEAD, ROW.slice(0, 4).concat('公报')].map((line) => line.join(',')).join('\n')
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const code = (bytes: Uint8Array): string => {
  try {
    return tableTextOf(bytes)
  } catch (error) {
    return (error as { readonly code: string }).code
  }
}

describe('a file of readings', () => {
  it('is the sheet of readings of a workbook, with its own lines and what it shows', () => {
    const columns = HEAD.map((head) => ({ head, type: head === 'value' ? ('number' as const) : ('text' as const) }))
    const notes = { name: '先看这里', columns: [{ head: '说明' }], rows: [] }
    const text = tableTextOf(workbookOf([notes, { name: '读数', columns, rows: [[], ROW] }]))
    expect(readTable(text)).toEqual({
      rows: [{ indicator: 'stations', series: '统计公报', period: '2025', value: '14.60', title: '公报 第二行' }],
      lines: [3],
      passed: 0,
    })
  })

  it.each([
    ['UTF-8', new TextEncoder().encode(csv)],
    // 统计公报 as Chinese systems save it.
    [
      'GB 18030',
      Buffer.concat([
        Buffer.from(`${HEAD.join(',')}\nstations,`),
        Buffer.from('cdb3bcc6b9abb1a8', 'hex'),
        Buffer.from(',2025,14.60,'),
        Buffer.from('b9abb1a8', 'hex'),
      ]),
    ],
    ['Unicode with tabs', utf16(csv.replaceAll(',', '\t'))],
  ])('is text in %s', (_encoding, bytes) => {
    expect(readTable(tableTextOf(bytes))).toMatchObject({ rows: [{ series: '统计公报', value: '14.60', title: '公报' }] })
  })

  it('is nothing else', () => {
    expect(code(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBe('plan.table-text')
    expect(code(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe('kernel.workbook-old')
    expect(code(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe('kernel.zip-broken')
  })
})
