/** What a meeting is about: targets, tasks and readings that changed, that are late, that wait for a decision. */
import type { App } from '../../app.ts'
import type { Who } from '../../kernel/who.ts'
import {
  type Due,
  measured,
  periodCode,
  type ReadingList,
  readingsDue,
  summaryOf,
  waitingReadings,
  wall,
} from '../../modules/plan/index.ts'
import { agenda } from '../../modules/worklist/index.ts'
import { waitingIn } from '../first-jobs.ts'
import { both } from '../portal/target-view.ts'
import { rowsOf } from './wall-view.ts'

/** Pages of which the agenda says more than how many things wait. */
const SPOKEN_OF: readonly string[] = ['/board', '/board/readings', '/board/worklist']

/** So many of those that wait are named; the rest is counted. */
const NAMED = 200

const readingsOf = (due: readonly Due[], { part, readings: waiting }: ReadingList) => ({
  /** How many periods are overdue, and which of each indicator, the oldest first. */
  overdue: due.filter(({ late }) => late).length,
  late: [
    ...Map.groupBy(
      due.filter(({ late }) => late),
      ({ indicator }) => indicator.id,
    ),
  ].flatMap(([id, own]) =>
    own[0]
      ? [
          {
            id,
            name: own[0].indicator.name,
            periods: own.map(({ period }) => both((language) => periodCode(period, language))),
            dueOn: own[0].dueOn,
          },
        ]
      : [],
  ),
  waiting: waiting.map((each) => ({
    id: each.id,
    indicator: each.indicator,
    name: each.declaration?.name ?? { zh: each.indicator, en: each.indicator },
    period: both((language) => periodCode(each.period, language)),
    value: both((language) => (each.declaration ? measured(each.value, each.declaration, language) : each.value)),
    by: each.entered,
    corrects: each.replaces,
  })),
  count: part.total,
})

export const meetingOf = async (app: App, who: Who, asked: { readonly since?: string }) => {
  const targets = await app.perform(who, wall, asked)
  const tasks = await app.perform(who, agenda, asked)
  const { city, title } = targets.pack
  return {
    city,
    plan: title,
    asOf: targets.asOf,
    since: targets.since,
    summary: summaryOf(targets.assessments),
    targets: rowsOf(targets),
    tasks,
    readings: readingsOf(await app.perform(who, readingsDue, {}), await app.perform(who, waitingReadings, { size: NAMED })),
    others: (await waitingIn(app, who, '/board')).filter(({ count, page }) => count > 0 && !SPOKEN_OF.includes(page)),
  }
}
export type Meeting = Awaited<ReturnType<typeof meetingOf>>
