import { describe, expect, it } from 'vitest'
import { corrected } from './corrected.ts'
import type { Reading, Source } from './pack.ts'

const PLACE = { file: 'readings.csv', line: 1, column: 1, end: 1 }
const reading = (value: string, published: string | null, source = 'bulletin', series = 'a'): Reading => ({
  indicator: 'sites',
  series,
  period: '2025',
  value,
  unit: '个',
  precision: 'exact',
  published,
  note: null,
  source,
  place: PLACE,
})
const source: Source = {
  id: 'old',
  title: '',
  publisher: null,
  date: '2025-11',
  address: null,
  linkable: true,
  confidence: 'A',
  note: null,
  place: PLACE,
}
const daysOf = (...readings: readonly Reading[]) => corrected(readings, new Map([['old', source]])).map(({ replacedOn }) => replacedOn)

describe('a second value for one place', () => {
  it('stands from the day it was published, whichever row comes first', () => {
    expect(daysOf(reading('5', '2026-01-10'), reading('6', '2026-03-01', 'report'))).toEqual(['2026-03-01', undefined])
    expect(daysOf(reading('6', '2026-03-01', 'report'), reading('5', '2026-01-10'))).toEqual([undefined, '2026-03-01'])
  })

  it('takes the day of the source where the row has none', () => {
    expect(daysOf(reading('5', null, 'old'), reading('6', '2025-12-01'))).toEqual(['2025-12-01', undefined])
    expect(daysOf(reading('5', null, 'nobody'), reading('6', '2025-12-01'))).toEqual(['2025-12-01', undefined])
  })

  it('leaves values of another series and of the same day alone', () => {
    expect(daysOf(reading('5', '2026-01-10'), reading('6', '2026-03-01', 'report', 'b'))).toEqual([undefined, undefined])
    expect(daysOf(reading('5', '2026-01-10'), reading('6', '2026-01-10', 'report'))).toEqual([undefined, undefined])
  })
})
