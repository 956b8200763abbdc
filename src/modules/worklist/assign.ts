/** What the planner does with a task: gives it to a department, looks at reports, closes it, gives more time. */
import { dayOf } from '../../core/dates.ts'
import type { FieldProblem } from '../../kernel/failure.ts'
import { action } from '../../kernel/module.ts'
import { notify } from '../notification/index.ts'
import { departmentsById, holdersOf } from '../office/index.ts'
import { AcceptReport, AnswerExtension, AssignTask, CloseTask, ReturnReport } from './contract.ts'
import { happened, heldTask, mayNow } from './happened.ts'
import { fail, failAt, wrongField } from './messages.ts'

const PLANNER = { post: ['planner'] } as const

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Makes a department responsible for a task until a day; whoever led before no longer does. */
export const assignTask = action('worklist.assign', PLANNER, AssignTask, async (act, input): Promise<void> => {
  const task = await heldTask(act, input.task)
  mayNow('assign', task)
  const department = (await departmentsById(act)).get(input.department)
  const due = dayOf(input.due.trim())
  const problems: readonly FieldProblem[] = [
    ...(department?.isOpen ? [] : [wrongField('department', 'worklist.department-unknown', {})]),
    ...(due === null ? [wrongField('due', 'worklist.day', {})] : []),
    ...(due !== null && due < act.today ? [wrongField('due', 'worklist.day-past', {})] : []),
  ]
  if (problems.length > 0 || !department || due === null) return fail('worklist.fields', { count: problems.length }, problems)
  const together = input.together.map((name) => name.trim()).filter((name) => name !== '' && name !== department.name.zh)
  await happened(act, task, 'assign', { department_id: department.id, due_on: due, note: input.note.trim(), list: together })
  const what = `${task.row.number} ${task.row.title_zh}`
  for (const user of await holdersOf(act, department.id, 'officer'))
    notify(act, {
      user,
      kind: 'worklist.task-assigned',
      params: { task: { zh: what, en: `${task.row.number} ${task.row.title_en}` }, due },
      link: `/office/tasks/${task.row.id}`,
    })
})

/** Sends a report back with everything that is wrong with it at once, one defect a line. */
export const returnReport = action('worklist.return', PLANNER, ReturnReport, async (act, input): Promise<void> => {
  const task = await heldTask(act, input.task)
  mayNow('return', task)
  if (task.now.openReport !== input.report) fail('worklist.no-report', {})
  const defects = lines(input.defects)
  if (defects.length === 0) failAt('defects', 'worklist.text-missing', {})
  await act.duty('review', ['worklist.task', task.row.id])
  await happened(act, task, 'return', { refers: input.report, list: [...defects] })
})

/** Accepts a report. */
export const acceptReport = action('worklist.review', PLANNER, AcceptReport, async (act, input): Promise<void> => {
  const task = await heldTask(act, input.task)
  mayNow('review', task)
  if (task.now.openReport !== input.report) fail('worklist.no-report', {})
  await act.duty('review', ['worklist.task', task.row.id])
  await happened(act, task, 'review', { refers: input.report, note: input.note.trim() })
})

/** Closes a task for good (销号): it was reported complete with evidence, that report was accepted, and whoever closes it has reported nothing of it. */
export const closeTask = action('worklist.close', PLANNER, CloseTask, async (act, input): Promise<void> => {
  const task = await heldTask(act, input.task)
  mayNow('close', task)
  const report = task.events.findLast(({ kind }) => kind === 'report')?.number
  if (!task.evidence.some(({ number }) => number === report)) fail('worklist.no-evidence', {})
  await act.duty('close', ['worklist.task', task.row.id])
  await happened(act, task, 'close', { note: input.note.trim() })
})

/** Gives a task more time, or does not, with a reason. */
export const answerExtension = action('worklist.answer-extension', PLANNER, AnswerExtension, async (act, input): Promise<void> => {
  const task = await heldTask(act, input.task)
  mayNow('extend', task)
  const request = task.events.find(({ number }) => number === input.request)
  if (!request || task.now.openRequest !== input.request) return fail('worklist.no-request', {})
  const reason = input.reason.trim()
  if (reason === '') failAt('reason', 'worklist.text-missing', {})
  const answer = { refers: input.request, note: reason }
  await (input.grant ? happened(act, task, 'extend', { ...answer, due_on: request.due }) : happened(act, task, 'refuse-extension', answer))
})
