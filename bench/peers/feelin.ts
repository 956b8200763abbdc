/** feelin, an interpreter of DMN FEEL: three answers by the nature of the language, except that `=` and `in` call null false. */
import { evaluate } from 'feelin'
import { ELIGIBLE, INELIGIBLE, UNDETERMINED } from '../reference.ts'
import { type Own, type Plain, rowPeer } from './row-peer.ts'

const WAN = 1_000_000
const wan = (count: number): string => String(count * WAN)
const half = (fact: string, percent: number | string): string => `floor((2 * ${fact} * ${percent} + 100) / 200)`
const share = (fact: string, percent: number, most: number): string => `min(${half(fact, percent)}, ${wan(most)})`
const within = (fact: string, from: string, to: string): string => `(date(${fact}) >= date("${from}")) and (date(${fact}) <= date("${to}"))`

/** Parentheses everywhere: without them `x in [..] and y` comes to null without a warning. */
const SMALL = `(size in ["中型", "小型", "微型"])`
const BASE = `(status = "存续") and (not(dishonest))`

/** A table: a row whose condition is unknown ends the search. */
const table = (rows: readonly (readonly [condition: string, amount: string])[]): readonly [string, string] => [
  `(${rows.map(([condition]) => `(${condition})`).join(' or ')})`,
  rows.reduceRight(
    (rest, [condition, amount]) => `(if (${condition}) then ${amount} else if ((${condition}) = null) then null else ${rest})`,
    'null',
  ),
]
const AWARD = table([
  [`(award_kind = "二级节点") and (award_volume >= 10000000)`, wan(200)],
  [`(award_kind = "行业平台") and (award_volume >= 100000)`, wan(200)],
  [`(award_kind = "安全服务") and (award_contract >= ${wan(100)})`, share('award_contract', 20, 100)],
])
const grown = (least: number, percent: number): string => `(revenue >= ${wan(least)}) and (revenue * 100 >= revenue_prev * ${percent})`
const GROWTH = table([
  [grown(100_000, 120), wan(100)],
  [grown(50_000, 125), wan(60)],
  [grown(10_000, 130), wan(30)],
  [grown(2_000, 140), wan(10)],
])
const PARK = table([
  ['famous_park', wan(300)],
  ['park_star = 5', wan(200)],
  ['park_star = 4', wan(100)],
  ['park_star = 3', wan(50)],
])
const EVENT = table([
  [`(event_level = "国际") and (event_people >= 1000)`, share('event_cost', 50, 300)],
  [`(event_level = "国家级") and (event_people >= 500)`, share('event_cost', 40, 150)],
  [`(event_level = "市级") and (event_people >= 200)`, share('event_cost', 30, 50)],
])
const RATE = `(if (rd_expense >= ${wan(2_000)}) then 10 else if (rd_expense >= ${wan(500)}) then 8 else 5)`

const RULES: readonly (readonly [condition: string, amount: string])[] = [
  [
    `(platform_level in ["市级", "省级", "国家级"]) and (platform_kind in ["公共服务平台", "开源平台", "开源社区"]) and (not(received_m01)) and (platform_invest > 0)`,
    share('platform_invest', 30, 500),
  ],
  [`(not(received_m02)) and ${AWARD[0]}`, AWARD[1]],
  [`dual_cross and ${within('dual_cross_on', '2022-06-01', '2024-06-30')} and (not(received_m03))`, wan(500)],
  [
    `software_ent and (revenue >= ${wan(500)}) and (rd_expense >= ${wan(50)}) and (rd_expense * 100 >= revenue * 6)`,
    `min(${half('rd_expense', RATE)}, ${wan(100)})`,
  ],
  [`software_ent and (date(established) <= date("2021-12-31")) and (revenue_prev > 0) and ${GROWTH[0]}`, GROWTH[1]],
  [`park_operator and (park_firms >= 30) and ${PARK[0]}`, PARK[1]],
  [`${SMALL} and (compute_units >= 10) and (compute_cost > 0)`, `min(compute_units * 30000, ${half('compute_cost', 30)}, ${wan(100)})`],
  [
    `(industry = "制造业") and (equip_invest >= ${wan(500)}) and ${within('completed', '2023-07-01', '2024-06-30')} and (other_subsidy = 0)`,
    share('equip_invest', 8, 800),
  ],
  [`sme_pilot and ${SMALL} and (employees < 1000) and (pilot_invest > 0)`, share('pilot_invest', 30, 30)],
  [EVENT[0], EVENT[1]],
]

const EXPRESSIONS = RULES.map(([condition, amount]) => `{ ok: ${BASE} and ${condition}, fen: if ok then ${amount} else null }`)

type Answer = { readonly ok: boolean | null; readonly fen: number | null }

export const workload = rowPeer('feelin 8.2.0 (FEEL)', 'thread', ({ slowest }) => slowest, [
  {
    what: 'ten expressions',
    prepare: () => (enterprise: Plain) =>
      EXPRESSIONS.map((expression): Own[number] => {
        const { ok, fen } = evaluate(expression, enterprise).value as Answer
        if (ok === false) return { state: INELIGIBLE, fen: 0 }
        return ok === true && typeof fen === 'number' ? { state: ELIGIBLE, fen } : { state: UNDETERMINED, fen: 0 }
      }),
  },
])
