import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber, numberOfDay } from '../dates.ts'
import { add, compare, type Exact, subtract } from '../exact.ts'
import { type Facts, factOf, readFact, readFacts } from '../facts.ts'
import { isMeasured, stepOf } from './domain.ts'
import { decide } from './evaluate.ts'
import type { Outcome } from './outcome.ts'
import { readMeasure } from './read.ts'
import { sampleOf } from './samples/catalogue.ts'
import { measures, randomCatalogue, sampleJudgements, someDay, someFacts } from './samples/random-measures.ts'
import type { Constant, Measure } from './tree.ts'
import { type Change, waysInto } from './ways.ts'

const measureOf = (text: string): Measure => {
  const { measure } = readMeasure(text, 'sample.md', randomCatalogue)
  // What the check refuses is drawn again. A gap leaves the amount out of what has to have a value.
  if (measure === null || measure.gaps.length > 0) return fc.pre(false) as never
  return measure
}
const rule = (...lines: readonly string[]): Measure => measureOf(sampleOf(`\`\`\`rule\n${lines.join('\n')}\n\`\`\``))
const factsOf = (given: object): Facts => readFacts(given, randomCatalogue, sampleJudgements).facts
const when = { on: '2024-06-30', known: '2024-06-30' }
const readAs = (key: string, text: string): Constant =>
  (readFact(text, key, factOf(key, randomCatalogue)!.declaration) as { value: Constant }).value
const told = (measure: Measure, given: object) =>
  waysInto(measure, factsOf(given), when, randomCatalogue).map(
    ({ changes, on }) => on ?? changes.map(({ fact, kind, to }) => [fact, kind, to]),
  )

/** As it would be decided if every person who has still to decide said yes. */
const decided = (measure: Measure, facts: Facts, own: typeof when): Outcome =>
  decide(measure, new Map([...[...sampleJudgements].map((key) => [key, true] as const), ...facts]), own)
const isWhole = ({ status }: Outcome): boolean => status === 'eligible'
const changed = (facts: Facts, changes: readonly Change[]): Facts =>
  new Map([...facts, ...changes.map(({ fact, to }) => [fact, to] as const)])

describe('a way into a measure', () => {
  it('is the exact threshold, whatever else it depends on', () => {
    const ratio = rule('define:', '  - 门槛: 营业收入 * 6%', 'eligible:', '  - 软硬件投资额 >= 门槛', 'amount: 5 元')
    expect(told(ratio, { 营业收入: '100.01 元', 软硬件投资额: '1 元' })).toEqual([
      [['软硬件投资额', 'to', 601]],
      [['营业收入', 'to', 1666]],
    ])
  })
  it('is one unit above what has to be exceeded', () => {
    expect(told(rule('eligible:', '  - 服务企业数 > 100 家', 'amount: 5 元'), { 服务企业数: '40' })).toEqual([[['服务企业数', 'to', 101]]])
  })
  it('is another choice, the nearest of those that do', () => {
    expect(told(rule('eligible:', '  - 认定级别 in ["国家级", "省级"]', 'amount: 5 元'), { 认定级别: '区级' })).toEqual([
      [['认定级别', 'to', '省级']],
    ])
  })
  it('is a fact that is not known yet, from its threshold on', () => {
    expect(told(rule('eligible:', '  - 服务企业数 >= 3 家', 'amount: 5 元'), {})).toEqual([[['服务企业数', 'at-least', 3]]])
    expect(told(rule('eligible:', '  - 服务企业数 < 3 家', 'amount: 5 元'), {})).toEqual([[['服务企业数', 'at-most', 2]]])
    expect(told(rule('amount: 软硬件投资额 * 30%'), {})).toEqual([[['软硬件投资额', 'any', 0]]])
  })
  it('is two facts only where one is not enough', () => {
    const both = rule('eligible:', '  - 服务企业数 >= 3 家', '  - 面积 >= 400 平方米', 'amount: 5 元')
    expect(told(both, { 服务企业数: '1', 面积: '399.5' })).toEqual([
      [
        ['服务企业数', 'to', 3],
        ['面积', 'to', 400],
      ],
    ])
    expect(told(both, { 服务企业数: '3', 面积: '399.5' })).toEqual([[['面积', 'to', 400]]])
    const sum = rule('eligible:', '  - 服务企业数 >= 3 家', '  - 面积 >= 400 平方米', '  - 月数 >= 2 个月', 'amount: 5 元')
    expect(told(sum, { 服务企业数: '1', 面积: '1', 月数: '1' })).toEqual([])
  })
  it('leads out of the refusal where too much is not known yet, and says what is still to be known', () => {
    const three = rule('eligible:', '  - 服务企业数 >= 3 家', '  - 面积 >= 400 平方米', '  - 月数 >= 2 个月', 'amount: 软硬件投资额')
    const [way] = waysInto(three, factsOf({ 服务企业数: '1' }), when, randomCatalogue)
    expect(way!.changes).toMatchObject([{ fact: '服务企业数', kind: 'to', to: 3 }])
    expect(way!.leaves).toEqual(['面积', '月数', '软硬件投资额'])
  })
  it('is a day where only time is missing', () => {
    expect(told(rule('eligible:', '  - months(成立日期, 决定日) >= 12 个月', 'amount: 5 元'), { 成立日期: '2023-08-31' })).toContainEqual(
      '2024-08-31',
    )
  })
  it('never lies in years past', () => {
    expect(told(rule('eligible:', '  - 上年(营业收入) >= 5 元', 'amount: 5 元'), { 上年营业收入: '3' })).toEqual([])
  })

  it('of any rule makes it eligible, and one step less does not', () => {
    const seen = { one: 0, two: 0, day: 0 }
    fc.assert(
      fc.property(measures(false), fc.array(fc.tuple(someFacts, someDay), { minLength: 12, maxLength: 12 }), ({ lean }, situations) => {
        const measure = measureOf(lean)
        for (const [given, on] of situations) {
          const facts = factsOf(given)
          const own = { on, known: on }
          for (const way of waysInto(measure, facts, own, randomCatalogue)) {
            expect(isWhole(decided(measure, facts, own)), lean).toBe(false)
            if (way.on !== null) {
              const before = dayOfNumber(numberOfDay(way.on) - 1)
              expect(isWhole(decided(measure, facts, { on: before, known: before })), lean).toBe(false)
              expect(isWhole(decided(measure, facts, { on: way.on, known: way.on })), lean).toBe(true)
              seen.day++
              continue
            }
            // Where too much is not known, it is at least no longer refused.
            const isReached = way.leaves.length > 0 ? (outcome: Outcome) => outcome.status !== 'ineligible' : isWhole
            expect(isReached(decided(measure, changed(facts, way.changes), own)), `${lean}\n${JSON.stringify(given)}`).toBe(true)
            for (const change of way.changes) {
              const rest = changed(
                facts,
                way.changes.filter((each) => each !== change),
              )
              if (way.changes.length > 1) expect(isReached(decided(measure, rest, own)), lean).toBe(false)
              const { declaration } = factOf(change.fact, randomCatalogue)!
              if (!isMeasured(declaration) || change.kind === 'any') continue
              const isUp = change.from === null ? change.kind !== 'at-most' : compare(change.to as Exact, change.from as Exact) > 0
              const less = (isUp ? subtract : add)(change.to as Exact, stepOf(declaration))
              expect(isReached(decided(measure, new Map(rest).set(change.fact, less), own)), lean).toBe(false)
            }
            if (way.changes.length === 1) seen.one++
            else seen.two++
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(seen.one).toBeGreaterThan(10)
    expect(seen.two).toBeGreaterThan(3)
  })
  it('is found wherever the value of one fact would do', () => {
    const tries: Readonly<Record<string, readonly string[]>> = {
      软硬件投资额: ['0', '5', '2 万元', '300 万元'],
      服务企业数: ['0', '3', '9'],
      面积: ['0', '99.5', '1500'],
      认定级别: ['国家级', '省级', '市级', '区级'],
      独立法人: ['是', '否'],
    }
    let [possible, found] = [0, 0]
    fc.assert(
      fc.property(measures(false), fc.array(fc.tuple(someFacts, someDay), { minLength: 12, maxLength: 12 }), ({ lean }, situations) => {
        const measure = measureOf(lean)
        for (const [given, on] of situations) {
          const facts = factsOf(given)
          const own = { on, known: on }
          if (isWhole(decided(measure, facts, own))) continue
          const would = Object.entries(tries).some(([key, texts]) =>
            texts.some((text) => isWhole(decided(measure, new Map(facts).set(key, readAs(key, text)), own))),
          )
          if (!would) continue
          possible++
          if (waysInto(measure, facts, own, randomCatalogue).some(({ changes }) => changes.length === 1)) found++
        }
      }),
      { numRuns: 150, seed: 1 },
    )
    expect(possible).toBeGreaterThan(10)
    // A rule that multiplies a fact with itself may hide a way; none of those proposed is wrong.
    expect(found / possible).toBeGreaterThan(0.9)
  })
})
