/** Tasks of a demonstration, taken on from where the pack leaves them: what late ones owe is caught up with, the others stand at every step. */
import type { App } from '../app.ts'
import { addDays } from '../core/dates.ts'
import type { Person } from '../kernel/who.ts'
import {
  acceptReport,
  askExtension,
  assignTask,
  boardTasks,
  closeTask,
  oneTask,
  quarterOf,
  reportTask,
  returnReport,
  signTask,
  type TaskLine,
} from '../modules/worklist/index.ts'

export type TaskPeople = {
  readonly officer: Person
  readonly department: { readonly id: string; readonly name: string }
  readonly planner: Person
}

const SAID = '演示 · demonstration'
const EVIDENCE = [{ name: '演示佐证.txt', bytes: new TextEncoder().encode(`${SAID}\n`) }]
const DAYS = 30

type Report = { readonly period?: string; readonly complete?: boolean; readonly milestone?: string }

/** Takes the tasks of the officer's department on. */
export const loadDemoTasks = async (app: App, { officer, department, planner }: TaskPeople): Promise<void> => {
  const { tasks, today } = await app.perform(planner, boardTasks, {})
  const take = async ({ id, due }: TaskLine): Promise<string> => {
    const until = due !== null && due >= today ? due : addDays(today, DAYS)
    await app.perform(planner, assignTask, { task: id, department: department.id, together: [], due: until, note: SAID })
    return id
  }
  const sign = async (task: TaskLine): Promise<string> => {
    const id = await take(task)
    await app.perform(officer, signTask, { task: id })
    return id
  }
  /** Reports; answers with the number by which the report is judged. */
  const report = async (task: string, { period = quarterOf(today), complete = false, milestone = '' }: Report = {}): Promise<number> => {
    await app.perform(officer, reportTask, { task, period, complete, milestone, note: SAID, evidence: EVIDENCE })
    return (await app.perform(planner, oneTask, { task })).openReport ?? 0
  }
  const accept = (task: string, number: number): Promise<void> => app.perform(planner, acceptReport, { task, report: number, note: SAID })
  const catchUp = async (task: TaskLine, most: number): Promise<void> => {
    const id = await sign(task)
    const { late } = await app.perform(planner, oneTask, { task: id })
    for (const { kind, key } of late.filter((each) => each.kind !== 'task').slice(0, most))
      await accept(id, await report(id, kind === 'quarter' ? { period: key } : { milestone: key.replace('milestone ', '') }))
  }
  const own = tasks.filter(({ namedLead, state }) => namedLead === department.name && state !== 'closed')
  const [some, whole] = own.filter(({ lamp }) => lamp === 'red')
  if (some) await catchUp(some, 1)
  if (whole) await catchUp(whole, Number.POSITIVE_INFINITY)
  /** One task for each step at which a task can stand. */
  const steps: readonly ((task: TaskLine) => Promise<unknown>)[] = [
    take,
    sign,
    async (task) => report(await sign(task)),
    async (task) => {
      const id = await sign(task)
      await app.perform(planner, returnReport, {
        task: id,
        report: await report(id),
        defects: `${SAID}：缺少完成数量\n${SAID}：佐证不是当季的`,
      })
    },
    async (task) => report(await sign(task), { complete: true }),
    async (task) => {
      const id = await sign(task)
      await accept(id, await report(id, { complete: true }))
      await app.perform(planner, closeTask, { task: id, note: SAID })
    },
    async (task) => {
      const id = await sign(task)
      const { due } = await app.perform(planner, oneTask, { task: id })
      await app.perform(officer, askExtension, { task: id, due: addDays(due ?? today, DAYS), reason: SAID })
    },
  ]
  const rest = own.filter(({ lamp }) => lamp !== 'red')
  for (const [index, step] of steps.entries()) {
    const task = rest[index]
    if (task) await step(task)
  }
}
