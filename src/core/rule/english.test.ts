import { describe, expect, it } from 'vitest'
import { headingOf } from './english.ts'
import { readMeasure } from './read.ts'
import { FRONT, sampleCatalogue, sampleOf } from './samples/catalogue.ts'

const block = (head: string, ...lines: readonly string[]): string => [`\`\`\`${head}`, ...lines, '```', ''].join('\n')
const RULE = block('rule', 'eligible:', '  - 服务企业数 > 1 家', 'amount: 1 元')
const partial = FRONT.replace('grade: executable', 'grade: partial')
const read = (text: string) => readMeasure(text, 'sample.md', sampleCatalogue)
const measureOf = (text: string) => {
  const { measure, diagnostics } = read(text)
  if (!measure) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return measure
}

describe('a heading', () => {
  it.each([
    ['奖励标准 (Award)', '奖励标准', 'Award'],
    ['奖励标准(Award)', '奖励标准', 'Award'],
    ['标准（征求意见稿） (Standard, draft)', '标准（征求意见稿）', 'Standard, draft'],
    ['标准(试行) (Standard on trial)', '标准(试行)', 'Standard on trial'],
    ['奖励标准', '奖励标准', null],
    ['标准(试行)', '标准(试行)', null],
    ['标准（征求意见稿）', '标准（征求意见稿）', null],
    ['奖励标准 ()', '奖励标准 ()', null],
    ['标准 (Standard (draft))', '标准 (Standard (draft))', null],
    ['(Award)', '(Award)', null],
    ['', '', null],
  ])('%s', (text, heading, headingEnglish) => {
    expect(headingOf(text)).toEqual({ heading, headingEnglish })
  })
  it('is known to the measure in both languages', () => {
    const text = sampleOf(RULE).replace('## 条款 {#a1}', '## 条款 (Clause) {#a1}')
    expect(measureOf(text).sections).toMatchObject([{ anchor: 'a1', heading: '条款', headingEnglish: 'Clause' }])
    expect(measureOf(sampleOf(RULE)).sections).toMatchObject([{ heading: '条款', headingEnglish: null }])
  })
})

describe('the English below an entry', () => {
  it('belongs to the judgement, the gap or the relation above it', () => {
    const blocks = [
      block('judgement by=样例部门', '择优 (selection)：组织评审。', 'en: A panel reviews.', '核查 (visit)：现场核查。'),
      block('missing', '# 尚待查找', '条件 (conditions)：未公开。', '  en： Not public: not even in part.'),
      block('relations', 'once 平台：一次性。', 'en: Once per platform.'),
      block('rule', 'at_most: 1 元'),
    ]
    const { judgements, gaps, relations } = measureOf(sampleOf(blocks.join(''), partial))
    expect(judgements).toMatchObject([
      { name: '择优', text: '组织评审。', textEnglish: 'A panel reviews.' },
      { name: '核查', text: '现场核查。', textEnglish: null },
    ])
    expect(gaps).toMatchObject([{ name: '条件', textEnglish: 'Not public: not even in part.' }])
    expect(relations).toMatchObject([{ kind: 'once', text: '一次性。', textEnglish: 'Once per platform.' }])
  })
  it.each([
    ['without an entry above it', ['en: Once.', 'once 平台：一次性。']],
    ['a second time', ['once 平台：一次性。', 'en: Once.', 'en: Again.']],
    ['without words', ['once 平台：一次性。', 'en:']],
  ])('is refused %s', (_, lines) => {
    for (const text of [block('relations', ...lines), block('missing', ...lines), block('judgement by=样例部门', ...lines)]) {
      const { diagnostics } = read(sampleOf(text + RULE))
      const found = diagnostics.filter(({ code }) => code === 'rule.entry-form').map(({ message }) => message.en)
      expect(found).toContain('This line should be written: below an entry, en: the explanation.')
    }
  })
})

describe('the front matter', () => {
  it('may say in English how often a subject is paid', () => {
    const front = FRONT.replace('grade: executable', 'grade: executable\nonce_per: 平台\nonce_per_en: platform')
    expect(measureOf(sampleOf(RULE, front))).toMatchObject({ oncePer: '平台', oncePerEnglish: 'platform' })
    expect(measureOf(sampleOf(RULE))).toMatchObject({ oncePer: null, oncePerEnglish: null })
  })
})
