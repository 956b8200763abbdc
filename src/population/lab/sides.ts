/** The two sides of a comparison: the law as it is and as it would be, cut down to the measures that can come out differently. */
import { isConsidered, uncountedOf } from '../../core/rule/evaluate.ts'
import type { When } from '../../core/rule/outcome.ts'
import { type Law, type Reformed, reformed } from '../../core/rule/reform/apply.ts'
import type { Reform } from '../../core/rule/reform/reform.ts'
import type { Measure } from '../../core/rule/tree.ts'

/** The law on a day: as it is (an empty reform), or as it would be. */
export type Setup = { readonly reform: Reform; readonly when: When }

/** Measures that are decided on a day, in the order of the pack. */
export type Side = { readonly measures: readonly Measure[]; readonly when: When }

/** One measure on both sides: its places among their measures, -1 where it is not decided. */
export type Pair = {
  readonly id: string
  readonly before: number
  readonly after: number
  /** Whether it belongs into totals, on either side. */
  readonly countedBefore: boolean
  readonly countedAfter: boolean
}

export const sideOf = (law: Law, { reform, when }: Setup): { readonly side: Side | null } & Pick<Reformed, 'diagnostics'> => {
  const { measures, diagnostics } = reformed(law, reform, when.on)
  return { side: measures && { measures: measures.filter((measure) => isConsidered(measure, when)), when }, diagnostics }
}

/** Measures that hang together by what they say about each other; each stands for the others under one name. */
const groupsIn = (measures: readonly Measure[]): ((id: string) => string) => {
  const parents = new Map<string, string>()
  const find = (id: string): string => {
    const parent = parents.get(id)
    return parent === undefined ? id : find(parent)
  }
  for (const { id, groups } of measures)
    for (const group of groups)
      for (const member of 'members' in group ? group.members : []) {
        const [a, b] = [find(id), find(member)]
        if (a !== b) parents.set(a, b)
      }
  return find
}

/** Ids of the measures that can come out differently: those that differ, and all that hang together with one of them. Of another day, all. */
export const affectedBy = (before: Side, after: readonly Side[]): ReadonlySet<string> => {
  const all = [before, ...after].flatMap(({ measures }) => measures)
  const old = new Map(before.measures.map((measure) => [measure.id, measure]))
  const isSameDay = ({ when }: Side): boolean => when.on === before.when.on && when.known === before.when.known
  const changed = after.flatMap((side) => {
    const own = new Map(side.measures.map((measure) => [measure.id, measure]))
    const ids = [...new Set([...old.keys(), ...own.keys()])]
    return isSameDay(side) ? ids.filter((id) => old.get(id) !== own.get(id)) : ids
  })
  const find = groupsIn(all)
  const names = new Set(changed.map(find))
  return new Set(all.map(({ id }) => id).filter((id) => names.has(find(id))))
}

export const only = ({ measures, when }: Side, ids: ReadonlySet<string>): Side => ({
  measures: measures.filter(({ id }) => ids.has(id)),
  when,
})

export const isCounted = (measure: Measure): boolean => uncountedOf(measure).length === 0

/** The measures of both sides, those of the first side first. */
export const pairsOf = (before: Side, after: Side): readonly Pair[] => {
  const ids = [...new Set([...before.measures, ...after.measures].map(({ id }) => id))]
  return ids.map((id) => {
    const [a, b] = [before, after].map(({ measures }) => measures.findIndex((measure) => measure.id === id)) as [number, number]
    const counted = ({ measures }: Side, place: number): boolean => place >= 0 && isCounted(measures[place]!)
    return { id, before: a, after: b, countedBefore: counted(before, a), countedAfter: counted(after, b) }
  })
}
