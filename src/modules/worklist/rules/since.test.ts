import { describe, expect, it } from 'vitest'
import type { Day } from '../../../core/dates.ts'
import type { TaskEvent } from './events.ts'
import { onDay, taskChanges } from './since.ts'

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
const between = (events: readonly TaskEvent[], since: Day, today: Day) => taskChanges(onDay([], events, since), onDay([], events, today))

describe('what became of a task between two days', () => {
  it('is nothing where nothing was done and nothing fell due', () => {
    expect(between([assigned], '2026-02-01', '2026-03-01')).toEqual([])
    expect(between([], '2026-02-01', '2026-03-01')).toEqual([])
  })

  it('is that it turned red when a report was missed, also where nobody did anything', () => {
    expect(between([assigned], '2026-04-20', '2026-04-21')).toEqual(['red'])
    expect(between([assigned], '2026-04-21', '2026-06-01')).toEqual([])
  })

  it('is that it was caught up with, handed on, put off or closed', () => {
    const caughtUp = [assigned, event(2, 'sign', '2026-01-20'), event(3, 'report', '2026-05-02', { period: '2026-Q1' })]
    expect(between(caughtUp, '2026-05-01', '2026-05-02')).toEqual(['yellow'])
    expect(between([assigned], '2026-01-14', '2026-01-15')).toEqual(['assigned'])
    const handedOn = [assigned, event(2, 'assign', '2026-02-02', { department: 'e', due: '2027-06-30' })]
    expect(between(handedOn, '2026-02-01', '2026-02-02')).toEqual(['assigned', 'put-off'])
    const closed = [
      assigned,
      event(2, 'sign', '2026-01-20'),
      event(3, 'report', '2026-03-01', { period: '2026-Q1', complete: true }),
      event(4, 'review', '2026-03-02', { refers: 3 }),
      event(5, 'close', '2026-03-03'),
    ]
    expect(between(closed, '2026-03-02', '2026-04-01')).toEqual(['closed'])
  })
})
