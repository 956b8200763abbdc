/** The fan of an indicator: one forecast for each step between its latest reading and the target. */
import { compare, divide } from '../../../core/exact.ts'
import type { Indicator, Reading, Target } from '../../../pack/pack.ts'
import { type Forecast, forecast, type Space } from './forecast.ts'
import { lastOf } from './known.ts'
import { yearsBetween } from './status.ts'

const SPACES: Readonly<Record<Indicator['kind'], Space>> = { ratio: 'logit', level: 'log', count: 'level', growth: 'level' }

/** A share in percent as a share of one: forecasts of ratios live between 0 and 1. */
const scaleOf = (indicator: Indicator): number => (indicator.kind === 'ratio' ? 100 : 1)

const inUnit = (each: Forecast, scale: number): Forecast => ({
  ...each,
  value: each.value * scale,
  band50: { low: each.band50.low * scale, high: each.band50.high * scale },
  band80: { low: each.band80.low * scale, high: each.band80.high * scale },
})

/**
 * Forecasts for the next step, the one after it, … and last the target's period, in the indicator's unit. Empty with fewer than three readings, with uneven steps,
 * or where the target lies between two steps: no uncertainty can be computed then.
 */
export const fanOf = (indicator: Indicator, target: Target, series: readonly Reading[]): readonly Forecast[] => {
  if (series.length < 3) return []
  const days = series.map((each) => lastOf(each.period))
  const steps = days.slice(1).map((day, index) => yearsBetween(days[index] ?? day, day))
  const step = steps[0]
  if (step === undefined || compare(step, 0) <= 0 || steps.some((each) => compare(each, step) !== 0)) return []
  const horizon = divide(yearsBetween(days.at(-1) ?? '', lastOf(target.period)), step)
  if (typeof horizon !== 'number' || horizon <= 0) return []
  const scale = scaleOf(indicator)
  const values = series.map((each) => Number(each.value) / scale)
  return Array.from({ length: horizon }, (_, index) =>
    forecast(values, index + 1, Number(target.value) / scale, indicator.direction, SPACES[indicator.kind]),
  ).flatMap((each) => (each ? [inUnit(each, scale)] : []))
}
