import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, denominator, type Exact, numerator } from '../exact.ts'
import { type Facts, readFacts } from '../facts.ts'
import { boundsOf } from './bounds.ts'
import { decide } from './evaluate.ts'
import { readMeasure } from './read.ts'
import { evaluated, runOf, type Value } from './run.ts'
import { sampleOf } from './samples/catalogue.ts'
import { allFacts, measures, randomCatalogue, sampleJudgements, someDay, someFacts } from './samples/random-measures.ts'
import { type ReferenceValue, referenceOf } from './samples/reference.ts'
import { trace } from './trace.ts'
import type { Measure, Node } from './tree.ts'
import { childrenOf, nodesOf } from './walk.ts'

const measureOf = (text: string): Measure => {
  const { measure, diagnostics } = readMeasure(text, 'sample.md', randomCatalogue)
  // A random rule may multiply more than any rule should; that is refused, and another one is drawn.
  fc.pre(!diagnostics.some(({ code }) => code === 'rule.number-too-large'))
  if (!measure)
    throw new Error(diagnostics.map(({ place, code, message }) => `${place.line}:${place.column} ${code} ${message.en}`).join('\n'))
  return measure
}
const factsOf = (given: object): Facts => {
  const { facts, problems } = readFacts(given, randomCatalogue, sampleJudgements)
  expect(problems).toEqual([])
  return facts
}
const whenOf = (on: string) => ({ on, known: on })

/** A value in one spelling, whichever interpreter it comes from. */
const spelt = (value: Value | ReferenceValue): string => {
  if (typeof value !== 'number' && typeof value !== 'object') return String(value)
  const [n, d] = [numerator(value), denominator(value)]
  let [a, b] = [n < 0n ? -n : n, d]
  while (b !== 0n) [a, b] = [b, a % b]
  return `${n / a}/${d / a}`
}

describe('a rule computed twice', () => {
  it('gives the same status, the same fen and the same value at every node as a second interpreter', () => {
    let cells = 0
    const seen = { eligible: 0, ineligible: 0, undetermined: 0 }
    fc.assert(
      fc.property(measures(true), fc.array(fc.tuple(someFacts, someDay), { minLength: 12, maxLength: 12 }), ({ lean }, situations) => {
        const measure = measureOf(lean)
        const nodes = nodesOf(measure)
        for (const [given, on] of situations) {
          const facts = factsOf(given)
          const { status, amount, value } = referenceOf(measure, whenOf(on))(facts)
          const outcome = decide(measure, facts, whenOf(on))
          expect({ status: outcome.status, amount: outcome.amount }, lean).toEqual({ status, amount })
          seen[outcome.status]++
          const run = runOf(measure, facts, whenOf(on))
          for (const node of nodes) {
            const [own, other] = [spelt(evaluated(node, run)), spelt(value(node))]
            if (own !== other) expect({ node: node.id, value: own }, lean).toEqual({ node: node.id, value: other })
            cells++
          }
        }
      }),
      { numRuns: 120 },
    )
    expect(cells).toBeGreaterThan(20_000)
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50)
  })
  it('means the same with every parenthesis and with only those that precedence needs', () => {
    fc.assert(
      fc.property(measures(true), ({ full, lean }) => {
        // `a and (b and c)` nests where `a and b and c` does not: shapes are compared by what they compute, parts of one kind laid flat.
        const [a, b] = [measureOf(full), measureOf(lean)]
        expect(b.definitions.map(({ node }) => flat(node))).toEqual(a.definitions.map(({ node }) => flat(node)))
        expect(b.conditions.map(({ node }) => flat(node))).toEqual(a.conditions.map(({ node }) => flat(node)))
        expect(flat(b.amount!.node)).toEqual(flat(a.amount!.node))
      }),
      { numRuns: 200 },
    )
  })
  it('is traced as it is decided', () => {
    fc.assert(
      fc.property(measures(true), someFacts, someDay, ({ lean }, given, on) => {
        const measure = measureOf(lean)
        const facts = factsOf(given)
        const { trace: steps, ...outcome } = trace(measure, facts, whenOf(on))
        expect(outcome).toEqual(decide(measure, facts, whenOf(on)))
        const run = runOf(measure, facts, whenOf(on))
        for (const { node, value } of steps!) expect(value ?? undefined).toEqual(evaluated(node, run))
      }),
      { numRuns: 100 },
    )
  })
})

/** A node as nested lists, without places and ids, with parts of parts of one kind laid side by side. */
function flat(node: Node): unknown {
  if (node.kind === 'and' || node.kind === 'or') {
    return [node.kind, ...node.parts.flatMap((part) => (part.kind === node.kind ? (flat(part) as unknown[]).slice(1) : [flat(part)]))]
  }
  const own = 'op' in node ? node.op : 'name' in node ? node.name : 'value' in node ? node.value : 'negated' in node ? node.negated : ''
  const ends = node.kind === 'between' ? [node.lowOpen, node.highOpen] : []
  return [node.kind, own, ...ends, ...childrenOf(node).map(flat)]
}

describe('what is not known', () => {
  it('never makes an answer that a later fact takes back, and amounts stay within the bounds that were given', () => {
    let within = 0
    fc.assert(
      fc.property(
        measures(false),
        fc.array(fc.tuple(someFacts, allFacts), { minLength: 12, maxLength: 12 }),
        someDay,
        ({ lean }, pairs, on) => {
          const measure = measureOf(lean)
          for (const [given, later] of pairs) {
            const before = factsOf(given)
            const after = factsOf({ ...later, ...given })
            const [early, late] = [decide(measure, before, whenOf(on)), decide(measure, after, whenOf(on))]
            if (early.status !== 'undetermined') expect([late.status, late.amount], lean).toEqual([early.status, early.amount])
            else if (early.atMost !== null && late.amount !== null) expect(late.amount <= early.atMost, lean).toBe(true)
            const [run, whole] = [runOf(measure, before, whenOf(on), { keep: true }), runOf(measure, after, whenOf(on))]
            for (const node of nodesOf(measure)) {
              const [known, value] = [evaluated(node, run), evaluated(node, whole)]
              if (known !== undefined) expect(value, lean).toEqual(known)
              if (node.type.kind !== 'number' || value === undefined) continue
              const { low, high } = boundsOf(node, run)
              if ((low !== null && compare(value as Exact, low) < 0) || (high !== null && compare(value as Exact, high) > 0))
                expect({ node: node.id, value, low, high }, lean).toEqual('within its bounds')
              if (low !== null || high !== null) within++
            }
          }
        },
      ),
      { numRuns: 80 },
    )
    expect(within).toBeGreaterThan(2000)
  })
  it('is asked about only where it can change the answer, and everything that can change it is asked about', () => {
    // Every fact once, each with a value on both sides of its threshold: here minimal means minimal.
    const domain: Readonly<Record<string, readonly string[]>> = {
      服务企业数: ['1', '9'],
      严重失信: ['是', '否'],
      认定级别: ['省级', '市级'],
      评分: ['1', '9'],
      面积: ['1', '9'],
      营业收入增长率: ['1%', '9%'],
      软硬件投资额: ['1', '9'],
      营业收入: ['1', '9'],
    }
    const atoms = [
      '服务企业数 > 5 家',
      '严重失信',
      '认定级别 = "省级"',
      '评分 <= 5',
      '面积 between 5 平方米 and 20 平方米',
      '营业收入增长率 >= 5%',
    ]
    const amounts = [
      '软硬件投资额 + 营业收入',
      'min(软硬件投资额, 8 元) * 2',
      'max(营业收入, 3 元)',
      '5 元',
      'if 软硬件投资额 > 5 元 then 营业收入 else 4 元',
    ]
    const combined = fc
      .tuple(
        fc.shuffledSubarray(atoms, { minLength: 1 }),
        fc.array(fc.constantFrom(' and ', ' or '), { minLength: 6, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      )
      .map(([parts, signs, negated]) =>
        parts
          .map((part, index) => (negated[index] ? `not(${part})` : part))
          .reduce((left, right, index) => `(${left}${signs[index]}${right})`),
      )
    const completions = (open: readonly string[]): readonly Record<string, string>[] =>
      open.reduce<readonly Record<string, string>[]>(
        (all, name) => all.flatMap((each) => domain[name]!.map((value) => ({ ...each, [name]: value }))),
        [{}],
      )
    fc.assert(
      fc.property(
        combined,
        fc.constantFrom(...amounts),
        fc.record(Object.fromEntries(Object.entries(domain).map(([name, values]) => [name, fc.constantFrom(...values)])), {
          requiredKeys: [],
        }),
        (condition, amount, given) => {
          const measure = measureOf(sampleOf(`\`\`\`rule\neligible:\n  - ${condition}\namount: ${amount}\n\`\`\``))
          const answer = (facts: object): string => {
            const { status, amount } = decide(measure, factsOf(facts), whenOf('2024-01-01'))
            return `${status} ${amount}`
          }
          const before = decide(measure, factsOf(given), whenOf('2024-01-01'))
          const open = measure.facts.filter((name) => !(name in given))
          const all = completions(open)
          const changes = (name: string): boolean =>
            all.some((each) => new Set(domain[name]!.map((value) => answer({ ...given, ...each, [name]: value }))).size > 1)
          const expected = before.status === 'undetermined' ? open.filter(changes) : []
          expect([...before.missing].sort(), `${condition} | ${amount}`).toEqual([...expected].sort())
        },
      ),
      { numRuns: 150 },
    )
  })
})
