import { describe, expect, it } from 'vitest'
import { packs } from '../../../../test/packs.ts'
import { readPack } from '../../../pack/read.ts'
import { openPeriods } from './deadlines.ts'
import { readingsAsOf } from './known.ts'
import { checkReadings, standingOn, type Typed } from './proposed.ts'
import { readTable } from './table.ts'
import { indicatorsOf, templateOf } from './template.ts'

const TODAY = '2026-06-30'
const { pack } = await readPack(packs.xincheng, TODAY)
if (!pack) throw new Error('the pack of the tests does not read')
const enterable = (...ids: readonly string[]) =>
  ids.map((id) => ({ indicator: pack.indicators.get(id)!, readings: readingsAsOf(pack, id, TODAY, TODAY), waiting: [] }))

describe('the periods that have no reading', () => {
  it.each([
    [null, '2026-06-30', [], ['2025']],
    ['year', '2026-06-30', [], ['2025']],
    ['year', '2026-06-30', ['2025'], []],
    ['quarter', '2026-06-30', [], ['2026-Q1']],
    ['quarter', '2026-01-01', [], ['2025-Q4']],
    ['month', '2026-03-31', [], ['2026-02']],
    ['month', '2026-01-15', [], ['2025-12']],
  ] as const)('are as often as the pack says (%s, on %s)', (every, today, waiting, open) => {
    expect(openPeriods({ every }, [], waiting, today)).toEqual(open)
  })

  it('follow the latest reading of that kind, and no other', () => {
    const readings = readingsAsOf(pack, 'core_growth', TODAY, TODAY)
    expect(openPeriods({ every: null }, readings, [], TODAY)).toEqual(['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'])
    expect(openPeriods({ every: 'year' }, readings, [], TODAY)).toEqual(['2025'])
  })
})

describe('a table to fill in', () => {
  it('lists what one may enter with the periods that have no reading, and can be entered once it is filled in', () => {
    const own = enterable('stations', 'core_share', 'core_growth')
    const { heads, rows } = templateOf(own, TODAY, 'zh')
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['stations', '每万人5G基站数', '统计公报', '2025'],
      ['core_share', '核心产业增加值占比', '新口径', '2025'],
      ...['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'].map((period) => ['core_growth', '核心产业增加值增速', '快报', period]),
    ])
    const [value, title] = [heads.indexOf('数值'), heads.indexOf('来源标题')]
    const filled = rows.map((row, index) =>
      index === 1 ? row : row.map((cell, at) => (at === value ? '9.5' : at === title ? '公报' : cell)),
    )
    for (const language of ['zh', 'en'] as const) {
      const text = [templateOf(own, TODAY, language).heads, ...filled].map((line) => line.join('\t')).join('\n')
      const read = readTable(text)
      expect(read).toMatchObject({ passed: 1 })
      const verdicts = checkReadings((read as { readonly rows: readonly Typed[] }).rows, standingOn(pack, TODAY), () => false)
      expect(verdicts.flatMap(({ problems }) => problems)).toEqual([])
    }
  })

  it('says of each indicator its unit and the scopes in use, the latest first', () => {
    expect(indicatorsOf(enterable('core_share'), 'en').rows[0]?.slice(0, 4)).toEqual([
      'core_share',
      'Core industries’ share of GDP',
      '%',
      '新口径；旧口径',
    ])
  })
})
