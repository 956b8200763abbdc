import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../diagnostic.ts'
import { readMeasure } from './read.ts'
import { ruleOf, sampleCatalogue, sampleOf } from './samples/catalogue.ts'

const read = (text: string) => readMeasure(text, 'sample.md', sampleCatalogue)
const codesOf = (text: string): string[] => read(text).diagnostics.map((each) => each.code)
const conditionCodes = (condition: string): string[] => codesOf(ruleOf(condition))

const folder = path.join(import.meta.dirname, 'samples', 'bad')
/** A bad sample ends with the findings it must give, one `file:line:column code` a line, in a comment. */
describe('bad samples', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s is refused with exactly the findings it names', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8')
    const [body = '', expected = ''] = text.split('<!-- findings\n')
    const { measure, diagnostics } = readMeasure(body, name, sampleCatalogue)
    expect(measure).toBeNull()
    expect(diagnostics.map(({ place, code }) => `${place.line}:${place.column} ${code}`)).toEqual(
      expected.replace('-->', '').trim().split('\n'),
    )
    for (const each of diagnostics) {
      expect(formatDiagnostic(each, 'zh')).not.toMatch(/\{\w+\}/)
      expect(formatDiagnostic(each, 'en')).not.toMatch(/\{\w+\}/)
    }
  })
})

describe('what a writer gets wrong', () => {
  it.each([
    ['money is added to a percentage', '软硬件投资额 + 30% > 1 元', 'rule.unit-mismatch'],
    ['enterprises are compared with a plain number', '服务企业数 > 100', 'rule.unit-mismatch'],
    ['a percentage is compared with a plain number', '营业收入增长率 >= 15', 'rule.percent-plain'],
    ['months are compared with years', '月数 > 1 年', 'rule.unit-mismatch'],
    ['a text is ordered', '主营业务 > "软件"', 'rule.type-mismatch'],
    ['a choice is misspelt', '认定级别 in ["国家级", "省极"]', 'rule.value-unknown'],
    ['a name is misspelt', '软硬件投资 > 1 元', 'rule.name-unknown'],
    ['a function is misspelt', 'mim(1 元, 2 元) > 1 元', 'rule.function-unknown'],
    ['a unit does not exist', '服务企业数 > 100 佳', 'rule.unit-unknown'],
    ['a comparison is chained', '1 家 < 服务企业数 < 5 家', 'rule.chained'],
    ['not stands without parentheses', 'not 严重失信', 'rule.not-needs-parentheses'],
    ['null is written', '严重失信 = null', 'rule.null'],
    ['an exponent is written', '软硬件投资额 > 1e3 元', 'rule.number-form'],
    ['thousands are separated', '软硬件投资额 > 1,000 元', 'rule.expected'],
    ['digits are full width', '软硬件投资额 > １００ 元', 'rule.full-width'],
    ['parentheses are full width', 'not（严重失信）', 'rule.full-width'],
    ['quotes are curly', '认定级别 = “省级”', 'rule.full-width'],
    ['a day does not exist', '成立日期 < 2023-02-30', 'rule.day-unknown'],
    ['a text is not closed', '认定级别 = "省级', 'rule.text-open'],
    ['a condition is no condition', '服务企业数', 'rule.not-condition'],
    ['a fact that is not yearly is looked back on', '上年(面积) > 1 平方米', 'rule.look-back'],
    ['arguments differ in kind', 'min(软硬件投资额, 30%) > 1 元', 'rule.argument-type'],
    ['an argument is missing', 'min(软硬件投资额) > 1 元', 'rule.argument-count'],
    ['a parenthesis is not closed', '(服务企业数 > 1 家', 'rule.expected'],
    ['branches differ', 'if 严重失信 then 1 家 else 1 元', 'rule.branches'],
  ])('says so when %s', (_, condition, code) => {
    expect(conditionCodes(condition)).toContain(code)
  })
  it.each(['五百万', '1e3', '500 家', '1,000 元', '0.001 元'])('says so when the amount of a worked case is written %s', (amount) => {
    const text = `${ruleOf('服务企业数 > 1 家')}\n\`\`\`cases\n| 服务企业数 | eligible | amount |\n| 2 | 是 | ${amount} |\n\`\`\`\n`
    expect(codesOf(text)).toEqual(['rule.case-value'])
  })
  it('proposes the nearest known name', () => {
    expect(read(ruleOf('认定级剔 = "省级"')).diagnostics[0]?.message.zh).toContain('认定级别')
  })
  it('shows where a parameter was declared when it does not fit', () => {
    const [found] = read(sampleOf('```params\n补助比例 (rate): 30%\n```\n```rule\namount: 软硬件投资额 + 补助比例\n```')).diagnostics
    expect(found).toMatchObject({ code: 'rule.unit-mismatch', place: { line: 25, column: 9 }, other: { place: { line: 22, column: 1 } } })
    expect(formatDiagnostic(found!, 'zh')).toContain('是否应为 *')
  })
  it('reports everything that is wrong, not only the first thing', () => {
    expect(codesOf(sampleOf('```rule\neligible:\n  - 甲 > 1\n  - 乙 > 1\namount: 30%\n```'))).toEqual([
      'rule.name-unknown',
      'rule.name-unknown',
      'rule.not-money',
    ])
  })
  it('refuses a definition that leads back to itself', () => {
    expect(codesOf(sampleOf('```rule\ndefine:\n  - 甲: 乙 + 1 元\n  - 乙: 甲 + 1 元\namount: 甲\n```'))).toContain('rule.name-circular')
  })
  it('refuses numbers that square themselves without end', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `  - d${i}: ${i === 0 ? '评分' : `d${i - 1} * d${i - 1}`}`).join('\n')
    expect(codesOf(sampleOf(`\`\`\`rule\ndefine:\n${lines}\namount: d39 * 1 元\n\`\`\``))).toContain('rule.number-too-large')
  })
})
