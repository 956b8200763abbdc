import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { readFacts } from '../../../core/facts.ts'
import { packOf, readPack } from '../../../pack/read.ts'
import { decisionOf } from './check.ts'
import { lawOf } from './law.ts'
import { piecesOf, type Target } from './marks.ts'
import { roundingText } from './speak.ts'
import { stepsOf } from './steps.ts'

const pack = packOf(await xincheng(), '2026-11-24').pack!
const when = { on: '2025-06-30', known: '2025-06-30' }
const measure = (id: string) => pack.measures.get(id)!
const first = (id: string) => lawOf(measure(id), when, pack)[0]!
const steps = (id: string, given: Readonly<Record<string, string>>) =>
  stepsOf(measure(id), readFacts(given, pack.facts).facts, when, pack).map(({ kind, label, value }) => [kind, label.zh, value.zh])

describe('a rule in words', () => {
  it('names facts without inventing values, and parameters with theirs', () => {
    expect(first('scenario-award').conditions.map((each) => each.text)).toEqual([
      { zh: '示范场景级别为国家级、市级之一', en: 'level of the scenario is one of national, city' },
      { zh: '场景投资额不低于投资门槛（50 万元）', en: 'investment in the scenario is at least least investment (500,000 yuan)' },
    ])
    expect(first('scenario-award').amounts[0]!.text.zh).toBe('取较小者（场景投资额 × 奖励比例（20%）；奖励上限（100 万元））')
  })
  it('tells a table row by row', () => {
    expect(first('growth-award').tables[0]!.rows[0]).toMatchObject({
      when: { zh: '营业收入不低于 1 亿元，且营业收入增长率不低于 20%' },
      value: { zh: '50 万元', en: '500,000 yuan' },
    })
  })
  it('gives every version of a parameter with its days', () => {
    expect(first('rent-support').parameters[0]!.versions.map((each) => [each.value.zh, each.from, each.to])).toEqual([
      ['20 元/平方米/月', '2024-01-01', '2025-12-31'],
      ['25 元/平方米/月', '2026-01-01', '2027-12-31'],
    ])
  })
  it('says in each language why a person decides, what is missing and how measures meet', () => {
    const { heading, judgements } = first('scenario-award')
    expect(heading).toEqual({ zh: '奖励标准', en: 'Award' })
    expect(judgements).toMatchObject([
      { by: { en: 'Data Bureau' }, text: { zh: '组织评审，择优确定。', en: 'A review is held and decides on merit.' } },
    ])
    expect(first('cloud-voucher').gaps).toMatchObject([{ text: { zh: '未公布。', en: 'Not public.' } }])
    expect(first('growth-award').relations).toEqual([
      {
        kind: 'highest',
        detail: { zh: 'research-subsidy', en: 'research-subsidy' },
        text: { zh: '两项择其高。', en: 'The higher of the two is paid.' },
      },
      { kind: 'once', detail: { zh: '年度', en: '' }, text: { zh: '每年一次。', en: 'Once a year.' } },
    ])
  })
  it('keeps the blocks as they are written within reach', () => {
    expect(first('scenario-award').source).toContain('amount: min(场景投资额 * 奖励比例, 奖励上限)')
    expect(first('scenario-award').source).not.toContain('| 市级 | 50 万元 |')
  })
  it.each([
    ['half-up', 1, '四舍五入到分', 'rounded half up to the fen (0.01 yuan)'],
    ['floor', 100, '舍去零头到元', 'rounded down to the yuan'],
    ['ceiling', 1_000_000, '零头进一到万元', 'rounded up to ten thousand yuan'],
    ['half-even', 1000, '四舍六入五成双到 10 元的整数倍', 'rounded half to even to multiples of 10 yuan'],
  ] as const)('says %s by %d fen as an officer does', (mode, step, zh, en) => {
    expect(roundingText({ mode, step })).toEqual({ zh, en })
  })
})

describe('an English reader', async () => {
  const shipped = (await readPack(path.resolve(import.meta.dirname, '../../../../packs/wuhan'), '2026-11-24')).pack!
  /** Everything said in English, wherever it stands; `of` is an id. */
  const english = (value: unknown, inEnglish = false): readonly string[] => {
    if (typeof value === 'string') return inEnglish ? [value] : []
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, own]) => (key === 'of' ? [] : english(own, inEnglish || key === 'en')))
  }
  /** Numbers of documents have no other form. */
  const chinese = (value: unknown) =>
    english(value).filter((text) => /\p{Script=Han}/u.test(text.replace(/\p{Script=Han}+〔\d{4}〕\d+号/gu, '')))

  it.each([pack, shipped])('meets no Chinese in a rule or in a decision: $title.en', (own) => {
    for (const each of own.measures.values()) expect(chinese(lawOf(each, when, own)), each.id).toEqual([])
    const { results } = decisionOf(own, [...own.measures.values()], new Map(), when)
    expect(results.length).toBe(own.measures.size)
    expect(chinese(results)).toEqual([])
  })
})

describe('numbers of a clause', () => {
  const share: Target = { id: 'p-rate', percent: true, value: { n: 3n, d: 10n } }
  const cap: Target = { id: 'p-cap', percent: false, value: 5_000_000 }
  const named = (text: string, language: 'zh' | 'en') =>
    piecesOf(text, language, [share, cap]).flatMap((piece) => (piece.of ? [[piece.text, piece.of]] : []))

  it('lead to the parameter they set, in both languages', () => {
    expect(named('补助投资额的30%，封顶500万元。', 'zh')).toEqual([
      ['30%', 'p-rate'],
      ['500万元', 'p-cap'],
    ])
    expect(named('receives 30 % of it, at most 5 million yuan', 'en')).toEqual([
      ['30 %', 'p-rate'],
      ['5 million', 'p-cap'],
    ])
  })
  it('are left alone where they mean something else', () => {
    expect(named('30家企业、500元、5000000%', 'zh')).toEqual([])
  })
  it('lose no character of the clause', () => {
    const text = '前30%后500万元尾1,000'
    expect(
      piecesOf(text, 'zh', [share, cap])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})

describe('the steps of an amount', () => {
  it('go from the facts over the parameters to the rounded amount', () => {
    expect(
      steps('rent-support', { 企业规模: '微型', 成立日期: '2024-01-01', 月租金单价: '19.99', 租用面积: '99.99', 租用月数: '1' }),
    ).toEqual([
      ['fact', '月租金单价', '19.99 元/平方米/月'],
      ['parameter', '单价上限', '20 元/平方米/月'],
      ['computed', '取较小者（月租金单价；单价上限（20 元/平方米/月））', '19.99 元/平方米/月'],
      ['named', '补贴单价', '19.99 元/平方米/月'],
      ['fact', '租用面积', '99.99 平方米'],
      ['parameter', '面积上限', '500 平方米'],
      ['computed', '取较小者（租用面积；面积上限（500 平方米））', '99.99 平方米'],
      ['computed', '补贴单价 × 取较小者（租用面积；面积上限（500 平方米））', '1,998.8001 元/月'],
      ['fact', '租用月数', '1 个月'],
      ['parameter', '月数上限', '12 个月'],
      ['computed', '取较小者（租用月数；月数上限（12 个月））', '1 个月'],
      ['computed', expect.stringContaining('补贴单价'), '1,998.8001 元'],
      ['rounded', '舍去零头到元', '1,998 元'],
    ])
  })
  it('name the row of a table that applies', () => {
    const own = steps('growth-award', { 独立法人: '是', 营业收入: '1 亿元', 营业收入增长率: '10%' })
    expect(own).toContainEqual(['named', '增长奖励：营业收入不低于 1 亿元，且营业收入增长率不低于 10%', '30 万元'])
    expect(own.at(-1)).toEqual(['rounded', '四舍五入到分（未改变）', '30 万元'])
  })
  it('leave a value open while its fact is not known, and never call it 0', () => {
    const own = steps('scenario-award', { 示范场景级别: '市级' })
    expect(own[0]).toEqual(['fact', '场景投资额', '—'])
    expect(own.some(([kind]) => kind === 'rounded')).toBe(false)
  })
})
