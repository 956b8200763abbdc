import { Type } from 'typebox'
import type { Day } from '../../core/dates.ts'
import { multiply } from '../../core/exact.ts'
import type { Text } from '../../core/messages.ts'
import type { Scan } from '../../kernel/files.ts'
import { isId } from '../../kernel/ids.ts'
import { FIRST_SHOWN, type Look, type View, view, type Waiting, type WaitingThing } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import { peopleByIds } from '../identity/index.ts'
import { departmentsById, departmentsOf, type NamedDepartment } from '../office/index.ts'
import { elapsedShare, shownNumber } from '../plan/index.ts'
import { OfTask, OfYear, type TaskEntry } from './contract.ts'
import { fail } from './messages.ts'
import { type EvidenceRow, evidenceById, taskById, tasksOf, yearsKnown } from './queries.ts'
import { type Task, tasksFrom } from './read.ts'
import { type Announced, announcedIn } from './rules/announced.ts'
import { EVENT_KINDS, type EventKind } from './rules/events.ts'
import { quarterOf } from './rules/quarters.ts'
import { type Summary, summaryOf } from './rules/summary.ts'
import { obstacleTo } from './rules/task.ts'

const PLANNER = { post: ['planner'] } as const
const OFFICER = { post: ['officer'] } as const
const READERS = { post: ['planner', 'officer', 'auditor'] } as const

const lastReport = ({ events, evidence }: Task): TaskEntry['lastReport'] => {
  const last = events.findLast(({ kind }) => kind === 'report')
  return last ? { on: last.on, period: last.period ?? '', files: evidence.filter(({ number }) => number === last.number).length } : null
}

/** What everybody may know of a task. */
export const entryOf = (task: Task): TaskEntry => ({
  year: task.row.year,
  number: task.row.number,
  category: { zh: task.row.category_zh, en: task.row.category_en },
  title: { zh: task.row.title_zh, en: task.row.title_en },
  content: { zh: task.row.content_zh, en: task.row.content_en },
  lead: task.lead?.name ?? null,
  namedLead: task.row.named_lead || null,
  due: task.now.due ?? task.row.due_on,
  state: task.now.state,
  lamp: task.standing.lamp,
  lastReport: lastReport(task),
})

const summarised = (tasks: readonly Task[]): Summary =>
  summaryOf(
    tasks.map(({ row, now, standing }) => ({
      category: { zh: row.category_zh, en: row.category_en },
      state: now.state,
      lamp: standing.lamp,
    })),
  )

/** The year that is asked for where there are tasks of it, otherwise the latest with any. */
export const yearIn = async (
  look: Look,
  asked: string | undefined,
): Promise<{ readonly years: readonly number[]; readonly year: number | null }> => {
  const years = await yearsKnown(look.db)
  return { years, year: years.find((each) => String(each) === asked) ?? years[0] ?? null }
}

/** The tasks of a year; none where there is no year. */
export const ofYear = async (look: Look, year: number | null): Promise<readonly Task[]> =>
  year === null ? [] : tasksFrom(look, await tasksOf(look.db, year))

export type WorklistPage = {
  readonly today: Day
  readonly years: readonly number[]
  readonly year: number | null
  /** Percent of this year that has passed, with one decimal; null for another year. */
  readonly elapsed: string | null
  readonly tasks: readonly TaskEntry[]
  /** How many tasks of the year are not public. */
  readonly hidden: number
  readonly summary: Summary
  readonly announced: Announced
}

const pageOf = async (look: Look, asked: string | undefined): Promise<WorklistPage> => {
  const { years, year } = await yearIn(look, asked)
  const all = await ofYear(look, year)
  const open = all.filter(({ row }) => row.open)
  return {
    today: look.today,
    years,
    year,
    elapsed: String(year) === look.today.slice(0, 4) ? shownNumber(multiply(elapsedShare(look.today), 100), 1) : null,
    tasks: open.map(entryOf),
    hidden: all.length - open.length,
    summary: summarised(open),
    announced: announcedIn(
      await packInService(look),
      year,
      open.map(({ row }) => row.document),
    ),
  }
}

/** The public tasks of a year with where they stand. */
export const worklistPage = view('worklist.page', 'public', OfYear, (look, { year }) => pageOf(look, year))

/** The same as data. */
export const worklistTasks = view('worklist.tasks', 'public', OfYear, async (look, { year }) => (await pageOf(look, year)).tasks)

/** A task in a list of the inner rooms. */
export type TaskLine = TaskEntry & {
  readonly id: string
  readonly open: boolean
  readonly waits: 'assign' | 'review' | 'close' | 'extend' | null
}

/** What a planner has to do with a task next. */
const waitsFor = ({ now }: Task): TaskLine['waits'] =>
  now.state === 'unassigned'
    ? 'assign'
    : now.openReport !== null
      ? 'review'
      : now.openRequest !== null
        ? 'extend'
        : now.state === 'reviewed'
          ? 'close'
          : null

export const lineOf = (task: Task): TaskLine => ({ ...entryOf(task), id: task.row.id, open: task.row.open, waits: waitsFor(task) })

export type BoardPage = {
  readonly today: Day
  readonly years: readonly number[]
  readonly year: number | null
  readonly tasks: readonly TaskLine[]
  readonly summary: Summary
}

/** All tasks of a year, for planners; the bulletin has the same numbers. */
export const boardTasks = view('worklist.board', PLANNER, OfYear, async (look, input): Promise<BoardPage> => {
  const { years, year } = await yearIn(look, input.year)
  const tasks = await ofYear(look, year)
  return { today: look.today, years, year, tasks: tasks.map(lineOf), summary: summarised(tasks) }
})

const led = async (look: Look): Promise<readonly Task[]> => {
  const own = departmentsOf(look.who, 'officer')
  const all = await tasksFrom(look, await tasksOf(look.db, null))
  return all.filter(({ now }) => now.lead !== null && (own === null || own.includes(now.lead)))
}

/** The tasks that the departments of whoever asks lead, those that are late first. */
export const officeTasks = view('worklist.office', OFFICER, Type.Object({}), async (look): Promise<readonly TaskLine[]> => {
  const order = ['red', 'yellow', 'green', null]
  return (await led(look))
    .map(lineOf)
    .toSorted((a, b) => order.indexOf(a.lamp) - order.indexOf(b.lamp) || (a.due ?? '').localeCompare(b.due ?? ''))
})

/** A file that speaks for a report. */
export type Evidence = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly scan: Scan
}

/** One thing that was done with a task: by whom, in which post, when. `who` is null where the calendar did it, and the source's title where a pack tells of it. */
export type Done = {
  readonly number: number
  readonly kind: string
  readonly at: string
  readonly on: Day
  readonly who: string | null
  readonly post: Text | null
  readonly department: Text | null
  readonly due: Day | null
  readonly period: string | null
  readonly complete: boolean
  readonly milestone: string | null
  readonly note: string
  readonly list: readonly string[]
  readonly evidence: readonly Evidence[]
}

const evidenceFrom = ({ id, name, type, size, sha256, scan }: EvidenceRow): Evidence => ({ id, name, type, size, sha256, scan })

export const historyOf = async (look: Look, task: Task): Promise<readonly Done[]> => {
  const people = await peopleByIds(
    look,
    task.rows.flatMap(({ user_id }) => user_id ?? []),
  )
  const departments = await departmentsById(look)
  const { sources } = await packInService(look)
  const before = task.before.map((step, index) => ({
    number: index + 1 - task.before.length,
    kind: step.kind,
    at: step.day,
    on: step.day,
    who: sources.get(step.source)?.title ?? step.source,
    post: null,
    department: step.department === null ? null : { zh: step.department, en: step.department },
    due: step.due,
    period: step.period,
    complete: step.complete,
    milestone: task.milestones.find(({ number }) => number === step.milestone)?.title ?? null,
    note: step.kind === 'return' ? '' : (step.note ?? ''),
    list: step.kind === 'return' ? (step.note ?? '').split('；').filter((each) => each !== '') : [],
    evidence: [],
  }))
  const here = task.rows.map((row) => ({
    number: row.number,
    kind: row.kind,
    at: row.at.toISOString(),
    on: look.dayOf(row.at),
    who: row.user_id === null ? null : (people.get(row.user_id)?.name ?? '—'),
    post: row.post_zh === null ? null : { zh: row.post_zh, en: row.post_en ?? row.post_zh },
    department: row.department_id === null ? null : (departments.get(row.department_id)?.name ?? null),
    due: row.due_on,
    period: row.period,
    complete: row.complete,
    milestone: task.milestones.find(({ number }) => number === row.milestone)?.title ?? null,
    note: row.note,
    list: row.list,
    evidence: task.evidence.filter(({ number }) => number === row.number).map(evidenceFrom),
  }))
  return [...before, ...here]
}

export type TaskPage = TaskLine & {
  readonly today: Day
  readonly fields: Readonly<Record<string, string>>
  readonly indicators: readonly string[]
  readonly measures: readonly string[]
  readonly document: string | null
  readonly milestones: readonly { readonly number: number; readonly title: string; readonly due: Day }[]
  readonly history: readonly Done[]
  readonly late: readonly { readonly key: string; readonly kind: string; readonly due: Day }[]
  readonly caughtUp: readonly { readonly key: string; readonly kind: string; readonly due: Day }[]
  readonly next: readonly { readonly key: string; readonly kind: string; readonly due: Day }[]
  readonly openReport: number | null
  readonly openRequest: number | null
  /** What can be done with the task now, whoever may. */
  readonly possible: readonly EventKind[]
  readonly departments: readonly NamedDepartment[]
}

export const owed = ({ key, kind, due }: { readonly key: string; readonly kind: string; readonly due: Day }) => ({ key, kind, due })

/** A task as whoever asks may see it: officers those their departments lead, planners and auditors all. */
const seenTask = async (look: Look, id: string): Promise<Task> => {
  const row = isId(id) ? await taskById(look.db, id) : undefined
  const [task] = row ? await tasksFrom(look, [row]) : []
  if (!task) return fail('worklist.task-unknown', {})
  const { who } = look
  if (who.kind !== 'person' || who.posts.some(({ roles }) => roles.includes('planner') || roles.includes('auditor'))) return task
  return task.now.lead !== null && departmentsOf(who, 'officer')?.includes(task.now.lead) ? task : fail('worklist.task-unknown', {})
}

/** One task with its whole history. */
export const oneTask = view('worklist.task', READERS, OfTask, async (look, input): Promise<TaskPage> => {
  const task = await seenTask(look, input.task)
  const { row, standing, now } = task
  return {
    ...lineOf(task),
    today: look.today,
    fields: row.fields,
    indicators: row.indicators,
    measures: row.measures,
    document: row.document,
    milestones: task.milestones.map(({ number, title, due_on }) => ({ number, title, due: due_on })),
    history: await historyOf(look, task),
    late: standing.late.map(owed),
    caughtUp: standing.caughtUp.map(owed),
    next: standing.open.map(owed),
    openReport: now.openReport,
    openRequest: now.openRequest,
    possible: EVENT_KINDS.filter((kind) => obstacleTo(kind, now, task.rows.length > 0) === null),
    departments: [...(await departmentsById(look)).values()].filter(({ isOpen }) => isOpen),
  }
})

export type Download = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** A file that speaks for a report, for whoever may see its task. */
export const taskEvidence = view(
  'worklist.evidence',
  READERS,
  Type.Object({ evidence: Type.String({ maxLength: 36 }) }),
  async (look, { evidence: id }): Promise<Download> => {
    const row = (isId(id) ? await evidenceById(look.db, id) : undefined) ?? fail('worklist.evidence-unknown', {})
    await seenTask(look, row.task_id)
    if (row.scan !== 'clean' && row.scan !== 'not-scanned') fail('worklist.evidence-held', { scan: row.scan })
    return { name: row.name, type: row.type, bytes: await look.files.read(row.sha256) }
  },
)

const Nothing = Type.Object({})
const waiting = (count: number, text: Text, page: string): Waiting => ({ count, text, page })

/** The planner's first job: tasks without a lead, reports to look at, requests for time, tasks to close. */
export const tasksToJudge: View<typeof Nothing, Waiting> = view('worklist.to-judge', PLANNER, Nothing, async (look) => {
  const count = (await tasksFrom(look, await tasksOf(look.db, null))).filter((task) => waitsFor(task) !== null).length
  return waiting(
    count,
    { zh: `${count} 项任务等待交办、审核、延期答复或销号`, en: `${count} ${count === 1 ? 'task waits' : 'tasks wait'} for the planner` },
    '/board/worklist',
  )
})

/** What the lead department has to do with a task now and until when; null: nothing. A quarter's report is due once the quarter has ended. */
const toReport = ({ now, standing, row }: Task, today: Day): WaitingThing | null => {
  const [due = null] = [...standing.late, ...standing.open.filter(({ kind, key }) => kind === 'quarter' && key < quarterOf(today))]
    .map((each) => each.due)
    .toSorted()
  if (due === null && now.state !== 'assigned' && now.state !== 'returned') return null
  return {
    text: { zh: `${row.number} ${row.title_zh}`, en: `${row.number} ${row.title_en}` },
    page: `/office/tasks/${row.id}`,
    due: due ?? now.due,
    isLate: standing.late.length > 0,
  }
}

/** The officer's first job: tasks to sign for, to mend, to report on, or late. */
export const tasksToReport: View<typeof Nothing, Waiting> = view('worklist.to-report', OFFICER, Nothing, async (look) => {
  const tasks = (await led(look))
    .flatMap((task) => toReport(task, look.today) ?? [])
    .toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  const late = tasks.filter(({ isLate }) => isLate).length
  return {
    ...waiting(
      tasks.length,
      {
        zh: `${tasks.length} 项任务要签收、报告、重报或补报${late > 0 ? `，其中 ${late} 项已逾期` : ''}`,
        en: `${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} to sign for or report on${late > 0 ? `, ${late} of them late` : ''}`,
      },
      '/office/tasks',
    ),
    first: tasks.slice(0, FIRST_SHOWN),
  }
})
