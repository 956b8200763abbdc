import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratio } from '../../exact.ts'
import { readFacts } from '../../facts.ts'
import type { Outcome } from '../outcome.ts'
import { readMeasure } from '../read.ts'
import { ruleOf, sampleCatalogue } from '../samples/catalogue.ts'
import type { GroupRelation, Measure, Node } from '../tree.ts'
import { planOf } from './plan.ts'
import { split, stack } from './stack.ts'

const WHEN = { on: '2023-06-30', known: '2023-06-30' }
const measureOf = (id: string, amount = '1 元'): Measure => {
  const { measure, diagnostics } = readMeasure(
    ruleOf('服务企业数 >= 0 家', amount).replace('id: sample', `id: ${id}`),
    `${id}.md`,
    sampleCatalogue,
  )
  if (!measure) throw new Error(diagnostics.map((each) => each.message.en).join('\n'))
  return measure
}
const money = (expression: string): Node => measureOf('limit', expression).amount!.node
type Candidate = { readonly measure: Measure; readonly outcome: Pick<Outcome, 'status' | 'amount'> }
const candidate = (id: string, fen: bigint | null, ...relations: GroupRelation[]): Candidate => {
  const measure = measureOf(id)
  return {
    measure: { ...measure, groups: relations.map((relation) => ({ ...relation, anchor: 'a1', place: measure.places.id! })) },
    outcome: fen === null ? { status: 'undetermined', amount: null } : { status: 'eligible', amount: fen },
  }
}
const stacked = (candidates: readonly Candidate[], given: Record<string, string> = {}) =>
  stack(
    planOf(
      candidates.map(({ measure }) => measure),
      WHEN,
    ),
    candidates.map(({ outcome }) => outcome),
    readFacts(given, sampleCatalogue).facts,
  )
const awardsOf = (candidates: readonly Candidate[], given: Record<string, string> = {}) =>
  stacked(candidates, given).map(({ award }) => award)

describe('relations between measures', () => {
  it('pay only the largest of a 就高 group, and of equals the first named', () => {
    const highest: GroupRelation = { kind: 'highest', members: ['b', 'a', 'c'] }
    expect(awardsOf([candidate('a', 5n, highest), candidate('b', 7n), candidate('c', 6n)])).toEqual([0n, 7n, 0n])
    expect(awardsOf([candidate('a', 7n, highest), candidate('b', 7n), candidate('c', 6n)])).toEqual([0n, 7n, 0n])
  })
  it('say which measure was taken instead, and by which clause', () => {
    const [, second] = stacked([candidate('a', 9n, { kind: 'highest', members: ['a', 'b'] }), candidate('b', 4n)])
    expect(second?.steps).toEqual([{ kind: 'highest', declaredBy: 'a', anchor: 'a1', before: 4n, after: 0n, because: ['a'], left: null }])
  })
  it('let two smaller awards stand where together they are worth more than the one that excludes both', () => {
    expect(awardsOf([candidate('a', 10n, { kind: 'exclusive', members: ['b', 'c'] }), candidate('b', 6n), candidate('c', 6n)])).toEqual([
      0n,
      6n,
      6n,
    ])
  })
  it('pay on top what a clause says is paid on top', () => {
    expect(
      awardsOf([candidate('a', 5n, { kind: 'highest', members: ['a', 'b'] }), candidate('b', 7n, { kind: 'add', members: ['a'] })]),
    ).toEqual([5n, 7n])
  })
  it('match at most n times what the other measure really pays, after its own relations', () => {
    const half: GroupRelation = { kind: 'match', members: ['b'], ratio: ratio(1n, 2n) }
    expect(awardsOf([candidate('a', 100n, half), candidate('b', 60n)])).toEqual([30n, 60n])
    expect(awardsOf([candidate('a', 100n, half)])).toEqual([0n])
    expect(
      awardsOf([
        candidate('a', 100n, { kind: 'match', members: ['b'], ratio: 1 }),
        candidate('b', 80n, { kind: 'match', members: ['c'], ratio: ratio(1n, 2n) }),
        candidate('c', 90n),
      ]),
    ).toEqual([45n, 45n, 90n])
  })
  it('pay members of a total cap in the order named until nothing is left', () => {
    const cap: GroupRelation = { kind: 'cap_total', members: ['b', 'a', 'c'], limit: money('0.1 元'), received: null }
    expect(awardsOf([candidate('a', 5n, cap), candidate('b', 7n), candidate('c', 6n)])).toEqual([3n, 7n, 0n])
  })
  it('take what was received off a total cap, never below nothing', () => {
    const cap: GroupRelation = { kind: 'cap_total', members: ['a'], limit: money('1 元'), received: money('软硬件投资额') }
    expect(awardsOf([candidate('a', 100n, cap)], { 软硬件投资额: '0.4 元' })).toEqual([60n])
    expect(awardsOf([candidate('a', 100n, cap)], { 软硬件投资额: '3 元' })).toEqual([0n])
  })
  it('wait for what was received, name the fact, and leave an award of nothing as it is', () => {
    const cap: GroupRelation = { kind: 'cap_total', members: ['a', 'b'], limit: money('1 元'), received: money('软硬件投资额') }
    const [a, b] = stacked([candidate('a', 100n, cap), candidate('b', 0n)])
    expect(a).toMatchObject({ status: 'undetermined', award: null, missing: ['软硬件投资额'] })
    expect(b).toMatchObject({ status: 'eligible', award: 0n })
  })
  it('wait as well where a limit has no value although nothing is missing', () => {
    const cap: GroupRelation = { kind: 'cap_total', members: ['a'], limit: money('软硬件投资额 / 服务企业数 * 1 家'), received: null }
    const [a] = stacked([candidate('a', 100n, cap)], { 软硬件投资额: '1 元', 服务企业数: '0' })
    expect(a).toMatchObject({ status: 'undetermined', award: null, missing: [] })
  })
  it('of a measure that is not in force or not counted do not concern the others', () => {
    const highest: GroupRelation = { kind: 'highest', members: ['a', 'b', 'c'] }
    const { measure } = candidate('c', 9n, highest)
    const others = [candidate('a', 5n), candidate('b', 7n)]
    const ended = { ...measure, inForce: { ...measure.inForce, to: '2023-06-29' } }
    expect(awardsOf([...others, { measure: ended, outcome: { status: 'ineligible', amount: null } }])).toEqual([5n, 7n, null])
    const draft = { ...measure, draft: true }
    expect(awardsOf([...others, { measure: draft, outcome: { status: 'eligible', amount: 9n } }])).toEqual([5n, 7n, 9n])
  })
  it('leave undetermined measures undetermined and out of every group', () => {
    expect(awardsOf([candidate('a', 5n, { kind: 'highest', members: ['a', 'b'] }), candidate('b', null)])).toEqual([5n, null])
  })
})

describe('a split over budgets', () => {
  it('loses no fen and moves no share by a whole fen', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), parts, (award, weights) => {
        const whole = BigInt(weights.reduce((sum, each) => sum + each, 0))
        const shares = split(
          award,
          weights.map((weight, index) => ({ budget: `b${index}`, share: ratio(BigInt(weight), whole) })),
        )
        expect(shares.reduce((sum, { fen }) => sum + fen, 0n)).toBe(award)
        for (const [index, { fen }] of shares.entries()) {
          const distance = fen * whole - award * BigInt(weights[index]!)
          expect(distance < whole && distance > -whole).toBe(true)
        }
      }),
    )
  })
  it('gives the fen that is left over to the first of equals', () => {
    expect(
      split(101n, [
        { budget: '市', share: ratio(1n, 2n) },
        { budget: '区', share: ratio(1n, 2n) },
      ]),
    ).toEqual([
      { budget: '市', fen: 51n },
      { budget: '区', fen: 50n },
    ])
  })
})

describe('total caps', () => {
  it('never pay more than the limit, and never more than an award', () => {
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (amounts, yuan) => {
          const ids = amounts.map((_, index) => `m${index}`)
          const cap: GroupRelation = { kind: 'cap_total', members: ids, limit: money(`${yuan} 元`), received: null }
          const awards = awardsOf(amounts.map((amount, index) => candidate(ids[index]!, amount, ...(index === 0 ? [cap] : []))))
          const total = awards.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n)
          const wanted = amounts.reduce((sum, each) => sum + each, 0n)
          const limit = BigInt(yuan) * 100n
          expect(total).toBe(wanted < limit ? wanted : limit)
          for (const [index, award] of awards.entries()) expect((award ?? 0n) <= amounts[index]!).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
