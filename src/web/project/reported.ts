/** What was reported and promised of an indicator for a year, to stand beside what the rule counts. */
import type { App } from '../../app.ts'
import type { Text } from '../../core/messages.ts'
import type { Who } from '../../kernel/who.ts'
import { indicatorPage, promised, reported } from '../../modules/plan/index.ts'

export type ReportedCount = { readonly values: readonly { readonly text: Text; readonly series: string }[]; readonly promised: Text | null }

export const reportedFor = async (app: App, who: Who, id: string, year: number): Promise<ReportedCount> => {
  const { indicator, readings, assessments } = await app.perform(who, indicatorPage, { id })
  const goal = assessments.find(({ target }) => target.period === String(year))
  return {
    values: readings
      .filter(({ period }) => period === String(year))
      .map((each) => ({ text: { zh: reported(each, indicator, 'zh'), en: reported(each, indicator, 'en') }, series: each.series })),
    promised: goal ? { zh: promised(goal, 'zh'), en: promised(goal, 'en') } : null,
  }
}

/** The same for several, in their order. */
export const reportedForAll = (app: App, who: Who, counts: readonly { readonly indicator: string }[], year: number) =>
  Promise.all(counts.map(({ indicator }) => reportedFor(app, who, indicator, year)))
