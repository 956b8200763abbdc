import { catalogue, fill, type Params } from '../../core/messages.ts'
import { type FieldProblem, failing, failingAt } from '../../kernel/failure.ts'

export const messages = catalogue({
  'worklist.task-unknown': {
    kind: 'unknown',
    zh: '没有这项任务，或者它不归您的部门牵头。',
    en: 'There is no such task, or your department does not lead it.',
  },
  'worklist.closed': { kind: 'conflict', zh: '这项任务已经销号。', en: 'This task has been closed.' },
  'worklist.not-assigned': {
    kind: 'refused',
    zh: '这项任务还没有牵头单位。请先交办。',
    en: 'No department leads this task yet. Assign it first.',
  },
  'worklist.not-taken-over': {
    kind: 'refused',
    zh: '这项任务以前的经过来自数据包。请规划岗位先交办一次，再在这里继续办理。',
    en: 'What was done with this task so far is told by the pack. A planner assigns it once more; then it goes on here.',
  },
  'worklist.signed': { kind: 'conflict', zh: '这项任务已经签收。', en: 'This task has been signed for already.' },
  'worklist.not-signed': { kind: 'refused', zh: '请先签收这项任务。', en: 'Sign for this task first.' },
  'worklist.report-open': {
    kind: 'conflict',
    zh: '上一份报告还没有审核，请等待审核结果。',
    en: 'The last report has not been looked at yet; wait for its result.',
  },
  'worklist.no-report': {
    kind: 'conflict',
    zh: '没有待审核的报告，可能刚刚被别人审核过。',
    en: 'No report waits to be looked at; somebody may just have done it.',
  },
  'worklist.not-done': {
    kind: 'refused',
    zh: '只有审核通过的完成报告才能销号。',
    en: 'A task is closed only after a report of its completion was accepted.',
  },
  'worklist.no-evidence': {
    kind: 'refused',
    zh: '完成报告须附佐证材料，否则不能销号。',
    en: 'A report of completion needs evidence; without it the task cannot be closed.',
  },
  'worklist.request-open': {
    kind: 'conflict',
    zh: '已有一项延期申请在等待答复。',
    en: 'A request for more time is waiting for its answer already.',
  },
  'worklist.no-request': { kind: 'conflict', zh: '没有等待答复的延期申请。', en: 'No request for more time waits for an answer.' },
  'worklist.fields': { kind: 'invalid', zh: '有 {count} 处需要改正。', en: 'Places to mend: {count}.' },
  'worklist.department-unknown': { kind: 'invalid', zh: '请选择一个在用的部门。', en: 'Choose a department that is open.' },
  'worklist.day': { kind: 'invalid', zh: '请写日期，如 2026-06-30。', en: 'Give a day, such as 2026-06-30.' },
  'worklist.day-past': { kind: 'invalid', zh: '这一天已经过去。', en: 'This day has passed.' },
  'worklist.day-earlier': {
    kind: 'invalid',
    zh: '延期后的日期应晚于现在的时限 {due}。',
    en: 'The new day lies after the present one, {due}.',
  },
  'worklist.text-missing': { kind: 'invalid', zh: '请写明内容。', en: 'Say what it is.' },
  'worklist.period': {
    kind: 'invalid',
    zh: '“{period}”不能报告：请选择本季度或已过去的季度。',
    en: '"{period}" cannot be reported: choose this quarter or one that has passed.',
  },
  'worklist.milestone-unknown': { kind: 'invalid', zh: '这项任务没有这个节点。', en: 'The task has no such milestone.' },
  'worklist.year': { kind: 'invalid', zh: '请写年份，如 2026。', en: 'Give a year, such as 2026.' },
  'worklist.list-csv': {
    kind: 'invalid',
    zh: '“{name}”既不是 Excel 工作簿（.xlsx），也不是 CSV（UTF-8）。',
    en: '"{name}" is neither an Excel workbook (.xlsx) nor CSV (UTF-8).',
  },
  'worklist.list-unknown': { kind: 'unknown', zh: '没有这份清单。', en: 'There is no such list.' },
  'worklist.list-wrong': {
    kind: 'refused',
    zh: '清单有 {count} 处不对，一项也没有导入。请改好后重新上传。',
    en: 'Nothing was imported. Places to mend before uploading again: {count}.',
  },
  'worklist.evidence-unknown': {
    kind: 'unknown',
    zh: '没有这份材料，或者它不在您可以看到的范围内。',
    en: 'There is no such file, or not within what you may see.',
  },
  'worklist.evidence-held': {
    kind: 'refused',
    zh: '材料尚未通过病毒扫描（{scan}），暂不能下载。',
    en: 'The file has not passed the virus scan ({scan}) and cannot be downloaded.',
  },
})
export const fail = failing(messages)
export const failAt = failingAt(messages)

/** What is wrong in one field of a form. */
export const wrongField = <Code extends keyof typeof messages>(
  field: string,
  code: Code,
  params: Params<(typeof messages)[Code]['zh']>,
): FieldProblem => ({ field, code, message: { zh: fill(messages[code].zh, params), en: fill(messages[code].en, params) } })
