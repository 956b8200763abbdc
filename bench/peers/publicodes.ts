/** publicodes: rules by name, three answers: a value, not applicable, not known. */
import Engine from 'publicodes'
import { SCHEMA } from '../population/schema.ts'
import { ELIGIBLE, INELIGIBLE, MEASURES, UNDETERMINED } from '../reference.ts'
import { type Own, type Plain, rowPeer } from './row-peer.ts'

const WAN = 1_000_000
const all = (...conditions: readonly unknown[]) => ({ 'toutes ces conditions': conditions })
const any = (...conditions: readonly unknown[]) => ({ 'une de ces conditions': conditions })
const oneOf = (fact: string, ...words: readonly string[]) => any(...words.map((word) => `${fact} = '${word}'`))
const share = (fact: string, percent: number | string, most: number) => ({
  valeur: `${fact} * ${percent} / 100`,
  arrondi: 'oui',
  plafond: most * WAN,
})
const table = (rows: readonly (readonly [condition: unknown, amount: unknown])[]) => ({
  condition: any(...rows.map(([condition]) => condition)),
  amount: { variations: [...rows.map(([si, alors]) => ({ si, alors })), { sinon: 0 }] },
})

const SMALL = oneOf('size', '中型', '小型', '微型')
const AWARD = table([
  [all(`award_kind = '二级节点'`, 'award_volume >= 10000000'), 200 * WAN],
  [all(`award_kind = '行业平台'`, 'award_volume >= 100000'), 200 * WAN],
  [all(`award_kind = '安全服务'`, `award_contract >= ${100 * WAN}`), share('award_contract', 20, 100)],
])
const grown = (least: number, percent: number) => all(`revenue >= ${least * WAN}`, `revenue * 100 >= revenue_prev * ${percent}`)
const GROWTH = table([
  [grown(100_000, 120), 100 * WAN],
  [grown(50_000, 125), 60 * WAN],
  [grown(10_000, 130), 30 * WAN],
  [grown(2_000, 140), 10 * WAN],
])
const PARK = table([
  ['famous_park = oui', 300 * WAN],
  ['park_star = 5', 200 * WAN],
  ['park_star = 4', 100 * WAN],
  ['park_star = 3', 50 * WAN],
])
const EVENT = table([
  [all(`event_level = '国际'`, 'event_people >= 1000'), share('event_cost', 50, 300)],
  [all(`event_level = '国家级'`, 'event_people >= 500'), share('event_cost', 40, 150)],
  [all(`event_level = '市级'`, 'event_people >= 200'), share('event_cost', 30, 50)],
])
const RATE = {
  variations: [{ si: `rd_expense >= ${2_000 * WAN}`, alors: 10 }, { si: `rd_expense >= ${500 * WAN}`, alors: 8 }, { sinon: 5 }],
}

const RULES: readonly (readonly [conditions: readonly unknown[], amount: unknown])[] = [
  [
    [
      oneOf('platform_level', '市级', '省级', '国家级'),
      oneOf('platform_kind', '公共服务平台', '开源平台', '开源社区'),
      'received_m01 = non',
      'platform_invest > 0',
    ],
    share('platform_invest', 30, 500),
  ],
  [['received_m02 = non', AWARD.condition], AWARD.amount],
  [['dual_cross = oui', 'dual_cross_on >= 01/06/2022', 'dual_cross_on <= 30/06/2024', 'received_m03 = non'], 500 * WAN],
  [
    ['software_ent = oui', `revenue >= ${500 * WAN}`, `rd_expense >= ${50 * WAN}`, 'rd_expense * 100 >= revenue * 6'],
    share('rd_expense', 'rd_rate', 100),
  ],
  [['software_ent = oui', 'established <= 31/12/2021', 'revenue_prev > 0', GROWTH.condition], GROWTH.amount],
  [['park_operator = oui', 'park_firms >= 30', PARK.condition], PARK.amount],
  [[SMALL, 'compute_units >= 10', 'compute_cost > 0'], { 'le minimum de': ['compute_units * 30000', share('compute_cost', 30, 100)] }],
  [
    [`industry = '制造业'`, `equip_invest >= ${500 * WAN}`, 'completed >= 01/07/2023', 'completed <= 30/06/2024', 'other_subsidy = 0'],
    share('equip_invest', 8, 800),
  ],
  [['sme_pilot = oui', SMALL, 'employees < 1000', 'pilot_invest > 0'], share('pilot_invest', 30, 30)],
  [[EVENT.condition], EVENT.amount],
]

const FACTS = [...SCHEMA.map(({ name }) => name), 'received_m01', 'received_m02', 'received_m03'] as const
const DATES = new Set<string>(SCHEMA.filter(({ type }) => type === 'date').map(({ name }) => name))
const CODE = {
  ...Object.fromEntries(FACTS.map((name) => [name, null])),
  rd_rate: RATE,
  ...Object.fromEntries(
    RULES.flatMap(([conditions, amount], index) => [
      [`${MEASURES[index]}_ok`, all(`status = '存续'`, 'dishonest = non', ...conditions)],
      [`${MEASURES[index]}_fen`, typeof amount === 'object' ? amount : { valeur: amount }],
    ]),
  ),
}

/** Texts in quotes, yes and no in French, days as it writes them; what is unknown is left out. */
const written = (name: string, value: string | number | boolean): string | number => {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return DATES.has(name) ? value.split('-').reverse().join('/') : `'${value}'`
}
const situationOf = (plain: Plain) => {
  const known = FACTS.map((name) => [name, plain[name]] as const).filter(([, value]) => value !== null)
  return Object.fromEntries(known.map(([name, value]) => [name, written(name, value!)]))
}

export const workload = rowPeer('publicodes 1.10.3', 'thread', ({ slowest }) => slowest, [
  {
    what: 'ten rules',
    prepare: () => {
      const engine = new Engine(CODE)
      return (enterprise) => {
        engine.setSituation(situationOf(enterprise))
        return MEASURES.map((id): Own[number] => {
          const ok = engine.evaluate(`${id}_ok`).nodeValue
          if (ok === false || ok === null) return { state: INELIGIBLE, fen: 0 }
          const fen = ok === true ? engine.evaluate(`${id}_fen`).nodeValue : undefined
          return typeof fen === 'number' ? { state: ELIGIBLE, fen } : { state: UNDETERMINED, fen: 0 }
        })
      }
    },
  },
])
