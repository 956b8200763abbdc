/** What the home page shows: the targets as small multiples, and what is new. */
import { keptWith, type PlanOverview, reported, summaryOf } from '../../modules/plan/index.ts'
import { both, chartsOf, targetView } from './target-view.ts'

const newsOf = ({ pack, changes, newest, ending, since }: PlanOverview) => {
  const measure = (each: (typeof ending)[number]) => ({
    id: each.id,
    title: { zh: each.title, en: each.titleEnglish ?? each.title },
    from: each.inForce.from,
    to: each.inForce.to,
  })
  const document = ({ id, title, issued }: (typeof newest)[number]) => ({ id, title, issued })
  return {
    since,
    readings: changes.readings.flatMap((reading) => {
      const indicator = pack.indicators.get(reading.indicator)
      return indicator
        ? [
            {
              id: indicator.id,
              name: indicator.name,
              period: reading.period,
              value: both((language) => reported(reading, indicator, language)),
            },
          ]
        : []
    }),
    documents: changes.documents.map(document),
    begun: changes.begun.map(measure),
    ended: changes.ended.map(measure),
    newest: newest.map(document),
    ending: ending.map(measure),
  }
}
export type NewsView = ReturnType<typeof newsOf>

/** Kept with the overview it is made from, which the plan module keeps for an edition and a day. */
export const homeView = keptWith((page: PlanOverview) => ({
  city: page.pack.city,
  asOf: page.asOf,
  known: page.known,
  summary: summaryOf(page.plan),
  tiles: page.plan.map((each) => ({ ...targetView(each, page.pack), chart: chartsOf(each, page) })),
  annual: page.annual.length > 0 ? summaryOf(page.annual) : null,
  news: newsOf(page),
  measures: page.pack.measures.size,
  executable: [...page.pack.measures.values()].filter((measure) => measure.grade === 'executable').length,
}))
