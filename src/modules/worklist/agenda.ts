/** What the next meeting has to know and to decide about the tasks. */
import { Type } from 'typebox'
import { addMonths, type Day, dayOf } from '../../core/dates.ts'
import { view } from '../../kernel/module.ts'
import { fail } from './messages.ts'
import { tasksOf } from './queries.ts'
import { type Task, tasksFrom } from './read.ts'
import { onDay, type TaskChangeKind, taskChanges } from './rules/since.ts'
import { lineOf, owed, type TaskLine, type TaskPage } from './views.ts'

export type ChangedTask = TaskLine & { readonly kinds: readonly TaskChangeKind[] }
export type LateTask = TaskLine & Pick<TaskPage, 'late'>
/** Somebody asks for more time, until a day and for a reason. */
export type AskedTask = TaskLine & { readonly asked: { readonly on: Day; readonly due: Day | null; readonly reason: string } }

export type Agenda = {
  readonly today: Day
  readonly since: Day
  /** How many tasks were added after the day `since`. */
  readonly added: number
  readonly changes: readonly ChangedTask[]
  readonly late: readonly LateTask[]
  readonly requests: readonly AskedTask[]
  /** Reports that nobody has looked at, and tasks whose completion was accepted. */
  readonly reports: readonly TaskLine[]
  readonly closing: readonly TaskLine[]
  readonly unassigned: number
}

const askedOf = (task: Task): readonly AskedTask[] => {
  const request = task.rows.find(({ number }) => number === task.now.openRequest)
  return request
    ? [
        {
          ...lineOf(task),
          asked: { on: task.events.find(({ number }) => number === request.number)?.on ?? '', due: request.due_on, reason: request.note },
        },
      ]
    : []
}

const sinceGiven = (text: string | undefined, today: Day): Day => {
  const day = text === undefined || text === '' ? addMonths(today, -1) : (dayOf(text.trim()) ?? fail('worklist.day', {}))
  return day < today ? day : today
}

/** The tasks of every year: what has changed after a day (a month ago where none is chosen), what is late, what is to be decided. */
export const agenda = view(
  'worklist.agenda',
  { post: ['planner'] },
  Type.Object({ since: Type.Optional(Type.String({ maxLength: 10, description: 'changes after this day; default: a month ago' })) }),
  async (look, input): Promise<Agenda> => {
    const since = sinceGiven(input.since, look.today)
    const tasks = await tasksFrom(look, await tasksOf(look.db, null))
    const changesOf = ({ milestones, events, now, standing }: Task): readonly TaskChangeKind[] => {
      const steps = milestones.map(({ number, due_on }) => ({ number, due: due_on }))
      return taskChanges(onDay(steps, events, since), { now, standing })
    }
    const waiting = (waits: TaskLine['waits']) => tasks.map(lineOf).filter((each) => each.waits === waits)
    return {
      today: look.today,
      since,
      added: tasks.filter(({ row }) => look.dayOf(row.added_at) > since).length,
      changes: tasks.map((task) => ({ ...lineOf(task), kinds: changesOf(task) })).filter(({ kinds }) => kinds.length > 0),
      late: tasks
        .filter(({ standing }) => standing.late.length > 0)
        .map((task) => ({ ...lineOf(task), late: task.standing.late.map(owed) })),
      requests: tasks.flatMap(askedOf),
      reports: waiting('review'),
      closing: waiting('close'),
      unassigned: waiting('assign').length,
    }
  },
)
