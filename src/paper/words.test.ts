import { describe, expect, it } from 'vitest'
import { CHARACTERS_A_LINE, columnShares, headSize, LINE, LINES_A_PAGE, PAGE, POINTS_PER_MM, SIZE, titleWidth, widthOf } from './layout.ts'
import { english, sample, table } from './samples/document.ts'
import { frameOf } from './words.ts'

describe('what a form of paper says by itself', () => {
  it('is the date in words, numbered annexes and a colophon', () => {
    expect(frameOf(sample)).toEqual({
      draft: null,
      number: '示发改〔2026〕12号',
      to: '各区人民政府，各有关部门：',
      annexes: ['附件：1. 进展情况表', '2. 亮灯规则'],
      seal: '（印章处）',
      day: '2026年4月10日',
      colophon: [
        ['抄送：市委办公室，市人大常委会办公室。', ''],
        ['示例市发展和改革委员会', '2026年4月10日印发'],
      ],
    })
  })

  it('calls a document without a number a draft, which nobody has issued', () => {
    expect(frameOf(english)).toMatchObject({ draft: 'Draft', day: '10 April 2026', annexes: ['Annexes: Table of tasks'], colophon: [] })
  })
})

describe('the layout', () => {
  it('has 22 lines a page and 28 characters a line', () => {
    expect(PAGE.left + PAGE.textWidth + PAGE.right).toBe(PAGE.width)
    expect(PAGE.top + PAGE.textHeight + PAGE.bottom).toBe(PAGE.height)
    expect(Math.floor((PAGE.textWidth * POINTS_PER_MM) / SIZE.text)).toBe(CHARACTERS_A_LINE)
    expect(Math.floor((PAGE.textHeight * POINTS_PER_MM) / LINE + 1e-9)).toBe(LINES_A_PAGE)
  })

  it('writes a long head smaller, until it fits into a line', () => {
    const room = PAGE.textWidth * POINTS_PER_MM
    for (const length of [4, 12, 16, 19]) expect(headSize('委'.repeat(length)) * length).toBeLessThanOrEqual(room)
    expect(headSize('委')).toBe(38)
  })

  it('gives a title as few lines as it takes', () => {
    expect(titleWidth('字'.repeat(30))).toBe(15 * SIZE.title + 2 * SIZE.title)
    expect(widthOf('通报 ab')).toBeCloseTo(2 + 3 * 0.55)
  })

  it('gives every column room for its longest word, however long the others are', () => {
    const long = '很长的说明'.repeat(20)
    const columns = ['目标期', '目标', '最新数据', '状态'].map((title) => ({ title, align: 'left' as const }))
    const shares = columnShares({ kind: 'table', caption: '', columns, rows: [['2025', '不超过 10 天', '9.1%(2024)', long]] })
    const room = PAGE.textWidth * POINTS_PER_MM
    expect((shares[0]! / 1000) * room).toBeGreaterThan(4 * 0.6 * SIZE.table + 8)
    expect((shares[2]! / 1000) * room).toBeGreaterThan(10 * 0.6 * SIZE.table + 8)
    expect(shares[3]).toBeGreaterThan(400)
  })

  it('shares the width of a table by its texts, within bounds', () => {
    const shares = columnShares(table(2))
    expect(shares[1]).toBeGreaterThan(shares[0]! * 3)
    expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1000, -1)
  })
})
