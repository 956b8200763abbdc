import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, differenceOf } from './difference.ts'
import type { Version } from './parts.ts'
import { readMeasure } from './read.ts'
import { sampleCatalogue } from './samples/catalogue.ts'

const versionOf = (text: string): Version => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map(({ place, message }) => `${place.line}: ${message.en}`).join('\n'))
  return { measure, catalogue: sampleCatalogue, department: (name) => ({ zh: name, en: name }) }
}
const differences = (before: string, after: string) => differenceOf(versionOf(before), versionOf(after))
const sample = (name: string): string => readFileSync(path.join(import.meta.dirname, `samples/good/${name}.md`), 'utf8')

/** A measure as data, so that an edit is known before it is written. Each condition has a fact of its own. */
type Draft = {
  readonly title: string
  readonly to: string
  readonly clause: readonly string[]
  readonly rates: readonly (readonly [from: string, to: string, percent: number])[]
  readonly conditions: readonly (readonly [fact: string, least: number])[]
  readonly rows: readonly (readonly [least: number, award: number])[]
  readonly step: number
  readonly factor: number
  readonly by: string
}
const FACTS = ['营业收入', '利润', '软硬件投资额']
const PERIODS = [
  ['2022-01-01', '2022-12-31'],
  ['2023-01-01', '2023-12-31'],
  ['2024-01-01', '2024-12-31'],
] as const

const written = (draft: Draft): string => `---
id: sample
title: ${draft.title}
document: sample-document
clause: 第一条
subject: 企业
department: 样例部门
level: 样例市
support: subsidy
service: apply
grade: executable
in_force: 2022-01-01..${draft.to}
confidence: A
sources: sample-source
---
## 标准 {#a1}
> ${draft.clause.join('')}
> en: In our own words.

\`\`\`params
比例: { ${draft.rates.map(([from, to, percent]) => `${from}..${to}: ${percent}%`).join(', ')} }
\`\`\`
\`\`\`judgement by=${draft.by}
择优：评审确定。
\`\`\`
\`\`\`table id=奖励 hit=first
| 营业收入 | 奖励 |
| --- | --- |
${draft.rows.map(([least, award]) => `| >= ${least} 万元 | ${award} 万元 |`).join('\n')}
\`\`\`
\`\`\`rule round=half-up(${draft.step})
eligible:
${draft.conditions.map(([fact, least]) => `  - ${fact} >= ${least} 万元`).join('\n')}
amount: 奖励 + 营业收入 * 比例 * ${draft.factor}
\`\`\`
`

const drafts: fc.Arbitrary<Draft> = fc.record({
  title: fc.constantFrom('甲办法', '乙办法'),
  to: fc.constantFrom('2025-12-31', '2026-12-31'),
  clause: fc.uniqueArray(fc.constantFrom('补助企业。', '按年兑现。', '择优支持。', '不重复享受。'), { minLength: 1, maxLength: 4 }),
  rates: fc
    .tuple(...PERIODS.map(() => fc.integer({ min: 1, max: 40 })))
    .map((percents) => PERIODS.map(([from, to], index) => [from, to, percents[index]!] as const)),
  conditions: fc
    .shuffledSubarray(FACTS, { minLength: 1 })
    .chain((facts) => fc.tuple(...facts.map((fact) => fc.integer({ min: 1, max: 99 }).map((least) => [fact, least] as const)))),
  rows: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 2,
      maxLength: 5,
      selector: ([least]) => least,
    })
    .map((rows) => [...rows].sort(([a], [b]) => b - a)),
  step: fc.constantFrom(0.01, 1),
  factor: fc.constantFrom(1, 2),
  by: fc.constantFrom('样例部门', '另一部门'),
})

type Edit = { readonly found: string; readonly apply: (draft: Draft) => Draft }
const at = <T>(list: readonly T[], index: number, change: (item: T) => T): readonly T[] =>
  list.map((item, place) => (place === index ? change(item) : item))

/** Edits that do not meet each other, and what the difference has to say of each. */
const editsOf = (draft: Draft): readonly Edit[] => [
  { found: 'front changed title', apply: (own) => ({ ...own, title: '丙办法' }) },
  { found: 'front changed in_force', apply: (own) => ({ ...own, to: '2027-06-30' }) },
  { found: 'clause changed a1', apply: (own) => ({ ...own, clause: [...own.clause, '新增一句。'] }) },
  ...draft.rates.map(([from], index) => ({
    found: `parameter changed 比例 ${from}`,
    // Each period gets another value, so that no two of them are one.
    apply: (own: Draft) => ({ ...own, rates: at(own.rates, index, ([first, last]) => [first, last, 50 + index] as const) }),
  })),
  {
    found: `condition changed ${draft.conditions[0]![0]}`,
    apply: (own) => ({ ...own, conditions: at(own.conditions, 0, ([fact]) => [fact, 100] as const) }),
  },
  ...(draft.conditions.length > 1
    ? [
        {
          found: `condition removed ${draft.conditions.at(-1)![0]}`,
          apply: (own: Draft) => ({ ...own, conditions: own.conditions.slice(0, -1) }),
        },
      ]
    : []),
  { found: 'row changed', apply: (own) => ({ ...own, rows: at(own.rows, 0, ([least]) => [least, 100] as const) }) },
  { found: 'rounding changed amount', apply: (own) => ({ ...own, step: 10 }) },
  { found: 'amount changed amount', apply: (own) => ({ ...own, factor: 3 }) },
  { found: 'judgement changed 择优', apply: (own) => ({ ...own, by: '第三部门' }) },
]

const saidOf = ({ kind, change, name, period, before, after }: Change): string => {
  const fact = FACTS.find((each) => (before ?? after)!.zh.startsWith(each))
  const where = kind === 'condition' ? fact : name
  return [kind, change, where, period?.from].filter((text) => text != null).join(' ')
}

describe('the difference of two versions', () => {
  it('is empty for a version and itself, whatever it says', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(differences(written(draft), written(draft))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('names every edit and nothing else', () => {
    fc.assert(
      fc.property(
        drafts.chain((draft) => fc.tuple(fc.constant(draft), fc.shuffledSubarray([...editsOf(draft).keys()]))),
        ([draft, chosen]) => {
          const edits = chosen.map((index) => editsOf(draft)[index]!)
          const after = edits.reduce((own, { apply }) => apply(own), draft)
          const found = differences(written(draft), written(after)).map(saidOf)
          expect(found.sort()).toEqual(edits.map((edit) => edit.found).sort())
        },
      ),
      { numRuns: 150 },
    )
  })

  it('says the same backwards, with the sides exchanged', () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        const swap = ({ change, before, after, label: _label, ...rest }: Change) => ({
          ...rest,
          change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : change,
          before: after,
          after: before,
        })
        const plain = ({ label: _label, ...rest }: Change) => rest
        const sorted = (changes: readonly object[]) =>
          changes.map((each) => JSON.stringify(each, Object.keys(each).concat('zh', 'en', 'from', 'to').sort())).sort()
        // Parts that several others are equally like may be paired otherwise; rows and conditions are counted, everything else compared.
        const isSure = ({ kind }: Change) => kind !== 'row' && kind !== 'condition'
        const [there, back] = [differences(written(one), written(other)), differences(written(other), written(one))]
        expect(sorted(there.filter(isSure).map(plain))).toEqual(sorted(back.filter(isSure).map(swap)))
        expect(there.length).toBe(back.length)
      }),
      { numRuns: 30 },
    )
  })

  const before = sample('cap')
  it('finds conditions by what they say, not by where they stand', () => {
    const draft: Draft = { title: '甲办法', to: '2025-12-31', clause: ['补助企业。'], rates: [['2022-01-01', '2022-12-31', 10]], conditions: FACTS.map((fact, index) => [fact, index + 1] as const), rows: [[2, 1], [1, 1]], step: 1, factor: 1, by: '样例部门' } // biome-ignore format: one line of data
    expect(differences(written(draft), written({ ...draft, conditions: [...draft.conditions].reverse() }))).toEqual([])
  })
  it('says what a threshold was and what it is, in both languages', () => {
    const draft: Draft = { title: '甲办法', to: '2025-12-31', clause: ['补助企业。'], rates: [['2022-01-01', '2022-12-31', 10]], conditions: [['营业收入', 500]], rows: [[2, 1], [1, 1]], step: 1, factor: 1, by: '样例部门' } // biome-ignore format: one line of data
    const [change, ...others] = differences(written(draft), written({ ...draft, conditions: [['营业收入', 1000]] }))
    expect(others).toEqual([])
    expect([change!.before, change!.after]).toEqual([
      { zh: '营业收入不低于 500 万元', en: 'revenue is at least 5 million yuan' },
      { zh: '营业收入不低于 1,000 万元', en: 'revenue is at least 10 million yuan' },
    ])
  })
  it('says that a row was moved where the first that holds decides', () => {
    const draft: Draft = { title: '甲办法', to: '2025-12-31', clause: ['补助企业。'], rates: [['2022-01-01', '2022-12-31', 10]], conditions: [['营业收入', 500]], rows: [[3, 9], [2, 5], [1, 1]], step: 1, factor: 1, by: '样例部门' } // biome-ignore format: one line of data
    const moved = differences(written(draft), written({ ...draft, rows: [draft.rows[1]!, draft.rows[0]!, draft.rows[2]!] }))
    expect(moved.map(({ kind, change }) => [kind, change])).toEqual([['row', 'moved']])
  })
  it('sees a value that became known later', () => {
    const later = sample('versions').replace('40% known 2024-07-01', '40% known 2024-08-01')
    expect(differences(sample('versions'), later)).toMatchObject([
      {
        kind: 'parameter',
        period: { from: '2024-01-01', to: null },
        before: { zh: '35%；40%（2024-07-01 公布）' },
        after: { zh: '35%；40%（2024-08-01 公布）' },
      },
    ])
  })
  it('takes another spelling of the same value for the same', () => {
    expect(differences(before, before.replaceAll(' 万元', '0000 元'))).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'condition' })]),
    )
  })
})
