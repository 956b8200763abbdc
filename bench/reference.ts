/**
 * The ten measures and their stacking, written once more to be held against everything else: plain, slow, in whole numbers without limit. It shares no code
 * with `src` and knows nothing of rules as files.
 */
import { type ColumnName, DAYS, type Enterprise, SCHEMA } from './population/schema.ts'

export const INELIGIBLE = 0
export const ELIGIBLE = 1
export const UNDETERMINED = 2
/** State and whole fen; 0 fen unless eligible. */
export type Cell = { readonly state: 0 | 1 | 2; readonly fen: bigint }

export const MEASURES = ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10'] as const

/** True, false, or unknown. */
type Truth = boolean | null
type Whole = bigint | null

const and = (...parts: readonly Truth[]): Truth => (parts.includes(false) ? false : parts.includes(null) ? null : true)
const not = (part: Truth): Truth => (part === null ? null : !part)
const holds = (test: (...values: bigint[]) => boolean, ...values: readonly Whole[]): Truth =>
  values.includes(null) ? null : test(...(values as bigint[]))
const atLeast = (a: Whole, b: Whole): Truth => holds((x, y) => x >= y, a, b)
const above = (a: Whole, b: Whole): Truth => holds((x, y) => x > y, a, b)
const below = (a: Whole, b: Whole): Truth => holds((x, y) => x < y, a, b)
const equal = (a: Whole, b: Whole): Truth => holds((x, y) => x === y, a, b)
const within = (low: number, value: Whole, high: number): Truth => and(atLeast(value, BigInt(low)), atLeast(BigInt(high), value))

const times = (value: Whole, factor: bigint): Whole => (value === null ? null : value * factor)
/** value · percent / 100, rounded half up to a whole fen. */
const percent = (value: Whole, share: bigint): Whole => (value === null ? null : (2n * value * share + 100n) / 200n)
const least = (...values: readonly Whole[]): Whole =>
  values.includes(null) ? null : (values as bigint[]).reduce((low, value) => (value < low ? value : low))

const WAN = 1_000_000n
const wan = (count: bigint): bigint => count * WAN

/** What an enterprise is, by column: whole numbers, words, yes or no. */
const facts = (enterprise: Enterprise) => ({
  whole: (name: ColumnName): Whole => {
    const value = enterprise[name]
    return value === null ? null : BigInt(value)
  },
  yes: (name: ColumnName): Truth => {
    const value = enterprise[name]
    return value === null ? null : value === 1
  },
  /** Whether the word of a choice is one of these. */
  among: (name: ColumnName, ...words: readonly string[]): Truth => {
    const value = enterprise[name]
    const { values } = SCHEMA.find((column) => column.name === name)!
    return value === null ? null : words.includes(values[value]!)
  },
  received: (measure: number): Truth => (enterprise.prior === null ? null : ((enterprise.prior >> (measure - 1)) & 1) === 1),
})

/** A table from the top: the first row that is true counts; a row that is unknown makes what comes below it unknown. */
const table = (rows: readonly (readonly [Truth, Whole])[]): { readonly hit: Truth; readonly value: Whole } => {
  for (const [index, [truth, value]] of rows.entries()) {
    if (truth === true) return { hit: true, value }
    if (truth === null) return { hit: rows.slice(index).some(([below]) => below === true) ? true : null, value: null }
  }
  return { hit: false, value: null }
}

/** Conditions and amount of each measure. */
const measuresOf = (enterprise: Enterprise): readonly (readonly [condition: Truth, amount: Whole])[] => {
  const { whole, yes, among, received } = facts(enterprise)
  const base = and(among('status', '存续'), not(yes('dishonest')))
  const isSmall = among('size', '中型', '小型', '微型')

  const invest = whole('platform_invest')
  const platform = and(
    among('platform_level', '市级', '省级', '国家级'),
    among('platform_kind', '公共服务平台', '开源平台', '开源社区'),
    not(received(1)),
    above(invest, 0n),
  )

  const volume = whole('award_volume')
  const contract = whole('award_contract')
  const award = table([
    [and(among('award_kind', '二级节点'), atLeast(volume, 10_000_000n)), wan(200n)],
    [and(among('award_kind', '行业平台'), atLeast(volume, 100_000n)), wan(200n)],
    [and(among('award_kind', '安全服务'), atLeast(contract, wan(100n))), least(percent(contract, 20n), wan(100n))],
  ])

  const listed = and(yes('dual_cross'), within(DAYS.listedFrom, whole('dual_cross_on'), DAYS.decision), not(received(3)))

  const revenue = whole('revenue')
  const spent = whole('rd_expense')
  const research = and(
    yes('software_ent'),
    atLeast(revenue, wan(500n)),
    atLeast(spent, wan(50n)),
    atLeast(times(spent, 100n), times(revenue, 6n)),
  )
  const rate = spent !== null && spent >= wan(2_000n) ? 10n : spent !== null && spent >= wan(500n) ? 8n : 5n

  const before = whole('revenue_prev')
  const grown = (least: bigint, share: bigint): Truth =>
    and(atLeast(revenue, wan(least)), atLeast(times(revenue, 100n), times(before, share)))
  const growth = table([
    [grown(100_000n, 120n), wan(100n)],
    [grown(50_000n, 125n), wan(60n)],
    [grown(10_000n, 130n), wan(30n)],
    [grown(2_000n, 140n), wan(10n)],
  ])
  const growing = and(yes('software_ent'), atLeast(BigInt(DAYS.foundedBy), whole('established')), above(before, 0n), growth.hit)

  const star = whole('park_star')
  const park = table([
    [yes('famous_park'), wan(300n)],
    [equal(star, 5n), wan(200n)],
    [equal(star, 4n), wan(100n)],
    [equal(star, 3n), wan(50n)],
  ])

  const units = whole('compute_units')
  const unitCost = whole('compute_cost')
  const equipment = whole('equip_invest')
  const reform = and(
    among('industry', '制造业'),
    atLeast(equipment, wan(500n)),
    within(DAYS.completedFrom, whole('completed'), DAYS.decision),
    equal(whole('other_subsidy'), 0n),
  )
  const pilotInvest = whole('pilot_invest')
  const pilot = and(yes('sme_pilot'), isSmall, below(whole('employees'), 1000n), above(pilotInvest, 0n))

  const people = whole('event_people')
  const cost = whole('event_cost')
  const event = table([
    [and(among('event_level', '国际'), atLeast(people, 1000n)), least(percent(cost, 50n), wan(300n))],
    [and(among('event_level', '国家级'), atLeast(people, 500n)), least(percent(cost, 40n), wan(150n))],
    [and(among('event_level', '市级'), atLeast(people, 200n)), least(percent(cost, 30n), wan(50n))],
  ])

  return [
    [and(base, platform), least(percent(invest, 30n), wan(500n))],
    [and(base, not(received(2)), award.hit), award.value],
    [and(base, listed), wan(500n)],
    [and(base, research), least(percent(spent, rate), wan(100n))],
    [and(base, growing), growth.value],
    [and(base, yes('park_operator'), atLeast(whole('park_firms'), 30n), park.hit), park.value],
    [and(base, isSmall, atLeast(units, 10n), above(unitCost, 0n)), least(times(units, 30_000n), percent(unitCost, 30n), wan(100n))],
    [and(base, reform), least(percent(equipment, 8n), wan(800n))],
    [and(base, pilot), least(percent(pilotInvest, 30n), wan(30n))],
    [and(base, event.hit), event.value],
  ]
}

/** Each measure by itself. */
export const cellsBefore = (enterprise: Enterprise): readonly Cell[] =>
  measuresOf(enterprise).map(([condition, amount]): Cell => {
    if (condition === false) return { state: INELIGIBLE, fen: 0n }
    return condition === null || amount === null ? { state: UNDETERMINED, fen: 0n } : { state: ELIGIBLE, fen: amount }
  })

const HIGHEST = (['m01', 'm08', 'm09'] as const).map((id) => MEASURES.indexOf(id))

/** Of platform, reform and pilot only the largest stays, of equals the first. */
const highestOnly = (cells: readonly Cell[]): readonly Cell[] => {
  const rivals = HIGHEST.filter((index) => cells[index]!.state === ELIGIBLE)
  if (rivals.length === 0) return cells
  const kept = rivals.reduce((best, index) => (cells[index]!.fen > cells[best]!.fen ? index : best))
  return cells.map((cell, index) => (rivals.includes(index) && index !== kept ? { ...cell, fen: 0n } : cell))
}

/** Together at most 800 万元 in the year, less what was received; if that is unknown, whoever would be paid is undetermined. */
const capped = (cells: readonly Cell[], received: Whole): readonly Cell[] => {
  if (received === null) return cells.map((cell): Cell => (cell.fen > 0n ? { state: UNDETERMINED, fen: 0n } : cell))
  let left = wan(800n) > received ? wan(800n) - received : 0n
  return cells.map((cell) => {
    const fen = cell.fen < left ? cell.fen : left
    left -= fen
    return { ...cell, fen }
  })
}

/** What is paid: all ten measures of one enterprise, after stacking. */
export const cellsOf = (enterprise: Enterprise): readonly Cell[] =>
  capped(highestOnly(cellsBefore(enterprise)), enterprise.received_year === null ? null : BigInt(enterprise.received_year))
