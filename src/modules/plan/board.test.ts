import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personWith, postWith } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { atRisk, wall } from './index.ts'
import { isAtRisk, orders } from './rules/risk.ts'

const { app } = await freshApp('wuhan', '2026-11-24T04:00:00Z')
const planner = personWith({ posts: [postWith('planner')] })

describe('the wall of targets', () => {
  it('shows every promise in any order, those at risk first unless another is asked for', async () => {
    const { assessments, order } = await app.perform(planner, wall, {})
    expect(order).toBe('risk')
    const risky = assessments.map(isAtRisk)
    expect(risky.lastIndexOf(true)).toBe(risky.filter(Boolean).length - 1)
    const silent = assessments.filter(({ status, supersededBy }) => status === 'not-assessable' && supersededBy === null)
    expect(await app.perform(planner, atRisk, {})).toMatchObject({
      count: risky.filter(Boolean).length + silent.length,
      page: '/board',
    })
    for (const name of [...Object.keys(orders), 'toString']) {
      const other = await app.perform(planner, wall, { order: name })
      expect(new Set(other.assessments.map(({ target }) => target))).toEqual(new Set(assessments.map(({ target }) => target)))
    }
  })

  it('counts changes since a day that one chooses, a month ago where none is, and today at the latest', async () => {
    expect(await app.perform(planner, wall, {})).toMatchObject({ since: '2026-10-24' })
    expect(await app.perform(planner, wall, { since: '2099-01-01' })).toMatchObject({ since: '2026-11-24', changes: [] })
    const { changes, assessments } = await app.perform(planner, wall, { since: '2000-01-01', order: 'deadline' })
    expect(changes.map(({ after }) => after)).toEqual(assessments)
    await expect(app.perform(planner, wall, { since: '2026-02-30' })).rejects.toMatchObject({ code: 'plan.day' })
  })

  it('has orders that are orders: nothing is before itself, and of two one is not before the other both ways', async () => {
    const { assessments } = await app.perform(planner, wall, {})
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(orders)),
        fc.constantFrom(...assessments),
        fc.constantFrom(...assessments),
        (by, a, b) => {
          expect(Math.sign(by(a, b)) + Math.sign(by(b, a))).toBe(0)
        },
      ),
    )
  })
})
