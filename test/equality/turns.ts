/** Rows on both sides of everything that a rule asks: each answer alone decisive, each fact just below, on and above the value at which something turns. */
import { divide, type Exact, isWhole, multiply, numerator, ratio } from '../../src/core/exact.ts'
import { type FactCatalogue, type Facts, factOf } from '../../src/core/facts.ts'
import type { When } from '../../src/core/rule/outcome.ts'
import { order } from '../../src/core/rule/samples/fraction.ts'
import { type ReferenceAnswer, referenceOf } from '../../src/core/rule/samples/reference.ts'
import type { Constant, Measure, Node } from '../../src/core/rule/tree.ts'
import { nodesOf } from '../../src/core/rule/walk.ts'
import { casesOf, diceOf, judgementsOf, mayBe, rowsAround, SMALLEST, valuesByFact } from './rows.ts'

type Choices = ReadonlyMap<string, readonly Constant[]>

const changed = (facts: Facts, key: string, value: Constant | undefined): Facts => {
  const next = new Map(facts)
  if (value === undefined) next.delete(key)
  else next.set(key, value)
  return next
}
const textOf = (value: Constant): string => (typeof value === 'object' ? `${value.n}/${value.d}` : `${typeof value}${value}`)
const distinct = (values: readonly Constant[]): readonly Constant[] => [...new Map(values.map((each) => [textOf(each), each])).values()]

/** Changes one fact after another while more answers become what is wanted; null where that gets stuck. */
const climbed = (start: Facts, choices: Choices, score: (facts: Facts) => number, goal: number): Facts | null => {
  let [best, reached] = [start, score(start)]
  for (let before = -1; before < reached && reached < goal; ) {
    before = reached
    for (const [key, values] of choices)
      for (const value of [undefined, ...values]) {
        const next = changed(best, key, value)
        const found = score(next)
        if (found > reached) [best, reached] = [next, found]
      }
  }
  return reached >= goal ? best : null
}

/** What a row turns on: every condition within the rule, and which argument is the least or the greatest. */
const turningNodes = (measure: Measure): readonly Node[] =>
  nodesOf(measure).filter(
    (node) =>
      (node.type.kind === 'yes-no' && node.kind !== 'literal' && node.kind !== 'fact') ||
      (node.kind === 'call' && (node.name === 'min' || node.name === 'max')),
  )
const signature = (nodes: readonly Node[], { value }: ReferenceAnswer): string =>
  nodes
    .map((node) => {
      const own = value(node)
      if (node.kind !== 'call' || typeof own !== 'object') return typeof own === 'object' ? '#' : own
      return node.args.findIndex((arg) => {
        const other = value(arg)
        return typeof other === 'object' && order(other, own) === 0
      })
    })
    .join()

/** The values between which a signature changes, to the last step of precision, with the step before and the step after. */
const turnsOf = (values: readonly Constant[], step: Exact, signatureAt: (value: Exact) => string): readonly Exact[] => {
  const places = values
    .map((value) => divide(value as Exact, step))
    .filter(isWhole)
    .map(numerator)
    .sort((a, b) => (a < b ? -1 : 1))
  const at = (place: bigint): Exact => multiply(ratio(place), step)
  return places.slice(1).flatMap((last, index) => {
    let [low, high] = [places[index]!, last]
    const left = signatureAt(at(low))
    if (left === signatureAt(at(high))) return []
    while (high - low > 1n) {
      const middle = (low + high) >> 1n
      if (signatureAt(at(middle)) === left) low = middle
      else high = middle
    }
    return [low - 1n, low, high, high + 1n].map(at)
  })
}

const shuffled = <T>(all: readonly T[], seed: number): readonly T[] => {
  const dice = diceOf(seed)
  return all
    .map((each) => [dice(2 ** 31), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)
}

const STARTS = 6

/** At most `count` rows for one measure on one day. Those in which one answer alone decides come first. */
export const turningRows = (measure: Measure, catalogue: FactCatalogue, when: When, count: number, seed: number): readonly Facts[] => {
  const answer = referenceOf(measure, when)
  const choices: Choices = new Map([
    ...[...valuesByFact([measure], catalogue)].map(([key, values]) => [key, shuffled(distinct(values), seed)] as const),
    ...judgementsOf(measure).map((key) => [key, [true, false]] as const),
  ])
  const starts = [...casesOf(measure, catalogue), ...rowsAround([measure], catalogue, STARTS, seed)]
  const width = answer(new Map()).answers.length
  /** A row in which every answer is yes, but one is as wanted; an amount counts as one answer more. */
  const rowWith = (index: number, wanted: boolean | undefined, from: readonly Facts[]): Facts | null => {
    const isSettled = wanted === true && measure.amount !== null && measure.gaps.length === 0
    const score = (facts: Facts): number => {
      const { answers, status } = answer(facts)
      return answers.filter((each, at) => each === (at === index ? wanted : true)).length + (isSettled && status === 'eligible' ? 1 : 0)
    }
    for (const start of from) {
      const found = climbed(start, choices, score, width + (isSettled ? 1 : 0))
      if (found) return found
    }
    return null
  }
  const whole = rowWith(-1, true, starts)
  const bases = whole ? [whole, ...starts] : starts
  const alone = Array.from({ length: width }, (_, index) =>
    [false, undefined].flatMap((wanted) => rowWith(index, wanted, bases.slice(0, STARTS)) ?? []),
  ).flat()

  const nodes = turningNodes(measure)
  const beside = (base: Facts): readonly Facts[] =>
    [...choices].flatMap(([key, values]) => {
      const declaration = factOf(key, catalogue)?.declaration
      const step = declaration && SMALLEST[declaration.type]
      const turns = step
        ? turnsOf(values, step, (value) => signature(nodes, answer(changed(base, key, value)))).filter((value) => mayBe(declaration, value))
        : []
      return [undefined, ...turns].map((value) => changed(base, key, value))
    })
  const varied = (base: Facts): readonly Facts[] =>
    [...choices].flatMap(([key, values]) => values.map((value) => changed(base, key, value)))
  const first = [...(whole ? [whole] : []), ...alone]
  const others = [...bases.slice(0, 2).flatMap(beside), ...first.flatMap(varied)]
  return [...first, ...shuffled(others, seed)].slice(0, count)
}
