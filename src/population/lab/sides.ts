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

/** What sets two sides apart. */
export type Difference = {
  /** Measures that differ by themselves; on different days, all. */
  readonly changed: ReadonlySet<string>
  /** Those and all that hang together with one of them: what can come out differently. */
  readonly affected: ReadonlySet<string>
  /** Whether what holds between measures may differ too, so that a row in which no measure differs by itself can be paid differently. */
  readonly related: boolean
}

const saidBetween = ({ relations }: Measure): string => JSON.stringify(relations.map(({ kind, detail }) => [kind, detail]))

/** A total cap computes its limit with the parameters of its measure; whoever does not count takes no part. */
const isRelated = (old: Measure | undefined, now: Measure | undefined): boolean =>
  [old, now].some((measure) => measure?.groups.some(({ kind }) => kind === 'cap_total')) ||
  (old && now ? saidBetween(old) !== saidBetween(now) || isCounted(old) !== isCounted(now) : (old ?? now)!.groups.length > 0)

export const differenceOf = (before: Side, after: Side): Difference => {
  const byId = ({ measures }: Side): ReadonlyMap<string, Measure> => new Map(measures.map((measure) => [measure.id, measure]))
  const [old, now] = [byId(before), byId(after)]
  const isSameDay = after.when.on === before.when.on && after.when.known === before.when.known
  const ids = [...new Set([...old.keys(), ...now.keys()])]
  const changed = new Set(isSameDay ? ids.filter((id) => old.get(id) !== now.get(id)) : ids)
  const find = groupsIn([...before.measures, ...after.measures])
  const names = new Set([...changed].map(find))
  const affected = new Set(ids.filter((id) => names.has(find(id))))
  return { changed, affected, related: !isSameDay || [...changed].some((id) => isRelated(old.get(id), now.get(id))) }
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
