/** The values of a rate whose numerator and denominator are known: computed here, or reported as indicators of their own. */
import type { Day } from '../../../core/dates.ts'
import { type Exact, exactOf } from '../../../core/exact.ts'
import type { Indicator, Pack } from '../../../pack/pack.ts'
import { type KnownReading, readingsAsOf } from './known.ts'
import { isRateOf, type Parts } from './waterfall.ts'

/** `computed`: here, from what is recorded. */
export type RatePoint = Parts & { readonly period: string; readonly series: string; readonly value: string; readonly computed: boolean }
export type RateParts = {
  readonly points: readonly RatePoint[]
  /** Periods for which what is reported as its parts does not give the reported rate: they are counted otherwise. */
  readonly apart: readonly string[]
}

/** 100 for percent: what numerator over denominator is multiplied by. */
export const rateScale = ({ unit }: Pick<Indicator, 'unit'>): 1 | 100 => (unit.zh.startsWith('%') ? 100 : 1)

/** The one exact value of a period; null where there is none, or more than one scope has it. */
const onlyValue = (readings: readonly KnownReading[], period: string): Exact | null => {
  const own = readings.filter((each) => each.period === period && each.precision === 'exact')
  return own.length === 1 ? exactOf(own[0]!.value) : null
}

/** As of a day and as known on another. `computed`: the parts of computed readings by the ids of those. */
export const ratePoints = (pack: Pack, indicator: Indicator, asOf: Day, known: Day, computed: ReadonlyMap<string, Parts>): RateParts => {
  const readings = readingsAsOf(pack, indicator.id, asOf, known)
  const { ratioOf } = indicator
  const tops = ratioOf ? readingsAsOf(pack, ratioOf.numerator, asOf, known) : []
  const bottoms = ratioOf ? readingsAsOf(pack, ratioOf.denominator, asOf, known) : []
  const apart: string[] = []
  const points = readings.flatMap((each): RatePoint[] => {
    const { period, series, value } = each
    const own = computed.get(each.entered?.id ?? '')
    if (own) return [{ ...own, period, series, value, computed: true }]
    const [numerator, denominator] = [onlyValue(tops, period), onlyValue(bottoms, period)]
    if (numerator === null || denominator === null) return []
    if (isRateOf(value, { numerator, denominator }, rateScale(indicator)))
      return [{ numerator, denominator, period, series, value, computed: false }]
    apart.push(period)
    return []
  })
  return { points, apart }
}

/** The two values that a change is shown between: those asked for, otherwise the latest and the one before it; null unless both are of one scope. */
export const changeBetween = (
  points: readonly RatePoint[],
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly from: RatePoint; readonly to: RatePoint } | null => {
  const at = (period: string | undefined): RatePoint | undefined => points.findLast((each) => each.period === period)
  const to = at(asked.to) ?? points.at(-1)
  const from =
    at(asked.from) ?? points.findLast((each) => to !== undefined && points.indexOf(each) < points.indexOf(to) && each.series === to.series)
  return from && to && from !== to && from.series === to.series ? { from, to } : null
}
