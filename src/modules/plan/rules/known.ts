/** What was known on a day: which readings were public, which promises had been made. */
import { type Day, spanOf } from '../../../core/dates.ts'
import type { Pack, Reading, Target } from '../../../pack/pack.ts'
import { keptWith } from '../kept.ts'
import type { EnteredReading } from './entered.ts'

/** A reading of the pack, or one that was entered here. */
export type KnownReading = Reading & { readonly entered?: EnteredReading }

/** The last day of a period that the pack has checked. */
export const lastOf = (period: string): Day => spanOf(period)?.last ?? period
const lastOrNull = (date: string | null | undefined): Day | null => (date ? (spanOf(date)?.last ?? null) : null)

/** The day a reading became public: its own, otherwise the last day its source can have. Null: not known. */
export const publishedOn = (reading: Reading, pack: Pack): Day | null =>
  reading.published ?? lastOrNull(pack.sources.get(reading.source)?.date)

/** The day a promise was made: that of its document, otherwise that of its source. Null: not known. */
export const setOn = (target: Target, pack: Pack): Day | null =>
  lastOrNull((target.document && pack.documents.get(target.document)?.issued) || pack.sources.get(target.source)?.date)

/** Whether a reading was known on a day and nothing had replaced it. One of unknown publication day is known. */
export const standsOn = (reading: KnownReading, pack: Pack, known: Day): boolean =>
  (publishedOn(reading, pack) ?? '') <= known && (reading.replacedOn === undefined || known < reading.replacedOn)

const byIndicator = keptWith((pack: Pack) => Map.groupBy<string, KnownReading>(pack.readings, ({ indicator }) => indicator))

/** Readings of an indicator as of a day, as known on another; oldest first. */
export const readingsAsOf = (pack: Pack, indicator: string, asOf: Day, known: Day): readonly KnownReading[] =>
  (byIndicator(pack).get(indicator) ?? [])
    .filter((each) => lastOf(each.period) <= asOf && standsOn(each, pack, known))
    .sort((a, b) => (lastOf(a.period) < lastOf(b.period) ? -1 : lastOf(a.period) > lastOf(b.period) ? 1 : 0))

/** The promises that had been made by a day, in the order of the pack. A promise of unknown day is known. */
export const targetsKnown = (pack: Pack, known: Day): readonly Target[] => pack.targets.filter((each) => (setOn(each, pack) ?? '') <= known)

/** Parts of a year are not put beside whole years. */
export const isWhole = (reading: Reading): boolean => !reading.period.includes('/') && !reading.period.includes('Q')
