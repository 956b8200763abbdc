/** What the bits of a mask say, and the way from a row of a mass run to its explanation. */
import type { Facts } from '../../facts.ts'
import { bitOf, maskOf } from '../mask.ts'
import type { Outcome, When } from '../outcome.ts'
import { trace } from '../trace.ts'
import type { Measure } from '../tree.ts'

/** The reasons that are set in a mask: nodes of conditions, `j:name` of judgements, `amount`. */
export const reasonsIn = (measure: Measure, mask: number): readonly string[] =>
  [...measure.conditions.map(({ node }) => node.id), ...measure.judgements.map(({ name }) => `j:${name}`), 'amount'].filter(
    (_, index) => Math.floor(mask / bitOf(index)) % 2 === 1,
  )

/** The whole explanation of one row of a mass run: its facts are all that it needs, and it is the same as if the row had been asked alone. */
export const explainRow = (measure: Measure, facts: Facts, when: When): Outcome & { readonly mask: number } => ({
  ...trace(measure, facts, when),
  mask: maskOf(measure, facts, when),
})
