/** What the home page shows: the targets as small multiples, and what is new. */
import { keptWith, type PlanOverview, publishedOn, reported, summaryOf } from '../../modules/plan/index.ts'
import type { Pack, Reading } from '../../pack/pack.ts'
import { both, chartsOf, targetView } from './target-view.ts'

/** Of each indicator the reading of the newest period, the one published last first. */
export const latestOf = (readings: readonly Reading[], pack: Pack): readonly Reading[] => {
  const newest = [...Map.groupBy(readings, ({ indicator }) => indicator).values()].flatMap((own) =>
    own.toSorted((a, b) => (a.period < b.period ? 1 : -1)).slice(0, 1),
  )
  const day = (reading: Reading): string => publishedOn(reading, pack) ?? ''
  return newest.toSorted((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0))
}

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
    readings: latestOf(changes.readings, pack).flatMap((reading) => {
      const indicator = pack.indicators.get(reading.indicator)
      return indicator
        ? [
            {
              id: indicator.id,
              name: indicator.name,
              published: publishedOn(reading, pack),
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
