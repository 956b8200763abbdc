/** Two values of a pack for one indicator, series and period: the one that was published later stands in place of the other. */
import { type Day, spanOf } from '../core/dates.ts'
import type { Reading, Source } from './pack.ts'

/** Readings in their order; one that another replaced says from which day. One whose day is not known counts as the oldest. */
export const corrected = (readings: readonly Reading[], sources: ReadonlyMap<string, Source>): readonly Reading[] => {
  const published = ({ published: day, source }: Reading): Day => day ?? spanOf(sources.get(source)?.date ?? '')?.last ?? ''
  const versions = Map.groupBy(readings, ({ indicator, series, period }) => [indicator, series, period].join('\n'))
  const replaced = new Map<Reading, Day>()
  for (const own of versions.values()) {
    if (own.length === 1) continue
    for (const reading of own) {
      const [next] = own
        .map(published)
        .filter((day) => day > published(reading))
        .sort()
      if (next !== undefined) replaced.set(reading, next)
    }
  }
  return readings.map((reading) => {
    const replacedOn = replaced.get(reading)
    return replacedOn === undefined ? reading : { ...reading, replacedOn }
  })
}
