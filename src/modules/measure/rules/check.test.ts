import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import type { FactDeclaration, Facts } from '../../../core/facts.ts'
import { readFacts } from '../../../core/facts.ts'
import { decide } from '../../../core/rule/evaluate.ts'
import type { Constant } from '../../../core/rule/tree.ts'
import { packOf } from '../../../pack/read.ts'
import { considered, decisionOf } from './check.ts'
import { groupsOf } from './groups.ts'
import { fenIn } from './questions.ts'

const pack = packOf(await xincheng(), '2026-11-24').pack!
const when = { on: '2026-06-30', known: '2026-06-30' }
const said = (given: Readonly<Record<string, string>>): Facts => readFacts(given, pack.facts).facts
const decided = (facts: Facts) => decisionOf(pack, considered(pack, when), facts, when)
const decisionFor = (given: Readonly<Record<string, string>>) => decided(said(given))
const factsAsked = (given: Readonly<Record<string, string>>): readonly string[] => decisionFor(given).questions.map((each) => each.fact)

/**
 * Values on both sides of every threshold of the pack. No zeros: what is multiplied by 0 waits for its fact, although no value changes the amount.
 * Nothing below 3 either, but of the items of a list: a rent of 1 fen for 1 m² comes to less than a yuan, whatever the months.
 */
const valuesOf = (fact: FactDeclaration): readonly Constant[] => {
  switch (fact.type) {
    case 'yes-no':
      return [true, false]
    case 'enum':
      return fact.values.map((each) => each.zh)
    case 'date':
      return [10_000, 20_500]
    case 'percent':
      return [
        { n: 1n, d: 20n },
        { n: 1n, d: 4n },
      ]
    case 'money':
      return [100, 4_999_900, 60_000_000, 1_000_000_000, 30_000_000_000]
    default:
      return fact.list ? [0, 3] : [3, 9, 40, 600]
  }
}
const anyFacts = fc
  .record(Object.fromEntries([...pack.facts.values()].map((fact) => [fact.name, fc.option(fc.constantFrom(...valuesOf(fact)))])))
  .map((record): Facts => new Map(Object.entries(record).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))))

describe('the next questions', () => {
  it('ask nothing that has been answered', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => decided(facts).questions.every((question) => !facts.has(question.fact))),
      { numRuns: 60 },
    )
  })

  it('ask nothing that cannot change an answer', () => {
    const answer = (id: string, facts: Facts): string => {
      const { status, amount, atMost } = decide(pack.measures.get(id)!, facts, when)
      return `${status} ${amount} ${atMost}`
    }
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const question of decided(facts).questions) {
          const declaration = pack.facts.get(question.fact.replace(/[@#].*/, ''))!
          const [measure] = question.measures
          const open = decide(pack.measures.get(measure!)!, facts, when).missing.filter((key) => key !== question.fact)
          // Some way of filling in the rest must leave the answer hanging on this one fact.
          const hangs = (rest: readonly string[], own: Facts): boolean => {
            const [key, ...others] = rest
            if (key === undefined)
              return new Set(valuesOf(declaration).map((value) => answer(measure!, new Map([...own, [question.fact, value]])))).size > 1
            return valuesOf(pack.facts.get(key.replace(/[@#].*/, ''))!).some((value) => hangs(others, new Map([...own, [key, value]])))
          }
          expect(hangs(open, facts), `${question.fact} for ${measure}`).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('ask about the largest sum first, shared by the facts that are still needed', () => {
    const [first] = decisionFor({}).questions
    const waiting = pack.measures.get(first!.measures[0]!)!
    for (const question of decisionFor({}).questions.slice(1)) {
      const other = pack.measures.get(question.measures[0]!)!
      if (other.gaps.length > 0 || other.judgements.length > 0 || question.measures.length > 1 || first!.measures.length > 1) continue
      const share = (id: string): bigint => {
        const outcome = decide(pack.measures.get(id)!, new Map(), when)
        return (outcome.atMost ?? 0n) / BigInt(outcome.missing.length)
      }
      expect(share(waiting.id) >= share(other.id)).toBe(true)
    }
  })

  it('ask last about money that answers alone cannot bring', () => {
    const questions = decisionFor({}).questions
    const certain = (id: string): boolean => {
      const { gaps, judgements, confidence } = pack.measures.get(id)!
      return gaps.length === 0 && judgements.length === 0 && confidence !== 'C'
    }
    const order = questions.map((question) => question.measures.some(certain))
    expect(order.indexOf(false)).toBeGreaterThan(order.lastIndexOf(true))
    expect(questions.at(-1)!.measures.some(certain)).toBe(false)
  })

  it('drop what a refusal has settled, and come back with a correction', () => {
    expect(factsAsked({ 企业规模: '小型' })).toContain('成立日期')
    expect(factsAsked({ 企业规模: '大型' })).not.toContain('成立日期')
    expect(factsAsked({})).toContain('成立日期')
  })

  it('say what is at stake to the fen, however large it is', () => {
    const stake = decisionFor({}).questions.find((question) => question.fact === '成立日期')!
    expect(stake.atStake).toBe('150000.00')
    expect(fenIn('90071992547409.93')).toBe(9007199254740993n)
  })
})

describe('a decision over all measures', () => {
  const given = { 企业规模: '微型', 成立日期: '2024-01-01', 月租金单价: '30', 租用面积: '500', 租用月数: '12', 独立法人: '否' }

  it('totals what is certain and keeps apart what is only possible', () => {
    const decision = decisionFor(given)
    const groups = groupsOf(decision)
    expect(decision.total).toBe('150000.00')
    expect(groups.entitled.map((each) => each.measure)).toEqual(['rent-support'])
    expect(groups.not.map((each) => each.measure)).toContain('growth-award')
    expect(groups.decides.map((each) => each.measure)).toContain('cloud-voucher')
    expect(groups.possible.map((each) => each.measure)).toContain('scenario-award')
    const open = [...groups.decides, ...groups.possible].filter((each) => each.uncounted.length === 0)
    expect(fenIn(groups.stillPossible)).toBe(open.reduce((sum, each) => sum + fenIn(each.atMost), 0n))
  })

  it('puts every measure into exactly one group', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const decision = decided(facts)
        const { entitled, unverified, decides, possible, not } = groupsOf(decision)
        const all = [entitled, unverified, decides, possible, not].flat().map((each) => each.measure)
        expect([...all].sort()).toEqual(decision.results.map((each) => each.measure).sort())
      }),
      { numRuns: 40 },
    )
  })

  it('says of a failed condition what is so, what is needed, and the distance', () => {
    const scenario = decisionFor({ 示范场景级别: '市级', 场景投资额: '499999.99 元' }).results.find(
      (each) => each.measure === 'scenario-award',
    )!
    expect(scenario.failed).toHaveLength(1)
    expect(scenario.failed[0]!.anchor).toBe('a1')
    expect(scenario.failed[0]!.why).toEqual({
      text: {
        zh: '场景投资额（499,999.99 元）不低于投资门槛（50 万元）',
        en: 'investment in the scenario (499,999.99 yuan) is at least least investment (500,000 yuan)',
      },
      distance: { zh: '还差 0.01 元', en: '0.01 yuan short' },
    })
    const old = decisionFor({ 企业规模: '小型', 成立日期: '2020-06-30' }).results.find((each) => each.measure === 'rent-support')!
    expect(old.failed[0]!.why!.distance).toEqual({ zh: '相差 1,096 天', en: '1,096 days too late' })
  })
})
