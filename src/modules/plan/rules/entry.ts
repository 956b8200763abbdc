import type { Static } from 'typebox'
import { type Exact, textOfExact } from '../../../core/exact.ts'
import type { ReadingEntry, TargetEntry } from '../contract.ts'
import type { Assessment, Speed } from './assess.ts'
import type { EnteredReading } from './entered.ts'
import type { Band } from './forecast.ts'
import type { KnownReading } from './known.ts'
import { sentenceOf } from './words.ts'

const enteredEntry = ({
  id,
  status,
  scope,
  definition,
  source,
  replaces,
  enteredBy,
  enteredOn,
  approvedBy,
  approvedOn,
}: EnteredReading) => ({
  id,
  status,
  scope,
  definition,
  origin: source,
  replaces,
  enteredBy,
  enteredOn,
  approvedBy,
  approvedOn,
})

/** A reading as API and command line give it to programs. */
export const readingEntry = ({ place: _place, entered, replacedOn, ...rest }: KnownReading): Static<typeof ReadingEntry> => ({
  ...rest,
  entered: entered ? enteredEntry(entered) : null,
  replacedOn: replacedOn ?? null,
})

/** At most twelve digits behind the point, so that what was computed once is written alike everywhere. */
const decimal = (value: Exact): string => textOfExact(value, 12).replace('…', '')
const maybe = (value: Exact | null): string | null => (value === null ? null : decimal(value))
const speedEntry = (speed: Speed | null) => speed && { kind: speed.kind, value: decimal(speed.value) }

/** Forecasts are no exact numbers: four digits behind the point. */
const rough = (value: number): string => value.toFixed(4)
const bandEntry = ({ low, high }: Band) => ({ low: rough(low), high: rough(high) })
const forecastEntry = (fan: Assessment['fan']) => {
  const last = fan.at(-1)
  return last
    ? {
        space: last.space,
        probability: rough(last.attain),
        steps: fan.map(({ horizon, value, band50, band80 }) => ({
          horizon,
          value: rough(value),
          band50: bandEntry(band50),
          band80: bandEntry(band80),
        })),
      }
    : null
}

/** A target with its latest reading, status and outlook as API and command line give it to programs. */
export const targetEntry = (each: Assessment): Static<typeof TargetEntry> => ({
  indicator: each.indicator.id,
  period: each.target.period,
  comparator: each.target.comparator,
  target: each.target.value,
  unit: each.indicator.unit.zh,
  kind: each.target.kind,
  latest: each.latest && {
    period: each.latest.period,
    value: each.latest.value,
    source: each.latest.source,
    series: each.latest.series,
    precision: each.latest.precision,
  },
  status: each.status,
  doubt: each.doubt,
  reason: each.reason,
  method: each.method,
  ratio: maybe(each.ratio),
  other: each.other && { method: each.other.method, status: each.other.category },
  baseline: each.baseline && { period: each.baseline.period, value: each.baseline.value },
  due: maybe(each.due),
  distance: maybe(each.distance),
  pace: speedEntry(each.pace),
  needed: speedEntry(each.needed),
  forecast: forecastEntry(each.fan),
  document: each.target.document,
  source: each.target.source,
  supersededBy: each.supersededBy && { value: each.supersededBy.value, document: each.supersededBy.document },
  text: sentenceOf(each),
})
