/** Random measures with relations of every kind, and enterprises among which amounts are equal, nothing, unknown, and as large as a column holds. */
import fc from 'fast-check'
import { type Facts, readFacts } from '../src/core/facts.ts'
import { decide } from '../src/core/rule/evaluate.ts'
import type { When } from '../src/core/rule/outcome.ts'
import { readMeasure } from '../src/core/rule/read.ts'
import { sampleOf } from '../src/core/rule/samples/catalogue.ts'
import { randomCatalogue } from '../src/core/rule/samples/random-measures.ts'
import { planOf } from '../src/core/rule/stacking/plan.ts'
import { type Award, stack } from '../src/core/rule/stacking/stack.ts'
import type { Measure } from '../src/core/rule/tree.ts'

/** The largest amount that a slot of a column holds, in 元. */
const LARGEST = '90071992547409.91 元'

const any = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const limits = any('0.05 元', '0.03 元', '100 元', '营业收入', '利润', '软硬件投资额 / 3', '利润 / 服务企业数 * 1 家', `2 * ${LARGEST}`)
const received = any('', '', ' less 小额费用', ' less 利润', ' less 上年营业收入 / 7')
const amounts = any(
  '软硬件投资额',
  '营业收入',
  '小额费用',
  'min(营业收入, 0.05 元)',
  '软硬件投资额 * 30%',
  '0.02 元',
  '0.03 元',
  '0 元',
  LARGEST,
)

/** One line of a `relations` block of the measure with that number among `count`. */
const line = (own: number, count: number): fc.Arbitrary<string> => {
  const id = (each: number): string => `m${each}`
  const members = fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 4 }).map((list) => list.map(id).join(', '))
  const group = fc.oneof(
    members.map((list) => `highest ${list}`),
    members.map((list) => `exclusive ${list}`),
    members.map((list) => `add ${list}`),
    fc.tuple(limits, members, received).map(([limit, list, less]) => `cap_total at ${limit} over ${list}${less}`),
    any(
      'share 市 50%, 区 50%',
      'once 项目 if 严重失信',
      'waived if 独立法人',
      'cap_by at 营业收入',
      'difference less 小额费用',
      'exclusive if 独立法人',
    ),
  )
  // A match looks at measures further down only, so that none goes round in a circle.
  const below = count - own - 1
  if (below === 0) return group
  const match = fc
    .tuple(fc.uniqueArray(fc.nat(below - 1), { minLength: 1, maxLength: 3 }), any('1:1', '1:2', '2:3', '3:1'))
    .map(([list, ratio]) => `match ${list.map((each) => id(own + 1 + each)).join(', ')} ${ratio}`)
  return fc.oneof({ weight: 3, arbitrary: group }, { weight: 1, arbitrary: match })
}

const measureOf = (own: number, amount: string, lines: readonly string[], isCounted: boolean): Measure => {
  const relations = `\`\`\`relations\n${lines.map((each) => `${each}：说明`).join('\n')}\n\`\`\``
  const text = sampleOf(`\`\`\`rule\namount: ${amount}\n\`\`\`\n${lines.length > 0 ? relations : ''}`)
    .replace('id: sample\n', `id: m${own}\n`)
    .replace('confidence: B', isCounted ? 'confidence: B' : 'confidence: C')
  const { measure, diagnostics } = readMeasure(text, `m${own}.md`, randomCatalogue)
  if (!measure) throw new Error(`${diagnostics.map(({ message }) => message.en).join('\n')}\n${text}`)
  return measure
}

/** Two to nine measures, most of which have something to say about the others. */
export const relatedMeasures: fc.Arbitrary<readonly Measure[]> = fc
  .integer({ min: 2, max: 9 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, own) =>
        fc
          .tuple(amounts, fc.array(line(own, count), { maxLength: 3 }), fc.integer({ min: 0, max: 7 }))
          .map(([amount, lines, one]) => measureOf(own, amount, lines, one > 0)),
      ),
    ),
  )

const money = any('', '0 元', '0.01 元', '0.02 元', '0.02 元', '0.03 元', '0.05 元', '0.07 元', '100 元', LARGEST)
const small = any('', '0 元', '0.01 元', '0.02 元', '0.05 元')
const answer = any('', '否', '否', '否', '否', '是')

export const relatedSubject: fc.Arbitrary<Facts> = fc
  .record({
    软硬件投资额: money,
    营业收入: money,
    '上年(营业收入)': small,
    小额费用: small,
    利润: any('', '-0.02 元', '0 元', '0.04 元', '100 元'),
    服务企业数: any('', '0', '1', '3'),
    严重失信: answer,
    独立法人: answer,
  })
  .map((cells) => readFacts(Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')), randomCatalogue).facts)

/** What one enterprise is paid, as `decide` and `stack` say. */
export const awardsOf = (measures: readonly Measure[], facts: Facts, when: When): readonly Award[] =>
  stack(
    planOf(measures, when),
    measures.map((measure) => decide(measure, facts, when)),
    facts,
  )
