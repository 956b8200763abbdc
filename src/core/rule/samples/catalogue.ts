import { exactOf } from '../../exact.ts'
import type { FactCatalogue, FactDeclaration, FactType } from '../../facts.ts'

const place = { file: 'facts.csv', line: 1, column: 1, end: 2 }

const fact = (name: string, english: string, type: FactType, more: Partial<FactDeclaration> = {}): FactDeclaration => ({
  name,
  label: { zh: name, en: english },
  type,
  unit: null,
  values: [],
  min: null,
  max: null,
  question: { zh: `${name}？`, en: `${english}?` },
  registry: null,
  department: null,
  changeable: true,
  yearly: false,
  competition: null,
  list: null,
  place,
  ...more,
})

const choice = (name: string, english: string, values: readonly (readonly [zh: string, en: string])[]): FactDeclaration =>
  fact(name, english, 'enum', { values: values.map(([zh, en]) => ({ zh, en })) })

/** The facts of the samples: one of each type, of an enterprise that does not exist. */
export const sampleCatalogue: FactCatalogue = new Map(
  [
    choice('认定级别', 'recognition level', [
      ['国家级', 'national'],
      ['省级', 'provincial'],
      ['市级', 'city'],
      ['区级', 'district'],
    ]),
    choice('平台类型', 'kind of platform', [
      ['公共服务平台', 'public service platform'],
      ['开源平台', 'open-source platform'],
      ['开源社区', 'open-source community'],
    ]),
    fact('软硬件投资额', 'hardware and software investment', 'money'),
    fact('营业收入', 'revenue', 'money', { yearly: true }),
    fact('利润', 'profit', 'money', { min: exactOf('-100000000000') }),
    fact('营业收入增长率', 'revenue growth', 'percent'),
    fact('服务企业数', 'enterprises served', 'integer', { unit: '家' }),
    fact('日均解析量', 'daily resolutions', 'integer', { unit: '次' }),
    fact('面积', 'area', 'number', { unit: '平方米' }),
    fact('月数', 'months', 'integer', { unit: '月' }),
    fact('租金单价', 'rent', 'number', { unit: '元/平方米/月' }),
    fact('评分', 'score', 'number'),
    fact('严重失信', 'seriously dishonest', 'yes-no'),
    fact('成立日期', 'day of founding', 'date'),
    fact('主营业务', 'main business', 'text'),
    fact('项目数', 'number of projects', 'integer', { unit: '个', max: 3, list: { name: '项目', english: 'project', max: 3 } }),
    fact('项目投资额', 'investment', 'money', { list: { name: '项目', english: null, max: null } }),
    fact('项目竣工日期', 'day of completion', 'date', { list: { name: '项目', english: null, max: null } }),
    fact('项目验收', 'accepted', 'yes-no', { list: { name: '项目', english: null, max: null } }),
  ].map((each) => [each.name, each]),
)

/** The front matter of the samples. */
export const FRONT = `---
id: sample
title: 样例
title_en: Sample
document: sample-document
clause: 第一条
subject: 企业
department: 样例部门
level: 样例市
support: subsidy
service: apply
grade: executable
in_force: 2022-01-01..2025-12-31
confidence: A
sources: sample-source
---
`

/** A whole measure file around the given blocks. */
export const sampleOf = (blocks: string, front = FRONT): string => `${front}## 条款 {#a1}\n> 条款摘要。\n> en: The clause.\n\n${blocks}\n`

/** A measure whose one condition and amount are given. */
export const ruleOf = (condition: string, amount = '1 元'): string =>
  sampleOf(`\`\`\`rule\neligible:\n  - ${condition}\namount: ${amount}\n\`\`\``)
