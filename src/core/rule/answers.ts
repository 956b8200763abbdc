/** What several measures give one subject, without a word about it: for those who ask a thousand times. */
import { compare, type Exact } from '../exact.ts'
import type { Facts } from '../facts.ts'
import { fenOf } from '../money.ts'
import { contentOf } from './content.ts'
import { judgementKey, outOfForce } from './evaluate.ts'
import type { Outcome, When } from './outcome.ts'
import { evaluated, runOf } from './run.ts'
import type { Measure, Node } from './tree.ts'
import { childrenOf } from './walk.ts'

export type Answer = Pick<Outcome, 'status' | 'amount'>
const INELIGIBLE: Answer = { status: 'ineligible', amount: null }
const UNDETERMINED: Answer = { status: 'undetermined', amount: null }

/** What is named here means something else in another measure. */
const OWN: ReadonlySet<Node['kind']> = new Set(['parameter', 'definition', 'table', 'hit'])
const isOwn = (node: Node): boolean => OWN.has(node.kind) || childrenOf(node).some(isOwn)

/** A condition, and the place of its answer among those of all measures. */
type Asked = { readonly node: Node; readonly place: number }
type Ready = {
  readonly measure: Measure
  readonly conditions: readonly Asked[]
  readonly judgements: readonly string[]
  /** What no fact can change. */
  readonly settled: Answer | null
}
/** True, false, or undefined for unknown; null where nobody has asked yet. */
type Known = boolean | undefined | null

const readyOf = (measure: Measure, when: When, placeOf: (node: Node) => number): Ready => ({
  measure,
  conditions: measure.conditions.map(({ node }) => ({ node, place: placeOf(node) })),
  judgements: measure.judgements.map(({ name }) => judgementKey(measure, name)),
  settled: outOfForce(measure, when) ? INELIGIBLE : measure.grade === 'text' ? UNDETERMINED : null,
})

const answerOf = ({ measure, conditions, judgements, settled }: Ready, facts: Facts, when: When, known: Known[]): Answer => {
  if (settled !== null) return settled
  const run = runOf(measure, facts, when)
  let open = measure.gaps.length > 0 || measure.amount === null
  for (const { node, place } of conditions) {
    let value = known[place]
    if (value === null) {
      value = evaluated(node, run) as boolean | undefined
      known[place] = value
    }
    if (value === false) return INELIGIBLE
    if (value === undefined) open = true
  }
  for (const key of judgements) {
    const value = facts.get(key)
    if (value === false) return INELIGIBLE
    if (value === undefined) open = true
  }
  if (open) return UNDETERMINED
  const exact = evaluated(measure.amount!.node, run) as Exact | undefined
  if (exact === undefined || compare(exact, 0) < 0) return UNDETERMINED
  return { status: 'eligible', amount: fenOf(exact, measure.amount!.rounding) }
}

/**
 * Prepares measures for a day; then gives status and amount of `decide` for each of them, in their order. A measure is left at its first condition that is false, and a
 * condition that several have is looked at once for a subject.
 */
export const answersOn = (measures: readonly Measure[], when: When): ((facts: Facts) => readonly Answer[]) => {
  const places = new Map<string, number>()
  let count = 0
  const placeOf = (node: Node): number => {
    const content = isOwn(node) ? null : contentOf(node)
    const known = content === null ? undefined : places.get(content)
    if (known !== undefined) return known
    if (content !== null) places.set(content, count)
    return count++
  }
  const ready = measures.map((measure) => readyOf(measure, when, placeOf))
  return (facts) => {
    const known = new Array<Known>(count).fill(null)
    return ready.map((each) => answerOf(each, facts, when, known))
  }
}
