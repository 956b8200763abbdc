import { describe, expect, it } from 'vitest'
import { type RuleCode, ruleMessages } from './messages.ts'
import { MAX_TEXT, readMeasure } from './read.ts'
import { FRONT, ruleOf, sampleCatalogue, sampleOf } from './samples/catalogue.ts'

const block = (head: string, ...lines: readonly string[]): string => [`\`\`\`${head}`, ...lines, '```', ''].join('\n')
const rule = (...lines: readonly string[]): string => sampleOf(block('rule', ...lines))
const cases = (...rows: readonly string[]): string =>
  sampleOf(block('rule', 'eligible:', '  - 服务企业数 > 1 家', 'amount: 1 元') + block('cases', ...rows))
const table = (...rows: readonly string[]): string => sampleOf(block('table id=奖 hit=first', ...rows) + block('rule', 'amount: 奖'))
const params = (...lines: readonly string[]): string => sampleOf(block('params', ...lines) + block('rule', 'amount: 1 元'))
const front = (from: string, to: string): string => sampleOf(block('rule', 'amount: 1 元'), FRONT.replace(from, to))
const doubling = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `  - d${i}: ${i === 0 ? '评分' : `d${i - 1} * d${i - 1}`}`)
const nested = Array.from({ length: 25 }).reduce<string>((inner) => `(${inner} in [=true, =true])`, '严重失信')

/** A text for every code: the compiler refuses a code without one. */
const examples: Readonly<Record<RuleCode, string>> = {
  'rule.text-too-long': 'x'.repeat(MAX_TEXT + 1),
  'rule.too-many-findings': rule('eligible:', ...Array.from({ length: 199 }, () => '  - 没有甲 > 1 or 没有乙 > 1')),
  'rule.control-character': front('title: 样例', 'title: 样\u0000例'),
  'rule.front-matter-missing': '## 条款 {#a1}\n',
  'rule.front-matter-open': '---\nid: x\n',
  'rule.front-matter-line': front('title: 样例', 'title 样例'),
  'rule.key-unknown': front('title: 样例', 'titel: 样例'),
  'rule.key-twice': front('title: 样例', 'title: 样例\ntitle: 样例'),
  'rule.key-missing': front('title: 样例\n', ''),
  'rule.key-value': front('grade: executable', 'grade: good'),
  'rule.no-section': FRONT,
  'rule.anchor-missing': `${FRONT}## 条款\n> 摘要\n`,
  'rule.anchor-twice': `${sampleOf('')}## 又一条 {#a1}\n> 摘要\n`,
  'rule.clause-missing': `${FRONT}## 条款 {#a1}\n`,
  'rule.text-outside': sampleOf('说明'),
  'rule.block-outside': `${FRONT}${block('rule', 'amount: 1 元')}`,
  'rule.block-open': sampleOf('```rule\namount: 1 元'),
  'rule.block-unknown': sampleOf(block('ruel', 'amount: 1 元')),
  'rule.attribute-unknown': sampleOf(block('rule rund=floor(1)', 'amount: 1 元')),
  'rule.attribute-value': sampleOf(block('rule round=up(1)', 'amount: 1 元')),
  'rule.entry-form': params('没有冒号'),
  'rule.character': ruleOf('服务企业数 ~ 1 家'),
  'rule.full-width': ruleOf('服务企业数 ≥ 1 家'),
  'rule.number-form': ruleOf('服务企业数 > 007 家'),
  'rule.text-open': ruleOf('认定级别 = "省级'),
  'rule.day-unknown': ruleOf('成立日期 > 2023-02-30'),
  'rule.date-form': ruleOf('成立日期 > date(成立日期)'),
  'rule.unit-unknown': ruleOf('服务企业数 > 1 佳'),
  'rule.expected': ruleOf('服务企业数 >'),
  'rule.chained': ruleOf('1 家 < 服务企业数 < 5 家'),
  'rule.not-needs-parentheses': ruleOf('not 严重失信'),
  'rule.null': ruleOf('严重失信 = null'),
  'rule.too-deep': ruleOf(`${'('.repeat(100)}严重失信${')'.repeat(100)}`),
  'rule.too-long': ruleOf(`${'严重失信 or '.repeat(1100)}严重失信`),
  'rule.too-many': rule('eligible:', ...Array.from({ length: 201 }, () => '  - 严重失信')),
  'rule.name-unknown': ruleOf('服务企业 > 1 家'),
  'rule.name-twice': params('甲: 1', '甲: 2'),
  'rule.name-circular': rule('define:', '  - 甲: 乙', '  - 乙: 甲', 'amount: 1 元'),
  'rule.function-unknown': ruleOf('mim(1 元, 2 元) > 1 元'),
  'rule.argument-count': ruleOf('min(1 元) > 1 元'),
  'rule.argument-type': ruleOf('min(1 元, 1 家) > 1 元'),
  'rule.list': ruleOf('sum(项目) > 1 元'),
  'rule.list-unknown': ruleOf('count(工程[投资额 > 1 元]) > 1'),
  'rule.list-item': ruleOf('项目投资额 > 1 元'),
  'rule.rank': ruleOf('rank(主营业务) <= 200'),
  'rule.look-back': ruleOf('上年(面积) > 1 平方米'),
  'rule.type-mismatch': ruleOf('主营业务 > "软件"'),
  'rule.unit-mismatch': ruleOf('服务企业数 > 1 元'),
  'rule.percent-plain': ruleOf('营业收入增长率 > 15'),
  'rule.value-unknown': ruleOf('认定级别 = "省极"'),
  'rule.not-condition': ruleOf('服务企业数'),
  'rule.not-money': ruleOf('true', '服务企业数'),
  'rule.branches': ruleOf('true', 'if 严重失信 then 1 元 else 1 家'),
  'rule.number-too-large': rule('define:', ...doubling(20), 'amount: d19 * 1 元'),
  'rule.too-much-work': ruleOf(nested),
  'rule.amount-twice': rule('amount: 1 元', 'amount: 2 元'),
  'rule.amount-missing': sampleOf(block('rule', 'eligible:', '  - 严重失信')),
  'rule.amount-in-text': front('grade: executable', 'grade: text'),
  'rule.missing-in-executable': sampleOf(block('missing', '条件：未公开') + block('rule', 'amount: 1 元')),
  'rule.partial-without-missing': front('grade: executable', 'grade: partial'),
  'rule.parameter-overlap': params('甲: { 2022-01-01..: 1, 2023-01-01..: 2 }'),
  'rule.period-form': params('甲: { 2022..: 1 }'),
  'rule.period-backwards': params('甲: { 2023-01-01..2022-01-01: 1 }'),
  'rule.relation-without-amount': sampleOf(block('missing', '条件：未公开') + block('relations', 'cap_by at 10 万元：不超过')).replace(
    'grade: executable',
    'grade: text',
  ),
  'rule.literal-expected': params('甲: 1 + 1'),
  'rule.version-types': params('甲: { ..2022-12-31: 1 元, 2023-01-01..: 1% }'),
  'rule.table-form': table('| 服务企业数 | 奖 |'),
  'rule.table-width': table('| 服务企业数 | 奖 |', '| 1 家 | 1 元 | 2 元 |'),
  'rule.table-sum': sampleOf(
    block('table id=奖 hit=sum', '| 认定级别 | 奖 |', '| "省级" | "甲" |') + block('rule', 'eligible:', '  - 奖 = "甲"', 'amount: 1 元'),
  ),
  'rule.table-overlap': sampleOf(
    block('table id=奖 hit=unique', '| 服务企业数 | 奖 |', '| >= 1 家 | 1 元 |', '| <= 3 家 | 2 元 |') + block('rule', 'amount: 奖'),
  ),
  'rule.table-gap': table('| 服务企业数 | 奖 |', '| >= 9 家 | 2 元 |', '| [1 家..4 家] | 1 元 |'),
  'rule.table-dead-row': table('| 服务企业数 | 奖 |', '| - | 1 元 |', '| 1 家 | 2 元 |'),
  'rule.case-column': cases('| 面积 | eligible |', '| 1 | 否 |'),
  'rule.case-result': cases('| 服务企业数 | eligible |', '| 1 | 也许 |'),
  'rule.case-amount': cases('| 服务企业数 | eligible | amount |', '| 2 | 是 | |'),
  'rule.case-value': cases('| 服务企业数 | eligible |', '| 1.5 | 否 |'),
}

describe('a finding', () => {
  it.each(Object.entries(examples))('%s is given for a text that deserves it, with its place, in both languages', (code, text) => {
    const { diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
    const found = diagnostics.find((each) => each.code === code)
    expect(found, diagnostics.map((each) => each.code).join(' ')).toBeDefined()
    for (const { place, message } of diagnostics) {
      expect(place).toMatchObject({ file: 'sample.md' })
      expect(message.zh + message.en).not.toMatch(/\{\w+\}|undefined|\[object/)
    }
  })
  it('has a text in Chinese that is Chinese and one in English that is English', () => {
    for (const [code, { zh, en }] of Object.entries(ruleMessages)) {
      expect(zh, code).toMatch(/\p{Script=Han}/u)
      expect(en.replace(/max\(0 元, …\)|500 万元|是|否|待定/g, ''), code).not.toMatch(/\p{Script=Han}/u)
    }
  })
})
