/** What was done with items of a year's list, and the stages of projects: each step follows from those before it. */
import type { Text } from '../../core/messages.ts'
import type { Reporter } from '../report.ts'
import type { Row } from '../rows.ts'

/** What has been done so far with one item. */
type Sofar = { readonly last: string; readonly isAssigned: boolean; readonly isClosed: boolean; readonly open: readonly string[] }
const NOTHING: Sofar = { last: '', isAssigned: false, isClosed: false, open: [] }

/** What a kind needs beside its day. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  assign: ['department', 'due'],
  report: ['period'],
  extend: ['due'],
  'ask-extension': ['due'],
}
/** What an answer answers. */
const ANSWERS: Readonly<Record<string, string>> = {
  return: 'report',
  review: 'report',
  extend: 'ask-extension',
  'refuse-extension': 'ask-extension',
}

const WHY = {
  item: { zh: '它不是年度清单的事项', en: 'it is no item of a year’s list' },
  order: { zh: '它早于上一步', en: 'it is before the step above it' },
  first: { zh: '此前没有交办', en: 'nobody had been assigned' },
  closed: { zh: '此前已经销号', en: 'it had been closed' },
  answer: { zh: '此前没有待答复的报告或申请', en: 'no report or request was open' },
  open: { zh: '报告或申请没有答复；未了结的事在系统里办理', en: 'a report or request stays without an answer; what is open is done here' },
} as const
const lacks = (column: string): Text => ({ zh: `缺少 ${column}`, en: `${column} is missing` })

const obstacleTo = (row: Row, sofar: Sofar): Text | null => {
  const kind = row.text('kind') ?? ''
  const missing = (NEEDS[kind] ?? []).find((column) => row.text(column) === null)
  if (missing !== undefined) return lacks(missing)
  if ((row.text('day') ?? '') < sofar.last) return WHY.order
  if (sofar.isClosed) return WHY.closed
  if (kind !== 'assign' && !sofar.isAssigned) return WHY.first
  const answered = ANSWERS[kind]
  return answered !== undefined && !sofar.open.includes(answered) ? WHY.answer : null
}

const after = (row: Row, sofar: Sofar): Sofar => {
  const kind = row.text('kind') ?? ''
  const open = sofar.open.filter((each) => each !== ANSWERS[kind] && each !== kind)
  return {
    last: row.text('day') ?? sofar.last,
    isAssigned: sofar.isAssigned || kind === 'assign',
    isClosed: kind === 'close',
    open: Object.values(ANSWERS).includes(kind) ? [...open, kind] : open,
  }
}

/** Reports steps that cannot have happened in their order, and whatever is left without an answer. */
export const checkProgress = (progress: readonly Row[], tasks: readonly Row[], { report }: Reporter): void => {
  const items = new Set(tasks.filter((row) => row.text('kind') === 'item' && row.text('year') !== null).map((row) => row.text('id')))
  for (const [task, rows] of Map.groupBy(
    progress.filter(({ good }) => good),
    (row) => row.text('task') ?? '',
  )) {
    const wrong = (row: Row, reason: Text): void => report('pack.progress', row.placeOf('kind'), { task, reason })
    if (!items.has(task)) wrong(rows[0]!, WHY.item)
    let sofar = NOTHING
    for (const row of rows) {
      const obstacle = obstacleTo(row, sofar)
      if (obstacle !== null) wrong(row, obstacle)
      sofar = after(row, sofar)
    }
    if (sofar.open.length > 0) wrong(rows.at(-1)!, WHY.open)
  }
}

const STAGES = ['signed', 'started', 'operating'] as const

/** A project is signed before work starts, and work starts before it operates. */
export const checkStages = (projects: readonly Row[], { report }: Reporter): void => {
  for (const row of projects) {
    const reached = STAGES.filter((stage) => row.text(stage) !== null)
    for (const [index, later] of reached.entries()) {
      const earlier = reached[index - 1]
      if (earlier !== undefined && row.text(later)! < row.text(earlier)!)
        report('pack.stages', row.placeOf(later), { project: row.text('id') ?? '', earlier, later })
    }
  }
}
