/**
 * A city as it is: most enterprises are small, most columns are empty, 5 % receive anything. This is the population that is timed.
 * Every line draws; their order is the order of the numbers and must not change.
 */
import { cumulated, exp, newDraw, stateOf } from './draw.ts'
import { DAYS, type Enterprise, WAN } from './schema.ts'

const DISTRICT = cumulated([150, 105, 95, 92, 90, 82, 74, 60, 58, 56, 50, 36, 32, 26, 12, 4, 8])
const INDUSTRY = cumulated([95, 62, 14, 338, 84, 92, 126, 34, 52, 38, 47, 18])
const MANUFACTURING = 0
const SOFTWARE = 1
const RESEARCH = 5
/** Codes of size. */
const LARGE = 0
const MEDIUM = 1
const SMALL = 2
const MICRO = 3

const MOST_FEN = 20_000_000_000_000
/** Of an enterprise younger than eighteen months nothing is known of the year before. */
const YOUNG = 545
/** Level of a platform or an event: mostly the city's. */
const LEVELS = [1, 1, 1, 1, 2, 2, 3]
const PLATFORM_KINDS = [0, 0, 0, 1, 1, 2, 3]

const draw = newDraw()
const { chance, between, oneOf, normal, lognormal, fen, snapped } = draw

/** Null with this probability. */
const unless = (probability: number, value: number): number | null => (chance(probability) ? null : value)

/** Who it is: size in money and people decides nearly all that follows. */
const identity = () => {
  const industry = draw.weighted(INDUSTRY)
  const software = industry === SOFTWARE
  const manufacturing = industry === MANUFACTURING
  const district = draw.weighted(DISTRICT)
  const yuan = 2_600_000 * exp(1.85 * normal() + (manufacturing ? 0.9 : software ? 0.3 : 0))
  const employees = Math.floor(1 + (yuan / 620_000) * exp(0.55 * normal()))
  const size = yuan >= 4e8 && employees >= 300 ? LARGE : yuan >= 2e7 ? MEDIUM : yuan >= 3e6 ? SMALL : MICRO
  return { industry, district, yuan, employees, size, software, manufacturing }
}

const RESEARCH_STEPS = [50 * WAN, 500 * WAN, 2_000 * WAN]

const researchOf = (revenue: number, licensed: boolean): number | null => {
  if (!chance(licensed ? 0.88 : 0.62)) return null
  if (!licensed && !chance(0.12)) return 0
  let spent = fen((revenue / 100) * (0.004 + (licensed ? 0.11 : 0.035) * exp(0.8 * normal())))
  if (chance(0.02)) spent = Math.floor((revenue * 6) / 100) + between(-1, 1)
  return Math.min(MOST_FEN, Math.max(0, snapped(spent, 0.01, RESEARCH_STEPS)))
}

const platformOf = (software: boolean, size: number) => {
  if (!chance(software ? 0.03 : size <= MEDIUM ? 0.008 : 0.001)) return { level: 0, kind: null, invest: null }
  const level = oneOf(LEVELS)
  const kind = chance(0.04) ? null : oneOf(PLATFORM_KINDS)
  const invest = chance(0.06) ? null : snapped(fen(lognormal(2_400_000, 1.3)), 0.02, [1_666_666_667, 1_666_666_666])
  return { level, kind, invest }
}

const awardOf = (software: boolean, manufacturing: boolean) => {
  if (!chance(software ? 0.008 : manufacturing ? 0.004 : 0.0005)) return { kind: 0, volume: null, contract: null }
  const kind = between(1, 3)
  const counted = (median: number, sigma: number, threshold: number): number =>
    snapped(Math.min(2_000_000_000, Math.floor(lognormal(median, sigma))), 0.05, [threshold])
  const volume = kind === 1 ? counted(16_000_000, 1.6, 10_000_000) : kind === 2 ? counted(130_000, 1.2, 100_000) : null
  const contract = kind === 3 ? snapped(fen(lognormal(2_600_000, 1.1)), 0.05, [100 * WAN]) : null
  return chance(0.05) ? { kind, volume: null, contract: null } : { kind, volume, contract }
}

/** Row `row`, from 0, of the population with this seed. */
export const city = (seed: number, row: number): Enterprise => {
  draw.start(stateOf(seed, row))
  const { industry, district, yuan, employees, size, software, manufacturing } = identity()
  const industryKnown = unless(0.004, industry)
  const sizeKnown = unless(0.03, size)
  const status = chance(0.925) ? 0 : between(1, 3)
  const isDishonest = chance(0.018) ? 1 : 0
  const dishonest = unless(0.008, isDishonest)
  const age = draw.unit()
  const founded = snapped(DAYS.decision - Math.floor(age * age * (DAYS.decision - DAYS.first)), 0.004, [DAYS.foundedBy])
  const established = unless(0.002, founded)
  const employeesKnown = chance(0.06) ? null : snapped(employees, 0.001, [1000])

  let revenue = Math.min(fen(yuan), MOST_FEN)
  const growth = 1.08 + 0.3 * normal()
  let before = founded > DAYS.decision - YOUNG ? 0 : Math.min(MOST_FEN, Math.floor(revenue / (growth < 0.15 ? 0.15 : growth)))
  revenue = snapped(revenue, 0.006, [100_000 * WAN, 50_000 * WAN, 10_000 * WAN, 2_000 * WAN, 500 * WAN])
  if (chance(0.003)) before = Math.max(0, Math.floor((revenue * 10) / oneOf([12, 12.5, 13, 14])) + between(-1, 1))
  const revenueKnown = unless(software ? 0.04 : 0.08, revenue)
  const beforeKnown = unless(software ? 0.06 : 0.11, before)
  const licensed = software ? chance(0.6) : chance(0.012)
  const research = researchOf(revenue, licensed)
  const licensedKnown = unless(0.015, licensed ? 1 : 0)

  const platform = platformOf(software, size)
  const platformLevel = unless(0.003, platform.level)
  const award = awardOf(software, manufacturing)
  const awardKind = unless(0.002, award.kind)
  const crossing = chance(size === LARGE ? 0.02 : size === MEDIUM ? 0.0012 : 0)
  const dualCross = unless(0.001, crossing ? 1 : 0)
  const listed =
    crossing && !chance(0.04) ? snapped(between(DAYS.listedFrom - 250, DAYS.decision + 60), 0.1, [DAYS.listedFrom, DAYS.decision]) : null

  const operating = chance(size <= MEDIUM ? 0.004 : 0.0009)
  const operator = unless(0.001, operating ? 1 : 0)
  const firms = operating && !chance(0.05) ? snapped(Math.floor(lognormal(55, 0.9)), 0.06, [30]) : null
  const star = operating && !chance(0.12) ? between(0, 5) : null
  const famous = operating && !chance(0.1) ? (chance(0.05) ? 1 : 0) : null

  let units = 0
  let unitCost: number | null = null
  if (chance(software ? 0.12 : industry === RESEARCH ? 0.05 : 0.006)) {
    units = snapped(Math.min(1_000_000, Math.floor(lognormal(45, 1.5))), 0.02, [10])
    unitCost = chance(0.07) ? null : fen(units * 1100 * exp(0.35 * normal()) + 1)
  }
  const unitsKnown = unless(0.02, units)

  let equipment = 0
  let completed: number | null = null
  if (chance(manufacturing ? 0.33 : 0.03)) {
    equipment = Math.min(MOST_FEN, snapped(fen((revenue / 100) * 0.22 * exp(1.2 * normal()) + 30_000), 0.02, [500 * WAN]))
    completed = chance(0.1)
      ? null
      : snapped(between(DAYS.completedFrom - 300, DAYS.decision + 150), 0.03, [DAYS.completedFrom, DAYS.decision])
  }
  const equipmentKnown = unless(0.04, equipment)
  const other = chance(0.02) ? null : equipment > 0 && chance(0.12) ? fen(lognormal(400_000, 1)) : 0

  const piloting = size >= MEDIUM && chance(manufacturing ? 0.13 : software ? 0.09 : 0.013)
  const pilot = unless(0.005, piloting ? 1 : 0)
  const pilotInvest = piloting && !chance(0.05) ? fen(lognormal(420_000, 1.1)) : null

  let event = 0
  let people: number | null = null
  let eventCost: number | null = null
  if (chance(size <= MEDIUM ? 0.03 : 0.004)) {
    event = oneOf(LEVELS)
    people = chance(0.06) ? null : snapped(Math.floor(lognormal(420, 0.9)), 0.04, [200, 500, 1000])
    eventCost = chance(0.06) ? null : fen(lognormal(600_000, 1))
  }
  const eventLevel = unless(0.002, event)

  let prior = 0
  if (platform.level > 0 && chance(0.25)) prior |= 1
  if (award.kind > 0 && chance(0.25)) prior |= 2
  if (crossing && chance(0.3)) prior |= 4
  if (licensed && chance(0.1)) prior |= 24
  const priorKnown = unless(0.004, prior)
  const received = chance(0.005)
    ? null
    : chance(size === LARGE ? 0.3 : 0.03)
      ? fen(lognormal(size === LARGE ? 2_500_000 : 500_000, 1.1))
      : 0

  return {
    district,
    industry: industryKnown,
    size: sizeKnown,
    status,
    dishonest,
    established,
    employees: employeesKnown,
    revenue: revenueKnown,
    revenue_prev: beforeKnown,
    rd_expense: research,
    software_ent: licensedKnown,
    platform_level: platformLevel,
    platform_kind: platform.kind,
    platform_invest: platform.invest,
    award_kind: awardKind,
    award_volume: award.volume,
    award_contract: award.contract,
    dual_cross: dualCross,
    dual_cross_on: listed,
    park_operator: operator,
    park_firms: firms,
    park_star: star,
    famous_park: famous,
    compute_units: unitsKnown,
    compute_cost: unitCost,
    equip_invest: equipmentKnown,
    completed,
    other_subsidy: other,
    sme_pilot: pilot,
    pilot_invest: pilotInvest,
    event_level: eventLevel,
    event_people: people,
    event_cost: eventCost,
    prior: priorKnown,
    received_year: received,
  }
}
