import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../../facts.ts'
import { decide } from '../evaluate.ts'
import { readMeasure } from '../read.ts'
import { sampleCatalogue, sampleOf } from '../samples/catalogue.ts'
import { type Law, reformed } from './apply.ts'
import { canonicalReform, type Reform, settingsIn, shortForm } from './reform.ts'
import { changeWords } from './words.ts'

const ON = '2024-06-30'
const WHEN = { on: ON, known: ON }

const text = sampleOf(`\`\`\`params
补助比例 (rate): { 2022-01-01..2023-12-31: 30%, 2024-01-01..: 32% known 2024-02-01 }
补助上限 (cap): 500 万元
起点 (threshold): {
  2022-01-01..2024-12-31: 5 家,
  2025-01-01..: 8 家,
}
\`\`\`
\`\`\`rule
eligible:
  - 服务企业数 >= 起点
amount: min(软硬件投资额 * 补助比例, 补助上限)
\`\`\``)

const law = (): Law => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', sampleCatalogue)
  if (!measure) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'))
  return { measures: [measure], facts: sampleCatalogue }
}
const settings = (written: string): Reform => settingsIn(written, '--set').value
const codes = (reform: Reform): readonly string[] => reformed(law(), reform, ON).diagnostics.map(({ code }) => code)

const amountOn = (reform: Reform, on: string): bigint | null => {
  const [measure] = reformed(law(), reform, ON).measures!
  const { facts } = readFacts({ 服务企业数: '6', 软硬件投资额: '1000 万元' }, sampleCatalogue)
  return decide(measure!, facts, { on, known: on }).amount
}

describe('a reform', () => {
  it('gives a parameter another value from the day of the decision on, and leaves what was before', () => {
    const reform = settings('sample.补助比例=35%')
    expect([amountOn(reform, ON), amountOn(reform, '2024-06-29')]).toEqual([350_000_000n, 320_000_000n])
    expect(amountOn(reform, '2023-06-30')).toBe(300_000_000n)
  })

  it('takes effect on the day that it names', () => {
    const reform = settings('sample.补助比例=35%@2024-07-01; sample.补助上限=340 万元@2025-03-01')
    expect(['2024-06-30', '2024-07-01', '2025-02-28', '2025-03-01'].map((on) => amountOn(reform, on))).toEqual([
      320_000_000n,
      350_000_000n,
      null,
      null,
    ])
    const lower = [...reform, ...settings('sample.起点=1 家')]
    expect(['2025-02-28', '2025-03-01'].map((on) => amountOn(lower, on))).toEqual([350_000_000n, 340_000_000n])
  })

  it('moves the days on which a measure is in force', () => {
    expect(amountOn(settings('sample.in_force=2022-01-01..2024-03-31'), ON)).toBe(null)
  })

  it('replaces a measure by an edited document, and sets parameters in that', () => {
    const edit = { kind: 'document', file: 'sample.md', text: text.replace('>= 起点', '> 6 家') } as const
    expect(amountOn([edit], ON)).toBe(null)
    const wider = { ...edit, text: text.replace('>= 起点', '> 0 家') }
    expect(amountOn([...settings('sample.补助比例=10%'), wider], ON)).toBe(100_000_000n)
  })

  it('reports what is wrong with an edited document at its place', () => {
    const [found] = reformed(law(), [{ kind: 'document', file: 'edited.md', text: text.replace('>= 起点', '>= 起始') }], ON).diagnostics
    expect([found?.code, found?.place.file, found?.source]).toEqual(['rule.name-unknown', 'edited.md', '  - 服务企业数 >= 起始'])
  })

  it('leaves the measures of the law untouched', () => {
    const own = law()
    const { measures } = reformed(own, settings('sample.补助比例=35%'), ON)
    expect([measures![0] === own.measures[0], reformed(own, [], ON).measures]).toEqual([false, own.measures])
    expect(own).toEqual(law())
  })

  it.each([
    ['sample.补助比例=35 万元', 'reform.type'],
    ['sample.补助上限=35%', 'reform.type'],
    ['sample.补助上限=6000000', 'reform.type'],
    ['sample.补助比率=35%', 'reform.parameter-unknown'],
    ['simple.补助比例=35%', 'reform.measure-unknown'],
    ['sample.补助比例=35%, 2030-01-01..: 5%', 'reform.value'],
    ['sample.补助比例=35% }', 'reform.value'],
    ['sample.补助比例=1e3', 'rule.number-form'],
    ['sample.in_force=2024', 'rule.period-form'],
  ])('refuses %s', (written, code) => {
    expect(codes(settings(written))).toContain(code)
  })

  it('names the nearest measure and parameter, in both languages', () => {
    const said = (written: string) => reformed(law(), settings(written), ON).diagnostics[0]?.message
    expect(said('simple.补助比例=35%')).toEqual({
      zh: '没有措施“simple”；是否指“sample”？',
      en: 'There is no measure "simple"; did you mean "sample"?',
    })
    expect(said('sample.补助比率=35%')?.en).toContain('did you mean "补助比例"?')
    expect(said('sample.补助比例=35 万元')).toEqual({
      zh: '“补助比例”是比例（%），“35 万元”是金额（元）。',
      en: '"补助比例" is a percentage (%); "35 万元" is money (元).',
    })
  })

  it('is read back from the short form that a link carries', () => {
    const value = fc.constantFrom('35%', '600 万元', '"甲;乙"', '2024-07-01', '12 元/平方米/月')
    const change = fc.tuple(fc.constantFrom('a', 'b-c'), fc.constantFrom('补助比例', 'cap'), value, fc.constantFrom('', '@2026-07-01'))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const reform = settings(changes.map(([id, name, literal, from]) => `${id}.${name}=${literal}${from}`).join(' ; '))
        expect(reform).toHaveLength(changes.length)
        const again = settings(shortForm(reform)!)
        expect(canonicalReform(again)).toBe(canonicalReform(reform))
        expect(again.map((each) => each.kind === 'set' && each.value)).toEqual(changes.map(([, , literal]) => literal))
      }),
    )
  })

  it.each(['补助比例=35%', 'sample.补助比例', 'sample.补助比例=', '=', 'a.b=1@2026-02-30'])(
    'says how a change is written where it reads %s',
    (written) => {
      const { value, diagnostics } = settingsIn(written, '--set')
      expect([value.length, diagnostics.length, /^reform\./.test(diagnostics[0]!.code)]).toEqual([0, 1, true])
    },
  )

  it('says in words what it changes', () => {
    const own = law()
    const edit = { kind: 'document', file: 'sample.md', text: text.replace('服务企业数 >= 起点', '服务企业数 > 6 家') } as const
    const after = reformed(own, [...settings('sample.补助比例=35%@2024-06-01'), edit], ON).measures!
    expect(changeWords(own.measures, after, WHEN)).toEqual([
      { zh: '样例：补助比例 32% → 35%，自 2024-06-01 起', en: 'Sample: rate 32% → 35%, from 2024-06-01' },
      { zh: '样例：删去条件“服务企业数 >= 起点”', en: 'Sample: without the condition "服务企业数 >= 起点"' },
      { zh: '样例：加上条件“服务企业数 > 6 家”', en: 'Sample: with the condition "服务企业数 > 6 家"' },
    ])
  })
})
