/** A city's own list of the year's tasks, as offices keep it: one line a task, columns by their Chinese names. */
import { type Day, dayOf } from '../../../core/dates.ts'
import { fill, type Text } from '../../../core/messages.ts'
import { type Cell, readCsv } from '../../../pack/csv.ts'
import { milestonesOf } from './lamp.ts'

/** The columns that mean something here. Every other column is a field of the supervision form and is kept under its own name. */
export const LIST_COLUMNS = {
  number: '编号',
  category: '类别',
  categoryEnglish: '类别（英文）',
  title: '任务',
  titleEnglish: '任务（英文）',
  content: '内容',
  contentEnglish: '内容（英文）',
  lead: '责任单位',
  due: '完成时限',
  open: '公开',
  milestones: '节点',
  indicators: '指标',
  measures: '措施',
} as const
type Column = keyof typeof LIST_COLUMNS
const NEEDED: readonly Column[] = ['number', 'category', 'title']

/** The fields of the supervision form beside the day; a list may have others. */
export const SUPERVISION_FIELDS = ['责任事项', '具体工作内容', '工作目标', '单位分管领导', '责任处室', '经办人员'] as const

const MAX_TASKS = 2000

export type ListedTask = {
  readonly number: string
  readonly category: Text
  readonly title: Text
  readonly content: Text
  /** As it is written; the department that it names first leads. */
  readonly namedLead: string
  readonly lead: string | null
  readonly together: readonly string[]
  readonly due: Day | null
  readonly open: boolean
  readonly milestones: readonly { readonly number: number; readonly due: Day; readonly title: string }[]
  readonly indicators: readonly string[]
  readonly measures: readonly string[]
  readonly fields: Readonly<Record<string, string>>
}
export type ListProblem = { readonly line: number; readonly column: string; readonly text: Text }
export type TaskList = { readonly tasks: readonly ListedTask[]; readonly problems: readonly ListProblem[] }

/** What a list can refer to. `departments`: ids by their names; `numbers`: those that the year has given already. */
export type Known = {
  readonly departments: ReadonlyMap<string, string>
  readonly numbers: ReadonlySet<string>
  readonly indicators: ReadonlySet<string>
  readonly measures: ReadonlySet<string>
}

const SAYS = {
  table: { zh: '这不是完整的 CSV 表格：{code}。', en: 'This is no whole CSV table: {code}.' },
  column: { zh: '缺少“{name}”这一列。', en: 'The column "{name}" is missing.' },
  empty: { zh: '不能为空。', en: 'This must not be empty.' },
  twice: { zh: '编号“{number}”在表中出现了两次。', en: 'The number "{number}" stands in the list twice.' },
  there: { zh: '编号“{number}”的任务已经在这一年的清单中。', en: 'A task "{number}" is in the list of this year already.' },
  day: { zh: '“{text}”不是日期，应写作 2026-06-30。', en: '"{text}" is no day; write 2026-06-30.' },
  choice: { zh: '“{text}”应为“是”或“否”。', en: '"{text}" should be 是 or 否.' },
  milestones: {
    zh: '节点应写作“2026-06-30 一期投用”，以分号隔开。',
    en: 'Milestones are written "2026-06-30 first phase", with semicolons between.',
  },
  indicator: { zh: '数据包里没有指标“{id}”。', en: 'The pack has no indicator "{id}".' },
  measure: { zh: '数据包里没有措施“{id}”。', en: 'The pack has no measure "{id}".' },
  many: { zh: '任务超过 {most} 项。', en: 'There are more than {most} tasks.' },
  none: { zh: '表中没有任务。', en: 'There is no task in the list.' },
} as const

const said = (what: keyof typeof SAYS, params: Readonly<Record<string, string | number>> = {}): Text => ({
  zh: fill(SAYS[what].zh, params),
  en: fill(SAYS[what].en, params),
})

/** Names with 、 , ; or spaces between them, but not within brackets: 市经信局、各区（含开发区管委会）. */
export const namesIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；\s]+(?![^（(]*[）)])/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** The department that leads where one is known, and those that work with it: without a lead unit the first responsible one leads. */
export const responsible = (text: string, departments: ReadonlyMap<string, string>): Pick<ListedTask, 'lead' | 'together'> => {
  const [first, ...together] = namesIn(text)
  return { lead: first === undefined ? null : (departments.get(first) ?? null), together }
}

const taskOf = (get: (column: Column) => string, fields: ListedTask['fields'], known: Known) => {
  const found: { readonly column: Column; readonly text: Text }[] = []
  const wrong = (column: Column, what: keyof typeof SAYS, params = {}): void => void found.push({ column, text: said(what, params) })
  const [number, title, due, open] = [get('number'), get('title'), get('due'), get('open')]
  for (const column of NEEDED) if (get(column) === '') wrong(column, 'empty')
  if (known.numbers.has(number)) wrong('number', 'there', { number })
  if (due !== '' && dayOf(due) === null) wrong('due', 'day', { text: due })
  if (!['', '是', '否'].includes(open)) wrong('open', 'choice', { text: open })
  const milestones = milestonesOf(get('milestones'))
  if (milestones === null) wrong('milestones', 'milestones')
  const [indicators, measures] = [namesIn(get('indicators')), namesIn(get('measures'))]
  for (const id of indicators) if (!known.indicators.has(id)) wrong('indicators', 'indicator', { id })
  for (const id of measures) if (!known.measures.has(id)) wrong('measures', 'measure', { id })
  const task: ListedTask = {
    number,
    category: { zh: get('category'), en: get('categoryEnglish') || get('category') },
    title: { zh: title, en: get('titleEnglish') || title },
    content: { zh: get('content'), en: get('contentEnglish') || get('content') },
    namedLead: get('lead'),
    ...responsible(get('lead'), known.departments),
    due: dayOf(due),
    open: open === '是',
    milestones: milestones ?? [],
    indicators,
    measures,
    fields,
  }
  return { task, found }
}

/** Reads a list; whatever is wrong with it is told at once, with its line and column. Tasks are public only where the list says so. */
export const readList = (text: string, known: Known): TaskList => {
  const { head, rows, problems } = readCsv(text.replace(/^\ufeff/, ''), 'list.csv')
  const broken = problems.map(({ code, place }) => ({ line: place.line, column: '', text: said('table', { code }) }))
  const names = head.map((cell) => cell.text)
  const missing = NEEDED.filter((column) => !names.includes(LIST_COLUMNS[column])).map((column) => ({
    line: 1,
    column: LIST_COLUMNS[column],
    text: said('column', { name: LIST_COLUMNS[column] }),
  }))
  if (broken.length > 0 || missing.length > 0) return { tasks: [], problems: [...broken, ...missing] }
  if (rows.length > MAX_TASKS) return { tasks: [], problems: [{ line: 1, column: '', text: said('many', { most: MAX_TASKS }) }] }
  if (rows.length === 0) return { tasks: [], problems: [{ line: 1, column: '', text: said('none') }] }
  const own = new Set<string>(Object.values(LIST_COLUMNS))
  const seen = new Set<string>()
  const read = rows.map((row: readonly Cell[]) => {
    const get = (column: Column): string => row[names.indexOf(LIST_COLUMNS[column])]?.text ?? ''
    const fields = names.flatMap((name, index) => (own.has(name) || !row[index]?.text ? [] : [[name, row[index].text] as const]))
    const { task, found } = taskOf(get, Object.fromEntries(fields), known)
    const line = row[0]?.place.line ?? 0
    const twice = seen.has(task.number) ? [{ column: 'number' as const, text: said('twice', { number: task.number }) }] : []
    seen.add(task.number)
    return { task, problems: [...found, ...twice].map(({ column, text: words }) => ({ line, column: LIST_COLUMNS[column], text: words })) }
  })
  return { tasks: read.map(({ task }) => task), problems: read.flatMap((each) => each.problems) }
}
