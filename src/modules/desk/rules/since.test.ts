import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesSince, dayNow } from './since.ts'

const awards = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('0.00', '1.00', '2.50'), { noNullPrototype: true })

describe('what changed since a check-up was saved', () => {
  it('is nothing between an answer and itself, and turned round the other way', () => {
    fc.assert(
      fc.property(awards, awards, (one, other) => {
        expect(changesSince(one, one)).toEqual([])
        expect(changesSince(other, one)).toEqual(
          changesSince(one, other).map(({ measure, before, after }) => ({ measure, before: after, after: before })),
        )
      }),
    )
  })

  it('leads from one answer to the other', () => {
    fc.assert(
      fc.property(awards, awards, (one, other) => {
        const reached = new Map<string, string>(Object.entries(one))
        for (const { measure, after } of changesSince(one, other)) {
          if (after === null) reached.delete(measure)
          else reached.set(measure, after)
        }
        expect(Object.fromEntries(reached)).toEqual(other)
      }),
    )
  })

  it('is looked at today where it was asked for its day, and on the day that was chosen otherwise', () => {
    expect(dayNow('2024-06-30', '2024-06-30', '2024-06-30', '2024-09-01')).toBe('2024-09-01')
    expect(dayNow('', '2024-06-30', '2024-06-30', '2024-09-01')).toBe('2024-09-01')
    expect(dayNow('2023-01-01', '2023-01-01', '2024-06-30', '2024-09-01')).toBe('2023-01-01')
  })
})
