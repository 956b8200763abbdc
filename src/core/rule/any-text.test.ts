import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from './evaluate.ts'
import { explain } from './explain.ts'
import { MAX_TEXT, readMeasure } from './read.ts'
import { ruleOf, sampleCatalogue, sampleOf } from './samples/catalogue.ts'
import { trace } from './trace.ts'

const read = (text: string) => readMeasure(text, 'sample.md', sampleCatalogue)
const codesOf = (text: string): string[] => read(text).diagnostics.map((each) => each.code)

describe('any text', () => {
  const fragments = [
    '```rule\n',
    '```\n',
    '```table id=甲 hit=first\n',
    '| 服务企业数 | 值 |\n',
    '| >= 1 家 | 1 元 |\n',
    'eligible:\n',
    '  - ',
    'amount: ',
    'define:\n',
    '认定级别',
    ' in ["省级"]',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    'min(',
    ', ',
    ' and ',
    ' or ',
    'not(',
    '30%',
    '500 万元',
    '"',
    '“',
    '：',
    '..',
    '2022-01-01',
    '## 条款 {#a2}\n',
    '> 摘要\n',
    '---\n',
    'id: x\n',
    '\n',
    '# ',
    '|',
    '-',
    '\u3000',
    '𠀀',
    '\ud800',
    '\u0000',
    '1e9',
    '0.',
    'if ',
    ' then ',
    ' else ',
    '```params\n',
    '补助比例 (rate): { 2022-01-01..: 30% }\n',
    '```cases\n',
    '| eligible | amount |\n',
    '| 是 | 1 元 |\n',
  ]
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...fragments), { maxLength: 80 }).map((parts) => parts.join('')),
  )
  const judged = (text: string): void => {
    const { measure, diagnostics } = read(text)
    expect(measure === null).toBe(diagnostics.some((each) => each.severity === 'error'))
    for (const { place } of diagnostics) {
      expect(place.line).toBeGreaterThan(0)
      expect(place.end).toBeGreaterThan(place.column)
    }
  }
  it('gives a measure or findings with a place, never a crash', () => {
    fc.assert(fc.property(noise, judged), { numRuns: 1500 })
  })
  it('gives a measure or findings for a good document with random damage', () => {
    const good = sampleOf(
      '```params\n补助比例 (rate): { 2022-01-01..: 30% }\n```\n```table id=奖 hit=first\n| 服务企业数 | 值 |\n| >= 1 家 | 1 元 |\n```\n```rule round=half-up(1)\ndefine:\n  - 甲 (a): min(软硬件投资额 * 补助比例, 500 万元)\neligible:\n  - 认定级别 in ["国家级", "省级"] and not(严重失信)\namount: 甲 + 奖\n```\n```cases\n| 认定级别 | 严重失信 | 软硬件投资额 | 服务企业数 | eligible | amount |\n| 省级 | 否 | 10 | 1 | 是 | 4 元 |\n```',
    )
    expect(read(good).diagnostics).toEqual([])
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(30), noise, (at, gone, put) => judged(good.slice(0, at) + put + good.slice(at + gone))),
      { numRuns: 1500 },
    )
  })
  it('is refused above a megabyte', () => {
    expect(codesOf('x'.repeat(MAX_TEXT + 1))).toEqual(['rule.text-too-long'])
  })
})

const MEGABYTE = 1_000_000
const filled = (text: string, room = MEGABYTE): string => text.repeat(Math.floor(room / text.length))
const counted = (line: (index: number) => string, room = MEGABYTE): string => {
  let text = ''
  for (let index = 0; text.length < room; index++) text += line(index)
  return text
}
const block = (head: string, body: string): string => `\`\`\`${head}\n${body}\n\`\`\`\n`
const params = (body: string): string => block('params', body)
const table = (name: string, body: string): string => block(`table id=${name} hit=first`, body)
/** Definitions that each name the one before twice: as trees they would double with every line. */
const doubling = (count: number, leaf: string, twice: (name: string) => string, amount = `d${count - 1}`): string =>
  sampleOf(
    block(
      'rule',
      `define:\n${Array.from({ length: count }, (_, i) => `  - d${i}: ${i === 0 ? leaf : twice(`d${i - 1}`)}\n`).join('')}amount: ${amount}`,
    ),
  )
const nested = (depth: number): string =>
  Array.from({ length: depth }).reduce<string>((inner) => `(${inner} in [=true, =true])`, '严重失信')
const CASES = block('rule', 'eligible:\n  - 服务企业数 > 1 家\namount: 1 元')

describe('a megabyte of', () => {
  it.each([
    ['parentheses', ruleOf('('.repeat(500_000))],
    ['brackets', ruleOf('x in ['.repeat(150_000))],
    ['spaces', ruleOf(`a${' '.repeat(1_000_000)}b`)],
    ['spaces in a parameter', sampleOf(`\`\`\`params\n甲${' '.repeat(1_000_000)}\n\`\`\``)],
    ['spaces in a version', sampleOf(`\`\`\`params\n甲: { 2022-01-01..${' '.repeat(500_000)}: 1 ${' '.repeat(400_000)} }\n\`\`\``)],
    ['letters in a relation', sampleOf(`\`\`\`relations\n${'a'.repeat(1_000_000)}\n\`\`\``)],
    ['sums', ruleOf('1+'.repeat(500_000))],
    ['minus signs', ruleOf('-'.repeat(900_000))],
    ['quotes', ruleOf('"'.repeat(900_000))],
    ['lines', '\n'.repeat(1_000_000)],
    ['headings', '## a\n'.repeat(200_000)],
    ['fences', sampleOf('```\n'.repeat(250_000))],
    ['conditions', sampleOf(`\`\`\`rule\neligible:\n${'  - 甲 > 1\n'.repeat(80_000)}\`\`\``)],
    [
      'definitions',
      sampleOf(`\`\`\`rule\ndefine:\n${Array.from({ length: 40_000 }, (_, i) => `  - 甲${i}: 甲${i + 1}\n`).join('')}\`\`\``),
    ],
    ['table cells', sampleOf(`\`\`\`table id=表 hit=first\n${'| a '.repeat(200_000)}|\n\`\`\``)],
    ['table rows', sampleOf(`\`\`\`table id=表 hit=first\n| a | b |\n${'| 1 | 2 |\n'.repeat(90_000)}\`\`\``)],
    ['unit words', ruleOf(`1 ${'元/'.repeat(300_000)}`)],
    ['long names', ruleOf('甲'.repeat(900_000))],
    [
      'many unknown names',
      sampleOf(`\`\`\`rule\neligible:\n${Array.from({ length: 60_000 }, (_, i) => `  - 认定${i} > 1\n`).join('')}\`\`\``),
    ],
    ['not(', ruleOf(filled('not('))],
    ['if', ruleOf(filled('if '))],
    ['one line', filled('软硬件投资额 * 30% ')],
    ['parameters', sampleOf(params(counted((i) => `a${i}: 1 元\n`)))],
    ['versions of one parameter', sampleOf(params(`甲: { ${filled('2022-01-01..: 1 元,')} }`))],
    [
      'parameters and unknown names',
      sampleOf(
        params(counted((i) => `a${i}: 1\n`, 400_000)) + block('rule', `eligible:\n${filled(`  - ${filled('b or ', 4900)}b\n`, 500_000)}`),
      ),
    ],
    ['tables', sampleOf(counted((i) => table(`t${i}`, `|服务企业数|1|\n${filled('|-|1|\n', 5900)}`), 980_000))],
    ['wide table', sampleOf(table('t', `|${filled('面积|', 3000)}值|\n${filled(`|${filled('1|', 2000)}1|\n`)}`))],
    [
      'worked cases',
      sampleOf(CASES + counted(() => block('cases', `|服务企业数|eligible|amount|\n${filled('|1|是|1|\n', 9000)}`), 980_000)),
    ],
    ['unit chains', ruleOf(`${filled('1 元/平方米/月 * ')}1`)],
    [
      'judgements',
      sampleOf(
        block(
          'judgement by=x',
          counted((i) => `j${i}：y\n`),
        ),
      ),
    ],
    ['front matter', `---\n${counted((i) => `k${'a'.repeat(i % 26)}: v\n`)}---\n`],
    ['attributes', sampleOf(`\`\`\`rule ${filled('a="b ')}`)],
    ['sections', counted((i) => `## a {#a${i}}\n> x\n`)],
    ['clause', sampleOf('') + filled('> x\n')],
    ['text in quotes', ruleOf(`"${filled('x')}" = 主营业务`)],
    ['digits', ruleOf(filled('1'))],
    ['points', ruleOf(filled('1.'))],
    ['relations', sampleOf(block('relations', filled('once x：y\n')))],
    [
      'definitions of a thousand parts',
      sampleOf(block('rule', `define:\n${counted((i) => `  - d${i}: ${filled('面积 > 1 平方米 or ', 4500)}严重失信\n`)}`)),
    ],
    [
      'sums of long fractions',
      sampleOf(
        block(
          'rule',
          `define:\n  - b: ${filled('面积 * ', 75)}面积\n${counted((i) => `  - d${i}: ${filled('b + b > b or ', 3000)}b + b > b\n`)}amount: 1 元`,
        ),
      ),
    ],
  ])('%s is answered at once, and decided at once if it is a rule', (_, text) => {
    expect(text.length).toBeLessThanOrEqual(MAX_TEXT)
    const began = process.threadCpuUsage()
    const { measure, diagnostics } = read(text)
    expect(measure === null).toBe(diagnostics.some((each) => each.severity === 'error'))
    // A word of a megabyte is quoted in part.
    for (const { message, place } of diagnostics) {
      expect(message.zh.length + message.en.length).toBeLessThan(1500)
      expect(place.end).toBeGreaterThan(place.column)
    }
    if (measure) decide(measure, new Map(), { on: '2024-01-01', known: '2024-01-01' })
    // The promise is one second on a machine of its own; time of the processor, because those that run tests are shared.
    const { user, system } = process.threadCpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(2000)
  })
})

describe('a short text that means much work', () => {
  const facts = new Map([
    ['软硬件投资额', 12_345],
    ['评分', 3],
  ])
  const WHEN = { on: '2024-01-01', known: '2024-01-01' }
  it.each([
    ['sums', doubling(120, '软硬件投资额', (d) => `${d} + ${d}`)],
    ['maxima', doubling(120, '软硬件投资额', (d) => `max(${d}, ${d})`)],
    ['branches', doubling(120, '软硬件投资额', (d) => `if 严重失信 then ${d} else ${d}`)],
    ['conditions', doubling(120, '严重失信', (d) => `${d} or not(${d})`, '1 元')],
    ['comparisons', doubling(120, '软硬件投资额 > 1 元', (d) => `${d} = ${d}`, '1 元')],
  ])('is computed once for each definition: %s that name the one before twice', (_, text) => {
    const { measure, diagnostics } = read(text)
    expect(diagnostics).toEqual([])
    for (const given of [new Map(), facts]) {
      const outcome = trace(measure!, given, WHEN)
      expect(outcome.trace!.length).toBeLessThan(2000)
      expect(decide(measure!, given, WHEN).status).toBe(outcome.status)
      for (const language of ['zh', 'en'] as const)
        expect(explain(measure!, outcome, given, WHEN, sampleCatalogue, language).length).toBeLessThan(20)
    }
  })
  it.each([
    ['squares of squares', doubling(60, '评分', (d) => `${d} * ${d}`, 'd59 * 1 元'), 'rule.number-too-large'],
    ['quotients of quotients', doubling(60, '评分', (d) => `${d} / (${d} + 1)`, 'd59 * 1 元'), 'rule.number-too-large'],
    ['lists in lists', ruleOf(nested(25)), 'rule.too-much-work'],
    ['long sums', doubling(190, '评分', (d) => `${d} + 1`, 'd189 * 1 元'), null],
    ['a chain of definitions', doubling(200, '评分', (d) => `abs(abs(${d}))`, 'd199 * 1 元'), 'rule.too-deep'],
    ['a circle', doubling(2, 'd1', (d) => d), 'rule.name-circular'],
  ])('is refused before anything runs: %s', (_, text, code) => {
    const { measure, diagnostics } = read(text)
    if (code === null) expect(diagnostics).toEqual([])
    else expect(diagnostics.map((each) => each.code)).toContain(code)
    expect(measure === null).toBe(code !== null)
  })
})
