/** What the page of the plan shows: tree, goals of the years, later promises, documents. */

import type { Text } from '../../core/messages.ts'
import { keptWith, type PlanOverview, summaryOf } from '../../modules/plan/index.ts'
import type { Pack, PlanTask } from '../../pack/pack.ts'
import { targetView } from './target-view.ts'
import { yearViews } from './year-view.ts'

/** Who leads, in both languages; whoever is no department of the pack keeps the name of the source. */
const leadOf = (lead: string, pack: Pack): Text => ({
  zh: lead,
  en: lead
    .split('、')
    .map((name) => pack.departments.get(name)?.label.en ?? name)
    .join(', '),
})

const PLAN_KINDS: readonly string[] = ['plan', 'policy', 'work-list']

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
    lead: task.lead === null ? null : leadOf(task.lead, pack),
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
    years: yearViews(page.annual, page),
    later: page.later.map((each) => targetView(each, pack)),
    workLists: [...pack.documents.values()].filter((each) => listed.has(each.id)).map(({ id, title, note }) => ({ id, title, note })),
    documents: [...pack.documents.values()]
      .filter((each) => PLAN_KINDS.includes(each.kind) || pack.targets.some((target) => target.document === each.id))
      .map(({ id, title, number, issued }) => ({ id, title, number, issued })),
  }
})
export type PlanView = ReturnType<typeof planView>
