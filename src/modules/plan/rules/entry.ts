import type { Static } from 'typebox'
import { textOfExact } from '../../../core/exact.ts'
import type { ReadingEntry, TargetEntry } from '../contract.ts'
import type { Assessment } from './assess.ts'
import type { EnteredReading } from './entered.ts'
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

/** A target with its latest reading and status as API and command line give it to programs. */
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
  ratio: each.ratio === null ? null : textOfExact(each.ratio, 12).replace('…', ''),
  supersededBy: each.supersededBy && { value: each.supersededBy.value, document: each.supersededBy.document },
  text: sentenceOf(each),
})
