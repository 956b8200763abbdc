/** GoRules ZEN: ten measures as the expressions of one decision. It has no third answer: a comparison with null is an error, so that every value is guarded. */
import { ZenEngine } from '@gorules/zen-engine'
import { ELIGIBLE, INELIGIBLE, MEASURES } from '../reference.ts'
import { type Own, type Plain, rowPeer, type Variant } from './row-peer.ts'

const WAN = 1_000_000
const wan = (count: number): string => String(count * WAN)
const share = (fact: string, percent: number, most: number): string => `min([floor(${fact} * ${percent} / 100 + 0.5), ${wan(most)}])`
const known = (fact: string, test: string): string => `(${fact} != null and ${fact} ${test})`
const within = (fact: string, from: string, to: string): string =>
  `(${fact} != null and date(${fact}) >= date('${from}') and date(${fact}) <= date('${to}'))`

const BASE = `status == '存续' and dishonest == false`
const SMALL = `size in ['中型', '小型', '微型']`

/** A table: from the top, each row with its condition. */
const table = (rows: readonly (readonly [condition: string, amount: string])[]): readonly [string, string] => [
  `(${rows.map(([condition]) => `(${condition})`).join(' or ')})`,
  `${rows.map(([condition, amount]) => `${condition} ? ${amount} : `).join('')}0`,
]
const AWARD = table([
  [`award_kind == '二级节点' and ${known('award_volume', '>= 10000000')}`, wan(200)],
  [`award_kind == '行业平台' and ${known('award_volume', '>= 100000')}`, wan(200)],
  [`award_kind == '安全服务' and ${known('award_contract', `>= ${wan(100)}`)}`, share('award_contract', 20, 100)],
])
const grown = (least: number, percent: number): string => `revenue >= ${wan(least)} and revenue * 100 >= revenue_prev * ${percent}`
const GROWTH = table([
  [grown(100_000, 120), wan(100)],
  [grown(50_000, 125), wan(60)],
  [grown(10_000, 130), wan(30)],
  [grown(2_000, 140), wan(10)],
])
const PARK = table([
  ['famous_park == true', wan(300)],
  ['famous_park == false and park_star == 5', wan(200)],
  ['famous_park == false and park_star == 4', wan(100)],
  ['famous_park == false and park_star == 3', wan(50)],
])
const event = (level: string, people: number): string =>
  `event_level == '${level}' and ${known('event_people', `>= ${people}`)} and event_cost != null`
const EVENT = table([
  [event('国际', 1000), share('event_cost', 50, 300)],
  [event('国家级', 500), share('event_cost', 40, 150)],
  [event('市级', 200), share('event_cost', 30, 50)],
])

/** Condition and amount of each measure. */
const RULES: readonly (readonly [condition: string, amount: string])[] = [
  [
    `platform_level in ['市级', '省级', '国家级'] and platform_kind in ['公共服务平台', '开源平台', '开源社区'] and received_m01 == false and ${known('platform_invest', '> 0')}`,
    share('platform_invest', 30, 500),
  ],
  [`received_m02 == false and ${AWARD[0]}`, AWARD[1]],
  [`dual_cross == true and ${within('dual_cross_on', '2022-06-01', '2024-06-30')} and received_m03 == false`, wan(500)],
  [
    `software_ent == true and ${known('revenue', `>= ${wan(500)}`)} and ${known('rd_expense', `>= ${wan(50)}`)} and rd_expense * 100 >= revenue * 6`,
    `min([floor(rd_expense * (rd_expense >= ${wan(2_000)} ? 10 : rd_expense >= ${wan(500)} ? 8 : 5) / 100 + 0.5), ${wan(100)}])`,
  ],
  [
    `software_ent == true and established != null and date(established) <= date('2021-12-31') and revenue != null and ${known('revenue_prev', '> 0')} and ${GROWTH[0]}`,
    GROWTH[1],
  ],
  [`park_operator == true and ${known('park_firms', '>= 30')} and ${PARK[0]}`, PARK[1]],
  [
    `${SMALL} and ${known('compute_units', '>= 10')} and ${known('compute_cost', '> 0')}`,
    `min([compute_units * 30000, floor(compute_cost * 30 / 100 + 0.5), ${wan(100)}])`,
  ],
  [
    `industry == '制造业' and ${known('equip_invest', `>= ${wan(500)}`)} and ${within('completed', '2023-07-01', '2024-06-30')} and other_subsidy == 0`,
    share('equip_invest', 8, 800),
  ],
  [`sme_pilot == true and ${SMALL} and ${known('employees', '< 1000')} and ${known('pilot_invest', '> 0')}`, share('pilot_invest', 30, 30)],
  [EVENT[0], EVENT[1]],
]

const expressions = RULES.flatMap(([condition, amount], index) => [
  { id: `${MEASURES[index]}-ok`, key: `${MEASURES[index]}_ok`, value: `${BASE} and ${condition}` },
  { id: `${MEASURES[index]}-fen`, key: `${MEASURES[index]}_fen`, value: `$.${MEASURES[index]}_ok ? (${amount}) : 0` },
])
const node = (id: string, type: string, content: object) => ({ id, name: id, type, content, position: { x: 0, y: 0 } })
const edge = (sourceId: string, targetId: string) => ({ id: `${sourceId}-${targetId}`, type: 'edge', sourceId, targetId })
const DECISION = {
  nodes: [node('facts', 'inputNode', {}), node('measures', 'expressionNode', { expressions }), node('answer', 'outputNode', {})],
  edges: [edge('facts', 'measures'), edge('measures', 'answer')],
}

const variant = (what: string, trace: boolean): Variant => ({
  what,
  prepare: () => {
    const decision = new ZenEngine().createDecision(DECISION)
    return async (enterprise: Plain): Promise<Own> => {
      const result = (await decision.evaluate(enterprise, { trace })).result as Readonly<Record<string, unknown>>
      return MEASURES.map((id) => ({ state: result[`${id}_ok`] === true ? ELIGIBLE : INELIGIBLE, fen: Number(result[`${id}_fen`]) }))
    }
  },
})

export const workload = rowPeer('GoRules ZEN 0.54.0', 'wall', ({ slow }) => slow, [
  variant('ten measures per decision', false),
  variant('with trace', true),
])
