/** Many subjects at once: one column for each fact. */
import { type Exact, isWhole, multiply, numerator, ratio } from '../../exact.ts'
import { type FactCatalogue, type Facts, factOf } from '../../facts.ts'
import type { Constant } from '../tree.ts'
import { arrayOf, type Column, type ColumnLayout, columnOf, fits, isNumeric, MAX_SCALE, NULL_SLOT, type RawColumn } from './column.ts'

/** Columns by fact key (`营业收入@-1`) or by judgement (`measure-id.择优`). A fact without a column is unknown for everybody. */
export type Population = { readonly count: number; readonly columns: ReadonlyMap<string, Column> }

/** What holds for all rows of each column: all that compiling needs to know of a population. */
export type Layout = ReadonlyMap<string, ColumnLayout>

export const layoutOf = (population: Population): Layout => new Map([...population.columns].map(([key, { layout }]) => [key, layout]))

/** The first column of the layout that the population lacks or that holds what the layout does not; null if it fits. */
export const misfitOf = (population: Population, layout: Layout): string | null => {
  for (const [key, expected] of layout) {
    const own = population.columns.get(key)
    if (!own || !fits(own.layout, expected)) return key
  }
  return null
}

/**
 * Checks every slot of every column against the catalogue. Throws a RangeError where a column is not what it says: whoever brings data reads it first.
 * `judgements` are the names under which judgements are answered; their columns are yes-no.
 */
export const populationOf = (
  count: number,
  raw: ReadonlyMap<string, RawColumn>,
  catalogue: FactCatalogue,
  judgements: ReadonlySet<string> = new Set(),
): Population => {
  const columns = new Map<string, Column>()
  for (const [key, column] of raw) {
    const declaration = factOf(key, catalogue)?.declaration
    const kind = declaration?.type ?? (judgements.has(key) ? 'yes-no' : null)
    if (kind === null) throw new RangeError(`column ${key}: there is no such fact or judgement`)
    if (kind !== column.kind) throw new RangeError(`column ${key}: ${column.kind} where the catalogue says ${kind}`)
    if (column.values.length !== count) throw new RangeError(`column ${key}: ${column.values.length} rows instead of ${count}`)
    columns.set(key, columnOf(key, column, declaration?.values.map(({ zh }) => zh) ?? []))
  }
  return { count, columns }
}

const POWERS: readonly Exact[] = Array.from({ length: MAX_SCALE + 1 }, (_, power) => ratio(10n ** BigInt(power)))

/** The smallest power of ten that makes every value whole. */
const scaleOf = (key: string, values: readonly (Exact | undefined)[]): number => {
  let scale = 0
  for (const [row, value] of values.entries()) {
    if (value === undefined) continue
    while (scale < MAX_SCALE && !isWhole(multiply(value, POWERS[scale]!))) scale++
    if (!isWhole(multiply(value, POWERS[scale]!))) throw new RangeError(`column ${key}, row ${row}: more than ${MAX_SCALE} decimal places`)
  }
  return scale
}

/** As doubles where 53 bits are enough, otherwise as bigints. */
const numbersOf = (key: string, values: readonly (Exact | undefined)[]): { values: Float64Array | BigInt64Array; scale: number } => {
  const scale = scaleOf(key, values)
  const slots = values.map((value) => value && multiply(value, POWERS[scale]!))
  if (slots.every((slot) => typeof slot !== 'object')) {
    return { values: Float64Array.from(slots, (slot) => slot ?? NULL_SLOT.Float64Array), scale }
  }
  const wide = slots.map((slot, row) => {
    const value = slot === undefined ? NULL_SLOT.BigInt64Array : numerator(slot)
    if (BigInt.asIntN(64, value) !== value) throw new RangeError(`column ${key}, row ${row}: the value does not fit in 64 bits`)
    return value
  })
  return { values: BigInt64Array.from(wide), scale }
}

const rawOf = (key: string, kind: RawColumn['kind'], values: readonly (Constant | undefined)[], choices: readonly string[]): RawColumn => {
  switch (kind) {
    case 'yes-no':
      return { kind, values: Uint8Array.from(values, (value) => (value === undefined ? NULL_SLOT.Uint8Array : value === true ? 1 : 0)) }
    case 'enum':
    case 'text': {
      const texts = kind === 'enum' ? choices : [...new Set(values.filter((value) => typeof value === 'string'))]
      const codes = new Map(texts.map((text, code) => [text, code]))
      const slots = Int32Array.from(values, (value) => (value === undefined ? NULL_SLOT.Int32Array : (codes.get(String(value)) ?? -1)))
      return kind === 'enum' ? { kind, values: slots } : { kind, values: slots, texts }
    }
    default: {
      const { values: slots, scale } = numbersOf(key, values as readonly (Exact | undefined)[])
      return { kind, values: slots, scale }
    }
  }
}

/** A population of subjects whose facts are kept one by one. */
export const populationOfFacts = (
  subjects: readonly Facts[],
  catalogue: FactCatalogue,
  judgements: ReadonlySet<string> = new Set(),
): Population => {
  const keys = new Set(subjects.flatMap((facts) => [...facts.keys()]))
  const raw = new Map<string, RawColumn>()
  for (const key of keys) {
    const declaration = factOf(key, catalogue)?.declaration
    const values = subjects.map((facts) => facts.get(key))
    raw.set(key, rawOf(key, declaration?.type ?? 'yes-no', values, declaration?.values.map(({ zh }) => zh) ?? []))
  }
  return populationOf(subjects.length, raw, catalogue, judgements)
}

const valueAt = ({ layout, values }: Column, row: number): Constant | undefined => {
  const slot = values[row]
  if (slot === undefined || Object.is(slot, NULL_SLOT[arrayOf(values)])) return undefined
  if (layout.kind === 'yes-no') return slot === 1
  if (isNumeric(layout)) return ratio(BigInt(slot), 10n ** BigInt(layout.scale))
  return layout.texts[Number(slot)]
}

/** The facts of one row, as `decide` and `trace` take them: any row of a mass run can be explained from these alone. */
export const factsAt = (population: Population, row: number): Facts => {
  const facts = new Map<string, Constant>()
  for (const [key, column] of population.columns) {
    const value = valueAt(column, row)
    if (value !== undefined) facts.set(key, value)
  }
  return facts
}
