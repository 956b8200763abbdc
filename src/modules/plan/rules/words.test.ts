import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { exactOf } from '../../../core/exact.ts'
import type { Indicator } from '../../../pack/pack.ts'
import { packOf } from '../../../pack/read.ts'
import { assessAll } from './assess.ts'
import { computedValue, difference, measured, promised, reported, speedText, unitIn, valueIn, valueText } from './measured.ts'
import { onPath } from './path.ts'
import { periodCode, periodText } from './periods.ts'
import { probabilityText, sentenceOf, summaryOf } from './words.ts'

const { pack } = packOf(await xincheng(), '2026-06-30')
if (!pack) throw new Error('the invented city does not pass its own check')
const share = pack.indicators.get('core_share')
if (!share) throw new Error('the invented city has no core_share')
const inUnit = (zh: string, en: string): Indicator => ({ ...share, unit: { zh, en } })
const yuan = inUnit('亿元', '100 million yuan')
const people = inUnit('万人', '10,000 people')
const number = inUnit('个', 'number')

describe('numbers and units', () => {
  it('cuts a rate that was computed to what is read, and nothing that a source wrote', () => {
    expect(measured('85.714285714286', share, 'zh')).toBe('85.71%')
    expect([valueText('85.714285714286'), valueText('14.60'), valueText('1380.9125')]).toEqual(['85.71', '14.60', '1,380.9125'])
  })
  it.each([
    [share, '14.6', '14.6%', '14.6%'],
    [yuan, '4045', '4,045 亿元', '404.5 billion yuan'],
    [yuan, '2369.65', '2,369.65 亿元', '236.965 billion yuan'],
    [people, '1380.91', '1,380.91 万人', '13.8091 million people'],
    [number, '34400000000', '34,400,000,000 个', '34,400,000,000'],
    [inUnit('%/年', '% a year'), '10', '每年 10%', '10% a year'],
    [inUnit('个/万人', 'per 10,000 people'), '33', '33 个/万人', '33 per 10,000 people'],
    [share, '4.0', '4.0%', '4.0%'],
  ])('writes %o %s as %s and %s', (indicator, value, zh, en) => {
    expect([measured(value, indicator, 'zh'), measured(value, indicator, 'en')]).toEqual([zh, en])
  })
  it('names one unit at the head of a column and none in its cells', () => {
    expect([unitIn(yuan, 'zh'), valueIn('4045', yuan, 'zh')]).toEqual(['亿元', '4,045'])
    expect([unitIn(yuan, 'en'), valueIn('4045', yuan, 'en')]).toEqual(['billion yuan', '404.5'])
    expect(unitIn(number, 'en')).toBe('')
  })
  it('never mixes percent with percentage points', () => {
    const two = exactOf('2.7') ?? 0
    expect(difference(two, share, 'zh')).toBe('2.7 个百分点')
    expect(difference(two, share, 'en')).toBe('2.7 percentage points')
    expect(difference(two, yuan, 'zh')).toBe('2.7 亿元')
    expect(computedValue(exactOf('1234.567') ?? 0, yuan, 'en')).toBe('123.46 billion yuan')
  })
  it.each([
    ['growth', '0.1234', yuan, '年均增长 12.34%', 'growth of 12.34% a year'],
    ['growth', '-0.27', yuan, '年均下降 27%', 'a fall of 27% a year'],
    ['step', '2.7', share, '每年上升 2.7 个百分点', 'a rise of 2.7 percentage points a year'],
    ['step', '-2.7', share, '每年下降 2.7 个百分点', 'a fall of 2.7 percentage points a year'],
    ['step', '-30', yuan, '每年下降 30 亿元', 'a fall of 3 billion yuan a year'],
    ['growth', '0', yuan, '不增不减', 'no change'],
  ] as const)('words a %s of %s by its direction, without a sign', (kind, value, indicator, zh, en) => {
    const speed = { kind, value: exactOf(value) ?? 0 }
    expect([speedText(speed, indicator, 'zh'), speedText(speed, indicator, 'en')]).toEqual([zh, en])
  })
  it('keeps what the source says about precision, and the comparator of the promise', () => {
    const [reading] = pack.readings
    if (!reading) throw new Error('no reading')
    expect(reported({ ...reading, value: '3500', precision: 'over' }, yuan, 'zh')).toBe('超过 3,500 亿元')
    expect(reported({ ...reading, value: '25', precision: 'about' }, number, 'en')).toBe('about 25')
    expect(promised({ target: { comparator: '>', value: '14' }, indicator: share }, 'zh')).toBe('超过 14%')
    expect(promised({ target: { comparator: '>=', value: '90' }, indicator: share }, 'en')).toBe('at least 90%')
  })
})

describe('days and periods', () => {
  it.each([
    ['2026', '2026年', '2026', '2026'],
    ['2024-09', '2024年9月', 'September 2024', '2024-09'],
    ['2026-11-24', '2026年11月24日', '24 November 2026', '2026-11-24'],
    ['2025-Q1', '2025年第一季度', 'the first quarter of 2025', '2025-Q1'],
    ['2024-01/2024-09', '2024年1—9月', 'January to September 2024', '2024-01 to 2024-09'],
    ['2025/2027', '2025年至2027年', '2025 to 2027', '2025 to 2027'],
  ])('says %s as %s and %s, and writes %s in tables', (period, zh, en, code) => {
    expect([periodText(period, 'zh'), periodText(period, 'en'), periodCode(period, 'en')]).toEqual([zh, en, code])
  })
})

describe('the words of an assessment', () => {
  const all = assessAll(pack, '2026-06-30', '2026-06-30')

  it('counts every target under exactly one heading', () => {
    const { zh, en } = summaryOf(all)
    const [total, ...parts] = (zh.match(/\d+/g) ?? []).map(Number)
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(total)
    expect((en.match(/\d+/g) ?? []).map(Number)).toEqual([total, ...parts])
  })
  it('ends each sentence in its own language’s full stop and leaves nothing unsaid', () => {
    for (const { zh, en } of all.map(sentenceOf)) {
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/\.$/)
      expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/)
    }
  })
  it('says that a value of another scope passed the target, not that it is met', () => {
    const [found] = all.filter((each) => each.indicator.id === 'core_share')
    if (!found) throw new Error('no target')
    const doubtful = { ...found, status: 'met', reason: null, doubt: 'other-series', ratio: null } as const
    expect(sentenceOf(doubtful).zh).toContain('口径待证实')
    expect(sentenceOf(doubtful).en).toContain('not proven')
    expect(summaryOf([doubtful]).zh).not.toContain('项达成')
  })
  it.each([
    [0.9, 'very likely'],
    [0.66, 'likely'],
    [0.33, 'open'],
    [0.1, 'unlikely'],
    [0.0999, 'very unlikely'],
  ])('calls a chance of %d %s', (chance, word) => {
    expect(probabilityText(chance).en).toBe(word)
  })
})

describe('the path of a promise', () => {
  it('starts and ends where it should by every method', () => {
    for (const method of ['linear', 'growth', 'logit'] as const) {
      expect(onPath(method, 60, 90, 0)).toBeCloseTo(60, 9)
      expect(onPath(method, 60, 90, 1)).toBeCloseTo(90, 9)
    }
    expect(onPath('linear', 60, 90, 1 / 3)).toBeCloseTo(70, 9)
    expect(onPath('growth', 60, 90, 1 / 3)).toBeCloseTo(68.683, 3)
  })
  it('is not drawn where the method does not hold', () => {
    expect(onPath('growth', 0, 90, 0.5)).toBeNull()
    expect(onPath('logit', 60, 100, 0.5)).toBeNull()
  })
})
