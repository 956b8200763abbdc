/** The columns of the invented population, in the order of the file. An enterprise's id is its row number from 1. */

/** enum and bool are kept as u8 (the place in `values`; false 0), int and date as i32 (days since 1970-01-01), fen as f64 holding whole numbers. */
export type ColumnType = 'enum' | 'bool' | 'int' | 'date' | 'fen'

const DISTRICTS =
  '东湖高新区 洪山区 武昌区 江岸区 江汉区 东西湖区 武汉经开区 硚口区 汉阳区 黄陂区 江夏区 新洲区 蔡甸区 青山区 长江新区 东湖风景区 汉南区'
const INDUSTRIES =
  '制造业 软件和信息技术服务业 信息传输业 批发和零售业 建筑业 科学研究和技术服务业 租赁和商务服务业 交通运输业 住宿和餐饮业 文化体育娱乐业 居民服务业 农林牧渔业'

const COLUMNS = {
  district: ['enum', DISTRICTS],
  industry: ['enum', INDUSTRIES],
  size: ['enum', '大型 中型 小型 微型'],
  status: ['enum', '存续 注销 吊销 迁出'],
  dishonest: ['bool'],
  established: ['date'],
  employees: ['int'],
  revenue: ['fen'],
  revenue_prev: ['fen'],
  rd_expense: ['fen'],
  software_ent: ['bool'],
  platform_level: ['enum', '无 市级 省级 国家级'],
  platform_kind: ['enum', '公共服务平台 开源平台 开源社区 其他'],
  platform_invest: ['fen'],
  award_kind: ['enum', '无 二级节点 行业平台 安全服务'],
  award_volume: ['int'],
  award_contract: ['fen'],
  dual_cross: ['bool'],
  dual_cross_on: ['date'],
  park_operator: ['bool'],
  park_firms: ['int'],
  park_star: ['int'],
  famous_park: ['bool'],
  compute_units: ['int'],
  compute_cost: ['fen'],
  equip_invest: ['fen'],
  completed: ['date'],
  other_subsidy: ['fen'],
  sme_pilot: ['bool'],
  pilot_invest: ['fen'],
  event_level: ['enum', '无 市级 国家级 国际'],
  event_people: ['int'],
  event_cost: ['fen'],
  /** Bit k − 1 is set where measure k was received in an earlier year. */
  prior: ['int'],
  received_year: ['fen'],
} as const satisfies Record<string, readonly [ColumnType, string?]>

export type ColumnName = keyof typeof COLUMNS

/** One enterprise: codes, days, fen; null is unknown. */
export type Enterprise = { [name in ColumnName]: number | null }

export type Column = {
  readonly name: ColumnName
  readonly type: ColumnType
  readonly values: readonly string[]
  readonly nullable: boolean
}

const NEVER_NULL: readonly ColumnName[] = ['district', 'status']

export const SCHEMA: readonly Column[] = Object.entries(COLUMNS).map(([name, [type, values]]) => ({
  name: name as ColumnName,
  type,
  values: values?.split(' ') ?? [],
  nullable: !NEVER_NULL.includes(name as ColumnName),
}))

export const STORAGE = { enum: 'u8', bool: 'u8', int: 'i32', date: 'i32', fen: 'f64' } as const
export const ARRAYS = { u8: Uint8Array, i32: Int32Array, f64: Float64Array } as const
/** What a slot without a value holds. */
export const NULL_SLOT = { u8: 255, i32: -2147483648, f64: Number.NaN } as const

const A_DAY = 86_400_000
export const dayOf = (iso: string): number => Date.parse(iso) / A_DAY
export const isoOf = (day: number): string => new Date(day * A_DAY).toISOString().slice(0, 10)

/** Days on which something changes. */
export const DAYS = {
  first: dayOf('1992-01-01'),
  foundedBy: dayOf('2021-12-31'),
  listedFrom: dayOf('2022-06-01'),
  completedFrom: dayOf('2023-07-01'),
  decision: dayOf('2024-06-30'),
} as const

/** 万元 in fen. */
export const WAN = 1_000_000
