import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, readFacts } from '../facts.ts'
import { decide } from './evaluate.ts'
import { mattering } from './matters.ts'
import { readMeasure } from './read.ts'
import { sampleOf } from './samples/catalogue.ts'
import { allFacts, measures, randomCatalogue, sampleJudgements, someDay, someFacts } from './samples/random-measures.ts'
import type { Measure } from './tree.ts'

const measureOf = (text: string): Measure => readMeasure(text, 'sample.md', randomCatalogue).measure ?? (fc.pre(false) as never)
const factsOf = (given: object): Facts => readFacts(given, randomCatalogue, sampleJudgements).facts
const when = { on: '2024-01-01', known: '2024-01-01' }

/** Facts that stand in several conditions which may contradict each other, with values below, on and above each threshold. */
const DOMAIN: Readonly<Record<string, readonly string[]>> = {
  服务企业数: ['1', '5', '6', '9', '10'],
  面积: ['1', '4.99', '5', '20', '21'],
  认定级别: ['省级', '市级', '区级'],
  严重失信: ['是', '否'],
}
const ATOMS = [
  '服务企业数 > 5 家',
  '服务企业数 > 9 家',
  '面积 >= 5 平方米',
  '面积 > 20 平方米',
  '认定级别 = "省级"',
  '认定级别 = "市级"',
  '严重失信',
]
const conditions = fc
  .array(fc.tuple(fc.constantFrom(...ATOMS), fc.boolean(), fc.constantFrom(' and ', ' or ')), { minLength: 2, maxLength: 6 })
  .map((parts) => {
    const [[first, isNot], ...rest] = parts as [(typeof parts)[0], ...typeof parts]
    const written = (atom: string, not: boolean): string => (not ? `not(${atom})` : atom)
    return rest.reduce((left, [atom, not, sign]) => `(${left}${sign}${written(atom, not)})`, written(first, isNot))
  })
const completions = (open: readonly string[]): readonly Record<string, string>[] =>
  open.reduce<readonly Record<string, string>[]>(
    (all, name) => all.flatMap((each) => DOMAIN[name]!.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )

describe('a missing fact', () => {
  it('is asked about only if some case hangs on it, even where conditions contradict each other', () => {
    let [asked, named, hanging] = [0, 0, 0]
    fc.assert(
      fc.property(
        conditions,
        fc.record(Object.fromEntries(Object.entries(DOMAIN).map(([name, values]) => [name, fc.constantFrom(...values)])), {
          requiredKeys: [],
        }),
        (condition, given) => {
          const measure = measureOf(sampleOf(`\`\`\`rule\neligible:\n  - ${condition}\namount: 5 元\n\`\`\``))
          const { missing } = decide(measure, factsOf(given), when)
          const hangs = (key: string): boolean =>
            completions(missing.filter((each) => each !== key)).some(
              (rest) => decide(measure, factsOf({ ...given, ...rest }), when).status === 'undetermined',
            )
          const expected = missing.filter(hangs)
          const found = mattering(measure, missing, factsOf(given), when, randomCatalogue)
          expect(
            found.filter((key) => !hangs(key)),
            condition,
          ).toEqual(expected.length === 0 ? [...found] : [])
          asked += found.length
          named += missing.length
          hanging += expected.length
        },
      ),
      { numRuns: 800 },
    )
    expect(asked).toBeLessThanOrEqual(named)
    // Cases are tried, not proved: of the facts that matter hardly one is put off.
    expect(asked / hanging).toBeGreaterThan(0.97)
  })
  it('that matters is asked in the end: with every question answered, any rule is decided or waits for a person, for the text or for a value that there is not', () => {
    fc.assert(
      fc.property(
        measures(false),
        fc.array(fc.tuple(someFacts, allFacts, someDay), { minLength: 8, maxLength: 8 }),
        ({ lean }, situations) => {
          const measure = measureOf(lean)
          for (const [given, all, on] of situations) {
            const answers = factsOf(all)
            const known = new Map(factsOf(given))
            for (const key of known.keys()) if (key.startsWith('sample.')) known.delete(key)
            for (let round = 0; round < 40; round++) {
              const outcome = decide(measure, known, { on, known: on })
              const [next] = mattering(measure, outcome.missing, known, { on, known: on }, randomCatalogue)
              if (outcome.status !== 'undetermined') break
              if (next === undefined) {
                expect(outcome.missing, lean).toEqual([])
                break
              }
              const answer = answers.get(next)
              // A rank or a year that nobody has a value for ends the asking.
              if (answer === undefined) break
              known.set(next, answer)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
