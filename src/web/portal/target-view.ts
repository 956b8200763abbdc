/** An assessed promise as the pages of the plan show it, in both languages. */
import type { Language, Text } from '../../core/messages.ts'
import {
  type Assessment,
  caveatOf,
  computedIn,
  drawnScale,
  isWhole,
  lampOf,
  onPath,
  periodCode,
  periodText,
  promised,
  readingsAsOf,
  reported,
  sentenceOf,
  unitIn,
  valueIn,
  verdictOf,
} from '../../modules/plan/index.ts'
import type { Indicator, Pack, Reading } from '../../pack/pack.ts'
import type { ChartSpec } from '../parts/chart-layout.ts'
import { yearOf } from '../parts/scale.ts'

/** The same made in both languages. */
export const both = (make: (language: Language) => string): Text => ({ zh: make('zh'), en: make('en') })

const stated = (reading: Reading, indicator: Indicator) => ({
  value: both((language) => reported(reading, indicator, language)),
  when: both((language) => periodText(reading.period, language)),
})

/** Values of other scopes that a reader may want to see; they are never put beside the target as if they were its own. */
const relatedOf = (readings: readonly Reading[], pack: Pack) =>
  readings.flatMap((reading) => {
    const other = pack.indicators.get(reading.indicator)
    return other ? [{ id: other.id, name: other.name, ...stated(reading, other) }] : []
  })

/** One row or tile: the promise, the value, the verdict with its caveat. */
export const targetView = (each: Assessment, pack: Pack) => ({
  key: `${each.target.kind} ${each.indicator.id} ${each.target.period} ${each.target.value} ${each.target.document}`,
  id: each.indicator.id,
  name: each.indicator.name,
  promise: both((language) => promised(each, language)),
  period: both((language) => periodText(each.target.period, language)),
  code: both((language) => periodCode(each.target.period, language)),
  lamp: lampOf(each),
  verdict: verdictOf(each),
  caveat: caveatOf(each),
  pending: each.reason === 'not-yet',
  now: each.latest && stated(each.latest, each.indicator),
  related: relatedOf(each.related, pack),
  superseded: each.supersededBy !== null,
  sentence: sentenceOf(each),
})
export type TargetView = ReturnType<typeof targetView>

const PATH_STEPS = 12

/** The way from the baseline to the target as a function of the time, in the indicator's unit; null where there is none. */
const wayOf = ({
  baseline,
  target,
  method,
}: Assessment): { readonly from: number; readonly to: number; readonly at: (time: number) => number | null } | null => {
  if (!baseline || !method) return null
  const [from, to] = [yearOf(baseline.period), yearOf(target.period)]
  return { from, to, at: (time) => onPath(method, Number(baseline.value), Number(target.value), (time - from) / (to - from)) }
}

/** Parts of a year are not put beside whole years or months; where there is nothing else, they are drawn as they are. */
export const drawnOf = <R extends Reading>(readings: readonly R[]): readonly R[] => {
  const whole = readings.filter(isWhole)
  return whole.length > 0 ? whole : readings
}

/** The picture of an indicator in one language: its readings and, where there is a promise, goal, path, what was due, outlook. */
export const chartOf = (indicator: Indicator, known: readonly Reading[], main: Assessment | null, language: Language): ChartSpec => {
  const readings = drawnOf(known)
  const scale = drawnScale(indicator, language)
  const way = main && wayOf(main)
  const mark = (time: number) => {
    const value = way?.at(time) ?? null
    return value === null ? [] : [{ at: time, value: value * scale }]
  }
  const last = readings.at(-1)
  const steps = main?.fan ?? []
  const [lastAt, goalAt] = [last ? yearOf(last.period) : 0, main ? yearOf(main.target.period) : 0]
  const [due] = main?.due && main.latest ? mark(yearOf(main.latest.period)) : []
  return {
    title: indicator.name[language],
    description: main
      ? sentenceOf(main)[language]
      : readings.map((each) => `${each.period} ${reported(each, indicator, language)}`).join(', '),
    unit: unitIn(indicator, language),
    points: readings.map((each) => ({
      period: each.period,
      value: Number(each.value) * scale,
      label: valueIn(each.value, indicator, language),
      series: each.series,
    })),
    goal: main && {
      period: main.target.period,
      value: Number(main.target.value) * scale,
      label: `${periodText(main.target.period, language)} ${promised(main, language)}`,
    },
    path: way
      ? Array.from({ length: PATH_STEPS + 1 }, (_, index) => way.from + ((way.to - way.from) * index) / PATH_STEPS).flatMap(mark)
      : [],
    leavesOut: readings.length < known.length,
    due: due && main?.due ? { ...due, label: `${language === 'zh' ? '应到' : 'due'} ${computedIn(main.due, indicator, language)}` } : null,
    fan: steps.map((each, index) => ({
      at: lastAt + ((goalAt - lastAt) * (index + 1)) / steps.length,
      value: each.value * scale,
      band50: [each.band50.low * scale, each.band50.high * scale],
      band80: [each.band80.low * scale, each.band80.high * scale],
    })),
  }
}

/** Its picture in both languages; null where there is no value to draw. */
export const chartsOf = (
  each: Assessment,
  { pack, asOf, known = asOf }: { readonly pack: Pack; readonly asOf: string; readonly known?: string },
) => {
  const readings = readingsAsOf(pack, each.indicator.id, asOf, known)
  return each.latest && { zh: chartOf(each.indicator, readings, each, 'zh'), en: chartOf(each.indicator, readings, each, 'en') }
}
export type TileView = TargetView & { readonly chart: ReturnType<typeof chartsOf> }
