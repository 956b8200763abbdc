import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLapsed, oldestGood } from './session.ts'

const HOUR = 3_600_000
const now = new Date('2026-11-24T08:00:00Z')
const ago = (ms: number): Date => new Date(now.getTime() - ms)

describe('a session', () => {
  it.each([
    ['lives half a day without a sign of life', 12 * HOUR, 12 * HOUR, false],
    ['ends a moment later', 12 * HOUR + 1, 12 * HOUR + 1, true],
    ['lives three days with signs of life', 72 * HOUR, 0, false],
    ['ends after three days, however busy', 72 * HOUR + 1, 0, true],
  ])('%s', (_what, created, seen, lapsed) => {
    expect(hasLapsed({ createdAt: ago(created), seenAt: ago(seen) }, now)).toBe(lapsed)
  })

  it('never comes back once it has lapsed, unless it is seen', () => {
    const span = fc.integer({ min: 0, max: 100 * HOUR })
    fc.assert(
      fc.property(span, span, span, (created, seen, later) => {
        const times = { createdAt: ago(created), seenAt: ago(Math.min(created, seen)) }
        return !hasLapsed(times, now) || hasLapsed(times, new Date(now.getTime() + later))
      }),
    )
  })

  it('is judged alike by the rule and by the bounds that queries use', () => {
    const span = fc.integer({ min: 0, max: 80 * HOUR })
    fc.assert(
      fc.property(span, span, (created, seen) => {
        const times = { createdAt: ago(created), seenAt: ago(seen) }
        const bounds = oldestGood(now)
        return hasLapsed(times, now) === (times.createdAt < bounds.createdAt || times.seenAt < bounds.seenAt)
      }),
    )
  })
})
