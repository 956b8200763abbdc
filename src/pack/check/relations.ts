/** Relations across measures: every member exists, no choice is too large to be solved exactly, no match goes round in a circle. */
import { groupsOf, MAX_GROUP } from '../../core/rule/stacking/choose.ts'
import type { Measure } from '../../core/rule/tree.ts'
import type { Pack } from '../pack.ts'
import type { Reporter } from '../report.ts'

const membersOf = (measure: Measure, kinds: readonly string[]): readonly string[] =>
  measure.groups.flatMap((group) => ('members' in group && kinds.includes(group.kind) ? group.members : []))

/** Everything a measure is chosen against or together with. */
const conflictsOf = (pack: Pack): { readonly ids: readonly string[]; readonly conflicts: readonly (readonly number[])[] } => {
  const ids = [...pack.measures.keys()]
  const sets = ids.map(() => new Set<number>())
  const note = (a: string, b: string): void => {
    const [x, y] = [ids.indexOf(a), ids.indexOf(b)]
    if (x < 0 || y < 0 || x === y) return
    sets[x]?.add(y)
    sets[y]?.add(x)
  }
  for (const measure of pack.measures.values()) {
    for (const group of measure.groups) {
      if (group.kind === 'highest') for (const a of group.members) for (const b of group.members) note(a, b)
      if (group.kind === 'exclusive') for (const member of group.members) note(measure.id, member)
    }
  }
  return { ids, conflicts: sets.map((set) => [...set]) }
}

/** Whether following `match` from a measure leads back to it. */
const isCircular = (pack: Pack, start: Measure): boolean => {
  const seen = new Set<string>()
  const open = [...membersOf(start, ['match'])]
  for (const id of open) {
    if (id === start.id) return true
    const next = seen.has(id) ? undefined : pack.measures.get(id)
    seen.add(id)
    if (next) open.push(...membersOf(next, ['match']))
  }
  return false
}

/** The relations that one measure declares. */
export const checkRelations = (pack: Pack, measure: Measure, { report, hint }: Reporter): void => {
  for (const group of measure.groups) {
    if (!('members' in group)) continue
    for (const value of group.members)
      if (!pack.measures.has(value))
        report('pack.reference', group.place, { table: 'measures', value, hint: hint(value, pack.measures.keys()) })
    if (group.kind === 'match' && isCircular(pack, measure)) report('pack.circle', group.place, { value: measure.id, name: 'match' })
  }
}

/** The relations of all measures together. */
export const checkGroups = (pack: Pack, { report }: Reporter): void => {
  const { ids, conflicts } = conflictsOf(pack)
  for (const group of groupsOf(conflicts)) {
    if (group.length <= MAX_GROUP) continue
    const declared = group
      .flatMap((index) => pack.measures.get(ids[index] ?? '')?.groups ?? [])
      .find(({ kind }) => kind === 'highest' || kind === 'exclusive')
    if (declared) report('pack.group-large', declared.place, { count: group.length, limit: MAX_GROUP })
  }
}
