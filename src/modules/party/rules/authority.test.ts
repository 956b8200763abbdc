import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latestEnd, obstacleToLevel, reachOf } from './authority.ts'

const levels = ['view', 'draft', 'submit', 'sign', 'admin'] as const
const level = fc.constantFrom(...levels)
const user = fc.constantFrom('a', 'b', 'c')

describe('an enterprise’s people', () => {
  it('keep an administrator, and nobody raises themself, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(user, user, fc.option(level)), { maxLength: 30 }), (tries) => {
        let members: readonly { readonly user: string; readonly level: (typeof levels)[number] }[] = [
          { user: 'a', level: 'admin' },
          { user: 'b', level: 'submit' },
          { user: 'c', level: 'view' },
        ]
        for (const [by, target, wanted] of tries) {
          const mayTry = members.find((each) => each.user === by)?.level === 'admin' || (by === target && wanted === null)
          if (!mayTry || obstacleToLevel(members, by, target, wanted) !== null) continue
          const before = members.find((each) => each.user === target)!
          if (by === target && wanted !== null) expect(levels.indexOf(wanted)).toBeLessThanOrEqual(levels.indexOf(before.level))
          members = members.flatMap((each) => (each.user !== target ? [each] : wanted === null ? [] : [{ user: target, level: wanted }]))
          expect(members.some((each) => each.level === 'admin')).toBe(true)
        }
      }),
    )
  })

  it('names who is no member', () => expect(obstacleToLevel([], 'a', 'b', 'view')).toBe('party.member-unknown'))
  it('lets a delegation last a year', () => expect(latestEnd('2024-02-29')).toBe('2025-02-28'))
})

describe('the reach of memberships', () => {
  const one = fc.record({ enterprise: fc.constantFrom('E', 'F'), level, measure: fc.option(fc.constantFrom('m', 'n')) })
  it('is all measures with one membership for all of them, else those it was given for, and never another enterprise’s', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), level, (memberships, wanted) => {
        const enough = memberships.filter((each) => each.enterprise === 'E' && levels.indexOf(each.level) >= levels.indexOf(wanted))
        const reach = reachOf(memberships, 'E', wanted)
        if (enough.some(({ measure }) => measure === null)) expect(reach).toBe('all')
        else expect(new Set(reach)).toEqual(new Set(enough.map(({ measure }) => measure)))
      }),
    )
  })
})
