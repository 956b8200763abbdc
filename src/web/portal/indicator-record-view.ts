/** What was said of an indicator's targets before, and how its forecasts would have fared. */
import { type assessmentHistory, backTest, type Category, categoryText, type IndicatorPage, periodText } from '../../modules/plan/index.ts'
import { both } from './target-view.ts'

type History = Awaited<ReturnType<typeof assessmentHistory.run>>

const lineOf = ({ id, on, target, from, category, ratio, method, inputHash }: History[number]) => ({
  id,
  on,
  promise: both((language) => `${periodText(target.period, language)} ${target.comparator} ${target.value}`),
  from: from === null || from === category ? null : categoryText[from as Category],
  category,
  verdict: categoryText[category as Category],
  ratio,
  method,
  hash: inputHash.slice(0, 12),
})

/** The history up to the day of knowledge, the latest first. */
export const recordView = ({ indicator, readings, known }: IndicatorPage, history: History) => ({
  lines: history.filter(({ on }) => on <= known).map(lineOf),
  backTest: backTest(indicator, readings),
})
export type RecordView = ReturnType<typeof recordView>
