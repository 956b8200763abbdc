/** Where key projects come from: the pack in service, and lists that offices bring. */
import { Type } from 'typebox'
import { newId } from '../../kernel/ids.ts'
import { action, type Look, view } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { departmentsById } from '../office/index.ts'
import { ListText } from './contract.ts'
import { addListed, PLANNER } from './manage.ts'
import { fail } from './messages.ts'
import { insertProject, oneAtATime, projectsKnown } from './queries.ts'
import { investmentOf, type ProjectList, readProjects } from './rules/list.ts'

/** Brings in the projects that the pack in service names, once each; what is there stays as it is. */
export const bringInProjects = action('project.bring-in', PLANNER, Type.Object({}), async (act): Promise<{ readonly added: number }> => {
  const pack = await packInService(act)
  await oneAtATime(act.db)
  let added = 0
  for (const { id: number, name, district, investment } of pack.projects.values()) {
    const fen = investment === null ? null : investmentOf(investment)
    const row = {
      id: newId(act.now),
      number,
      name_zh: name.zh,
      name_en: name.en,
      district: district ?? '',
      investment: fen === null ? null : String(fen),
      open: true,
      origin: 'pack' as const,
      added_by: null,
      added_at: act.now,
    }
    if (!(await insertProject(act.db, row))) continue
    added++
    await act.record('project.added', { object: ['project.project', row.id], after: { project: number, name: name.zh, origin: 'pack' } })
  }
  await act.record('project.brought-in', { object: ['edition.pack', pack.hash], details: { added } })
  return { added }
})

const readHere = async (look: Look, text: string): Promise<ProjectList> => {
  const pack = await packInService(look)
  const open = [...(await departmentsById(look)).values()].filter(({ isOpen }) => isOpen)
  return readProjects(text, {
    departments: new Map(open.map(({ id, name }) => [name.zh, id])),
    districts: new Set(pack.districts.keys()),
    numbers: new Set((await projectsKnown(look.db)).map(({ number }) => number)),
  })
}

/** A list as it would be taken, with all that is wrong with it; nothing is kept. */
export const previewProjects = view('project.preview', PLANNER, ListText, (look, { text }) => readHere(look, text))

/** Takes a list: all of its projects, or none while something is wrong with it. */
export const importProjects = action('project.import', PLANNER, ListText, async (act, { text }): Promise<{ readonly added: number }> => {
  await oneAtATime(act.db)
  const { projects, problems } = await readHere(act, text)
  if (problems.length > 0) fail('project.list-wrong', { count: problems.length })
  for (const each of projects) await addListed(act, each)
  await act.record('project.imported', { object: ['project.project', 'list'], details: { added: projects.length } })
  return { added: projects.length }
})
