/** The fan of an indicator: one forecast for each step between its latest reading and the target. */
import { addDays, addMonths, monthsBetween } from '../../../core/dates.ts'
import type { Indicator, Reading, Target } from '../../../pack/pack.ts'
import { type Forecast, fitted, type Space } from './forecast.ts'
import { dayAfter } from './known.ts'

/** In which space each kind is foretold. */
export const SPACES: Readonly<Record<Indicator['kind'], Space>> = { ratio: 'logit', level: 'log', count: 'level', growth: 'level' }

/** A share in percent as a share of one: forecasts of ratios live between 0 and 1. */
export const scaleOf = (indicator: Indicator): number => (indicator.kind === 'ratio' ? 100 : 1)

const inUnit = (each: Forecast, scale: number): Forecast => ({
  ...each,
  value: each.value * scale,
  band50: { low: each.band50.low * scale, high: each.band50.high * scale },
  band80: { low: each.band80.low * scale, high: each.band80.high * scale },
})

/** From the end of one period to that of another. */
const monthsApart = (from: string, to: string): number => monthsBetween(dayAfter(from), dayAfter(to))

/** The months between readings that lie equally far apart, at least three of them; null where they do not. */
export const stepOf = (series: readonly Reading[]): number | null => {
  const [first, second] = series
  if (!first || !second || series.length < 3) return null
  const step = monthsApart(first.period, second.period)
  if (step <= 0) return null
  const even = series.every((each, index) => index === 0 || monthsApart(series[index - 1]!.period, each.period) === step)
  return even ? step : null
}

/**
 * Forecasts for the next step, the one after it, … and last the target's period, in the indicator's unit. Empty with fewer than three readings, with uneven steps,
 * or where the target lies between two steps: no uncertainty can be computed then.
 */
export const fanOf = (indicator: Indicator, target: Target, series: readonly Reading[]): readonly Forecast[] => {
  const step = stepOf(series)
  if (step === null) return []
  const horizon = monthsApart(series.at(-1)?.period ?? '', target.period) / step
  if (!Number.isInteger(horizon) || horizon <= 0) return []
  const scale = scaleOf(indicator)
  const ahead = fitted(
    series.map((each) => Number(each.value) / scale),
    Number(target.value) / scale,
    indicator.direction,
    SPACES[indicator.kind],
  )
  return ahead ? Array.from({ length: horizon }, (_, index) => inUnit(ahead(index + 1), scale)) : []
}

/** A period of so many months that ends on a day, as statistics write it; any other length is named by the month of its end. */
const periodEnding = (last: string, months: number): string => {
  const [year, month] = [last.slice(0, 4), Number(last.slice(5, 7))]
  if (months === 12 && month === 12) return year
  return months === 3 && month % 3 === 0 ? `${year}-Q${month / 3}` : last.slice(0, 7)
}

/** The periods that the steps of a fan stand for: so many from the one after the latest reading up to the target's. */
export const periodsAhead = (latest: string, target: string, steps: number): readonly string[] => {
  const months = monthsApart(latest, target) / steps
  const after = dayAfter(latest)
  return Array.from({ length: steps }, (_, index) => periodEnding(addDays(addMonths(after, months * (index + 1)), -1), months))
}
