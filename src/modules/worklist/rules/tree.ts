/** Who answers for what: targets and tasks under the departments, or under the districts, that they belong to. */

/** The department that a task belongs to: that which leads it, otherwise the first that its text names and that is one; null: none. */
export const departmentOf = (lead: string | null, namedLead: string, departments: ReadonlySet<string>): string | null => {
  if (lead !== null) return lead
  const [first = ''] = namedLead.split('、').map((name) => name.trim())
  return departments.has(first) ? first : null
}

/** The district that a department belongs to: the one with whose name its own begins, the longest where several do; null: none, as a department of the whole city. */
export const districtOf = (department: string, districts: readonly string[]): string | null =>
  districts
    .filter((name) => department.startsWith(name))
    .toSorted((a, b) => b.length - a.length)
    .at(0) ?? null

/** Whatever belongs to a department by its name; null: to none. */
export type Owned = { readonly department: string | null }
/** A task, with the departments that take part in it. */
export type Shared = Owned & { readonly together: readonly string[] }

/** `unit`: its name; `others`: whatever belongs to a department outside the units; `none`: whatever belongs to no department. */
export type Branch<G, T> = {
  readonly unit: string | null
  readonly kind: 'unit' | 'others' | 'none'
  readonly targets: readonly G[]
  readonly leads: readonly T[]
  /** Tasks that others lead. */
  readonly joins: readonly T[]
}

/**
 * Every target and every task in exactly one branch, and in those of the units that take part. `unitOf` says to which unit a department belongs; null: to none of them.
 * Units come in their order, then `others`, then `none`; a unit without anything is a branch all the same.
 */
export const treeOf = <G extends Owned, T extends Shared>(
  units: readonly string[],
  targets: readonly G[],
  tasks: readonly T[],
  unitOf: (department: string) => string | null,
): readonly Branch<G, T>[] => {
  const placeOf = ({ department }: Owned): string | null | undefined => (department === null ? undefined : unitOf(department))
  const branch = (kind: Branch<G, T>['kind'], unit: string | null, place: string | null | undefined): Branch<G, T> => ({
    unit,
    kind,
    targets: targets.filter((each) => placeOf(each) === place),
    leads: tasks.filter((each) => placeOf(each) === place),
    joins: unit === null ? [] : tasks.filter((each) => placeOf(each) !== place && each.together.some((name) => unitOf(name) === unit)),
  })
  return [...units.map((name) => branch('unit', name, name)), branch('others', null, null), branch('none', null, undefined)]
}
