import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueOf, isOpen, needsReason, nextStep, obstacleToJudging, type Step, stateOf } from './correction.ts'

describe('a correction', () => {
  it('is due ten working days after it was received, holidays left out and worked weekends counted', () => {
    const days = new Map([
      ['2024-07-03', { kind: 'holiday' as const }],
      ['2024-07-13', { kind: 'working-day' as const }],
    ])
    expect(dueOf({ days: new Map(), years: [2024] }, '2024-07-01')).toEqual({ dueOn: '2024-07-15', provisional: false })
    expect(dueOf({ days: new Map([...days].slice(0, 1)), years: [2024] }, '2024-07-01').dueOn).toBe('2024-07-16')
    expect(dueOf({ days, years: [2024] }, '2024-07-01').dueOn).toBe('2024-07-15')
  })

  it('is due on a provisional day where no holidays are arranged yet', () =>
    expect(dueOf({ days: new Map(), years: [2023] }, '2024-07-01').provisional).toBe(true))

  it('needs a reason where a verdict goes against somebody', () => {
    const review = (verdict: 'accept' | 'refuse'): Step => ({ step: 'review', user: 'a', verdict })
    expect(needsReason('accept', [])).toBe(false)
    expect(needsReason('refuse', [])).toBe(true)
    expect(needsReason('accept', [review('refuse')])).toBe(true)
    expect(needsReason('accept', [review('accept')])).toBe(false)
  })

  it('is judged by two officers who are neither each other, nor the proposer, nor of the enterprise, whoever tries', () => {
    const people = ['a', 'b', 'c', 'd']
    const tries = fc.array(
      fc.record({ by: fc.constantFrom(...people), verdict: fc.constantFrom('accept' as const, 'refuse' as const), withdraw: fc.boolean() }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.subarray(people), tries, (proposedBy, insiders, all) => {
        let steps: readonly Step[] = []
        for (const { by, verdict, withdraw } of all) {
          const state = stateOf(steps)
          if (withdraw) {
            if (isOpen(state) && by === proposedBy) steps = [...steps, { step: 'withdraw', user: by, verdict: null }]
            continue
          }
          const officer = { id: by, enterprises: insiders.includes(by) ? ['E'] : [] }
          if (obstacleToJudging({ proposedBy, steps, enterprise: 'E' }, officer) === null)
            steps = [...steps, { step: nextStep(state)!, user: by, verdict }]
        }
        const judged = steps.filter(({ step }) => step !== 'withdraw').map(({ user }) => user)
        expect(new Set([proposedBy, ...judged]).size).toBe(judged.length + 1)
        expect(judged.some((user) => insiders.includes(user))).toBe(false)
        expect(steps.filter(({ step }) => step !== 'review').length).toBeLessThanOrEqual(1)
        const decided = steps.findIndex(({ step }) => step === 'decide')
        if (decided >= 0) expect(steps.slice(0, decided).some(({ step }) => step === 'review')).toBe(true)
      }),
    )
  })
})
