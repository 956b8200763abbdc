/** Measures on one day, resolved into terms, and what the measures of one block have in common. */
import { outOfForce } from '../evaluate.ts'
import type { When } from '../outcome.ts'
import { runOf } from '../run.ts'
import type { Measure } from '../tree.ts'
import { noTerms, resolverOf, type Term, type Terms } from './term.ts'

export const INELIGIBLE = 0
export const ELIGIBLE = 1
export const UNDETERMINED = 2

/** A settled measure has the same status in every row. */
type Settled = { readonly kind: 'settled'; readonly status: number }
export type Open = {
  readonly kind: 'open'
  readonly measure: Measure
  readonly conditions: readonly Term[]
  readonly amount: Term | null
}
export type Task = Settled | Open

const taskOf = (measure: Measure, when: When, terms: Terms): Task => {
  if (outOfForce(measure, when)) return { kind: 'settled', status: INELIGIBLE }
  if (measure.grade === 'text') return { kind: 'settled', status: UNDETERMINED }
  const resolve = resolverOf(terms, runOf(measure, new Map(), when))
  return {
    kind: 'open',
    measure,
    conditions: measure.conditions.map(({ node }) => resolve(node)),
    amount: measure.amount && resolve(measure.amount.node),
  }
}

export const tasksOf = (measures: readonly Measure[], when: When): readonly Task[] => {
  const terms = noTerms()
  return measures.map((measure) => taskOf(measure, when, terms))
}

/** Conditions of so many measures of a block are decided once for the row. */
const SHARED = 3

export const sharedIn = (tasks: readonly Open[]): readonly Term[] => {
  const measures = new Map<Term, number>()
  for (const { conditions } of tasks) for (const term of new Set(conditions)) measures.set(term, (measures.get(term) ?? 0) + 1)
  return [...measures].filter(([, count]) => count >= SHARED).map(([term]) => term)
}

/** The conditions with which all of several measures begin: they have the same bits in each. */
export const prefixOf = ([first, ...others]: readonly Open[]): readonly Term[] => {
  if (!first || others.length === 0) return []
  const end = first.conditions.findIndex((term, index) => others.some(({ conditions }) => conditions[index] !== term))
  return end < 0 ? first.conditions : first.conditions.slice(0, end)
}
