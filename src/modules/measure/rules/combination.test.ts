import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xincheng } from '../../../../test/pack.ts'
import { readFacts } from '../../../core/facts.ts'
import { packOf } from '../../../pack/read.ts'
import { considered, decisionOf } from './check.ts'
import { fenIn } from './questions.ts'

const pack = packOf(await xincheng(), '2026-11-24').pack!
const when = { on: '2026-06-30', known: '2026-06-30' }
const decided = (given: Readonly<Record<string, string>>) =>
  decisionOf(pack, considered(pack, when), readFacts(given, pack.facts).facts, when)

const textsOf: Readonly<Record<string, readonly string[]>> = {
  money: ['600 万元', '3 亿元'],
  percent: ['25%', '60%'],
  integer: ['12', '600'],
  number: ['40', '600'],
  date: ['2024-06-30', '2025-01-01'],
  'yes-no': ['是', '否'],
}
const anyFacts = fc.record(
  Object.fromEntries(
    [...pack.facts.values()]
      .filter((fact) => fact.list === null)
      .map((fact) => [
        fact.name,
        fc.constantFrom(...(fact.type === 'enum' ? fact.values.map(({ zh }) => zh) : (textsOf[fact.type] ?? ['甲']))),
      ]),
  ),
)

describe('the best combination', () => {
  it('shows what a relation has changed, why, and never two that exclude each other; nothing where nothing has changed', () => {
    let seen = 0
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { combination, results } = decided(given)
        const changed = results.filter(({ amount, award }) => amount !== award)
        if (combination === null) {
          expect(changed).toEqual([])
          return
        }
        const { nodes, pairs, before, after } = combination
        const nodeOf = new Map(nodes.map((node) => [node.measure, node]))
        for (const { measure, amount, award } of changed) expect(nodeOf.get(measure)).toMatchObject({ amount, award })
        for (const node of nodes) expect(node.why.length > 0).toBe(node.amount !== node.award)
        for (const { a, b } of pairs) expect([nodeOf.get(a)!.award, nodeOf.get(b)!.award]).toContain('0.00')
        const sum = (of: (node: (typeof nodes)[0]) => string): bigint => nodes.reduce((total, node) => total + fenIn(of(node)), 0n)
        expect([fenIn(before), fenIn(after)]).toEqual([sum(({ amount }) => amount), sum(({ award }) => award)])
        seen++
      }),
      { numRuns: 150 },
    )
    expect(seen).toBeGreaterThan(5)
  })
})
