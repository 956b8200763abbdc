import { describe, expect, it } from 'vitest'
import { timesIn } from './times.ts'

describe('an instant', () => {
  it('is shown by the clock and the calendar of the business time zone', () => {
    const { dayOf, minuteOf, secondOf } = timesIn('Asia/Shanghai')
    const instant = '2024-06-30T16:00:05.678Z'
    expect([dayOf(instant), minuteOf(instant), secondOf(new Date(instant))]).toEqual([
      '2024-07-01',
      '2024-07-01 00:00',
      '2024-07-01 00:00:05',
    ])
  })
})
