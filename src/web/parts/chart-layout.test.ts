import { describe, expect, it } from 'vitest'
import { type ChartSpec, layoutOf, type Size } from './chart-layout.ts'
import { freePlace, overlap, ticksOf, widthOf, yearOf, yearsNamed } from './scale.ts'

const SIZE: Size = { width: 720, height: 320, years: 12, axis: true }
const spec: ChartSpec = {
  title: '占比',
  description: '',
  unit: '%',
  points: [
    { period: '2020', value: 8.7, label: '8.7', series: 'a' },
    { period: '2021', value: 9.2, label: '9.2', series: 'a' },
    { period: '2024', value: 14.6, label: '14.6', series: 'b' },
  ],
  goal: { period: '2026', value: 14, label: '2026年 超过 14%' },
  path: [],
  leavesOut: false,
  due: null,
  fan: [],
}

describe('a chart', () => {
  it('draws the value of a year straight above the word of that year', () => {
    const layout = layoutOf(spec, SIZE)
    const word = layout?.years.find((year) => year.text === '2020')
    expect(layout?.dots[0]?.x).toBeCloseTo(word?.x ?? Number.NaN, 0)
    expect(layout?.goal?.mark.x).toBeCloseTo(layout?.years.at(-1)?.x ?? Number.NaN, 0)
  })
  it('joins no values of different scope', () => {
    expect(layoutOf(spec, SIZE)?.lines.map((line) => line.points.split(' ').length)).toEqual([2, 1])
  })
  it('writes no label over another or over a dot, on a desk and on a phone', () => {
    for (const size of [SIZE, { width: 340, height: 260, years: 6, axis: true }]) {
      const layout = layoutOf(spec, size)
      if (!layout) throw new Error('nothing was drawn')
      const boxes = layout.words.map(({ x, y, text, anchor }) => {
        const width = widthOf(text, 13)
        const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
        return { left, right: left + width, top: y - 13, bottom: y }
      })
      expect(boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other)))).toEqual([])
      expect(boxes.every((box) => box.left >= 0 && box.right <= size.width)).toBe(true)
    }
  })
  it('writes the newest and the oldest of many values, and of the others only what has room', () => {
    const months = Array.from({ length: 36 }, (_, index) => ({
      period: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      value: 70 + index / 2,
      label: (70 + index / 2).toFixed(1),
      series: 'a',
    }))
    const values = layoutOf({ ...spec, points: months }, SIZE)?.words.filter(({ kind }) => kind === 'value') ?? []
    expect(values.map(({ text }) => text)).toEqual(expect.arrayContaining(['70.0', '87.5']))
    const boxes = values.map(({ x, y, text, anchor }) => {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - widthOf(text, 13) : x - widthOf(text, 13) / 2
      return { left, right: left + widthOf(text, 13), top: y - 13, bottom: y }
    })
    expect(boxes.flatMap((box, index) => boxes.slice(index + 1).filter((other) => overlap(box, other)))).toEqual([])
  })
  it('keeps everything inside the plot', () => {
    const layout = layoutOf({ ...spec, fan: [{ at: 2026.5, value: 20, band50: [15, 25], band80: [10, 40] }] }, SIZE)
    const numbers = (layout?.fan80 ?? '').split(' ').map((pair) => Number(pair.split(',')[1]))
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(layout?.plot.top ?? 0)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(layout?.plot.bottom ?? 0)
  })
  it('is not drawn without a value', () => {
    expect(layoutOf({ ...spec, points: [] }, SIZE)).toBeNull()
  })
})

describe('the axes', () => {
  it('put a period in its middle', () => {
    expect(yearOf('2020')).toBeCloseTo(2020.5, 2)
    expect(yearOf('2022-09-28')).toBeCloseTo(2022.74, 2)
    expect(yearOf('2024-01/2024-09')).toBeCloseTo(2024.375, 2)
  })
  it.each([
    [
      [8.7, 14.6, 14],
      [0, 5, 10, 15],
    ],
    [
      [18.5, 22, 30],
      [15, 20, 25, 30],
    ],
    [[-0.4], [-0.4, -0.3]],
    [
      [0, 0.3],
      [0, 0.1, 0.2, 0.3],
    ],
    [[5], [0, 2, 4, 6]],
  ])('take round steps around %j', (values, ticks) => {
    expect(ticksOf(values)).toEqual(ticks)
  })
  it('name the last year, and both ends where there is room for two words', () => {
    expect(yearsNamed(2018, 2026, 6)).toEqual([2018, 2020, 2022, 2024, 2026])
    expect(yearsNamed(2019, 2026, 6)).toEqual([2020, 2022, 2024, 2026])
    expect(yearsNamed(2020, 2026, 2)).toEqual([2020, 2026])
    expect(yearsNamed(2024, 2024, 2)).toEqual([2024])
  })
  it('give a label the first place that is free', () => {
    const box = (left: number) => ({ box: { left, right: left + 10, top: 0, bottom: 10 } })
    expect(freePlace([box(0), box(20)], [box(5).box])).toEqual(box(20))
    expect(freePlace([box(0), box(2)], [box(1).box])).toEqual(box(0))
  })
})
