import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../facts.ts'
import { answersOn } from './answers.ts'
import { decide } from './evaluate.ts'
import { readMeasure } from './read.ts'
import { sampleCatalogue, sampleOf } from './samples/catalogue.ts'
import { measures, randomCatalogue, sampleJudgements, someDay, someFacts } from './samples/random-measures.ts'

const fenced = (kind: string, ...lines: readonly string[]): string => [`\`\`\`${kind}`, ...lines, '```', ''].join('\n')
/** A measure whose only condition goes by a name that means something else in another measure. */
const NAMED: Readonly<Record<string, (threshold: number) => string>> = {
  parameter: (threshold) =>
    fenced('params', `门槛 (threshold): { 2022-01-01..: ${threshold} 家 }`) +
    fenced('rule', 'eligible:', '  - 服务企业数 >= 门槛', 'amount: 1 元'),
  definition: (threshold) =>
    fenced('rule', 'define:', `  - 够 (enough): 服务企业数 >= ${threshold} 家`, 'eligible:', '  - 够', 'amount: 1 元'),
  table: (threshold) =>
    fenced('table id=够 hit=first', '| 服务企业数 | 够 |', '| --- | --- |', `| >= ${threshold} 家 | true |`, '| - | false |') +
    fenced('rule', 'eligible:', '  - 够', 'amount: 1 元'),
  hit: (threshold) =>
    fenced('table id=奖 hit=first', '| 服务企业数 | 奖 |', '| --- | --- |', `| >= ${threshold} 家 | 1 元 |`) + fenced('rule', 'amount: 奖'),
}

describe('answers without words', () => {
  it.each(Object.keys(NAMED))('keep apart what two measures mean by the name of a %s', (kind) => {
    const read = [10, 20, 10].map((threshold) => readMeasure(sampleOf(NAMED[kind]!(threshold)), 'sample.md', sampleCatalogue).measure!)
    const answers = answersOn(read, { on: '2024-06-30', known: '2024-06-30' })
    const { facts } = readFacts({ 服务企业数: '15' }, sampleCatalogue)
    expect(answers(facts).map(({ status }) => status)).toEqual(['eligible', 'ineligible', 'eligible'])
  })
  it('are those of each measure decided alone, although measures share conditions and mean different things by one name', () => {
    const seen = { eligible: 0, ineligible: 0, undetermined: 0 }
    fc.assert(
      fc.property(
        fc.array(measures(true), { minLength: 2, maxLength: 4 }),
        fc.array(someFacts, { minLength: 8, maxLength: 8 }),
        someDay,
        (texts, situations, on) => {
          const read = texts.flatMap(({ lean }) => readMeasure(lean, 'sample.md', randomCatalogue).measure ?? [])
          // The first comes twice: the second time, all that it asks is known.
          const all = [...read, ...read.slice(0, 1)]
          const answers = answersOn(all, { on, known: on })
          for (const given of situations) {
            const { facts } = readFacts(given, randomCatalogue, sampleJudgements)
            const alone = all.map((measure) => {
              const { status, amount } = decide(measure, facts, { on, known: on })
              seen[status]++
              return { status, amount }
            })
            expect(answers(facts)).toEqual(alone)
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  })
})
