/** What the page of the plan shows: tree, goals of the years, later promises, documents. */
import { divide, exactOf, isZero, multiply, subtract } from '../../core/exact.ts'
import { type Assessment, difference, elapsedShare, keptWith, type PlanOverview, shownNumber, summaryOf } from '../../modules/plan/index.ts'
import type { PlanTask } from '../../pack/pack.ts'
import { both, targetView } from './target-view.ts'

const PLAN_KINDS: readonly string[] = ['plan', 'policy', 'work-list']

/** How much of a goal is done: a share of amounts and numbers, a difference of percentages. */
const doneOf = ({ latest, target, indicator }: Assessment) => {
  const [value, goal] = [exactOf(latest?.value ?? ''), exactOf(target.value)]
  if (value === null || goal === null || isZero(goal)) return null
  if (indicator.kind === 'level' || indicator.kind === 'count') return both(() => `${shownNumber(multiply(divide(value, goal), 100), 1)}%`)
  const gap = subtract(value, goal)
  return both((language) => `${shownNumber(gap).startsWith('-') ? '' : '+'}${difference(gap, indicator, language)}`)
}

/** Share of the year that had passed by the day, in percent: 0 before it, 100 after it. */
const elapsedPercent = (year: string, asOf: string): string =>
  asOf < `${year}-01-01` ? '0' : asOf > `${year}-12-31` ? '100' : shownNumber(multiply(elapsedShare(asOf), 100), 1)

const yearsOf = ({ annual, pack, asOf }: PlanOverview) =>
  [...new Set(annual.map((each) => each.target.period))].map((year) => {
    const own = annual.filter((each) => each.target.period === year)
    return {
      year,
      elapsed: elapsedPercent(year.slice(0, 4), asOf),
      summary: summaryOf(own),
      rows: own.map((each) => ({ ...targetView(each, pack), done: doneOf(each) })),
    }
  })

/** Kept with the overview it is made from, which the plan module keeps for an edition and a day. */
export const planView = keptWith((page: PlanOverview) => {
  const { pack } = page
  const measures = [...pack.measures.values()]
  const all = [...page.plan, ...page.annual]
  const listed = new Set([...pack.tasks.values()].filter((task) => task.kind === 'category').map((task) => task.document))
  const taskView = (task: PlanTask) => ({
    id: task.id,
    parent: task.parent,
    kind: task.kind,
    year: task.year,
    title: task.title,
    content: task.content,
    lead: task.lead,
    aims: all
      .filter((each) => each.indicator.tasks.includes(task.id) && (each.target.kind === 'plan' || task.kind === 'category'))
      .map((each) => targetView(each, pack)),
    measures: measures
      .filter((measure) => measure.tasks.includes(task.id))
      .map((measure) => ({ id: measure.id, title: { zh: measure.title, en: measure.titleEnglish ?? measure.title } })),
  })
  return {
    city: pack.city,
    asOf: page.asOf,
    known: page.known,
    summary: summaryOf(page.plan),
    goals: pack.goals.map((goal) => ({ id: goal.id, year: goal.year, text: goal.text, source: pack.sources.get(goal.source) ?? null })),
    tasks: [...pack.tasks.values()].map(taskView),
    years: yearsOf(page),
    later: page.later.map((each) => targetView(each, pack)),
    workLists: [...pack.documents.values()].filter((each) => listed.has(each.id)).map(({ id, title, note }) => ({ id, title, note })),
    documents: [...pack.documents.values()]
      .filter((each) => PLAN_KINDS.includes(each.kind) || pack.targets.some((target) => target.document === each.id))
      .map(({ id, title, number, issued }) => ({ id, title, number, issued })),
  }
})
export type PlanView = ReturnType<typeof planView>
