import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import { compare, exactOf, ratio } from '../../../core/exact.ts'
import type { OperationRow, QueryTerms } from '../../../core/operation.ts'
import { countedFrom } from './counted.ts'

const words = { zh: '数', en: 'number' }
const query = (denominator: boolean): QueryTerms => ({
  name: 'test.query',
  version: 2,
  title: words,
  numerator: words,
  denominator: denominator ? words : null,
  reasons: { late: words, other: words },
})
const span = { first: '2026-01-01', last: '2026-03-31' }
const row = (id: string, numerator: string | null, denominator: string | null = null, leftOut: string | null = null): OperationRow => ({
  id,
  name: words,
  on: null,
  numerator,
  denominator,
  leftOut,
})
const rate = (rows: readonly OperationRow[]) => countedFrom(query(true), span, rows, 100)
const count = (rows: readonly OperationRow[]) => countedFrom(query(false), span, rows, 1)

describe('what a query counts', () => {
  it('is a rate of what was looked at, with what was left out and why', () => {
    const found = rate([
      row('a', '1', '1'),
      row('b', '0', '1'),
      row('c', '0', '1'),
      row('d', null, null, 'late'),
      row('e', null, null, 'late'),
    ])
    expect(found).toMatchObject({ numerator: 1, denominator: 3, value: '33.333333333333', why: null, counted: 3 })
    expect([...found.leftOut]).toEqual([['late', 2]])
    expect(found.hash).toBe(sha256Hex(found.text))
  })

  it('is 0 where everything was left out, and unknown where nothing was there to look at', () => {
    expect(count([row('a', null, null, 'other')])).toMatchObject({ value: '0', why: null })
    expect(count([])).toMatchObject({ value: null, why: 'nothing' })
    expect(rate([row('a', null, null, 'other')])).toMatchObject({ value: null, why: 'zero', denominator: 0 })
  })

  it('has one hash for one set of rows, in whatever order they come and however they are called, and another for any other', () => {
    const rows = [row('a', '1'), row('b', '0'), row('c', null, null, 'late')]
    const { hash } = count(rows)
    expect(count(rows.toReversed().map((each) => ({ ...each, name: { zh: '新名', en: 'renamed' } }))).hash).toBe(hash)
    const others = [
      rows.slice(1),
      rows.with(0, row('a', '2')),
      rows.with(2, row('c', null, null, 'other')),
      rows.with(0, { ...row('a', '1'), on: '2026-01-02' }),
    ]
    expect(new Set([hash, ...others.map((each) => count(each).hash)]).size).toBe(5)
    expect(countedFrom(query(false), { ...span, last: '2026-04-01' }, rows, 1).hash).not.toBe(hash)
    expect(countedFrom({ ...query(false), version: 3 }, span, rows, 1).hash).not.toBe(hash)
  })

  it('never rounds a rate onto a target that it has not reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 100_000 }), (all, thousandths) => {
        // The rates right below and right above a target of up to three digits.
        const goal = ratio(BigInt(thousandths), 1000n)
        const done = Math.floor((all * thousandths) / 100_000)
        for (const some of [done, done + 1].filter((each) => each >= 0 && each <= all)) {
          const { value } = rate([row('a', String(some), String(all))])
          expect(compare(exactOf(value!)!, goal)).toBe(compare(ratio(BigInt(some) * 100n, BigInt(all)), goal))
        }
      }),
    )
  })

  it.each([
    ['one thing twice', [row('a', '1'), row('a', '1')]],
    ['a reason it does not name', [row('a', null, null, 'bored')]],
    ['a number for what is left out', [row('a', '1', null, 'late')]],
    ['a denominator where it has none', [row('a', '1', '1')]],
    ['less than nothing', [row('a', '-1')]],
    ['no number for what counts', [row('a', null)]],
  ])('is refused as a fault of the query where it has %s', (_what, rows) => {
    expect(() => count(rows)).toThrow('test.query 2')
  })
})
