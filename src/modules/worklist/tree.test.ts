import { expect, it } from 'vitest'
import { personWith, postFor, somebody } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { wall } from '../plan/index.ts'
import { boardTasks, bringList, importList, tree } from './index.ts'

const { app, database } = await freshApp('xincheng')
const who = await somebody(database)
const planner = { ...who, posts: [await postFor(database, who, ['planner'])] }

const { id: list } = await app.perform(planner, bringList, {
  year: '2031',
  name: '清单.csv',
  bytes: new TextEncoder().encode('编号,类别,任务,责任单位,完成时限\n1,数据,甲,市数据局、市经信局,2099-06-30\n2,数据,乙,各有关单位,\n'),
})
await app.perform(planner, importList, { list })

it('puts every target and every task of a year under one head, and what nobody answers for under its own', async () => {
  const { branches, by, year, years } = await app.perform(planner, tree, {})
  expect([by, year, years]).toEqual(['department', 2031, [2031, 2025]])
  const { assessments } = await app.perform(planner, wall, {})
  expect(branches.flatMap(({ targets }) => targets)).toHaveLength(assessments.length)
  expect(branches.flatMap(({ leads }) => leads)).toHaveLength((await app.perform(planner, boardTasks, { year: '2031' })).tasks.length)
  const named = (name: string) => branches.find((branch) => branch.name?.zh === name)
  expect(named('市数据局')).toMatchObject({ kind: 'unit', leads: [{ number: '1' }], counts: { all: 1, green: 1 } })
  expect(named('市数据局')?.targets.map(({ indicator }) => indicator.id)).toEqual(['approval_days'])
  expect(named('市经信局')).toMatchObject({ leads: [], joins: [{ number: '1' }] })
  expect(branches.at(-1)).toMatchObject({ kind: 'none', name: null, leads: [{ number: '2' }], counts: { all: 1, unassigned: 1 } })
})

it('puts the same under districts, with those of the city apart', async () => {
  const { branches, by, pack } = await app.perform(planner, tree, { by: 'district', year: '2031' })
  expect(by).toBe('district')
  const districts = [...pack.districts.values()].filter(({ kind }) => kind === 'district' || kind === 'zone')
  expect(branches.filter(({ kind }) => kind === 'unit').map(({ name }) => name?.zh)).toEqual(districts.map(({ name }) => name))
  expect(branches.find(({ kind }) => kind === 'others')).toMatchObject({ leads: [{ number: '1' }] })
})

it('takes a lead that only the public text names, as long as nobody leads', async () => {
  const { branches } = await app.perform(planner, tree, { year: '2025', by: 'no such' })
  expect(branches.find(({ leads }) => leads.length > 0)).toMatchObject({ name: { zh: '市数据局' }, counts: { all: 1, unassigned: 1 } })
})

it('is for planners alone', async () => {
  await expect(app.perform(personWith(), tree, {})).rejects.toMatchObject({ code: 'kernel.forbidden' })
})
