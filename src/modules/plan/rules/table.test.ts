import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from './cells.ts'
import { columnText, MOST_ROWS, readTable, readTableFile } from './table.ts'

const HEAD = ['indicator', 'series', 'period', 'value', 'title']
const row = ['stations', '统计公报', '2025', '26', '公报']

describe('a pasted table', () => {
  it.each([
    ['from a spreadsheet', [HEAD, row].map((line) => line.join('\t')).join('\r\n')],
    ['as CSV', [HEAD, row].map((line) => line.join(',')).join('\n')],
    ['as CSV with a mark of its encoding', `\uFEFF${HEAD.join(',')}\n${row.join(',')}\n`],
    ['with the Chinese names', ['指标编号,口径,时期,数值,来源标题', row.join(',')].join('\n')],
    ['with the English names', ['Indicator id\tScope\tPeriod\tValue\tSource title', row.join('\t')].join('\n')],
  ])('is read %s', (_what, text) => {
    expect(readTable(text)).toEqual({ rows: [Object.fromEntries(HEAD.map((name, index) => [name, row[index]]))] })
  })

  it('gives back every cell that was put into CSV', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (cells) => {
        const found = readTable([HEAD, ...cells].map(lineOf).join('\n'))
        if (cells.some((line) => line.some((each) => /[\t\r\n]/.test(each)))) return
        expect('rows' in found && found.rows.map((each) => Object.values(each))).toEqual(cells)
      }),
    )
  })

  it.each<[what: string, text: string, code: string]>([
    ['with nothing in it', ' \n', 'plan.readings-none'],
    ['with a head alone', HEAD.join(','), 'plan.readings-none'],
    ['with a column nobody knows', `${HEAD.join(',')},colour\n${row.join(',')},red`, 'plan.table-head'],
    ['with a column twice', `${HEAD.join('\t')}\tvalue\n${row.join('\t')}\t7`, 'plan.table-head'],
    ['with a column under two names', `${HEAD.join('\t')}\t数值\n${row.join('\t')}\t7`, 'plan.table-head'],
    ['without its values', 'indicator,series,period,title\nstations,a,2025,b', 'plan.table-missing'],
    ['with a line of another length', `${HEAD.join(',')}\n${row.join(',')},7`, 'plan.table-row'],
    ['with an open quote', `${HEAD.join(',')}\n"stations,a,2025,1,b`, 'plan.table-row'],
    ['too long', [HEAD, ...Array.from({ length: MOST_ROWS + 1 }, () => row)].map((line) => line.join(',')).join('\n'), 'plan.table-long'],
  ])('is refused %s', (_what, text, code) => {
    expect(readTable(text)).toMatchObject({ problem: { code } })
  })

  it('is read from a file of text, and from no other', () => {
    const text = [HEAD, row].map((line) => line.join(',')).join('\n')
    expect(readTableFile(new TextEncoder().encode(text))).toEqual(readTable(text))
    expect(readTableFile(Uint8Array.of(0x50, 0x4b, 3, 4))).toMatchObject({ problem: { code: 'plan.table-xlsx' } })
    expect(readTableFile(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toMatchObject({ problem: { code: 'plan.table-text' } })
  })

  it('calls no two columns by one name', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values(columnText).map((text) => text[language])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
