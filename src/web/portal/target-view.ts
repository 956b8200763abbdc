/** An assessed promise as the pages of the plan show it, in both languages. */
import type { Language, Text } from '../../core/messages.ts'
import {
  type Assessment,
  caveatOf,
  lampOf,
  measured,
  onPath,
  periodCode,
  periodText,
  promised,
  reported,
  sentenceOf,
  shownNumber,
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
const relatedOf = (indicator: Indicator, pack: Pack, latest: ReadonlyMap<string, Reading>) =>
  indicator.related.flatMap((id) => {
    const [other, reading] = [pack.indicators.get(id), latest.get(id)]
    return other && reading ? [{ id, name: other.name, ...stated(reading, other) }] : []
  })

/** One row or tile: the promise, the value, the verdict with its caveat. */
export const targetView = (each: Assessment, pack: Pack, latest: ReadonlyMap<string, Reading>) => ({
  key: `${each.target.kind} ${each.indicator.id} ${each.target.period} ${each.target.value} ${each.target.document}`,
  id: each.indicator.id,
  name: each.indicator.name,
  promise: both((language) => promised(each, language)),
  period: both((language) => periodText(each.target.period, language)),
  code: both((language) => periodCode(each.target.period, language)),
  lamp: lampOf(each),
  verdict: verdictOf(each),
  caveat: caveatOf(each),
  now: each.latest && stated(each.latest, each.indicator),
  related: each.latest ? [] : relatedOf(each.indicator, pack, latest),
  superseded: each.supersededBy !== null,
  sentence: sentenceOf(each),
})
export type TargetView = ReturnType<typeof targetView>

const PATH_STEPS = 12

const pathOf = ({ baseline, target, method }: Assessment): ChartSpec['path'] => {
  if (!baseline || !method) return []
  const [from, to] = [yearOf(baseline.period), yearOf(target.period)]
  return Array.from({ length: PATH_STEPS + 1 }, (_, index) => index / PATH_STEPS).flatMap((share) => {
    const value = onPath(method, Number(baseline.value), Number(target.value), share)
    return value === null ? [] : [{ at: from + (to - from) * share, value }]
  })
}

/** The picture of an indicator in one language: its readings and, where there is a promise, goal, path, what was due, outlook. */
export const chartOf = (indicator: Indicator, readings: readonly Reading[], main: Assessment | null, language: Language): ChartSpec => {
  const last = readings.at(-1)
  const steps = main?.fan ?? []
  const [lastAt, goalAt] = [last ? yearOf(last.period) : 0, main ? yearOf(main.target.period) : 0]
  return {
    title: indicator.name[language],
    description: main
      ? sentenceOf(main)[language]
      : readings.map((each) => `${each.period} ${measured(each.value, indicator, language)}`).join(', '),
    unit: indicator.unit[language],
    points: readings.map((each) => ({ period: each.period, value: Number(each.value), label: each.value, series: each.series })),
    goal: main && {
      period: main.target.period,
      value: Number(main.target.value),
      label: `${periodText(main.target.period, language)} ${promised(main, language)}`,
    },
    path: main ? pathOf(main) : [],
    due:
      main?.due && main.latest
        ? {
            at: yearOf(main.latest.period),
            value: dueValue(main),
            label: `${language === 'zh' ? '应到' : 'due'} ${shownNumber(main.due)}`,
          }
        : null,
    fan: steps.map((each, index) => ({
      at: lastAt + ((goalAt - lastAt) * (index + 1)) / steps.length,
      value: each.value,
      band50: [each.band50.low, each.band50.high],
      band80: [each.band80.low, each.band80.high],
    })),
  }
}

const dueValue = ({ baseline, latest, target, method }: Assessment): number => {
  if (!baseline || !latest || !method) return Number.NaN
  const [from, now, to] = [yearOf(baseline.period), yearOf(latest.period), yearOf(target.period)]
  return onPath(method, Number(baseline.value), Number(target.value), (now - from) / (to - from)) ?? Number.NaN
}
