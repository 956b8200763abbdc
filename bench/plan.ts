/** A plan of invented indicators, each counted in several dimensions, month by month. */
import type { Indicator, Pack, Reading, Target } from '../src/pack/pack.ts'
import { checkedPack } from './engine.ts'

const KINDS = ['level', 'ratio', 'count', 'growth'] as const
const place = { file: '', line: 0, column: 0, end: 0 }
const FROM = 2006

export type PlanSize = { readonly indicators: number; readonly dimensions: number; readonly years: number }

/** A value that rises with the seasons, in the bounds of its kind. */
const valueAt = (kind: Indicator['kind'], series: number, month: number): string => {
  const wave = Math.sin(month / 3 + series) / 40
  const share = 0.2 + month / 480 + (series % 17) / 100 + wave
  return kind === 'ratio'
    ? (share * 100).toFixed(2)
    : kind === 'count'
      ? String(Math.round(100 + share * 900))
      : (1000 * (0.5 + share)).toFixed(1)
}

const monthsOf = (years: number): readonly string[] =>
  Array.from({ length: years * 12 }, (_, month) => `${FROM + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`)

/** Each dimension of an indicator is an indicator of its own with a target two years ahead, since a series is held against a promise about that series. */
export const planOf = async ({ indicators, dimensions, years }: PlanSize): Promise<Pack> => {
  const months = monthsOf(years)
  const end = String(FROM + years + 1)
  const own: Indicator[] = []
  const readings: Reading[] = []
  const targets: Target[] = []
  const template: Omit<Indicator, 'id' | 'kind' | 'unit'> = {
    name: { zh: '指标', en: 'Indicator' },
    direction: 'up',
    min: null,
    max: null,
    origin: 'statistics',
    definition: { zh: '虚构的指标', en: 'An invented indicator' },
    tasks: [],
    related: [],
    due: null,
    every: null,
    department: null,
    query: null,
    countedSince: null,
    ratioOf: null,
    growthOf: null,
    place,
  }
  for (let series = 0; series < indicators * dimensions; series++) {
    const kind = KINDS[Math.floor(series / dimensions) % KINDS.length] ?? 'level'
    const id = `i${Math.floor(series / dimensions)}.${series % dimensions}`
    const unit = kind === 'ratio' ? '%' : '个'
    own.push({ ...template, id, kind, unit: { zh: unit, en: unit } })
    months.forEach((period, month) => {
      readings.push({
        indicator: id,
        series: 'monthly',
        period,
        value: valueAt(kind, series, month),
        unit,
        precision: 'exact',
        published: `${period}-28`,
        note: null,
        source: 'invented',
        place,
      })
    })
    const value = kind === 'ratio' ? '95' : kind === 'count' ? '1200' : '1900'
    targets.push({
      indicator: id,
      period: end,
      comparator: '>=',
      value,
      baseline: null,
      path: null,
      milestones: [],
      document: null,
      kind: 'plan',
      note: null,
      source: 'invented',
      place,
    })
  }
  const pack = await checkedPack()
  return { ...pack, indicators: new Map(own.map((each) => [each.id, each])), readings, targets }
}
