/** Which missing facts can still matter: `missing` names every fact below what is unknown, this looks for a case that hangs on each. */
import { type FactCatalogue, type Facts, factOf } from '../facts.ts'
import { valuesToTry } from './domain.ts'
import { decide } from './evaluate.ts'
import type { When } from './outcome.ts'
import { evaluated, type Run, runOf } from './run.ts'
import type { Constant, Measure, Node } from './tree.ts'
import { partsOf, reads, turningPoints } from './turning.ts'

/** Cases that are tried; the later half takes the values around thresholds that depend on the other facts of the case. */
const CASES = 24

const repeated = new WeakMap<Measure, ReadonlySet<string>>()

/** Facts that the rule reads in more than one place: only where there are such can conditions contradict each other. */
const repeatedIn = (measure: Measure, run: Run): ReadonlySet<string> => {
  const done = repeated.get(measure)
  if (done) return done
  const seen = new Set<string>()
  const twice = new Set<string>()
  const nodes = new Set<Node>()
  const walk = (node: Node): void => {
    if (nodes.has(node)) for (const key of reads(node, run)) twice.add(key)
    else {
      nodes.add(node)
      if (node.kind === 'fact') (seen.has(node.key) ? twice : seen).add(node.key)
      for (const child of partsOf(node, run)) walk(child)
    }
  }
  for (const node of rootsOf(measure)) walk(node)
  repeated.set(measure, twice)
  return twice
}

const rootsOf = ({ conditions, amount }: Measure): readonly Node[] => [
  ...conditions.map(({ node }) => node),
  ...(amount ? [amount.node] : []),
]

/** Whether the answer hangs on the fact that is not known: a condition that fails says no whatever it is. */
const hangsOn = (key: string, measure: Measure, facts: Facts, when: When): boolean => {
  const run = runOf(measure, facts, when)
  if (measure.conditions.some(({ node }) => evaluated(node, run) === false)) return false
  return decide(measure, facts, when).missing.includes(key)
}

/** A whole number for each case and place: mixed, so that no two facts move together, and always the same. */
const mixed = (round: number, place: number): number => {
  let x = Math.imul(round + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 15), 0xc2b2ae35)
  return (x ^ (x >>> 13)) >>> 0
}

/** Changes facts of the case, one condition that fails after the other, until none fails or none of the facts helps. */
const mended = (
  filled: Map<string, Constant>,
  free: readonly string[],
  valuesOf: (key: string) => readonly Constant[],
  search: Case,
): void => {
  const { measure, when, round } = search
  for (let step = 0; step < 2 * measure.conditions.length; step++) {
    const run = runOf(measure, filled, when)
    const failing = measure.conditions.find(({ node }) => evaluated(node, run) === false)?.node
    if (!failing) return
    const own = free.filter((key) => reads(failing, run).has(key))
    const better = own
      .map((_, place) => own[(place + mixed(round, step)) % own.length]!)
      .flatMap((key) => valuesOf(key).map((value) => [key, value] as const))
      .find(([key, value]) => evaluated(failing, runOf(measure, new Map(filled).set(key, value), when)) !== false)
    if (!better) return
    filled.set(...better)
  }
}
type Case = { readonly measure: Measure; readonly when: When; readonly round: number }

/**
 * Of the facts that an undetermined measure waits for: those on which the answer hangs in some case, the others being filled in around the thresholds of the rule. In their
 * order; all of them where no case is found for any, so that whatever is open is asked in the end.
 */
export const mattering = (
  measure: Measure,
  missing: readonly string[],
  facts: Facts,
  when: When,
  catalogue: FactCatalogue,
): readonly string[] => {
  const twice = missing.length < 2 ? null : repeatedIn(measure, runOf(measure, facts, when))
  if (twice === null || !missing.some((key) => twice.has(key))) return missing
  const roots = rootsOf(measure)
  const valuesIn = (key: string, known: Facts): readonly Constant[] =>
    valuesToTry(turningPoints(roots, key, runOf(measure, known, when)), factOf(key, catalogue)!.declaration)
  const around = new Map(missing.map((key) => [key, valuesIn(key, facts)]))
  const isFound = (key: string): boolean => {
    const others = missing.filter((each) => each !== key)
    for (let round = 0; round < CASES; round++) {
      const filled = new Map(facts)
      const valuesOf = (each: string): readonly Constant[] => (round < CASES / 2 ? around.get(each)! : valuesIn(each, filled))
      for (const [place, each] of others.entries()) {
        const values = valuesOf(each)
        if (values.length > 0) filled.set(each, values[mixed(round, place) % values.length]!)
      }
      mended(filled, others, valuesOf, { measure, when, round })
      if (hangsOn(key, measure, filled, when)) return true
    }
    return false
  }
  const found = missing.filter(isFound)
  return found.length === 0 ? missing : found
}
