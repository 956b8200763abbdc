import { expect, it } from 'vitest'
import { postFor, somebody } from '../../../test/people.ts'
import { freshApp } from '../../../test/site.ts'
import { boardTasks, bringList, contributing, importList, oneTask } from './index.ts'

const { app, database } = await freshApp('xincheng')
const who = await somebody(database)
const planner = { ...who, posts: [await postFor(database, who, ['planner'])] }
const visitor = { kind: 'visitor' } as const

const { id: list } = await app.perform(planner, bringList, {
  year: '2031',
  name: '清单.csv',
  bytes: new TextEncoder().encode(
    '编号,类别,任务,公开,指标,措施\n1,数据,甲,是,stations、cloud_firms,cloud-voucher\n2,数据,乙,否,stations,cloud-voucher\n3,数据,丙,是,cloud_firms,\n',
  ),
})
await app.perform(planner, importList, { list })

it('shows everybody the public tasks that name an indicator or a measure, with all that they name', async () => {
  expect(await app.perform(visitor, contributing, { indicator: 'stations' })).toMatchObject([
    { number: '1', lamp: null, indicators: ['stations', 'cloud_firms'], measures: ['cloud-voucher'] },
  ])
  expect((await app.perform(visitor, contributing, { indicator: 'cloud_firms' })).map(({ number }) => number)).toEqual(['1', '3'])
  expect((await app.perform(visitor, contributing, { measure: 'cloud-voucher' })).map(({ number }) => number)).toEqual(['1'])
})

it('shows nothing for what no task names, and nothing where nothing is asked', async () => {
  for (const asked of [{ indicator: 'core_share' }, { measure: 'stations' }, { indicator: '' }, {}])
    expect(await app.perform(visitor, contributing, asked)).toEqual([])
})

it('never shows a task that is not public', async () => {
  const { tasks } = await app.perform(planner, boardTasks, { year: '2031' })
  const hidden = tasks.find(({ number }) => number === '2')
  expect((await app.perform(planner, oneTask, { task: hidden?.id ?? '' })).indicators).toEqual(['stations'])
  expect(JSON.stringify(await app.perform(planner, contributing, { indicator: 'stations' }))).not.toContain('乙')
})
