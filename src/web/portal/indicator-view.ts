/** What the page of an indicator shows, in both languages: an answer first, then everything it stands on. */
import type { Language } from '../../core/messages.ts'
import {
  type Assessment,
  categoryText,
  caveatOf,
  computedValue,
  difference,
  drawnScale,
  type IndicatorPage,
  type KnownReading,
  lampOf,
  METHOD_VERSION,
  measured,
  methodText,
  periodCode,
  periodsAhead,
  periodText,
  probabilityText,
  promised,
  publishedOn,
  reported,
  reportedIn,
  sentenceOf,
  shownNumber,
  speedText,
  unitIn,
  verdictOf,
} from '../../modules/plan/index.ts'
import { stageCountedBy } from '../../modules/project/index.ts'
import { both, chartOf } from './target-view.ts'

/** The promise a page speaks of: that of the plan, otherwise the latest one. */
export const mainOf = (assessments: readonly Assessment[]): Assessment | null =>
  assessments.find((each) => each.target.kind === 'plan') ?? assessments.at(-1) ?? null

/** Whether the pace so far says one thing and the forecast another. */
const pointsApart = (status: Assessment['status'], attain: number): boolean =>
  status === 'on-track' ? attain < 0.5 : ['accelerate', 'limited', 'moving-away'].includes(status) && attain >= 0.5

const answerOf = (main: Assessment) => {
  const { indicator, latest, due, distance, pace, needed, other, method, baseline, fan } = main
  const last = fan.at(-1)
  return {
    lamp: lampOf(main),
    verdict: verdictOf(main),
    caveat: caveatOf(main),
    sentence: sentenceOf(main),
    promise: both((language) => promised(main, language)),
    period: both((language) => periodText(main.target.period, language)),
    value: latest && both((language) => reported(latest, indicator, language)),
    when: latest && both((language) => periodText(latest.period, language)),
    /** The goal of a year that is not over: there is no value of the whole year yet. */
    isPending: main.reason === 'not-yet',
    distance: distance && both((language) => difference(distance, indicator, language)),
    due: due && both((language) => computedValue(due, indicator, language)),
    pace: pace && both((language) => speedText(pace, indicator, language)),
    needed: needed && both((language) => speedText(needed, indicator, language)),
    baseline:
      baseline &&
      both((language) =>
        language === 'zh'
          ? `${periodText(baseline.period, 'zh')} ${measured(baseline.value, indicator, 'zh')}`
          : `${measured(baseline.value, indicator, 'en')} in ${periodText(baseline.period, 'en')}`,
      ),
    method: method && methodText[method],
    ratio: main.ratio && shownNumber(main.ratio),
    other: other && { method: methodText[other.method], verdict: categoryText[other.category] },
    chance: last && { text: probabilityText(last.attain), percent: `${(last.attain * 100).toFixed(0)}%` },
    isApart: last ? pointsApart(main.status, last.attain) : false,
    fewPoints: latest !== null && fan.length === 0 && distance !== null,
  }
}

/** Who vouches for a value that was entered here, by their posts, and what it replaced. */
const enteredRow = (entered: NonNullable<KnownReading['entered']>, { indicator }: IndicatorPage) => ({
  by: entered.enteredBy,
  on: entered.enteredOn,
  approvedBy: entered.approvedBy,
  approvedOn: entered.approvedOn,
  provisional: entered.status === 'provisional',
  scope: entered.scope,
  oldDefinition: entered.definition === indicator.definition.zh ? null : entered.definition,
  replaces: entered.replaces && {
    value: both((language) => measured(entered.replaces?.value ?? '', indicator, language)),
    reason: entered.replaces.reason,
  },
})

const readingRow = (reading: KnownReading, page: IndicatorPage) => ({
  key: `${reading.series} ${reading.period} ${reading.source} ${reading.value}`,
  period: both((language) => periodCode(reading.period, language)),
  value: both((language) => reportedIn(reading, page.indicator, language)),
  series: reading.series,
  published: publishedOn(reading, page.pack),
  note: reading.note,
  source: page.pack.sources.get(reading.source) ?? null,
  entered: reading.entered ? enteredRow(reading.entered, page) : null,
})

const promiseRow = (each: Assessment, { pack }: IndicatorPage) => {
  const document = each.target.document === null ? undefined : pack.documents.get(each.target.document)
  const later = each.supersededBy?.document ? pack.documents.get(each.supersededBy.document) : undefined
  return {
    key: `${each.target.kind} ${each.target.period} ${each.target.value} ${each.target.source} ${each.target.document}`,
    period: both((language) => periodCode(each.target.period, language)),
    promise: both((language) => promised(each, language)),
    lamp: lampOf(each),
    verdict: verdictOf(each),
    caveat: caveatOf(each),
    note: each.target.note,
    document: document ? { id: document.id, title: document.title, issued: document.issued } : null,
    superseded: each.supersededBy
      ? {
          promise: both((language) => promised({ target: each.supersededBy ?? each.target, indicator: each.indicator }, language)),
          title: later?.title ?? null,
        }
      : null,
    source: pack.sources.get(each.target.source) ?? null,
  }
}

/** The numbers of the outlook for the table behind the chart. */
const outlookRows = ({ fan, target, latest, indicator }: Assessment, language: Language) => {
  if (!latest || fan.length === 0) return []
  const scale = drawnScale(indicator, language)
  const number = (value: number): string => (value * scale).toFixed(indicator.kind === 'count' ? 0 : 2)
  const periods = periodsAhead(latest.period, target.period, fan.length)
  return fan.map((each, index) => ({
    period: periods[index] ?? '',
    value: number(each.value),
    band50: `${number(each.band50.low)} – ${number(each.band50.high)}`,
    band80: `${number(each.band80.low)} – ${number(each.band80.high)}`,
  }))
}

export const indicatorView = (page: IndicatorPage) => {
  const { indicator, readings, assessments, pack } = page
  const main = mainOf(assessments)
  return {
    id: indicator.id,
    name: indicator.name,
    unit: both((language) => unitIn(indicator, language)),
    definition: indicator.definition,
    countsProjects: stageCountedBy(indicator.query) !== null && indicator.countedSince === null,
    origin: indicator.origin,
    asOf: page.asOf,
    known: page.known,
    method: METHOD_VERSION,
    pack: { version: pack.version, hash: pack.hash.slice(0, 12) },
    chart: { zh: chartOf(indicator, readings, main, 'zh'), en: chartOf(indicator, readings, main, 'en') },
    answer: main && answerOf(main),
    outlook: { zh: main ? outlookRows(main, 'zh') : [], en: main ? outlookRows(main, 'en') : [] },
    promises: assessments.toSorted((a, b) => (a.target.period < b.target.period ? -1 : 1)).map((each) => promiseRow(each, page)),
    readings: readings.toReversed().map((each) => readingRow(each, page)),
    related: indicator.related.flatMap((id) => {
      const other = pack.indicators.get(id)
      return other ? [{ id, name: other.name, definition: other.definition }] : []
    }),
    tasks: indicator.tasks.flatMap((id) => {
      const task = pack.tasks.get(id)
      return task ? [{ id, title: task.title }] : []
    }),
  }
}
export type IndicatorView = ReturnType<typeof indicatorView>
