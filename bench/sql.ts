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
    [
      `${small} and compute_units >= 10 and compute_cost > 0`,
      `least(compute_units * 30000, ${half('compute_cost', 30)}, ${wan(100)})`,
    ],
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

/** One query over `population`: id, then state and fen paid of each measure. */
export const byHandIn = (dialect: Dialect): string => {
  const { fence } = dialect
  const rules = rulesIn(dialect)
  const conditions = select(
    [
      'id',
      'received_year',
      ...rules.map(([condition], index) => `status = '存续' and not dishonest and ${condition} as c${index}`),
      ...rules.map(([, amount], index) => `${amount} as v${index}`),
    ],
    'population',
    fence,
  )
  const own = select(
    [
      'id',
      'received_year',
      ...rules.map((_, index) => `case when not c${index} then 0 when c${index} and v${index} is not null then 1 else 2 end as s${index}`),
      ...rules.map((_, index) => `case when c${index} and v${index} is not null then v${index} else 0 end as a${index}`),
    ],
    `(${conditions}) c`,
    fence,
  )
  const others = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a9']
  const highest = select(
    [
      'id',
      'received_year',
      ...rules.map((_, index) => `s${index}`),
      ...others,
      'case when a0 >= a7 and a0 >= a8 then a0 else 0 end as a0',
      'case when a7 > a0 and a7 >= a8 then a7 else 0 end as a7',
      'case when a8 > a0 and a8 > a7 then a8 else 0 end as a8',
      `case when received_year < ${CAP} then ${CAP} - received_year when received_year is not null then 0 end as room`,
    ],
    `(${own}) o`,
    fence,
  )
  const before = (index: number): string =>
    index === 0 ? 'room' : `greatest(0, room - ${Array.from({ length: index }, (_, earlier) => `a${earlier}`).join(' - ')})`
  return select(
    [
      'id',
      ...rules.map((_, index) => `cast(case when room is null and a${index} > 0 then 2 else s${index} end as smallint) as ${STATE[index]}`),
      ...rules.map((_, index) => `case when room is null then 0 else least(a${index}, ${before(index)}) end as ${PAID[index]}`),
    ],
    `(${highest}) h`,
    '',
  )
}

/** For each measure how many are eligible and undetermined, and what is paid. */
export const totalsOf = (query: string): string =>
  select(
    MEASURES.flatMap((_, index) => [
      `sum(case when ${STATE[index]} = 1 then 1 else 0 end)`,
      `sum(case when ${STATE[index]} = 2 then 1 else 0 end)`,
      `sum(${PAID[index]})`,
    ]),
    `(${query}) q`,
    '',
  )

/** Rows in which anything is not 0: the rest need not be fetched to be known. */
export const heldIn = (name: string): string =>
  `select id, ${STATE.join(', ')}, ${PAID.join(', ')} from ${name} where ${STATE.map((state) => `${state} <> 0`).join(' or ')}`
