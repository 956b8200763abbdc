import { Type } from 'typebox'
import { type Route, view } from '../../kernel/module.ts'
import type { Indicator } from '../../pack/pack.ts'
import { assessmentHistory } from './assessment/history.ts'
import { ComputationEntry } from './computation/contract.ts'
import { indicatorComputations } from './computation/published.ts'
import {
  AskIndicator,
  AskReadings,
  IndicatorData,
  IndicatorEntry,
  KeptAssessment,
  Overview,
  ReadingEntry,
  TargetEntry,
} from './contract.ts'
import { submissionRoutes } from './reading/submissions.ts'
import { readingEntry, targetEntry } from './rules/entry.ts'
import { indicatorPage, indicators, readings, targets } from './views.ts'

const indicatorEntry = ({ id, name, unit, kind, direction, origin, definition }: Indicator) => ({
  id,
  name,
  unit,
  kind,
  direction,
  origin,
  definition,
})

const listIndicators = view('plan.indicator-list', 'public', Type.Object({}), async (look) =>
  (await indicators.run(look, {})).map(indicatorEntry),
)
const oneIndicator = view('plan.indicator-data', 'public', AskIndicator, async (look, input) => {
  const page = await indicatorPage.run(look, input)
  return {
    indicator: indicatorEntry(page.indicator),
    asOf: page.asOf,
    known: page.known,
    targets: page.assessments.map(targetEntry),
    readings: page.readings.map(readingEntry),
  }
})
const listReadings = view('plan.reading-list', 'public', AskReadings, async (look, input) =>
  (await readings.run(look, input)).map(readingEntry),
)
const listTargets = view('plan.target-list', 'public', Overview, async (look, input) => (await targets.run(look, input)).map(targetEntry))

export const routes: readonly Route[] = [
  { on: 'GET /indicators', run: listIndicators, reply: Type.Array(IndicatorEntry), summary: { zh: '指标', en: 'Indicators' } },
  {
    on: 'GET /indicators/:id',
    run: oneIndicator,
    reply: IndicatorData,
    summary: { zh: '一项指标：目标、状态、全部数据', en: 'One indicator: targets, status, every reading' },
  },
  {
    on: 'GET /indicators/:id/assessments',
    run: assessmentHistory,
    reply: Type.Array(KeptAssessment),
    summary: { zh: '一项指标留存的全部评估', en: 'Every kept assessment of one indicator' },
  },
  {
    on: 'GET /indicators/:id/computations',
    run: indicatorComputations,
    reply: Type.Array(ComputationEntry),
    summary: {
      zh: '一项指标由本站记录算出的数：分子、分母、查询及版本',
      en: 'The readings of one indicator computed here: numerator, denominator, query and version',
    },
  },
  { on: 'GET /readings', run: listReadings, reply: Type.Array(ReadingEntry), summary: { zh: '报送值', en: 'Readings' } },
  {
    on: 'GET /targets',
    run: listTargets,
    reply: Type.Array(TargetEntry),
    summary: { zh: '目标及其状态', en: 'Targets with their status' },
  },
  ...submissionRoutes,
]
