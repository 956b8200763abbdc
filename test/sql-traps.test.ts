/** What SQL gets wrong when it is written as one would write the rule: each trap with the answer that the language gives. */
import path from 'node:path'
import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFacts } from '../src/core/facts.ts'
import { readMeasure } from '../src/core/rule/read.ts'
import { sampleOf } from '../src/core/rule/samples/catalogue.ts'
import { randomCatalogue } from '../src/core/rule/samples/random-measures.ts'
import { columnName } from '../src/core/rule/sql/fragment.ts'
import { layoutOf } from '../src/core/rule/sql/layout.ts'
import { sqlOf } from '../src/core/rule/sql/query.ts'
import type { Measure } from '../src/core/rule/tree.ts'
import { readPack } from '../src/pack/read.ts'
import { freshClient } from './client.ts'
import { compare } from './equality/compare.ts'
import { fill, printed, queried } from './equality/sql.ts'

let client: pg.Client
beforeAll(async () => {
  client = await freshClient()
})

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
type Given = Readonly<Record<string, string>>

const measureOf = (text: string): Measure => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', randomCatalogue)
  if (!measure) throw new Error(diagnostics.map((each) => `${each.place.line}:${each.place.column} ${each.message.en}`).join('\n'))
  return measure
}
const factsOf = (given: Given) => {
  const { facts, problems } = readFacts(given, randomCatalogue, new Set(['sample.择优', 'sample.核查']))
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message.en).join('\n'))
  return facts
}

/** `status amount mask` of each row in PostgreSQL, after every back end was held against the reference. */
const askedWhole = async (text: string, rows: readonly Given[], when = WHEN): Promise<readonly string[]> => {
  const job = { name: 'trap', measures: [measureOf(text)], catalogue: randomCatalogue, when, rows: rows.map(factsOf) }
  const { differences } = await compare(client, job)
  expect(differences).toEqual([])
  const answers = await queried(client, job)
  return rows.map((_, row) => {
    const { status, amount, mask } = answers(0, row)!
    return `${status} ${amount} ${mask}`
  })
}
const asked = (rule: string, rows: readonly Given[], attributes = ''): Promise<readonly string[]> =>
  askedWhole(sampleOf(`\`\`\`rule ${attributes}\n${rule}\n\`\`\``), rows)
/** The amounts alone. */
const amounts = async (amount: string, rows: readonly Given[], attributes = ''): Promise<readonly (string | undefined)[]> =>
  (await asked(`amount: ${amount}`, rows, attributes)).map((answer) => answer.split(' ')[1])
/** Whether a condition is true, false or unknown. */
const answers = async (condition: string, rows: readonly Given[]): Promise<readonly (string | undefined)[]> => {
  const words: Readonly<Record<string, string>> = { eligible: 'true', ineligible: 'false', undetermined: 'unknown' }
  const found = await asked(`eligible:\n  - ${condition}\namount: 1 元`, rows)
  return found.map((answer) => words[answer.split(' ')[0] ?? ''])
}

describe('money in PostgreSQL', () => {
  it('is not divided before it is rounded: a third three times is the whole', async () => {
    expect(await amounts('软硬件投资额 / 3 * 3', [{ 软硬件投资额: '10 元' }, { 软硬件投资额: '0.01 元' }])).toEqual(['1000', '1'])
  })
  it('is exact far beyond the whole numbers of a double', async () => {
    const rows = [{ 软硬件投资额: '90071992547409.93 元' }, { 软硬件投资额: '92233720368547758.07 元' }]
    expect(await amounts('软硬件投资额 * 2 - 软硬件投资额', rows)).toEqual(['9007199254740993', '9223372036854775807'])
    expect(await amounts('软硬件投资额 * 30%', [{ 软硬件投资额: '27.75 元' }])).toEqual(['833'])
    expect(await amounts('软硬件投资额 * 9007199254740993 / 9007199254740993', rows)).toEqual(['9007199254740993', '9223372036854775807'])
  })
  it('knows that ten and twenty per cent are thirty', async () => {
    expect(await answers('营业收入增长率 + 20% = 30%', [{ 营业收入增长率: '10%' }, { 营业收入增长率: '10.000001%' }])).toEqual([
      'true',
      'false',
    ])
  })
  it.each([
    ['half-up', ['1', '2', '3', '0', '1']],
    ['half-down', ['0', '1', '2', '0', '1']],
    ['half-even', ['0', '2', '2', '0', '1']],
    ['floor', ['0', '1', '2', '0', '0']],
    ['ceiling', ['1', '2', '3', '1', '1']],
  ])('is rounded %s where it lies halfway and where it does not', async (mode, expected) => {
    const halves = await amounts(
      '软硬件投资额 / 2',
      [{ 软硬件投资额: '0.01' }, { 软硬件投资额: '0.03' }, { 软硬件投资额: '0.05' }],
      `round=${mode}(0.01)`,
    )
    const thirds = await amounts('软硬件投资额 / 3', [{ 软硬件投资额: '0.01' }, { 软硬件投资额: '0.02' }], `round=${mode}(0.01)`)
    expect([...halves, ...thirds]).toEqual(expected)
  })
  it('is rounded to yuan and 万元, and through a divisor that differs from row to row', async () => {
    expect(await amounts('软硬件投资额', [{ 软硬件投资额: '1.5 元' }, { 软硬件投资额: '1.49 元' }], 'round=half-up(1)')).toEqual([
      '200',
      '100',
    ])
    expect(await amounts('软硬件投资额', [{ 软硬件投资额: '25000 元' }, { 软硬件投资额: '15000 元' }], 'round=half-even(1万元)')).toEqual([
      '2000000',
      '2000000',
    ])
    expect(
      await amounts('软硬件投资额 / 评分', [
        { 软硬件投资额: '0.1 元', 评分: '4' },
        { 软硬件投资额: '0.1 元', 评分: '3' },
      ]),
    ).toEqual(['3', '3'])
  })
  it.each([
    ['floor(利润, 1 元) = -2 元', '-1.01 元'],
    ['ceiling(利润, 1 元) = -1 元', '-1.99 元'],
    ['round(利润, 1 元) = -1 元', '-1.5 元'],
    ['round(利润, 1 元) = -2 元', '-1.51 元'],
    ['floor(利润 / 3, 1 元) = -1 元', '-0.01 元'],
  ])('goes down, not toward zero, below zero: %s', async (condition, profit) => {
    expect(await answers(condition, [{ 利润: profit }])).toEqual(['true'])
  })
  it('has no amount below zero, not even one that rounds to zero', async () => {
    expect(await asked('amount: 利润 / 1000', [{ 利润: '-0.01 元' }, { 利润: '0 元' }])).toEqual(['undetermined null 1', 'eligible 0 0'])
  })
  it('has no value where the step to round to is not positive', async () => {
    const steps = ['1 元', '0 元', '-1 元'].map((利润) => ({ 营业收入: '2.5 元', 利润 }))
    expect(await answers('floor(营业收入, 利润) = 2 元', steps)).toEqual(['true', 'unknown', 'unknown'])
    expect(await answers('round(营业收入 / 评分, 利润) = 3 元', [{ 营业收入: '5 元', 评分: '2', 利润: '1 元' }])).toEqual(['true'])
    expect(await answers('ceiling(营业收入, 0 元) is known', steps)).toEqual(['false', 'false', 'false'])
  })
  it('has no value where a divisor is zero, and keeps its sign where one is negative', async () => {
    expect(
      await answers('营业收入 / 利润 < 0', [
        { 营业收入: '1', 利润: '0' },
        { 营业收入: '1', 利润: '-1' },
        { 营业收入: '1', 利润: '1' },
      ]),
    ).toEqual(['unknown', 'true', 'false'])
  })
})

describe('the unknown in PostgreSQL', () => {
  it('is not skipped by min, max and sum', async () => {
    const rows = [{}, { 软硬件投资额: '7 元' }, { 软硬件投资额: '7 元', 营业收入: '3 元' }]
    expect(await amounts('min(软硬件投资额, 营业收入)', rows)).toEqual(['null', 'null', '300'])
    expect(await amounts('max(软硬件投资额, 营业收入, 5 元)', rows)).toEqual(['null', 'null', '700'])
    expect(await amounts('sum(软硬件投资额, 营业收入)', rows)).toEqual(['null', 'null', '1000'])
    expect(await amounts('min(软硬件投资额 / 评分, 营业收入)', rows)).toEqual(['null', 'null', 'null'])
  })
  it('leaves "and" false beside false, and "or" true beside true', async () => {
    const all = ['是', '否', ''].flatMap((a) => ['是', '否', ''].map((b) => ({ 严重失信: a, 独立法人: b })))
    const [t, f, u] = ['true', 'false', 'unknown']
    expect(await answers('严重失信 and 独立法人', all)).toEqual([t, f, u, f, f, f, u, f, u])
    expect(await answers('严重失信 or 独立法人', all)).toEqual([t, t, t, t, f, u, t, u, u])
    expect(await answers('not(严重失信)', all)).toEqual([f, f, f, t, t, t, u, u, u])
  })
  it('is a member of no list and of no list not', async () => {
    const rows = [{}, { 软硬件投资额: '1 元' }, { 软硬件投资额: '2 元', 营业收入: '1 元' }, { 软硬件投资额: '3 元' }]
    expect(await answers('软硬件投资额 in [1 元, 营业收入]', rows)).toEqual(['unknown', 'true', 'false', 'unknown'])
  })
  it('does not matter where both branches agree', async () => {
    const rows = [{ 营业收入: '5 元' }, { 营业收入: '6 元' }, { 严重失信: '否', 营业收入: '6 元' }]
    expect(await amounts('if 严重失信 then 5 元 else 营业收入', rows)).toEqual(['500', 'null', '600'])
    expect(
      await amounts('if 严重失信 then 营业收入 / 评分 else 营业收入 / 2', [
        { 营业收入: '1 元', 评分: '2' },
        { 营业收入: '1 元', 评分: '4' },
      ]),
    ).toEqual(['50', 'null'])
  })
  it('ends the search in a table, and a table without a hit makes the row not eligible', async () => {
    const table =
      '```table id=档\n| 营业收入 | 认定级别 | 值 |\n| >= 10 元 | - | 3 元 |\n| - | "国家级" | 2 元 |\n| >= 5 元 | "省级" | 1 元 |\n```'
    const rows = [{ 认定级别: '国家级' }, { 营业收入: '1', 认定级别: '国家级' }, { 营业收入: '10' }, { 营业收入: '1', 认定级别: '省级' }]
    expect(await askedWhole(sampleOf(`\`\`\`rule\namount: 档\n\`\`\`\n${table}`), rows)).toEqual([
      'undetermined null 2',
      'eligible 200 0',
      'eligible 300 0',
      'ineligible null 1',
    ])
  })
  it('can be asked for', async () => {
    expect(
      await answers('(营业收入 / 利润) is unknown', [
        { 营业收入: '1', 利润: '0' },
        { 营业收入: '1', 利润: '1' },
      ]),
    ).toEqual(['true', 'false'])
  })
  it('holds a judgement open, and a refusal closes it', async () => {
    const text = sampleOf(
      '```rule\neligible:\n  - 严重失信\namount: 营业收入\n```\n```judgement by=部门\n择优：由人判断\n核查：由人判断\n```',
    )
    const yes = { 严重失信: '是', 营业收入: '1 元', 'sample.择优': '是', 'sample.核查': '是' }
    expect(
      await askedWhole(text, [
        yes,
        { ...yes, 'sample.核查': '' },
        { ...yes, 'sample.择优': '否', 营业收入: '' },
        { ...yes, 严重失信: '否', 'sample.择优': '否' },
      ]),
    ).toEqual(['eligible 100 0', 'undetermined null 4', 'ineligible null 2', 'ineligible null 3'])
  })
})

describe('days in PostgreSQL', () => {
  it('stay days after months are added, clamped to the end of the month', async () => {
    expect(await answers('add_months(成立日期, 1 月) = 2024-02-29', [{ 成立日期: '2024-01-31' }, { 成立日期: '2024-01-28' }])).toEqual([
      'true',
      'false',
    ])
    expect(await answers('days(add_months(成立日期, 13 月), 2024-02-29) = 0 天', [{ 成立日期: '2023-01-31' }])).toEqual(['true'])
  })
  it('have no value outside the years 1900 to 2199, nor between two days', async () => {
    const rows = [{ 成立日期: '2199-12-31' }, { 成立日期: '2199-12-30' }]
    expect(await answers('(成立日期 + 1 天) is known', rows)).toEqual(['false', 'true'])
    expect(await answers('add_months(成立日期, 1 月) is known', rows)).toEqual(['false', 'false'])
    expect(await answers('(成立日期 - 0.5 天) is known', rows)).toEqual(['false', 'false'])
    expect(await answers('(成立日期 - 99999999999 天) is known', rows)).toEqual(['false', 'false'])
    expect(await answers('add_months(成立日期, 99999999999 月) is known', rows)).toEqual(['false', 'false'])
  })
  it('count whole months and years, also backwards', async () => {
    const rows = [
      { 成立日期: '2024-01-31', 认定日期: '2024-02-29' },
      { 成立日期: '2024-02-29', 认定日期: '2024-01-31' },
      { 成立日期: '2024-01-31', 认定日期: '2024-02-28' },
    ]
    expect(await answers('months(成立日期, 认定日期) = 1 月', rows)).toEqual(['true', 'false', 'false'])
    expect(await answers('months(成立日期, 认定日期) = -1 月', rows)).toEqual(['false', 'true', 'false'])
    expect(await answers('years(成立日期, 认定日期) = -1 年', [{ 成立日期: '2024-06-30', 认定日期: '2022-07-01' }])).toEqual(['true'])
  })
})

describe('texts in PostgreSQL', () => {
  it('are equal only if every character is, whatever the order of the column', async () => {
    const measure = measureOf(sampleOf('```rule\neligible:\n  - 主营业务 = "a"\n  - 主营业务 in ["a", 备注]\namount: 1 元\n```'))
    const rows = ['a', 'A', 'á'].map((text) => factsOf({ 主营业务: text, 备注: 'a' }))
    const job = { name: 'loose', measures: [measure], catalogue: randomCatalogue, when: WHEN, rows }
    await fill(client, [measure], randomCatalogue, rows)
    await client.query("create collation loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)")
    await client.query(
      'alter table population alter column "主营业务" type text collate loose, alter column "备注" type text collate loose',
    )
    expect((await client.query('select id from population where "主营业务" = \'a\'')).rowCount).toBe(3)
    const answers = await queried(client, job)
    expect(rows.map((_, row) => answers(0, row))).toEqual([
      { status: 'eligible', amount: 100n, mask: 0 },
      { status: 'ineligible', amount: null, mask: 3 },
      { status: 'ineligible', amount: null, mask: 3 },
    ])
  })
  it('may hold quotes and backslashes', async () => {
    expect(
      await answers(String.raw`主营业务 in ["it's", "\'; drop table population; --"]`, [
        { 主营业务: "it's" },
        { 主营业务: String.raw`\'; drop table population; --` },
      ]),
    ).toEqual(['true', 'true'])
  })
  it('and names of more than 63 bytes stay apart', () => {
    const [one, other] = [
      '上年度经市级以上主管部门认定并公布的平台建设运营主体级别',
      '上年度经市级以上主管部门认定并公布的平台建设运营主体名称',
    ]
    expect(Buffer.from(columnName(one)).length).toBeLessThanOrEqual(63)
    expect(columnName(one)).not.toBe(columnName(other))
    expect(columnName('营业收入@-1')).toBe('营业收入@-1')
  })
})

describe('a measure in PostgreSQL', () => {
  const rule = '```rule\neligible:\n  - 严重失信\namount: 营业收入\n```'
  const yes = { 严重失信: '是', 营业收入: '1 元' }
  it('gives nobody anything before it is in force, after it, and before it is known', async () => {
    const text = sampleOf(rule).replace('confidence:', 'known: 2024-03-01\nconfidence:')
    const on = (day: string, known = day) => askedWhole(text, [yes, {}], { on: day, known })
    expect(await on('2021-12-31')).toEqual(['ineligible null 0', 'ineligible null 0'])
    expect(await on('2026-01-01')).toEqual(['ineligible null 0', 'ineligible null 0'])
    expect(await on('2024-02-01')).toEqual(['ineligible null 0', 'ineligible null 0'])
    expect(await on('2024-02-01', '2024-03-01')).toEqual(['eligible 100 0', 'undetermined null 3'])
  })
  it('makes nobody eligible where its public text does not say enough', async () => {
    const partial = sampleOf(`${rule}\n\`\`\`missing\n缺口：条件未公开\n\`\`\``).replace('grade: executable', 'grade: partial')
    expect(await askedWhole(partial, [yes, { ...yes, 严重失信: '否' }, {}])).toEqual([
      'undetermined null 0',
      'ineligible null 1',
      'undetermined null 3',
    ])
    const text = sampleOf('```judgement by=部门\n择优：由人判断\n```').replace('grade: executable', 'grade: text')
    expect(await askedWhole(text, [{}, { 'sample.择优': '否' }])).toEqual(['undetermined null 0', 'undetermined null 0'])
  })
  it('uses the parameter of the day, and has no amount on a day without one', async () => {
    const text = sampleOf('```params\n比例: { 2022-01-01..2023-12-31: 10%, 2025-01-01..: 20% }\n```\n```rule\namount: 营业收入 * 比例\n```')
    const on = (day: string) => askedWhole(text, [yes], { on: day, known: day })
    expect([await on('2023-12-31'), await on('2024-01-01'), await on('2025-01-01')].flat()).toEqual([
      'eligible 10 0',
      'undetermined null 1',
      'eligible 20 0',
    ])
  })
  it('keeps each of thirty reasons and the missing amount apart', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `  - 营业收入 >= ${index + 1} 元`).join('\n')
    expect(await asked(`eligible:\n${many}\namount: 利润`, [{ 营业收入: '28 元' }, { 营业收入: '30 元' }, {}])).toEqual([
      `ineligible null ${2 ** 28 + 2 ** 29}`,
      `undetermined null ${2 ** 30}`,
      `undetermined null ${2 ** 31 - 1}`,
    ])
  })
})

describe('the query', () => {
  const planOf = async (query: string): Promise<string> =>
    (await client.query<Record<string, string>>(`explain (verbose, costs off) ${query}`)).rows.map((row) => row['QUERY PLAN']).join('\n')

  it('of a whole pack is one scan of one table, without windows, aggregates, joins, division or doubles', async () => {
    const { pack } = await readPack(path.resolve('packs/wuhan'), '2023-06-30')
    const measures = [...(pack?.measures.values() ?? [])]
    const catalogue = pack?.facts ?? new Map()
    await fill(client, measures, catalogue, [])
    const query = printed(measures, catalogue, { on: '2023-06-30', known: '2023-06-30' })
    const plan = await planOf(query)
    expect(plan.match(/^ *(-> +)?\w[\w ]* on (public\.)?\w+/gm)?.map((node) => node.trim())).toEqual([
      'Subquery Scan on p',
      '->  Seq Scan on public.population',
    ])
    expect(plan).not.toMatch(/Join|Nested Loop|Agg|Sort|SubPlan/)
    expect(plan).not.toMatch(/double precision|real|\d[eE][+-]?\d/)
    expect(query).not.toMatch(/ over \(|\/|\bfloat|\bround\(|\bpower\(/)
  })
  it('asks no double of PostgreSQL in any function of the language', async () => {
    const calls = ['min', 'max', 'sum', 'floor', 'ceiling', 'round'].map((name) => `  - ${name}(营业收入 / 7, 小额费用) > 0 元`)
    const dated = [
      'days(成立日期, 认定日期) > 1 天',
      'months(成立日期, 认定日期) > 1 月',
      'years(成立日期, 决定日) > 1 年',
      'year(成立日期) > 2000',
    ]
    const others = [
      ...dated,
      'abs(利润) > 1 元',
      'count_true(严重失信, 独立法人) > 1',
      'add_months(成立日期, 月数 / 2) > 决定日',
      '营业收入 / 合作企业数 > 1 元/家',
    ]
    const measure = measureOf(
      sampleOf(`\`\`\`rule\neligible:\n${[...calls, ...others.map((each) => `  - ${each}`)].join('\n')}\namount: 1 元\n\`\`\``),
    )
    await fill(client, [measure], randomCatalogue, [])
    const plan = await planOf(printed([measure], randomCatalogue, WHEN))
    // The seconds of an interval are a double, and always 0 here.
    expect(plan.replaceAll("'0'::double precision", '0')).not.toMatch(/double precision|real/)
  })
  it('is not printed for a measure of too many parts, and says which one it is', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `| [${index} 元..${index + 1} 元) | "国家级" | 服务企业数 * ${index} 元/家 |`)
    const table = `\`\`\`table id=档 hit=first\n| 营业收入 / 评分 | 认定级别 | 值 |\n${rows.join('\n')}\n\`\`\``
    const { query, diagnostics } = sqlOf(
      [measureOf(sampleOf(`\`\`\`rule\namount: 档\n\`\`\`\n${table}`))],
      randomCatalogue,
      WHEN,
      'population',
    )
    expect(query).toBeNull()
    expect(diagnostics).toMatchObject([{ code: 'sql.too-large', place: { file: 'sample.md' } }])
    expect(diagnostics[0]?.message.en).toMatch(/^The SQL of measure "sample" has \d+ parts, more than 50000,/)
  })
  it('is not printed for relations of too many parts', () => {
    const list = Array.from({ length: 220 }, (_, index) => `m${index}`)
    const cap = `\`\`\`relations\ncap_total at 1 元 over ${list.join(', ')}：合计\n\`\`\``
    const measure = measureOf(sampleOf(`\`\`\`rule\namount: 营业收入\n\`\`\`\n${cap}`))
    const many = list.map((id, index) => ({ ...measure, id, groups: index === 0 ? measure.groups : [] }))
    expect(sqlOf(many.slice(0, 100), randomCatalogue, WHEN, 'population').diagnostics).toEqual([])
    expect(sqlOf(many, randomCatalogue, WHEN, 'population')).toMatchObject({ query: null, diagnostics: [{ code: 'sql.too-large' }] })
  })
  it('is not printed for more measures than PostgreSQL has columns, and says where it ends', () => {
    const measure = measureOf(sampleOf('```rule\namount: 营业收入\n```'))
    const many = Array.from({ length: 400 }, (_, index) => ({ ...measure, id: `m${index + 1}`, file: `m${index + 1}.md` }))
    expect(sqlOf(many.slice(0, 399), randomCatalogue, WHEN, 'population').diagnostics).toEqual([])
    expect(sqlOf(many, randomCatalogue, WHEN, 'population')).toMatchObject({
      query: null,
      diagnostics: [{ code: 'sql.too-many-columns', message: { zh: expect.stringContaining('“m400”') } }],
    })
  })
  it('stays small where a hundred definitions each use the one before it twice', async () => {
    const chain = Array.from({ length: 100 }, (_, index) => `  - 量${index + 1}: max(量${index}, 量${index} - 1 元)`).join('\n')
    const text = `define:\n  - 量0: 营业收入 - 利润\n${chain}\namount: 量100`
    const start = performance.now()
    expect(await asked(text, [{ 营业收入: '3 元', 利润: '1 元' }, { 营业收入: '3 元' }])).toEqual(['eligible 200 0', 'undetermined null 1'])
    expect(performance.now() - start).toBeLessThan(5000)
  })
  it('reads a table in a schema of its own, and the layout keeps out what is no value', async () => {
    const measure = measureOf(sampleOf('```rule\neligible:\n  - 评分 > 1\n  - 成立日期 > 2000-01-01\namount: 营业收入\n```'))
    await client.query('create schema if not exists "城市"')
    await client.query(layoutOf([measure], randomCatalogue, '城市.企业'))
    await client.query('insert into "城市"."企业" values (\'甲\', 2, \'2024-01-01\', 100)')
    const { query } = sqlOf([measure], randomCatalogue, WHEN, '城市.企业')
    const { rows, fields } = await client.query({ text: query ?? '', rowMode: 'array' })
    expect(fields.map(({ name }) => name)).toEqual(['id', 'sample status', 'sample amount', 'sample award', 'sample mask'])
    expect(rows.map(String)).toEqual(['甲,1,100,100,0'])
    for (const values of ["('a', 'NaN')", "('b', 'Infinity')", "('c', -1)", "('d', 2, 'infinity')", "('e', 2, '2024-01-01', -1)"])
      await expect(client.query(`insert into "城市"."企业" values ${values}`)).rejects.toThrow(/check constraint/)
  })
})
