import { expect, it } from 'vitest'
import type { Pack, Reading } from '../../pack/pack.ts'
import { latestOf } from './home-view.ts'

const reading = (indicator: string, period: string, published: string) => ({ indicator, period, published }) as Reading
const pack = { sources: new Map() } as unknown as Pack

it('tells of each indicator once, by its newest period, what was published last first', () => {
  const readings = [
    reading('a', '2026-08', '2026-11-20'),
    reading('a', '2026-09', '2026-11-20'),
    reading('a', '2024', '2026-11-20'),
    reading('b', '2026-10', '2026-11-25'),
  ]
  expect(latestOf(readings, pack).map(({ indicator, period }) => `${indicator} ${period}`)).toEqual(['b 2026-10', 'a 2026-09'])
})
