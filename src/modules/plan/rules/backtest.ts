/** How the forecasts of a series would have fared: each value foretold from those before it. */
import type { Indicator, Reading } from '../../../pack/pack.ts'
import { countsEvents, eventFan } from './events.ts'
import { type Forecast, fitted } from './forecast.ts'
import { isWhole } from './known.ts'
import { SPACES, scaleOf, stepOf } from './outlook.ts'

/** So many values of one scope are needed, and so many stand before the first that is foretold. */
const LEAST = 6
const BEFORE = 3

/** How many values were foretold one step ahead, and how many of them lay within each band. */
export type BackTest = { readonly forecasts: number; readonly in50: number; readonly in80: number }

/** What would have been foretold of a reading from those before it, by the method that the indicator is foretold by. */
const toldBefore = (indicator: Indicator, before: readonly Reading[], values: readonly number[], next: Reading): Forecast | null => {
  const value = values[before.length]!
  if (countsEvents(indicator) && indicator.countedSince !== null) {
    const promise = { comparator: '>=', value: next.value, period: next.period } as const
    return eventFan(indicator, promise, indicator.countedSince, before.at(-1)!, 1)[0] ?? null
  }
  return fitted(values.slice(0, before.length), value, indicator.direction, SPACES[indicator.kind])?.(1) ?? null
}

/** By rolling origin over the scope of the latest whole reading; null with fewer than six evenly spaced values, or where the forecast's space does not hold them. */
export const backTest = (indicator: Indicator, readings: readonly Reading[]): BackTest | null => {
  const whole = readings.filter(isWhole)
  const series = whole.filter((each) => each.series === whole.at(-1)?.series)
  if (series.length < LEAST || stepOf(series) === null) return null
  const scale = scaleOf(indicator)
  const values = series.map((each) => Number(each.value) / scale)
  const tests = values.slice(BEFORE).flatMap((value, index) => {
    const told = toldBefore(indicator, series.slice(0, BEFORE + index), values, series[BEFORE + index]!)
    return told ? [{ value, told }] : []
  })
  if (tests.length < LEAST - BEFORE) return null
  const within = (band: 'band50' | 'band80'): number =>
    tests.filter(({ value, told }) => value >= told[band].low && value <= told[band].high).length
  return { forecasts: tests.length, in50: within('band50'), in80: within('band80') }
}
