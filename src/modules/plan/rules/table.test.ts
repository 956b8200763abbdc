import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf } from './cells.ts'
import { columnText, MOST_ROWS, readTable } from './table.ts'

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
    expect(readTable(text)).toEqual({ rows: [Object.fromEntries(HEAD.map((name, index) => [name, row[index]]))], lines: [2], passed: 0 })
  })

  it('may have a title, empty lines, cells in quotes and none at the end of a line, and keeps the count of its lines', () => {
    const text = [
      '数字经济指标报送表',
      '',
      [...HEAD, 'note', '', ''].join('\t'),
      '',
      [...row, '"甲\n乙 ""丙"""', ''].join('\t'),
      row.join('\t'),
    ].join('\r\n')
    const read = Object.fromEntries(HEAD.map((name, index) => [name, row[index]]))
    expect(readTable(text)).toEqual({
      rows: [
        { ...read, note: '甲 乙 "丙"' },
        { ...read, note: '' },
      ],
      lines: [5, 7],
      passed: 0,
    })
    expect(readTable([HEAD.join('\t'), ['"5G" stations', ...row.slice(1)].join('\t')].join('\n'))).toMatchObject({
      rows: [{ indicator: '"5G" stations' }],
    })
  })

  it('passes over rows that nobody filled in, and a column that is there for people', () => {
    const head = ['指标编号', '指标名称', '口径', '时期', '数值', '来源标题'].join('\t')
    const text = [head, 'stations\t基站\t公报\t2024\t\t', 'stations\t基站\t公报\t2025\t26\t公报'].join('\n')
    expect(readTable(text)).toEqual({
      rows: [{ indicator: 'stations', series: '公报', period: '2025', value: '26', title: '公报' }],
      lines: [3],
      passed: 1,
    })
    expect(readTable(text.split('\n').slice(0, 2).join('\n'))).toMatchObject({ problem: { code: 'plan.readings-none' } })
  })

  it('gives back every cell that was put into CSV', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.trim())
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 }), (cells) => {
        const found = readTable([HEAD, ...cells].map(lineOf).join('\n'))
        if (cells.some((line) => line.some((each) => /[\t\r\n]/.test(each)))) return
        const filled = cells.filter(([, , , value, title]) => value !== '' || title !== '')
        expect('rows' in found ? found.rows.map((each) => Object.values(each)) : []).toEqual(filled)
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

  it('calls no two columns by one name', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values(columnText).map((text) => text[language])
      expect(new Set(names).size).toBe(names.length)
    }
  })
})

describe('an SDMX message', () => {
  const csv =
    'STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,SCOPE,TIME_PERIOD,OBS_VALUE,SOURCE\ndataflow,A:B(1.0),I,stations,统计公报,2025-A1,31.50,公报\n'
  it('is a table as well, its observations counted below their head', () => {
    expect(readTable(csv)).toMatchObject({
      rows: [{ indicator: 'stations', series: '统计公报', period: '2025', value: '31.50', title: '公报' }],
      lines: [2],
      passed: 0,
    })
  })
  it('without observations is refused as one', () => {
    expect(readTable('{"data":{}}')).toEqual({ problem: { code: 'plan.table-sdmx', params: {} } })
  })
  it('is no longer than any table', () => {
    const [head = '', row = ''] = csv.split('\n')
    expect(readTable([head, ...Array<string>(10_001).fill(row)].join('\n'))).toEqual({
      problem: { code: 'plan.table-long', params: { most: 10_000 } },
    })
  })
})
