import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { bringIn } from './bring-in.ts'
import { TaskEntry } from './contract.ts'
import { messages } from './messages.ts'
import { tasksOnTime } from './operations.ts'
import { recorded } from './recorded.ts'
import { reminders } from './remind.ts'
import { scanEvidence } from './report.ts'
import { migrations } from './tables.ts'
import { lamps } from './turned-red.ts'
import { tasksToJudge, tasksToReport, worklistTasks } from './views.ts'

export { type Agenda, type AskedTask, agenda, type ChangedTask, type LateTask } from './agenda.ts'
export { acceptReport, answerExtension, assignTask, closeTask, returnReport } from './assign.ts'
export { bringIn, bringList, importList, type ListPreview, previewList } from './bring-in.ts'
export * from './contract.ts'
export { type ContributingTask, contributing } from './contributing.ts'
export { leadOf, type TaskOn, taskHistories, tasksOn } from './on-day.ts'
export { remind } from './remind.ts'
export { askExtension, type EvidenceHandedIn, reportTask, signTask } from './report.ts'
export { LIST_COLUMNS, SUPERVISION_FIELDS } from './rules/list.ts'
export { isQuarter, nextQuarter, quarterBefore, quarterOf } from './rules/quarters.ts'
export type { TaskChangeKind } from './rules/since.ts'
export { type Counts, coverSentence, type Summary, summaryOf as taskSummaryOf } from './rules/summary.ts'
export { lampText, owedText, stateText } from './rules/words.ts'
export { type TreeBranch, type TreePage, tree } from './tree.ts'
export { noteLamps } from './turned-red.ts'
export {
  type BoardPage,
  boardTasks,
  type Done,
  officeTasks,
  oneTask,
  type TaskLine,
  type TaskPage,
  taskEvidence,
  tasksToJudge,
  tasksToReport,
  type WorklistPage,
  worklistPage,
} from './views.ts'

export const worklist: Module = {
  name: 'worklist',
  uses: ['identity', 'edition', 'office', 'party', 'notification', 'plan'],
  migrations,
  messages,
  recorded,
  hears: { 'edition.in-service': bringIn, 'worklist.evidence-handed-in': scanEvidence },
  jobs: [reminders, lamps],
  firstJobs: [
    { room: 'board', view: tasksToJudge },
    { room: 'office', view: tasksToReport },
  ],
  operations: [tasksOnTime],
  routes: [
    {
      on: 'GET /worklist',
      run: worklistTasks,
      reply: Type.Array(TaskEntry),
      summary: { zh: '一年的公开任务及其进展', en: 'The public tasks of a year and where they stand' },
    },
  ],
}
