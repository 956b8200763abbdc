import { describe, expect, it } from 'vitest'
import { type Facts, readFacts } from '../../facts.ts'
import { decide, judgementKey } from '../evaluate.ts'
import { maskOf } from '../mask.ts'
import { readMeasure } from '../read.ts'
import { ruleOf, sampleCatalogue, sampleOf } from '../samples/catalogue.ts'
import type { Measure } from '../tree.ts'
import { blockSource } from './block.ts'
import { cellsOf, compileColumns, ELIGIBLE, INELIGIBLE, UNDETERMINED } from './columns.ts'
import { factsAt, layoutOf, populationOfFacts } from './population.ts'
import { explainRow, reasonsIn } from './reasons.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }

const measureOf = (text: string): Measure => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return measure
}
const judgementsOf = (measure: Measure): ReadonlySet<string> => new Set(measure.judgements.map(({ name }) => judgementKey(measure, name)))
const factsOf = (measure: Measure, given: Record<string, unknown>): Facts => {
  const { facts, problems } = readFacts(given, sampleCatalogue, judgementsOf(measure))
  expect(problems).toEqual([])
  return facts
}
/** Status, amount and reasons of each subject; what `decide` says of the same is part of the test. */
const cellsFor = (text: string, subjects: readonly Record<string, unknown>[], when = WHEN) => {
  const measure = measureOf(text)
  const rows = subjects.map((given) => factsOf(measure, given))
  const population = populationOfFacts(rows, sampleCatalogue, judgementsOf(measure))
  const program = compileColumns([measure], layoutOf(population), when)
  const cells = cellsOf(program, population.count)
  program.run(population, cells)
  return rows.map((facts, row) => {
    const found = [cells.status[0]![row]!, cells.amount[0]![row]!, cells.mask![0]![row]!] as const
    const outcome = decide(measure, facts, when)
    const status = { ineligible: INELIGIBLE, eligible: ELIGIBLE, undetermined: UNDETERMINED }[outcome.status]
    expect(found).toEqual([status, Number(outcome.amount ?? 0n), maskOf(measure, facts, when)])
    return [...found.slice(0, 2), reasonsIn(measure, found[2]).join(' ')]
  })
}
const amountOf = (amount: string, subjects: readonly Record<string, unknown>[], rule = '') =>
  cellsFor(sampleOf(`\`\`\`rule ${rule}\namount: ${amount}\n\`\`\``), subjects)

describe('a cell', () => {
  it('names every condition that is false, not only the first', () => {
    const text = sampleOf('```rule\neligible:\n  - 服务企业数 >= 100 家\n  - not(严重失信)\n  - 评分 > 60\namount: 1 元\n```')
    expect(
      cellsFor(text, [
        { 服务企业数: 99, 严重失信: '是', 评分: 61 },
        { 服务企业数: 99, 评分: 60 },
        { 服务企业数: 100, 评分: 61 },
        { 服务企业数: 100, 严重失信: '否', 评分: 61 },
      ]),
    ).toEqual([
      [INELIGIBLE, 0, 'c1 c2'],
      [INELIGIBLE, 0, 'c1 c3'],
      [UNDETERMINED, 0, 'c2'],
      [ELIGIBLE, 100, ''],
    ])
  })
  it('waits for a person, and follows what the person said', () => {
    const text = sampleOf('```rule\namount: 5 元\n```\n```judgement by=专家\n择优：由专家评审。\n```')
    expect(cellsFor(text, [{}, { 'sample.择优': '是' }, { 'sample.择优': '否' }])).toEqual([
      [UNDETERMINED, 0, 'j:择优'],
      [ELIGIBLE, 500, ''],
      [INELIGIBLE, 0, 'j:择优'],
    ])
    expect(cellsFor(text, [{}, { 严重失信: '是' }])).toEqual([
      [UNDETERMINED, 0, 'j:择优'],
      [UNDETERMINED, 0, 'j:择优'],
    ])
  })
  it('is settled for everybody where the rule is not in force', () => {
    expect(cellsFor(ruleOf('严重失信'), [{ 严重失信: '是' }, {}], { on: '2021-12-31', known: '2024-06-30' })).toEqual([
      [INELIGIBLE, 0, ''],
      [INELIGIBLE, 0, ''],
    ])
  })
  it('stays undetermined where a fact has no column at all', () => {
    expect(cellsFor(ruleOf('认定级别 = "国家级"', '软硬件投资额 * 30%'), [{}])).toEqual([[UNDETERMINED, 0, 'c1 amount']])
  })
})

describe('a mask', () => {
  const withConditions = (count: number, more = ''): string =>
    sampleOf(
      `\`\`\`rule\neligible:\n${Array.from({ length: count }, (_, index) => `  - 评分 > ${index}`).join('\n')}\namount: 软硬件投资额\n\`\`\`\n${more}`,
    )
  const judged = '```judgement by=专家\n择优：由专家评审。\n```'
  it('has room for thirty conditions and the amount', () => {
    expect(cellsFor(withConditions(30), [{ 评分: 28 }, { 评分: 100 }])).toEqual([
      [INELIGIBLE, 0, 'c29 c30'],
      [UNDETERMINED, 0, 'amount'],
    ])
  })
  it.each([withConditions(31), withConditions(30, judged)])('has no room for more, which the check says', (text) => {
    const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
    expect(measure).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toEqual(['rule.too-many'])
  })
})

describe('amounts', () => {
  it('come back whole from thirds', () => {
    expect(amountOf('软硬件投资额 / 3 * 3', [{ 软硬件投资额: '0.01' }, { 软硬件投资额: '90071992547409.91' }])).toEqual([
      [ELIGIBLE, 1, ''],
      [ELIGIBLE, 9_007_199_254_740_991, ''],
    ])
  })
  it('have no value where a divisor is 0, and keep the sign of one that is negative', () => {
    expect(
      amountOf('软硬件投资额 * 软硬件投资额 / 利润', [
        { 软硬件投资额: 3, 利润: 0 },
        { 软硬件投资额: 3, 利润: -2 },
        { 软硬件投资额: 3, 利润: 2 },
      ]),
    ).toEqual([
      [UNDETERMINED, 0, 'amount'],
      [UNDETERMINED, 0, 'amount'],
      [ELIGIBLE, 450, ''],
    ])
  })
  it.each([
    ['half-even(1)', [200, 200, 0]],
    ['half-down(1)', [100, 200, 0]],
    ['half-up(1)', [200, 300, 100]],
  ])('are rounded by their mode at exactly half: %s', (round, amounts) => {
    const subjects = ['1.5', '2.5', '0.5'].map((利润) => ({ 利润 }))
    expect(amountOf('利润', subjects, `round=${round}`).map(([, amount]) => amount)).toEqual(amounts)
  })
  it('are rounded down the scale where they are negative inside', () => {
    // -1.5 half up is -1, half down -2: the amount shows it once it is positive again.
    expect(amountOf('round(利润, 1 元) + 10 元', [{ 利润: '-1.5' }, { 利润: '-2.5' }])).toEqual([
      [ELIGIBLE, 900, ''],
      [ELIGIBLE, 800, ''],
    ])
  })
  it('have no value where the step of floor is not positive or not known', () => {
    expect(
      amountOf('floor(软硬件投资额, 利润)', [
        { 软硬件投资额: 10, 利润: 3 },
        { 软硬件投资额: 10, 利润: 0 },
        { 软硬件投资额: 10, 利润: -3 },
        { 软硬件投资额: 10 },
      ]),
    ).toEqual([
      [ELIGIBLE, 900, ''],
      [UNDETERMINED, 0, 'amount'],
      [UNDETERMINED, 0, 'amount'],
      [UNDETERMINED, 0, 'amount'],
    ])
  })
  it('are exact with percentages of several decimal places', () => {
    expect(
      amountOf('软硬件投资额 * 营业收入增长率', [
        { 软硬件投资额: 200, 营业收入增长率: '8.25%' },
        { 软硬件投资额: 3, 营业收入增长率: '33.3333333333%' },
      ]),
    ).toEqual([
      [ELIGIBLE, 1650, ''],
      [ELIGIBLE, 100, ''],
    ])
  })
  it('are refused beyond 53 bits, by measure and row', () => {
    expect(() => amountOf('软硬件投资额 * 2', [{ 软硬件投资额: 1 }, { 软硬件投资额: '60000000000000' }])).toThrow(
      'measure sample, row 1: an amount of 12000000000000000 fen does not fit in 53 bits',
    )
  })
})

describe('bigints', () => {
  const sourceFor = (amount: string, money: string): string => {
    const measure = measureOf(sampleOf(`\`\`\`rule\namount: ${amount}\n\`\`\``))
    const population = populationOfFacts(
      [factsOf(measure, { 软硬件投资额: money }), factsOf(measure, { 软硬件投资额: 1 })],
      sampleCatalogue,
    )
    return blockSource([measure], layoutOf(population), WHEN, 'none').source
  }
  it('do what doubles cannot be proven to do, and nothing else', () => {
    const rate = 'min(软硬件投资额 * 12.345%, 500 万元)'
    expect(sourceFor(rate, '1 亿元')).not.toMatch(/big|\dn/)
    expect(sourceFor(rate, '80000 亿元')).toMatch(/big\(/)
  })
  it('leave the amount exact', () => {
    expect(amountOf('min(软硬件投资额 * 12.345%, 500 万元)', [{ 软硬件投资额: '80000 亿元' }, { 软硬件投资额: '0.04' }, {}])).toEqual([
      [ELIGIBLE, 500_000_000, ''],
      [ELIGIBLE, 0, ''],
      [UNDETERMINED, 0, 'amount'],
    ])
    // The product needs 60 bits on its way to an amount of 53.
    expect(amountOf('软硬件投资额 * 99.7%', [{ 软硬件投资额: '90071992547409.91' }, { 软硬件投资额: '0' }])).toEqual([
      [ELIGIBLE, 8_980_177_656_976_768, ''],
      [ELIGIBLE, 0, ''],
    ])
  })
})

describe('code', () => {
  const chain = Array.from({ length: 40 }, (_, index) => {
    const below = index === 0 ? '严重失信' : `名${index - 1}`
    return `  - 名${index}: (评分 > ${index} and ${below}) or (服务企业数 > ${index} 家 and ${below})`
  }).join('\n')
  const text = sampleOf(`\`\`\`rule\ndefine:\n${chain}\neligible:\n  - 名39\namount: 1 元\n\`\`\``)
  it.each([1, 3])('holds what recurs once, however often it is named, in a block of %i', (count) => {
    const measure = measureOf(text)
    const population = populationOfFacts([factsOf(measure, { 严重失信: '是', 评分: 1, 服务企业数: 1 }), new Map()], sampleCatalogue)
    const { source } = blockSource(Array(count).fill(measure), layoutOf(population), WHEN, 'all')
    expect(source.length).toBeLessThan(20_000)
  })
  it('decides such a chain as the interpreter does', () => {
    const subjects = [0, 20, 50].flatMap((评分) => [{ 评分, 服务企业数: 60 - 评分, 严重失信: '是' }, { 评分, 严重失信: '是' }, { 评分 }])
    expect(cellsFor(text, subjects).map(([status]) => status)).toContain(ELIGIBLE)
  })
})

describe('a program', () => {
  const measure = measureOf(ruleOf('服务企业数 >= 100 家', '软硬件投资额 * 30%'))
  const populationFor = (given: readonly Record<string, unknown>[]) =>
    populationOfFacts(
      given.map((each) => factsOf(measure, each)),
      sampleCatalogue,
    )
  const known = { 服务企业数: 100, 软硬件投资额: 50 }
  it('runs on every population within its ranges and refuses one beyond them', () => {
    const program = compileColumns([measure], layoutOf(populationFor([known, { 服务企业数: 1, 软硬件投资额: 10 }])), WHEN)
    const cells = cellsOf(program, 1)
    program.run(populationFor([{ 服务企业数: 100, 软硬件投资额: 20 }]), cells)
    expect(cells.amount[0]![0]).toBe(600)
    for (const other of [{ ...known, 软硬件投资额: 51 }, { 服务企业数: 100 }])
      expect(() => program.run(populationFor([other, known]), cells)).toThrow(
        'column 软硬件投资额 holds what the program was not compiled for',
      )
  })
  it('decides only the rows it is asked for', () => {
    const population = populationFor([known, known, known])
    const program = compileColumns([measure], layoutOf(population), WHEN, 'none')
    const cells = cellsOf(program, 3)
    program.run(population, cells, 1, 2)
    expect([...cells.status[0]!]).toEqual([INELIGIBLE, ELIGIBLE, INELIGIBLE])
  })
  it('leaves every row explainable from its facts alone', () => {
    const population = populationFor([known, { 服务企业数: 99 }])
    const outcome = explainRow(measure, factsAt(population, 1), WHEN)
    expect(outcome).toMatchObject({ status: 'ineligible', mask: 1, failed: [{ node: 'c1', fact: '服务企业数', needed: '>= 100 家' }] })
    expect(outcome.trace?.length).toBeGreaterThan(2)
  })
})
