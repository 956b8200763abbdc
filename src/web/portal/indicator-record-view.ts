/** What was said of an indicator's targets before, and how its forecasts would have fared. */
import {
  type assessmentHistory,
  backTest,
  type Category,
  categoryText,
  type IndicatorPage,
  periodText,
  promised,
} from '../../modules/plan/index.ts'
import type { Comparator, Indicator } from '../../pack/pack.ts'
import { both } from './target-view.ts'

type History = Awaited<ReturnType<typeof assessmentHistory.run>>

const lineOf = ({ id, on, target, from, category, definedBefore, ratio, method, inputHash }: History[number], indicator: Indicator) => ({
  id,
  on,
  promise: both(
    (language) =>
      `${periodText(target.period, language)}${language === 'zh' ? '：' : ': '}${promised({ target: { ...target, comparator: target.comparator as Comparator }, indicator }, language)}`,
  ),
  from: from === null || from === category ? null : categoryText[from as Category],
  category,
  definedBefore,
  verdict: categoryText[category as Category],
  ratio,
  method,
  hash: inputHash.slice(0, 12),
})

/** The history up to the day of knowledge, the latest first. */
export const recordView = ({ indicator, readings, known }: IndicatorPage, history: History) => {
  const lines = history.filter(({ on }) => on <= known).map((each) => lineOf(each, indicator))
  const change = lines.find(({ definedBefore }) => definedBefore !== null)
  return {
    lines,
    /** The last time that its definition was worded otherwise since a target was first judged. */
    redefined: change?.definedBefore ? { on: change.on, before: change.definedBefore } : null,
    backTest: backTest(indicator, readings),
  }
}
export type RecordView = ReturnType<typeof recordView>
