/** Readings as observations: every component of each as the text it is exchanged as. */
import { type Day, spanOf } from '../../../../core/dates.ts'
import type { Pack } from '../../../../pack/pack.ts'
import { type KnownReading, lastOf, publishedOn } from '../known.ts'
import { frequencyOf, timePeriodOf } from './period.ts'
import { seriesCode, unitOf } from './vocabulary.ts'

/** `cells`: by component, '' where there is nothing to say. */
export type Observation = {
  readonly cells: Readonly<Record<string, string>>
  readonly first: Day
  readonly last: Day
  /** The day it became known; null: not known which. */
  readonly known: Day | null
}

/** The first value of each scope of an indicator but the first: from there on values do not compare with those before. */
const breaksOf = (readings: readonly KnownReading[]): ReadonlySet<KnownReading> => {
  const firsts = new Map<string, Map<string, KnownReading>>()
  for (const each of readings) {
    const own = firsts.get(each.indicator) ?? new Map<string, KnownReading>()
    const known = own.get(each.series)
    if (!known || lastOf(each.period) < lastOf(known.period)) own.set(each.series, each)
    firsts.set(each.indicator, own)
  }
  return new Set(
    [...firsts.values()].flatMap((own) => [...own.values()].sort((a, b) => (lastOf(a.period) < lastOf(b.period) ? -1 : 1)).slice(1)),
  )
}

const BREAK_WORDS = '新口径，与此前的数不能相比 · a new scope, not comparable with values before'

/** Every reading as an observation, in the order of indicators, scopes and periods. A provisional first value of a new scope is P; its comment says the rest. */
export const observationsOf = (pack: Pack, readings: readonly KnownReading[]): readonly Observation[] => {
  const breaks = breaksOf(readings)
  const codes = new Map([...new Set(readings.map(({ series }) => series))].map((series) => [series, seriesCode(series)]))
  const observations = readings.map((each): Observation => {
    const indicator = pack.indicators.get(each.indicator)
    const source = pack.sources.get(each.source)
    const unit = indicator && unitOf(indicator)
    const provisional = each.entered?.status === 'provisional'
    const isBreak = breaks.has(each)
    const span = spanOf(each.period)
    return {
      cells: {
        INDICATOR: each.indicator,
        SERIES: codes.get(each.series) ?? '',
        FREQ: frequencyOf(each.period),
        TIME_PERIOD: timePeriodOf(each.period),
        OBS_VALUE: each.value,
        SYNTHETIC: String(pack.synthetic),
        UNIT_MEASURE: unit?.id ?? '',
        UNIT_MULT: unit?.power ?? '',
        UNIT: each.unit,
        SCOPE: each.series,
        OBS_STATUS: provisional ? 'P' : isBreak ? 'B' : 'A',
        CONF_STATUS: 'F',
        PRECISION: each.precision,
        PUBLISHED: publishedOn(each, pack) ?? '',
        SOURCE: source?.title ?? each.source,
        PUBLISHER: source?.publisher ?? '',
        SOURCE_DATE: source?.date ?? '',
        SOURCE_URL: source?.address ?? '',
        CONFIDENCE: source?.confidence ?? '',
        SCOPE_NOTE: each.entered?.scope ?? '',
        COMMENT: [each.note ?? '', provisional && isBreak ? BREAK_WORDS : ''].filter(Boolean).join(' · '),
      },
      first: span?.first ?? each.period,
      last: lastOf(each.period),
      known: publishedOn(each, pack),
    }
  })
  const order = new Map([...pack.indicators.keys()].map((id, index) => [id, index]))
  const rank = ({ cells, first, last }: Observation): readonly [number, string] => [
    order.get(cells.INDICATOR ?? '') ?? order.size,
    [cells.SERIES, cells.FREQ, first, last].join(' '),
  ]
  return observations
    .map((each) => ({ each, rank: rank(each) }))
    .sort(({ rank: [a, x] }, { rank: [b, y] }) => a - b || (x < y ? -1 : x > y ? 1 : 0))
    .map(({ each }) => each)
}
