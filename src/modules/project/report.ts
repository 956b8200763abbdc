/** What the lead department does with its project: reports the stage it has reached, with evidence. */
import { Type } from 'typebox'
import { dayOf } from '../../core/dates.ts'
import { keepEvidence } from '../../kernel/evidence.ts'
import type { FieldProblem } from '../../kernel/failure.ts'
import { checkedFile } from '../../kernel/files.ts'
import { action } from '../../kernel/module.ts'
import { STAGES } from '../../pack/pack.ts'
import { ReachStage } from './contract.ts'
import { happened, mayNow, ownProject } from './happened.ts'
import { fail, wrongField } from './messages.ts'
import { evidencePending, insertEvidence, setScan } from './queries.ts'
import { fitsIn } from './rules/stages.ts'

/** Files came with a report, and a scanner has to look at them. */
export type EvidenceHandedIn = { readonly type: 'project.evidence-handed-in'; readonly project: string }

/** Reports that a stage was reached on a day; it counts once a second person has confirmed it. */
export const reachStage = action('project.reach', { post: ['officer'] }, ReachStage, async (act, input): Promise<void> => {
  const project = await ownProject(act, input.project)
  mayNow('reach', project)
  const [stage, day] = [STAGES.find((each) => each === input.stage), dayOf(input.day.trim())]
  const isPast = day !== null && day <= act.today
  const problems: readonly FieldProblem[] = [
    ...(stage ? [] : [wrongField('stage', 'project.stage', {})]),
    ...(isPast ? [] : [wrongField('day', 'project.day', {})]),
    ...(stage && isPast && !fitsIn(project.now.reached, stage, day) ? [wrongField('day', 'project.day-order', {})] : []),
    ...(input.evidence.length > 0 ? [] : [wrongField('evidence', 'project.no-evidence', {})]),
  ]
  if (problems.length > 0 || !stage || day === null) return fail('project.fields', { count: problems.length }, problems)
  const files = await Promise.all(input.evidence.map(async ({ name, bytes }) => ({ ...(await checkedFile(name, bytes)), bytes })))
  await act.duty('reach', ['project.project', project.row.id])
  const number = await happened(act, project, 'reach', { stage, reached_on: day, note: input.note.trim() })
  for (const file of await keepEvidence(act.files, act.now, files))
    await insertEvidence(act.db, { ...file, project_id: project.row.id, number })
  if (act.files.unscanned === 'pending') act.emit<EvidenceHandedIn>({ type: 'project.evidence-handed-in', project: project.row.id })
})

/** Has the files of a project scanned that wait for it. */
export const scanEvidence = action(
  'project.scan-evidence',
  'operate',
  Type.Object({ project: Type.String({ maxLength: 36 }) }),
  async (act, { project }): Promise<void> => {
    const pending = await evidencePending(act.db, project)
    for (const { id, sha256 } of pending) {
      const scan = await act.files.scan(sha256)
      await setScan(act.db, id, scan, act.now)
      await act.record('project.evidence-scanned', { object: ['project.evidence', id], before: { scan: 'pending' }, after: { scan } })
    }
    if (pending.length === 0) await act.record('project.evidence-scanned', { object: ['project.project', project], details: { files: 0 } })
  },
)
