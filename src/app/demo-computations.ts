/** Readings of a demonstration that are computed from what it records: one planner proposes them, another approves all but the last. */
import type { App } from '../app.ts'
import { addMonths, type Day } from '../core/dates.ts'
import type { Person } from '../kernel/who.ts'
import { approveReadings, keptComputation, liveCount, operationIndicators, proposeReading } from '../modules/plan/index.ts'
import { quarterBefore, quarterOf } from '../modules/worklist/index.ts'
import type { Pack } from '../pack/pack.ts'

/** The last two years, the last quarter and the last month that have ended. */
const periodsBefore = (today: Day): readonly string[] => {
  const year = Number(today.slice(0, 4))
  return [String(year - 2), String(year - 1), quarterBefore(quarterOf(today)), addMonths(today, -1).slice(0, 7)]
}

export const loadDemoComputations = async (
  app: App,
  pack: Pack,
  today: Day,
  { planner, second }: { readonly planner: Person; readonly second: Person },
): Promise<void> => {
  const counted = (await app.perform(second, operationIndicators, {})).filter(
    ({ indicator, query }) => query !== null && !pack.readings.some((each) => each.indicator === indicator.id),
  )
  const proposed: string[] = []
  for (const { indicator } of counted)
    for (const period of periodsBefore(today)) {
      const { value, parts } = await app.perform(second, liveCount, { indicator: indicator.id, period })
      if (value === null) continue
      const { computation } = await app.perform(second, proposeReading, { indicator: indicator.id, period, hash: parts.hash })
      proposed.push((await app.perform(second, keptComputation, { computation })).reading)
    }
  const approved = proposed.slice(0, -1)
  if (approved.length > 0) await app.perform(planner, approveReadings, { readings: approved })
}
