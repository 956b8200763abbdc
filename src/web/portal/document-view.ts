/** What the page of a document shows: its structure, our summaries, and where each sentence takes effect. */
import type { Section } from '../../core/rule/tree.ts'
import { type DocumentPage, measured, periodText } from '../../modules/plan/index.ts'
import { both, targetView } from './target-view.ts'

/** How many blocks of each kind stand under a sentence. */
const effectOf = ({ blocks }: Section) => {
  const count = (kind: string): number => blocks.filter((block) => block.kind === kind).length
  return {
    parameters: count('params'),
    rules: count('rule') + count('table'),
    judgements: count('judgement'),
    missing: count('missing'),
    cases: count('cases'),
  }
}

const measureView = (measure: DocumentPage['measures'][number]) => ({
  id: measure.id,
  title: { zh: measure.title, en: measure.titleEnglish ?? measure.title },
  clause: measure.clause,
  grade: measure.grade,
  sections: measure.sections.map((section) => ({
    anchor: section.anchor,
    clause: section.clause,
    effect: effectOf(section),
  })),
})

/** Measures by the part of the document they stand in, in its order; a document without parts has one. */
const partsOf = ({ measures }: DocumentPage) =>
  [...new Set(measures.map((each) => each.part))]
    .toSorted((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map((part) => ({ part, measures: measures.filter((each) => each.part === part).map(measureView) }))

export const documentView = (page: DocumentPage) => {
  const { pack, document } = page
  const { place: _place, sources: _sources, ...own } = document
  const named = ({ id, title }: DocumentPage['document']) => ({ id, title })
  return {
    ...own,
    sources: page.sources,
    replaces: page.replaces && named(page.replaces),
    replacedBy: page.replacedBy.map(named),
    goals: page.goals.map(({ id, year, text }) => ({ id, year, text })),
    promises: page.promises.map((each) => targetView(each, pack)),
    tasks: page.tasks.map(({ id, parent, title, content }) => ({ id, parent, title, content })),
    parts: partsOf(page),
    readings: page.readings.flatMap((reading) => {
      const indicator = pack.indicators.get(reading.indicator)
      return indicator
        ? [
            {
              key: `${reading.indicator} ${reading.series} ${reading.period}`,
              id: indicator.id,
              name: indicator.name,
              period: both((language) => periodText(reading.period, language)),
              value: both((language) => measured(reading.value, indicator, language)),
            },
          ]
        : []
    }),
  }
}
export type DocumentView = ReturnType<typeof documentView>
