/** The planner's room: every promise at once, and what wants attention. */
import { Type } from 'typebox'
import { addMonths, type Day } from '../../core/dates.ts'
import { type View, view, type Waiting } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { packWithReadings } from './reading/known.ts'
import { type Assessment, assessAll } from './rules/assess.ts'
import { isAtRisk, type Order, orders } from './rules/risk.ts'
import { type Change, changesOf } from './rules/since.ts'
import { dayGiven } from './views.ts'

const PLANNER = { post: ['planner'] } as const

export type Wall = {
  readonly pack: Pack
  readonly asOf: Day
  readonly order: Order
  readonly assessments: readonly Assessment[]
  readonly since: Day
  /** What has changed after the day `since`, in the same order. */
  readonly changes: readonly Change[]
}

const AskWall = Type.Object({
  order: Type.Optional(Type.String({ maxLength: 20 })),
  since: Type.Optional(Type.String({ maxLength: 10, description: 'changes after this day; default: a month ago' })),
})

/** All promises as they stand today, in an order; that of risk where the name is none. A day to come is today. */
export const wall = view('plan.wall', PLANNER, AskWall, async (look, input): Promise<Wall> => {
  const pack = await packWithReadings(look)
  const order = input.order !== undefined && Object.hasOwn(orders, input.order) ? (input.order as Order) : 'risk'
  const asked = dayGiven(input.since, addMonths(look.today, -1))
  const since = asked < look.today ? asked : look.today
  const assessments = assessAll(pack, look.today, look.today).toSorted(orders[order])
  return { pack, asOf: look.today, order, assessments, since, changes: changesOf(assessAll(pack, since, since), assessments) }
})

const Nothing = Type.Object({})

/** How many promises that still stand will probably be missed unless something is done, and how many cannot be judged. */
export const atRisk: View<typeof Nothing, Waiting> = view('plan.at-risk', PLANNER, Nothing, async (look) => {
  const all = assessAll(await packWithReadings(look), look.today, look.today).filter(({ supersededBy }) => supersededBy === null)
  const [risky, silent] = [all.filter(isAtRisk).length, all.filter(({ status }) => status === 'not-assessable').length]
  return {
    count: risky + silent,
    text: {
      zh: `${risky} 个目标有风险，${silent} 个无法评估`,
      en: `${risky} ${risky === 1 ? 'target is' : 'targets are'} at risk, ${silent} cannot be assessed`,
    },
    page: '/board',
  }
})
