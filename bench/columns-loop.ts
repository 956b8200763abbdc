/** The ten measures of the workload as somebody would write them by hand for speed: what generated code is held against. Columns as the generator stores them. */

export type Columns = Readonly<Record<string, Uint8Array | Int32Array | Float64Array>>

const NO_CODE = 255
const NO_INT = -2147483648
const WAN = 1_000_000
const MOST_IN_A_YEAR = 800 * WAN
/** Days since 1970-01-01. */
const D20211231 = 18992
const D20220601 = 19144
const D20230701 = 19539
const D20240630 = 19904

/** x · p / q, half up: whole numbers, far below 2^53. */
const share = (x: number, p: number, q: number): number => Math.floor((2 * x * p + q) / (2 * q))
const least = (a: number, b: number): number => (a < b ? a : b)

/** Writes state (0 not eligible, 1 eligible, 2 undetermined) and what is paid, relations included, of every cell from row `from` up to `to`. */
export const loop = (c: Columns, state: readonly Uint8Array[], amount: readonly Float64Array[], from: number, to: number): void => {
  const status = c.status as Uint8Array
  const dishonest = c.dishonest as Uint8Array
  const industry = c.industry as Uint8Array
  const size = c.size as Uint8Array
  const established = c.established as Int32Array
  const employees = c.employees as Int32Array
  const revenue = c.revenue as Float64Array
  const revenuePrev = c.revenue_prev as Float64Array
  const rdExpense = c.rd_expense as Float64Array
  const softwareEnt = c.software_ent as Uint8Array
  const platformLevel = c.platform_level as Uint8Array
  const platformKind = c.platform_kind as Uint8Array
  const platformInvest = c.platform_invest as Float64Array
  const awardKind = c.award_kind as Uint8Array
  const awardVolume = c.award_volume as Int32Array
  const awardContract = c.award_contract as Float64Array
  const dualCross = c.dual_cross as Uint8Array
  const dualCrossOn = c.dual_cross_on as Int32Array
  const parkOperator = c.park_operator as Uint8Array
  const parkFirms = c.park_firms as Int32Array
  const parkStar = c.park_star as Int32Array
  const famousPark = c.famous_park as Uint8Array
  const computeUnits = c.compute_units as Int32Array
  const computeCost = c.compute_cost as Float64Array
  const equipInvest = c.equip_invest as Float64Array
  const completed = c.completed as Int32Array
  const otherSubsidy = c.other_subsidy as Float64Array
  const smePilot = c.sme_pilot as Uint8Array
  const pilotInvest = c.pilot_invest as Float64Array
  const eventLevel = c.event_level as Uint8Array
  const eventPeople = c.event_people as Int32Array
  const eventCost = c.event_cost as Float64Array
  const prior = c.prior as Int32Array
  const receivedYear = c.received_year as Float64Array
  const [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10] = state as readonly [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]
  const [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10] = amount as readonly [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let i = from; i < to; i++) {
    const bad = dishonest[i]!
    if (status[i] !== 0 || bad === 1) {
      s1[i] = s2[i] = s3[i] = s4[i] = s5[i] = s6[i] = s7[i] = s8[i] = s9[i] = s10[i] = 0
      a1[i] = a2[i] = a3[i] = a4[i] = a5[i] = a6[i] = a7[i] = a8[i] = a9[i] = a10[i] = 0
      continue
    }
    const base = bad === NO_CODE
    const received = prior[i]!
    const small = size[i]!
    let s = 0
    let a = 0
    let sum = 0

    // m01
    const level = platformLevel[i]!
    if (level !== 0) {
      const kind = platformKind[i]!
      const invest = platformInvest[i]!
      if (!(kind === 3 || invest <= 0 || (received !== NO_INT && (received & 1) !== 0))) {
        // Whatever is neither no nor known is unknown: NaN fails every comparison.
        if (base || level === NO_CODE || kind === NO_CODE || received === NO_INT || !(invest > 0)) s = 2
        else {
          s = 1
          a = least(share(invest, 30, 100), 500 * WAN)
        }
      }
    }
    s1[i] = s
    a1[i] = a
    sum += a

    // m02
    s = 0
    a = 0
    const award = awardKind[i]!
    if (award !== 0 && (received === NO_INT || (received & 2) === 0)) {
      const volume = awardVolume[i]!
      const contract = awardContract[i]!
      const open = base || received === NO_INT
      if (award === 1 || award === 2) {
        if (volume === NO_INT) s = 2
        else if (volume >= (award === 1 ? 10_000_000 : 100_000)) {
          s = open ? 2 : 1
          a = open ? 0 : 200 * WAN
        }
      } else if (award === 3) {
        if (contract >= 100 * WAN) {
          s = open ? 2 : 1
          a = open ? 0 : least(share(contract, 20, 100), 100 * WAN)
        } else if (Number.isNaN(contract)) s = 2
      } else if (volume === NO_INT || volume >= 100_000 || !(contract < 100 * WAN)) s = 2
    }
    s2[i] = s
    a2[i] = a
    sum += a

    // m03
    s = 0
    a = 0
    const dual = dualCross[i]!
    if (dual !== 0) {
      const on = dualCrossOn[i]!
      if ((on === NO_INT || (on >= D20220601 && on <= D20240630)) && (received === NO_INT || (received & 4) === 0)) {
        if (base || dual === NO_CODE || on === NO_INT || received === NO_INT) s = 2
        else {
          s = 1
          a = 500 * WAN
        }
      }
    }
    s3[i] = s
    a3[i] = a
    sum += a

    // m04
    s = 0
    a = 0
    const software = softwareEnt[i]!
    if (software !== 0) {
      const income = revenue[i]!
      const spent = rdExpense[i]!
      if (!(income < 500 * WAN || spent < 50 * WAN || spent * 100 < income * 6)) {
        if (base || software === NO_CODE || Number.isNaN(income) || Number.isNaN(spent)) s = 2
        else {
          s = 1
          a = least(share(spent, spent >= 2000 * WAN ? 10 : spent >= 500 * WAN ? 8 : 5, 100), 100 * WAN)
        }
      }
    }
    s4[i] = s
    a4[i] = a
    sum += a

    // m05
    s = 0
    a = 0
    if (software !== 0) {
      const founded = established[i]!
      const before = revenuePrev[i]!
      if (founded <= D20211231 && !(before <= 0)) {
        const income = revenue[i]!
        const open = base || software === NO_CODE || founded === NO_INT
        if (Number.isNaN(income)) s = 2
        else if (Number.isNaN(before)) s = income >= 2_000 * WAN ? 2 : 0
        else {
          const grown = income * 100
          if (income >= 100_000 * WAN && grown >= before * 120) a = 100 * WAN
          else if (income >= 50_000 * WAN && grown >= before * 125) a = 60 * WAN
          else if (income >= 10_000 * WAN && grown >= before * 130) a = 30 * WAN
          else if (income >= 2_000 * WAN && grown >= before * 140) a = 10 * WAN
          if (a > 0) s = open ? 2 : 1
          if (open) a = 0
        }
      }
    }
    s5[i] = s
    a5[i] = a
    sum += a

    // m06
    s = 0
    a = 0
    const operator = parkOperator[i]!
    if (operator !== 0) {
      const firms = parkFirms[i]!
      const star = parkStar[i]!
      const famous = famousPark[i]!
      if ((firms === NO_INT || firms >= 30) && !(famous === 0 && star !== NO_INT && (star < 3 || star > 5))) {
        if (base || operator === NO_CODE || firms === NO_INT || famous === NO_CODE || (famous === 0 && star === NO_INT)) {
          s = 2
        } else {
          s = 1
          a = famous === 1 ? 300 * WAN : star === 5 ? 200 * WAN : star === 4 ? 100 * WAN : 50 * WAN
        }
      }
    }
    s6[i] = s
    a6[i] = a
    sum += a

    // m07
    s = 0
    a = 0
    if (small !== 0) {
      const units = computeUnits[i]!
      if (units === NO_INT || units >= 10) {
        const cost = computeCost[i]!
        if (!(cost <= 0)) {
          if (base || small === NO_CODE || units === NO_INT || Number.isNaN(cost)) s = 2
          else {
            s = 1
            a = least(least(units * 30_000, share(cost, 30, 100)), 100 * WAN)
          }
        }
      }
    }
    s7[i] = s
    a7[i] = a
    sum += a

    // m08
    s = 0
    a = 0
    const branch = industry[i]!
    if (branch === 0 || branch === NO_CODE) {
      const invest = equipInvest[i]!
      if (!(invest < 500 * WAN)) {
        const day = completed[i]!
        const other = otherSubsidy[i]!
        if ((day === NO_INT || (day >= D20230701 && day <= D20240630)) && !(other !== 0 && !Number.isNaN(other))) {
          if (base || branch === NO_CODE || Number.isNaN(invest) || day === NO_INT || Number.isNaN(other)) s = 2
          else {
            s = 1
            a = least(share(invest, 8, 100), 800 * WAN)
          }
        }
      }
    }
    s8[i] = s
    a8[i] = a
    sum += a

    // m09
    s = 0
    a = 0
    const pilot = smePilot[i]!
    if (pilot !== 0 && small !== 0) {
      const people = employees[i]!
      const invest = pilotInvest[i]!
      if (people < 1000 && !(invest <= 0)) {
        if (base || pilot === NO_CODE || small === NO_CODE || people === NO_INT || Number.isNaN(invest)) s = 2
        else {
          s = 1
          a = least(share(invest, 30, 100), 30 * WAN)
        }
      }
    }
    s9[i] = s
    a9[i] = a
    sum += a

    // m10
    s = 0
    a = 0
    const event = eventLevel[i]!
    if (event !== 0) {
      const people = eventPeople[i]!
      if (event === NO_CODE) s = people === NO_INT || people >= 200 ? 2 : 0
      else if (people === NO_INT) s = 2
      else if (people >= (event === 3 ? 1000 : event === 2 ? 500 : 200)) {
        const cost = eventCost[i]!
        if (base || Number.isNaN(cost)) s = 2
        else {
          s = 1
          a =
            event === 3
              ? least(share(cost, 50, 100), 300 * WAN)
              : event === 2
                ? least(share(cost, 40, 100), 150 * WAN)
                : least(share(cost, 30, 100), 50 * WAN)
        }
      }
    }
    s10[i] = s
    a10[i] = a
    sum += a
    if (sum === 0) continue

    // Of m01, m08 and m09 only the highest is paid.
    const first = a1[i]!
    const eighth = a8[i]!
    const ninth = a9[i]!
    if (first >= eighth && first >= ninth) a8[i] = a9[i] = 0
    else if (eighth >= ninth) a1[i] = a9[i] = 0
    else a1[i] = a8[i] = 0
    // All together at most 8 million yuan a year, in their order.
    const before = receivedYear[i]!
    let left = before < MOST_IN_A_YEAR ? MOST_IN_A_YEAR - before : 0
    if (sum <= left) continue
    for (let measure = 0; measure < 10; measure++) {
      const wanted = amount[measure]![i]!
      if (wanted === 0) continue
      const paid = least(wanted, left)
      left -= paid
      amount[measure]![i] = paid
      // What was received is not known.
      if (Number.isNaN(before)) state[measure]![i] = 2
    }
  }
}
