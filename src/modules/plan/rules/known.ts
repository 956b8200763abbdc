/** What was known on a day: which readings were public, which promises had been made. */
import { addDays, type Day, spanOf } from '../../../core/dates.ts'
import type { Pack, Reading, Target } from '../../../pack/pack.ts'
import { keptWith } from '../kept.ts'
import type { EnteredReading } from './entered.ts'

/** A reading of the pack, or one that was entered here. */
export type KnownReading = Reading & { readonly entered?: EnteredReading }

/** As many periods as there are days in a century; a pack names far fewer. */
const MOST_PERIODS = 36_525
const lastDays = new Map<string, Day>()

/** The last day of a period that the pack has checked; found out once for each period. */
export const lastOf = (period: string): Day => {
  const found = lastDays.get(period)
  if (found !== undefined) return found
  if (lastDays.size >= MOST_PERIODS) lastDays.clear()
  const last = spanOf(period)?.last ?? period
  lastDays.set(period, last)
  return last
}
const lastOrNull = (date: string | null | undefined): Day | null => (date ? (spanOf(date)?.last ?? null) : null)

const daysAfter = new Map<string, Day>()

/** The day after a period; found out once for each period. */
export const dayAfter = (period: string): Day => {
  const found = daysAfter.get(period)
  if (found !== undefined) return found
  if (daysAfter.size >= MOST_PERIODS) daysAfter.clear()
  const day = addDays(lastOf(period), 1)
  daysAfter.set(period, day)
  return day
}

/** The day a reading became public: its own, otherwise the last day its source can have. Null: not known. */
export const publishedOn = (reading: Reading, pack: Pack): Day | null =>
  reading.published ?? lastOrNull(pack.sources.get(reading.source)?.date)

/** The day a promise was made: that of its document, otherwise that of its source. Null: not known. */
export const setOn = (target: Target, pack: Pack): Day | null =>
  lastOrNull((target.document && pack.documents.get(target.document)?.issued) || pack.sources.get(target.source)?.date)

/** Whether a reading was known on a day and nothing had replaced it. One of unknown publication day is known. */
export const standsOn = (reading: KnownReading, pack: Pack, known: Day): boolean =>
  (publishedOn(reading, pack) ?? '') <= known && (reading.replacedOn === undefined || known < reading.replacedOn)

const byPeriod = (a: KnownReading, b: KnownReading): number =>
  lastOf(a.period) < lastOf(b.period) ? -1 : lastOf(a.period) > lastOf(b.period) ? 1 : 0

/** The readings of each indicator, oldest first; of equal periods in the order of the pack. */
const byIndicator = keptWith((pack: Pack) => {
  const groups = Map.groupBy<string, KnownReading>(pack.readings, ({ indicator }) => indicator)
  for (const group of groups.values()) group.sort(byPeriod)
  return groups
})

/** Readings of an indicator as of a day, as known on another; oldest first. */
export const readingsAsOf = (pack: Pack, indicator: string, asOf: Day, known: Day): readonly KnownReading[] =>
  (byIndicator(pack).get(indicator) ?? []).filter((each) => lastOf(each.period) <= asOf && standsOn(each, pack, known))

const promises = keptWith((pack: Pack) => Map.groupBy(pack.targets, ({ indicator }) => indicator))

/** Every promise that was ever made for an indicator, in the order of the pack. */
export const targetsOf = (pack: Pack, indicator: string): readonly Target[] => promises(pack).get(indicator) ?? []

/** The promises that had been made by a day, in the order of the pack. A promise of unknown day is known. */
export const targetsKnown = (pack: Pack, known: Day): readonly Target[] => pack.targets.filter((each) => (setOn(each, pack) ?? '') <= known)

/** Parts of a year are not put beside whole years. */
export const isWhole = (reading: Reading): boolean => !reading.period.includes('/') && !reading.period.includes('Q')
