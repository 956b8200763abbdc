/** Relations over a block of rows: the same arithmetic as for one subject, for every row where a relation can matter. */

import type { Facts } from '../../facts.ts'
import { type Cells, ELIGIBLE, UNDETERMINED } from '../columns/columns.ts'
import { uncountedOf } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import type { Measure } from '../tree.ts'
import { stack } from './stack.ts'

/** Changes amounts to awards in place; `factsOf` gives the facts of a row of the block. */
export type Stacker = (cells: Cells, count: number, factsOf: (row: number) => Facts) => void

type Place = { readonly index: number; readonly measure: Measure }

/**
 * Null where the measures have no relations with each other. A measure that is not counted (source or validity to be verified) displaces no counted one and takes
 * no part, as in a decision about one subject.
 */
export const stackerOf = (measures: readonly Measure[], when: When): Stacker | null => {
  const ids = new Set(measures.map(({ id }) => id))
  const counted = measures.flatMap((measure, index): Place[] => (uncountedOf(measure).length === 0 ? [{ index, measure }] : []))
  const declaring = counted.filter(({ measure }) => measure.groups.some((group) => group.kind !== 'share'))
  const named = new Set(
    declaring.flatMap(({ measure }) => [measure.id, ...measure.groups.flatMap((group) => ('members' in group ? group.members : []))]),
  )
  const involved = counted.filter(({ measure }) => named.has(measure.id) && ids.has(measure.id))
  if (declaring.length === 0) return null
  // One award alone can only be lowered by a total or a match.
  const fewest = declaring.some(({ measure }) => measure.groups.some(({ kind }) => kind === 'cap_total' || kind === 'match')) ? 1 : 2
  const asked = declaring.some(({ measure }) => measure.groups.some(({ kind }) => kind === 'cap_total'))

  return (cells, count, factsOf) => {
    for (let row = 0; row < count; row++) {
      let eligible = 0
      for (const { index } of involved) if (cells.status[index]?.[row] === ELIGIBLE) eligible++
      if (eligible < fewest) continue
      const candidates = involved.map(({ index, measure }) => {
        const isEligible = cells.status[index]?.[row] === ELIGIBLE
        return {
          measure,
          outcome: {
            status: isEligible ? ('eligible' as const) : ('ineligible' as const),
            amount: isEligible ? BigInt(cells.amount[index]?.[row] ?? 0) : null,
          },
        }
      })
      for (const [position, { status, award }] of stack(candidates, asked ? factsOf(row) : new Map(), when).entries()) {
        const index = involved[position]?.index
        if (index === undefined || cells.status[index]?.[row] !== ELIGIBLE) continue
        const [states, amounts] = [cells.status[index], cells.amount[index]]
        if (states && status === 'undetermined') states[row] = UNDETERMINED
        if (amounts) amounts[row] = Number(award ?? 0n)
      }
    }
  }
}
