import { beforeAll, describe, expect, it } from 'vitest'
import { freshApp } from '../../../test/site.ts'
import type { Who } from '../../kernel/who.ts'
import { arrangedYears, calendarYear } from './index.ts'

const visitor: Who = { kind: 'visitor' }
const { app } = await freshApp('wuhan')

describe('the calendar of the pack in service', () => {
  let years: readonly number[] = []
  beforeAll(async () => {
    years = (await app.perform(visitor, arrangedYears, {})).map(({ year }) => year)
  })

  it('names its years, the latest first, each with its notice', async () => {
    expect(years).toEqual(years.toSorted((a, b) => b - a))
    for (const { sources, off } of await app.perform(visitor, arrangedYears, {}))
      expect([sources.length > 0, off > 0]).toEqual([true, true])
  })

  it('shows a day under the year it lies in, whichever year arranged it', async () => {
    const { days, arranged } = await app.perform(visitor, calendarYear, { year: '2018' })
    expect(arranged).toBe(true)
    expect(days.filter(({ day }) => day >= '2018-12-01').map(({ day, kind, source }) => [day, kind, source.id])).toEqual([
      ['2018-12-29', 'working-day', 'holidays-2019'],
      ['2018-12-30', 'holiday', 'holidays-2019'],
      ['2018-12-31', 'holiday', 'holidays-2019'],
    ])
  })

  it('counts the working days of a year', async () => {
    // 260 days from Monday to Friday, less 27 of them off, with 7 weekend days worked.
    expect((await app.perform(visitor, calendarYear, { year: '2022' })).workingDays).toBe(249)
  })

  it('says that a year is not arranged', async () => {
    const { arranged, days, workingDays } = await app.perform(visitor, calendarYear, { year: String(years[0]! + 1) })
    expect([arranged, days, workingDays]).toEqual([false, [], 261])
  })
})
