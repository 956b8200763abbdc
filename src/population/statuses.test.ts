import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tallyOf } from './block.ts'
import { openRows } from './statuses.ts'

/** More slots than rows: a block may be shorter than the one before, whose cells still lie there. */
const statuses = fc.record({ slots: fc.nat({ max: 41 }), measures: fc.nat({ max: 4 }) }).chain(({ slots, measures }) =>
  fc.record({
    count: fc.nat({ max: slots }),
    columns: fc.array(
      fc.uint8Array({ min: 0, max: 8, minLength: slots, maxLength: slots }).map((bytes) => bytes.map((byte) => (byte > 2 ? 0 : byte))),
      { minLength: measures, maxLength: measures },
    ),
  }),
)

it('finds the rows in which a measure is not ineligible', () => {
  fc.assert(
    fc.property(statuses, ({ count, columns }) => {
      const open = openRows(columns, count)
      for (let row = 0; row < count; row++) expect(open[row] !== 0).toBe(columns.some((status) => status[row] !== 0))
    }),
  )
})

it('counts every row once, whatever lies behind the last', () => {
  fc.assert(
    fc.property(statuses, ({ count, columns }) => {
      for (const status of columns) {
        const amount = Float64Array.from(status, (state, row) => (state === 1 ? 2 ** 52 + row : 0))
        const rows = [...status.subarray(0, count)]
        expect(tallyOf(status, amount, count)).toEqual({
          ineligible: rows.filter((state) => state === 0).length,
          eligible: rows.filter((state) => state === 1).length,
          undetermined: rows.filter((state) => state === 2).length,
          fen: rows.reduce((sum, state, row) => (state === 1 ? sum + 2n ** 52n + BigInt(row) : sum), 0n),
        })
      }
    }),
  )
})
