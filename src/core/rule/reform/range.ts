/** A range of values of one parameter, as a curve goes over it. */
import type { Diagnostic, Place } from '../../diagnostic.ts'
import { add, compare, type Exact, exactOf, multiply, ratio, subtract, textOfExact } from '../../exact.ts'
import { roundTo } from '../../money.ts'
import { findingOf, type Setting } from './reform.ts'

/** Values from `low` to `high`, which is larger, in whole steps of 10 to the power -`places`, in a unit as the language writes it. */
export type Range = {
  readonly measure: string
  readonly name: string
  readonly low: Exact
  readonly high: Exact
  readonly unit: string
  readonly places: number
  readonly points: number
}

const POINTS = 20
export const MAX_POINTS = 200

const RANGE =
  /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([^\s=.@;]+)\s*=\s*(-?\d+(?:\.\d+)?)\s*([^\d\s.:][^\s.:]*)?\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*([^\d\s:][^\s:]*)?(?::(\d{1,3}))?$/

const placesOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

/** Reads `m.p=20%..50%` or `m.p=20%..50%:40`, the last being how many points. Points have at most two decimal places more than the ends. */
export const rangeIn = (text: string, file: string): Range | { readonly diagnostics: readonly Diagnostic[] } => {
  const found = RANGE.exec(text.trim())
  const [, measure = '', name = '', from = '', fromUnit = '', to = '', toUnit = '', points] = found ?? []
  const [low, high] = [exactOf(from), exactOf(to)]
  const unit = toUnit || fromUnit
  const count = points === undefined ? POINTS : Number(points)
  const place: Place = { file, line: 1, column: 1, end: text.length + 1 }
  const isGood = found && low !== null && high !== null && compare(low, high) < 0 && (fromUnit === '' || fromUnit === unit)
  if (!isGood || count < 2 || count > MAX_POINTS) return { diagnostics: [findingOf('reform.range', place, { limit: String(MAX_POINTS) })] }
  return { measure, name, low, high, unit, places: Math.max(placesOf(from), placesOf(to)), points: count }
}

/** The range of a parameter whose ends are not given: from nothing to ten times what it is, a share to the whole at least. Null where it is no number. */
export const rangeAround = (measure: string, name: string, written: string): Range | null => {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(\D*)$/.exec(written) ?? []
  const value = exactOf(digits)
  if (value === null) return null
  const wide = multiply(value, 10)
  const high = unit === '%' ? 100 : unit === '‰' ? 1000 : compare(wide, 0) > 0 ? wide : 10
  return { measure, name, low: 0, high, unit, places: placesOf(digits), points: POINTS }
}

/** `12.5%`, `300 万元`. */
export const valueText = (value: Exact, { unit, places }: Range): string => {
  const digits = textOfExact(value, places + 2)
  return unit === '' || unit === '%' || unit === '‰' ? `${digits}${unit}` : `${digits} ${unit}`
}

export const settingAt = (range: Range, value: Exact): Setting => ({
  kind: 'set',
  measure: range.measure,
  name: range.name,
  value: valueText(value, range),
  from: null,
  place: { file: valueText(value, range), line: 1, column: 1, end: 2 },
})

/** The points of a curve, evenly over the range. */
export const pointsOf = ({ low, high, places, points }: Range): readonly Exact[] => {
  const step = ratio(1n, 10n ** BigInt(places + 2))
  return Array.from({ length: points }, (_, index) => {
    const share = ratio(BigInt(index), BigInt(points - 1))
    return roundTo(add(low, multiply(subtract(high, low), share)), 'half-up', step)
  })
}
