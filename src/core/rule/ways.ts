/** Ways into a measure: the smallest changes of one fact, or of two, or the days that have to pass, after which every condition is met. */
import { addMonths, type Day, dayOfNumber, numberOfDay } from '../dates.ts'
import { add, compare, type Exact, subtract } from '../exact.ts'
import { type FactCatalogue, type FactDeclaration, type Facts, factOf } from '../facts.ts'
import { itemOf } from '../list-facts.ts'
import { halved, isMeasured, stepOf, valuesToTry } from './domain.ts'
import { decide, judgementKey, outOfForce } from './evaluate.ts'
import { type Found, nearestValue } from './nearest-value.ts'
import type { Outcome, When } from './outcome.ts'
import { evaluated, runOf } from './run.ts'
import type { Constant, Measure, Node } from './tree.ts'
import { DAY_OF_DECISION, reads, turningPoints } from './turning.ts'

/** One fact that would have to be otherwise; `from` is null where it is not known yet. */
export type Change = Found & { readonly fact: string; readonly from: Constant | null }

export type Way = {
  readonly changes: readonly Change[]
  /** The first day on which time alone has done it; null where facts are changed. */
  readonly on: Day | null
  /** What the measure gives then: eligible, or waiting for a person, for what the text does not say, or for a fact whose value does not matter. */
  readonly outcome: Outcome
  /** Facts that are still to be known afterwards: with them it is decided, without them no longer refused. */
  readonly leaves: readonly string[]
  /** The conditions that hold then and did not before. */
  readonly satisfies: readonly string[]
}

/** Evaluations of one measure at most, so that no rule makes a page wait. */
const BUDGET = 1500
const MOST_WAYS = 4
const MOST_PAIRS = 24
/** How far into the future days are looked at. */
const HORIZON = 120

/** Whether nothing that facts can say stands against it: every condition holds, no person has refused, and the amount has a value where the text gives one. */
export const isMet = (measure: Measure, facts: Facts, when: When): boolean => {
  if (outOfForce(measure, when)) return false
  const run = runOf(measure, facts, when)
  if (measure.conditions.some(({ node }) => evaluated(node, run) !== true)) return false
  if (measure.judgements.some(({ name }) => facts.get(judgementKey(measure, name)) === false)) return false
  if (measure.gaps.length > 0 || measure.amount === null) return true
  const amount = evaluated(measure.amount.node, run) as Exact | undefined
  return amount !== undefined && compare(amount, 0) >= 0
}

/** Whether nothing is refused, though facts may be missing. */
const isOpen = (measure: Measure, facts: Facts, when: When): boolean => {
  const run = runOf(measure, facts, when)
  return (
    measure.conditions.every(({ node }) => evaluated(node, run) !== false) &&
    measure.judgements.every(({ name }) => facts.get(judgementKey(measure, name)) !== false)
  )
}

type Search = {
  readonly measure: Measure
  readonly facts: Facts
  readonly when: When
  readonly catalogue: FactCatalogue
  /** What is to be reached: all of it, or only that nothing is refused. */
  readonly reached: typeof isMet
  /** What stands against it. */
  readonly open: readonly Node[]
  left: number
}

const amountOf = ({ amount, gaps }: Measure): readonly Node[] => (amount && gaps.length === 0 ? [amount.node] : [])

const openIn = (measure: Measure, facts: Facts, when: When): readonly Node[] => {
  const run = runOf(measure, facts, when)
  const isSound = (node: Node): boolean => {
    const value = evaluated(node, run)
    return value !== undefined && compare(value as Exact, 0) >= 0
  }
  return [
    ...measure.conditions.flatMap(({ node }) => (evaluated(node, run) === true ? [] : [node])),
    ...amountOf(measure).filter((node) => !isSound(node)),
  ]
}

/** What an enterprise can change by its own doing, or has not said yet. Where it is registered, pays tax or is counted is never proposed, nor what lies in years past. */
const declarationOf = (key: string, { facts, catalogue }: Search): FactDeclaration | null => {
  const found = factOf(key, catalogue)
  if (!found || found.declaration.competition !== null) return null
  const { declaration, back } = found
  const may = facts.has(key) ? declaration.changeable && back === 0 : itemOf(key, catalogue) === null
  return may ? declaration : null
}

/** The smallest change of one fact after which `wanted` is so, the others being `facts`. */
const changeOf = (key: string, search: Search, facts: Facts, wanted: (facts: Facts) => boolean): Change | null => {
  const { measure, when, catalogue } = search
  const declaration = factOf(key, catalogue)!.declaration
  const roots = [...measure.conditions.map(({ node }) => node), ...amountOf(measure)]
  const from = search.facts.get(key) ?? null
  const own = new Map(facts)
  const points = turningPoints(roots, key, runOf(measure, facts, when))
  const found = nearestValue(from, valuesToTry(points, declaration), declaration, (value) => {
    if (search.left <= 0) return false
    search.left--
    return wanted(own.set(key, value))
  })
  return found && { ...found, fact: key, from }
}

const withChanges = (facts: Facts, changes: readonly Change[]): Map<string, Constant> =>
  new Map([...facts, ...changes.map(({ fact, to }) => [fact, to] as const)])

/** One fact by itself: everything that is open has to read it. */
const alone = (keys: readonly string[], search: Search): readonly (readonly Change[])[] =>
  keys
    .filter((key) => search.open.every((node) => reads(node, runOf(search.measure, search.facts, search.when)).has(key)))
    .flatMap((key) => {
      const change = changeOf(key, search, search.facts, (facts) => search.reached(search.measure, facts, search.when))
      return change ? [[change]] : []
    })

/** Both as little as the other allows: each is looked for again until neither moves. */
const settled = (first: Change, second: Change, search: Search): readonly Change[] | null => {
  const met = (facts: Facts): boolean => search.reached(search.measure, facts, search.when)
  let [a, b] = [first, second]
  for (let round = 0; round < 3; round++) {
    const nextA = changeOf(a.fact, search, withChanges(search.facts, [b]), met)
    const nextB = nextA && changeOf(b.fact, search, withChanges(search.facts, [nextA]), met)
    if (!nextA || !nextB) return null
    const isSame = sameValue(nextA.to, a.to) && sameValue(nextB.to, b.to)
    a = nextA
    b = nextB
    if (isSame) break
  }
  return [a, b]
}

const sameValue = (a: Constant, b: Constant): boolean => a === b || (typeof a === 'object' && typeof b === 'object' && compare(a, b) === 0)

/** Two facts: first one does what only it can do, then the other does the rest. */
const together = (keys: readonly string[], search: Search): readonly (readonly Change[])[] => {
  const run = runOf(search.measure, search.facts, search.when)
  const met = (facts: Facts): boolean => search.reached(search.measure, facts, search.when)
  const readBy = (key: string): ReadonlySet<Node> => new Set(search.open.filter((node) => reads(node, run).has(key)))
  const found: (readonly Change[])[] = []
  const pairs = keys
    .flatMap((a, place) => keys.slice(place + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => search.open.every((node) => readBy(a).has(node) || readBy(b).has(node)))
  for (const [one, other] of pairs.slice(0, MOST_PAIRS)) {
    const ownOf = (key: string, against: string): readonly Node[] =>
      search.open.filter((node) => readBy(key).has(node) && !readBy(against).has(node))
    const [a, b] = ownOf(one, other).length > 0 ? [one, other] : [other, one]
    const own = ownOf(a, b)
    const holds = (facts: Facts): boolean => {
      const then = runOf(search.measure, facts, search.when)
      return own.every((node) => (node.type.kind === 'yes-no' ? evaluated(node, then) === true : evaluated(node, then) !== undefined))
    }
    const first = own.length > 0 ? [changeOf(a, search, search.facts, holds)] : triesOf(a, search)
    for (const change of first) {
      const second = change && changeOf(b, search, withChanges(search.facts, [change]), met)
      const both = second && settled(change, second, search)
      if (both) {
        found.push(both)
        break
      }
    }
  }
  return found
}

/** Every value of a fact that might make a difference, for a search that has nothing else to go by. */
const triesOf = (key: string, search: Search): readonly Change[] => {
  const { measure, facts, when, catalogue } = search
  const from = facts.get(key) ?? null
  return valuesToTry(turningPoints(search.open, key, runOf(measure, facts, when)), factOf(key, catalogue)!.declaration)
    .filter((to) => from === null || !sameValue(from, to))
    .slice(0, 12)
    .map((to) => ({ kind: 'to', to, others: [], fact: key, from }))
}

/** One step less of any of the changes does not do. */
const isLeast = (changes: readonly Change[], { measure, facts, when, catalogue, reached }: Search): boolean =>
  changes.every((change) => {
    const { declaration } = factOf(change.fact, catalogue)!
    if (!isMeasured(declaration) || change.kind === 'any') return true
    const [to, step] = [change.to as Exact, stepOf(declaration)]
    const isDown = change.from === null ? change.kind === 'at-most' : compare(to, change.from as Exact) < 0
    const less = isDown ? add(to, step) : subtract(to, step)
    return !reached(measure, withChanges(facts, changes).set(change.fact, less), when)
  })

/** The first later day on which the measure is met by what is known today. */
const later = ({ measure, facts, when }: Search): Day | null => {
  const horizon = addMonths(when.on, HORIZON)
  const end = measure.inForce.to !== null && measure.inForce.to < horizon ? measure.inForce.to : horizon
  const whenOn = (day: number): When => {
    const on = dayOfNumber(day)
    return { on, known: on > when.known ? on : when.known }
  }
  const [today, last] = [numberOfDay(when.on), numberOfDay(end)]
  const versions = measure.parameters.flatMap((each) => each.versions.flatMap(({ validity, known }) => [validity.from, known]))
  const starts = [measure.inForce.from, measure.known, ...versions].flatMap((day) => (day === null ? [] : [numberOfDay(day)]))
  const roots = [...measure.conditions.map(({ node }) => node), ...amountOf(measure)]
  const points = turningPoints(roots, DAY_OF_DECISION, runOf(measure, facts, when)).flatMap((point) => {
    const near = typeof point === 'number' ? point : typeof point === 'object' ? Number(point.n / point.d) : null
    return near === null ? [] : [near - 1, near, near + 1, near + 2]
  })
  const days = [...new Set([...starts, ...points, last])].filter((day) => day > today && day <= last).sort((a, b) => a - b)
  const met = (day: Exact): boolean => isMet(measure, facts, whenOn(day as number))
  const place = days.findIndex(met)
  return place < 0 ? null : dayOfNumber(halved(days[place - 1] ?? today, days[place]!, 1, met) as number)
}

/** Changes of one fact where one is enough, otherwise of two; each reaches what is wanted, and one step less does not. */
const changesFor = (search: Search): readonly (readonly Change[])[] => {
  const { measure, facts, when, open, reached } = search
  const run = runOf(measure, facts, when)
  const keys = [...new Set(open.flatMap((node) => [...reads(node, run)]))].filter((key) => declarationOf(key, search) !== null)
  if (open.length === 0 || !open.every((node) => keys.some((key) => reads(node, run).has(key)))) return []
  const single = alone(keys, search)
  const found = single.length > 0 ? single : together(keys, search)
  const does = (changes: readonly Change[]): boolean => reached(measure, withChanges(facts, changes), when)
  // Where one was overlooked, two are found of which one would do.
  const isNeeded = (changes: readonly Change[]): boolean =>
    changes.length === 1 || changes.every((change) => !does(changes.filter((each) => each !== change)))
  return found.filter((changes) => does(changes) && isNeeded(changes) && isLeast(changes, search))
}

/**
 * The ways into a measure that is refused or not decided: by one fact where one is enough, otherwise by two, and by waiting. Where more facts than two are not known, the ways
 * out of the refusal. Each was decided by the interpreter, and one step less does not do. Empty for a measure whose conditions are met, or where no fact that can be changed
 * does it.
 */
export const waysInto = (measure: Measure, facts: Facts, when: When, catalogue: FactCatalogue): readonly Way[] => {
  if (measure.grade === 'text' || isMet(measure, facts, when)) return []
  const whole: Search = { measure, facts, when, catalogue, reached: isMet, open: openIn(measure, facts, when), left: BUDGET }
  const day = later(whole)
  const waiting: readonly Way[] = day === null ? [] : [wayOf([], day, whole)]
  if (outOfForce(measure, when)) return waiting
  const inside = changesFor(whole)
  const run = runOf(measure, facts, when)
  const refusing = whole.open.filter((node) => evaluated(node, run) === false)
  const search = inside.length > 0 ? whole : { ...whole, reached: isOpen, open: refusing, left: BUDGET }
  const found = (inside.length > 0 ? inside : changesFor(search)).map((changes) => wayOf(changes, null, search))
  // A way out of the refusal leads somewhere only if facts can do the rest.
  const leading = found.filter(({ leaves }) => inside.length > 0 || leaves.length > 0)
  return [...leading.slice(0, MOST_WAYS), ...waiting]
}

const wayOf = (changes: readonly Change[], on: Day | null, { measure, facts, when, open }: Search): Way => {
  const then = on === null ? when : { on, known: on > when.known ? on : when.known }
  // A fact that may have any value stays open: how much it brings is not known.
  const outcome = decide(
    measure,
    withChanges(
      facts,
      changes.filter(({ kind }) => kind !== 'any'),
    ),
    then,
  )
  const conditions = new Set(measure.conditions.map(({ node }) => node))
  const leaves = decide(measure, withChanges(facts, changes), then).missing
  return { changes, on, outcome, leaves, satisfies: open.filter((node) => conditions.has(node)).map(({ id }) => id) }
}
