/** Worked cases: whether they pass, whether they are enough, whether one stands on a threshold. */
import { factOf, readFacts } from '../../core/facts.ts'
import { type CaseResult, runCases } from '../../core/rule/cases.ts'
import { holds } from '../../core/rule/run.ts'
import { trace } from '../../core/rule/trace.ts'
import type { Measure, Node } from '../../core/rule/tree.ts'
import type { Pack } from '../pack.ts'
import type { Report } from '../report.ts'
import type { Warn } from './nodes.ts'

const MIN_CASES = 6

const isThreshold = (node: Node): boolean => node.kind === 'between' || (node.kind === 'compare' && node.op !== '=' && node.op !== '!=')

/** Whether a case stands exactly on a threshold: a comparison whose two sides are equal, or an end of a range. */
const isOnThreshold = (pack: Pack, measure: Measure, { case: each, on }: CaseResult): boolean => {
  const { facts } = readFacts(Object.fromEntries(Object.entries(each.facts).filter(([name]) => factOf(name, pack.facts))), pack.facts)
  const steps = trace(measure, facts, { on, known: '2199-12-31' }).trace ?? []
  const values = new Map(steps.map(({ node, value }) => [node, value]))
  const equal = (left: Node, right: Node): boolean => {
    const [a, b] = [values.get(left) ?? null, values.get(right) ?? null]
    return a !== null && b !== null && holds(a, '=', b)
  }
  return steps.some(({ node }) => {
    if (!isThreshold(node)) return false
    if (node.kind === 'between') return equal(node.of, node.low) || equal(node.of, node.high)
    return node.kind === 'compare' && equal(node.left, node.right)
  })
}

export const checkCases = (pack: Pack, measure: Measure, nodes: readonly Node[], report: Report, warn: Warn): void => {
  const results = runCases(measure, pack.facts)
  for (const { case: each, passed, difference } of results) if (!passed && difference) report('pack.case-fails', each.place, { difference })
  if (measure.grade !== 'executable') return
  const top = measure.places.id!
  if (results.length < MIN_CASES) warn('pack.cases-few', top, { needed: MIN_CASES, found: results.length })
  const count = nodes.filter(isThreshold).length
  if (count > 0 && !results.some((result) => isOnThreshold(pack, measure, result))) warn('pack.cases-boundary', top, { count })
}
