import { describe, expect, it } from 'vitest'
import { freshApp } from '../../test/site.ts'
import { demo } from '../app.ts'
import { indicatorPage, keptComputation, operationIndicators, readingsDue, waitingReadings } from '../modules/plan/index.ts'
import { boardProjects } from '../modules/project/index.ts'
import { boardTasks, oneTask, worklistPage } from '../modules/worklist/index.ts'
import { demoPerson, loadDemoAccounts } from './demo-accounts.ts'
import { loadDemoMatters } from './demo-matters.ts'

const operator = { kind: 'operator', name: 'test' } as const
const visitor = { kind: 'visitor' } as const

const demonstration = async (pack: 'sample' | 'wuhan') => {
  const { app } = await freshApp(pack, new Date().toISOString())
  await demo(app, 3, 1, 'test')
  const { users } = await loadDemoAccounts(app, 'test')
  await loadDemoMatters(app, users)
  const planner = await app.perform(operator, demoPerson, { user: users.get('demo-planner') ?? '' })
  return { app, planner }
}

describe('a demonstration of the sample city', async () => {
  const { app, planner } = await demonstration('sample')

  it('has the readings of what was due, entered and approved by two people, one sent back, one waiting', async () => {
    const due = await app.perform(planner, readingsDue, {})
    const { readings: waiting } = await app.perform(planner, waitingReadings, {})
    expect(waiting.map(({ state, own }) => [state, own])).toEqual(Array(2).fill(['waiting', false]))
    expect(waiting.filter(({ computation }) => computation !== null)).toHaveLength(1)
    // What was sent back is due again; an indicator that never had a value stays due.
    expect(due.map(({ indicator }) => indicator.id).filter((id) => id !== 'patents')).toHaveLength(1)
    const { readings } = await app.perform(visitor, indicatorPage, { id: 'online_rate' })
    const entered = readings.flatMap((each) => each.entered ?? [])
    expect(entered.length).toBeGreaterThan(2)
    expect(entered.filter(({ enteredBy, approvedBy }) => enteredBy.zh === approvedBy.zh)).toEqual([])
  })

  it('keeps a rate what its numerator and denominator give', async () => {
    const of = async (id: string) =>
      new Map((await app.perform(visitor, indicatorPage, { id })).readings.map(({ period, value }) => [period, Number(value)]))
    const [rates, online, all] = [await of('online_rate'), await of('online_cases'), await of('all_cases')]
    for (const [period, rate] of rates) {
      const [above, below] = [online.get(period), all.get(period)]
      if (above !== undefined && below !== undefined) expect(Math.abs((above * 100) / below - rate), period).toBeLessThan(0.11)
    }
  })

  it('has tasks at every step and of every lamp, and nothing that was done is dated back', async () => {
    const { tasks, today } = await app.perform(planner, boardTasks, {})
    expect(new Set(tasks.map(({ state }) => state))).toEqual(new Set(['unassigned', 'assigned', 'underway', 'done', 'returned', 'closed']))
    expect(new Set(tasks.map(({ lamp }) => lamp))).toEqual(new Set([null, 'green', 'yellow', 'red']))
    expect(new Set(tasks.map(({ waits }) => waits))).toEqual(new Set([null, 'assign', 'review', 'extend']))
    for (const { id } of tasks)
      for (const done of (await app.perform(planner, oneTask, { task: id })).history) if (done.number > 0) expect(done.on).toBe(today)
  })

  it('says the same numbers to the public and to planners', async () => {
    const [open, board] = [await app.perform(visitor, worklistPage, {}), await app.perform(planner, boardTasks, {})]
    expect(open.summary).toEqual(board.summary)
    expect(open.hidden).toBe(0)
  })

  it('has values that were counted from its own records, with everything that was looked at', async () => {
    const list = await app.perform(planner, operationIndicators, {})
    const counted = list.flatMap(({ computations }) => computations)
    expect(counted.length).toBeGreaterThan(3)
    expect(counted.filter(({ state }) => state === 'waiting')).toHaveLength(1)
    const kept = await app.perform(planner, keptComputation, { computation: counted[0]!.id })
    expect(kept.rows.length).toBeGreaterThan(10)
    expect(kept.since?.rows).toEqual([])
  })

  it('has a stage of a project that was confirmed, and one that waits', async () => {
    const { projects, today } = await app.perform(planner, boardProjects, {})
    expect(projects.filter(({ stages }) => Object.values(stages).includes(today))).toHaveLength(1)
    expect(projects.filter(({ waits }) => waits !== null)).toHaveLength(1)
  })
})

describe('a demonstration of a real city', () => {
  it('claims nothing about its tasks, readings and projects', async () => {
    const { app, planner } = await demonstration('wuhan')
    expect((await app.perform(planner, waitingReadings, {})).readings).toEqual([])
    expect(new Set((await app.perform(planner, boardTasks, {})).tasks.map(({ state }) => state))).toEqual(new Set(['unassigned']))
    expect((await app.perform(planner, boardProjects, {})).projects).toEqual([])
  })
})
