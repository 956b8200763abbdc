/** Random measures, as texts, and random facts: what every way of computing a rule is held against. */
import fc from 'fast-check'
import { exactOf } from '../../exact.ts'
import type { FactCatalogue, FactDeclaration } from '../../facts.ts'
import { readMeasure } from '../read.ts'
import type { Measure } from '../tree.ts'
import { FRONT, sampleCatalogue, sampleOf } from './catalogue.ts'
import { expressions, LONG_NAME } from './random.ts'
import type { Written } from './written.ts'

const like = (model: string, name: string, others: Partial<FactDeclaration> = {}): readonly [string, FactDeclaration] => [
  name,
  { ...sampleCatalogue.get(model)!, name, ...others },
]

/** The facts of the samples and some that meet each other: two of each type, one money so small that it needs no wide numbers. */
export const randomCatalogue: FactCatalogue = new Map([
  ...sampleCatalogue,
  like('软硬件投资额', '小额费用', { max: exactOf('100000000') }),
  like('服务企业数', '合作企业数', { max: exactOf('500') }),
  like('评分', '复评分', { min: exactOf('-10') }),
  like('营业收入增长率', '利润增长率'),
  like('成立日期', '认定日期'),
  like('严重失信', '独立法人'),
  like('主营业务', '备注'),
  like('认定级别', LONG_NAME),
])

const block = (head: string, lines: readonly string[]): string => (lines.length === 0 ? '' : `\`\`\`${head}\n${lines.join('\n')}\n\`\`\`\n`)

/** Versions with gaps between them, one that became public late, one that nobody has. */
const PARAMETERS = [
  '比例 (rate): { 2022-01-01..2024-03-31: 30%, 2024-04-01..: 1‰ }',
  '上限 (cap): { 2022-01-01..2023-12-31: 3 元, 2024-02-01..: 7 元, 2024-02-01..: 8.5 万元 known 2024-06-01 }',
  '门槛 (threshold): { 2022-01-01..: 2 家, 2022-01-01..2024-06-29: 3 家 known 2023-01-01 }',
  '起算日 (first day): 2023-03-31',
  '无版本 (none): { ..2000-01-01: 1 元 }',
]
const NAMED = { money: ['上限', '无版本'], percent: ['比例'], count: ['门槛'], date: ['起算日'] }
const ROUNDINGS = ['half-up', 'half-down', 'half-even', 'floor', 'ceiling'].flatMap((mode) =>
  ['0.01', '0.03', '1', '100', '1万元'].map((step) => `rule round=${mode}(${step})`),
)
const RELATIONS = { condition: ['exclusive if', 'once 平台 if', 'waived if'], money: ['difference less', 'cap_by at', 'match at'] }

type Texts = { readonly full: string; readonly lean: string }

/** Rows that overlap are refused where that is seen before running: a first column that is no fact, and lets all days through, keeps it from being seen. */
const unseen = (hit: string): { readonly head: string; readonly cell: string } =>
  hit === 'unique' ? { head: '决定日 | ', cell: '>= 1900-01-01 | ' } : { head: '', cell: '' }

/** A whole measure: dated parameters, definitions and tables that name each other, conditions, judgements, relations, an amount; written in both ways. */
export const measures = (known: boolean): fc.Arbitrary<Texts> => {
  const first = expressions({ ...NAMED, known })
  const second = expressions({ ...NAMED, money: [...NAMED.money, '甲'], percent: ['比例', '乙'], date: ['起算日', '丙'], known })
  const third = expressions({ ...NAMED, money: ['甲', '上限'], percent: ['乙', '率'], date: ['丙'], condition: ['丁'], known })
  const last = expressions({ ...NAMED, money: ['甲', '奖', '奖'], percent: ['乙', '率', '比例'], date: ['丙'], condition: ['丁'], known })
  const table = (a: readonly string[], b: readonly string[], value: fc.Arbitrary<Written>) =>
    fc.array(fc.tuple(fc.constantFrom(...a), fc.constantFrom(...b), value), { minLength: 1, maxLength: 4 })
  const hit = fc.constantFrom('first', 'first', 'unique', 'sum')
  const relation = (kind: 'condition' | 'money') =>
    fc.array(fc.tuple(fc.constantFrom(...RELATIONS[kind]), last[kind]), { maxLength: 1, size: 'xsmall' })
  return fc
    .record({
      甲: first.money,
      乙: first.percent,
      丙: first.date,
      丁: second.condition,
      rates: fc.record({
        hit,
        heads: fc.tuple(second.count, second.date),
        rows: table(['-', '>= 3 家', '[1 家..4 家)', '2 家, 0 家'], ['-', '< 2024-02-29', '[2023-01-31..2190-01-01]'], second.percent),
      }),
      awards: fc.record({
        hit,
        head: third.money,
        rows: table(
          ['-', '>= 100 万元', '[1 元..5 万元)', '< 1 亿元', '0 元, 5 元'],
          ['-', '"国家级"', 'not("省级")', '"市级", "区级"'],
          third.money,
        ),
      }),
      conditions: fc.array(last.condition, { maxLength: 3 }),
      relations: fc.tuple(relation('condition'), relation('money')).map(([a, b]) => [...a, ...b]),
      judgements: fc.subarray(['择优', '核查'], { maxLength: 2 }),
      amount: last.money,
      rounding: fc.oneof(fc.constant('rule'), fc.constantFrom(...ROUNDINGS)),
      publicOn: fc.oneof({ weight: 5, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant('known: 2024-02-01\n') }),
      isPartial: fc.nat(9).map((n) => n === 0),
    })
    .map(({ 甲, 乙, 丙, 丁, rates, awards, conditions, relations, judgements, amount, rounding, publicOn, isPartial }) => {
      const front = FRONT.replace('confidence', `${publicOn}confidence`).replace('executable', isPartial ? 'partial' : 'executable')
      const text = (way: keyof Texts): string =>
        sampleOf(
          block('params', PARAMETERS) +
            block(`table id=率 hit=${rates.hit}`, [
              `| ${unseen(rates.hit).head}${rates.heads.map((head) => head[way]).join(' | ')} | 率 |`,
              ...rates.rows.map(([a, b, value]) => `| ${unseen(rates.hit).cell}${a} | ${b} | ${value[way]} |`),
            ]) +
            block(`table id=奖 hit=${awards.hit}`, [
              `| ${unseen(awards.hit).head}${awards.head[way]} | 认定级别 | 奖 |`,
              ...awards.rows.map(([a, b, value]) => `| ${unseen(awards.hit).cell}${a} | ${b} | ${value[way]} |`),
            ]) +
            block(rounding, [
              'define:',
              ...Object.entries({ 甲, 乙, 丙, 丁 }).map(([name, each]) => `  - ${name}: ${each[way]}`),
              ...(conditions.length > 0 ? ['eligible:'] : []),
              ...conditions.map((each) => `  - ${each[way]}`),
              `amount: ${amount[way]}`,
            ]) +
            block(
              'relations',
              relations.map(([operator, each]) => `${operator} ${each[way]}：另有所得`),
            ) +
            block(
              'judgement by=部门',
              judgements.map((name) => `${name}：由人判断`),
            ) +
            block('missing', isPartial ? ['缺口：条件未公开'] : []),
          front,
        )
      return { full: text('full'), lean: text('lean') }
    })
}

/** So many random measures, with ids of their own, the same for the same seed. What the check refuses (numbers that may grow too large) is left out. */
export const randomMeasures = (count: number, seed: number): readonly Measure[] => {
  const found: Measure[] = []
  for (let round = 0; found.length < count && round < 20; round++)
    for (const { lean } of fc.sample(measures(true), { numRuns: count, seed: seed + round * 1_000_003 })) {
      const id = `random-${seed}-${found.length + 1}`
      const { measure } = readMeasure(lean.replace('id: sample\n', `id: ${id}\n`), `${id}.md`, randomCatalogue)
      if (measure && found.length < count) found.push(measure)
    }
  return found
}

/** Facts as a person writes them, few values each, so that thresholds are met exactly. */
const values: Readonly<Record<string, readonly string[]>> = {
  软硬件投资额: ['0', '5', '0.03', '2 万元', '4503599627370497.01'],
  小额费用: ['0', '1', '0.03', '100 万元'],
  营业收入: ['0', '1', '5', '90'],
  上年营业收入: ['0', '3', '5'],
  前年营业收入: ['0', '2 万元'],
  利润: ['-5', '0', '7.77'],
  营业收入增长率: ['-3%', '0', '30%', '0.7‰'],
  利润增长率: ['0', '8.25%', '100%'],
  服务企业数: ['0', '1', '2', '3', '4'],
  合作企业数: ['0', '2', '100'],
  评分: ['0', '2.5', '3'],
  复评分: ['-10', '0', '0.001'],
  面积: ['0', '99.5', '1500.001'],
  月数: ['0', '3', '12'],
  租金单价: ['0', '20.5'],
  认定级别: ['国家级', '省级', '市级'],
  [LONG_NAME]: ['省级', '区级'],
  主营业务: ['省级', 'a'],
  备注: ['A', 'it’s 100%'],
  严重失信: ['是', '否'],
  独立法人: ['是', '否'],
  成立日期: ['2024-02-29', '2023-01-31', '2190-06-30'],
  认定日期: ['1900-01-01', '2023-03-31'],
  'sample.择优': ['是', '是', '否'],
  'sample.核查': ['是', '是', '否'],
}
/** The names under which the judgements of a measure with the id `sample` are answered. */
export const sampleJudgements: ReadonlySet<string> = new Set(Object.keys(values).filter((name) => name.startsWith('sample.')))
type Given = Readonly<Record<string, string>>
const facts = (isGiven: fc.Arbitrary<boolean>): fc.Arbitrary<Given> =>
  fc
    .record(Object.fromEntries(Object.entries(values).map(([name, choices]) => [name, fc.tuple(isGiven, fc.constantFrom(...choices))])))
    .map((all) => Object.fromEntries(Object.entries(all).flatMap(([name, [given, value]]) => (given ? [[name, value]] : []))))
/** Most facts of each subject. */
export const someFacts = facts(fc.nat(6).map((n) => n > 0))
export const allFacts = facts(fc.constant(true))
export const someDay = fc.constantFrom('2023-06-30', '2024-01-15', '2024-02-29', '2025-12-31')
