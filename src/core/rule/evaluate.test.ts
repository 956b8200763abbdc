import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts.ts'
import { decide } from './evaluate.ts'
import type { Outcome } from './outcome.ts'
import { readMeasure } from './read.ts'
import { ruleOf, sampleCatalogue, sampleOf } from './samples/catalogue.ts'
import { trace } from './trace.ts'
import type { Measure } from './tree.ts'

const measureOf = (text: string): Measure => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  if (!measure)
    throw new Error(diagnostics.map((each) => `${each.place.line}:${each.place.column} ${each.code} ${each.message.en}`).join('\n'))
  return measure
}
const outcomeOf = (text: string, given: Record<string, unknown>, on = '2024-06-30', known = on): Outcome => {
  const measure = measureOf(text)
  const { facts, problems } = readFacts(given, sampleCatalogue, new Set(measure.judgements.map(({ name }) => `sample.${name}`)))
  expect(problems).toEqual([])
  return decide(measure, facts, { on, known })
}
const statusOf = (condition: string, given: Record<string, unknown>): string => outcomeOf(ruleOf(condition), given).status
const amountOf = (amount: string, given: Record<string, unknown>, rule = ''): bigint | null =>
  outcomeOf(sampleOf(`\`\`\`rule ${rule}\namount: ${amount}\n\`\`\``), given).amount

describe('three answers', () => {
  const both = { 严重失信: '否', 服务企业数: '100' }
  it('pays only when every condition holds', () => {
    expect(statusOf('服务企业数 >= 100 家', both)).toBe('eligible')
    expect(statusOf('服务企业数 > 100 家', both)).toBe('ineligible')
  })
  it('says undetermined, and which facts are missing, when a condition cannot be judged', () => {
    const outcome = outcomeOf(ruleOf('服务企业数 >= 100 家', 'min(软硬件投资额 * 30%, 500 万元)'), {})
    expect(outcome.status).toBe('undetermined')
    expect(outcome.missing).toEqual(['服务企业数', '软硬件投资额'])
  })
  it('needs no fact that can no longer change the answer', () => {
    expect(outcomeOf(ruleOf('服务企业数 >= 100 家 or 日均解析量 >= 60 万次'), { 服务企业数: '100' })).toMatchObject({
      status: 'eligible',
      missing: [],
    })
    expect(outcomeOf(ruleOf('服务企业数 >= 100 家 and 日均解析量 >= 60 万次'), { 服务企业数: '99' })).toMatchObject({
      status: 'ineligible',
      missing: [],
    })
  })
  it.each([
    ['true and unknown', '服务企业数 >= 1 家 and 严重失信', { 服务企业数: 1 }, 'undetermined'],
    ['false and unknown', '服务企业数 >= 2 家 and 严重失信', { 服务企业数: 1 }, 'ineligible'],
    ['true or unknown', '服务企业数 >= 1 家 or 严重失信', { 服务企业数: 1 }, 'eligible'],
    ['false or unknown', '服务企业数 >= 2 家 or 严重失信', { 服务企业数: 1 }, 'undetermined'],
    ['not unknown', 'not(严重失信)', {}, 'undetermined'],
    ['unknown in a list', '认定级别 in ["国家级", "省级"]', {}, 'undetermined'],
    ['unknown is known', '严重失信 is known', {}, 'ineligible'],
    ['unknown is unknown', '严重失信 is unknown', {}, 'eligible'],
  ])('judges %s as a reader expects', (_, condition, given, status) => {
    expect(statusOf(condition, given)).toBe(status)
  })
  it('gives an upper limit while facts are missing, and none where there is none', () => {
    expect(outcomeOf(ruleOf('true', 'min(软硬件投资额 * 30%, 500 万元)'), {}).atMost).toBe(500_000_000n)
    expect(outcomeOf(ruleOf('true', '软硬件投资额 * 30%'), {}).atMost).toBeNull()
    expect(outcomeOf(ruleOf('true', 'if 严重失信 then 3 元 else 5 元'), {}).atMost).toBe(500n)
  })
  it('does not take a missing day for one after 1970: the upper limit counts from the first day of the calendar', () => {
    expect(outcomeOf(ruleOf('true', '(决定日 - 成立日期) / 1 天 * 1 元'), {}).atMost).toBe(4_547_100n)
  })
  it('never lets a deleted fact turn into an amount or a no', () => {
    const text = sampleOf(
      '```rule\ndefine:\n  - 增量 (increment): 营业收入 - 上年(营业收入)\neligible:\n  - 增量 >= 100 万元\n  - not(严重失信)\n  - 认定级别 in ["国家级", "省级"]\namount: min(max(增量, 0 元) * 2‰, 100 万元)\n```',
    )
    const whole = { 营业收入: '8000 万元', 上年营业收入: '3000 万元', 严重失信: '否', 认定级别: '省级' }
    expect(outcomeOf(text, whole)).toMatchObject({ status: 'eligible', amount: 10_000_000n })
    for (const name of Object.keys(whole)) {
      const { [name as keyof typeof whole]: _gone, ...rest } = whole
      expect(outcomeOf(text, rest)).toMatchObject({ status: 'undetermined', amount: null })
    }
  })
  it('has no result where a divisor is 0, and says where', () => {
    const outcome = outcomeOf(ruleOf('营业收入 / 上年(营业收入) >= 120%'), { 营业收入: 1, 上年营业收入: 0 })
    expect(outcome).toMatchObject({ status: 'undetermined', undefinedAt: ['c1.0'], missing: [] })
  })
  it('pays no amount below zero', () => {
    expect(outcomeOf(ruleOf('true', '利润 * 10%'), { 利润: '-5 元' })).toMatchObject({
      status: 'undetermined',
      amount: null,
      undefinedAt: ['amount'],
    })
  })
})

describe('precedence', () => {
  const facts = { 认定级别: '省级', 服务企业数: '5', 日均解析量: '3' }
  it.each([
    ['认定级别 in ["国家级", "省级"] and 服务企业数 >= 5 家', 'eligible'],
    ['认定级别 in ["国家级", "省级"] and 服务企业数 >= 6 家', 'ineligible'],
    ['服务企业数 between 1 家 and 5 家 and 日均解析量 >= 3 次', 'eligible'],
    ['服务企业数 between 1 家 and 5 家 and 日均解析量 >= 4 次', 'ineligible'],
    ['not(认定级别 in ["国家级"]) and 服务企业数 >= 5 家', 'eligible'],
    ['not(认定级别 = "省级") or 服务企业数 >= 5 家', 'eligible'],
    ['服务企业数 > 9 家 or 服务企业数 > 4 家 and 日均解析量 > 9 次', 'ineligible'],
    ['(服务企业数 > 4 家 or 服务企业数 > 9 家) and 日均解析量 > 9 次', 'ineligible'],
    ['服务企业数 in [1 家..5 家)', 'ineligible'],
    ['服务企业数 in (4 家..5 家]', 'eligible'],
    ['服务企业数 + 2 家 * 3 = 11 家', 'eligible'],
    ['(服务企业数 + 2 家) * 3 = 21 家', 'eligible'],
    ['服务企业数 - 2 家 - 2 家 = 1 家', 'eligible'],
    ['- 服务企业数 + 6 家 = 1 家', 'eligible'],
    ['认定级别 in ["国家级"] or 认定级别 in ["省级"] and not(日均解析量 = 4 次)', 'eligible'],
  ])('reads %s as a person would', (condition, status) => {
    expect(statusOf(condition, facts)).toBe(status)
  })
})

describe('exact money', () => {
  it.each([
    ['1000 万元', 300_000_000n],
    ['1666.66 万元', 499_998_000n],
    ['1666.67 万元', 500_000_000n],
    ['10000 万元', 500_000_000n],
    ['0', 0n],
  ])('pays 30 %% of %s, at most 500 万元', (investment, fen) => {
    expect(amountOf('min(软硬件投资额 * 30%, 500 万元)', { 软硬件投资额: investment })).toBe(fen)
  })
  it('does not lose a third on the way', () => {
    expect(amountOf('软硬件投资额 / 3 * 3', { 软硬件投资额: '10' })).toBe(1000n)
  })
  it('keeps amounts beyond 2^53 fen to the fen', () => {
    expect(amountOf('软硬件投资额 * 3', { 软硬件投资额: '90071992547409.93' })).toBe(27021597764222979n)
  })
  it.each([
    ['half-up(0.01)', '8.325', 833n],
    ['half-down(0.01)', '8.325', 832n],
    ['half-even(0.01)', '8.325', 832n],
    ['half-even(0.01)', '8.335', 834n],
    ['floor(0.01)', '8.329', 832n],
    ['ceiling(0.01)', '8.321', 833n],
    ['floor(1)', '8.99', 800n],
    ['half-up(1万元)', '15000', 2_000_000n],
    ['floor(1万元)', '19999.99', 1_000_000n],
  ])('rounds %s of %s yuan once, at the end', (mode, yuan, fen) => {
    expect(amountOf(`软硬件投资额 * ${yuan}`, { 软硬件投资额: '1' }, `round=${mode}`)).toBe(fen)
  })
  it('counts whole steps only where the rule says so', () => {
    expect(amountOf('min(floor(软硬件投资额, 1000 万元) / 1000 万元 * 1 万元, 200 万元)', { 软硬件投资额: '10999 万元' })).toBe(10_000_000n)
  })
  it('multiplies area, months and rent into money', () => {
    expect(amountOf('面积 * 月数 * min(租金单价, 18 元/平方米/月)', { 面积: '1000', 月数: '12', 租金单价: '20' })).toBe(21_600_000n)
  })
})

describe('dates', () => {
  const text = sampleOf(
    '```params\n补助比例 (rate): { 2022-01-01..2023-12-31: 30%, 2024-01-01..: 35%, 2024-01-01..: 40% known 2024-07-01 }\n```\n```rule\namount: 软硬件投资额 * 补助比例\n```',
  )
  const facts = { 软硬件投资额: '100' }
  it('uses the version in force on the day of the decision', () => {
    expect(outcomeOf(text, facts, '2023-12-31').amount).toBe(3000n)
    expect(outcomeOf(text, facts, '2024-01-01').amount).toBe(3500n)
  })
  it('uses a version published later only when the law is asked for as known later', () => {
    expect(outcomeOf(text, facts, '2024-06-30', '2024-06-30').amount).toBe(3500n)
    expect(outcomeOf(text, facts, '2024-06-30', '2024-07-01').amount).toBe(4000n)
  })
  it('is not in force before its first and after its last day', () => {
    expect(outcomeOf(text, facts, '2021-12-31').failed[0]?.node).toBe('in_force')
    expect(outcomeOf(text, facts, '2025-12-31').status).toBe('eligible')
    expect(outcomeOf(text, facts, '2026-01-01').failed[0]).toMatchObject({ node: 'in_force', value: '2026-01-01' })
  })
  it('computes with days', () => {
    expect(statusOf('years(成立日期, 决定日) >= 3 年', { 成立日期: '2021-06-30' })).toBe('eligible')
    expect(statusOf('years(成立日期, 决定日) >= 3 年', { 成立日期: '2021-07-01' })).toBe('ineligible')
    expect(statusOf('add_months(成立日期, 1 个月) = 2024-02-29', { 成立日期: '2024-01-31' })).toBe('eligible')
    expect(statusOf('成立日期 + 30 日 >= 2024-03-01', { 成立日期: '2024-01-31' })).toBe('eligible')
    expect(statusOf('成立日期 <= 2021-12-31', { 成立日期: '2021-12-31' })).toBe('eligible')
  })
  it('looks back on yearly facts', () => {
    expect(statusOf('近年合计(营业收入, 3) >= 6 元', { 营业收入: 1, 上年营业收入: 2, 前年营业收入: 3 })).toBe('eligible')
    expect(outcomeOf(ruleOf('近年合计(营业收入, 3) >= 6 元'), { 营业收入: 1, 前年营业收入: 3 }).missing).toEqual(['营业收入@-1'])
  })
})

describe('tables', () => {
  const text = sampleOf(
    '```table id=奖励 hit=first en=award\n| 营业收入 | 营业收入增长率 | 奖励 |\n| --- | --- | --- |\n| >= 10 亿元 | >= 20% | 100 万元 |\n| >= 5 亿元 | [25%..30%) | 60 万元 |\n| >= 5 亿元 | >= 30% | min(营业收入 * 1‰, 80 万元) |\n```\n```rule\namount: 奖励\n```',
  )
  it.each([
    ['10 亿元', '20%', 100_000_000n],
    ['5 亿元', '25%', 60_000_000n],
    ['5 亿元', '30%', 50_000_000n],
    ['9.99 亿元', '99%', 80_000_000n],
  ])('pays the first row that holds: %s at %s', (revenue, growth, fen) => {
    expect(outcomeOf(text, { 营业收入: revenue, 营业收入增长率: growth }).amount).toBe(fen)
  })
  it('is not eligible where no row holds', () => {
    expect(outcomeOf(text, { 营业收入: '5 亿元', 营业收入增长率: '24.99%' })).toMatchObject({
      status: 'ineligible',
      failed: [{ source: '奖励' }],
    })
  })
  it('is undetermined as soon as a row before the first true one is unknown', () => {
    expect(outcomeOf(text, { 营业收入: '20 亿元' })).toMatchObject({
      status: 'undetermined',
      missing: ['营业收入增长率'],
      atMost: 100_000_000n,
    })
  })
})

describe('judgements and gaps', () => {
  const text = sampleOf(
    '```judgement by=样例部门\n择优 (selection)：组织评审。\n```\n```rule\neligible:\n  - 服务企业数 > 100 家\namount: 200 万元\n```',
  )
  it('makes a candidate, not an award, until a person has decided', () => {
    expect(outcomeOf(text, { 服务企业数: 101 })).toMatchObject({
      status: 'undetermined',
      judgement: ['sample.择优'],
      amount: null,
      atMost: 200_000_000n,
    })
    expect(outcomeOf(text, { 服务企业数: 101, 'sample.择优': '是' })).toMatchObject({ status: 'eligible', amount: 200_000_000n })
    expect(outcomeOf(text, { 服务企业数: 101, 'sample.择优': '否' })).toMatchObject({ status: 'ineligible', amount: null })
    expect(outcomeOf(text, { 服务企业数: 100 })).toMatchObject({ status: 'ineligible' })
  })
})

describe('what always holds', () => {
  const text = sampleOf(
    '```rule\ndefine:\n  - 甲 (a): if 严重失信 then 软硬件投资额 else 营业收入\neligible:\n  - 服务企业数 > 10 家 or 认定级别 = "市级"\n  - 甲 >= 10 元\namount: max(min(甲 * 30%, 营业收入 - 1 元), 0 元)\n```',
  )
  const some = fc.record(
    {
      严重失信: fc.constantFrom('是', '否'),
      软硬件投资额: fc.nat(40).map(String),
      营业收入: fc.nat(40).map(String),
      服务企业数: fc.nat(20).map(String),
      认定级别: fc.constantFrom('市级', '省级'),
    },
    { requiredKeys: [] },
  )
  it('an answer that was given stays the same whatever the missing facts turn out to be', () => {
    fc.assert(
      fc.property(some, some, (given, later) => {
        const before = outcomeOf(text, given)
        const after = outcomeOf(text, { ...later, ...given })
        if (before.status !== 'undetermined')
          expect({ status: after.status, amount: after.amount }).toEqual({ status: before.status, amount: before.amount })
        if (before.status === 'undetermined' && before.atMost !== null && after.amount !== null)
          expect(after.amount <= before.atMost).toBe(true)
      }),
    )
  })
  it('only facts named as missing change an undetermined answer', () => {
    fc.assert(
      fc.property(some, some, (given, later) => {
        const before = outcomeOf(text, given)
        if (before.status !== 'undetermined') return
        const others = Object.fromEntries(Object.entries(later).filter(([name]) => !(name in given) && !before.missing.includes(name)))
        expect(outcomeOf(text, { ...others, ...given })).toEqual(before)
      }),
    )
  })
  it('the trace reaches the same outcome as the evaluation', () => {
    const measure = measureOf(text)
    fc.assert(
      fc.property(some, (given) => {
        const { facts } = readFacts(given, sampleCatalogue)
        const when = { on: '2024-06-30', known: '2024-06-30' }
        const { trace: steps, ...outcome } = trace(measure, facts, when)
        expect(outcome).toEqual(decide(measure, facts, when))
        expect(steps!.length).toBeGreaterThan(5)
      }),
    )
  })
})
