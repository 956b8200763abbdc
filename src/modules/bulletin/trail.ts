/** Where each number of a bulletin comes from: readings with who entered and approved them, kept assessments, task events that were counted. */
import type { Text } from '../../core/messages.ts'
import { view } from '../../kernel/module.ts'
import { type AssessmentBehind, assessmentsBehind, type ReadingVersionBehind, readingsBehind } from '../plan/index.ts'
import { type Done, taskHistories } from '../worklist/index.ts'
import { type BulletinEntry, OfBulletin } from './contract.ts'
import { contentIn, entryOf, readable, seesNames } from './read.ts'
import type { GoalItem, TargetItem, TaskItem } from './rules/content.ts'
import { type CountRow, countsOf } from './rules/counts.ts'

/** What was done with a task, as far as the reader may know: `who`, `note`, `list` and `files` are for planners and auditors. */
export type CountedEvent = Pick<Done, 'number' | 'kind' | 'on' | 'department' | 'due' | 'period' | 'complete'> & {
  readonly who: string | null
  readonly post: Text | null
  readonly note: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}
/** `assessment`: the kept one that stood when the bulletin was drawn up; null where none had been kept by then. */
export type ValueTrail = (TargetItem | GoalItem) & {
  readonly versions: readonly ReadingVersionBehind[]
  readonly assessment: AssessmentBehind | null
}
export type TaskTrail = TaskItem & { readonly counted: readonly CountedEvent[]; readonly since: number }

export type TrailPage = {
  readonly entry: BulletinEntry
  readonly asOf: string
  readonly known: string
  readonly pack: { readonly title: Text; readonly version: string; readonly hash: string }
  readonly named: boolean
  readonly values: readonly ValueTrail[]
  readonly counts: readonly CountRow[]
  readonly tasks: readonly TaskTrail[]
  readonly hidden: number
}

const eventFor =
  (named: boolean) =>
  (done: Done): CountedEvent => ({
    number: done.number,
    kind: done.kind,
    on: done.on,
    department: done.department,
    due: done.due,
    period: done.kind === 'remind' ? null : done.period,
    complete: done.complete,
    who: named ? done.who : null,
    post: done.post,
    note: named ? [done.note, ...done.list].filter((each) => each !== '').join('；') : '',
    files: named ? done.evidence.map(({ name, sha256 }) => ({ name, sha256 })) : [],
  })

/** The whole trail of a bulletin that somebody may read, on one page. */
export const bulletinTrail = view('bulletin.trail', 'public', OfBulletin, async (look, { bulletin }): Promise<TrailPage> => {
  const { row, later } = await readable(look, bulletin)
  const content = contentIn(row)
  const named = seesNames(look.who)
  const items: readonly (TargetItem | GoalItem)[] = [...content.targets, ...content.goals]
  const versions = await readingsBehind(
    look,
    items.flatMap(({ latest }) => latest?.id ?? []),
    named,
  )
  const assessmentOf = await assessmentsBehind(
    look,
    items.map(({ indicator }) => indicator),
    row.drafted_at,
  )
  const tasks = content.tasks?.items ?? []
  const histories = await taskHistories(
    look,
    tasks.map(({ id }) => id),
  )
  return {
    entry: entryOf(row, later),
    asOf: content.asOf,
    known: content.known,
    pack: content.pack,
    named,
    values: items.map((item) => ({
      ...item,
      versions: versions.get(item.latest?.id ?? '') ?? [],
      assessment: assessmentOf({ ...item, value: item.target }),
    })),
    counts: countsOf(content),
    tasks: tasks.map((task) => {
      const history = histories.get(task.id) ?? []
      return { ...task, counted: history.slice(0, task.events).map(eventFor(named)), since: history.length - task.events }
    }),
    hidden: content.tasks?.hidden ?? 0,
  }
})
