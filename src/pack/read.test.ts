import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { edited, type Files, xincheng } from '../../test/pack.ts'
import { packs } from '../../test/packs.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { packMessages } from './messages.ts'
import { packOf, readPack } from './read.ts'
import { textsOf } from './texts.ts'

const TODAY = '2026-11-24'
const good = await xincheng()
const { files: sample } = await textsOf(packs.sample)

/** The words a finding points at; nothing, where something is missing. */
const marked = ({ place, source }: Diagnostic): string => source?.slice(place.column - 1, place.end - 1) ?? ''
const found = (files: Files, code: string, today = TODAY): Diagnostic[] =>
  packOf(files, today).diagnostics.filter((each) => each.code === code)
const text = (file: string): string => good.get(file) ?? ''
const withFile = (file: string, content: string): Files => new Map([...good, [file, content]])
const without = (file: string, passage: string): Files => edited(good, file, passage, '')

/** With one more column, which has a value in the rows of these ids. */
const withColumn = (file: string, name: string, values: Readonly<Record<string, string>>): Files => {
  const lines = (good.get(file) ?? '').trimEnd().split('\n')
  const cell = (line: string, index: number): string => (index === 0 ? name : (values[line.split(',')[0] ?? ''] ?? ''))
  return withFile(file, `${lines.map((line, index) => `${line},${cell(line, index)}`).join('\n')}\n`)
}

/** Fifteen measures more, which differ in name only. */
const copies = Array.from({ length: 15 }, (_, index) => `copy-${index + 1}`)

describe('a pack', () => {
  it.each(['2024-01-01', '2025-04-19', '2025-10-15', TODAY, '2027-12-31'])('of an invented city is clean on %s', (today) => {
    const { pack, diagnostics } = packOf(good, today)
    expect(diagnostics).toEqual([])
    expect(pack?.synthetic).toBe(true)
  })

  it('of the city that ships is clean', async () => {
    const { pack, diagnostics } = await readPack(path.resolve(import.meta.dirname, '../../packs/wuhan'), TODAY)
    expect(diagnostics).toEqual([])
    expect(pack?.synthetic).toBe(false)
  })

  it('has the same hash whatever the order of its files, and another one after any edit', () => {
    const hash = (files: Files): string | undefined => packOf(files, TODAY).pack?.hash
    expect(hash(new Map([...good].reverse()))).toBe(hash(good))
    expect(hash(edited(good, 'README.md', '请勿用于', '不得用于'))).not.toBe(hash(good))
  })

  it('keeps a reviewed block reviewed when the heading above it gets its English', () => {
    const { diagnostics } = packOf(edited(good, 'measures/cloud-voucher.md', '(What the voucher covers)', '(Share covered)'), TODAY)
    expect(diagnostics).toEqual([])
  })

  it('keeps every row it was given', () => {
    const { pack } = packOf(good, TODAY)
    const rows = (file: string): number => text(file).trim().split('\n').length - 1
    expect(pack?.readings.length).toBe(rows('readings.csv'))
    expect(pack?.targets.length).toBe(rows('targets.csv'))
    expect(pack?.sources.size).toBe(rows('sources.csv'))
    expect(pack?.facts.size).toBe(rows('facts/common.csv') + rows('facts/measures.csv') + rows('facts/projects.csv'))
  })
})

type Example = readonly [code: string, what: string, files: Files, file: string, marks: string, today?: string]

const errors: readonly Example[] = [
  [
    'pack.reference',
    'an indicator that does not exist',
    edited(good, 'targets.csv', 'stations,2028', 'station,2028'),
    'targets.csv',
    'station',
  ],
  [
    'pack.reference',
    'a document that does not exist',
    edited(good, 'measures/open-data.md', 'xc-policy-2024', 'xc-policy-2042'),
    'measures/open-data.md',
    'xc-policy-2042',
  ],
  [
    'pack.reference',
    'a measure that a relation names and nobody wrote',
    edited(good, 'measures/growth-award.md', 'highest research-subsidy', 'highest research-subsidies'),
    'measures/growth-award.md',
    'highest research-subsidies：两项择其高。',
  ],
  [
    'pack.reference',
    'one of several sources that does not exist',
    edited(good, 'documents.csv', 'policy-gazette|evening-paper', 'policy-gazette|morning-paper'),
    'documents.csv',
    'policy-gazette|morning-paper',
  ],
  [
    'pack.duplicate',
    'an id given twice',
    withFile('goals.csv', `${text('goals.csv')}${text('goals.csv').split('\n')[1]}\n`),
    'goals.csv',
    'goal-2035',
  ],
  [
    'pack.duplicate',
    'two promises of one document for one period',
    withFile('targets.csv', `${text('targets.csv')}core_share,2028,>=,13,,,,xc-plan-2024,plan,,plan-gazette\n`),
    'targets.csv',
    'core_share',
  ],
  [
    'pack.duplicate',
    'a day of the calendar given twice',
    edited(good, 'calendar/2024.csv', '2024-09-12', '2024-09-11'),
    'calendar/2024.csv',
    '2024-09-11',
  ],
  [
    'pack.calendar-weekday',
    'a Friday that is worked in exchange',
    edited(good, 'calendar/2024.csv', '2024-09-14', '2024-09-13'),
    'calendar/2024.csv',
    '2024-09-13',
  ],
  [
    'pack.calendar-year',
    'a day far from its year',
    edited(good, 'calendar/2024.csv', '2024-09-11,holiday,建城节,Founders’ Day,2024', '2024-09-11,holiday,建城节,Founders’ Day,2025'),
    'calendar/2024.csv',
    '2025',
  ],
  [
    'pack.value-missing',
    'a day of the calendar without its notice',
    edited(
      good,
      'calendar/2025.csv',
      '2025-09-11,holiday,建城节,Founders’ Day,2025,calendar-gazette',
      '2025-09-11,holiday,建城节,Founders’ Day,2025,',
    ),
    'calendar/2025.csv',
    '',
  ],
  [
    'pack.duplicate',
    'a measure written twice',
    withFile('measures/open-data-2.md', text('measures/open-data.md')),
    'measures/open-data.md',
    'open-data',
  ],
  [
    'pack.measure-file',
    'a measure in a file of another name',
    withFile('measures/open-data-2.md', text('measures/open-data.md')),
    'measures/open-data-2.md',
    'open-data',
  ],
  [
    'rule.parameter-overlap',
    'two versions of a parameter in force on one day',
    edited(
      good,
      'measures/rent-support.md',
      '2026-01-01..2027-12-31: 25 元/平方米/月 known 2025-11-01',
      '2025-12-31..2027-12-31: 25 元/平方米/月',
    ),
    'measures/rent-support.md',
    '2025-12-31..2027-12-31: 25 元/平方米/月',
  ],
  ['pack.unit', 'a reading in another unit than its indicator', edited(good, 'readings.csv', '640,家', '640,个'), 'readings.csv', '个'],
  [
    'rule.unit-mismatch',
    'money compared with a count',
    edited(good, 'measures/research-subsidy.md', '(least revenue): 1000 万元', '(least revenue): 1000 家'),
    'measures/research-subsidy.md',
    '营业收入 >= 收入门槛',
  ],
  [
    'pack.milestones',
    'planned values that go back in time',
    withFile(
      'targets.csv',
      'indicator,period,comparator,value,baseline_period,baseline_value,path,milestones,document,kind,note,source\ncloud_firms,2025,>=,1200,,,,2025-06 600；2025-03 300,xc-worklist-2025,annual,,plan-gazette\n',
    ),
    'targets.csv',
    '2025-06 600；2025-03 300',
  ],
  ['pack.bounds', 'a share of more than 100 %', edited(good, 'readings.csv', '2022,7.4,', '2022,107.4,'), 'readings.csv', '107.4'],
  ['pack.pair', 'a baseline without its year', edited(good, 'targets.csv', '12,2023,8,', '12,,8,'), 'targets.csv', '8'],
  [
    'pack.pair',
    'a numerator without its denominator',
    withColumn('indicators.csv', 'numerator', { core_share: 'core_growth' }),
    'indicators.csv',
    'core_growth',
  ],
  [
    'pack.indicator-kind',
    'a level that is counted since a day',
    withColumn('indicators.csv', 'counted_since', { stations: '2020-01-01' }),
    'indicators.csv',
    '2020-01-01',
  ],
  [
    'pack.indicator-kind',
    'a count of which a query gives a rate',
    withColumn('indicators.csv', 'query', { cloud_firms: 'worklist.on-time' }),
    'indicators.csv',
    'worklist.on-time',
  ],
  [
    'pack.value-missing',
    'a target without a source',
    edited(good, 'targets.csv', '据报道上调,evening-paper', '据报道上调,'),
    'targets.csv',
    '',
  ],
  [
    'pack.value',
    'a comparator that is none',
    edited(good, 'targets.csv', 'core_share,2028,>,', 'core_share,2028,>>,'),
    'targets.csv',
    '>>',
  ],
  ['pack.value', 'a day that does not exist', edited(good, 'readings.csv', '2024-10-10', '2024-10-32'), 'readings.csv', '2024-10-32'],
  [
    'pack.value',
    'an address that is no web address',
    edited(good, 'sources.csv', 'https://xincheng.example/paper', 'javascript:alert(1)'),
    'sources.csv',
    'javascript:alert(1)',
  ],
  [
    'pack.circle',
    'tasks that are each other’s parents',
    edited(good, 'tasks.csv', 'industry,,task', 'industry,cloud-project,task'),
    'tasks.csv',
    'cloud-project',
  ],
  [
    'pack.progress',
    'a task that was signed for before anybody was assigned',
    edited(sample, 'progress.csv', 'infra-1,2026-01-15,assign,市数据局,2026-12-31,,,,,sm-supervision\n', ''),
    'progress.csv',
    'sign',
  ],
  [
    'pack.stages',
    'a project that was begun before it was signed',
    edited(sample, 'projects.csv', '2025-03-20,2025-09-10', '2025-03-20,2025-03-19'),
    'projects.csv',
    '2025-03-19',
  ],
  [
    'pack.group-large',
    'more measures that exclude each other than can be solved',
    new Map([
      ...edited(good, 'measures/growth-award.md', 'highest research-subsidy：', `highest research-subsidy, ${copies.join(', ')}：`),
      ...copies.map((id): [string, string] => [`measures/${id}.md`, text('measures/open-data.md').replace('id: open-data', `id: ${id}`)]),
    ]),
    'measures/growth-award.md',
    'highest research-subsidy',
  ],
  [
    'pack.circle',
    'measures that match each other',
    edited(
      edited(good, 'measures/growth-award.md', 'highest research-subsidy：', 'match rent-support 1:1：'),
      'measures/rent-support.md',
      'exclusive settlement-award：',
      'match growth-award 1:1：',
    ),
    'measures/growth-award.md',
    'match rent-support 1:1',
  ],
  ['pack.fact-unit', 'a unit nobody knows', edited(good, 'facts/measures.csv', 'integer,人', 'integer,口'), 'facts/measures.csv', '口'],
  [
    'pack.list',
    'a list whose items nothing counts',
    edited(good, 'facts/projects.csv', 'no,,场景项目,scenario project,5', 'no,,场景项目,scenario project,'),
    'facts/projects.csv',
    '场景项目',
  ],
  [
    'pack.list-yearly',
    'an item that is looked back on',
    edited(good, 'facts/projects.csv', 'in yuan?",,yes,,', 'in yuan?",,yes,year,'),
    'facts/projects.csv',
    'year',
  ],
  [
    'pack.enum-english',
    'choices with fewer words in English',
    edited(good, 'facts/common.csv', 'large|medium|small|micro', 'large|medium|small'),
    'facts/common.csv',
    '大型|中型|小型|微型',
  ],
  [
    'pack.clause-changed',
    'a block whose clause was edited since it was reviewed',
    edited(good, 'measures/open-data.md', '建立开放目录', '编制开放目录'),
    'measures/open-data.md',
    '```missing clause=',
  ],
  [
    'pack.case-fails',
    'a worked case that comes out otherwise',
    edited(good, 'measures/rent-support.md', '1998 元', '1999 元'),
    'measures/rent-support.md',
    '1999 元',
  ],
  ['pack.character', 'a NUL byte in a table', edited(good, 'goals.csv', '增长来源', '增长\u0000来源'), 'goals.csv', '\u0000'],
  [
    'rule.control-character',
    'a NUL byte in a measure',
    edited(good, 'measures/open-data.md', '目录', '目\u0000录'),
    'measures/open-data.md',
    '\u0000',
  ],
  ['pack.csv-quote', 'a quote that is not closed', edited(good, 'goals.csv', 'growth."', 'growth.'), 'goals.csv', '"'],
  [
    'pack.csv-cells',
    'a row with a cell too many',
    edited(good, 'goals.csv', 'goal-2035,2035', 'goal-2035,,2035'),
    'goals.csv',
    'goal-2035',
  ],
  ['pack.csv-header', 'a column named twice', edited(good, 'goals.csv', 'text_en,document', 'text,document'), 'goals.csv', 'text'],
  ['pack.csv-empty', 'a table without a head', withFile('goals.csv', ''), 'goals.csv', ''],
  ['pack.column-unknown', 'a column nobody reads', edited(good, 'goals.csv', 'id,year,text,', 'id,year,wording,'), 'goals.csv', 'wording'],
  ['pack.column-missing', 'a table that lacks a column', edited(good, 'goals.csv', 'id,year,text,', 'id,year,wording,'), 'goals.csv', 'id'],
  [
    'pack.file-missing',
    'a file that the descriptor names and that is not there',
    new Map([...good].filter(([file]) => file !== 'goals.csv')),
    'datapackage.json',
    '"name": "goals"',
  ],
  [
    'pack.datapackage',
    'a descriptor that is no JSON',
    edited(good, 'datapackage.json', '"version": "1.0.0",', '"version" "1.0.0",'),
    'datapackage.json',
    '"',
  ],
  [
    'pack.datapackage',
    'a descriptor that does not say whether the city is invented',
    edited(good, 'datapackage.json', '"synthetic": true', '"synthetic": "yes"'),
    'datapackage.json',
    '"synthetic":',
  ],
  [
    'pack.datapackage',
    'a table outside of the pack',
    edited(good, 'datapackage.json', '"path": "goals.csv"', '"path": "../goals.csv"'),
    'datapackage.json',
    '"name": "goals"',
  ],
  ...(
    [
      ['population-distribution', 'shares that do not add up', '大型 0.5% |', '大型 5% |', '大型 5% |'],
      ['population-distribution', 'a choice that the fact does not have', '国家级 0.5%', '省级 0.5%', '省级 0.5%'],
      ['population-distribution', 'a value beyond the range of the fact', '20 平方米 .. 3000', '20 平方米 .. 6000', '6000'],
      ['population-where', 'a condition on what stands in no row above', '行业=制造业', '行当=制造业', '行当'],
      ['population-where', 'a condition with a word that the group does not have', '行业=制造业', '行业=采矿业', '采矿业'],
      ['population-unknown', 'a share of the unknown that is none', 'yes 95%,1%', 'yes 95%,one', 'one'],
      ['population-unknown', 'more unknown than there is', 'yes 95%,1%', 'yes 95%,101%', '101%'],
      ['population-name', 'a fact that does not exist', '迁入本市,fact', '迁出本市,fact', '迁出本市'],
      ['population-source', 'a fact drawn from one below', '80% .. 120% of 营业收入', '80% .. 120% of 研发投入', '研发投入'],
      ['population-rows', 'two rows for all others', '企业规模=大型|中型,lognormal 300 人', ',lognormal 300 人', '员工人数'],
      ['population-once', 'a total that is no number', ',2000,', ',two thousand,', 'two thousand'],
      ['population-group', 'a group whose English does not fit', 'manufacturing|services', 'manufacturing', 'manufacturing'],
      ['reference', 'a district that does not exist', '东区 50%', '南区 50%', '南区'],
      ['reference', 'a basis that is no source', '50%,10%,assumption', '50%,10%,assumed', 'assumed'],
    ] as const
  ).map(([code, what, passage, instead, marks]): Example => {
    const files = edited(good, 'population.csv', passage, instead)
    return [`pack.${code}`, what, files, 'population.csv', marks]
  }),
]

const ACKNOWLEDGED = '```acknowledged\npack.fair-competition 2025-05-01：虚构的旧条件，列出供公平竞争复审。\n```\n'

const warnings: readonly Example[] = [
  [
    'pack.population-unread',
    'a fact that the synthetic population does not have',
    withFile('population.csv', text('population.csv').replace(/^迁入本市.*\n/m, '')),
    'measures/settlement-award.md',
    'settlement-award',
  ],
  [
    'pack.parameter-expired',
    'a parameter without a version for today',
    without('measures/rent-support.md', ', 2026-01-01..2027-12-31: 25 元/平方米/月 known 2025-11-01'),
    'measures/rent-support.md',
    '单价上限',
  ],
  [
    'pack.parameter-ending',
    'a parameter whose last version ends soon',
    without('measures/rent-support.md', ', 2026-01-01..2027-12-31: 25 元/平方米/月 known 2025-11-01'),
    'measures/rent-support.md',
    '单价上限',
    '2025-12-01',
  ],
  [
    'pack.measure-expired',
    'a measure past its last day whose document is said to be in force',
    good,
    'measures/research-subsidy.md',
    '2024-01-01..2027-12-31',
    '2028-01-01',
  ],
  [
    'pack.amount-unused',
    'an amount of the clause that no block uses',
    edited(good, 'measures/cloud-voucher.md', '(upper limit per year): 10 万元', '(upper limit per year): 9 万元'),
    'measures/cloud-voucher.md',
    '10万元',
  ],
  [
    'pack.fair-competition',
    'a condition on where one is registered',
    without('measures/settlement-award.md', ACKNOWLEDGED),
    'measures/settlement-award.md',
    '迁入本市',
  ],
  [
    'pack.english-missing',
    'a measure without an English title',
    without('measures/cloud-voucher.md', 'title_en: Cloud vouchers\n'),
    'measures/cloud-voucher.md',
    '上云券',
  ],
  [
    'pack.english-missing',
    'a measure that says only in Chinese how often it pays',
    without('measures/rent-support.md', 'once_per_en: enterprise\n'),
    'measures/rent-support.md',
    '企业',
  ],
  [
    'pack.english-missing',
    'a heading in Chinese only',
    without('measures/cloud-voucher.md', ' (What the voucher covers)'),
    'measures/cloud-voucher.md',
    '## 抵扣标准',
  ],
  [
    'pack.english-missing',
    'a gap explained in Chinese only',
    without('measures/cloud-voucher.md', 'en: Not public.\n'),
    'measures/cloud-voucher.md',
    '抵扣比例 (share covered)：未公布。',
  ],
  [
    'pack.english-missing',
    'a judgement explained in Chinese only',
    without('measures/scenario-award.md', 'en: A review is held and decides on merit.\n'),
    'measures/scenario-award.md',
    '择优 (selection on merit)：组织评审，择优确定。',
  ],
  [
    'pack.english-missing',
    'a relation explained in Chinese only',
    without('measures/growth-award.md', 'en: The higher of the two is paid.\n'),
    'measures/growth-award.md',
    'highest research-subsidy：两项择其高。',
  ],
  [
    'pack.english-missing',
    'a budget named in Chinese only',
    edited(
      good,
      'measures/growth-award.md',
      'highest research-subsidy',
      'share 市 (city) 50%, 区 50%：各半。\nen: Half each.\nhighest research-subsidy',
    ),
    'measures/growth-award.md',
    'share 市 (city) 50%, 区 50%：各半。',
  ],
  ['pack.english-missing', 'a task without its English content', edited(good, 'tasks.csv', ',Build 5G.,', ',,'), 'tasks.csv', '建设5G。'],
  [
    'pack.english-missing',
    'an English title written in Chinese',
    edited(good, 'departments.csv', 'Statistics Bureau', '统计局'),
    'departments.csv',
    '统计局',
  ],
  ['pack.file-unlisted', 'a table that the descriptor does not list', withFile('more.csv', 'id\n'), 'more.csv', 'i'],
  [
    'pack.schema',
    'a schema that describes another column',
    edited(good, 'datapackage.json', '"name": "registry"', '"name": "register"'),
    'datapackage.json',
    '"name": "facts"',
  ],
  [
    'pack.block-unstamped',
    'a block that nobody has reviewed',
    withFile('measures/open-data.md', text('measures/open-data.md').replace(/ clause=\w+/, '')),
    'measures/open-data.md',
    '```missing',
  ],
  [
    'pack.cases-few',
    'an executable measure with five cases',
    without('measures/settlement-award.md', '| 是 | 300 | 是 | 30 万元 |\n'),
    'measures/settlement-award.md',
    'settlement-award',
  ],
  [
    'pack.cases-boundary',
    'a threshold that no case stands on',
    edited(good, 'measures/settlement-award.md', '| 是 | 20 | 否 |', '| 是 | 18 | 否 |'),
    'measures/settlement-award.md',
    'settlement-award',
  ],
  [
    'pack.acknowledged-unknown',
    'an acknowledgement of nothing',
    edited(good, 'measures/settlement-award.md', 'pack.fair-competition 2025', 'pack.cases-few 2025'),
    'measures/settlement-award.md',
    'pack.cases-few 2025-05-01：虚构的旧条件，列出供公平竞争复审。',
  ],
]

describe('the check', () => {
  for (const [code, what, files, file, marks, today] of errors)
    it(`refuses the pack for ${what} (${code})`, () => {
      const [first] = found(files, code, today)
      expect(first?.severity).toBe('error')
      expect(first?.place.file).toBe(file)
      expect(first && marked(first)).toEqual(marks === '' ? '' : expect.stringContaining(marks))
      expect(packOf(files, today ?? TODAY).pack).toBeNull()
    })

  for (const [code, what, files, file, marks, today] of warnings)
    it(`warns and goes on for ${what} (${code})`, () => {
      const [first] = found(files, code, today).filter((each) => each.place.file === file)
      expect(first?.severity).toBe('warning')
      expect(first && marked(first)).toContain(marks)
    })

  it('has an example of every code that can be found without a disk', () => {
    const onDisk = ['folder', 'file-outside', 'file-large', 'file-unreadable', 'files-many', 'encoding', 'not-utf8'] // texts.test.ts
    const many = ['too-many-findings', 'csv-large'] // below, and csv.test.ts
    const shown = new Set([...[...errors, ...warnings].map(([code]) => code), ...[...onDisk, ...many].map((code) => `pack.${code}`)])
    expect(Object.keys(packMessages).filter((code) => !shown.has(code))).toEqual([])
  })

  it('names the nearest word that exists', () => {
    const [first] = found(edited(good, 'targets.csv', 'stations,2028', 'station,2028'), 'pack.reference')
    expect(first?.message.en).toContain('stations')
  })

  it('points at both places when two rows disagree', () => {
    const [first] = found(edited(good, 'readings.csv', '640,家', '640,个'), 'pack.unit')
    expect(first?.other?.place).toMatchObject({ file: 'indicators.csv', line: 5 })
  })

  it('gives the clause with a finding inside of a measure', () => {
    const [first] = found(edited(good, 'measures/open-data.md', '建立开放目录', '编制开放目录'), 'pack.clause-changed')
    expect(first?.clause).toBe('{#a1} 内容')
  })

  it('reports everything wrong at once, not the first thing', () => {
    const broken = edited(edited(good, 'readings.csv', '640,家', '640,个'), 'measures/rent-support.md', '1998 元', '1999 元')
    expect(
      packOf(broken, TODAY)
        .diagnostics.map((each) => each.code)
        .sort(),
    ).toEqual(['pack.case-fails', 'pack.unit'])
  })

  it('stops listing after a thousand findings and says so', () => {
    const rows = Array.from({ length: 1200 }, (_, index) => `g-${index},none,x,y,nowhere,nobody`).join('\n')
    const { diagnostics } = packOf(withFile('goals.csv', `id,year,text,text_en,document,source\n${rows}\n`), TODAY)
    expect(diagnostics.length).toBe(1001)
    expect(diagnostics.at(-1)?.code).toBe('pack.too-many-findings')
  })
})

describe('fair competition', () => {
  const file = 'measures/settlement-award.md'
  const open = without(file, ACKNOWLEDGED)

  it('is asked from the day on that the pack declares', () => {
    expect(found(open, 'pack.fair-competition', '2025-04-19')).toEqual([])
    expect(found(open, 'pack.fair-competition', '2025-04-20')).toHaveLength(1)
  })

  it('is not asked of a measure that ended before that day', () => {
    const ended = (last: string): Files => edited(open, file, 'in_force: ?..', `in_force: ?..${last}`)
    expect(found(ended('2025-04-19'), 'pack.fair-competition')).toEqual([])
    expect(found(ended('2025-04-20'), 'pack.fair-competition')).toHaveLength(1)
  })

  it('is not asked of a draft, which pays nobody', () => {
    expect(found(edited(open, file, 'confidence: C', 'draft: yes\nconfidence: C'), 'pack.fair-competition')).toEqual([])
  })

  it('is not asked in a pack that declares no such rule', () => {
    const rule = /,\s*"fairCompetition": \{[^}]*\{[^}]*\}\s*\}/
    expect(found(new Map([...open, ['datapackage.json', text('datapackage.json').replace(rule, '')]]), 'pack.fair-competition')).toEqual([])
  })

  it.each(['tax', 'statistics'])('asks about %s as well', (about) => {
    const facts = edited(open, 'facts/measures.csv', '市场监管部门,no,,registration', `市场监管部门,no,,${about}`)
    expect(found(facts, 'pack.fair-competition')).toHaveLength(1)
  })
})

describe('a measure past its last day', () => {
  it('is warned of on the day after, not on the day itself', () => {
    expect(found(good, 'pack.measure-expired', '2027-12-31')).toEqual([])
    expect(found(good, 'pack.measure-expired', '2028-01-01')).toHaveLength(7)
  })

  it('needs no warning once its document is known to have expired', () => {
    const known = edited(good, 'documents.csv', 'xc-policy-2020,in-force', 'xc-policy-2020,expired')
    expect(found(known, 'pack.measure-expired', '2028-01-01')).toEqual([])
  })
})

describe('an acknowledgement', () => {
  const file = 'measures/settlement-award.md'

  it('takes its warning out, with a day and a reason', () => {
    expect(found(good, 'pack.fair-competition')).toEqual([])
  })

  it.each([
    ['without a day', 'pack.fair-competition：列出供复审。'],
    ['without a reason', 'pack.fair-competition 2025-05-01：'],
    ['on a day that does not exist', 'pack.fair-competition 2025-02-30：列出供复审。'],
  ])('is refused %s', (_how, line) => {
    const files = edited(good, file, 'pack.fair-competition 2025-05-01：虚构的旧条件，列出供公平竞争复审。', line)
    expect(found(files, 'rule.entry-form')[0]?.place.file).toBe(file)
    expect(packOf(files, TODAY).pack).toBeNull()
  })

  it('never takes out an error', () => {
    const failing = edited(good, file, '| 是 | 300 | 是 | 30 万元 |', '| 是 | 300 | 是 | 31 万元 |')
    const hushed = edited(failing, file, 'pack.fair-competition 2025', 'pack.case-fails 2025')
    expect(found(hushed, 'pack.case-fails')).toHaveLength(1)
    expect(packOf(hushed, TODAY).pack).toBeNull()
  })

  it('speaks for its own measure only', () => {
    const other = without('measures/growth-award.md', 'title_en: Award for revenue growth\n')
    const files = edited(other, file, '虚构的旧条件', '虚构的旧条件\npack.english-missing 2025-05-01：虚构的旧条件')
    expect(found(files, 'pack.english-missing')).toHaveLength(1)
  })
})

describe('stamping', () => {
  it('is the one thing that an edited clause does not stand in the way of', () => {
    const files = edited(good, 'measures/open-data.md', '建立开放目录', '编制开放目录')
    expect(packOf(files, TODAY).pack).toBeNull()
    expect(packOf(files, TODAY, { clausesMayHaveChanged: true }).pack).not.toBeNull()
  })
})
