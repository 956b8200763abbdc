import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { textOfExact } from '../../../core/exact.ts'
import type { Pack } from '../../../pack/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { type Assessment, assess, assessAll } from './assess.ts'
import { forecast } from './forecast.ts'

const TODAY = '2026-06-30'
const files = await xincheng()

/** The invented city with other readings and targets: `indicator,series,period,value,precision,published` and `indicator,period,comparator,value,kind,document`. */
const packWith = (readings: readonly string[], targets: readonly string[]): Pack => {
  const reading = (line: string): string => {
    const [indicator, series, period, value, precision = 'exact', published = ''] = line.split(',')
    const unit = { core_share: '%', stations: '个/万人', cloud_firms: '家', approval_days: '天', core_growth: '%' }[indicator ?? '']
    return [indicator, series, period, value, unit, precision, published, '', 'bulletin-2024'].join(',')
  }
  const target = (line: string): string => {
    const [indicator, period, comparator, value, kind = 'plan', document = 'xc-plan-2024', path = '', baselinePeriod = '', baseline = ''] =
      line.split(',')
    return [indicator, period, comparator, value, baselinePeriod, baseline, path, document, kind, '', 'plan-gazette'].join(',')
  }
  const { pack, diagnostics } = packOf(
    new Map([
      ...files,
      ['readings.csv', `${['indicator,series,period,value,unit,precision,published,note,source', ...readings.map(reading)].join('\n')}\n`],
      [
        'targets.csv',
        `${['indicator,period,comparator,value,baseline_period,baseline_value,path,document,kind,note,source', ...targets.map(target)].join('\n')}\n`,
      ],
    ]),
    TODAY,
  )
  if (!pack) throw new Error(JSON.stringify(diagnostics.filter((each) => each.severity === 'error')))
  return pack
}
const first = (pack: Pack, asOf = TODAY, known = TODAY): Assessment => {
  const [found] = assessAll(pack, asOf, known)
  if (!found) throw new Error('no target is known')
  return found
}
const speed = (each: Assessment['pace']) => each && [each.kind, textOfExact(each.value, 4)]

describe('a promise', () => {
  it('without any reading is not assessable, and has no number at all', () => {
    expect(first(packWith([], ['stations,2028,>=,30']))).toMatchObject({
      status: 'not-assessable',
      reason: 'no-reading',
      latest: null,
      distance: null,
      pace: null,
      fan: [],
    })
  })

  it('passed by a value of another scope is met only with a doubt', () => {
    const readings = ['core_share,旧口径,2022,7.4', 'core_share,旧口径,2023,8', 'core_share,新口径,2024,12.6']
    expect(first(packWith(readings, ['core_share,2028,>,12']))).toMatchObject({ status: 'met', doubt: 'other-series' })
    expect(first(packWith(readings.slice(2), ['core_share,2028,>,12']))).toMatchObject({ status: 'met', doubt: null })
  })

  it('of more than 12 is kept by a value reported as over 12, not by 12', () => {
    expect(first(packWith(['core_share,统计,2024,12,over'], ['core_share,2028,>,12'])).status).toBe('met')
    expect(first(packWith(['core_share,统计,2024,12'], ['core_share,2028,>,12'])).status).not.toBe('met')
  })

  it('of about a number is never judged and has no distance', () => {
    expect(first(packWith(['core_share,统计,2024,11'], ['core_share,2028,≈,12']))).toMatchObject({ reason: 'approximate', distance: null })
  })

  it('is missed when the value of its period stays below it', () => {
    expect(first(packWith(['stations,统计,2025,20'], ['stations,2025,>=,30']))).toMatchObject({ status: 'missed' })
    expect(first(packWith(['stations,统计,2024,20'], ['stations,2025,>=,30'])).reason).toBe('no-reading-in-period')
  })

  it('with one value has a distance and what is needed, but no pace', () => {
    const found = first(packWith(['core_share,统计,2024,9'], ['core_share,2028,>=,12']))
    expect(textOfExact(found.distance ?? 0)).toBe('3')
    expect(found).toMatchObject({ pace: null, fan: [], reason: 'no-baseline' })
    expect(speed(found.needed)).toEqual(['step', '0.75'])
  })

  it('with two values has a pace and a needed pace, but no probability', () => {
    const found = first(packWith(['stations,统计,2023,20', 'stations,统计,2024,22'], ['stations,2026,>=,26.62']))
    expect(speed(found.pace)).toEqual(['growth', '0.1'])
    expect(speed(found.needed)).toEqual(['growth', '0.1'])
    expect(found.fan).toEqual([])
  })

  it('with three evenly spaced values has a fan that ends at its period', () => {
    const readings = [2021, 2022, 2023, 2024].map((year, index) => `stations,统计,${year},${[14, 16, 18.5, 22][index]}`)
    const { fan } = first(packWith(readings, ['stations,2028,>=,30']))
    expect(fan.map((each) => each.horizon)).toEqual([1, 2, 3, 4])
    expect(fan.at(-1)).toEqual(forecast([14, 16, 18.5, 22], 4, 30, 'up', 'log'))
  })

  it('has no fan over uneven steps', () => {
    const readings = ['stations,统计,2020,12', 'stations,统计,2022,16', 'stations,统计,2023,18.5']
    expect(first(packWith(readings, ['stations,2028,>=,30'])).fan).toEqual([])
  })

  it('starts over where the scope breaks', () => {
    const old = [2019, 2020, 2021, 2022].map((year, index) => `core_share,旧口径,${year},${5 + index}`)
    const found = first(packWith([...old, 'core_share,新口径,2024,9'], ['core_share,2028,>=,12']))
    expect(found).toMatchObject({ pace: null, fan: [], baseline: null, reason: 'no-baseline' })
  })

  it('is not judged by a pace from a baseline that was counted in another way', () => {
    const old = ['core_share,旧口径,2022,8', 'core_share,旧口径,2023,8.4']
    const target = ['core_share,2028,>=,12,plan,xc-plan-2024,,2023,8.4']
    expect(first(packWith([...old, 'core_share,新口径,2025,11'], target))).toMatchObject({
      status: 'not-assessable',
      reason: 'series-changed',
    })
    expect(first(packWith([...old, 'core_share,旧口径,2025,11'], target)).status).toBe('on-track')
    const both = [...old, 'core_share,新口径,2023,9', 'core_share,新口径,2025,11']
    expect(first(packWith(both, target)).reason).not.toBe('series-changed')
  })

  it('takes the first value of the scope from before it was made as its baseline', () => {
    const readings = ['stations,统计,2022,16', 'stations,统计,2023,18.5', 'stations,统计,2024,22']
    const found = first(packWith(readings, ['stations,2028,>=,30']))
    expect(found.baseline?.period).toBe('2022')
    expect(found).toMatchObject({ method: 'growth', status: 'on-track' })
  })

  it('shows the other method where its verdict differs', () => {
    // 9 → 11.2 on the way to 14: by growth on track (0.9894), by a straight line not (0.88).
    const found = first(packWith(['stations,统计,2022,9', 'stations,统计,2024,11.2'], ['stations,2026,>=,14']), '2025-06-30')
    expect(found).toMatchObject({ status: 'on-track', method: 'growth', other: { method: 'linear', category: 'accelerate' } })
  })

  it('reads what is better downwards the other way round', () => {
    const readings = ['approval_days,统计,2022,20', 'approval_days,统计,2024,15']
    const found = first(packWith(readings, ['approval_days,2028,<=,10']))
    expect(found.status).toBe('on-track')
    expect(textOfExact(found.distance ?? 0)).toBe('5')
  })

  it('ignores parts of a year, which do not compare with whole years', () => {
    expect(first(packWith(['stations,累计,2025-01/2025-06,40'], ['stations,2028,>=,30'])).reason).toBe('no-reading')
  })
})

describe('as known on a day', () => {
  const readings = ['stations,统计,2023,18.5,exact,2024-03-20', 'stations,统计,2024,22,exact,2025-03-20']
  const targets = ['stations,2028,>=,20', 'stations,2028,>=,30,later,']

  it('uses no value that became public later', () => {
    const pack = packWith(readings, targets)
    expect(first(pack, TODAY, '2025-03-19').latest?.value).toBe('18.5')
    expect(first(pack, TODAY, '2025-03-20').latest?.value).toBe('22')
  })

  it('uses no value of a later period', () => {
    expect(first(packWith(readings, targets), '2024-06-30', TODAY).latest?.period).toBe('2023')
  })

  it('knows no promise that had not been made', () => {
    expect(assessAll(packWith(readings, targets), TODAY, '2020-01-01')).toEqual([])
  })
})

describe('the goal of a year', () => {
  const goal = 'cloud_firms,2025,>=,1200,annual,xc-worklist-2025'

  it('waits for the end of the year, then for a reading of that very year', () => {
    const pack = packWith(['cloud_firms,统计,2024,900'], [goal])
    expect(first(pack, '2025-06-30').reason).toBe('not-yet')
    expect(first(pack, '2026-06-30').reason).toBe('no-reading-in-period')
  })

  it('is met by the reading of the year', () => {
    expect(first(packWith(['cloud_firms,统计,2025,1300'], [goal])).status).toBe('met')
  })

  it('shows related values of the same year only', () => {
    const growth = 'core_growth,2025,>=,9,annual,xc-worklist-2025'
    const readings = ['core_share,统计,2024,8', 'core_share,统计,2025,9']
    expect(first(packWith(readings, [growth])).related.map((each) => each.period)).toEqual(['2025'])
    expect(first(packWith(readings.slice(0, 1), [growth])).related).toEqual([])
  })
})

it('gives the same answer for the same rows and days', () => {
  const pack = packWith(['stations,统计,2022,16', 'stations,统计,2024,22'], ['stations,2028,>=,30'])
  const [target] = pack.targets
  expect(target && assess(pack, target, TODAY, TODAY)).toEqual(first(pack))
})
