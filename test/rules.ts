/** Random well-typed rules, as texts: whatever the language allows, in every combination. */
import fc from 'fast-check'
import { exactOf } from '../src/core/exact.ts'
import type { FactCatalogue, FactDeclaration } from '../src/core/facts.ts'
import { readMeasure } from '../src/core/rule/read.ts'
import { sampleCatalogue, sampleOf } from '../src/core/rule/samples/catalogue.ts'
import type { Measure } from '../src/core/rule/tree.ts'

const model = (name: string): FactDeclaration => {
  const found = sampleCatalogue.get(name)
  if (!found) throw new Error(`the samples have no fact ${name}`)
  return found
}
const like = (name: string, others: Partial<FactDeclaration> & { readonly name: string }): FactDeclaration => ({
  ...model(name),
  ...others,
})

/** The facts of the samples and some that meet each other: two of each type, one money so small that it needs no wide numbers. */
export const ruleCatalogue: FactCatalogue = new Map([
  ...sampleCatalogue,
  ...[
    like('软硬件投资额', { name: '小额费用', max: exactOf('100000000') }),
    like('服务企业数', { name: '合作企业数', max: exactOf('500') }),
    like('评分', { name: '复评分', min: exactOf('-10') }),
    like('营业收入增长率', { name: '利润增长率' }),
    like('成立日期', { name: '认定日期' }),
    like('严重失信', { name: '独立法人' }),
    like('主营业务', { name: '备注' }),
    like('认定级别', { name: '上年度经市级以上主管部门认定并公布的平台建设运营主体级别' }),
  ].map((each) => [each.name, each] as const),
])

const LEVEL = '上年度经市级以上主管部门认定并公布的平台建设运营主体级别'
const pair = (a: fc.Arbitrary<string>, b: fc.Arbitrary<string>, write: (a: string, b: string) => string): fc.Arbitrary<string> =>
  fc.tuple(a, b).map(([one, other]) => write(one, other))
const three = (
  a: fc.Arbitrary<string>,
  b: fc.Arbitrary<string>,
  c: fc.Arbitrary<string>,
  write: (a: string, b: string, c: string) => string,
): fc.Arbitrary<string> => fc.tuple(a, b, c).map(([one, two, three]) => write(one, two, three))
const any = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts)

/** Expressions by type. Names of definitions, parameters and tables are those of `measures` below. */
const expressions = fc.letrec<
  Record<'money' | 'share' | 'plain' | 'count' | 'months' | 'days' | 'date' | 'level' | 'text' | 'condition', string>
>((tie) => {
  const { money, share, plain, count, months, days, date, level, text, condition } = {
    money: tie('money'),
    share: tie('share'),
    plain: tie('plain'),
    count: tie('count'),
    months: tie('months'),
    days: tie('days'),
    date: tie('date'),
    level: tie('level'),
    text: tie('text'),
    condition: tie('condition'),
  }
  const one = (...choices: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.oneof({ maxDepth: 4, depthIdentifier: 'rule' }, ...choices)
  const comparison = any('=', '!=', '<', '<=', '>', '>=')
  const sign = any('+', '-')
  /** What every number can be. */
  const numbers = (own: fc.Arbitrary<string>, step: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    three(own, sign, own, (a, op, b) => `(${a} ${op} ${b})`),
    three(any('min', 'max', 'sum'), own, own, (name, a, b) => `${name}(${a}, ${b})`),
    three(own, own, own, (a, b, c) => `min(${a}, max(${b}, ${c}))`),
    own.map((a) => `abs(${a})`),
    three(any('floor', 'ceiling', 'round'), own, step, (name, a, b) => `${name}(${a}, ${b})`),
    three(condition, own, own, (test, a, b) => `(if ${test} then ${a} else ${b})`),
    pair(own, any('(2 / 3)', '0.7', '(1 / 7)', '(0 - 1)'), (a, b) => `(${a} * ${b})`),
    pair(own, any('3', '7', '12', '0.8'), (a, b) => `(${a} / ${b})`),
    pair(own, plain, (a, b) => `(${a} / ${b})`),
  ]
  const compared = (own: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    three(own, comparison, own, (a, op, b) => `${a} ${op} ${b}`),
    three(own, own, own, (a, b, c) => `${a} between ${b} and ${c}`),
    three(own, own, own, (a, b, c) => `${a} in (${b}..${c}]`),
    three(own, own, own, (a, b, c) => `${a} in [${b}, ${c}]`),
    pair(own, any('is known', 'is unknown'), (a, b) => `${a} ${b}`),
  ]
  return {
    money: one(
      any('软硬件投资额', '营业收入', '上年营业收入', '前年(营业收入)', '利润', '小额费用', '近年合计(营业收入, 3)'),
      any('100 万元', '0.01 元', '333.33 元', '1 亿元', '5 元', '补助上限', '无版本', '测试表'),
      any('甲', '乙'),
      pair(money, share, (a, b) => `${a} * ${b}`),
      pair(money, plain, (a, b) => `(${a} * ${b})`),
      ...numbers(money, any('1 元', '100 元', '1 万元', '0.03 元', '小额费用', '利润')),
    ),
    share: one(
      any('营业收入增长率', '利润增长率', '30%', '8.25%', '0%', '-5%', '补助比例', '丙'),
      pair(money, money, (a, b) => `((${a} - ${b}) / ${b})`),
      pair(count, any('1 家', '7 家', '合作企业数'), (a, b) => `(${a} / ${b})`),
      pair(share, share, (a, b) => `(${a} * ${b})`),
      ...numbers(share, any('1%', '0.5%', '营业收入增长率')),
    ),
    plain: one(
      any('评分', '复评分', '2.5', '0.001', '3', '0', '9007199254740993'),
      three(condition, condition, condition, (a, b, c) => `count_true(${a}, ${b}, ${c})`),
      pair(any('year', 'month', 'day', 'weekday'), date, (name, each) => `${name}(${each})`),
      date.map((each) => `(${each}).month`),
      pair(plain, plain, (a, b) => `(${a} * ${b})`),
      ...numbers(plain, any('1', '0.25', '复评分')),
    ),
    count: one(any('服务企业数', '合作企业数', '1 家', '100 家'), ...numbers(count, any('1 家', '10 家'))),
    months: one(
      any('月数', '3 月', '12 月', '2.5 月', '5000 月'),
      pair(date, date, (a, b) => `months(${a}, ${b})`),
      ...numbers(months, any('1 月', '3 月')),
    ),
    days: one(
      any('1 天', '30 天', '0.5 天', '100000 天'),
      pair(date, date, (a, b) => `days(${a}, ${b})`),
      pair(date, date, (a, b) => `(${a} - ${b})`),
      ...numbers(days, any('1 天', '7 天')),
    ),
    date: one(
      any('成立日期', '认定日期', '决定日', '2023-01-31', '2024-02-29', '2199-12-31', '丁'),
      three(date, sign, days, (a, op, b) => `(${a} ${op} ${b})`),
      pair(date, months, (a, b) => `add_months(${a}, ${b})`),
      three(condition, date, date, (test, a, b) => `(if ${test} then ${a} else ${b})`),
    ),
    level: one(
      any('认定级别', LEVEL),
      three(condition, level, level, (test, a, b) => `(if ${test} then ${a} else ${b})`),
    ),
    text: one(
      any('主营业务', '备注', '"a"', '"A"', '"it’s 100%"'),
      three(condition, text, text, (test, a, b) => `(if ${test} then ${a} else ${b})`),
    ),
    condition: one(
      any('严重失信', '独立法人', 'true', 'false', '戊'),
      pair(level, any('= "国家级"', '!= "省级"', 'in ["国家级", "省级", "市级"]', 'is known'), (a, b) => `${a} ${b}`),
      pair(text, text, (a, b) => `${a} = ${b}`),
      pair(text, text, (a, b) => `${a} in [${b}, "b"]`),
      pair(condition, any('and', 'or'), (a, b) => `(${a} ${b} 独立法人)`),
      three(condition, any('and', 'or'), condition, (a, op, b) => `(${a} ${op} ${b})`),
      condition.map((each) => `not(${each})`),
      three(condition, condition, condition, (test, a, b) => `(if ${test} then ${a} else ${b})`),
      three(date, date, any('years', 'months'), (a, b, name) => `${name}(${a}, ${b}) >= 2 ${name === 'years' ? '年' : '月'}`),
      ...[money, share, plain, count, days, date].flatMap(compared),
    ),
  }
})

const { money, share, date, condition } = expressions
const modes = any('half-up', 'half-down', 'half-even', 'floor', 'ceiling')
const steps = any('0.01', '1', '100', '1万元', '0.03')
const MISSING = '```missing\n缺口：条件未公开\n```'

/** What stands in the place of a name where the name would lead back to itself. */
const STAND_INS: Readonly<Record<string, string>> = { 甲: '7 万元', 丙: '9%', 丁: '2023-05-31', 戊: 'true', 测试表: '3 元', 乙: '1 元' }
const NAMES = Object.keys(STAND_INS)
/** The text with only those names that come before `name` in the order above. */
const upTo = (name: string, text: string): string =>
  NAMES.slice(NAMES.indexOf(name)).reduce((rest, later) => rest.replaceAll(later, STAND_INS[later] ?? later), text)

/** The text of one measure, apart from its front matter. */
const texts: fc.Arbitrary<string> = fc
  .record({
    definitions: fc.tuple(money, money, share, date, condition),
    conditions: fc.array(condition, { maxLength: 3 }),
    hit: fc.constantFrom('first', 'unique', 'sum'),
    amount: money,
    mode: modes,
    step: steps,
    rows: fc.array(
      fc.tuple(
        any('-', '>= 100 万元', '[1 元..5 万元)', '< 1 亿元', '0 元, 5 元'),
        any('-', '"国家级"', 'not("省级")', '"市级", "区级"'),
        money,
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
    head: money,
    judgements: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ definitions: [a, b, c, d, e], conditions, hit, amount, mode, step, rows, head, judgements }) => {
    const list = Object.entries({ 甲: a, 乙: b, 丙: c, 丁: d, 戊: e })
      .map(([name, each]) => `  - ${name}: ${upTo(name, each)}`)
      .join('\n')
    const table = rows.map(([one, two, value]) => `| ${one} | ${two} | ${upTo('测试表', value)} |`).join('\n')
    const judged =
      judgements > 0
        ? `\`\`\`judgement by=部门\n${['择优', '核查']
            .slice(0, judgements)
            .map((each) => `${each}：由人判断`)
            .join('\n')}\n\`\`\`\n`
        : ''
    return `\`\`\`params
补助比例: { ..2023-12-31: 12.5%, 2024-01-01..: 30% }
补助上限: 500 万元
无版本: { ..2000-01-01: 1 元 }
\`\`\`
\`\`\`rule round=${mode}(${step})
define:
${list}
${conditions.length > 0 ? 'eligible:' : '# '}
${conditions.map((each) => `  - ${each}`).join('\n')}
amount: ${amount}
\`\`\`
\`\`\`table id=测试表
| ${upTo('测试表', head)} | 认定级别 | 值 |
${table}
\`\`\`
${judged}`
  })

/** The measure of a text, under an id of its own; null where the check refuses it (names that go in circles, numbers that grow too large). */
const measureOf = (text: string, id: string, isPartial: boolean): Measure | null => {
  const whole = sampleOf(isPartial ? `${text}\n${MISSING}` : text)
    .replace('id: sample\n', `id: ${id}\n`)
    .replace('grade: executable', isPartial ? 'grade: partial' : 'grade: executable')
  return readMeasure(whole, `${id}.md`, ruleCatalogue).measure
}

/** So many random rules, the same for the same seed. */
export const randomMeasures = (count: number, seed: number): readonly Measure[] => {
  const measures: Measure[] = []
  for (let round = 0; measures.length < count && round < 100; round++)
    for (const text of fc.sample(texts, { numRuns: count, seed: seed + round })) {
      const measure = measureOf(text, `random-${seed}-${measures.length}`, measures.length % 10 === 9)
      if (measure && measures.length < count) measures.push(measure)
    }
  return measures
}
