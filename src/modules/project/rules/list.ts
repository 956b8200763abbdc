/** A city's own list of key projects, one line a project, columns by their Chinese names. */
import { compare, exactOf, multiply } from '../../../core/exact.ts'
import { fill, type Text } from '../../../core/messages.ts'
import { type Fen, fenOf, TO_THE_FEN } from '../../../core/money.ts'
import { readCsv } from '../../../pack/csv.ts'

export const LIST_COLUMNS = {
  number: '编号',
  name: '项目',
  nameEnglish: '项目（英文）',
  lead: '牵头部门',
  district: '所在区',
  investment: '总投资（万元）',
  open: '公开',
} as const
type Column = keyof typeof LIST_COLUMNS

export const MAX_PROJECTS = 2000

export type ListedProject = {
  readonly number: string
  readonly name: Text
  /** The id of the department that leads; null where the list names none. */
  readonly lead: string | null
  readonly district: string
  readonly investment: Fen | null
  readonly open: boolean
}
export type ListProblem = { readonly line: number; readonly column: string; readonly text: Text }
export type ProjectList = { readonly projects: readonly ListedProject[]; readonly problems: readonly ListProblem[] }

/** What a list can refer to. `departments`: ids by their names; `numbers`: those that are given already. */
export type Known = {
  readonly departments: ReadonlyMap<string, string>
  readonly districts: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
}

const SAYS = {
  table: { zh: '这不是完整的表格：{code}。', en: 'This is no whole table: {code}.' },
  column: { zh: '缺少“{name}”这一列。', en: 'The column "{name}" is missing.' },
  empty: { zh: '不能为空。', en: 'This must not be empty.' },
  twice: { zh: '编号“{number}”在表中出现了两次。', en: 'The number "{number}" stands in the list twice.' },
  there: { zh: '编号“{number}”的项目已经有了。', en: 'There is a project "{number}" already.' },
  lead: { zh: '本站没有“{name}”这个部门。', en: 'There is no department "{name}" here.' },
  district: { zh: '数据包里没有“{name}”这个区。', en: 'The pack has no district "{name}".' },
  investment: { zh: '“{text}”不是金额：请写万元数，如 1200 或 0.5。', en: '"{text}" is no amount: write 10,000 yuan as 1200 or 0.5.' },
  choice: { zh: '“{text}”应为“是”或“否”。', en: '"{text}" should be 是 or 否.' },
  many: { zh: '项目超过 {most} 个。', en: 'There are more than {most} projects.' },
  none: { zh: '表中没有项目。', en: 'There is no project in the list.' },
} as const

const said = (what: keyof typeof SAYS, params: Readonly<Record<string, string | number>> = {}): Text => ({
  zh: fill(SAYS[what].zh, params),
  en: fill(SAYS[what].en, params),
})

/** Fen in 10,000 yuan. */
const FEN = 1_000_000

/** An investment in 10,000 yuan as fen; null where it is empty or none. */
export const investmentOf = (text: string): Fen | null => {
  const value = exactOf(text)
  return value === null || compare(value, 0) < 0 ? null : fenOf(multiply(value, FEN), TO_THE_FEN)
}

const projectOf = (get: (column: Column) => string, known: Known) => {
  const found: { readonly column: Column; readonly text: Text }[] = []
  const wrong = (column: Column, what: keyof typeof SAYS, params = {}): void => void found.push({ column, text: said(what, params) })
  const [number, name, lead, district] = [get('number'), get('name'), get('lead'), get('district')]
  const [investment, open] = [get('investment'), get('open')]
  if (number === '') wrong('number', 'empty')
  if (name === '') wrong('name', 'empty')
  if (known.numbers.has(number)) wrong('number', 'there', { number })
  if (lead !== '' && !known.departments.has(lead)) wrong('lead', 'lead', { name: lead })
  if (district !== '' && !known.districts.has(district)) wrong('district', 'district', { name: district })
  if (investment !== '' && investmentOf(investment) === null) wrong('investment', 'investment', { text: investment })
  if (!['', '是', '否'].includes(open)) wrong('open', 'choice', { text: open })
  const project: ListedProject = {
    number,
    name: { zh: name, en: get('nameEnglish') || name },
    lead: known.departments.get(lead) ?? null,
    district,
    investment: investmentOf(investment),
    open: open === '是',
  }
  return { project, found }
}

/** Reads a list; whatever is wrong with it is told at once, with its line and column. Projects are public only where the list says so. */
export const readProjects = (text: string, known: Known): ProjectList => {
  const { head, rows, problems } = readCsv(text.replace(/^\ufeff/, ''), 'list.csv')
  const whole = (line: number, what: Text, column = ''): ProjectList => ({ projects: [], problems: [{ line, column, text: what }] })
  const [broken] = problems
  if (broken) return whole(broken.place.line, said('table', { code: broken.code }))
  const names = head.map((cell) => cell.text)
  const missing = [LIST_COLUMNS.number, LIST_COLUMNS.name].find((name) => !names.includes(name))
  if (missing !== undefined) return whole(1, said('column', { name: missing }), missing)
  if (rows.length > MAX_PROJECTS) return whole(1, said('many', { most: MAX_PROJECTS }))
  if (rows.length === 0) return whole(1, said('none'))
  const seen = new Set<string>()
  const read = rows.map((row) => {
    const get = (column: Column): string => row[names.indexOf(LIST_COLUMNS[column])]?.text.trim() ?? ''
    const { project, found } = projectOf(get, known)
    const twice = seen.has(project.number) ? [{ column: 'number' as const, text: said('twice', { number: project.number }) }] : []
    seen.add(project.number)
    const line = row[0]?.place.line ?? 0
    return {
      project,
      problems: [...found, ...twice].map(({ column, text: words }) => ({ line, column: LIST_COLUMNS[column], text: words })),
    }
  })
  return { projects: read.map(({ project }) => project), problems: read.flatMap((each) => each.problems) }
}
