/** json-rules-engine: it says which conditions hold; amounts are computed by whoever asks. Null compares as false: there is no third answer. */
import { type Conditions, Engine } from 'json-rules-engine'
import { ELIGIBLE, INELIGIBLE, MEASURES } from '../reference.ts'
import { type Own, type Plain, rowPeer } from './row-peer.ts'

const WAN = 1_000_000
const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const isTrue = (fact: string) => is(fact, 'equal', true)
const isFalse = (fact: string) => is(fact, 'equal', false)
const atLeast = (fact: string, value: unknown) => is(fact, 'greaterThanInclusive', value)
const above = (fact: string, value: unknown) => is(fact, 'greaterThan', value)
const atMost = (fact: string, value: unknown) => is(fact, 'lessThanInclusive', value)
const oneOf = (fact: string, ...values: readonly unknown[]) => is(fact, 'in', values)

const SMALL = oneOf('size', '中型', '小型', '微型')
const KNOWN_COST = is('event_cost', 'notEqual', null)
/** Days compare as numbers: the engine has none of its own. */
const day = (iso: string): number => Date.parse(iso)
const dayOf = (value: Plain[keyof Plain]): number | null => (value === null ? null : day(String(value)))

const RULES: readonly (readonly object[])[] = [
  [
    oneOf('platform_level', '市级', '省级', '国家级'),
    oneOf('platform_kind', '公共服务平台', '开源平台', '开源社区'),
    isFalse('received_m01'),
    above('platform_invest', 0),
  ],
  [
    isFalse('received_m02'),
    {
      any: [
        { all: [is('award_kind', 'equal', '二级节点'), atLeast('award_volume', 10_000_000)] },
        { all: [is('award_kind', 'equal', '行业平台'), atLeast('award_volume', 100_000)] },
        { all: [is('award_kind', 'equal', '安全服务'), atLeast('award_contract', 100 * WAN)] },
      ],
    },
  ],
  [
    isTrue('dual_cross'),
    atLeast('dual_cross_day', day('2022-06-01')),
    atMost('dual_cross_day', day('2024-06-30')),
    isFalse('received_m03'),
  ],
  [
    isTrue('software_ent'),
    atLeast('revenue', 500 * WAN),
    atLeast('rd_expense', 50 * WAN),
    atLeast('rd_expense_100', { fact: 'revenue_6' }),
  ],
  [
    isTrue('software_ent'),
    atMost('established_day', day('2021-12-31')),
    above('revenue_prev', 0),
    {
      any: [
        [100_000, 120],
        [50_000, 125],
        [10_000, 130],
        [2_000, 140],
      ].map(([least, percent]) => ({
        all: [atLeast('revenue', least! * WAN), atLeast('revenue_100', { fact: `revenue_prev_${percent}` })],
      })),
    },
  ],
  [
    isTrue('park_operator'),
    atLeast('park_firms', 30),
    { any: [isTrue('famous_park'), { all: [isFalse('famous_park'), oneOf('park_star', 3, 4, 5)] }] },
  ],
  [SMALL, atLeast('compute_units', 10), above('compute_cost', 0)],
  [
    is('industry', 'equal', '制造业'),
    atLeast('equip_invest', 500 * WAN),
    atLeast('completed_day', day('2023-07-01')),
    atMost('completed_day', day('2024-06-30')),
    is('other_subsidy', 'equal', 0),
  ],
  [isTrue('sme_pilot'), SMALL, is('employees', 'lessThan', 1000), above('pilot_invest', 0)],
  [
    KNOWN_COST,
    {
      any: [
        { all: [is('event_level', 'equal', '国际'), atLeast('event_people', 1000)] },
        { all: [is('event_level', 'equal', '国家级'), atLeast('event_people', 500)] },
        { all: [is('event_level', 'equal', '市级'), atLeast('event_people', 200)] },
      ],
    },
  ],
]

const times = (value: Plain[keyof Plain], factor: number): number | null => (value === null ? null : Number(value) * factor)
/** What conditions compare has to be a fact: products are computed before. */
const factsOf = (plain: Plain) => ({
  ...plain,
  dual_cross_day: dayOf(plain.dual_cross_on),
  established_day: dayOf(plain.established),
  completed_day: dayOf(plain.completed),
  rd_expense_100: times(plain.rd_expense, 100),
  revenue_6: times(plain.revenue, 6),
  revenue_100: times(plain.revenue, 100),
  revenue_prev_120: times(plain.revenue_prev, 120),
  revenue_prev_125: times(plain.revenue_prev, 125),
  revenue_prev_130: times(plain.revenue_prev, 130),
  revenue_prev_140: times(plain.revenue_prev, 140),
})

const share = (value: unknown, percent: number, most: number): number =>
  Math.min(Math.floor((2 * Number(value) * percent + 100) / 200), most * WAN)

const growth = (revenue: number, before: number): number =>
  revenue >= 100_000 * WAN && revenue * 100 >= before * 120
    ? 100
    : revenue >= 50_000 * WAN && revenue * 100 >= before * 125
      ? 60
      : revenue >= 10_000 * WAN && revenue * 100 >= before * 130
        ? 30
        : 10

/** Amounts of measures whose conditions hold. */
const AMOUNTS: readonly ((plain: Plain) => number)[] = [
  (plain) => share(plain.platform_invest, 30, 500),
  (plain) => (plain.award_kind === '安全服务' ? share(plain.award_contract, 20, 100) : 200 * WAN),
  () => 500 * WAN,
  ({ rd_expense }) => share(rd_expense, Number(rd_expense) >= 2_000 * WAN ? 10 : Number(rd_expense) >= 500 * WAN ? 8 : 5, 100),
  (plain) => growth(Number(plain.revenue), Number(plain.revenue_prev)) * WAN,
  (plain) => (plain.famous_park === true ? 300 : plain.park_star === 5 ? 200 : plain.park_star === 4 ? 100 : 50) * WAN,
  (plain) => Math.min(Number(plain.compute_units) * 30_000, share(plain.compute_cost, 30, 100)),
  (plain) => share(plain.equip_invest, 8, 800),
  (plain) => share(plain.pilot_invest, 30, 30),
  ({ event_level, event_cost }) =>
    event_level === '国际' ? share(event_cost, 50, 300) : event_level === '国家级' ? share(event_cost, 40, 150) : share(event_cost, 30, 50),
]

export const workload = rowPeer('json-rules-engine 7.3.1', 'thread', ({ slow }) => slow, [
  {
    what: 'ten rules per run',
    note: 'conditions only: amounts in JavaScript',
    prepare: () => {
      const base = [is('status', 'equal', '存续'), isFalse('dishonest')]
      const engine = new Engine(
        RULES.map((all, index) => ({ conditions: { all: [...base, ...all] } satisfies Conditions, event: { type: MEASURES[index]! } })),
      )
      return async (plain): Promise<Own> => {
        const held = new Set((await engine.run(factsOf(plain))).events.map(({ type }) => type))
        return MEASURES.map((id, index) =>
          held.has(id) ? { state: ELIGIBLE, fen: AMOUNTS[index]!(plain) } : { state: INELIGIBLE, fen: 0 },
        )
      }
    },
  },
])
