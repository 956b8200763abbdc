/** What the planner does with key projects: adds them, names who leads, answers reports of stages, merges two that are one. */
import type { FieldProblem } from '../../kernel/failure.ts'
import { newId } from '../../kernel/ids.ts'
import { type Act, action } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { departmentsById } from '../office/index.ts'
import { personIn } from '../party/index.ts'
import { AddProject, ConfirmStage, LeadProject, MergeProject, ReturnStage } from './contract.ts'
import { happened, heldProject, mayNow } from './happened.ts'
import { fail, failAt, wrongField } from './messages.ts'
import { insertProject, oneAtATime } from './queries.ts'
import { allProjects } from './read.ts'
import { investmentOf, type ListedProject } from './rules/list.ts'

export const PLANNER = { post: ['planner'] } as const

/** Writes a project of a list or a form, with the department that leads it. */
export const addListed = async (act: Act, each: ListedProject): Promise<string> => {
  const id = newId(act.now)
  const row = {
    id,
    number: each.number,
    name_zh: each.name.zh,
    name_en: each.name.en,
    district: each.district,
    investment: each.investment === null ? null : String(each.investment),
    open: each.open,
    origin: 'office' as const,
    added_by: personIn(act).id,
    added_at: act.now,
  }
  if (!(await insertProject(act.db, row))) failAt('number', 'project.number-given', { number: each.number })
  await act.record('project.added', {
    object: ['project.project', id],
    after: { project: each.number, name: each.name.zh, origin: 'office' },
  })
  const added = (await allProjects(act)).find((project) => project.row.id === id)
  if (each.lead !== null && added) await happened(act, added, 'lead', { department_id: each.lead })
  return id
}

/** Adds one project. */
export const addProject = action('project.add', PLANNER, AddProject, async (act, input): Promise<{ readonly id: string }> => {
  await oneAtATime(act.db)
  const { districts } = await packInService(act)
  const departments = await departmentsById(act)
  const of = (name: 'number' | 'name' | 'nameEnglish' | 'lead' | 'district' | 'investment'): string => input[name].trim()
  const problems: readonly FieldProblem[] = [
    ...(['number', 'name'] as const).filter((name) => of(name) === '').map((name) => wrongField(name, 'project.text-missing', {})),
    ...(of('lead') === '' || departments.get(of('lead'))?.isOpen ? [] : [wrongField('lead', 'project.department-unknown', {})]),
    ...(of('district') === '' || districts.has(of('district')) ? [] : [wrongField('district', 'project.district-unknown', {})]),
    ...(of('investment') === '' || investmentOf(of('investment')) !== null ? [] : [wrongField('investment', 'project.investment', {})]),
  ]
  if (problems.length > 0) fail('project.fields', { count: problems.length }, problems)
  const id = await addListed(act, {
    number: of('number'),
    name: { zh: of('name'), en: of('nameEnglish') || of('name') },
    lead: of('lead') || null,
    district: of('district'),
    investment: investmentOf(of('investment')),
    open: input.open,
  })
  return { id }
})

/** Makes a department responsible for a project; whoever led before no longer does. */
export const leadProject = action('project.lead', PLANNER, LeadProject, async (act, input): Promise<void> => {
  const { project } = await heldProject(act, input.project)
  mayNow('lead', project)
  if (!(await departmentsById(act)).get(input.department)?.isOpen) failAt('department', 'project.department-unknown', {})
  await happened(act, project, 'lead', { department_id: input.department })
})

/** Confirms that a stage was reached, for somebody who reported nothing of the project: from now on it counts. */
export const confirmStage = action('project.confirm', PLANNER, ConfirmStage, async (act, input): Promise<void> => {
  const { project } = await heldProject(act, input.project)
  mayNow('confirm', project)
  if (project.now.open?.number !== input.report) fail('project.no-report', {})
  await act.duty('confirm', ['project.project', project.row.id])
  await happened(act, project, 'confirm', { refers: input.report })
})

/** Sends the report of a stage back, with a reason; it never counts. */
export const returnStage = action('project.return', PLANNER, ReturnStage, async (act, input): Promise<void> => {
  const { project } = await heldProject(act, input.project)
  mayNow('return', project)
  if (project.now.open?.number !== input.report) fail('project.no-report', {})
  const note = input.reason.trim()
  if (note === '') failAt('reason', 'project.text-missing', {})
  await act.duty('confirm', ['project.project', project.row.id])
  await happened(act, project, 'return', { refers: input.report, note })
})

/** Makes a project part of another, with a reason: both count once. */
export const mergeProject = action('project.merge', PLANNER, MergeProject, async (act, input): Promise<void> => {
  const { project, all } = await heldProject(act, input.project)
  mayNow('merge', project)
  const byId = new Map(all.map((each) => [each.row.id, each]))
  const note = input.reason.trim()
  const path: string[] = []
  for (let at: string | null = input.into; at !== null && !path.includes(at); at = byId.get(at)?.now.mergedInto ?? null) path.push(at)
  const problems: readonly FieldProblem[] = [
    ...(byId.has(input.into) && !path.includes(project.row.id) ? [] : [wrongField('into', 'project.merge-circle', {})]),
    ...(note === '' ? [wrongField('reason', 'project.text-missing', {})] : []),
  ]
  if (problems.length > 0) fail('project.fields', { count: problems.length }, problems)
  await happened(act, project, 'merge', { into_id: input.into, note })
})
