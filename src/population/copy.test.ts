import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Exact } from '../core/exact.ts'
import type { RawColumn } from '../core/rule/columns/column.ts'
import { columnOf } from '../core/rule/columns/column.ts'
import type { Population } from '../core/rule/columns/population.ts'
import { COPY_END, COPY_HEADER } from './copy-bytes.ts'
import { type CopiedColumn, copyReader } from './copy-reader.ts'
import { populationRows } from './copy-writer.ts'
import { idAt, idsOf, newIds, takeId } from './ids.ts'

const CHOICES = ['大型', '中型', '小型']
const SCALES: Readonly<Partial<Record<RawColumn['kind'], number>>> = { number: 3, percent: 4 }
const KINDS = ['money', 'integer', 'number', 'percent', 'date', 'yes-no', 'enum', 'text'] as const
const COLUMNS: readonly CopiedColumn[] = KINDS.map((kind) => ({
  key: kind,
  name: kind,
  kind,
  scale: SCALES[kind] ?? 0,
  low: null,
  high: null,
  choices: kind === 'enum' ? CHOICES : [],
}))

const whole = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.maxSafeInteger())
const orUnknown = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 })
const rowOf = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((id) => id.isWellFormed() && !/\p{Cc}/u.test(id)),
  money: orUnknown(whole),
  integer: orUnknown(whole),
  number: orUnknown(whole),
  percent: orUnknown(whole),
  date: orUnknown(fc.integer({ min: -25_567, max: 84_005 })),
  'yes-no': orUnknown(fc.integer({ min: 0, max: 1 })),
  enum: orUnknown(fc.integer({ min: 0, max: 2 })),
  text: orUnknown(fc.constantFrom<string>('', 'a', '软件', '"\n')),
})
type Row = typeof rowOf extends fc.Arbitrary<infer R> ? R : never

const rawOf = (kind: (typeof KINDS)[number], rows: readonly Row[]): RawColumn => {
  const slots = rows.map((row) => row[kind])
  switch (kind) {
    case 'text': {
      const texts = [...new Set(slots.filter((slot) => typeof slot === 'string'))]
      return { kind, texts, values: Int32Array.from(slots, (slot) => (slot === null ? -2_147_483_648 : texts.indexOf(slot as string))) }
    }
    case 'enum':
    case 'yes-no':
      return { kind, values: Uint8Array.from(slots, (slot) => (slot === null ? 255 : Number(slot))) }
    case 'date':
      return { kind, values: Int32Array.from(slots, (slot) => (slot === null ? -2_147_483_648 : Number(slot))) }
    default:
      return { kind, scale: SCALES[kind] ?? 0, values: Float64Array.from(slots, (slot) => (slot === null ? Number.NaN : Number(slot))) }
  }
}

const bytesOf = (population: Population, ids: readonly string[]): Uint8Array => {
  const list = newIds(false)
  for (const id of ids) {
    const bytes = new TextEncoder().encode(id)
    takeId(list, bytes, 0, bytes.length)
  }
  return Buffer.concat([COPY_HEADER, ...populationRows(population, idsOf(list), KINDS), COPY_END])
}

const populationOfRows = (rows: readonly Row[]): Population => ({
  count: rows.length,
  columns: new Map(KINDS.map((kind) => [kind, columnOf(kind, rawOf(kind, rows), CHOICES)])),
})

describe('a binary COPY', () => {
  it('gives back what was written, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { maxLength: 12 }), fc.integer({ min: 1, max: 200 }), (rows, step) => {
        const bytes = bytesOf(
          populationOfRows(rows),
          rows.map(({ id }) => id),
        )
        const reader = copyReader(COLUMNS, rows.length)
        for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step))
        const reading = reader.end()
        if ('problem' in reading) throw new Error(reading.problem.code)
        expect(reading.count).toBe(rows.length)
        for (const [row, { id }] of rows.entries()) expect(new TextDecoder().decode(idAt(reading.ids, row))).toBe(id)
        for (const kind of KINDS) {
          const { values, ...rest } = reading.columns.get(kind)!
          const expected = rawOf(kind, rows)
          expect([kind, ...values].map((slot) => (Object.is(slot, -0) ? 0 : slot))).toEqual(
            [kind, ...expected.values].map((slot) => (Object.is(slot, -0) ? 0 : slot)),
          )
          if ('texts' in expected) expect(rest).toMatchObject({ texts: expected.texts })
        }
      }),
    )
  })

  it('is sound only while every number and day is within the range of the catalogue, and every id can be one', () => {
    const within = { money: 5, integer: 5, number: 1_234, percent: -5, date: 20_000, 'yes-no': 1, enum: 1, text: 'a' }
    const isSound = (given: Partial<Row>, low: Exact | null, high: Exact | null): boolean => {
      const row = { id: 'e1', ...within, ...given }
      const reader = copyReader(
        COLUMNS.map((column) => (column.kind === 'number' ? { ...column, low, high } : column)),
        1,
      )
      reader.push(bytesOf(populationOfRows([row]), [row.id]))
      return reader.isSound()
    }
    expect(isSound({}, null, null)).toBe(true)
    // 1.234 in thousandths.
    expect(isSound({}, { n: 617n, d: 500n }, { n: 617n, d: 500n })).toBe(true)
    expect(isSound({}, { n: 12_341n, d: 10_000n }, null)).toBe(false)
    expect(isSound({}, null, { n: 12_339n, d: 10_000n })).toBe(false)
    expect(isSound({}, null, 2 ** 53)).toBe(true)
    expect(isSound({}, 2 ** 53, null)).toBe(false)
    expect(isSound({ number: null }, 2 ** 53, null)).toBe(true)
    const reader = copyReader(COLUMNS, 1)
    reader.push(
      Buffer.concat([
        COPY_HEADER,
        ...populationRows(
          populationOfRows([{ id: '', ...within }]),
          { bytes: Uint8Array.of(0x61, 0x0a), ends: Int32Array.of(0, 2) },
          KINDS,
        ),
      ]),
    )
    expect(reader.isSound()).toBe(false)
  })

  it('that ends within a row is a bug, not a shorter population', () => {
    const bytes = bytesOf(populationOfRows([]), [])
    const reader = copyReader(COLUMNS, 0)
    reader.push(bytes.subarray(0, bytes.length - 1))
    expect(() => reader.end()).toThrow('end within a row')
  })

  it('names the enterprise and the column of a number that does not fit', () => {
    const [row] = fc.sample(rowOf, 1)
    const bytes = bytesOf(populationOfRows([{ ...row!, id: 'e1', number: 1_234, text: null }]), ['e1'])
    const reader = copyReader(
      COLUMNS.map((column) => ({ ...column, scale: 0 })),
      1,
    )
    reader.push(bytes)
    expect(reader.end()).toMatchObject({
      problem: { code: 'population.table-value', message: { en: expect.stringContaining('"number"') } },
    })
  })
})
