/** What became known or began or ended between two days. */
import { type Day, isIn } from '../../../core/dates.ts'
import type { Measure } from '../../../core/rule/tree.ts'
import type { Pack, PolicyDocument, Reading } from '../../../pack/pack.ts'
import { publishedOn, standsOn } from './known.ts'

export type Changes = {
  readonly readings: readonly Reading[]
  readonly documents: readonly PolicyDocument[]
  readonly begun: readonly Measure[]
  readonly ended: readonly Measure[]
}

/** Readings (as they stand at the end) and documents published, measures that came into force or ended, after `since` and up to `until`. A document dated by month or year alone is left out. */
export const changesBetween = (pack: Pack, since: Day, until: Day): Changes => {
  const inside = (day: Day | null): boolean => day !== null && isIn({ from: since, to: until }, day) && day !== since
  const measures = [...pack.measures.values()]
  return {
    readings: pack.readings.filter((each) => inside(publishedOn(each, pack)) && standsOn(each, pack, until)),
    documents: [...pack.documents.values()].filter((each) => each.issued?.length === 10 && inside(each.issued)),
    begun: measures.filter((each) => inside(each.inForce.from)),
    ended: measures.filter((each) => inside(each.inForce.to)),
  }
}

/** The newest documents, those of unknown date left out. */
export const newestDocuments = (pack: Pack, until: Day, count: number): readonly PolicyDocument[] =>
  [...pack.documents.values()]
    .filter((each) => each.issued !== null && each.issued <= until)
    .sort((a, b) => ((a.issued ?? '') < (b.issued ?? '') ? 1 : -1))
    .slice(0, count)

/** Measures in force on a day that end within the following days, the next to end first. */
export const endingSoon = (pack: Pack, day: Day, until: Day): readonly Measure[] =>
  [...pack.measures.values()]
    .filter(({ inForce }) => inForce.to !== null && isIn(inForce, day) && inForce.to <= until)
    .sort((a, b) => ((a.inForce.to ?? '') < (b.inForce.to ?? '') ? -1 : 1))
