/** Relations over a block of rows: the same arithmetic as for one subject, for every row where a relation can matter. */
import { compare, type Exact, subtract } from '../../exact.ts'
import type { Facts } from '../../facts.ts'
import { type Cells, ELIGIBLE, UNDETERMINED } from '../columns/columns.ts'
import { uncountedOf } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import { evaluated, runOf } from '../run.ts'
import type { Group, Measure } from '../tree.ts'
import { type Candidate, stack } from './stack.ts'

export type Stacker = {
  /** The facts that relations read: all that `factsOf` has to give. */
  readonly facts: ReadonlySet<string>
  /** Changes amounts to awards in place; `factsOf` gives the facts of a row of the block. */
  readonly apply: (cells: Cells, count: number, factsOf: (row: number) => Facts) => void
}

type Place = { readonly index: number; readonly measure: Measure }
type Rule = { readonly owner: Place; readonly group: Group; readonly members: readonly Place[] }

/** Whether a relation may change anything in a row; exact amounts are left to `stack`. */
const matters = ({ owner, group, members }: Rule, amountAt: (place: Place) => number | null, facts: () => Facts, when: When): boolean => {
  const amounts = members.flatMap((member) => amountAt(member) ?? [])
  switch (group.kind) {
    case 'highest':
      return amounts.length > 1
    case 'exclusive':
      return amounts.length > 0 && amountAt(owner) !== null
    case 'match':
      return amountAt(owner) !== null
    case 'cap_total': {
      const wanted = amounts.reduce((sum, amount) => sum + amount, 0)
      if (wanted === 0) return false
      const run = runOf(owner.measure, facts(), when)
      const limit = evaluated(group.limit, run) as Exact | undefined
      const received = group.received ? (evaluated(group.received, run) as Exact | undefined) : 0
      return (
        limit === undefined || received === undefined || !Number.isSafeInteger(wanted) || compare(wanted, subtract(limit, received)) > 0
      )
    }
    default:
      return false
  }
}

/**
 * Null where the measures have no relations with each other. A measure that is not counted (source or validity to be verified) displaces no counted one and takes
 * no part, as in a decision about one subject.
 */
export const stackerOf = (measures: readonly Measure[], when: When): Stacker | null => {
  const counted = measures.flatMap((measure, index): Place[] => (uncountedOf(measure).length === 0 ? [{ index, measure }] : []))
  const byId = new Map(counted.map((place) => [place.measure.id, place]))
  const rules = counted.flatMap((owner) =>
    owner.measure.groups.flatMap((group): Rule[] =>
      group.kind === 'share' ? [] : [{ owner, group, members: group.members.flatMap((id) => byId.get(id) ?? []) }],
    ),
  )
  if (rules.length === 0) return null
  const involved = [...new Set(rules.flatMap(({ owner, members }) => [owner, ...members]))].sort((a, b) => a.index - b.index)
  const facts = new Set(rules.flatMap(({ owner, group }) => (group.kind === 'cap_total' ? owner.measure.facts : [])))

  const applyTo = (cells: Cells, row: number, known: Facts): void => {
    const isEligible = ({ index }: Place): boolean => cells.status[index]?.[row] === ELIGIBLE
    const candidates = involved.map(
      (place): Candidate => ({
        measure: place.measure,
        outcome: isEligible(place)
          ? { status: 'eligible', amount: BigInt(cells.amount[place.index]?.[row] ?? 0) }
          : { status: 'ineligible', amount: null },
      }),
    )
    for (const [position, { status, award }] of stack(candidates, known, when).entries()) {
      const place = involved[position]
      if (!place || !isEligible(place)) continue
      const [states, amounts] = [cells.status[place.index], cells.amount[place.index]]
      if (states && status === 'undetermined') states[row] = UNDETERMINED
      if (amounts) amounts[row] = Number(award ?? 0n)
    }
  }

  return {
    facts,
    apply: (cells, count, factsOf) => {
      for (let row = 0; row < count; row++) {
        if (!involved.some(({ index }) => cells.status[index]?.[row] === ELIGIBLE)) continue
        let known: Facts | null = null
        const once = (): Facts => {
          known ??= factsOf(row)
          return known
        }
        const amountAt = ({ index }: Place): number | null =>
          cells.status[index]?.[row] === ELIGIBLE ? (cells.amount[index]?.[row] ?? 0) : null
        if (rules.some((rule) => matters(rule, amountAt, once, when))) applyTo(cells, row, once())
      }
    },
  }
}
