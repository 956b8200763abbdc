import { describe, expect, it } from 'vitest'
import type { EventKind, TaskEvent } from './events.ts'
import { obstacleTo, taskNow } from './task.ts'

const history = (...steps: readonly (readonly [EventKind, Partial<TaskEvent>?])[]): readonly TaskEvent[] =>
  steps.map(([kind, more = {}], index) => ({
    number: index + 1,
    kind,
    on: '2026-02-01',
    user: null,
    department: kind === 'assign' ? 'd' : null,
    due: null,
    period: null,
    complete: false,
    milestone: null,
    refers: null,
    ...more,
  }))

const DONE = ['report', { complete: true }] as const

describe('a task', () => {
  it.each([
    ['unassigned', history()],
    ['assigned', history(['assign'])],
    ['underway', history(['assign'], ['sign'])],
    ['underway', history(['assign'], ['sign'], ['report'])],
    ['done', history(['assign'], ['sign'], DONE)],
    ['returned', history(['assign'], ['sign'], DONE, ['return', { refers: 3 }])],
    ['reviewed', history(['assign'], ['sign'], DONE, ['review', { refers: 3 }])],
    ['assigned', history(['assign'], ['sign'], ['assign', { department: 'e' }])],
    ['closed', history(['assign'], ['sign'], DONE, ['review', { refers: 3 }], ['close'])],
  ] as const)('is %s after what was done with it', (state, events) => {
    expect(taskNow(events).state).toBe(state)
  })

  it('is led by the department it was last given to, and by no other', () => {
    expect(taskNow(history(['assign'], ['assign', { department: 'e' }])).lead).toBe('e')
  })

  it.each([
    ['worklist.closed', 'report', history(['assign'], ['sign'], DONE, ['review', { refers: 3 }], ['close'])],
    ['worklist.not-assigned', 'sign', history()],
    ['worklist.signed', 'sign', history(['assign'], ['sign'])],
    ['worklist.not-signed', 'report', history(['assign'])],
    ['worklist.report-open', 'report', history(['assign'], ['sign'], ['report'])],
    ['worklist.no-report', 'return', history(['assign'], ['sign'], ['report'], ['review', { refers: 3 }])],
    ['worklist.not-done', 'close', history(['assign'], ['sign'], ['report'], ['review', { refers: 3 }])],
    ['worklist.request-open', 'ask-extension', history(['assign'], ['sign'], ['ask-extension'])],
    ['worklist.no-request', 'extend', history(['assign'], ['sign'], ['ask-extension'], ['refuse-extension', { refers: 3 }])],
    [null, 'assign', history(['assign'])],
    [null, 'remind', history(['assign'])],
    [null, 'close', history(['assign'], ['sign'], DONE, ['review', { refers: 3 }])],
  ] as const)('meets %s on the way to %s', (code, kind, events) => {
    expect(obstacleTo(kind, taskNow(events))).toBe(code)
  })
})
