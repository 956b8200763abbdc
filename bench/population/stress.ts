/**
 * Every value on or next to a threshold, 12 % of those that may be null are null, two thirds of the gates open: nearly every branch of every measure, and
 * every case of stacking, occurs thousands of times in 100,000 rows. This population is for checking, not for timing.
 */
import { mixed, newDraw, stateOf } from './draw.ts'
import { type Column, type ColumnName, DAYS, type Enterprise, SCHEMA, WAN } from './schema.ts'

const draw = newDraw()
const { chance, between, oneOf } = draw

const NEAR: { readonly [name in ColumnName]?: readonly number[] } = {
  established: [DAYS.foundedBy],
  employees: [1000],
  revenue: [100_000 * WAN, 50_000 * WAN, 10_000 * WAN, 2_000 * WAN, 500 * WAN],
  rd_expense: [2_000 * WAN, 500 * WAN, 50 * WAN],
  platform_invest: [1_666_666_667, 100 * WAN, 1],
  award_volume: [10_000_000, 100_000],
  award_contract: [100 * WAN, 500 * WAN],
  dual_cross_on: [DAYS.listedFrom, DAYS.decision],
  park_firms: [30],
  compute_units: [10, 3334],
  compute_cost: [1, 12_345_678, 333_333_333],
  equip_invest: [500 * WAN, 10_000 * WAN],
  completed: [DAYS.completedFrom, DAYS.decision],
  other_subsidy: [1],
  pilot_invest: [1, 100 * WAN, 33_333_333],
  event_people: [200, 500, 1000],
  event_cost: [166_666_667, 375 * WAN, 600 * WAN, 12_345_675],
  received_year: [1, 300 * WAN, 800 * WAN],
}

const drawn = ({ name, type, values }: Column): number => {
  const near = NEAR[name]
  if (near) return oneOf(near) + between(-1, 1)
  if (type === 'enum') return between(0, name === 'industry' ? 1 : values.length - 1)
  if (type === 'bool') return chance(name === 'dishonest' ? 0.1 : 0.7) ? 1 : 0
  if (name === 'park_star') return between(0, 5)
  return chance(0.7) ? 0 : between(0, 1023) // prior, and revenue_prev, which is set below
}

/** Row `row`, from 0, of the population with this seed. */
export const stress = (seed: number, row: number): Enterprise => {
  draw.start(mixed((stateOf(seed, row) + 0x51ed270b) | 0))
  const made: Partial<Enterprise> = {}
  for (const column of SCHEMA) {
    const { name, nullable } = column
    let value = drawn(column)
    if (name === 'status' && chance(0.92)) value = 0
    if ((name === 'other_subsidy' || name === 'received_year') && chance(0.6)) value = 0
    made[name] = nullable && chance(0.12) ? null : value
  }
  const enterprise = made as Enterprise
  const { revenue } = enterprise
  if (enterprise.revenue_prev !== null) {
    enterprise.revenue_prev =
      revenue === null
        ? 1000 * WAN
        : Math.max(0, Math.floor((revenue * 10) / oneOf([12, 12.5, 13, 14, 10])) + between(-1, 1)) * (chance(0.04) ? 0 : 1)
  }
  if (revenue !== null && enterprise.rd_expense !== null && chance(0.3))
    enterprise.rd_expense = Math.floor((revenue * 6) / 100) + between(-1, 1)
  return enterprise
}
