import type pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { readMeasure } from '../src/core/rule/read.ts'
import { ruleOf, sampleCatalogue } from '../src/core/rule/samples/catalogue.ts'
import { freshClient } from './client.ts'
import { compare } from './equality/compare.ts'
import { rowsAround } from './equality/rows.ts'

const when = { on: '2024-06-30', known: '2024-06-30' }
const conditions = [
  'count(项目) >= 2',
  'count(项目[投资额 >= 3 元]) >= 2',
  'count(项目[验收 and 竣工日期 <= 决定日]) = 1',
  'some 项目 satisfies 投资额 > 5 元 or 验收',
  'every 项目 satisfies 竣工日期 <= 决定日',
  'not(some 项目 satisfies 投资额 > 营业收入)',
  'max(项目[验收].投资额) > 3 元 or 项目数 = 1 个',
]
const amounts = [
  'sum(项目.投资额)',
  'sum(项目[验收].投资额) * 30%',
  'max(项目.投资额)',
  'min(项目[投资额 > 2 元].投资额) + 1 元',
  'min(营业收入, sum(项目[竣工日期 <= 决定日].投资额))',
]
const measures = conditions.map((condition, index) => {
  const text = ruleOf(condition, amounts[index % amounts.length]).replace('id: sample', `id: sample-${index}`)
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return measure
})

describe('lists of projects', () => {
  let client: pg.Client
  beforeAll(async () => {
    client = await freshClient()
  })
  it('give in every back end what the reference gives', async () => {
    const rows = rowsAround(measures, sampleCatalogue, 600, 5)
    const { differences, statuses } = await compare(client, { name: 'lists', measures, catalogue: sampleCatalogue, when, rows })
    expect(differences).toEqual([])
    expect(Math.min(...['eligible', 'ineligible', 'undetermined'].map((status) => statuses[status] ?? 0))).toBeGreaterThan(50)
  })
})
