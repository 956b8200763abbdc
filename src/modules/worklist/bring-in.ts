/** Where tasks come from: the pack in service, and lists that offices bring. */
import { Type } from 'typebox'
import { checkedFile } from '../../kernel/files.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { type Act, action, type Look, view } from '../../kernel/module.ts'
import { csvIn } from '../../kernel/spreadsheet/csv.ts'
import { XLSX } from '../../kernel/spreadsheet/write.ts'
import type { PlanTask } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { departmentsById } from '../office/index.ts'
import { personIn } from '../party/index.ts'
import { happened, heldTask } from './happened.ts'
import { fail, failAt } from './messages.ts'
import { insertList, insertMilestone, insertTask, listById, type NewTask, numbersOf, oneListAtATime } from './queries.ts'
import { milestonesOf } from './rules/lamp.ts'
import { type Known, type ListedTask, readList, type TaskList } from './rules/list.ts'

const PLANNER = { post: ['planner'] } as const
const UNNAMED = { zh: '未分类', en: 'Without a category' }

/** Brings in the items of years' work lists that the pack in service names, once each; what is there stays as it is. Whoever leads them is for a planner to say. */
export const bringIn = action('worklist.bring-in', PLANNER, Type.Object({}), async (act): Promise<{ readonly added: number }> => {
  const pack = await packInService(act)
  await oneListAtATime(act.db)
  const items = [...pack.tasks.values()].filter(
    (task): task is PlanTask & { readonly year: number } => task.kind === 'item' && task.year !== null,
  )
  let added = 0
  for (const { id: number, parent, year, title, content, lead, document, due, milestones } of items) {
    const category = (parent === null ? undefined : pack.tasks.get(parent)?.title) ?? UNNAMED
    const serves = (tasks: readonly string[]): boolean => tasks.includes(number)
    const row: NewTask = {
      id: newId(act.now),
      year,
      number,
      category_zh: category.zh,
      category_en: category.en,
      title_zh: title.zh,
      title_en: title.en,
      content_zh: content?.zh ?? '',
      content_en: content?.en ?? '',
      named_lead: lead ?? '',
      due_on: due,
      fields: {},
      indicators: [...pack.indicators.values()].filter(({ tasks }) => serves(tasks)).map(({ id }) => id),
      measures: [...pack.measures.values()].filter(({ tasks }) => serves(tasks)).map(({ id }) => id),
      open: true,
      origin: 'pack',
      document,
      added_by: null,
      added_at: act.now,
    }
    if (!(await insertTask(act.db, row))) continue
    added++
    for (const step of milestonesOf(milestones) ?? [])
      await insertMilestone(act.db, { task_id: row.id, number: step.number, due_on: step.due, title: step.title })
    await act.record('worklist.task-added', {
      object: ['worklist.task', row.id],
      after: { year, task: number, title: title.zh, origin: 'pack' },
    })
  }
  await act.record('worklist.brought-in', { object: ['edition.pack', pack.hash], details: { added } })
  return { added }
})

const yearOf = (text: string): number => {
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : 0
  return year >= 2000 && year <= 2199 ? year : failAt('year', 'worklist.year', {})
}

/** Takes a list as it is, to be looked at before anything counts; answers with its id. */
export const bringList = action(
  'worklist.bring-list',
  PLANNER,
  Type.Object({ year: Type.String({ maxLength: 10 }), name: Type.String({ maxLength: 500 }), bytes: Type.Unsafe<Uint8Array>({}) }),
  async (act, input): Promise<{ readonly id: string }> => {
    const by = personIn(act)
    const year = yearOf(input.year)
    const { name, type } = await checkedFile(input.name, input.bytes)
    if (type !== 'text/csv' && type !== XLSX) failAt('file', 'worklist.list-csv', { name })
    // A workbook that cannot be read is refused here and not kept.
    csvIn(input.bytes)
    const id = newId(act.now)
    const sha256 = await act.files.keep(input.bytes)
    await insertList(act.db, { id, year, sha256, name, brought_by: by.id, brought_at: act.now })
    await act.record('worklist.list-brought', { object: ['worklist.list', id], after: { year, sha256, name } })
    return { id }
  },
)

export type ListPreview = TaskList & {
  readonly id: string
  readonly year: number
  readonly name: string
  /** The names of lead departments that are known here, by their ids. */
  readonly departments: ReadonlyMap<string, string>
}

const previewOf = async (look: Look, id: string): Promise<ListPreview> => {
  const list = (isId(id) ? await listById(look.db, id) : undefined) ?? fail('worklist.list-unknown', {})
  const pack = await packInService(look)
  const open = [...(await departmentsById(look)).values()].filter(({ isOpen }) => isOpen)
  const known: Known = {
    departments: new Map(open.map(({ id: department, name }) => [name.zh, department])),
    numbers: await numbersOf(look.db, list.year),
    indicators: new Set(pack.indicators.keys()),
    measures: new Set(pack.measures.keys()),
  }
  const text = csvIn(await look.files.read(list.sha256))
  return {
    ...readList(text, known),
    id,
    year: list.year,
    name: list.name,
    departments: new Map(open.map((each) => [each.id, each.name.zh])),
  }
}

/** A list as it would be taken, with all that is wrong with it. */
export const previewList = view('worklist.preview-list', PLANNER, Type.Object({ list: Type.String({ maxLength: 36 }) }), (look, { list }) =>
  previewOf(look, list),
)

const addListed = async (act: Act, year: number, each: ListedTask): Promise<void> => {
  const by = personIn(act)
  const row: NewTask = {
    id: newId(act.now),
    year,
    number: each.number,
    category_zh: each.category.zh,
    category_en: each.category.en,
    title_zh: each.title.zh,
    title_en: each.title.en,
    content_zh: each.content.zh,
    content_en: each.content.en,
    named_lead: each.namedLead,
    due_on: each.due,
    fields: each.fields,
    indicators: [...each.indicators],
    measures: [...each.measures],
    open: each.open,
    origin: 'list',
    document: null,
    added_by: by.id,
    added_at: act.now,
  }
  await insertTask(act.db, row)
  for (const { number, due, title } of each.milestones) await insertMilestone(act.db, { task_id: row.id, number, due_on: due, title })
  await act.record('worklist.task-added', {
    object: ['worklist.task', row.id],
    after: { year, task: each.number, title: each.title.zh, origin: 'list' },
  })
  // A lead that is known and a day that is still to come need no second look: the list has said so.
  if (each.lead !== null && each.due !== null && each.due >= act.today)
    await happened(act, await heldTask(act, row.id), 'assign', { department_id: each.lead, due_on: each.due, list: [...each.together] })
}

/** Takes a list that was looked at: all of its tasks, or none while something is wrong with it. */
export const importList = action(
  'worklist.import-list',
  PLANNER,
  Type.Object({ list: Type.String({ maxLength: 36 }) }),
  async (act, { list }): Promise<{ readonly added: number; readonly year: number }> => {
    await oneListAtATime(act.db)
    const { tasks, problems, year } = await previewOf(act, list)
    if (problems.length > 0) fail('worklist.list-wrong', { count: problems.length })
    for (const each of tasks) await addListed(act, year, each)
    await act.record('worklist.list-imported', { object: ['worklist.list', list], details: { added: tasks.length } })
    return { added: tasks.length, year }
  },
)
