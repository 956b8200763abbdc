import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { groundOf } from '../../../../test/database.ts'
import { postFor, postWith, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { appOf } from '../../../app.ts'
import { enterReading } from '../index.ts'
import { remind } from './remind.ts'

const { database } = await freshApp('xincheng', '2024-11-10T04:00:00Z')
const { db } = database
const OPERATOR = { kind: 'operator', name: 'test' } as const
const on = (day: string) => appOf(groundOf(database, `${day}T04:00:00Z`))
const remindOn = (day: string) => on(day).perform(OPERATOR, remind, {})

/** Who was told of what, and by when it is due. */
const told = async () =>
  (
    await sql<{ body: { user: string; params: { due: string; what: { zh: string; en: string } } } }>`select body from kernel_outbox
      where body ->> 'kind' = 'plan.readings-due-soon' order by id`.execute(db)
  ).rows.map(({ body: { user, params } }) => [user, params.due, params.what])

/** An officer of a department that the pack names. */
const officerOf = async (department: string) => {
  const person = await somebody(database, { name: department })
  await postFor(database, person, ['officer'], department)
  return person
}

it('reminds those who enter an indicator within three working days before it is due, once, and not once it is entered', async () => {
  const officer = await officerOf('市数据局')
  await officerOf('市经信局')
  // The reading of October is due on Wednesday 20 November.
  expect(await remindOn('2024-11-14')).toEqual({ reminded: 0 })
  expect(await remindOn('2024-11-15')).toEqual({ reminded: 1 })
  expect(await told()).toEqual([[officer.id, '2024-11-20', { zh: '审批用时（2024-10）', en: 'Days to approve (2024-10)' }]])
  expect(await remindOn('2024-11-18')).toEqual({ reminded: 0 })

  const planner = { ...(await somebody(database, { name: '规划' })), posts: [postWith('planner')] }
  await on('2024-12-10').perform(planner, enterReading, {
    indicator: 'approval_days',
    series: '市数据局',
    period: '2024-11',
    value: '15',
    title: '月报',
  })
  expect(await remindOn('2024-12-18')).toEqual({ reminded: 0 })
  expect((await told()).length).toBe(1)
})

it('reminds the planners where the pack names no department, of all that is due on a day together', async () => {
  const planner = await somebody(database, { name: '另一规划' })
  await postFor(database, planner, ['planner'])
  // Stations are due sixty days after the year.
  await remindOn('2025-02-26')
  expect((await told()).at(-1)).toEqual([
    planner.id,
    '2025-03-01',
    { zh: '每万人5G基站数（2024）', en: '5G stations per 10,000 people (2024)' },
  ])
})
