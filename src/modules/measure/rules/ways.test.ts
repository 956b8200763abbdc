import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { type Facts, readFacts } from '../../../core/facts.ts'
import { packOf } from '../../../pack/read.ts'
import { checkable, considered, decisionOf } from './check.ts'
import { fenIn } from './questions.ts'

const pack = packOf(await xincheng(), '2026-11-24').pack!
const when = { on: '2026-06-30', known: '2026-06-30' }
const said = (given: Readonly<Record<string, string>>): Facts => readFacts(given, pack.facts).facts
const decided = (given: Readonly<Record<string, string>>, ways = true) =>
  decisionOf(pack, considered(pack, when), said(given), when, { ways })
const waysOf = (id: string, given: Readonly<Record<string, string>>) => decided(given).results.find(({ measure }) => measure === id)!.ways!

/** Texts on both sides of every threshold of the pack. */
const textsOf: Readonly<Record<string, readonly string[]>> = {
  money: ['1 元', '49.99 万元', '600 万元', '3 亿元'],
  percent: ['5%', '25%'],
  integer: ['3', '40', '600'],
  number: ['3', '40', '600'],
  date: ['2020-06-30', '2025-01-01'],
  'yes-no': ['是', '否'],
}
const anyFacts = fc
  .record(
    Object.fromEntries(
      [...pack.facts.values()]
        .filter((fact) => fact.list === null)
        .map((fact) => [
          fact.name,
          fc.option(fc.constantFrom(...(fact.type === 'enum' ? fact.values.map(({ zh }) => zh) : (textsOf[fact.type] ?? ['甲'])))),
        ]),
    ),
  )
  .map((record) => Object.fromEntries(Object.entries(record).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))))

describe('what would make a refused measure possible', () => {
  it('says the fact, from and to, the distance, the clause, the amount then and the gain', () => {
    const [way] = waysOf('scenario-award', { 示范场景级别: '市级', 场景投资额: '499999.99 元' })
    expect(way!.says).toEqual({
      zh: '场景投资额 499,999.99 元 → 50 万元，还差 0.01 元',
      en: 'investment in the scenario: 499,999.99 yuan → 500,000 yuan, 0.01 yuan more',
    })
    expect(way!.satisfies.map(({ anchor }) => anchor)).toEqual(['a1'])
    expect(way!.changes[0]).toMatchObject({ fact: '场景投资额', from: '499999.99 元', to: '500000.00 元' })
  })

  it('proposes only what an enterprise can change or has not said, and a gain that the whole decision confirms', () => {
    let seen = 0
    fc.assert(
      fc.property(anyFacts, (given) => {
        const before = decided(given)
        for (const result of before.results)
          for (const way of result.ways ?? []) {
            if (way.on !== null) continue
            for (const { fact, from } of way.changes) {
              const declaration = pack.facts.get(fact.replace(/[@#].*/, ''))!
              expect(declaration.competition).toBeNull()
              if (from !== null) expect(declaration.changeable).toBe(true)
            }
            if (way.amount === null) continue
            const after = decided({ ...given, ...Object.fromEntries(way.changes.map(({ fact, to }) => [fact, to])) }, false)
            expect(after.results.find(({ measure }) => measure === result.measure)).toMatchObject({ amount: way.amount })
            expect(fenIn(after.total) - fenIn(before.total)).toBe(BigInt(way.gain!.replace('.', '')))
            seen++
          }
      }),
      { numRuns: 60 },
    )
    expect(seen).toBeGreaterThan(50)
  })

  it('says nothing of what is entitled or waits for a person only', () => {
    for (const { status, missing, ways } of decided({ 企业规模: '微型', 成立日期: '2024-01-01' }).results)
      if (status === 'eligible' || (status === 'undetermined' && missing.length === 0)) expect(ways).toEqual([])
  })

  it('measures a gain over all measures where only one is asked for', () => {
    const measure = checkable(pack).find(({ id }) => id === 'scenario-award')!
    const given = said({ 示范场景级别: '市级', 场景投资额: '499999.99 元' })
    const [one] = decisionOf(pack, [measure], given, when, { ways: true }).results
    expect(one!.ways).toEqual(waysOf('scenario-award', { 示范场景级别: '市级', 场景投资额: '499999.99 元' }))
  })
})
