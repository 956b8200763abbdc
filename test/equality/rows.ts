/** Populations for comparing back ends: facts around the thresholds that rules themselves name. */
import { dayOfNumber } from '../../src/core/dates.ts'
import { add, denominator, type Exact, exactOf, numerator, ratio, subtract } from '../../src/core/exact.ts'
import { type FactCatalogue, type FactDeclaration, type Facts, factOf, rangeOf, readFacts } from '../../src/core/facts.ts'
import { judgementKey } from '../../src/core/rule/evaluate.ts'
import type { Constant, Measure, Node } from '../../src/core/rule/tree.ts'
import { childrenOf } from '../../src/core/rule/walk.ts'

/** Numbers from 0 to below `n` that are the same in every run (mulberry32). */
export const diceOf = (seed: number): ((n: number) => number) => {
  let state = seed >>> 0
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) % n
  }
}

const constantsIn = (measure: Measure): readonly Constant[] => {
  const found: Constant[] = measure.parameters.flatMap(({ versions }) => versions.map(({ value }) => value))
  const walk = (node: Node): void => {
    if (node.kind === 'literal') found.push(node.value)
    for (const child of childrenOf(node)) walk(child)
  }
  for (const { node } of [...measure.conditions, ...measure.definitions]) walk(node)
  for (const { rows } of measure.tables)
    for (const row of rows) {
      walk(row.when)
      walk(row.value)
    }
  if (measure.amount) walk(measure.amount.node)
  return found
}

const isExact = (value: Constant): value is Exact => typeof value === 'number' || typeof value === 'object'
const isWithin = (value: Exact, low: Exact | null, high: Exact | null): boolean =>
  (low === null || numerator(subtract(value, low)) >= 0n) && (high === null || numerator(subtract(high, value)) >= 0n)

/** One step of a fact's precision. */
export const SMALLEST: Readonly<Partial<Record<FactDeclaration['type'], Exact>>> = {
  money: 1,
  integer: 1,
  date: 1,
  number: ratio(1n, 1000n),
  percent: ratio(1n, 10_000n),
}
const SOME: Readonly<Partial<Record<FactDeclaration['type'], readonly Exact[]>>> = {
  money: [0, 1, 2, 3, 12_345, 99_999_999, 333_333_333, 5_000_000_050, exactOf('900719925474099301') ?? 0],
  integer: [0, 1, 2, 3, 11, 12, 13, 100, 9_007_199_254_740_991],
  number: ['0', '0.001', '1', '2.5', '3.333', '99.5', '1234567.000000000001'].map((text) => exactOf(text) ?? 0),
  percent: ['0', '-0.5', '0.3', '0.1', '0.0825', '1', '0.333333333333'].map((text) => exactOf(text) ?? 0),
  date: [-25_567, 84_005, 19_416, 19_417, 19_782, 19_783, 11_016],
}

/** Columns keep the decimal places of all rows in 64 bits: twelve of them leave room for seven digits. */
const MAX_DECIMAL = 9_000_000

/** Whether a fact can have the value, and every back end can hold it. */
export const mayBe = (declaration: FactDeclaration, value: Exact): boolean => {
  const { low, high } = rangeOf(declaration)
  const isDecimal = declaration.type === 'number' || declaration.type === 'percent'
  const most = isDecimal ? MAX_DECIMAL : declaration.type === 'integer' ? 2 ** 53 : ratio(10n ** 18n)
  return isWithin(value, low, high) && isWithin(value, -1e15, most) && (isDecimal || denominator(value) === 1n)
}

/** Values a fact may have that the rules tell apart: each threshold, one below, one above, and some that are awkward anywhere. */
const valuesOf = (declaration: FactDeclaration, thresholds: readonly Constant[]): readonly Constant[] => {
  if (declaration.type === 'yes-no') return [true, true, false]
  if (declaration.type === 'enum') return declaration.values.map(({ zh }) => zh)
  if (declaration.type === 'text') {
    const texts = thresholds.filter((each) => typeof each === 'string')
    return ['', 'a', 'A', '\u00e9', 'e\u0301', ...texts, ...texts.flatMap((each) => [`x${each}`, `${each}𠮷`])]
  }
  const step = SMALLEST[declaration.type] ?? 1
  const around = thresholds.filter(isExact).flatMap((each) => [subtract(each, step), each, add(each, step)])
  return [...around, ...(SOME[declaration.type] ?? [])].filter((value) => mayBe(declaration, value))
}

/** The values worth trying for each fact that the measures read. */
export const valuesByFact = (measures: readonly Measure[], catalogue: FactCatalogue): ReadonlyMap<string, readonly Constant[]> => {
  const values = new Map<string, readonly Constant[]>()
  for (const measure of measures)
    for (const key of measure.facts) {
      const declaration = factOf(key, catalogue)?.declaration
      if (declaration) values.set(key, [...(values.get(key) ?? []), ...valuesOf(declaration, constantsIn(measure))])
    }
  return values
}

export const judgementsOf = (measure: Measure): readonly string[] => measure.judgements.map(({ name }) => judgementKey(measure, name))

/** The facts of the worked cases. */
export const casesOf = (measure: Measure, catalogue: FactCatalogue): readonly Facts[] => {
  const own = new Set(judgementsOf(measure))
  return measure.cases.map(({ facts }) => {
    const given = Object.entries(facts).map(([key, value]) => [own.has(`${measure.id}.${key}`) ? `${measure.id}.${key}` : key, value])
    return readFacts(Object.fromEntries(given), catalogue, own).facts
  })
}

/** How often a fact is unknown, in per cent. */
const UNKNOWN = 12

/** Rows of facts; half of them begin with a worked case, so that some rows are eligible. */
export const rowsAround = (measures: readonly Measure[], catalogue: FactCatalogue, count: number, seed: number): readonly Facts[] => {
  const dice = diceOf(seed)
  const pick = <T>(from: readonly T[]): T | undefined => from[dice(from.length)]
  const values = valuesByFact(measures, catalogue)
  const judgements = measures.flatMap(judgementsOf)
  const cases = measures.flatMap((measure) => casesOf(measure, catalogue).map((facts) => ({ facts, keys: measure.facts })))
  const randomly = (): Map<string, Constant> => {
    const facts = new Map<string, Constant>()
    for (const [key, choices] of values) {
      const value = pick(choices)
      if (dice(100) >= UNKNOWN && value !== undefined) facts.set(key, value)
    }
    for (const key of judgements) if (dice(3) > 0) facts.set(key, dice(4) > 0)
    return facts
  }
  return Array.from({ length: count }, () => {
    const facts = randomly()
    const start = dice(2) === 0 ? pick(cases) : undefined
    if (!start) return facts
    for (const [key, value] of start.facts) facts.set(key, value)
    for (let changes = dice(3); changes > 0; changes--) {
      const key = pick(start.keys)
      const value = key === undefined ? undefined : pick(values.get(key) ?? [])
      if (key === undefined) continue
      if (value === undefined || dice(4) === 0) facts.delete(key)
      else facts.set(key, value)
    }
    return facts
  })
}

/** Facts as a reader of a failing test wants them. */
export const shownRow = (facts: Facts, keys: readonly string[], catalogue: FactCatalogue): string =>
  keys
    .map((key) => {
      const value = facts.get(key)
      if (value === undefined) return `${key}: —`
      if (factOf(key, catalogue)?.declaration.type === 'date') return `${key}: ${dayOfNumber(Number(value))}`
      return `${key}: ${typeof value === 'object' ? `${numerator(value)}/${denominator(value)}` : value}`
    })
    .join(', ')
