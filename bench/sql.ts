/** The ten measures and their stacking as somebody would write them by hand for a database: one scan, whole numbers only. */
import { MEASURES } from './reference.ts'

export type Dialect = {
  /** Whole division. */
  readonly divide: string
  /** What keeps a planner from computing a step again wherever it is used. */
  readonly fence: string
}
export const POSTGRESQL: Dialect = { divide: '/', fence: 'offset 0' }
export const DUCKDB: Dialect = { divide: '//', fence: '' }

const WAN = 1_000_000
const wan = (count: number): string => String(count * WAN)
const CAP = wan(800)

/** A table: a row that is neither true nor false ends the search. */
const table = (rows: readonly (readonly [condition: string, amount: string])[]): readonly [string, string] => [
  `(${rows.map(([condition]) => `(${condition})`).join(' or ')})`,
  `case ${rows.map(([condition, amount]) => `when ${condition} then ${amount} when (${condition}) is null then null`).join(' ')} end`,
]

/** Condition and amount of each measure. */
const rulesIn = ({ divide }: Dialect): readonly (readonly [condition: string, amount: string])[] => {
  const half = (fact: string, percent: number | string): string => `(2 * ${fact} * ${percent} + 100) ${divide} 200`
  // Both skip null, so that null is asked for where the conditions do not.
  const share = (fact: string, percent: number, most: number): string => `least(${half(fact, percent)}, ${wan(most)})`
  const small = `size in ('中型', '小型', '微型')`
  const award = table([
    [`award_kind = '二级节点' and award_volume >= 10000000`, wan(200)],
    [`award_kind = '行业平台' and award_volume >= 100000`, wan(200)],
    [`award_kind = '安全服务' and award_contract >= ${wan(100)}`, share('award_contract', 20, 100)],
  ])
  const grown = (least: number, percent: number): string => `revenue >= ${wan(least)} and revenue * 100 >= revenue_prev * ${percent}`
  const growth = table([
    [grown(100_000, 120), wan(100)],
    [grown(50_000, 125), wan(60)],
    [grown(10_000, 130), wan(30)],
    [grown(2_000, 140), wan(10)],
  ])
  const park = table([
    ['famous_park', wan(300)],
    ['park_star = 5', wan(200)],
    ['park_star = 4', wan(100)],
    ['park_star = 3', wan(50)],
  ])
  const held = (level: string, people: number, percent: number, most: number) =>
    [
      `event_level = '${level}' and event_people >= ${people}`,
      `case when event_cost is not null then ${share('event_cost', percent, most)} end`,
    ] as const
  const event = table([held('国际', 1000, 50, 300), held('国家级', 500, 40, 150), held('市级', 200, 30, 50)])
  const rate = `case when rd_expense >= ${wan(2_000)} then 10 when rd_expense >= ${wan(500)} then 8 else 5 end`
  return [
    [
      `platform_level in ('市级', '省级', '国家级') and platform_kind in ('公共服务平台', '开源平台', '开源社区') and not received_m01 and platform_invest > 0`,
      share('platform_invest', 30, 500),
    ],
    [`not received_m02 and ${award[0]}`, award[1]],
    [`dual_cross and dual_cross_on >= date '2022-06-01' and dual_cross_on <= date '2024-06-30' and not received_m03`, wan(500)],
    [
      `software_ent and revenue >= ${wan(500)} and rd_expense >= ${wan(50)} and rd_expense * 100 >= revenue * 6`,
      `least(${half('rd_expense', rate)}, ${wan(100)})`,
    ],
    [`software_ent and established <= date '2021-12-31' and revenue_prev > 0 and ${growth[0]}`, growth[1]],
    [`park_operator and park_firms >= 30 and ${park[0]}`, park[1]],
    [`${small} and compute_units >= 10 and compute_cost > 0`, `least(compute_units * 30000, ${half('compute_cost', 30)}, ${wan(100)})`],
    [
      `industry = '制造业' and equip_invest >= ${wan(500)} and completed >= date '2023-07-01' and completed <= date '2024-06-30' and other_subsidy = 0`,
      share('equip_invest', 8, 800),
    ],
    [`sme_pilot and ${small} and employees < 1000 and pilot_invest > 0`, share('pilot_invest', 30, 30)],
    [event[0], event[1]],
  ]
}

const select = (columns: readonly string[], from: string, fence: string): string =>
  `select ${columns.join(',\n  ')}\nfrom ${from}${fence === '' ? '' : ` ${fence}`}`

/** Names of the answer's columns: state, and fen that are paid. */
export const STATE = MEASURES.map((id) => `${id}_state`)
export const PAID = MEASURES.map((id) => `${id}_paid`)

/** −2 is not eligible, −1 undetermined, anything else the fen of the measure by itself: condition and amount are looked at once. */
const ownOf = ([condition, amount]: readonly [string, string]): string =>
  `case status = '存续' and not dishonest and ${condition} when true then coalesce(${amount}, -1) when false then -2 else -1 end`

/** m01, m08 and m09, of which only the highest is paid, of equals the first. */
const RIVALS = [0, 7, 8]

/** One query over `population`: id, then state and fen paid of each measure. */
export const byHandIn = (dialect: Dialect): string => {
  const { fence } = dialect
  const places = MEASURES.map((_, index) => index)
  const own = select(['id', 'received_year', ...rulesIn(dialect).map((rule, index) => `${ownOf(rule)} as x${index}`)], 'population', fence)
  const alone = places.filter((index) => !RIVALS.includes(index))
  const sum = [`greatest(${RIVALS.map((index) => `x${index}`).join(', ')}, 0)`, ...alone.map((index) => `greatest(x${index}, 0)`)].join(
    ' + ',
  )
  const room = `case when received_year < ${CAP} then ${CAP} - received_year when received_year is not null then 0 end`
  const highest = select(
    [
      'id',
      ...places.map((index) => `x${index}`),
      ...alone.map((index) => `greatest(x${index}, 0) as a${index}`),
      'case when x0 >= x7 and x0 >= x8 then greatest(x0, 0) else 0 end as a0',
      'case when x7 > x0 and x7 >= x8 then greatest(x7, 0) else 0 end as a7',
      'case when x8 > x0 and x8 > x7 then greatest(x8, 0) else 0 end as a8',
      `${room} as room`,
      `${sum} <= ${room} as fits`,
    ],
    `(${own}) o`,
    fence,
  )
  /** What those before leave: asked for only where not everything fits. */
  const left = (index: number): string => ['room', ...places.slice(0, index).map((earlier) => `a${earlier}`)].join(' - ')
  const state = (index: number): string =>
    `case when x${index} = -2 then 0 when x${index} = -1 or (room is null and a${index} > 0) then 2 else 1 end`
  const paid = (index: number): string =>
    `case when fits then a${index} when room is null then 0 else least(a${index}, greatest(0, ${left(index)})) end`
  return select(
    [
      'id',
      ...places.map((index) => `cast(${state(index)} as smallint) as ${STATE[index]}`),
      ...places.map((index) => `${paid(index)} as ${PAID[index]}`),
    ],
    `(${highest}) h`,
    '',
  )
}

/** For each measure how many are eligible and undetermined, and what is paid. */
export const totalsOf = (query: string): string =>
  select(
    MEASURES.flatMap((_, index) => [
      `count(*) filter (where ${STATE[index]} = 1)`,
      `count(*) filter (where ${STATE[index]} = 2)`,
      `sum(${PAID[index]})`,
    ]),
    `(${query}) q`,
    '',
  )

/** Rows in which anything is not 0: the rest need not be fetched to be known. */
export const heldIn = (name: string): string =>
  `select id, ${STATE.join(', ')}, ${PAID.join(', ')} from ${name} where ${STATE.map((state) => `${state} <> 0`).join(' or ')}`
