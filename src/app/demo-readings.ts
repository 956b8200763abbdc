/** Readings that are due in a demonstration, entered by one demo account and approved, returned or left waiting by another. */
import type { App } from '../app.ts'
import { add, compare, divide, type Exact, exactOf, multiply, subtract, textOfExact } from '../core/exact.ts'
import type { Person } from '../kernel/who.ts'
import {
  approveReadings,
  type Due,
  enterReadings,
  type ReadingVersion,
  readingsDue,
  returnReadings,
  type Typed,
  waitingReadings,
} from '../modules/plan/index.ts'
import type { Indicator, Pack, Reading } from '../pack/pack.ts'

const SOURCE = '演示：按前几期推算 · Demonstration: continued from the periods before'
const REASON = '演示：请核对是否含补报的件数 · Demonstration: please check whether late cases are in it'
/** A value goes on by the mean of so many steps before it. */
const STEPS = 3

const lengthOf = (period: string): number | 'other' => (period.includes('/') ? 'other' : period.length)
const numberOf = (text: string): Exact => exactOf(text) ?? 0
const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0
/** Rounded, with as many digits as the series has: 91.0 beside 90.4. */
const textWith = (value: Exact, places: number): string => {
  const [whole = '0', part = ''] = textOfExact(value, places).replace('…', '').split('.')
  return places === 0 ? whole : `${whole}.${part.padEnd(places, '0')}`
}

/** The next value of a series if it goes on as before, within what the indicator can be. */
const continued = (values: readonly string[], { min, max }: Indicator): string => {
  const last = values.at(-1) ?? '0'
  const before = values.at(-1 - STEPS) ?? values[0] ?? last
  const steps = Math.max(1, Math.min(STEPS, values.length - 1))
  const next = add(numberOf(last), divide(subtract(numberOf(last), numberOf(before)), steps))
  const low = min !== null && compare(next, numberOf(min)) < 0 ? numberOf(min) : next
  return textWith(max !== null && compare(low, numberOf(max)) > 0 ? numberOf(max) : low, placesOf(last))
}

/** A rate is what its numerator and denominator give, where both are entered with it. */
const rateOf = ({ indicator, period }: Due, value: (id: string, period: string) => string | undefined): Exact | null => {
  if (indicator.ratioOf === null) return null
  const [numerator, denominator] = [value(indicator.ratioOf.numerator, period), value(indicator.ratioOf.denominator, period)]
  if (numerator === undefined || denominator === undefined) return null
  return multiply(divide(numberOf(numerator), numberOf(denominator)), 100)
}

/** What is typed for everything that is due: every series goes on as it did, and quarters are provisional. */
export const readingsFor = (pack: Pick<Pack, 'readings'>, due: readonly Due[]): readonly Typed[] => {
  const last = new Map<string, { readonly reading: Reading; readonly values: string[] }>()
  const typed = new Map<string, Typed>()
  const inOrder = due.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
  for (const { indicator, period } of inOrder) {
    const key = `${indicator.id} ${lengthOf(period)}`
    if (!last.has(key)) {
      const own = pack.readings.filter((each) => each.indicator === indicator.id && lengthOf(each.period) === lengthOf(period))
      const reading = own.at(-1)
      if (!reading) continue
      last.set(key, { reading, values: own.filter(({ series }) => series === reading.series).map(({ value }) => value) })
    }
    const { reading, values } = last.get(key) ?? {}
    if (!reading || !values) continue
    const value = continued(values, indicator)
    values.push(value)
    typed.set(`${indicator.id} ${period}`, {
      indicator: indicator.id,
      series: reading.series,
      period,
      value,
      unit: indicator.unit.zh,
      status: period.includes('Q') ? 'provisional' : 'final',
      title: SOURCE,
      confidence: 'C',
      note: SOURCE,
    })
  }
  for (const each of inOrder) {
    const key = `${each.indicator.id} ${each.period}`
    const row = typed.get(key)
    const rate = row ? rateOf(each, (id, period) => typed.get(`${id} ${period}`)?.value) : null
    if (row && rate !== null) typed.set(key, { ...row, value: textWith(rate, placesOf(row.value ?? '')) })
  }
  return [...typed.values()]
}

export type ReadingPeople = { readonly officer: Person; readonly department: string; readonly planner: Person; readonly second: Person }

/** The officer enters what their department owes, a planner the rest; another person approves all but the two newest of the officer's: one is sent back, one waits. */
export const loadDemoReadings = async (app: App, pack: Pack, { officer, department, planner, second }: ReadingPeople): Promise<void> => {
  const due = await app.perform(planner, readingsDue, {})
  const isTheirs = (each: { readonly indicator: Indicator }): boolean => each.indicator.department === department
  for (const [who, own] of [
    [officer, due.filter(isTheirs)],
    [planner, due.filter((each) => !isTheirs(each))],
  ] as const) {
    const rows = readingsFor(pack, own)
    if (rows.length > 0) await app.perform(who, enterReadings, { rows: [...rows] })
  }
  const { readings: waiting } = await app.perform(planner, waitingReadings, { size: 200 })
  // A rate and its parts are decided together.
  const alone = waiting.filter(({ own, declaration }) => !own && declaration?.related.length === 0)
  const [sentBack, left] = alone.toSorted((a, b) => (a.period < b.period ? 1 : -1))
  const idsOf = (list: readonly ReadingVersion[]): string[] => list.map(({ id }) => id)
  const approved = waiting.filter((each) => !each.own && each !== sentBack && each !== left)
  if (approved.length > 0) await app.perform(planner, approveReadings, { readings: idsOf(approved) })
  if (sentBack) await app.perform(planner, returnReadings, { readings: [sentBack.id], reason: REASON })
  const planned = waiting.filter(({ own }) => own)
  if (planned.length > 0) await app.perform(second, approveReadings, { readings: idsOf(planned) })
}
