/**
 * The rule that counts key projects: a project counts for the period in which it first reached a stage, with evidence that somebody else confirmed. Projects that became
 * one count once, on the earliest day of any of them, so that none is counted for two periods that do not overlap.
 */
import type { Day } from '../../../core/dates.ts'
import type { Stage } from '../../../pack/pack.ts'
import type { ProjectNow } from './stages.ts'

/** The version of this rule; raised whenever it counts otherwise. */
export const COUNT_VERSION = 1
/** Named on every page that shows a count. */
export const COUNT_RULE = `planwright-projects ${COUNT_VERSION}`

export type Countable = Pick<ProjectNow, 'reached' | 'open' | 'mergedInto'> & { readonly id: string }
export type WhyNot = 'not-reached' | 'not-confirmed' | 'no-evidence' | 'other-period' | 'merged'
export type Count = {
  /** The projects that count, with the day and the project (itself, or a part) that reached the stage first. */
  readonly counted: readonly { readonly id: string; readonly on: Day; readonly part: string }[]
  readonly excluded: readonly { readonly id: string; readonly why: WhyNot }[]
}

/** The project that a project is counted as; itself where it is part of none. Of projects that are parts of each other, the first by id. */
const wholeOf = (id: string, projects: ReadonlyMap<string, Countable>): string => {
  const passed: string[] = [id]
  for (;;) {
    const next = projects.get(passed.at(-1) ?? '')?.mergedInto
    if (next == null || !projects.has(next)) return passed.at(-1) ?? id
    if (passed.includes(next)) return passed.slice(passed.indexOf(next)).sort()[0] ?? id
    passed.push(next)
  }
}

const whyNot = (parts: readonly Countable[], stage: Stage): WhyNot => {
  if (parts.some(({ reached }) => reached[stage] !== null)) return 'no-evidence'
  return parts.some(({ open }) => open?.stage === stage) ? 'not-confirmed' : 'not-reached'
}

/** Counts the projects that first reached a stage from one day to another, both included; every project is either counted or left out with its reason. */
export const countIn = (projects: readonly Countable[], stage: Stage, span: { readonly first: Day; readonly last: Day }): Count => {
  const byId = new Map(projects.map((each) => [each.id, each]))
  const counted: Count['counted'][number][] = []
  const excluded: Count['excluded'][number][] = []
  for (const [id, parts] of Map.groupBy(projects, (each) => wholeOf(each.id, byId))) {
    const [first] = parts
      .flatMap((part) => (part.reached[stage]?.isProven ? [{ on: part.reached[stage].on, part: part.id }] : []))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    if (first && span.first <= first.on && first.on <= span.last) counted.push({ id, ...first })
    else excluded.push({ id, why: first ? 'other-period' : whyNot(parts, stage) })
    for (const part of parts) if (part.id !== id) excluded.push({ id: part.id, why: 'merged' })
  }
  return { counted: counted.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), excluded }
}
