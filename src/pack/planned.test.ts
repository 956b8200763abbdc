import { expect, it } from 'vitest'
import { plannedOf } from './planned.ts'

it('reads planned values by the end of periods, with marks of either language', () => {
  expect(plannedOf('2026-03 400；2026-Q2 900; 2026-12-31 1900.5')).toEqual([
    { period: '2026-03', value: '400' },
    { period: '2026-Q2', value: '900' },
    { period: '2026-12-31', value: '1900.5' },
  ])
  expect(plannedOf('')).toEqual([])
})

it.each(['soon 400', '2026-03', '2026-03 many', '2026-03 400 600', '2026-06 900；2026-03 400', '2026-03 400；2026-03-31 500'])(
  'refuses %s',
  (text) => {
    expect(plannedOf(text)).toBe(null)
  },
)
