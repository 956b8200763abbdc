import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts.ts'
import { decide } from './evaluate.ts'
import { readMeasure } from './read.ts'
import { sampleCatalogue, sampleOf } from './samples/catalogue.ts'

const WHEN = { on: '2023-06-30', known: '2023-06-30' }
const RULE = '```rule\neligible:\n  - 服务企业数 >= 1 家\namount: 软硬件投资额\n```\n'
const read = (...lines: string[]) =>
  readMeasure(sampleOf(`${RULE}\`\`\`relations\n${lines.join('\n')}\n\`\`\``), 'sample.md', sampleCatalogue)
const measureOf = (...lines: string[]) => {
  const { measure, diagnostics } = read(...lines)
  if (!measure) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return measure
}
const outcome = (line: string, given: Record<string, string>) => {
  const { facts } = readFacts({ 服务企业数: '1 家', 软硬件投资额: '100 元', ...given }, sampleCatalogue)
  const { status, amount, missing } = decide(measureOf(line), facts, WHEN)
  return { status, amount, missing }
}

describe('a relation of one measure', () => {
  it('refuses what was received before, and waits where that is not known', () => {
    const line = 'exclusive if 严重失信：不重复享受。'
    expect(outcome(line, { 严重失信: '是' })).toMatchObject({ status: 'ineligible' })
    expect(outcome(line, { 严重失信: '否' })).toMatchObject({ status: 'eligible', amount: 10_000n })
    expect(outcome(line, {})).toMatchObject({ status: 'undetermined', missing: ['严重失信'] })
  })
  it('pays at most another amount, and is unknown while that is', () => {
    const line = 'cap_by at 营业收入 * 1%：以营业收入的1%为限。'
    expect(outcome(line, { 营业收入: '5000 元' })).toMatchObject({ status: 'eligible', amount: 5000n })
    expect(outcome(line, { 营业收入: '50000 元' })).toMatchObject({ status: 'eligible', amount: 10_000n })
    expect(outcome(line, {})).toMatchObject({ status: 'undetermined', missing: ['营业收入'] })
  })
  it('pays only what goes beyond the amount received, never less than nothing', () => {
    const line = 'difference less 营业收入：只补差额。'
    expect(outcome(line, { 营业收入: '30 元' })).toMatchObject({ status: 'eligible', amount: 7000n })
    expect(outcome(line, { 营业收入: '300 元' })).toMatchObject({ status: 'eligible', amount: 0n })
  })
  it('applies several limits in the order of the file', () => {
    const measure = measureOf('difference less 营业收入：补差。', 'cap_by at 50 元：封顶。')
    const { facts } = readFacts({ 服务企业数: '1 家', 软硬件投资额: '100 元', 营业收入: '10 元' }, sampleCatalogue)
    expect(decide(measure, facts, WHEN).amount).toBe(5000n)
  })
})

describe('a relation between measures', () => {
  it('names its members', () => {
    expect(measureOf('highest a-measure, b-measure：就高。').groups).toMatchObject([
      { kind: 'highest', members: ['sample', 'a-measure', 'b-measure'], anchor: 'a1' },
    ])
    expect(measureOf('highest other：就高。').groups).toMatchObject([{ kind: 'highest', members: ['sample', 'other'] }])
    expect(measureOf('match a-measure 1:2：按一半配套。').groups).toMatchObject([
      { kind: 'match', members: ['a-measure'], ratio: { n: 1n, d: 2n } },
    ])
    expect(measureOf('share 市 (city) 50%, 区 50%：各半。').groups).toMatchObject([
      {
        kind: 'share',
        parts: [
          { budget: '市', budgetEnglish: 'city' },
          { budget: '区', budgetEnglish: null },
        ],
      },
    ])
  })
  it('caps a total over members, less what was received', () => {
    const { groups, facts } = measureOf('cap_total at 100 万元 over a, b less 营业收入：每年合计。')
    expect(groups).toMatchObject([
      { kind: 'cap_total', members: ['a', 'b'], limit: { kind: 'literal' }, received: { kind: 'fact', key: '营业收入' } },
    ])
    expect(facts).toContain('营业收入')
  })
})

describe('a line that names what is outside of the pack', () => {
  it.each(['highest 区级其他政策：就高。', 'once 平台：每个平台一次。', 'match 市级 1:1：配套。', 'share 市 50%, 区 40%：不足一。'])(
    'is kept for people: %s',
    (line) => {
      const measure = measureOf(line)
      expect(measure.groups).toEqual([])
      expect(measure.relations).toMatchObject([{ effect: 'said' }])
    },
  )
})

describe('a line that cannot be read', () => {
  it.each([
    ['an operator that does not exist', 'highst a, b：就高。', 'rule.value-unknown'],
    ['no explanation', 'once 平台', 'rule.entry-form'],
    ['a condition that is none', 'once 平台 if 营业收入：一次。', 'rule.not-condition'],
    ['a limit that is no money', 'cap_by at 服务企业数：为限。', 'rule.argument-type'],
    ['a total that is no money', 'cap_total at 服务企业数 over a, b：合计。', 'rule.not-money'],
    ['a total without a limit', 'cap_total over a, b：合计。', 'rule.entry-form'],
    ['a total over what is no measure', 'cap_total at 1 元 over 所有措施：合计。', 'rule.entry-form'],
    ['a name that does not exist', 'cap_by at 营业收人：为限。', 'rule.name-unknown'],
  ])('is refused: %s', (_, line, code) => {
    const { measure, diagnostics } = read(line)
    expect(measure).toBeNull()
    expect(diagnostics.map((each) => each.code)).toContain(code)
  })
  it('is refused where there is no amount to limit', () => {
    const text = sampleOf('```missing\n金额：未查到。\n```\n```relations\ncap_by at 1 元：封顶。\n```').replace(
      'grade: executable',
      'grade: partial',
    )
    expect(readMeasure(text, 'sample.md', sampleCatalogue).diagnostics.map((each) => each.code)).toContain('rule.relation-without-amount')
  })
})
