/** Which measures a reader wants looked at, and how many of them are in force on a day. */
import type { Day } from '../../../core/dates.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack } from '../../../pack/pack.ts'
import { stateOn } from './summary.ts'

export type Scope = { readonly area?: string | undefined; readonly task?: string | undefined }

/** The task itself or one below which it lies. */
const below = (pack: Pack, id: string, wanted: string): boolean => {
  const task = pack.tasks.get(id)
  return id === wanted || (task?.parent !== null && task?.parent !== undefined && below(pack, task.parent, wanted))
}

/** A district is entitled to its own measures and to those above it; the city or the province alone means that level alone. */
const areaFits = (measure: Measure, pack: Pack, area: string): boolean => {
  const kind = (name: string) => pack.districts.get(name)?.kind
  const above = (name: string): boolean => kind(name) === 'city' || kind(name) === 'province'
  return measure.level === area || (!above(area) && above(measure.level))
}

export const inScope = (measure: Measure, pack: Pack, { area, task }: Scope): boolean =>
  (!area || areaFits(measure, pack, area)) && (!task || measure.tasks.some((each) => below(pack, each, task)))

/**
 * How the measures that can be checked stand on a day, and the day on which most of those that have since expired were last in force, if more were in force then.
 */
export type Standing = {
  readonly inForce: number
  readonly unknown: number
  readonly future: number
  readonly expired: number
  readonly draft: number
  readonly earlier: { readonly day: Day; readonly ending: number } | null
}

export const standingOn = (measures: readonly Measure[], on: Day): Standing => {
  const states = measures.map((measure) => ({ state: stateOn(measure, on), to: measure.inForce.to }))
  const count = (state: string): number => states.filter((each) => each.state === state).length
  const ends = new Map<Day, number>()
  for (const { state, to } of states) if (state === 'expired' && to !== null) ends.set(to, (ends.get(to) ?? 0) + 1)
  const [best] = [...ends].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1))
  const more = best !== undefined && measures.filter((measure) => stateOn(measure, best[0]) === 'in-force').length > count('in-force')
  return {
    inForce: count('in-force'),
    unknown: count('unknown'),
    future: count('future'),
    expired: count('expired'),
    draft: count('draft'),
    earlier: best && more ? { day: best[0], ending: best[1] } : null,
  }
}
