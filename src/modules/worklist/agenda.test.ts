import { expect, it } from 'vitest'
import { groundOf } from '../../../test/database.ts'
import { postFor, somebody } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { appOf } from '../../app.ts'
import { addDays } from '../../core/dates.ts'
import { dayIn } from '../../kernel/config.ts'
import type { Role } from '../../kernel/who.ts'
import { agenda, askExtension, assignTask, boardTasks, bringList, importList, quarterOf, reportTask, signTask } from './index.ts'

// The database's own clock stands behind every event, so these people live today; the meeting is later.
const NOW = new Date().toISOString()
const today = dayIn('Asia/Shanghai', new Date(NOW))
const { app, database } = await freshApp('xincheng', NOW)
const meeting = addDays(today, 400)
const later = appOf(groundOf(database, `${meeting}T04:00:00Z`))
const holding = async (...roles: Role[]) => {
  const who = await somebody(database, { at: NOW })
  return { ...who, posts: [await postFor(database, who, roles)] }
}
const [planner, officer] = [await holding('planner'), await holding('officer')]
const department = officer.posts[0]!.department

const { id: list } = await app.perform(planner, bringList, {
  year: '2031',
  name: '清单.csv',
  bytes: new TextEncoder().encode('编号,类别,任务\n1,数据,甲\n2,数据,乙\n3,数据,丙\n'),
})
await app.perform(planner, importList, { list })
const [first, second] = (await app.perform(planner, boardTasks, { year: '2031' })).tasks.map(({ id }) => id)
const due = addDays(today, 390)
for (const task of [first!, second!]) {
  await app.perform(planner, assignTask, { task, department, together: [], due, note: '' })
  await app.perform(officer, signTask, { task })
}
await app.perform(officer, askExtension, { task: first!, due: addDays(today, 500), reason: '设备未到' })
await app.perform(officer, reportTask, {
  task: second!,
  period: quarterOf(today),
  complete: false,
  milestone: '',
  note: '进展',
  evidence: [],
})

it('holds what has changed since a day, what is late and what is to be decided', async () => {
  const page = await later.perform(planner, agenda, { since: today })
  expect(page).toMatchObject({ today: meeting, since: today, added: 0, unassigned: 2, closing: [] })
  expect(page.changes.map(({ number, kinds }) => [number, kinds])).toEqual([
    ['1', ['red']],
    ['2', ['red']],
  ])
  expect(page.late.map(({ number }) => number)).toEqual(['1', '2'])
  expect(page.late[0]?.late).toContainEqual({ key: 'task 1', kind: 'task', due })
  expect(page.requests).toMatchObject([{ number: '1', asked: { on: today, due: addDays(today, 500), reason: '设备未到' } }])
  expect(page.reports.map(({ number }) => number)).toEqual(['2'])
})

it('counts what was added and assigned from the day before on, and looks a month back where no day is chosen', async () => {
  const page = await app.perform(planner, agenda, { since: addDays(today, -1) })
  expect(page.added).toBe(4)
  expect(page.changes.map(({ kinds }) => kinds)).toEqual([['assigned'], ['assigned']])
  expect(page.late).toEqual([])
  expect((await app.perform(planner, agenda, { since: '2099-01-01' })).since).toBe(today)
  expect((await app.perform(planner, agenda, {})).since < today).toBe(true)
  await expect(app.perform(planner, agenda, { since: 'soon' })).rejects.toMatchObject({ code: 'worklist.day' })
})

it('is for planners alone', async () => {
  await expect(app.perform(officer, agenda, {})).rejects.toMatchObject({ code: 'kernel.forbidden' })
})
