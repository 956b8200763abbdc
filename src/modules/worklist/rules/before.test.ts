import { describe, expect, it } from 'vitest'
import type { Progress } from '../../../pack/pack.ts'
import { eventsBefore } from './before.ts'
import { standingOf } from './lamp.ts'
import { obstacleTo, taskNow } from './task.ts'

const PLACE = { file: 'progress.csv', line: 1, column: 1, end: 1 }
const step = (day: string, kind: Progress['kind'], more: Partial<Progress> = {}): Progress => ({
  task: 'open-data',
  day,
  kind,
  department: null,
  due: null,
  period: null,
  complete: false,
  milestone: null,
  note: null,
  source: 'gazette',
  place: PLACE,
  ...more,
})
const departments = new Map([['市数据局', 'data']])
const assigned = step('2026-01-15', 'assign', { department: '市数据局', due: '2026-12-31' })
const steps = [
  assigned,
  step('2026-01-20', 'sign'),
  step('2026-04-15', 'report', { period: '2026-Q1' }),
  step('2026-04-18', 'return'),
  step('2026-05-02', 'report', { period: '2026-Q1' }),
  step('2026-05-06', 'review'),
]

describe('what was done before', () => {
  it('is numbered up to 0, and an answer names the last report or request before it', () => {
    const events = eventsBefore(steps, departments)
    expect(events.map(({ number, refers }) => [number, refers])).toEqual([
      [-5, null],
      [-4, null],
      [-3, null],
      [-2, -3],
      [-1, null],
      [0, -1],
    ])
    expect(taskNow(events)).toMatchObject({ state: 'underway', lead: 'data', due: '2026-12-31', openReport: null })
  })

  it('counts for the lamp: sent back before its day and late the second time is yellow, and red once the next quarter is missed', () => {
    const events = eventsBefore(steps, departments)
    expect(standingOf([], events, '2026-07-20').lamp).toBe('yellow')
    expect(standingOf([], events, '2026-07-21').lamp).toBe('red')
  })

  it('goes on here only with an assignment', () => {
    const now = taskNow(eventsBefore(steps, departments))
    expect(obstacleTo('report', now, false)).toBe('worklist.not-taken-over')
    expect(obstacleTo('assign', now, false)).toBe(null)
    expect(obstacleTo('report', now, true)).toBe(null)
  })

  it('has no lead where the department is not known here', () => {
    expect(taskNow(eventsBefore([assigned], new Map())).lead).toBe(null)
  })
})
