import { describe, expect, it } from 'vitest'
import { DESK } from './chart.tsx'
import { chartFile } from './chart-file.tsx'
import { inked, inksOf } from './chart-ink.ts'
import { type ChartSpec, layoutOf } from './chart-layout.ts'
import { linesOf, widthOf } from './scale.ts'

const spec: ChartSpec = {
  title: '核心产业增加值占比 <A&B>',
  description: '2026年目标：超过 14%。',
  unit: '%',
  points: [
    { period: '2020', value: 8.7, label: '8.7', series: 'a' },
    { period: '2021', value: 9.2, label: '9.2', series: 'a' },
    { period: '2024', value: 14.6, label: '14.6', series: 'b' },
  ],
  goal: { period: '2026', value: 14, label: '2026年 超过 14%' },
  path: [
    { at: 2020.5, value: 8.7 },
    { at: 2026.5, value: 14 },
  ],
  leavesOut: false,
  due: { at: 2024.5, value: 12, label: '应到 12' },
  fan: [{ at: 2026.5, value: 15, band50: [14, 16], band80: [13, 18] }],
}
const fileOf = (over: Partial<Parameters<typeof chartFile>[0]> = {}): string =>
  chartFile({
    spec,
    language: 'zh',
    warning: '虚构的城市。',
    above: ['截至2026年。'],
    below: ['数据来源：统计局。'],
    none: '没有公开数据。',
    ...over,
  })

describe('a chart as a file', () => {
  const text = fileOf()

  it('needs nothing beside itself: no style sheet, no class, no colour of a page, no address that is loaded', () => {
    expect(text).not.toMatch(/class=|style|var\(|href=|url\(|@import|<script/)
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/)
    expect(text).toContain('font-family="sans-serif"')
  })
  it('draws the very shapes of the page, each with the ink of its kind', () => {
    const layout = layoutOf(spec, DESK)
    for (const line of layout?.lines ?? []) expect(text).toMatch(new RegExp(`<polyline points="${line.points}"[^>]* stroke="#[0-9a-f]{6}"`))
    expect(text).toContain(`<polygon points="${layout?.fan80}" fill="#0b6068" opacity="0.13">`)
    const [other, , main] = layout?.dots ?? []
    expect(text).toMatch(new RegExp(`<circle cx="${other?.x}"[^>]* fill="#ffffff"`))
    expect(text).toMatch(new RegExp(`<circle cx="${main?.x}"[^>]* fill="#0b6068"`))
  })
  it('carries title, day, source, what a reader must know, and that a city is invented', () => {
    for (const each of [
      '核心产业增加值占比 &lt;A&amp;B&gt;',
      '虚构的城市。',
      '截至2026年。',
      '数据来源：统计局。',
      '口径不同',
      '2026年目标',
    ])
      expect(text).toContain(each)
  })
  it('says so where there is nothing to draw', () => {
    const empty = fileOf({ spec: { ...spec, points: [] }, warning: null })
    expect(empty).toContain('没有公开数据。')
    expect(empty).not.toMatch(/<circle|<polyline|虚构/)
  })
})

describe('the ink of a chart', () => {
  const inks = inksOf(
    '.chart .goal {\n  stroke: var(--a);\n}\n.chart text.goal,\n.chart text.due {\n  stroke: none;\n}\n@media print {\n  .chart .goal {\n    stroke: red;\n  }\n}\n',
    ':root {\n  --a: #112233;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --a: #ffffff;\n  }\n}',
  )
  it('is what the stronger rule says, in the colours of the light, and never that of another medium', () => {
    expect(inked('<line class="goal" x1="1"/><text class="goal">x</text><text>y</text>', inks)).toBe(
      '<line x1="1" stroke="#112233"/><text stroke="none">x</text><text>y</text>',
    )
  })
})

describe('lines of text', () => {
  const text = '没有公开数据，因此不画图（也不写成 0）。The dotted line is the path from baseline to target. '.repeat(3)
  it.each([120, 300, 720])('of at most %d are no wider, lose nothing, and begin with no closing mark', (width) => {
    const lines = linesOf(text, 13, width)
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const line of lines) {
      expect(widthOf(line, 13)).toBeLessThanOrEqual(width)
      expect(line).not.toMatch(/^[、。，；：？！）》\s]/)
    }
  })
  it('has a long word on a line of its own, and none for no text', () => {
    expect(linesOf(`a ${'w'.repeat(40)} b`, 13, 100)).toEqual(['a', 'w'.repeat(40), 'b'])
    expect(linesOf('', 13, 100)).toEqual([])
  })
})
