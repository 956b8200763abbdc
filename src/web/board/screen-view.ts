/** The slides of a meeting: targets that can be spoken of one by one, those without data together, the goals of the year, the tasks, what to decide. */
import type { App } from '../../app.ts'
import type { Who } from '../../kernel/who.ts'
import { wall } from '../../modules/plan/index.ts'
import { boardTasks, coverSentence } from '../../modules/worklist/index.ts'
import { decisionsOf } from './decisions.tsx'
import { fewOf } from './items.tsx'
import { meetingOf } from './meeting.ts'
import { talliesOf } from './tree-view.ts'
import { wallView } from './wall-view.ts'

/** So many of each fit on a slide and can be read from the other end of a table. */
const MOST = { late: 6, silent: 10, goals: 6 } as const

/** A list over as many slides as it takes. */
const slidesOf = <T>(list: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, index) => list.slice(index * most, (index + 1) * most))

export const screenOf = async (app: App, who: Who, asked: { readonly since?: string }) => {
  const meeting = await meetingOf(app, who, asked)
  const page = await app.perform(who, wall, { ...asked, order: 'risk' })
  const { rows, years, asOf, since } = wallView(page)
  const standing = rows.filter(({ superseded, kind }) => !superseded && kind !== 'annual')
  const [latest] = years
  const tasks = await app.perform(who, boardTasks, {})
  return {
    plan: meeting.plan,
    city: meeting.city,
    asOf,
    since,
    summary: meeting.summary,
    tallies: talliesOf(page.assessments.filter(({ supersededBy }) => supersededBy === null)),
    targets: standing.filter(({ now }) => now !== null),
    silent: slidesOf(
      standing.filter(({ now }) => now === null).map(({ key, name, code, promise }) => ({ key, name, code, promise })),
      MOST.silent,
    ),
    years: latest ? slidesOf(latest.rows, MOST.goals).map((own) => ({ ...latest, rows: own })) : [],
    tasks:
      tasks.year === null
        ? null
        : { year: tasks.year, summary: tasks.summary, sentence: coverSentence(tasks.summary, tasks.year, tasks.today) },
    late: fewOf(meeting.tasks.late, MOST.late),
    decisions: decisionsOf(meeting),
  }
}
export type ScreenView = Awaited<ReturnType<typeof screenOf>>
