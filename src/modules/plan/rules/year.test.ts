import { describe, expect, it } from 'vitest'
import { edited, xincheng } from '../../../../test/pack.ts'
import { type Exact, textOfExact } from '../../../core/exact.ts'
import type { Pack } from '../../../pack/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { type YearProgress, yearProgress } from './year.ts'

const TODAY = '2026-11-24'
const files = await xincheng()

const SERIES = '累计'
/** The invented city with a goal of 2026 for an indicator, and with readings `period,value` of one scope. */
const packWith = (indicator: string, goal: string, readings: readonly string[], { milestones = '', of = '' } = {}): Pack => {
  const units: Readonly<Record<string, string>> = { cloud_firms: '家', core_growth: '%', core_share: '%', approval_days: '天' }
  const rows = readings.map((line) => {
    const [period, value, own = of || indicator] = line.split(',')
    return [own, SERIES, period, value, units[own], 'exact', '', '', 'bulletin-2024'].join(',')
  })
  const head = 'indicator,series,period,value,unit,precision,published,note,source'
  const indicators =
    edited(files, 'indicators.csv', ',related,due,department', ',related,due,department,growth_of').get('indicators.csv') ?? ''
  const { pack, diagnostics } = packOf(
    new Map([
      ...files,
      [
        'indicators.csv',
        indicators
          .split('\n')
          .map((line, index) => (index === 0 || line === '' ? line : `${line},${line.startsWith('core_growth') ? of : ''}`))
          .join('\n'),
      ],
      ['readings.csv', `${[head, ...rows].join('\n')}\n`],
      [
        'targets.csv',
        `indicator,period,comparator,value,baseline_period,baseline_value,path,milestones,document,kind,note,source\n${indicator},2026,>=,${goal},,,,${milestones},xc-worklist-2025,annual,,plan-gazette\n`,
      ],
    ]),
    TODAY,
  )
  if (!pack) throw new Error(JSON.stringify(diagnostics.filter((each) => each.severity === 'error')))
  return pack
}
const progressOf = (pack: Pack, asOf = TODAY): YearProgress => yearProgress(pack, pack.targets[0]!, asOf, asOf)!
const text = (value: Exact | null): string | null => (value === null ? null : textOfExact(value, 4))

describe('the goal of a year', () => {
  it('is held against the share of the year that its value counts, not against today', () => {
    const progress = progressOf(packWith('cloud_firms', '1000', ['2026-01/2026-03,200', '2026-01/2026-06,400']))
    expect(progress).toMatchObject({ on: '2026-06-30', toDate: { value: '400' }, planned: null })
    expect([progress.completion, progress.elapsed, progress.lag].map(text)).toEqual(['0.4', '0.4959…', '-0.0959…'])
  })

  it('counts nothing done as nothing done, and no value as not known', () => {
    const none = progressOf(packWith('cloud_firms', '1000', ['2026-01/2026-06,0']))
    expect([none.completion, none.lag].map(text)).toEqual(['0', '-0.4959…'])
    const unknown = progressOf(packWith('cloud_firms', '1000', ['2025-01/2025-06,300']), '2026-03-31')
    expect(unknown).toMatchObject({ toDate: null, on: '2026-03-31', completion: null, lag: null })
    expect(text(unknown.elapsed)).toBe('0.2466…')
    expect(progressOf(packWith('cloud_firms', '1000', []), '2025-06-30').elapsed).toBe(0)
  })

  it('is held against its plan by months where there is one', () => {
    const pack = packWith('cloud_firms', '1000', ['2026-01/2026-07,400'], { milestones: '2026-03 200；2026-06 450；2026-09 700' })
    const progress = progressOf(pack)
    expect([progress.planned, progress.lag].map(text)).toEqual(['0.45', '-0.05'])
  })

  it('says what the rest of the year needs, from the same scope a year before', () => {
    const year = ['2025-01/2025-09,1300', '2025,2200', '2026-01/2026-09,1625']
    const amount = progressOf(packWith('cloud_firms', '2860', year))
    expect(text(amount.restGrowth)).toBe('0.3722…')
    expect(amount.forecast).toBe(2750)
    // A goal of growth by 30 % is the same goal.
    const growth = progressOf(packWith('core_growth', '30', year, { of: 'cloud_firms' }))
    expect(text(growth.restGrowth)).toBe('0.3722…')
    expect(growth.completion).toBe(null)
  })

  it('says nothing of the rest where a value is missing, where nothing was left a year before, and where the year is over', () => {
    for (const year of [
      ['2025,2200', '2026-01/2026-09,1625'],
      ['2025-01/2025-09,1300', '2026-01/2026-09,1625'],
      ['2025-01/2025-09,2200', '2025,2200', '2026-01/2026-09,1625'],
      ['2025,2200', '2026,2800'],
    ])
      expect(progressOf(packWith('cloud_firms', '2860', year), '2027-03-01')).toMatchObject({ restGrowth: null, forecast: null })
  })

  it('has no completion for a percentage or for what is better when it is less', () => {
    expect(progressOf(packWith('core_share', '12', ['2026-01/2026-06,9'])).completion).toBe(null)
    expect(progressOf(packWith('approval_days', '12', ['2026-01/2026-06,15'])).completion).toBe(null)
  })

  it('is none for a promise that is not one of a year', () => {
    const { pack } = packOf(files, TODAY)
    expect(pack?.targets.filter(({ kind }) => kind !== 'annual').map((target) => yearProgress(pack, target, TODAY, TODAY))).toEqual(
      pack?.targets.filter(({ kind }) => kind !== 'annual').map(() => null),
    )
  })
})
