import { describe, expect, it } from 'vitest'
import { readMeasure } from '../read.ts'
import { sampleCatalogue, sampleOf } from '../samples/catalogue.ts'
import type { Award } from './stack.ts'
import { sentencesOf } from './words.ts'

const text = '```rule\namount: 1 元\n```\n```relations\nshare 市 (city) 50%, 区 50%：各半。\n```\n'
const titles = (id: string) => ({ zh: `措施${id}`, en: `measure ${id}` })
const measuresWith = (heading: string) => {
  const { measure, diagnostics } = readMeasure(sampleOf(text).replace('## 条款', `## ${heading}`), 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return new Map([[measure.id, measure]])
}
const step = { kind: 'highest', declaredBy: 'sample', anchor: 'a1', because: ['other'], before: 100n, after: 0n, left: null } as const
const award: Award = { measure: 'sample', status: 'eligible', award: 0n, missing: [], steps: [step], shares: [] }

describe('a sentence on what a relation did', () => {
  it('names the clause in the language of the reader, and in Chinese where there is no English', () => {
    expect(sentencesOf(award, titles, measuresWith('条款 (Clause)'))[0]?.text).toEqual({
      zh: '就高不重复：已取“措施other”，本项 1 元 不另给（条款）。',
      en: 'only the highest is paid: "measure other" is taken, these 1 yuan are not paid as well (Clause).',
    })
    expect(sentencesOf(award, titles, measuresWith('条款'))[0]?.text.en).toContain('(条款)')
  })
  it('names another measure whose clause it is', () => {
    const elsewhere = { ...award, measure: 'other' }
    expect(sentencesOf(elsewhere, titles, measuresWith('条款 (Clause)'))[0]?.text.en).toContain('(measure sample, Clause)')
  })
  it('names the budgets as the rule does in that language', () => {
    const shared = {
      ...award,
      steps: [],
      shares: [
        { budget: '市', fen: 50n },
        { budget: '区', fen: 50n },
      ],
    }
    expect(sentencesOf(shared, titles, measuresWith('条款'))).toEqual([
      { anchor: '', text: { zh: '分担：市 0.5 元，区 0.5 元。', en: 'Paid by: city 0.5 yuan, 区 0.5 yuan.' } },
    ])
  })
})
