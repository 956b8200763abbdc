import { expect, it } from 'vitest'
import { periodsAhead } from './outlook.ts'

it.each([
  ['2026-09', '2026', 3, ['2026-10', '2026-11', '2026-12']],
  ['2025-Q3', '2026', 5, ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
  ['2023', '2026', 3, ['2024', '2025', '2026']],
  ['2024-12-31', '2026', 2, ['2025', '2026']],
  ['2025-06', '2026-06', 2, ['2025-12', '2026-06']],
])('the steps of a fan from %s to %s are called by their periods', (latest, target, steps, expected) => {
  expect(periodsAhead(latest, target, steps)).toEqual(expected)
})
