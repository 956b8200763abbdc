import { describe, expect, it } from 'vitest'
import { exactOf } from '../../exact.ts'
import type { Facts } from '../../facts.ts'
import { sampleCatalogue } from '../samples/catalogue.ts'
import type { RawColumn } from './column.ts'
import { factsAt, layoutOf, populationOf, populationOfFacts } from './population.ts'

const populationWith = (key: string, column: RawColumn, judgements?: ReadonlySet<string>) =>
  populationOf(column.values.length, new Map([[key, column]]), sampleCatalogue, judgements)

describe('a column', () => {
  it.each<[string, string, RawColumn]>([
    ['parts of a fen', '软硬件投资额', { kind: 'money', values: Float64Array.of(1, 0.5) }],
    ['a number that doubles cannot tell from the next', '软硬件投资额', { kind: 'money', values: Float64Array.of(2 ** 53) }],
    ['an infinite number', '软硬件投资额', { kind: 'money', values: Float64Array.of(Number.POSITIVE_INFINITY) }],
    ['money with a scale', '软硬件投资额', { kind: 'money', values: Float64Array.of(1), scale: 2 }],
    ['a scale beyond 15', '评分', { kind: 'number', values: Float64Array.of(1), scale: 16 }],
    ['another kind than the catalogue’s', '软硬件投资额', { kind: 'integer', values: Float64Array.of(1) }],
    ['a choice that does not exist', '认定级别', { kind: 'enum', values: Uint8Array.of(0, 4) }],
    ['an answer that is neither yes nor no', '严重失信', { kind: 'yes-no', values: Uint8Array.of(2) }],
    ['a day outside the calendar', '成立日期', { kind: 'date', values: Int32Array.of(90_000) }],
    ['no fact', '不存在', { kind: 'yes-no', values: Uint8Array.of(1) }],
  ])('is refused for %s', (_, key, column) => {
    expect(() => populationWith(key, column)).toThrow(RangeError)
  })
  it('says what holds for all its rows', () => {
    const population = populationWith('软硬件投资额', { kind: 'money', values: Float64Array.of(7, Number.NaN, -3) })
    expect(layoutOf(population).get('软硬件投资额')).toEqual({
      kind: 'money',
      array: 'Float64Array',
      scale: 0,
      low: -3,
      high: 7,
      complete: false,
    })
  })
  it('may answer a judgement', () => {
    expect(populationWith('sample.择优', { kind: 'yes-no', values: Uint8Array.of(1) }, new Set(['sample.择优'])).count).toBe(1)
  })
})

it('keeps the facts of each subject, whatever they are', () => {
  const subjects: readonly Facts[] = [
    new Map<string, string | number | boolean>([
      ['软硬件投资额', 12_345],
      ['认定级别', '省级'],
      ['主营业务', '软件'],
      ['严重失信', false],
      ['成立日期', 19_904],
      ['营业收入@-1', 0],
    ]),
    new Map([
      ['营业收入增长率', exactOf('0.0825')!],
      ['评分', exactOf('-99.5')!],
      ['软硬件投资额', exactOf('9007199254740993')!],
    ]),
    new Map(),
  ]
  const population = populationOfFacts(subjects, sampleCatalogue)
  expect(subjects.map((_, row) => factsAt(population, row))).toEqual(
    subjects.map((facts) => new Map([...population.columns.keys()].filter((key) => facts.has(key)).map((key) => [key, facts.get(key)!]))),
  )
  expect(layoutOf(population).get('营业收入增长率')).toMatchObject({ scale: 4, low: 825, high: 825 })
  expect(layoutOf(population).get('软硬件投资额')).toMatchObject({ array: 'BigInt64Array' })
})
