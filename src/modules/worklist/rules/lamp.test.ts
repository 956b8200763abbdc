import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../core/dates.ts'
import type { TaskEvent } from './events.ts'
import { milestonesOf, standingOf } from './lamp.ts'
import { isQuarter, nextQuarter, quarterBefore, quarterOf, reportDueOn } from './quarters.ts'

const event = (number: number, kind: TaskEvent['kind'], on: Day, more: Partial<TaskEvent> = {}): TaskEvent => ({
  number,
  kind,
  on,
  user: null,
  department: null,
  due: null,
  period: null,
  complete: false,
  milestone: null,
  refers: null,
  ...more,
})
const assigned = event(1, 'assign', '2026-01-15', { department: 'd', due: '2026-12-31' })
const lampOn = (events: readonly TaskEvent[], today: Day) => standingOf([], events, today).lamp
const reported = (number: number, on: Day, period: string, more: Partial<TaskEvent> = {}) =>
  event(number, 'report', on, { period, ...more })

describe('the day a quarter is reported by', () => {
  it('is the 20th of the first month after it', () => {
    expect(reportDueOn('2026-Q1')).toBe('2026-04-20')
    expect(reportDueOn('2026-Q4')).toBe('2027-01-20')
    expect([quarterOf('2026-03-31'), nextQuarter('2026-Q4'), quarterBefore('2026-Q1')]).toEqual(['2026-Q1', '2027-Q1', '2025-Q4'])
    expect(['2026-Q4', '2026-Q5', '2026', ''].map(isQuarter)).toEqual([true, false, false, false])
  })
})

describe('the lamp', () => {
  it('is none before somebody is responsible', () => {
    expect(standingOf([], [], '2026-06-01')).toEqual({ lamp: null, late: [], caughtUp: [], open: [] })
  })

  it('is green until the end of the day a report is due, and red from the next', () => {
    expect(lampOn([assigned], '2026-04-20')).toBe('green')
    expect(lampOn([assigned], '2026-04-21')).toBe('red')
    expect(lampOn([assigned, reported(2, '2026-04-20', '2026-Q1')], '2026-04-21')).toBe('green')
  })

  it('is yellow once a late report came, and stays so however punctual the next ones are', () => {
    const late = [assigned, reported(2, '2026-04-21', '2026-Q1')]
    expect(lampOn(late, '2026-04-21')).toBe('yellow')
    expect(lampOn([...late, reported(3, '2026-07-01', '2026-Q2')], '2026-07-21')).toBe('yellow')
    expect(lampOn(late, '2026-07-21')).toBe('red')
  })

  it('does not take a report of another quarter for the one that is owed', () => {
    expect(lampOn([assigned, reported(2, '2026-04-10', '2026-Q2')], '2026-04-21')).toBe('red')
  })

  it('does not count a report that was sent back before its day', () => {
    const back = [assigned, reported(2, '2026-04-10', '2026-Q1'), event(3, 'return', '2026-04-15', { refers: 2 })]
    expect(lampOn(back, '2026-04-21')).toBe('red')
    expect(lampOn([...back, reported(4, '2026-04-18', '2026-Q1')], '2026-04-21')).toBe('green')
  })

  it('takes a task put off before its day as in time, and one put off after it as late', () => {
    const task = event(1, 'assign', '2026-04-15', { department: 'd', due: '2026-05-31' })
    const reports = [reported(2, '2026-05-01', '2026-Q2'), reported(3, '2026-05-02', '2026-Q1')]
    const extended = (on: Day) => [task, ...reports, event(4, 'extend', on, { due: '2026-06-30' })]
    expect(lampOn(extended('2026-05-31'), '2026-06-15')).toBe('green')
    expect(lampOn([task, ...reports], '2026-06-01')).toBe('red')
    expect(lampOn(extended('2026-06-01'), '2026-06-15')).toBe('yellow')
    expect(lampOn(extended('2026-05-31'), '2026-07-01')).toBe('red')
  })

  it('holds milestones that lie after the assignment to their day', () => {
    const milestones = [
      { number: 1, due: '2026-01-01' },
      { number: 2, due: '2026-02-28' },
    ]
    expect(standingOf(milestones, [assigned], '2026-02-28').lamp).toBe('green')
    expect(standingOf(milestones, [assigned], '2026-03-01').late.map(({ key }) => key)).toEqual(['milestone 2'])
    const met = [assigned, reported(2, '2026-02-20', '2026-Q1', { milestone: 2 })]
    expect(standingOf(milestones, met, '2026-03-01').lamp).toBe('green')
  })

  it('stays as it was when a task is closed', () => {
    const done = [assigned, reported(2, '2026-03-01', '2026-Q1', { complete: true }), event(3, 'close', '2026-03-10')]
    expect(lampOn(done, '2027-06-01')).toBe('green')
    expect(
      lampOn([assigned, reported(2, '2026-04-25', '2026-Q1', { complete: true }), event(3, 'close', '2026-05-01')], '2027-06-01'),
    ).toBe('yellow')
  })

  const days = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days))
  const anything = fc.record({
    kind: fc.constantFrom<TaskEvent['kind']>('assign', 'sign', 'report', 'return', 'review', 'extend', 'ask-extension', 'remind', 'close'),
    on: days,
    due: days,
    period: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'),
    complete: fc.boolean(),
    milestone: fc.constantFrom(null, 1, 2),
    refers: fc.integer({ min: 1, max: 12 }),
  })
  /** Histories as the database lets them be: days only go on, answers refer to what was before them, and nothing follows a closing. */
  const histories = fc.array(anything, { maxLength: 14 }).map((list) => {
    const sorted = list.toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const end = sorted.findIndex(({ kind }) => kind === 'close')
    return [
      assigned,
      ...(end < 0 ? sorted : sorted.slice(0, end + 1))
        .filter(({ on }) => on >= assigned.on)
        .map(({ kind, on, ...more }, index) =>
          event(index + 2, kind, on, {
            ...(kind === 'assign' || kind === 'extend' ? { due: more.due, department: 'd' } : {}),
            ...(kind === 'report' ? { period: more.period, complete: more.complete, milestone: more.milestone } : {}),
            ...(kind === 'return' || kind === 'review' ? { refers: Math.min(more.refers, index + 1) } : {}),
          }),
        ),
    ]
  })
  const milestones = [
    { number: 1, due: '2026-05-05' },
    { number: 2, due: '2026-09-09' },
  ]
  /** The lamp as it was seen on a day: with what had been done by then. */
  const seenOn = (events: readonly TaskEvent[], day: Day) =>
    standingOf(
      milestones,
      events.filter(({ on }) => on <= day),
      day,
    ).lamp

  it('is never green again, whatever is done', () => {
    fc.assert(
      fc.property(histories, days, days, (events, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        const before = seenOn(events, earlier)
        if (before === 'red' || before === 'yellow') expect(['red', 'yellow']).toContain(seenOn(events, later))
      }),
      { numRuns: 2000 },
    )
  })

  it('is red exactly as long as something is late', () => {
    fc.assert(
      fc.property(histories, days, (events, day) => {
        const { lamp, late, caughtUp } = standingOf(
          milestones,
          events.filter(({ on }) => on <= day),
          day,
        )
        expect(lamp === 'red').toBe(late.length > 0)
        if (lamp === 'green') expect(caughtUp).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('milestones', () => {
  it('are a day and a title on each line', () => {
    expect(milestonesOf('2026-06-30 一期投用\n2026-09-30 验收')).toEqual([
      { number: 1, due: '2026-06-30', title: '一期投用' },
      { number: 2, due: '2026-09-30', title: '验收' },
    ])
    expect(milestonesOf('')).toEqual([])
    expect([milestonesOf('六月 一期'), milestonesOf('2026-02-30 一期')]).toEqual([null, null])
  })
})
