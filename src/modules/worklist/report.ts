/** What the lead department does with its task: signs for it, reports with evidence, asks for more time. */
import { Type } from 'typebox'
import { dayOf } from '../../core/dates.ts'
import { keepEvidence } from '../../kernel/evidence.ts'
import type { FieldProblem } from '../../kernel/failure.ts'
import { checkedFile } from '../../kernel/files.ts'
import { action } from '../../kernel/module.ts'
import { AskExtension, OfTask, ReportTask } from './contract.ts'
import { happened, mayNow, ownTask } from './happened.ts'
import { fail, wrongField } from './messages.ts'
import { evidencePending, insertEvidence, setScan } from './queries.ts'
import { isQuarter, quarterOf } from './rules/quarters.ts'

const OFFICER = { post: ['officer'] } as const

/** Files came with a report, and a scanner has to look at them. */
export type EvidenceHandedIn = { readonly type: 'worklist.evidence-handed-in'; readonly task: string }

/** Signs for a task. */
export const signTask = action('worklist.sign', OFFICER, OfTask, async (act, input): Promise<void> => {
  const task = await ownTask(act, input.task)
  mayNow('sign', task)
  await happened(act, task, 'sign', {})
})

/** Reports on a task for a quarter, with evidence; `complete`: all of it is done. */
export const reportTask = action('worklist.report', OFFICER, ReportTask, async (act, input): Promise<void> => {
  const task = await ownTask(act, input.task)
  mayNow('report', task)
  const milestone = input.milestone === '' ? null : Number(input.milestone)
  const problems: readonly FieldProblem[] = [
    ...(isQuarter(input.period) && input.period <= quarterOf(act.today)
      ? []
      : [wrongField('period', 'worklist.period', { period: input.period })]),
    ...(milestone === null || task.milestones.some(({ number }) => number === milestone)
      ? []
      : [wrongField('milestone', 'worklist.milestone-unknown', {})]),
    ...(input.note.trim() === '' ? [wrongField('note', 'worklist.text-missing', {})] : []),
  ]
  if (problems.length > 0) fail('worklist.fields', { count: problems.length }, problems)
  const files = await Promise.all(input.evidence.map(async ({ name, bytes }) => ({ ...(await checkedFile(name, bytes)), bytes })))
  await act.duty('report', ['worklist.task', task.row.id])
  const { period, complete } = input
  const number = await happened(act, task, 'report', { period, complete, milestone, note: input.note.trim() })
  for (const file of await keepEvidence(act.files, act.now, files)) await insertEvidence(act.db, { ...file, task_id: task.row.id, number })
  if (files.length > 0 && act.files.unscanned === 'pending')
    act.emit<EvidenceHandedIn>({ type: 'worklist.evidence-handed-in', task: task.row.id })
})

/** Asks for more time, with a reason. */
export const askExtension = action('worklist.ask-extension', OFFICER, AskExtension, async (act, input): Promise<void> => {
  const task = await ownTask(act, input.task)
  mayNow('ask-extension', task)
  const due = dayOf(input.due.trim())
  const reason = input.reason.trim()
  const present = task.now.due ?? act.today
  const problems: readonly FieldProblem[] = [
    ...(due === null ? [wrongField('due', 'worklist.day', {})] : []),
    ...(due !== null && (due <= present || due < act.today) ? [wrongField('due', 'worklist.day-earlier', { due: present })] : []),
    ...(reason === '' ? [wrongField('reason', 'worklist.text-missing', {})] : []),
  ]
  if (problems.length > 0) fail('worklist.fields', { count: problems.length }, problems)
  await happened(act, task, 'ask-extension', { due_on: due, note: reason })
})

/** Has the files of a task scanned that wait for it. */
export const scanEvidence = action(
  'worklist.scan-evidence',
  'operate',
  Type.Object({ task: Type.String({ maxLength: 36 }) }),
  async (act, { task }): Promise<void> => {
    const pending = await evidencePending(act.db, task)
    for (const { id, sha256 } of pending) {
      const scan = await act.files.scan(sha256)
      await setScan(act.db, id, scan, act.now)
      await act.record('worklist.evidence-scanned', { object: ['worklist.evidence', id], before: { scan: 'pending' }, after: { scan } })
    }
    if (pending.length === 0) await act.record('worklist.evidence-scanned', { object: ['worklist.task', task], details: { files: 0 } })
  },
)
