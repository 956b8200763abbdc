import type { Module } from '../../kernel/module.ts'
import { assessDaily, keepAssessments } from './assessment/keep.ts'
import { atRisk } from './board.ts'
import { messages } from './messages.ts'
import { reminders } from './reading/remind.ts'
import { readingsToEnter, readingsWaiting } from './reading/views.ts'
import { recorded } from './recorded.ts'
import { routes } from './routes.ts'
import { migrations } from './tables.ts'

export { type AssessmentBehind, assessmentsBehind } from './assessment/behind.ts'
export { type AssessmentChange, assessmentChanges, assessmentHistory } from './assessment/history.ts'
export { keepAssessments } from './assessment/keep.ts'
export { type AssessmentFault, type AssessmentReport, verifyAssessments } from './assessment/verify.ts'
export { atRisk, type Wall, wall } from './board.ts'
export { type HowCounted, howCounted } from './computation/how-counted.ts'
export { proposeReading } from './computation/propose.ts'
export type { PublishedComputation } from './computation/published.ts'
export {
  type ComputationLine,
  type CountedParts,
  type CountedRow,
  computationFile,
  type KeptComputation,
  keptComputation,
  type LiveCount,
  liveCount,
  type OperationIndicator,
  operationIndicators,
  type QueryWords,
} from './computation/views.ts'
export type { AssessmentChanged, ReadingsApproved } from './contract.ts'
export { type DocumentEntry, type DocumentPage, documentPage, documents } from './documents.ts'
export { type DataPage, dataPage, download, downloadSheet } from './downloads.ts'
export { keptWith } from './kept.ts'
export { approveReadings, type DecidedReading, enterReading, enterReadings, returnReadings } from './reading/actions.ts'
export { type CheckedRow, tableProblemText } from './reading/checked.ts'
export { tableTextOf } from './reading/file.ts'
export { myReadings, type ReadingList, returnedReading, waitingIds, waitingReadings } from './reading/lists.ts'
export { type Hand, type ReadingVersionBehind, readingsBehind } from './reading/trail.ts'
export type { ReadingVersion } from './reading/versions.ts'
export {
  type EnterableIndicator,
  enterableIndicators,
  previewReadings,
  readingsDue,
  readingsTemplate,
  readingVersions,
} from './reading/views.ts'
export { elapsedShare } from './rules/annual.ts'
export { type Assessment, assess, assessAll, METHOD_VERSION } from './rules/assess.ts'
export { type BackTest, backTest } from './rules/backtest.ts'
export { choicesText, optionsOf, precisionText, statusText } from './rules/choices.ts'
export type { Due } from './rules/deadlines.ts'
export { targetEntry } from './rules/entry.ts'
export { isWhole, type KnownReading, publishedOn, readingsAsOf } from './rules/known.ts'
export {
  computedIn,
  computedValue,
  difference,
  drawnScale,
  growthText,
  measured,
  promised,
  reported,
  reportedIn,
  shownNumber,
  speedText,
  unitIn,
  valueIn,
  valueText,
} from './rules/measured.ts'
export { periodsAhead } from './rules/outlook.ts'
export { onPath } from './rules/path.ts'
export { periodCode, periodText } from './rules/periods.ts'
export { COLUMNS, type Column, type Typed } from './rules/proposed.ts'
export { isAtRisk, isRed, type Order, orders } from './rules/risk.ts'
export type { Change, ChangeKind } from './rules/since.ts'
export type { Category } from './rules/status.ts'
export { columnText, MOST_ROWS, NEEDED, type ReadTable, readTable, type Table } from './rules/table.ts'
export { INDICATORS_SHEET, READINGS_SHEET } from './rules/template.ts'
export { shownWaterfall, type Waterfall } from './rules/waterfall.ts'
export {
  categoryText,
  caveatOf,
  lampOf,
  methodText,
  probabilityText,
  reasonText,
  sentenceOf,
  summaryOf,
  verdictOf,
} from './rules/words.ts'
export { plannedBy, type YearProgress, yearProgress } from './rules/year.ts'
export { type SdmxAnswer, sdmxAvailability, sdmxData, sdmxStructure } from './sdmx.ts'
export { type IndicatorPage, indicatorPage, indicators, overview, type PlanOverview, readings } from './views.ts'

export const plan: Module = {
  name: 'plan',
  uses: ['edition', 'identity', 'office', 'notification'],
  migrations,
  messages,
  recorded,
  routes,
  hears: { 'edition.in-service': keepAssessments, 'plan.readings-approved': keepAssessments },
  jobs: [assessDaily, reminders],
  firstJobs: [
    ...[atRisk, readingsWaiting, readingsToEnter].map((view) => ({ room: 'board', view })),
    { room: 'office', view: readingsToEnter },
  ],
}
