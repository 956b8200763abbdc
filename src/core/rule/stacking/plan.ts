/** The relations between measures, prepared once for a list of measures and a day. Every back end executes the same plan, from the choice to the shares. */
import type { Exact } from '../../exact.ts'
import { outOfForce, uncountedOf } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import type { Group, GroupRelation, Measure, Node, ShareOf } from '../tree.ts'
import { groupsOf, setsOf } from './choose.ts'

type Kind = GroupRelation['kind']

/** The file and clause that declare a relation. */
export type Declared<K extends Kind = Kind> = { readonly kind: K; readonly declaredBy: string; readonly anchor: string }

/** Measures that hang together because some exclude others. Members are indexes of measures, whoever is preferred among equals first. */
export type Choice = {
  readonly members: readonly number[]
  /** For each member: the members it excludes, as places among them, and by which clause. */
  readonly rivals: readonly ReadonlyMap<number, Declared<'highest' | 'exclusive'>>[]
  /** The sets that may be paid, as `setsOf` gives them. */
  readonly sets: readonly number[]
}
/** At most `ratio` times what is paid under the members; `named` also holds those that take no part. */
export type Match = Declared<'match'> & {
  readonly owner: number
  readonly members: readonly number[]
  readonly named: readonly string[]
  readonly ratio: Exact
}
/** Together at most `limit` less what was `received`, in the order of the members. Both are nodes of the owner. */
export type Cap = Declared<'cap_total'> & {
  readonly owner: Measure
  readonly members: readonly number[]
  readonly limit: Node
  readonly received: Node | null
}

export type Plan = {
  readonly measures: readonly Measure[]
  readonly when: When
  readonly choices: readonly Choice[]
  /** Whoever matches a matched award comes after it. */
  readonly matches: readonly Match[]
  readonly caps: readonly Cap[]
  /** For each measure, the budgets that share its award; none where one pays it all. */
  readonly shares: readonly (readonly ShareOf[])[]
}

type OfKind<K extends Kind> = Group & { readonly kind: K }
type Owned<K extends Kind> = { readonly relation: OfKind<K>; readonly owner: Measure }

const ownedOf = <K extends Kind>(measures: readonly Measure[], kind: K): readonly Owned<K>[] =>
  measures.flatMap((owner) => owner.groups.flatMap((group) => (group.kind === kind ? [{ relation: group as OfKind<K>, owner }] : [])))
const declared = <K extends Kind>({ relation, owner }: Owned<K>): Declared<K> => ({
  kind: relation.kind,
  declaredBy: owner.id,
  anchor: relation.anchor,
})

/** Pairs that exclude each other: everybody in a 就高 group, the owner of an exclusion with each it names; 叠加 takes a pair out again. */
const choicesOf = (parts: readonly Measure[], placeOf: ReadonlyMap<string, number>): readonly Choice[] => {
  const highest = ownedOf(parts, 'highest')
  // Of equals the first named stays; who is in no 就高 group follows in the order of the pack.
  const ranked = [...new Set([...highest.flatMap(({ relation }) => relation.members), ...parts.map(({ id }) => id)])].filter((id) =>
    placeOf.has(id),
  )
  const rankOf = new Map(ranked.map((id, rank) => [id, rank]))
  const rivals = ranked.map(() => new Map<number, Declared<'highest' | 'exclusive'>>())
  const bothWays = (a: string, b: string, change: (one: Map<number, Declared<'highest' | 'exclusive'>>, other: number) => void): void => {
    const [x, y] = [rankOf.get(a), rankOf.get(b)]
    if (x === undefined || y === undefined || x === y) return
    change(rivals[x]!, y)
    change(rivals[y]!, x)
  }
  const note = (a: string, b: string, by: Declared<'highest' | 'exclusive'>): void =>
    bothWays(a, b, (one, other) => {
      if (!one.has(other)) one.set(other, by)
    })
  for (const each of highest) for (const a of each.relation.members) for (const b of each.relation.members) note(a, b, declared(each))
  for (const each of ownedOf(parts, 'exclusive')) for (const member of each.relation.members) note(each.owner.id, member, declared(each))
  for (const { relation, owner } of ownedOf(parts, 'add'))
    for (const member of relation.members) bothWays(owner.id, member, (one, other) => one.delete(other))

  const conflicts = rivals.map((others) => [...others.keys()])
  return groupsOf(conflicts).flatMap((group): Choice[] => {
    if (group.length === 1) return []
    const own = group.map((rank) => new Map([...rivals[rank]!].map(([other, by]) => [group.indexOf(other), by])))
    return [
      {
        members: group.map((rank) => placeOf.get(ranked[rank]!)!),
        rivals: own,
        sets: setsOf(own.map((others) => [...others.keys()])),
      },
    ]
  })
}

/** Each match after those of the measures it matches. A pack whose matches go round in a circle is refused when it is checked; none of the circle is applied. */
const inOrder = (matches: readonly Owned<'match'>[]): readonly Owned<'match'>[] => {
  const ordered: Owned<'match'>[] = []
  let open = matches
  while (open.length > 0) {
    const waiting = new Set(open.map(({ owner }) => owner.id))
    const ready = open.filter(({ relation, owner }) => !relation.members.some((id) => id !== owner.id && waiting.has(id)))
    if (ready.length === 0) break
    ordered.push(...ready)
    open = open.filter((each) => !ready.includes(each))
  }
  return ordered
}

/**
 * Prepares the relations of measures that are in force. A measure that is not counted (source or validity to be verified, a draft) displaces no counted one
 * and takes no part, unless `unverified` lets it. Throws a RangeError where more measures exclude each other than are solved.
 */
export const planOf = (measures: readonly Measure[], when: When, unverified = false): Plan => {
  const takesPart = (measure: Measure): boolean => outOfForce(measure, when) === null && (unverified || uncountedOf(measure).length === 0)
  const parts = measures.filter(takesPart)
  const placeOf = new Map(measures.flatMap((measure, place) => (takesPart(measure) ? [[measure.id, place] as const] : [])))
  const placesOf = (ids: readonly string[]): readonly number[] => [...new Set(ids)].flatMap((id) => placeOf.get(id) ?? [])
  return {
    measures,
    when,
    choices: choicesOf(parts, placeOf),
    matches: inOrder(ownedOf(parts, 'match')).map((each) => ({
      ...declared(each),
      owner: placeOf.get(each.owner.id)!,
      members: placesOf(each.relation.members),
      named: each.relation.members,
      ratio: each.relation.ratio,
    })),
    caps: ownedOf(parts, 'cap_total').map((each) => ({
      ...declared(each),
      owner: each.owner,
      members: placesOf(each.relation.members),
      limit: each.relation.limit,
      received: each.relation.received,
    })),
    shares: measures.map((measure) => (takesPart(measure) ? (ownedOf([measure], 'share')[0]?.relation.parts ?? []) : [])),
  }
}

/** The measures whose award can differ from their amount, or that others look at. */
export const relatedIn = ({ measures, choices, matches, caps }: Plan): readonly Measure[] => {
  const places = new Set([...choices, ...matches, ...caps].flatMap(({ members }) => members).concat(matches.map(({ owner }) => owner)))
  return measures.filter((_, place) => places.has(place))
}
