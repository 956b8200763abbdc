/** From a ChartSpec and a size to positions: a pure function that the drawing only has to follow. */
import { type Box, freePlace, overlap, ticksOf, widthOf, yearOf, yearsNamed } from './scale.ts'

export type ChartPoint = { readonly period: string; readonly value: number; readonly label: string; readonly series: string }
export type FanStep = {
  readonly at: number
  readonly value: number
  readonly band50: readonly [low: number, high: number]
  readonly band80: readonly [low: number, high: number]
}
/** One chart: data, marks and words. */
export type ChartSpec = {
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly points: readonly ChartPoint[]
  readonly goal: { readonly period: string; readonly value: number; readonly label: string } | null
  /** The path of the promise from its baseline, as years and values. */
  readonly path: readonly { readonly at: number; readonly value: number }[]
  /** Whether there are values, of parts of a year, that are not drawn. */
  readonly leavesOut: boolean
  readonly due: { readonly at: number; readonly value: number; readonly label: string } | null
  readonly fan: readonly FanStep[]
}

/** In units of the drawing; `years` is how many years are named, `axis` whether values are. */
export type Size = { readonly width: number; readonly height: number; readonly years: number; readonly axis: boolean }
type Mark = { readonly x: number; readonly y: number }
type Word = Mark & { readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }

export type ChartLayout = {
  readonly plot: Box
  readonly ticks: readonly { readonly y: number; readonly text: string }[]
  readonly years: readonly { readonly x: number; readonly text: string }[]
  readonly bands: readonly { readonly x: number; readonly width: number }[]
  readonly lines: readonly { readonly series: string; readonly points: string }[]
  readonly dots: readonly (Mark & { readonly main: boolean; readonly title: string })[]
  readonly goal: { readonly y: number; readonly mark: Mark } | null
  readonly path: string
  readonly due: Mark | null
  readonly fan80: string
  readonly fan50: string
  readonly centre: string
  readonly words: readonly (Word & { readonly kind: 'value' | 'goal' | 'due' })[]
}

const FONT = 13
const plain = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
const joined = (points: readonly Mark[]): string => points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')
const round = (value: number): number => Math.round(value * 10) / 10

const boxOf = ({ x, y, text, anchor }: Word): Box => {
  const width = widthOf(text, FONT)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left: left - 2, right: left + width + 2, top: y - FONT, bottom: y + 3 }
}
const dotBox = ({ x, y }: Mark): Box => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })

/** Puts each word at the first of its places that covers nothing drawn or written before; one that need not stand is left out where there is none. */
const placed = <K extends string>(
  wishes: readonly { readonly kind: K; readonly text: string; readonly must: boolean; readonly places: readonly Omit<Word, 'text'>[] }[],
  drawn: readonly Box[],
): readonly (Word & { readonly kind: K })[] => {
  const taken = [...drawn]
  return wishes.flatMap(({ kind, text, must, places }) => {
    const found = freePlace(
      places.map((place) => ({ ...place, text, box: boxOf({ ...place, text }) })),
      taken,
    )
    if (!found || (!must && taken.some((box) => overlap(found.box, box)))) return []
    taken.push(found.box)
    return [{ kind, text, x: round(found.x), y: round(found.y), anchor: found.anchor }]
  })
}

/** Null where there is nothing to draw. */
export const layoutOf = (spec: ChartSpec, size: Size): ChartLayout | null => {
  const { points, goal, path, due, fan } = spec
  if (points.length === 0) return null
  const times = [...points.map((each) => yearOf(each.period)), ...path.map((each) => each.at), ...(goal ? [yearOf(goal.period)] : [])]
  const values = [
    ...points.map((each) => each.value),
    ...path.map((each) => each.value),
    ...(goal ? [goal.value] : []),
    ...fan.flatMap((each) => each.band80),
  ]
  const [from, to] = [Math.floor(Math.min(...times)), Math.floor(Math.max(...times))]
  const ticks = ticksOf(values)
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const labels = ticks.map(plain)
  const plot: Box = {
    left: size.axis ? Math.max(...labels.map((text) => widthOf(text, FONT))) + 12 : 1,
    right: size.width - (size.axis ? 12 : 1),
    top: size.axis ? 26 : 10,
    bottom: size.height - 26,
  }
  const px = (time: number): number => plot.left + ((time - from) / (to + 1 - from)) * (plot.right - plot.left)
  const py = (value: number): number => plot.bottom - ((value - low) / (high - low || 1)) * (plot.bottom - plot.top)
  const mark = (time: number, value: number): Mark => ({ x: round(px(time)), y: round(py(value)) })
  const last = points.at(-1)
  const dots = points.map((each) => ({
    ...mark(yearOf(each.period), each.value),
    main: each.series === last?.series,
    title: `${each.period} ${each.label} ${each.series}`,
  }))
  const goalMark = goal && mark(yearOf(goal.period), goal.value)
  const dueMark = due && mark(due.at, due.value)
  const start = last && { x: px(yearOf(last.period)), y: py(last.value) }
  // A step of the fan covers the way back to the step before it.
  const drawnFan = fan.map((each, index): Box => {
    const before = fan[index - 1]
    return {
      left: before ? px(before.at) : (start?.x ?? 0) + 12,
      right: px(each.at),
      top: py(each.band80[1]),
      bottom: py(each.band80[0]),
    }
  })
  const inside = (x: number, text: string): number => {
    const half = widthOf(text, FONT) / 2
    return Math.min(Math.max(x, plot.left + half), plot.right - half)
  }
  const named = points.map((each, index) => {
    const dot = dots[index] ?? { x: 0, y: 0 }
    const x = inside(dot.x, each.label)
    return {
      kind: 'value' as const,
      text: each.label,
      // Of many values the newest and the oldest are what a reader looks for.
      must: index === 0 || index === points.length - 1,
      places: [
        { x, y: dot.y - 10, anchor: 'middle' as const },
        { x, y: dot.y + 20, anchor: 'middle' as const },
        { x: dot.x - 10, y: dot.y + 4, anchor: 'end' as const },
        { x: dot.x + 10, y: dot.y + 4, anchor: 'start' as const },
      ],
    }
  })
  const words = placed(
    [
      ...named.filter(({ must }) => must).toReversed(),
      ...(goal && goalMark
        ? [
            {
              kind: 'goal' as const,
              must: true,
              text: goal.label,
              places: [
                { x: plot.right, y: goalMark.y - 12, anchor: 'end' as const },
                { x: plot.left + 6, y: goalMark.y - 8, anchor: 'start' as const },
                { x: plot.left + 6, y: goalMark.y + 18, anchor: 'start' as const },
                { x: plot.right, y: goalMark.y + 20, anchor: 'end' as const },
              ],
            },
          ]
        : []),
      ...(due && dueMark
        ? [
            {
              kind: 'due' as const,
              must: true,
              text: due.label,
              places: [
                { x: dueMark.x + 10, y: dueMark.y + 4, anchor: 'start' as const },
                { x: dueMark.x - 10, y: dueMark.y + 4, anchor: 'end' as const },
                { x: dueMark.x, y: dueMark.y - 12, anchor: 'middle' as const },
              ],
            },
          ]
        : []),
      ...named.filter(({ must }) => !must).toReversed(),
    ],
    [...dots.map(dotBox), ...(goalMark ? [dotBox(goalMark)] : []), ...(dueMark ? [dotBox(dueMark)] : []), ...drawnFan],
  )
  const band = (key: 'band50' | 'band80'): string =>
    start && fan.length > 0
      ? joined([
          start,
          ...fan.map((each) => ({ x: px(each.at), y: py(each[key][1]) })),
          ...fan.map((each) => ({ x: px(each.at), y: py(each[key][0]) })).reverse(),
        ])
      : ''
  return {
    plot,
    ticks: ticks.map((tick, index) => ({ y: round(py(tick)), text: labels[index] ?? '' })),
    years: yearsNamed(from, to, size.years).map((year) => ({ x: round(px(year + 0.5)), text: String(year) })),
    bands: Array.from({ length: to - from + 1 }, (_, index) => index)
      .filter((index) => index % 2 === 1)
      .map((index) => ({ x: round(px(from + index)), width: round(px(from + index + 1) - px(from + index)) })),
    lines: [...new Set(points.map((each) => each.series))].map((series) => ({
      series,
      points: joined(points.filter((each) => each.series === series).map((each) => mark(yearOf(each.period), each.value))),
    })),
    dots,
    goal: goalMark && { y: goalMark.y, mark: goalMark },
    path: joined(path.map((each) => mark(each.at, each.value))),
    due: dueMark,
    fan80: band('band80'),
    fan50: band('band50'),
    centre: start && fan.length > 0 ? joined([start, ...fan.map((each) => ({ x: px(each.at), y: py(each.value) }))]) : '',
    words,
  }
}
