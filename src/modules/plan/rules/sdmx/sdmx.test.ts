import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../../test/pack.ts'
import { spanOf } from '../../../../core/dates.ts'
import { packOf } from '../../../../pack/read.ts'
import { cellOf } from '../cells.ts'
import { readingsAsOf } from '../known.ts'
import { sdmxCsvOf } from './csv.ts'
import { observationsOf } from './observations.ts'
import { frequencyOf, periodOf, timePeriodOf } from './period.ts'
import { type Asked, selected } from './query.ts'
import { seriesCode, unitOf } from './vocabulary.ts'

const { pack } = packOf(await xincheng(), '2026-06-30')
if (!pack) throw new Error('the invented city does not pass its own check')
const observations = observationsOf(
  pack,
  [...pack.indicators.keys()].flatMap((id) => readingsAsOf(pack, id, '2026-06-30', '2026-06-30')),
)
/** Which observations a question finds, as `indicator period`. */
const found = (asked: Asked): readonly string[] => {
  const selection = selected(observations, asked)
  if ('problem' in selection) throw new Error(`${selection.problem} ${selection.what}`)
  return selection.observations.map(({ cells }) => `${cells.INDICATOR} ${cells.TIME_PERIOD}`)
}

describe('a period', () => {
  it.each([
    ['2024', '2024', 'A'],
    ['2024-09', '2024-09', 'M'],
    ['2024-07-09', '2024-07-09', 'D'],
    ['2025-Q1', '2025-Q1', 'Q'],
    ['2024-01/2024-09', '2024-01-01/P9M', '_O'],
    ['2024-01/2024-12', '2024-01-01/P12M', '_O'],
    ['2025/2027', '2025-01-01/P3Y', '_O'],
    ['2024-01-05/2024-02-03', '2024-01-05/P30D', '_O'],
  ])('%s is %s, of frequency %s, and back', (period, time, frequency) => {
    expect([timePeriodOf(period), frequencyOf(period), periodOf(time)]).toEqual([time, frequency, period])
  })

  it('is read from reporting periods, instants and ranges without a slash', () => {
    expect(['2024-A1', '2024-S2', '2024-M09', '2024-03-01T00:00:00Z', '2024-01-01--P9M', 'never'].map(periodOf)).toEqual([
      '2024',
      '2024-07/2024-12',
      '2024-09',
      '2024-03-01',
      '2024-01/2024-09',
      'never',
    ])
  })

  it('keeps its first and its last day on the way out and back, whatever it is', () => {
    const year = fc.integer({ min: 1990, max: 2100 }).map(String)
    const two = (n: number) => String(n).padStart(2, '0')
    const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`)
    const day = fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([m, d]) => `${m}-${two(d)}`)
    const quarter = fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`)
    const any = fc.oneof(year, month, day, quarter)
    const range = fc.tuple(any, any).map(([a, b]) => `${a}/${b}`)
    fc.assert(
      fc.property(fc.oneof(any, range), (period) => {
        fc.pre(spanOf(period) !== null)
        expect(spanOf(periodOf(timePeriodOf(period)))).toEqual(spanOf(period))
      }),
    )
  })
})

describe('observations', () => {
  const status = (series: string, period: string): string | undefined =>
    observations.find(({ cells }) => cells.SCOPE === series && cells.TIME_PERIOD === period)?.cells.OBS_STATUS

  it('are one for each reading, with its scope in a code and in words', () => {
    expect(observations).toHaveLength(pack.readings.length)
    for (const { cells } of observations) expect(cells.SERIES).toBe(seriesCode(cells.SCOPE ?? ''))
    expect(seriesCode('统计公报')).toMatch(/^S[0-9A-F]{8}$/)
  })
  it('mark the first value of a new scope as a break, and no other', () => {
    expect([status('旧口径', '2022'), status('旧口径', '2023'), status('新口径', '2024')]).toEqual(['A', 'A', 'B'])
  })
  it('say that an invented city is synthetic', () => {
    expect(new Set(observations.map(({ cells }) => cells.SYNTHETIC))).toEqual(new Set(['true']))
  })
  it('have a power of ten where the unit has one, and a unit of its own where statistical offices have none', () => {
    const [share] = pack.indicators.values()
    if (!share) throw new Error('no indicator')
    const unit = (zh: string, en: string) => unitOf({ ...share, unit: { zh, en } })
    expect([unit('亿元', '100 million yuan'), unit('万人', '10,000 people'), unit('%', '%')].map(({ id, power }) => [id, power])).toEqual([
      ['CNY', '8'],
      ['PS', '4'],
      ['PT', '0'],
    ])
    expect(unit('PFLOPS', 'PFLOPS')).toMatchObject({ id: 'PFLOPS', power: '0' })
    expect(unit('家', 'firms').id).toMatch(/^U[0-9A-F]{8}$/)
  })
})

describe('a question', () => {
  it.each<[string, Asked, readonly string[]]>([
    ['one series', { key: `core_share.${seriesCode('旧口径')}.A` }, ['core_share 2022', 'core_share 2023']],
    ['several codes and any', { key: 'core_growth+stations..Q' }, ['core_growth 2025-Q1']],
    ['two keys', { key: 'core_growth.*.Q,stations.*.A' }, ['core_growth 2025-Q1', 'stations 2023', 'stations 2024']],
    ['periods from', { key: 'stations.*.*', startPeriod: '2024-01' }, ['stations 2024']],
    ['periods to', { key: 'stations.*.*', endPeriod: '2023-12' }, ['stations 2023']],
    ['a component', { c: { INDICATOR: 'stations', TIME_PERIOD: 'ge:2022+le:2023' } }, ['stations 2023']],
    ['a component that begins with', { c: { INDICATOR: 'sw:sta' } }, ['stations 2023', 'stations 2024']],
    ['the last of each series', { key: 'stations..', lastNObservations: '1' }, ['stations 2024']],
    ['what is new since a day', { key: 'stations..', updatedAfter: '2025-01-01' }, ['stations 2024']],
  ])('finds %s', (_what, asked, expected) => expect(found(asked)).toEqual(expected))

  it.each<[Asked, string]>([
    [{ key: 'stations' }, 'key stations'],
    [{ c: { NOTHING: 'x' } }, 'c[NOTHING]'],
    [{ startPeriod: 'soon' }, 'TIME_PERIOD soon'],
    [{ detail: 'some' }, 'detail=some'],
    [{ attributes: 'NOTHING' }, 'attributes=NOTHING'],
    [{ firstNObservations: '0' }, 'firstNObservations=0'],
    [{ dimensionAtObservation: 'OBS_STATUS' }, 'dimensionAtObservation=OBS_STATUS'],
  ])('says which part of %j it does not understand', (asked, what) => {
    expect(selected(observations, asked)).toEqual({ problem: 'plan.sdmx-syntax', what })
  })
})

describe('as SDMX-CSV', () => {
  const csv = (asked: Asked, version: '1.0.0' | '2.0.0' = '2.0.0', labels: 'id' | 'both' = 'id'): readonly string[] => {
    const selection = selected(observations, asked)
    if ('problem' in selection) throw new Error(selection.problem)
    return sdmxCsvOf({ pack, language: 'en' }, selection, version, labels).trimEnd().split('\n')
  }
  it('a line is an observation with the flow it belongs to', () => {
    const [head, ...lines] = csv({})
    expect(head).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,SERIES,FREQ,TIME_PERIOD,OBS_VALUE,SYNTHETIC,UNIT_MEASURE,/)
    expect(lines).toHaveLength(pack.readings.length)
    expect(lines.every((line) => line.startsWith('dataflow,PLANWRIGHT:XINCHENG_READINGS(1.0),I,'))).toBe(true)
    expect(csv({}, '1.0.0')[0]).toMatch(/^DATAFLOW,INDICATOR,/)
  })
  it('names stand beside ids where they are asked for', () => {
    const [head, line] = csv({ key: 'stations..', attributes: 'none' }, '2.0.0', 'both')
    expect(head).toContain('INDICATOR: Indicator,SERIES: Scope')
    expect(line).toContain('"stations: 5G stations per 10,000 people"')
  })
  it('series alone are one line each', () => {
    expect(csv({ key: 'stations..', detail: 'serieskeysonly' }).slice(1)).toHaveLength(1)
  })
  it('a cell is quoted where it would break a line', () => {
    expect(cellOf('a,"b"\nc')).toBe('"a,""b""\nc"')
    expect(cellOf('plain')).toBe('plain')
  })
})
