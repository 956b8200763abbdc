/** Functions of texts, days and remainders on awkward values: all back ends beside the reference. */
import fc from 'fast-check'
import type pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { exactOf } from '../src/core/exact.ts'
import type { Facts } from '../src/core/facts.ts'
import { readMeasure } from '../src/core/rule/read.ts'
import { FRONT, ruleOf, sampleCatalogue } from '../src/core/rule/samples/catalogue.ts'
import type { Constant, Measure } from '../src/core/rule/tree.ts'
import { freshClient } from './client.ts'
import { compare } from './equality/compare.ts'

const WHEN = { on: '2024-06-30', known: '2024-06-30' }
let client: pg.Client
beforeAll(async () => {
  client = await freshClient()
})

/** Few characters, so that parts are often found; each is special to somebody: quotes, patterns, two places in UTF-16, combining. */
const texts = fc
  .array(fc.constantFrom('a', 'A', '软', '件', '𠮷', '%', '_', "'", '\\', '\u0301', ' '), { maxLength: 4 })
  .map((each) => each.join(''))
const places = fc.integer({ min: 1, max: 5 }).map(String)
const signs = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')

const conditions = fc.oneof(
  fc.tuple(fc.constantFrom('contains', 'starts with', 'ends with'), texts).map(([name, part]) => `${name}(主营业务, "${part}")`),
  fc.tuple(places, places, texts).map(([from, count, part]) => `substring(主营业务, ${from}, ${count}) = "${part}"`),
  fc.tuple(places, texts).map(([from, part]) => `contains(substring(主营业务, ${from}), "${part}")`),
  fc.tuple(signs, places).map(([sign, n]) => `string length(主营业务) ${sign} ${n}`),
  fc.tuple(fc.constantFrom('month', 'day', 'weekday'), signs, places).map(([name, sign, n]) => `成立日期.${name} ${sign} ${n}`),
  fc
    .tuple(fc.constantFrom('2.5', '-2.5', '0', '评分', '(1 / 3)'), signs, fc.constantFrom('0', '0.5', '-1'))
    .map(([divisor, sign, n]) => `modulo(评分, ${divisor}) ${sign} ${n}`),
  fc.tuple(fc.constantFrom('floor', 'ceiling', 'round'), signs, places).map(([name, sign, n]) => `${name}(评分 / 3) ${sign} ${n}`),
  fc.tuple(signs, places).map(([sign, n]) => `mean(评分, ${n}, 2) ${sign} ${n}`),
  texts.map((part) => `any(starts with(主营业务, "${part}"), all([评分 > 1, 成立日期.day > 15]))`),
)

const rows: fc.Arbitrary<Facts> = fc
  .record(
    {
      主营业务: texts,
      评分: fc.constantFrom('0', '0.5', '2.5', '3', '10', '-0.1', '-5', '0.333').map((text) => exactOf(text)!),
      成立日期: fc.integer({ min: -25_567, max: 84_005 }),
    },
    { requiredKeys: [] },
  )
  .map((facts) => new Map<string, Constant>(Object.entries(facts)))

const catalogue = new Map([...sampleCatalogue, ['评分', { ...sampleCatalogue.get('评分')!, min: exactOf('-10') }] as const])

const measureOf = (condition: string, index: number): Measure => {
  const text = ruleOf(condition).replace(FRONT, FRONT.replace('id: sample', `id: sample-${index}`))
  const { measure, diagnostics } = readMeasure(text, `sample-${index}.md`, catalogue)
  if (!measure) throw new Error(`${condition}: ${diagnostics.map((each) => each.message.en).join(' ')}`)
  return measure
}

it('gives one answer in all back ends, for every function, unknown values included', async () => {
  const statuses = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(conditions, { minLength: 20, maxLength: 20 }),
      fc.array(rows, { minLength: 60, maxLength: 60 }),
      async (written, subjects) => {
        const measures = written.map(measureOf)
        const compared = await compare(client, { name: 'functions', measures, catalogue, when: WHEN, rows: subjects })
        expect(compared.differences).toEqual([])
        expect(compared.cells).toBe(1200)
        for (const [status, count] of Object.entries(compared.statuses)) if (count > 0) statuses.add(status)
      },
    ),
    { numRuns: 12 },
  )
  expect([...statuses].sort()).toEqual(['eligible', 'ineligible', 'undetermined'])
})
